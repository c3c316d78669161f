"""A Doc has the offsets of its document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.tokens import blank, make_doc
from spacy.language import Language

from .documents import of_text


@pytest.fixture(scope="module")
def nlp() -> Language:
    return blank()


def test_offsets_are_those_of_the_text(nlp: Language) -> None:
    @given(st.text(alphabet="ab.,;:()'’“ é\n\t—-/0", max_size=60))
    def check(text: str) -> None:
        doc = make_doc(nlp, of_text(text))
        assert doc.text == text
        assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)

    check()


def test_line_breaks_are_tokens(nlp: Language) -> None:
    doc = make_doc(nlp, of_text("Recalling it,\n\n1. Decides and/or asks\n(a) this"))
    assert [t.text for t in doc if t.is_space] == ["\n\n", "\n"]


def test_the_doc_knows_itsof_text(nlp: Language) -> None:
    document = of_text("Urges restraint")
    assert make_doc(nlp, document).user_data["document"] is document


def test_tokens_are_those_of_plain_english(nlp: Language) -> None:
    import spacy

    text = "Recalling S/RES/1 (2001), paras. 3-5 and/or the Secretary-General's report;\n1. Urges:\n(a) Don't"
    assert [t.text for t in nlp.tokenizer(text)] == [t.text for t in spacy.blank("en").tokenizer(text)]

"""The HTML reference has every term of ours, and asks nothing of the network."""

from __future__ import annotations

import html
import re
import socket
from typing import Any

import pytest
from obligraph.ontology.vocabulary import OG, ONTOLOGY, SCHEMES, declared
from obligraph.queries.library import library

from .tools import ROOT, tool


@pytest.fixture(scope="module")
def page() -> str:
    pytest.importorskip("pylode", reason="pyLODE comes with the “docs” extra")

    def refuse(*_: Any) -> None:
        raise AssertionError("the reference is made without the network")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        made: str = tool("make_docs").page()
    return made


def test_every_term_is_there_with_its_words(page: str) -> None:
    text = html.unescape(re.sub(r"<[^>]+>", " ", page))
    terms = [term for term in declared() if term.startswith(str(OG))]
    assert len(terms) > 300
    assert not [term for term in terms if term not in page]
    for words in ("What one actor is asked, told or allowed to do", "calls upon", "within twelve months"):
        assert words in text


def test_the_ontology_is_described(page: str) -> None:
    for words in (
        ONTOLOGY,
        f"{ONTOLOGY}/0.1.0",
        "https://www.apache.org/licenses/LICENSE-2.0",
        "the obligraph authors",
    ):
        assert words in page


def test_reused_terms_are_left_to_where_they_are_defined(page: str) -> None:
    assert 'id="LegalResource"' not in page
    assert "http://www.w3.org/ns/oa#SpecificResource" in page  # as a range, with a link


def test_the_page_loads_nothing(page: str) -> None:
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"']?(?:https?:)?//", page)


def test_the_page_on_the_ontology_speaks_of_what_there_is() -> None:
    text = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bog:([A-Za-z]\w*)", text))
    assert len(named) > 30
    assert {f"{OG}{name}" for name in named} <= declared()
    for file in re.findall(r"`(vocab/\w+\.ttl)`", text):
        assert (ROOT / "ontology" / file).is_file()
    assert set(re.findall(r"`(as-\w+)`", text)) == {name for name in library() if name.startswith("as-")}
    schemes = re.findall(r"^\| `([a-z-]+)` \| `vocab", text, re.MULTILINE)
    assert set(schemes) == set(SCHEMES)

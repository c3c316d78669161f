"""The readers against texts that lie beside the repository; where they do not, this skips."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from obligraph.extract.document import Document, ParagraphKind
from obligraph.extract.read import read_bytes, read_file
from obligraph.graph.translation import fitted
from obligraph.ontology.vocabulary import OG

_HOME = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("OBLIGRAPH_SHARED", _HOME.parent / "shared"))
EXAMPLE = _HOME / "examples" / "S_RES_2331_2016.md"

needs_texts = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no texts at {SHARED}")


def sources(name: str) -> list[Document]:
    corpus = SHARED / "corpus"
    if name == "S_RES_2331_2016":
        return [read_file(EXAMPLE), *map(read_file, corpus.glob("akn/2016/S_RES_2331*.xml"))]
    if name.startswith("S_PRST"):
        statement = read_file(next(corpus.glob("akn-prst/2015/S_PRST_2015_25-*.xml")))
        flat = statement.text.replace("\n", "\n\n").encode()
        return [statement, read_bytes(flat, f"{name}.txt")]
    if name == "S_2023_427":
        record = json.loads((corpus / "drafts" / "S_2023_427.json").read_text(encoding="utf-8"))
        head = f"{record['ID']}\n{record['Date']}\n{record['Title']}\n\n"
        return [read_bytes((head + record["Content"]).encode(), f"{name}.txt")]
    return [read_file(corpus / "cr-unsc" / f"{name}.txt")]


@needs_texts
@pytest.mark.parametrize(
    "name", ["S_RES_2331_2016", "S_PRST_2015_25", "S_RES_0435_1978", "S_RES_0883_1993", "S_2023_427"]
)
def test_gold_paragraphs(name: str) -> None:
    gold = json.loads((SHARED / "gold" / "dev" / f"{name}.json").read_text(encoding="utf-8"))
    found = sources(name)
    assert found
    for document in found:
        labels = [p.label for p in document.paragraphs if p.kind is not ParagraphKind.ANNEX]
        assert labels == gold["paragraphs"]
        assert (document.symbol, document.body) == (gold["symbol"], gold["body"])
        assert (str(document.adopted), document.meeting) == (gold["date"], gold["meeting"])


@needs_texts
def test_text_and_xml_say_the_same() -> None:
    text, xml = sources("S_RES_2331_2016")
    assert [(p.label, p.kind, p.number, p.parent) for p in text.paragraphs] == [
        (p.label, p.kind, p.number, p.parent) for p in xml.paragraphs
    ]
    for one, other in zip(text.paragraphs, xml.paragraphs, strict=True):
        assert one.text.replace("’", "'") == other.text.replace("’", "'")
    assert len(xml.votes) == 15 and xml.draft == "S/2016/1073"


def test_the_shipped_example() -> None:
    document = read_file(EXAMPLE)
    assert (document.symbol, document.meeting, len(document.paragraphs)) == ("S/RES/2331(2016)", 7847, 44)
    assert document.paragraphs[5].text.endswith("impact on civilian populations,")
    assert [document.words(span) for span in document.emphases][:2] == [
        "further recalling",
        "further recognizing",
    ]


@needs_texts
def test_paragraphs_are_found_without_a_word_of_english() -> None:
    """English files that say they are in French, so that only numbers and elements are left to go by."""
    files = sorted((SHARED / "corpus" / "akn").glob("2016/*.xml"))[::2]
    assert files
    paragraphs = attached = wrongly = 0
    for file in files:
        data = file.read_bytes()
        english = {p.label: p.text for p in read_bytes(data, file.name).paragraphs}
        other = read_bytes(data.replace(b'language="eng"', b'language="fra"'), file.name)
        assert other.language == "fr"
        lines = [line for line in fitted(other, english).lines if f"<{OG.translation}>" in line]
        words = {p.label: p.text for p in other.paragraphs}
        done = [line.split(">")[0].rpartition("/")[2] for line in lines]
        paragraphs += len(english)
        attached += len(done)
        wrongly += sum(words[label] != english[label] for label in done)
    assert attached / paragraphs > 0.85
    assert wrongly / attached < 0.02

"""The readers against texts that lie beside the repository; where they do not, this skips."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from obligraph.extract.model import Document, ParagraphKind
from obligraph.extract.read import read_bytes, read_file

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

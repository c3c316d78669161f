"""A store keeps documents whole: put in, replaced, skipped, and never half-written."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from obligraph.graph import batch, folder
from obligraph.graph.build import nquads
from obligraph.graph.iri import document_iri
from obligraph.graph.store import open_store
from obligraph.ontology.vocabulary import OG, ONTOLOGY
from pyoxigraph import Literal, NamedNode, Quad, Variable

from .samples import SYMBOL, sample_reading
from .stores import another, files, lines, quads

posix = pytest.mark.skipif(sys.platform == "win32", reason="locks and kills as POSIX has them")


@pytest.fixture(params=["memory", "folder"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return "memory" if request.param == "memory" else str(tmp_path / "store")


def test_round_trip(where: str) -> None:
    with open_store(where, create=True) as opened:
        assert opened.documents() == ()
        assert opened.put(sample_reading())
        assert opened.documents() == (document_iri(SYMBOL),)
        assert lines(opened) == list(nquads(sample_reading()))


def test_it_is_still_there_when_opened_again(built: Path) -> None:
    with open_store(built) as opened:
        assert lines(opened) == list(nquads(sample_reading()))
    assert sorted(path.name for path in built.parent.iterdir()) == ["store"]


def test_an_unchanged_document_is_skipped(where: str) -> None:
    with open_store(where, create=True) as opened:
        document = sample_reading().document
        assert not opened.unchanged(document)
        assert opened.put(sample_reading())
        assert opened.unchanged(document)
        assert not opened.put(sample_reading())


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"sha256": "0" * 64}, "other bytes"),
        ({"source": "copy.txt"}, "another file, whose name the graph keeps"),
        ({"symbol": "S/RES/9002(2030)"}, "another document"),
    ],
)
def test_a_changed_document_is_not_skipped(fields: dict[str, Any], why: str) -> None:
    with open_store("memory") as opened:
        opened.put(sample_reading())
        assert not opened.unchanged(dataclasses.replace(sample_reading().document, **fields)), why


@pytest.mark.parametrize("version", ["rules_version", "builder_version"])
def test_other_rules_read_it_again(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    with open_store("memory") as opened:
        opened.put(sample_reading())
        monkeypatch.setattr(batch, version, lambda: "other")
        assert not opened.unchanged(sample_reading().document)


def test_a_document_is_replaced_and_the_others_are_left(where: str) -> None:
    fewer = dataclasses.replace(sample_reading(), acts=sample_reading().acts[:3])
    with open_store(where, create=True) as opened:
        opened.put(sample_reading())
        opened.put(another())
        beside = lines(opened, document_iri("S/RES/9002(2030)"))
        assert opened.put(fewer)
        assert lines(opened) == list(nquads(fewer))
        assert lines(opened, document_iri("S/RES/9002(2030)")) == beside
        assert opened.put(sample_reading())
        assert lines(opened) == list(nquads(sample_reading()))


def test_the_same_store_whatever_the_way(tmp_path: Path) -> None:
    """Built at once, or one by one with detours: the same quads."""
    with open_store(tmp_path / "one", create=True) as one:
        with one.batch() as changes:
            changes.put(sample_reading())
            changes.put(another())
        with open_store(tmp_path / "other", create=True) as other:
            other.put(another(title="Draft of a title"))
            other.put(sample_reading())
            other.put(another())
            assert sorted(map(str, quads(one))) == sorted(map(str, quads(other)))


def test_a_document_twice_in_one_batch_is_the_later_one(where: str) -> None:
    with open_store(where, create=True) as opened:
        with opened.batch() as changes:
            assert changes.put(another(title="First"))
            assert changes.put(another(title="Second"))
            assert not changes.put(another(title="Second"))
            assert changes.unchanged(another().document)
        assert lines(opened, document_iri("S/RES/9002(2030)")) == list(nquads(another(title="Second")))


def test_big_batches_are_written_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_CHUNK", 1)
    with open_store(tmp_path / "store", create=True) as opened:
        with opened.batch() as changes:
            for number in range(9002, 9006):
                changes.put(another(f"S/RES/{number}(2030)"))
        assert len(opened.documents()) == 4


def test_nothing_of_a_batch_is_seen_before_its_end(built: Path) -> None:
    with open_store(built) as opened, opened.batch() as changes:
        changes.put(another())
        assert len(opened.documents()) == 1
        with open_store(built) as reader:
            assert len(reader.documents()) == 1
    with open_store(built) as reader:
        assert len(reader.documents()) == 2


def test_a_batch_that_fails_leaves_the_store_as_it_was(built: Path) -> None:
    before = files(built)
    with open_store(built) as opened:
        with pytest.raises(RuntimeError), opened.batch() as changes:
            changes.put(another())
            raise RuntimeError
        assert opened.documents() == (document_iri(SYMBOL),)
    assert files(built) == before
    assert [path.name for path in built.parent.iterdir()] == ["store"]


def test_a_batch_that_changes_nothing_writes_nothing(built: Path) -> None:
    before = files(built)
    with open_store(built) as opened:
        assert not opened.put(sample_reading())
    assert files(built) == before


def test_a_new_store_is_made_when_something_is_put_in(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "store"
    with open_store(path, create=True) as opened:
        assert opened.documents() == ()
        assert not path.exists()
        opened.put(sample_reading())
        assert path.is_dir()


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as opened:
        opened.put(sample_reading())
    with open_store(tmp_path) as opened:
        assert len(opened.documents()) == 1


def test_queries_see_all_documents_and_the_ontology(where: str) -> None:
    with open_store(where, create=True) as opened:
        opened.put(sample_reading())
        opened.put(another())
        rows = opened.select(
            "SELECT ?label (COUNT(?act) AS ?n) { ?act og:force ?f . ?f og:rank ?r ; skos:prefLabel ?label } "
            "GROUP BY ?label ?r ORDER BY DESC(?r) LIMIT 1"
        )
        assert [(row["label"].value, row["n"].value) for row in rows] == [("decision", "8")]


@pytest.mark.parametrize("name", ["who", Variable("who")])
def test_variables_are_bound_and_not_pasted(name: Any) -> None:
    with open_store("memory") as opened:
        opened.put(sample_reading())
        sparql = "SELECT ?who ?key { ?a skos:prefLabel ?who BIND(STR(?a) AS ?key) }"
        assert len(list(opened.select(sparql, {name: Literal("CTED", language="en")}))) == 1
        evil = Literal('CTED"@en } # ', language="en")
        assert not list(opened.select(sparql, {name: evil}))


def test_prefixes_may_be_given() -> None:
    with open_store("memory") as opened:
        assert opened.query("ASK { ?x a k:Concept }", prefixes={"k": "http://www.w3.org/2004/02/skos/core#"})
        with pytest.raises(SyntaxError):
            opened.query("ASK { ?x a og:Act }", prefixes={})


def test_rdflib_sees_the_union(built: Path) -> None:
    with open_store(built) as opened:
        dataset = opened.dataset()
        found = list(dataset.query("SELECT ?a { ?a a <https://w3id.org/obligraph/ontology#Act> }"))
        assert len(found) == len(sample_reading().acts)
        assert len(dataset) == len(quads(opened))


def test_an_old_ontology_is_replaced(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = NamedNode(ONTOLOGY)
    old = Quad(NamedNode("x:a"), NamedNode("x:b"), Literal("old"), graph)
    place = folder.Folder(built)
    copy = place.copy()
    writer = pyoxigraph.Store(str(copy))
    (mark,) = writer.quads_for_pattern(NamedNode(ONTOLOGY), NamedNode(OG.sha256), None, graph)
    writer.remove(mark)
    writer.add(old)
    writer.flush()
    del writer
    place.commit(copy)
    with open_store(built) as opened:
        assert old in quads(opened)
        opened.put(another())
        assert old not in quads(opened)


def test_a_build_goes_on_from_what_another_has_built(built: Path) -> None:
    with open_store(built) as early, open_store(built) as other:
        other.put(another())
        early.put(another("S/RES/9003(2030)"))
        assert len(early.documents()) == 3


@posix
def test_a_reader_keeps_what_it_has_opened(built: Path) -> None:
    with open_store(built) as reader, open_store(built) as writer:
        writer.put(another())
        assert len(reader.documents()) == 1
        assert lines(reader) == list(nquads(sample_reading()))
        assert len(list(built.iterdir())) == 3, "so its version is kept"
        reader.close()
        writer.put(another("S/RES/9003(2030)"))
    with open_store(built) as opened:
        opened.put(another("S/RES/9004(2030)"))
        assert len(opened.documents()) == 4
    assert sorted(entry.name for entry in built.iterdir()) == ["4", "current"], "and no longer"

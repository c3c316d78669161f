"""The text beside a database says what the database says, or is not read."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.model import Reading
from obligraph.graph import nquads
from obligraph.graph.archive import Archive
from obligraph.graph.export import export
from obligraph.graph.iri import document_iri
from obligraph.graph.ntriples import as_quads, as_triples, split, statements, value
from obligraph.graph.store import Store, open_store
from obligraph.graph.views.load import PARTS, load
from obligraph.ontology.vocabulary import OG, THINGS
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from .samples import SYMBOL, other_reading, sample_reading
from .stores import another, put, quads

ME = document_iri(SYMBOL)
OTHER = document_iri(another().document.symbol)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two documents in a folder."""
    folder = tmp_path_factory.mktemp("archive") / "store"
    with open_store(folder, create=True) as store:
        put(store, sample_reading(), another())
    return folder


@pytest.fixture
def built(original: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copytree(original, tmp_path / "store"))


def version(store: Path) -> Path:
    """The folder of the present version."""
    return store / (store / "current").read_text(encoding="ascii").strip()


def archive(store: Path) -> Archive:
    found = Archive.of(version(store))
    assert found is not None
    return found


def database(store: Store, graph: str) -> list[bytes]:
    """What the database itself says in a graph, as sorted lines."""
    text = quads(store).dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(graph)) or b""
    return sorted(text.splitlines())


def exported(store: Path, folder: Path, name: str) -> bytes:
    with open_store(store) as opened:
        export(opened, folder / name)
    return (folder / name).read_bytes()


def titled(title: str) -> Reading:
    """The sample with another title."""
    reading = sample_reading()
    return dataclasses.replace(reading, document=dataclasses.replace(reading.document, title=title))


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Plain", "nothing to escape"),
        ('Say "no" \\ \t\n\r\x07', "escapes"),
        ("One\u2028two\x85three\u2029four", "ends of lines to others than N-Triples"),
        ("<a> <b> <c> .", "looks like a line"),
        ("\U0001f54a и 決議", "beyond ASCII"),
    ],
)
def test_it_says_what_the_database_says(built: Path, title: str, why: str) -> None:
    with open_store(built) as store:
        store.put(titled(title))
        assert store.keeps_lines
        for graph in store.documents():
            assert sorted(store.lines(graph).split(b"\n")[:-1]) == database(store, graph), why
            assert archive(built).read(graph) == store.lines(graph), why
        assert any(value(term) == title for _, _, term in statements(store.lines(ME))), why


def test_what_is_unchanged_is_shared_with_the_version_before(built: Path) -> None:
    with open_store(built) as reader:
        before = version(built)
        old = archive(built)
        said = old.read(ME), old.read(OTHER)
        with open_store(built) as writer:
            writer.put(titled("New"))
        assert version(built) != before
        new = {file.name: file.stat().st_ino for file in (version(built) / "graphs").iterdir()}
        same = [f for f in (before / "graphs").glob("*.gz") if new[f.name] == f.stat().st_ino]
        assert len(same) == 1, "the other document's file is a link"
        assert (reader.lines(ME), reader.lines(OTHER)) == said, "who reads the old version sees the old text"
        with open_store(built) as again:
            assert (again.lines(ME) == said[0], again.lines(OTHER) == said[1]) == (False, True)


def test_putting_the_same_in_again_changes_nothing(built: Path) -> None:
    with open_store(built) as store:
        store.put(titled("One\u2028two\x85three"))
        before = version(built)
        assert not store.put(titled("One\u2028two\x85three"))
        assert version(built) == before


def missing(store: Path) -> None:
    for file in (version(store) / "graphs").glob("*.gz"):
        file.unlink()


def cut(store: Path) -> None:
    for file in (version(store) / "graphs").glob("*.gz"):
        file.write_bytes(file.read_bytes()[:-20])


def garbled(store: Path) -> None:
    for file in (version(store) / "graphs").glob("*.gz"):
        file.write_bytes(b"\x1f\x8b nothing of the kind")


def unsealed(store: Path) -> None:
    (version(store) / "graphs" / "seal").unlink()


@pytest.mark.parametrize("damage", [missing, cut, garbled, unsealed])
def test_without_it_the_same_files_come_from_the_database(
    built: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    names = ("g.nq", "g.nt", "g.ttl", "g.jsonld", "g.xlsx", "g.ics", "g.graphml")
    whole = {name: exported(built, tmp_path, name) for name in names}
    damage(built)
    for name in names:
        assert exported(built, tmp_path, name) == whole[name], name


def test_a_store_in_memory_gives_the_same_files(built: Path, tmp_path: Path) -> None:
    with open_store("memory") as store:
        put(store, sample_reading(), another())
        for name in ("g.nq", "g.trig", "g.csvw.zip", "g.gexf"):
            export(store, tmp_path / f"memory-{name}")
            assert (tmp_path / f"memory-{name}").read_bytes() == exported(built, tmp_path, name), name


def test_views_load_the_same_whether_read_or_asked(built: Path) -> None:
    with open_store(built) as store:
        put(store, other_reading())
        read = load(store, None, PARTS)
        asked = load(Asking(store), None, PARTS)
    assert read.acts
    assert read == asked


class Asking:
    """A store that is only asked."""

    def __init__(self, store: Store) -> None:
        self.query = store.query


def test_what_another_program_has_written_counts(built: Path, tmp_path: Path) -> None:
    added = Quad(NamedNode(ME), NamedNode(OG.doubt), Literal("added"), NamedNode(ME))
    other = pyoxigraph.Store(str(version(built)))
    other.add(added)
    other.flush()
    del other
    assert Archive.of(version(built)) is None
    assert f"{added} .\n".encode() in exported(built, tmp_path, "g.nq")
    with open_store(built) as store:
        store.put(another(title="Later"))  # what is built from now on has its text again
        assert archive(built).read(OTHER) == store.lines(OTHER)
        assert archive(built).read(ME) is None
        assert added.triple in set(store.own_graph(ME))


def test_only_documents_are_in_it(built: Path) -> None:
    with open_store(built) as store:
        assert archive(built).read(THINGS) is None
        assert sorted(store.lines(THINGS).splitlines()) == database(store, THINGS)
        assert store.lines(document_iri("S/RES/1(1946)")) == b""


def test_a_graph_is_replaced_and_taken_out(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("MANIFEST-1\n")
    (tmp_path / "MANIFEST-1").write_text("state")
    one = Archive(tmp_path)
    one.write(ME, b"<a> <b> <c> .\n")
    one.write(ME, b"<a> <b> <d> .\n")
    assert one.read(ME) == b"<a> <b> <d> .\n"
    one.write(ME, b"")
    assert one.read(ME) is None
    assert Archive.of(tmp_path) is None
    one.seal()
    assert Archive.of(tmp_path) is not None
    (tmp_path / "MANIFEST-1").write_text("another state")
    assert Archive.of(tmp_path) is None


def literals() -> Iterator[str]:
    yield from ("", " .", '" .', "<x> <y>", "\\", '\\"', "a\u2028b\x85c", "\x01\x02\x7f")


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(list(literals())))
def test_lines_are_read_as_a_parser_reads_them(text: str) -> None:
    graph = nquads.Quads(ME, "en")
    graph.string(ME, OG.doubt, f"{text}.")
    graph.words(ME, OG.text, f"{text}.")
    graph.link(ME, OG.issuer, OTHER)
    lines = list(graph)
    triples = as_triples(lines, ME)
    parsed = [
        (q.subject.value, q.predicate.value, q.object.value)
        for q in pyoxigraph.parse(triples, RdfFormat.N_TRIPLES)
    ]
    assert [(s, p, value(term)) for s, p, term in statements(triples)] == parsed
    assert split(as_quads(triples, ME).decode()) == lines

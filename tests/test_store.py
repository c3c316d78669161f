"""A store keeps documents whole: put in, replaced, skipped, and never half-written."""

from __future__ import annotations

import dataclasses
import errno
import os
import pickle
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from obligraph.errors import StoreError
from obligraph.extract.model import Reading
from obligraph.graph import batch, folder
from obligraph.graph.build import nquads
from obligraph.graph.iri import document_iri
from obligraph.graph.store import Store, open_store
from obligraph.ontology.vocabulary import OG, ONTOLOGY, THINGS
from pyoxigraph import Literal, NamedNode, Quad, Variable

from .samples import SYMBOL, sample_reading
from .stores import quads

posix = pytest.mark.skipif(sys.platform == "win32", reason="locks and kills as POSIX has them")


def another(symbol: str = "S/RES/9002(2030)", title: str = "Other") -> Reading:
    """The sample under another symbol."""
    reading = sample_reading()
    document = dataclasses.replace(reading.document, symbol=symbol, title=title)
    return dataclasses.replace(reading, document=document)


def lines(opened: Store, document: str = document_iri(SYMBOL)) -> list[str]:
    """What the store has of a document, as ``nquads`` would make it."""
    own = [f"{triple} <{document}> .\n" for triple in opened.own_graph(document)]
    return sorted([*own, *(f"{triple} <{THINGS}> .\n" for triple in opened.shared([document]))])


def files(path: Path) -> dict[str, bytes]:
    """What stands in a store's folder, but for the database's diary."""
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in path.rglob("*")
        if not file.name.startswith("LOG") and file.is_file()
    }


@pytest.fixture(params=["memory", "folder"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return "memory" if request.param == "memory" else str(tmp_path / "store")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A store on disk with the sample in it."""
    path = tmp_path / "store"
    with open_store(path, create=True) as opened:
        assert opened.put(sample_reading())
    return path


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


@pytest.fixture
def damaged(built: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A store whose file of that kind is rubbish, or gone."""
    kind, gone = request.param
    for file in built.rglob(kind):
        if file.is_dir():
            shutil.rmtree(file)
        elif gone:
            file.unlink()
        else:
            file.write_bytes(b"rubbish")
    yield built


@pytest.mark.parametrize(
    "damaged",
    [
        ("current", False),
        ("1", True),
        ("CURRENT", True),
        ("CURRENT", False),
        ("MANIFEST-*", True),
        ("MANIFEST-*", False),
        ("*.sst", True),
    ],
    indirect=True,
)
@pytest.mark.parametrize("create", [False, True])
def test_a_damaged_store_is_one_line(damaged: Path, create: bool) -> None:
    with pytest.raises(StoreError, match="damaged") as caught:
        open_store(damaged, create=create)
    assert "\n" not in str(caught.value)
    assert str(damaged) in str(caught.value)


@pytest.mark.parametrize("damaged", [("*.sst", False)], indirect=True)
def test_damage_that_shows_late_is_one_line(damaged: Path) -> None:
    with pytest.raises(StoreError, match="damaged"), open_store(damaged) as opened:
        opened.documents()
        lines(opened)


def test_a_missing_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there; make one"):
        open_store(tmp_path / "none")
    assert not list(tmp_path.iterdir()), "and none is made"


def test_what_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for create in (False, True):
        with pytest.raises(StoreError, match="other things in it"):
            open_store(tmp_path, create=create)
        with pytest.raises(StoreError, match="a file"):
            open_store(tmp_path / "notes.txt", create=create)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_closed_store(built: Path) -> None:
    opened = open_store(built)
    opened.close()
    with pytest.raises(StoreError, match="closed"):
        opened.documents()


def child(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Runs code that imports this package, in a process of its own."""
    prelude = f"import sys; sys.path[:0] = {sys.path!r}\n"
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            prelude + textwrap.dedent(code),
            *map(str, arguments),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from obligraph.graph import batch, folder
    from obligraph.graph.store import open_store
    import pickle
    reading = pickle.loads(Path(sys.argv[2]).read_bytes())
    point = sys.argv[3]
    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)
    if point == "before the end":
        folder.Folder.commit = die
    if point == "at the end":
        Path.replace = die
    batch._CHUNK = 1
    with open_store(sys.argv[1], create=True).batch() as changes:
        changes.put(reading)
        if point == "while writing":
            die()
"""


@posix
@pytest.mark.parametrize("point", ["while writing", "before the end", "at the end"])
def test_a_killed_build_leaves_the_store_as_it_was(built: Path, tmp_path: Path, point: str) -> None:
    before = files(built)
    (tmp_path / "reading").write_bytes(pickle.dumps(another()))
    process = child(KILLED, built, tmp_path / "reading", point)
    _, error = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, error
    with open_store(built) as opened:
        assert opened.documents() == (document_iri(SYMBOL),)
        assert lines(opened) == list(nquads(sample_reading()))
        assert {name: files(built)[name] for name in before} == before
        assert opened.put(another()), "and the next build does its work"
        assert len(opened.documents()) == 2
    (tmp_path / "reading").unlink()
    assert [path.name for path in tmp_path.iterdir()] == ["store"], "and clears up"


@posix
def test_a_killed_first_build_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "reading").write_bytes(pickle.dumps(sample_reading()))
    process = child(KILLED, tmp_path / "store", tmp_path / "reading", "before the end")
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    with pytest.raises(StoreError, match="no store"):
        open_store(tmp_path / "store")
    with open_store(tmp_path / "store", create=True) as opened:
        opened.put(sample_reading())
    (tmp_path / "reading").unlink()
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


HOLDS = """
    import sys
    if sys.argv[2] == "a build":
        from obligraph.graph.store import open_store
        with open_store(sys.argv[1]).batch():
            print("held", flush=True)
            __import__("time").sleep(60)
    else:
        import pyoxigraph
        held = pyoxigraph.Store(sys.argv[1] + "/1")
        print("held", flush=True)
        __import__("time").sleep(60)
"""


@posix
@pytest.mark.parametrize("holder", ["a build", "a server"])
def test_a_locked_store_is_read_and_not_written(built: Path, holder: str) -> None:
    process = child(HOLDS, built, holder)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n", process.communicate(timeout=10)[1]
        with (
            pytest.raises(StoreError, match="another process is writing"),
            folder.Folder(built).lock(),
        ):
            pytest.fail("it was not locked")
        if holder == "a build":
            with open_store(built) as opened:
                assert len(opened.documents()) == 1
                with pytest.raises(StoreError, match="another process is writing"):
                    opened.put(another())
                assert len(opened.documents()) == 1
    finally:
        process.kill()
        process.communicate()
    with open_store(built) as opened:
        assert opened.put(another()), "the lock ends with its holder"


@posix
def test_two_builds_in_one_process(built: Path) -> None:
    one, other = open_store(built), open_store(built)
    with one.batch(), pytest.raises(StoreError, match="another process"):
        other.put(another())


def test_a_build_goes_on_from_what_another_has_built(built: Path) -> None:
    with open_store(built) as early, open_store(built) as other:
        other.put(another())
        early.put(another("S/RES/9003(2030)"))
        assert len(early.documents()) == 3


FULL = """
    import pickle, resource, signal, sys
    from pathlib import Path
    from obligraph.errors import StoreError
    from obligraph.graph.store import open_store
    reading = pickle.loads(Path(sys.argv[2]).read_bytes())
    with open_store(sys.argv[1], create=True) as opened:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        try:
            opened.put(reading)
        except StoreError as error:
            print(error)
        print(len(opened.documents()))
"""


@posix
@pytest.mark.parametrize("first", [True, False])
def test_a_full_disk_is_one_line_and_harms_nothing(tmp_path: Path, first: bool) -> None:
    """No file may grow past 20 kB: the writes of the database itself fail."""
    path = tmp_path / "store"
    if not first:
        with open_store(path, create=True) as opened:
            opened.put(sample_reading())
    (tmp_path / "reading").write_bytes(pickle.dumps(another()))
    process = child(FULL, path, tmp_path / "reading")
    out, error = process.communicate(timeout=60)
    message, count = out.splitlines()
    assert "no room left on the disk" in message, error
    assert count == ("0" if first else "1")
    (tmp_path / "reading").unlink()
    assert [entry.name for entry in tmp_path.iterdir()] == ([] if first else ["store"])
    if not first:
        with open_store(path) as opened:
            assert lines(opened) == list(nquads(sample_reading()))


@pytest.mark.parametrize("method", ["copy", "commit"])
def test_errors_of_the_disk_are_one_line(built: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "mkdir" if method == "copy" else "replace", fail)
    with open_store(built) as opened, pytest.raises(StoreError, match="no room left") as caught:
        opened.put(another())
    assert "\n" not in str(caught.value)
    monkeypatch.undo()
    with open_store(built) as opened:
        assert lines(opened) == list(nquads(sample_reading()))


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

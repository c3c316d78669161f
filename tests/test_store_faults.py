"""Whatever befalls a store, it says so in one line and keeps what it had."""

from __future__ import annotations

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

import pytest
from obligraph.errors import StoreError
from obligraph.graph import folder
from obligraph.graph.build import nquads
from obligraph.graph.iri import document_iri
from obligraph.graph.store import open_store

from .samples import SYMBOL, sample_reading
from .stores import another, files, lines

posix = pytest.mark.skipif(sys.platform == "win32", reason="locks and kills as POSIX has them")


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

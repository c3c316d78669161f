"""What several files of tests use: stores, a browser, commands as a user runs them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from obligraph.cli import main
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_file
from obligraph.graph.store import Store, open_store

from .browser import Browser, chromium
from .pages import hostile_reading, write_page
from .pair import put_pair
from .running import TEXT, Run, command, environment
from .samples import other_reading, sample_reading
from .serving import Server, serving

EXAMPLE = Path(__file__).parent.parent / "examples" / "S_RES_2331_2016.md"


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """A store that holds the sample, in memory; no test may write to it."""
    with open_store("memory", create=True) as found:
        found.put(sample_reading())
        yield found


@pytest.fixture(scope="session")
def both() -> Iterator[Store]:
    """A store that holds the sample and the other text, in memory; no test may write to it."""
    with open_store("memory", create=True) as found:
        found.put(other_reading())
        found.put(sample_reading())
        yield found


@pytest.fixture(scope="session")
def stores(store: Store) -> Iterator[Mapping[str, Store]]:
    """What queries are asked on: the sample, two texts of which one takes up the other, the shipped one."""
    with open_store("memory", create=True) as pair, open_store("memory", create=True) as example:
        put_pair(pair)
        example.put(read_document(read_file(EXAMPLE)))
        yield {"sample": store, "pair": pair, "example": example}


@pytest.fixture(scope="module")
def server(sample_store: Path) -> Iterator[Server]:
    """A server of the sample."""
    with serving("--store", sample_store, "--workers", "2") as found:
        yield found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A Chromium with a profile of its own."""
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="session")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An explorer of three texts of three years; the second one under Chapter VII, the third hostile."""
    reading = sample_reading()
    reading = replace(reading, document=replace(reading.document, chapter_vii=False))
    later = replace(
        reading.document, symbol="S/RES/9002(2031)", adopted=date(2031, 5, 6), chapter_vii=True, title="Later"
    )
    folder = tmp_path_factory.mktemp("explorer")
    return write_page(folder, reading, replace(reading, document=later), hostile_reading(), view="explorer")


@pytest.fixture(scope="session")
def small_explorer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An explorer of the sample."""
    return write_page(tmp_path_factory.mktemp("single"), sample_reading(), view="explorer")


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk that holds the sample."""
    folder = tmp_path_factory.mktemp("stores") / "sample.store"
    with open_store(folder, create=True) as store:
        store.put(sample_reading())
    return folder


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A store on disk with the sample in it."""
    path = tmp_path / "store"
    with open_store(path, create=True) as opened:
        assert opened.put(sample_reading())
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command in an empty folder, as a user would."""

    def run(*arguments: str | Path, data: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command(*arguments),
            input=data,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**settings),
            timeout=120,
        )

    return run


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command as ``run`` does, but in this process: for what needs none of its own, and so quicker."""

    def inside(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        monkeypatch.chdir(tmp_path)
        for name in ("COLUMNS", "NO_COLOR"):
            monkeypatch.delenv(name, raising=False)
        words = list(map(str, arguments))
        status = main(words)
        return subprocess.CompletedProcess(words, status, *capfdbinary.readouterr())

    return inside


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a good text, and in a folder beneath it a bad one."""
    folder = tmp_path / "texts"
    (folder / "more").mkdir(parents=True)
    (folder / "9002.txt").write_text(TEXT)
    (folder / "more" / "bad.txt").write_bytes(b"\x00\x01\x02")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(TEXT)
    return folder

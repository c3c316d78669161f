"""Fixtures of the tests of commands."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from obligraph.graph.store import open_store

from .running import TEXT, Run, command, environment
from .samples import sample_reading


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk that holds the sample."""
    folder = tmp_path_factory.mktemp("stores") / "sample.store"
    with open_store(folder, create=True) as store:
        store.put(sample_reading())
    return folder


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
def texts(tmp_path: Path) -> Path:
    """A folder with a good text, and in a folder beneath it a bad one."""
    folder = tmp_path / "texts"
    (folder / "more").mkdir(parents=True)
    (folder / "9002.txt").write_text(TEXT)
    (folder / "more" / "bad.txt").write_bytes(b"\x00\x01\x02")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(TEXT)
    return folder

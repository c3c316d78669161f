"""The graphs of documents as text, beside the database: to be read whole, many times faster.

A database on disk looks each term of a quad up by itself. To write out all that it holds takes twenty
times as long as to read the same from a file. A build has the lines of each document at hand anyway, and
so a version of a store keeps them, a file a graph::

    store/2/                 the database
    store/2/graphs/seal      the state of the database that the files belong to
    store/2/graphs/….nt.gz   the lines of a graph, as N-Triples; named by a hash of the graph's IRI

The database is the truth, and nothing but what it says is ever read from the files. Where another
program has written to it since, there is no archive; where a file is missing or damaged, that graph
is none of the archive's. Whoever asks then asks the database. What all documents share is not here: it
changes with every build, and is small.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import zlib
from pathlib import Path

_FOLDER = "graphs"
_SEAL = "seal"
_LEVEL = 1  # of compression: half the time of the usual one, for a third more of a tenth of the text


class Archive:
    """The text of the graphs of a version of a store. Use ``of`` to read one.

    Args:
        version: Folder of the version.
    """

    def __init__(self, version: Path) -> None:
        self._version = version
        self._folder = version / _FOLDER

    @classmethod
    def of(cls, version: Path) -> Archive | None:
        """The archive of a version; None where there is none that says what the database says."""
        archive = cls(version)
        try:
            seal = (archive._folder / _SEAL).read_text(encoding="utf-8")
            return archive if seal == archive._state() else None
        except (OSError, ValueError):
            return None

    def read(self, graph: str) -> bytes | None:
        """The lines of a graph.

        Args:
            graph: IRI of the graph.

        Returns:
            Lines of N-Triples in no fixed order; None where the archive does not have the graph.
        """
        try:
            return gzip.decompress(self._file(graph).read_bytes())
        except (OSError, EOFError, zlib.error):
            return None

    def write(self, graph: str, lines: bytes) -> None:
        """Puts the lines of a graph in, in the place of those there were.

        Args:
            graph: IRI of the graph.
            lines: Of N-Triples; none take the graph out.

        Raises:
            OSError: The disk is full.
        """
        file = self._file(graph)
        file.unlink(missing_ok=True)  # never written through: another version may have the very file
        if lines:
            self._folder.mkdir(exist_ok=True)
            file.write_bytes(gzip.compress(lines, _LEVEL, mtime=0))

    def carry(self, version: Path) -> None:
        """Gives the files to another version, which shares them as long as neither changes them.

        Args:
            version: Folder of the version, which has none yet.

        Raises:
            OSError: The disk is full.
        """
        target = version / _FOLDER
        target.mkdir()
        for entry in os.scandir(self._folder):
            if entry.name != _SEAL:
                try:
                    os.link(entry.path, target / entry.name)
                except OSError:  # a file system without links
                    shutil.copyfile(entry.path, target / entry.name)

    def seal(self) -> None:
        """Says that the files say what the database says, which is closed and not changed from now on.

        Raises:
            OSError: The disk is full.
        """
        self._folder.mkdir(exist_ok=True)
        (self._folder / _SEAL).write_text(self._state(), encoding="utf-8")

    def _file(self, graph: str) -> Path:
        return self._folder / f"{hashlib.sha256(graph.encode()).hexdigest()[:32]}.nt.gz"

    def _state(self) -> str:
        """What is another as soon as the database is opened for writing: RocksDB begins a new manifest."""
        manifest = (self._version / "CURRENT").read_text(encoding="utf-8").strip()
        return f"{manifest} {(self._version / manifest).stat().st_size}\n"

"""Sources on the command line: files, folders, standard input."""

from __future__ import annotations

import argparse
import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError
from .parallel import add_jobs

if TYPE_CHECKING:
    from ..extract.document import Document
    from ..extract.model import Reading
    from ..extract.review.corrections import Correction

#: Endings of the files that are taken from a folder. A file that is named is read whatever its name.
SUFFIXES = frozenset({"", ".md", ".markdown", ".text", ".txt", ".xml", ".akn"})

#: Ending of the files of corrections, which are no texts.
_REVIEW = ".review.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """A text to read.

    Attributes:
        name: As the user gave it, or as it was found in a folder; what messages say.
        data: The bytes of standard input; None for a file.
    """

    name: str
    data: bytes | None = None

    def text(self) -> Text:
        """Reads the text, and the corrections that lie beside its file.

        Raises:
            InputError: It cannot be read.
        """
        from ..extract.read import read_bytes, read_file
        from ..extract.review.reading import load_corrections

        if self.data is not None:
            return Text(self.name, read_bytes(self.data, self.name))
        path = Path(self.name)
        document = read_file(path)
        corrections, sha256 = load_corrections(path)
        return Text(self.name, replace(document, review=sha256), corrections)

    def reading(self) -> Reading:
        """Reads the text and what is in it.

        Raises:
            InputError: It cannot be read.
        """
        return self.text().reading()


@dataclass(frozen=True, slots=True)
class Text:
    """A text whose paragraphs are known, and what a reader has said of its acts.

    Attributes:
        name: Of its source.
        document: The text.
        corrections: In the order of their file.
    """

    name: str
    document: Document
    corrections: tuple[Correction, ...] = ()

    def reading(self) -> Reading:
        """Reads what is in the text, with the corrections.

        Raises:
            InputError: A correction names what is not there, or the text is in another language
                than English.
        """
        from ..extract.document import READ
        from ..extract.review.apply import read_reviewed

        if self.document.language != READ:
            raise InputError(
                f"its language is “{self.document.language}”, and acts are read in English alone",
                place=self.name,
                remedy="build it along with the English text, whose paragraphs get its words",
            )
        return read_reviewed(self.document, self.corrections)


def stale_lines(name: str, reading: Reading) -> tuple[str, ...]:
    """A line for each correction that no longer fits the text called ``name``."""
    return tuple(
        f"{name}: correction not applied: {line}; see “obligraph review {name}”" for line in reading.stale
    )


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Declares SOURCE… and --jobs."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder (with all texts beneath it), or - for standard input",
    )
    add_jobs(parser)


def debugging(args: argparse.Namespace) -> bool:
    """Whether the user wants to see where an error arises (--debug, which is declared for all)."""
    return bool(getattr(args, "debug", False))


def expand(arguments: Sequence[str]) -> tuple[Source, ...]:
    """Lists the sources that arguments stand for.

    Args:
        arguments: Files, folders or ``-``, in the order given.

    Returns:
        The files in that order, those of a folder sorted by path; each file once.

    Raises:
        InputError: A file or folder is not there, or a folder has no texts.
    """
    found: dict[str, Source] = {}
    for argument in arguments:
        if argument == "-":
            found.setdefault("-", Source("-", sys.stdin.buffer.read()))
            continue
        path = Path(argument)
        if path.is_dir():
            files = _texts(path)
            if not files:
                endings = ", ".join(sorted(s for s in SUFFIXES if s))
                raise InputError(
                    "no texts in this folder", place=argument, remedy=f"give a folder with {endings} files"
                )
        elif path.name.endswith(_REVIEW) and len(arguments) > 1:
            continue  # "folder/*" means the texts in it
        else:
            # A file that is not there is reported when it is read, so that the others are read.
            files = [path]
        for file in files:
            found.setdefault(os.path.realpath(file), Source(str(file)))
    return tuple(found.values())


def _mode(path: Path) -> int:
    """What kind of file it is, as ``st_mode``; 0 where the system does not say."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _texts(folder: Path) -> list[Path]:
    """The texts beneath a folder; no pipes, which would be waited for for ever, and nothing of a store."""
    from ..graph.folder import looks_like_store

    files = []
    for root, folders, names in os.walk(folder):
        if looks_like_store(names, folders):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            Path(root, name)
            for name in names
            if not name.startswith(".")
            and Path(name).suffix.lower() in SUFFIXES
            and not stat.S_ISFIFO(_mode(Path(root, name)))
        ]
    return sorted(files)

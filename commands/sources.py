"""Sources on the command line: files, folders, standard input; and the reading of many of them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..errors import InputError, ObligraphError

if TYPE_CHECKING:
    from ..extract.model import Document, Reading

T = TypeVar("T")

#: Endings of the files that are taken from a folder. A file that is named is read whatever its name.
SUFFIXES = frozenset({"", ".md", ".markdown", ".text", ".txt", ".xml", ".akn"})

#: Below this many files a pool costs more than it saves.
_FEW = 20


@dataclass(frozen=True, slots=True)
class Source:
    """A text to read.

    Attributes:
        name: As the user gave it, or as it was found in a folder; what messages say.
        data: The bytes of standard input; None for a file.
    """

    name: str
    data: bytes | None = None

    def document(self) -> Document:
        """Reads the text.

        Raises:
            InputError: It cannot be read.
        """
        from ..extract.read import read_bytes, read_file

        if self.data is not None:
            return read_bytes(self.data, self.name)
        return read_file(Path(self.name))

    def reading(self) -> Reading:
        """Reads the text and what is in it.

        Raises:
            InputError: It cannot be read.
        """
        from ..extract.pipeline import read_document

        return read_document(self.document())


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Declares SOURCE… and --jobs."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder (with all texts beneath it), or - for standard input",
    )
    add_jobs(parser)


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Declares --jobs."""
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help=f"processes that read (default: one a processor from {_FEW} files on, else one)",
    )


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 to 256")
    return int(text)


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
        else:
            # A file that is not there is reported when it is read, so that the others are read.
            files = [path]
        for file in files:
            found.setdefault(os.path.realpath(file), Source(str(file)))
    return tuple(found.values())


def _texts(folder: Path) -> list[Path]:
    files = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            Path(root, name)
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES
        ]
    return sorted(files)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that was not read: the line that says why, and the exit status that it asks for."""

    line: str
    status: int


def each(
    work: Callable[[Source], T], sources: Sequence[Source], jobs: int | None = None
) -> Iterator[tuple[Source, T | Failure]]:
    """Does a piece of work on every source, in several processes where that pays.

    Args:
        work: A function of a module (other processes must find it). Its result travels between
            processes, so it should be compact: a text rather than a tree of values.
        sources: What to work on.
        jobs: How many processes; None decides by the number of sources.

    Yields:
        Each source in order, with the result or why there is none.
    """
    processes = jobs or ((os.cpu_count() or 1) if len(sources) >= _FEW else 1)
    processes = min(processes, len(sources))
    if processes <= 1 or not hasattr(os, "fork"):
        for source in sources:
            yield source, _attempt(work, source)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from multiprocessing import get_context

    _warm()
    with ProcessPoolExecutor(processes, mp_context=get_context("fork"), initializer=_quiet) as pool:
        try:
            chunk = max(1, min(8, len(sources) // (4 * processes)))
            results = pool.map(partial(_attempt, work), sources, chunksize=chunk)
            yield from zip(sources, results, strict=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _attempt(work: Callable[[Source], T], source: Source) -> T | Failure:
    """The result, or why there is none: one bad text does not stop the others."""
    try:
        return work(source)
    except ObligraphError as error:
        if error.place:
            return Failure(str(error), error.status)
        return Failure(f"{source.name}: {error}", error.status)
    except OSError as error:
        return Failure(f"{source.name}: cannot read: {(error.strerror or str(error)).lower()}", 3)
    except MemoryError:
        return Failure(f"{source.name}: too large for this machine's memory", 3)
    except RecursionError:
        return Failure(f"{source.name}: nested too deeply", 3)
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure(f"{source.name}: a fault of obligraph: {reason}", 4)


def _warm() -> None:
    """Loads what every process needs before they part, so that it is loaded once."""
    from ..extract.pipeline import pipeline

    pipeline()


def _quiet() -> None:
    """Leaves Ctrl-C to the parent process."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)

"""Sources on the command line: files, folders, standard input; and the reading of many of them."""

from __future__ import annotations

import argparse
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from ..errors import InputError, ObligraphError

if TYPE_CHECKING:
    from ..extract.model import Document, Reading
    from ..extract.review.corrections import Correction

T = TypeVar("T")
Item = TypeVar("Item", bound="Named")

#: Endings of the files that are taken from a folder. A file that is named is read whatever its name.
SUFFIXES = frozenset({"", ".md", ".markdown", ".text", ".txt", ".xml", ".akn"})

#: Ending of the files of corrections, which are no texts.
_REVIEW = ".review.toml"

#: Items that each process may be ahead of the results, so that neither side waits for the other.
_AHEAD = 4

#: Below this many files a pool costs more than it saves.
_FEW = 20


class Named(Protocol):
    """What can be worked on: it has a name for messages."""

    @property
    def name(self) -> str:
        """What messages call it."""


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
        from ..extract.model import READ
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


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Declares --jobs."""
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help=f"processes that read (default: one a processor from {_FEW} files on, else one)",
    )


def debugging(args: argparse.Namespace) -> bool:
    """Whether the user wants to see where an error arises (--debug, which is declared for all)."""
    return bool(getattr(args, "debug", False))


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


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that was not read: the line that says why, and the exit status that it asks for."""

    line: str
    status: int


def processes(jobs: int | None, texts: int) -> int:
    """How many processes to read with.

    Args:
        jobs: What the user says; None leaves it to the number of texts.
        texts: How many texts there are to read.
    """
    if not hasattr(os, "fork"):
        return 1
    return max(1, min(texts, jobs or ((os.cpu_count() or 1) if texts >= _FEW else 1)))


def each(
    work: Callable[[Item], T], items: Iterable[Item], count: int, debug: bool = False
) -> Iterator[tuple[Item, T | Failure]]:
    """Does a piece of work on every item, in several processes if so wished.

    Args:
        work: A function of a module, for other processes must find it. Its result travels between
            them, so it should be compact: a text rather than a tree of values.
        items: What to work on; taken only a little ahead of the results.
        count: How many processes; with one, the work is done here.
        debug: Raise what is a fault of ours.

    Yields:
        Each item in order, with the result or why there is none.
    """
    if count <= 1:
        for item in items:
            yield item, attempt(work, item, debug)
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    _warm()
    waiting: deque[tuple[Item, Future[T | Failure]]] = deque()
    pool = ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=_be_worker)
    try:
        for item in items:
            waiting.append((item, pool.submit(attempt, work, item, debug)))
            if len(waiting) >= _AHEAD * count:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    except BrokenProcessPool as error:
        raise InputError(
            "the system ended a process that was reading", remedy="memory may be short: try --jobs 1"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def attempt(work: Callable[[Item], T], item: Item, debug: bool = False) -> T | Failure:
    """The result, or why there is none: one bad text does not stop the others."""
    try:
        return work(item)
    except ObligraphError as error:
        if error.place:
            return Failure(str(error), error.status)
        return Failure(f"{item.name}: {error}", error.status)
    except OSError as error:
        return Failure(f"{item.name}: cannot read: {(error.strerror or str(error)).lower()}", 3)
    except MemoryError:
        return Failure(f"{item.name}: too large for this machine's memory", 3)
    except RecursionError:
        return Failure(f"{item.name}: nested too deeply", 3)
    except Exception as error:
        if debug:
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure(f"{item.name}: a fault of obligraph: {reason}", 4)


def _warm() -> None:
    """Loads what every process needs before they part, so that it is loaded once."""
    from ..extract.pipeline import pipeline

    pipeline()


def _be_worker() -> None:
    """Leaves Ctrl-C to the parent process, and ends with it even when that is killed.

    A worker that outlived its parent would wait for work for ever, and keep what the parent had
    locked.
    """
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)

"""Work on many items in several processes, where one that fails does not stop the others."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from ..errors import InputError, ObligraphError
from .arguments import whole

T = TypeVar("T")
Item = TypeVar("Item", bound="Named")

#: Items that each process may be ahead of the results, so that neither side waits for the other.
_AHEAD = 4

#: Below this many files a pool costs more than it saves.
_FEW = 20


class Named(Protocol):
    """What can be worked on: it has a name for messages."""

    @property
    def name(self) -> str:
        """What messages call it."""


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Declares --jobs."""
    parser.add_argument(
        "--jobs",
        type=whole(1, 256),
        metavar="N",
        help=f"processes that read (default: one a processor from {_FEW} files on, else one)",
    )


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
    except Exception as error:  # one text must not cost the others of the batch
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

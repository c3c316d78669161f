"""What a worker process does: it opens the store and does one piece of work after another.

The database cannot be interrupted, so whatever asks it runs in such a process, which can be ended.
A piece of work is a function of a module, which is given the store and the arguments that were sent
with it; what it returns is sent back.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, TypeAlias

from ..errors import ObligraphError
from .problems import Problem

if TYPE_CHECKING:
    from ..graph.store import Store

#: A function of a module that asks the store; what it takes and gives must be picklable.
Work: TypeAlias = "Callable[Concatenate[Store, ...], Any]"

#: Bytes that a process may have grown by before it is replaced by a new one.
_GROWN = 512 * 2**20
#: Seconds after which a process whose parent has died before it could end it ends itself.
_GRACE = 10.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What a piece of work may take.

    Attributes:
        seconds: How long it may run.
        memory: Bytes beside what the process has when it begins.
    """

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes back.

    Attributes:
        value: What the work returned.
        error: The error that it ended with, in its place.
        tired: Whether the process has grown so much that it should be replaced.
    """

    value: Any = None
    error: ObligraphError | None = None
    tired: bool = False


def serve(connection: Connection, where: str, limits: Limits) -> None:
    """Works until the other side closes the connection.

    Args:
        connection: Brings pieces of work, a function and its arguments, and takes replies.
        where: The store: a folder, or an address.
        limits: For each piece of work.
    """
    from ..commands.limits import limit_memory

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to deal with
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    store: Store | None = None
    first = _size()
    connection.send(Reply())
    while True:
        try:
            work, arguments = connection.recv()
        except (EOFError, OSError):
            return
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE)
        try:
            limit_memory()  # more than a query has, for a store that is to be opened
            store = _opened(store, where)
            limit_memory(limits.memory)
            reply = Reply(work(store, *arguments))
        except ObligraphError as error:
            reply = Reply(error=error)
        except MemoryError:
            reply = Reply(error=too_much_memory(), tired=True)
        except RecursionError:
            reply = Reply(error=Problem("nested too deeply to be answered", remedy="write it flatter"))
        except Exception as error:  # the worker goes on to the next request, and the log has the fault
            reason = " ".join(f"{type(error).__name__}: {error}".split())
            print(f"obligraph: a fault of obligraph: {reason}", file=sys.stderr, flush=True)
            reply = Reply(error=Problem("a fault of the server, not of yours", code=500))
        signal.setitimer(signal.ITIMER_REAL, 0)
        if _size() - first > _GROWN:
            reply = Reply(reply.value, reply.error, tired=True)
        try:
            connection.send(reply)
        except OSError:
            return


def too_much_memory() -> Problem:
    """The error of a query that takes more memory than it may."""
    return Problem("the answer takes more memory than is allowed", code=422, remedy="ask for less")


def _opened(store: Store | None, where: str) -> Store:
    """The store as it is now: opened anew where a build has replaced it."""
    from ..graph.store import open_store

    if store is None:
        return open_store(where)
    store.refresh()
    return store


def _size() -> int:
    """Bytes of address space of this process; 0 where the system does not say."""
    with suppress(OSError, ValueError, IndexError, AttributeError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * os.sysconf("SC_PAGESIZE")
    return 0

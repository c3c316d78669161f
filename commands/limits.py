"""Limits of time and memory for a query, which may be a stranger's.

The database cannot be interrupted, and its iterators hold the interpreter while they look for the
next row. So the work is done by a child process, which the system ends when its alarm rings.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from ..errors import QueryError

#: Bytes of memory that a query may take beside what the process has when it begins.
MEMORY = 4 * 2**30


class Clock:
    """Starts and stops the limits, from within the work.

    Args:
        seconds: How long it may run; None for ever, where the system has no alarm.
    """

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds

    def start(self) -> None:
        """The work begins that the limits are for."""
        if self._seconds is not None:
            limit_memory()
            signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends the process
            signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def stop(self) -> None:
        """That work is done; what follows (writing, a reader who pages) takes as long as it takes."""
        if self._seconds is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)


def limited(work: Callable[[Clock], int], seconds: float, guard: Callable[[Callable[[], int]], int]) -> int:
    """Does a piece of work in a child process that is ended when it takes too long.

    The store is opened by the child, never before: a database's threads do not survive a fork.
    Where the system has no fork, the work is done here and without a limit.

    Args:
        work: What to do. It starts and stops the clock, and returns the exit status.
        seconds: How long the clock may run.
        guard: Runs the work and turns its errors into a line and an exit status, as the command
            line does for everything.

    Returns:
        The exit status.

    Raises:
        QueryError: The time is over, or the system ended the child, for want of memory as a rule.
    """
    if not hasattr(os, "fork"):
        return work(Clock(None))
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        _be_child(lambda: guard(lambda: work(Clock(seconds))))
    try:
        _, status = os.waitpid(child, 0)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    if not os.WIFSIGNALED(status):
        return os.waitstatus_to_exitcode(status)
    ended_by = os.WTERMSIG(status)
    if ended_by == signal.SIGALRM:
        raise QueryError(
            f"no answer within {seconds:g} seconds", remedy="ask for less, or allow more with --timeout"
        )
    raise QueryError(
        f"the system ended the query ({signal.Signals(ended_by).name})",
        remedy="ask for less: memory may be short",
    )


def _be_child(work: Callable[[], int]) -> NoReturn:
    """Does the work and ends the process, so that nothing of the parent's runs twice."""
    status = 4
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C is the parent's to report
    try:
        status = work()
    except BaseException:  # what --debug lets through
        import traceback

        traceback.print_exc()
    finally:
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        os._exit(status)


def limit_memory(more: int | None = None) -> None:
    """Limits the memory of this process, where the system can say how much it has.

    Args:
        more: Bytes that it may take beside what it has now; ``MEMORY`` where None.
    """
    import resource

    with suppress(OSError, ValueError, IndexError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + (MEMORY if more is None else more)
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))

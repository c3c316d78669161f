"""A time limit for work that cannot be interrupted: it is done by a child process that can be ended."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import NoReturn

from ..errors import QueryError

#: What the child says to its parent: the clock starts, the clock stops.
_START, _STOP = b"s", b"e"


class Clock:
    """The child's side of the pipe, by which it starts and stops the parent's clock."""

    def __init__(self, pipe: int | None) -> None:
        self._pipe = pipe

    def start(self) -> None:
        """The work begins that the limit is for."""
        self._tell(_START)

    def stop(self) -> None:
        """That work is done; what follows (writing, a reader who pages) takes as long as it takes."""
        self._tell(_STOP)

    def _tell(self, word: bytes) -> None:
        if self._pipe is not None:
            os.write(self._pipe, word)


def limited(work: Callable[[Clock], int], seconds: float, guard: Callable[[Callable[[], int]], int]) -> int:
    """Does a piece of work in a child process that is ended when it takes too long.

    The store is opened by the child, never before: its threads would not survive the fork. Where
    the system has no fork, the work is done here and without a limit.

    Args:
        work: What to do. It starts and stops the clock, and returns the exit status.
        seconds: How long the clock may run.
        guard: Runs the work and turns its errors into a line and an exit status, as the command
            line does for everything.

    Returns:
        The exit status.

    Raises:
        QueryError: The time is over, or the system ended the child (for want of memory).
    """
    if not hasattr(os, "fork"):
        return work(Clock(None))
    receive, send = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(receive)
        _be_child(lambda: guard(lambda: work(Clock(send))))
    os.close(send)
    try:
        in_time = _watch(receive, seconds)
        if not in_time:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    finally:
        os.close(receive)
    if not in_time:
        raise QueryError(
            f"no answer within {seconds:g} seconds",
            remedy="ask for less, or allow more with --timeout",
        )
    if os.WIFSIGNALED(status):
        name = signal.Signals(os.WTERMSIG(status)).name
        raise QueryError(f"the system ended the query ({name})", remedy="ask for less; memory may be short")
    return os.waitstatus_to_exitcode(status)


def _be_child(work: Callable[[], int]) -> NoReturn:
    """Does the work and ends the process, so that nothing of the parent's runs twice."""
    status = 4
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C is the parent's to report
    try:
        status = work()
    finally:
        os._exit(status)


def _watch(pipe: int, seconds: float) -> bool:
    """Waits until the child closes the pipe; False if the clock ran out before."""
    deadline: float | None = None
    while True:
        left = None if deadline is None else max(0.0, deadline - time.monotonic())
        ready, _, _ = select.select([pipe], [], [], left)
        if not ready:
            return False
        for word in (said := os.read(pipe, 64)):
            deadline = time.monotonic() + seconds if bytes([word]) == _START else None
        if not said:
            return True

"""A pool of worker processes, each of which can be ended and replaced.

Requests wait in a line for a free worker. The line has an end: whoever comes when it is full, or
has waited too long in it, is told to come back later.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from ..errors import ObligraphError
from .problems import Problem
from .worker import Limits, Reply, serve, too_much_memory

if TYPE_CHECKING:
    from ..graph.store import Store

P = ParamSpec("P")
T = TypeVar("T")

#: Seconds that a new worker has to get ready; it opens the store only later.
_START = 60.0
#: Seconds between looks at whether the asker has left.
_LOOK = 0.2


class Gone(Exception):
    """The asker has left before the answer was there."""


class _Worker:
    """The near side of a worker process. One thread at a time talks to it."""

    def __init__(self, where: str, limits: Limits) -> None:
        self._where = where
        self._limits = limits
        self._closed = False
        self.start()

    def start(self) -> None:
        """Starts a process; it gets ready while others work."""
        context = multiprocessing.get_context("spawn")
        near, far = context.Pipe()
        self._process = context.Process(
            target=serve, args=(far, self._where, self._limits), name="obligraph worker", daemon=True
        )
        self._process.start()
        far.close()
        self._connection: Connection = near
        self._ready = False

    def wait(self) -> None:
        """Waits until the process is ready.

        Raises:
            Problem: It does not get ready.
        """
        if self._ready:
            return
        with suppress(EOFError, OSError):
            if self._connection.poll(_START):
                self._connection.recv()
                self._ready = True
                return
        raise Problem("a worker of the server does not start", code=500)

    def do(self, work: Callable[..., Any], arguments: tuple[Any, ...], gone: threading.Event) -> Any:
        """Has a piece of work done; ends and replaces the process where that takes too long.

        Raises:
            ObligraphError: What the work ended with, or the limit that it broke.
            Gone: Nobody waits for the answer any more.
        """
        try:
            self.wait()
            self._connection.send((work, arguments))
            end = time.monotonic() + self._limits.seconds
            while not self._connection.poll(max(0.0, min(_LOOK, end - time.monotonic()))):
                if gone.is_set():
                    raise Gone
                if time.monotonic() >= end:
                    raise Problem(
                        f"no answer within {self._limits.seconds:g} seconds",
                        code=504,
                        remedy="ask for less, or run a server with a longer --timeout",
                    )
            reply: Reply = self._connection.recv()
        except (EOFError, OSError) as error:
            self._process.join(1)
            ended = self._process.exitcode
            self._replace()
            if ended is not None and -ended in (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS):
                raise too_much_memory() from error
            raise Problem(
                "the process that worked on this was ended by the system", code=500, remedy="ask for less"
            ) from error
        except (Problem, Gone):
            self._replace()
            raise
        if reply.tired:
            self._replace()
        if reply.error is not None:
            raise reply.error
        return reply.value

    def close(self) -> None:
        """Ends the process for good."""
        self._closed = True
        self._end()

    def _replace(self) -> None:
        self._end()
        if not self._closed:
            self.start()

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


class Pool:
    """Workers on one store.

    Args:
        where: The store: a folder, or an address.
        workers: How many processes.
        limits: For each piece of work.
        waiting: How many may wait in line.
    """

    def __init__(self, where: str, *, workers: int, limits: Limits, waiting: int = 64) -> None:
        self.where = where
        self.limits = limits
        self.workers = workers
        self._waiting = waiting
        self._in_line = 0
        self._threads: ThreadPoolExecutor | None = None
        self._all: list[_Worker] = []

    async def start(self) -> None:
        """Starts the workers; when it returns, they are ready.

        Raises:
            Problem: One does not get ready.
        """
        self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="obligraph worker")
        self._free: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()  # the one that is warm comes first
        self._all = [_Worker(self.where, self.limits) for _ in range(self.workers)]
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, one.wait) for one in self._all))
        for worker in self._all:
            self._free.put_nowait(worker)

    async def close(self) -> None:
        """Ends the workers, whatever they are doing."""
        for worker in self._all:
            worker.close()
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)

    async def ask(self, work: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Has a function of a module called with the store, in a worker.

        Args:
            work: The function. It, its arguments and what it returns must be picklable.
            args: What it is given beside the store, by place.
            kwargs: None: arguments are given by place.

        Raises:
            ObligraphError: What the function raised, or a ``Problem``: a limit, or a full line.
        """
        assert not kwargs, "arguments are given by place"
        worker = await self._next()
        gone = threading.Event()
        loop = asyncio.get_running_loop()
        assert self._threads is not None
        future: Future[Any] = self._threads.submit(worker.do, work, args, gone)
        # The worker is free when its thread is, which may be later than an asker who leaves.
        future.add_done_callback(lambda _: self._give_back(loop, worker))
        try:
            value: T = await asyncio.wrap_future(future)
            return value
        except asyncio.CancelledError:
            gone.set()
            raise

    async def _next(self) -> _Worker:
        """A worker that is free."""
        if self._free.empty() and self._in_line >= self._waiting:
            raise self._busy()
        self._in_line += 1
        try:
            return await asyncio.wait_for(self._free.get(), 2 * self.limits.seconds)
        except TimeoutError:
            raise self._busy() from None
        finally:
            self._in_line -= 1

    def _busy(self) -> ObligraphError:
        return Problem(
            "the server is busy with other queries",
            code=503,
            remedy="ask again in a few seconds",
            retry_after=max(1, min(10, round(self.limits.seconds))),
        )

    def _give_back(self, loop: asyncio.AbstractEventLoop, worker: _Worker) -> None:
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(self._free.put_nowait, worker)

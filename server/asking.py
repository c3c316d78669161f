"""What every group of routes uses: the settings, the workers, the parameters of a request."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import parse_qsl

from .pool import Pool
from .problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request

    from ..graph.store import Store

P = ParamSpec("P")
T = TypeVar("T")

#: Bytes of the longest query, which is longer than any that a person writes.
LONGEST = 2**20
#: Parameters of the longest request.
_MOST = 200
#: Seconds between looks at whether the client has left.
_LOOK = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server is to run.

    Attributes:
        where: The store: a folder, or an address.
        seconds: How long a query may take.
        rows: How many rows or triples an answer may have.
        workers: How many processes answer queries.
        memory: Bytes that a query may take.
        hosts: Names by which the server may be called; none for any name. A server that only this
            machine reaches knows its names, which keeps a web page from calling it by another.
        origins: Origins whose pages may read from the server; ``*`` is all.
    """

    where: str
    seconds: float = 30.0
    rows: int = 100_000
    workers: int = 4
    memory: int = 2 * 2**30
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


def settings(request: Request) -> Settings:
    """The settings of the server that got a request."""
    found: Settings = request.app.state.settings
    return found


async def ask(
    request: Request, work: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Has a function of a module called with the store, in a worker that can be ended.

    Args:
        request: For which it is done: the work ends when the client leaves.
        work: The function. It, its arguments and what it returns must be picklable.
        args: What it is given beside the store, by place.
        kwargs: None: arguments are given by place.

    Raises:
        ObligraphError: What the function raised, or a ``Problem``: a limit was reached, or the
            server is busy.
    """
    pool: Pool = request.app.state.pool
    task = asyncio.ensure_future(pool.ask(work, *args, **kwargs))
    try:
        while True:
            done, _ = await asyncio.wait({task}, timeout=_LOOK)
            if done:
                return task.result()
            if await request.is_disconnected():
                raise Problem("the client has left", code=499)
    finally:
        task.cancel()


async def body(request: Request) -> bytes:
    """The body of a request.

    Raises:
        Problem: It is too long.
    """
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > LONGEST:
            raise Problem(
                f"the request is longer than {LONGEST} bytes", code=413, remedy="send a shorter query"
            )
    return bytes(found)


def parameters(encoded: bytes) -> dict[str, list[str]]:
    """The parameters of a request, from the query of its address or from a form.

    Raises:
        Problem: They are no text in UTF-8, or too many.
    """
    try:
        pairs = parse_qsl(
            encoded.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=_MOST
        )
    except UnicodeDecodeError:
        raise Problem("the parameters are not text in UTF-8") from None
    except ValueError:
        raise Problem(f"more than {_MOST} parameters") from None
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def of_address(request: Request) -> dict[str, list[str]]:
    """The parameters in the address of a request.

    Raises:
        Problem: They are no text in UTF-8, or too many.
    """
    encoded: bytes = request.scope["query_string"]
    return parameters(encoded)


def address(request: Request, path: str) -> str:
    """The whole address of a path on this server, as this client calls the server."""
    called = request.headers.get("host", "")
    if not re.fullmatch(r"[A-Za-z0-9.:\[\]_-]+", called):
        called = "localhost"
    return f"{request.url.scheme}://{called}{path}"


def encoded_all(value: Any) -> bytes:
    """A value as JSON, for an answer."""
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

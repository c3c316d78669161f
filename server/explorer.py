"""The explorer, live: the page, and what it asks for, of a part of the store.

The page is the one that ``view explorer`` writes, without data of its own. It fetches them, for
a span of time or for documents that its address names. Of many documents the newest are taken, as
many as its address says, and the page says so: a browser holds some hundred of them well.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import near, no_such
from .asking import ask, of_address
from .problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from ..graph.store import Store

NEWEST = (60, 120, 300)
"""How many documents are sent at once: the first unless more are asked for, and never more than the last.
Measured on 22 November 2026 on a store of 1,241 texts on disk: to load and put together 60 takes a worker
some 3 s of a processor, 120 take 6 s and 300 take 14 s."""

_KNOWN = frozenset({"since", "until", "document", "newest"})


def routes() -> list[BaseRoute]:
    """The page and its data."""
    from starlette.routing import Route

    return [Route("/explorer", explorer), Route("/explorer/data", explorer_data)]


async def explorer(request: Request) -> Response:
    """The page; its script fetches the data that its address asks for."""
    from starlette.responses import Response

    from ..graph.explorer.page import page_with

    _asked(request)  # so that what cannot be asked for is refused at once
    query = request.scope["query_string"].decode("ascii", "replace")
    data = {
        "title": "Who asks whom",
        "about": "Asking the store …",
        "fetch": f"/explorer/data{'?' if query else ''}{query}",
    }
    page, policy = page_with(data, connect="'self'")
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Cache-Control": "no-cache",
    }
    return Response(page.encode("utf-8"), headers=headers)


async def explorer_data(request: Request) -> Response:
    """What the explorer shows of the documents that are asked for, as JSON."""
    from starlette.responses import Response

    found = await ask(request, _data, *_asked(request))
    headers = {"Content-Type": "application/json", "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        import gzip

        return Response(gzip.decompress(found), headers=headers)
    return Response(found, headers=headers | {"Content-Encoding": "gzip"})


def _asked(request: Request) -> tuple[date | None, date | None, tuple[str, ...], int]:
    """The first and the last day of adoption, symbols, and the most documents, that an address names.

    Raises:
        WrongNameError: A parameter is none of these.
        Problem: One is no day, or no number of documents.
    """
    given = of_address(request)
    if unknown := sorted(given.keys() - _KNOWN):
        raise no_such("parameter", unknown[0], otherwise=f"use {', '.join(sorted(_KNOWN))}")

    def last(name: str) -> str:
        return next((value for value in reversed(given.get(name, ())) if value), "")

    def day(name: str) -> date | None:
        try:
            return date.fromisoformat(last(name)) if last(name) else None
        except ValueError:
            raise Problem(f"{name} is no day", remedy="write it as 2016-12-31") from None

    newest = last("newest") or str(NEWEST[0])
    if not (newest.isascii() and newest.isdecimal() and len(newest) < 5 and 1 <= int(newest) <= NEWEST[-1]):
        raise Problem("newest is no number of documents", remedy=f"write one from 1 to {NEWEST[-1]}")
    documents = tuple(value for value in given.get("document", ()) if value)
    return day("since"), day("until"), documents, int(newest)


def _data(
    store: Store, since: date | None, until: date | None, symbols: tuple[str, ...], newest: int
) -> bytes:
    """The data as JSON, packed; done by a worker."""
    import gzip
    import json

    from ..graph.explorer.load import load_days
    from ..graph.explorer.page import data_of
    from ..graph.views.facts import Filters

    every = load_days(store)
    days = [day for day, _ in every if day]
    first, last = (one.isoformat() if one else "" for one in (since, until))
    there = [
        symbol
        for day, symbol in every
        if (not symbols or symbol in symbols)
        and (not first or day >= first)
        and (not last or "" < day <= last)
    ]
    if missing := sorted(set(symbols) - {symbol for _, symbol in every}):
        raise no_such("document", missing[0], near(missing[0], (symbol for _, symbol in every)))
    taken = there[-newest:]
    data: dict[str, Any] = data_of(store, Filters.of(documents=taken), live="/") if taken else {}
    data["span"] = {
        "since": first,
        "until": last,
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "taken": len(taken),
        "there": len(there),
        "newest": newest,
        "numbers": NEWEST,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8"), compresslevel=6, mtime=0)

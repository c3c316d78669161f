"""The page to ask with: an editor, and the named queries as forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assets import html

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """The page, at the root."""
    from starlette.routing import Route

    return [Route("/", home)]


async def home(_: Request) -> Response:
    """The page; its script fetches the list of queries."""
    from starlette.responses import Response

    headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache"}
    return Response(html("home.html"), headers=headers)

"""The scripts and styles of the pages, and the pages' templates: package data, read once."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .problems import Problem

if TYPE_CHECKING:
    from jinja2 import Environment
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


def routes() -> list[BaseRoute]:
    """One address for each script and style."""
    from starlette.routing import Route

    return [Route("/static/{name}", static)]


async def static(request: Request) -> Response:
    """A script or a style. What is no name of ours is not looked for anywhere."""
    from starlette.responses import Response

    found = _assets().get(request.path_params["name"])
    if found is None:
        raise Problem("there is no such file", code=404)
    content, content_type, tag = found
    headers = {"Content-Type": content_type, "ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers)


def html(name: str, **values: Any) -> bytes:
    """A page from its template; all values are text, and none of it is taken for HTML.

    Args:
        name: Of the template, a file of ``pages``.
        values: What it shows.
    """
    return _templates().get_template(name).render(**values).encode("utf-8", "replace")


@cache
def _assets() -> dict[str, tuple[bytes, str, str]]:
    """Content, type and tag of each script and style, by name."""
    found = {}
    look = files("obligraph.graph.explorer.web") / "base.css"  # colours and letters, alike on all pages
    for entry in (look, *files(f"{__package__}.pages").iterdir()):
        content_type = _TYPES.get(f".{entry.name.rpartition('.')[2]}")
        if content_type:
            content = entry.read_bytes()
            found[entry.name] = (content, content_type, f'"{hashlib.sha256(content).hexdigest()[:16]}"')
    return found


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = files(f"{__package__}.pages")
    return Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""The SPARQL 1.1 Protocol, for queries: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from ..graph.dataset import Dataset
from .answers import Answered, Wanted, answer_text
from .asking import address, ask, body, of_address, parameters, settings
from .negotiate import HTML, TABLES, TRIPLES, choose, required
from .problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

PATH = "/sparql"
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_IRI = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):[^<>\"{}|^`\\\x00-\x20]*")


def routes() -> list[BaseRoute]:
    """The endpoint."""
    from starlette.routing import Route

    return [Route(PATH, endpoint, methods=["GET", "POST"])]


async def endpoint(request: Request) -> Response:
    """Answers a query, or describes the service where a GET brings none."""
    if request.method != "POST":
        given = of_address(request)
        _refuse_update(given)
        if is_browser(request):
            text = _one(given, "query") if "query" in given else ""
            return to_page("sparql", {"query": text} if text else {})
        if "query" not in given:
            return _described(request)
        return await _answered(request, _one(given, "query"), given)
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == _UPDATE:
        raise _no_update()
    if content_type == _QUERY:
        given = of_address(request)
        _refuse_update(given)
        if "query" in given:
            raise Problem("a query in the address and one in the body", remedy="send one of them")
        return await _answered(request, _decoded(await body(request)), given)
    if content_type == _FORM:
        given = parameters(await body(request))
        _refuse_update(given)
        if "query" not in given:
            raise Problem("no query in the form", remedy="send it as the parameter “query”")
        return await _answered(request, _one(given, "query"), given)
    called = f"“{content_type[:80]}”" if content_type.isprintable() and content_type else "this type"
    raise Problem(
        f"a query of {called} cannot be read", code=415, remedy=f"send it as {_QUERY} or as {_FORM}"
    )


async def _answered(request: Request, text: str, given: Mapping[str, list[str]]) -> Response:
    if not text.strip():
        raise Problem("the query is empty", remedy="send SPARQL")
    wanted = Wanted.of(request.headers.get("accept"), settings(request).rows)
    return response(await ask(request, answer_text, text, _dataset(given), wanted))


def response(answered: Answered) -> Response:
    """The answer to a query as a response."""
    from starlette.responses import Response

    headers = {"Content-Type": answered.content_type, "Vary": "Accept", "Cache-Control": "no-cache"}
    return Response(answered.body, headers=headers)


def is_browser(request: Request) -> bool:
    """Whether the client would rather have a page than an answer's own forms."""
    form = choose(request.headers.get("accept"), (*TABLES, *TRIPLES, HTML))
    return form is not None and form.kind == HTML.kind


def to_page(name: str, given: Mapping[str, str]) -> Response:
    """Leads a browser to the page that asks.

    Args:
        name: Of a named query; ``sparql`` for the editor.
        given: What to ask with.
    """
    from starlette.responses import RedirectResponse

    encoded = f"?{urlencode(given, quote_via=quote)}" if given else ""
    return RedirectResponse(f"/#{name}{encoded}", status_code=303, headers={"Vary": "Accept"})


def _described(request: Request) -> Response:
    from starlette.responses import Response

    form = required(request.headers.get("accept"), TRIPLES)
    from .describe import description

    return Response(
        description(address(request, PATH), form.kind),
        headers={"Content-Type": form.content_type, "Vary": "Accept"},
    )


def _dataset(given: Mapping[str, list[str]]) -> Dataset | None:
    """The graphs that a request names; None where it names none."""
    default, named = given.get("default-graph-uri", []), given.get("named-graph-uri", [])
    if not default and not named:
        return None
    for iri in (*default, *named):
        matched = _IRI.fullmatch(iri)
        if not matched:
            raise Problem("the name of a graph is no absolute IRI", remedy="name a graph of this store")
        if matched[1].lower() == "file":
            raise Problem(
                "a graph in a file is refused: a query reads the graphs of this store and nothing else",
                remedy="name a graph of this store",
            )
    return Dataset(tuple(default), tuple(named))


def _one(given: Mapping[str, list[str]], name: str) -> str:
    """The value of a parameter that may be given once."""
    values = given[name]
    if len(values) > 1:
        raise Problem(f"the parameter “{name}” is given {len(values)} times", remedy="give it once")
    return values[0]


def _refuse_update(given: Mapping[str, list[str]]) -> None:
    if any(name in given for name in ("update", "using-graph-uri", "using-named-graph-uri")):
        raise _no_update()


def _no_update() -> Problem:
    return Problem(
        "UPDATE is refused: this endpoint only reads",
        code=403,
        remedy="change a store with “obligraph build”",
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem("the query is not text in UTF-8") from None

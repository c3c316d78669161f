"""The named queries: their list, and their answers at an address each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..errors import near, no_such
from ..ontology.vocabulary import concepts
from ..queries.library import TOPICS, Parameter, Query, library
from ..queries.parameters import FORCES
from .answers import Wanted, answer_query
from .asking import ask, encoded_all, of_address, settings
from .negotiate import TABLES, TRIPLES, Form
from .problems import Problem
from .protocol import is_browser, response, to_page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

PATH = "/queries"


@cache
def queries_by_name() -> Mapping[str, Query]:
    """The named queries, which are read once."""
    return library()


def routes() -> list[BaseRoute]:
    """The list and the queries."""
    from starlette.routing import Route

    return [Route(PATH, listing), Route(f"{PATH}/{{name}}", one)]


async def listing(request: Request) -> Response:
    """All named queries, as JSON."""
    from starlette.responses import Response

    topics = {topic: rank for rank, topic in enumerate(TOPICS)}
    queries = sorted(queries_by_name().values(), key=lambda query: (topics.get(query.topic, -1), query.name))
    described = [_described(query) for query in queries]
    return Response(encoded_all(described), headers={"Content-Type": "application/json"})


async def one(request: Request) -> Response:
    """Answers a named query; a browser is led to the page that asks it."""
    name: str = request.path_params["name"]
    queries = queries_by_name()
    suffix = name.rpartition(".")[2]
    form = {offer.kind: Form(offer.kind, offer.media_type) for offer in (*TABLES, *TRIPLES)}.get(suffix)
    if form is not None:
        name = name.removesuffix(f".{suffix}")
    if name not in queries:
        wrong = no_such("query", name, near(name, queries), otherwise=f"{PATH} lists them")
        raise Problem(wrong.message, code=404, remedy=wrong.remedy)
    given = _given(queries[name], of_address(request))
    accept = request.headers.get("accept")
    if form is not None:
        accept = form.media_type
    elif is_browser(request):
        return to_page(name, given)
    wanted = Wanted.of(accept, settings(request).rows)
    return response(await ask(request, answer_query, queries[name], given, wanted))


def _given(query: Query, found: Mapping[str, list[str]]) -> dict[str, str]:
    """The parameters of a request, each once, all known, none missing."""
    names = [parameter.name for parameter in query.parameters]
    for name, values in found.items():
        if name not in names:
            raise no_such(
                "parameter",
                name,
                of=f"the query {query.name}",
                otherwise=f"its parameters are: {', '.join(names) or 'none'}",
            )
        if len(values) > 1:
            raise Problem(f"the parameter {name} is given {len(values)} times", remedy="give it once")
    given = {name: values[0] for name, values in found.items() if values[0].strip()}
    for parameter in query.parameters:
        if parameter.required and parameter.default is None and parameter.name not in given:
            raise Problem(
                f"the query {query.name} needs the parameter {parameter.name}: {parameter.description}",
                remedy=f"put {parameter.name}=… behind the address",
            )
    return given


def _described(query: Query) -> dict[str, Any]:
    return {
        "name": query.name,
        "title": query.title,
        "description": query.description,
        "topic": TOPICS.get(query.topic, ""),
        "example": dict(query.example),
        "parameters": [_parameter(parameter) for parameter in query.parameters],
        "text": query.text,
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": parameter.name,
        "kind": parameter.kind,
        "description": parameter.description,
        "required": parameter.required,
    }
    if parameter.default is not None:
        found["default"] = parameter.default
    if parameter.kind == "force":
        found["choices"] = list(FORCES)
    elif parameter.kind == "verb":
        found["choices"] = sorted(concept.label for concept in concepts("verb").values())
    return found

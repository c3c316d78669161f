"""The description of the server in OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.1.html."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..queries.library import Parameter, Query
from ..queries.parameters import FORCES
from .asking import encoded_all, settings
from .named import PATH as QUERIES
from .named import queries_by_name
from .negotiate import HTML, TABLES, TRIPLES, Offer
from .protocol import PATH as SPARQL
from .suggestions import PATH as SUGGESTIONS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

PATH = "/openapi.json"
_TEXT = {"text/plain": {"schema": {"type": "string"}}}
_REASONS = {
    400: "The request is malformed, or asks for what is refused; the text says where and what to do.",
    403: "An update: the server only reads.",
    404: "There is no such thing.",
    406: "None of the forms that the client accepts is on offer.",
    413: "The request is too long.",
    415: "The body is of a type that is not understood.",
    421: "The server does not go by the name that it was called by.",
    422: "The answer is longer than is allowed, or takes more memory.",
    500: "A fault of the server.",
    503: "The server is busy with other queries, or the store is not there any more.",
    504: "The answer takes longer than is allowed.",
}
_ASKING = (400, 406, 421, 422, 500, 503, 504)


def routes() -> list[BaseRoute]:
    """The description's address."""
    from starlette.routing import Route

    return [Route(PATH, described)]


async def described(request: Request) -> Response:
    """The description, as JSON."""
    from starlette.responses import Response

    body = encoded_all(description(settings(request).rows))
    return Response(body, headers={"Content-Type": "application/json"})


def description(rows: int) -> dict[str, Any]:
    """The description as a value that JSON can hold.

    Args:
        rows: How many rows or triples an answer may have.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "obligraph",
            "version": __version__,
            "summary": "Who asks whom to do what, under which instrument, by when, and in which words.",
            "description": f"Reads only. An answer has at most {rows} rows or triples; one that would be "
            "longer, or takes too long, is an error and never cut.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {
            SPARQL: {"get": _sparql_get(), "post": _sparql_post()},
            QUERIES: {"get": _listing()},
            **{f"{QUERIES}/{query.name}": {"get": _named(query)} for query in queries_by_name().values()},
            f"{SUGGESTIONS}/{{kind}}": {"get": _suggestions()},
            "/actor/{key}": {"get": _thing()},
        },
    }


def _responses(content: Mapping[str, Any], codes: Sequence[int], words: str) -> dict[str, Any]:
    found: dict[str, Any] = {"200": {"description": words, "content": dict(content)}}
    for code in codes:
        found[str(code)] = {"description": _REASONS[code], "content": _TEXT}
    if "503" in found:
        seconds = {"description": "Seconds to wait.", "schema": {"type": "integer"}}
        found["503"]["headers"] = {"Retry-After": seconds}
    return found


def _content(offers: Sequence[Offer]) -> dict[str, Any]:
    """The media types of an answer; JSON is described further."""
    found: dict[str, Any] = {}
    for offer in offers:
        for media_type in offer.types:
            found[media_type] = {"schema": {"type": "string"}}
    for media_type in ("application/sparql-results+json",):
        if media_type in found:
            found[media_type] = {"schema": _RESULTS}
    for media_type in ("application/json", "application/ld+json"):
        if media_type in found:
            found[media_type] = {"schema": {"type": ["object", "array"]}}
    return found


_RESULTS = {
    "type": "object",
    "required": ["head"],
    "properties": {
        "head": {
            "type": "object",
            "properties": {"vars": {"type": "array", "items": {"type": "string"}}},
        },
        "boolean": {"type": "boolean"},
        "results": {
            "type": "object",
            "required": ["bindings"],
            "properties": {"bindings": {"type": "array", "items": {"type": "object"}}},
        },
    },
}
_GRAPHS = [
    {
        "name": name,
        "in": "query",
        "description": words,
        "schema": {"type": "array", "items": {"type": "string", "format": "uri"}},
    }
    for name, words in (
        ("default-graph-uri", "A graph to ask, in the place of all; may be repeated."),
        ("named-graph-uri", "A graph that GRAPH finds; may be repeated."),
    )
]
_EXAMPLE = "SELECT ?who ?words WHERE { ?o og:bearer/skos:prefLabel ?who ; og:action/og:text ?words } LIMIT 3"


def _sparql_get() -> dict[str, Any]:
    return {
        "operationId": "ask",
        "summary": "Answer a query; without one, describe the service.",
        "parameters": [
            {"name": "query", "in": "query", "schema": {"type": "string"}, "example": _EXAMPLE},
            *_GRAPHS,
        ],
        "responses": {
            **_responses(_content((*TABLES, *TRIPLES)), (403, *_ASKING), "The answer."),
            "303": {"description": "To the page to ask with, for a browser."},
        },
    }


def _sparql_post() -> dict[str, Any]:
    form = {"query": {"type": "string"}}
    for graph in _GRAPHS:
        form[str(graph["name"])] = graph["schema"]  # type: ignore[assignment]  # a schema of another shape
    return {
        "operationId": "askByPost",
        "summary": "Answer a query.",
        "requestBody": {
            "required": True,
            "content": {
                "application/sparql-query": {"schema": {"type": "string"}, "example": _EXAMPLE},
                "application/x-www-form-urlencoded": {
                    "schema": {"type": "object", "required": ["query"], "properties": form},
                    "example": {"query": _EXAMPLE},
                },
            },
        },
        "responses": _responses(
            _content((*TABLES, *TRIPLES)), (*_ASKING[:1], 403, 413, 415, *_ASKING[1:]), "The answer."
        ),
    }


def _listing() -> dict[str, Any]:
    item = {
        "type": "object",
        "required": ["name", "title", "description", "parameters", "text"],
        "properties": {
            "name": {"type": "string"},
            "title": {"type": "string"},
            "description": {"type": "string"},
            "topic": {"type": "string"},
            "example": {"type": "object"},
            "text": {"type": "string"},
            "parameters": {"type": "array", "items": {"type": "object"}},
        },
    }
    content = {"application/json": {"schema": {"type": "array", "items": item}}}
    return {
        "operationId": "queries",
        "summary": "List the named queries.",
        "responses": _responses(content, (421,), "The queries, with their parameters and their SPARQL."),
    }


def _named(query: Query) -> dict[str, Any]:
    return {
        "operationId": f"query-{query.name}",
        "summary": query.title,
        "description": query.description,
        "parameters": [_parameter(parameter, dict(query.example)) for parameter in query.parameters],
        "responses": {
            **_responses(_content((*TABLES, *TRIPLES)), _ASKING, "The answer."),
            "303": {"description": "To the page to ask with, for a browser."},
        },
    }


def _parameter(parameter: Parameter, example: Mapping[str, str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "minLength": 1}
    if parameter.kind == "date":
        schema = {"type": "string", "format": "date"}
    elif parameter.kind in ("integer", "year"):
        schema = {"type": "integer"}
    elif parameter.kind == "force":
        schema = {"type": "string", "enum": list(FORCES)}
    if parameter.default is not None:
        schema["default"] = parameter.default
    found = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": parameter.description,
        "schema": schema,
    }
    if parameter.name in example:
        value = example[parameter.name]
        found["example"] = int(value) if schema["type"] == "integer" else value
    return found


def _suggestions() -> dict[str, Any]:
    row = {
        "type": "object",
        "required": ["value", "label"],
        "properties": {"value": {"type": "string"}, "label": {"type": "string"}},
    }
    return {
        "operationId": "suggestions",
        "summary": "Names of actors or documents that hold a text.",
        "parameters": [
            {
                "name": "kind",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "enum": ["actor", "document"]},
            },
            {"name": "text", "in": "query", "schema": {"type": "string"}},
        ],
        "responses": _responses(
            {"application/json": {"schema": {"type": "array", "items": row}}},
            (400, 404, 421, 500, 503, 504),
            "Values for a parameter, with labels; those first that begin with the text.",
        ),
    }


def _thing() -> dict[str, Any]:
    return {
        "operationId": "actor",
        "summary": "What the graph says of an actor, as a page or as RDF.",
        "description": "So for every IRI of the graph: what follows https://w3id.org/obligraph/ is its path.",
        "parameters": [
            {
                "name": "key",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "minLength": 1},
                "example": "unsc",
            }
        ],
        "responses": {
            **_responses(_content((HTML, *TRIPLES)), (404, 406, 421, 422, 500, 503, 504), "What is known."),
            "404": {"description": _REASONS[404], "content": {**_TEXT, "text/html": {}}},
        },
    }

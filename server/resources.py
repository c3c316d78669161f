"""A page, or RDF, for every thing of the graph: its IRI's path is a path of this server.

``https://w3id.org/obligraph/S/RES/2331(2016)/OP2`` is answered at ``/S/RES/2331(2016)/OP2``; with
``.ttl``, ``.nt``, ``.jsonld`` or ``.rdf`` behind it, in that format whatever the client accepts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ontology.vocabulary import DATA, OG, ONTOLOGY
from .answers import Answered
from .asking import ask, settings
from .assets import html
from .named import queries_by_name
from .negotiate import HTML, TRIPLES, Form, required
from .problems import Problem
from .protocol import response
from .terms import terms
from .thing_values import Thing, Value
from .things import candidates, thing, triples

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from ..graph.store import Store


def routes() -> list[BaseRoute]:
    """Every path that nothing else has."""
    from starlette.routing import Route

    return [Route("/{path:path}", resource)]


async def resource(request: Request) -> Response:
    """Answers with a page or with RDF."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    path = raw.partition(b"?")[0].decode("latin-1").lstrip("/")
    form: Form | None = None
    for offer in TRIPLES:
        if offer.suffix and path.endswith(offer.suffix):
            path, form = path.removesuffix(offer.suffix), Form(offer.kind, offer.media_type)
    form = form or required(request.headers.get("accept"), (HTML, *TRIPLES))
    iris = candidates(path)
    if form.kind != HTML.kind:
        answered = await ask(request, _rdf, iris, form, settings(request).rows)
        if answered is None:
            raise _unknown(path)
        return response(answered)
    if ONTOLOGY in iris:
        return _page("ontology.html", 200, terms=await ask(request, terms), local=local)
    found = await ask(request, thing, iris)
    if found is None:
        return _page("unknown.html", 404, path=path)
    return _page("thing.html", 200, thing=found, local=local, query=_query(found))


def local(iri: str) -> str:
    """The address of a thing's page: on this server for ours, elsewhere for others; or none."""
    if iri.startswith(DATA):
        return f"/{iri.removeprefix(DATA)}"
    return iri if iri.startswith(("https://", "http://")) else ""


def _page(name: str, code: int, **values: object) -> Response:
    from starlette.responses import Response

    headers = {"Content-Type": "text/html; charset=utf-8", "Vary": "Accept", "Cache-Control": "no-cache"}
    return Response(html(name, **values), status_code=code, headers=headers)


def _rdf(store: Store, iris: tuple[str, ...], form: Form, limit: int) -> Answered | None:
    """The statements about a thing in a format of RDF; done by a worker."""
    from ..queries.formats import formatted
    from ..queries.run import Triples

    found = triples(store, iris, limit)
    if found is None:
        return None
    return Answered(formatted(Triples(found), form.kind).encode("utf-8", "replace"), form.content_type)


def _unknown(path: str) -> Problem:
    shown = path if path.isprintable() and len(path) <= 200 else "that path"
    return Problem(f"the store knows nothing called {shown}", code=404)


def _query(found: Thing) -> Value:
    """The named query that says most of a thing: its title and the address of its page."""
    from urllib.parse import quote

    kind, _, key = found.iri.removeprefix(DATA).partition("/")
    name, parameter, value = {
        "actor": ("obligations-of", "actor", key),
        "verb": ("acts-by-verb", "verb", found.label),
    }.get(kind, ("", "", ""))
    if not name and any(one.iri == OG.Instrument for one in found.types):
        name, parameter, value = "citing", "instrument", found.label
    query = queries_by_name().get(name)
    if query is None or parameter not in {one.name for one in query.parameters}:
        return Value("")
    return Value(query.title, f"/#{name}?{parameter}={quote(value, safe='')}")

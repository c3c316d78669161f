"""Names that begin as a user has typed, for the forms of the query page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ontology.vocabulary import DATA
from .asking import ask, encoded_all, of_address
from .problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from ..graph.store import Store

PATH = "/suggestions"
#: How many are given.
_MOST = 20
_SPARQL = {
    "actor": """
SELECT DISTINCT ?thing ?name ?text WHERE {
  ?thing a og:Actor ; skos:prefLabel ?name .
  FILTER(CONTAINS(LCASE(?name), LCASE(?text)))
}""",
    "document": """
SELECT DISTINCT ?thing ?name ?text WHERE {
  GRAPH ?thing { ?thing dcterms:identifier ?name }
  FILTER(CONTAINS(LCASE(?name), LCASE(?text)))
}""",
}


def routes() -> list[BaseRoute]:
    """One address for each kind of thing."""
    from starlette.routing import Route

    return [Route(f"{PATH}/{{kind}}", suggestions)]


async def suggestions(request: Request) -> Response:
    """Names that hold a text, as a list of values and labels in JSON."""
    from starlette.responses import Response

    kind: str = request.path_params["kind"]
    if kind not in _SPARQL:
        raise Problem(
            "there are no suggestions of that kind", code=404, remedy=f"ask for {', '.join(_SPARQL)}"
        )
    text = of_address(request).get("text", [""])[0].strip()
    found = await ask(request, suggested, kind, text)
    rows = [{"value": value, "label": label} for value, label in found]
    return Response(encoded_all(rows), headers={"Content-Type": "application/json"})


def suggested(store: Store, kind: str, text: str) -> list[tuple[str, str]]:
    """Values and labels of what is called so; those first whose name begins so. Done by a worker.

    Args:
        store: Where to look.
        kind: ``actor`` or ``document``.
        text: What a name holds; case does not count.
    """
    from pyoxigraph import Literal

    found = []
    for thing, name, _ in store.select(_SPARQL[kind], {"text": Literal(text)}):
        key = thing.value.removeprefix(f"{DATA}actor/") if kind == "actor" else name.value
        found.append((key, name.value))
    begins = text.casefold()
    found.sort(key=lambda row: (not row[1].casefold().startswith(begins), len(row[1]), row))
    return found[:_MOST]

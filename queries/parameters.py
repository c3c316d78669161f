"""Parameters of queries: from what a user writes to a term that a variable is bound to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from ..errors import QueryError, WrongNameError, no_such
from . import naming
from .library import Parameter, Query
from .prefixes import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Triple

#: What a variable can be bound to. In quotes: pyoxigraph is not imported before a query is run.
Term: TypeAlias = "NamedNode | BlankNode | Literal | Triple"


class Store(Protocol):
    """What a query needs of a store: SPARQL over the union of all its graphs."""

    def query(
        self,
        sparql: str,
        substitutions: Mapping[str, Term] | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> Any:
        """Answers a query with variables bound and prefixes declared beforehand.

        Returns:
            Of a SELECT, rows that are read by position; else a truth value, or triples. Who wrote
            the query knows which, and which kinds of terms.
        """


def bind(store: Store, query: Query, given: Mapping[str, str]) -> dict[str, Term]:
    """Binds the parameters of a query.

    Args:
        store: Where names of actors and documents are looked up.
        query: Whose parameters.
        given: What the user gave, by name.

    Returns:
        A term for each parameter that was given or has a default.

    Raises:
        QueryError: A parameter is unknown, missing or not of its kind; the message lists the known ones.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    listing = ", ".join(str(parameter) for parameter in query.parameters) or "none"
    for name in given:
        if name not in known:
            raise no_such(
                "parameter", name, of=f"the query {query.name}", otherwise=f"its parameters are: {listing}"
            )
    bound = {}
    for parameter in query.parameters:
        text = given.get(parameter.name, parameter.default)
        if text is None:
            if parameter.required:
                raise WrongNameError(
                    f"query {query.name} needs the parameter {parameter.name}: {parameter.description}",
                    remedy=f"give it with -p {parameter.name}=…; its parameters are: {listing}",
                )
            continue
        bound[parameter.name] = term(store, parameter, text)
    return bound


def term(store: Store, parameter: Parameter, text: str) -> Term:
    """The term that a user means.

    Raises:
        QueryError: The text is not of the parameter's kind, or names nothing in the store.
    """
    reader = KINDS.get(parameter.kind)
    if reader is None:
        raise QueryError(
            f"parameter {parameter.name} is of an unknown kind, “{parameter.kind}”",
            remedy=f"kinds are: {', '.join(KINDS)}",
        )
    text = text.strip()
    if not text:
        raise WrongNameError(
            f"parameter {parameter.name} is empty", remedy=f"give {_EXAMPLES[parameter.kind]}"
        )
    try:
        return reader(store, text)
    except ValueError as error:
        reason = f": {error}" if str(error) else ""
        raise WrongNameError(
            f"parameter {parameter.name}: “{text}” is no {parameter.kind}{reason}",
            remedy=f"give {_EXAMPLES[parameter.kind]}",
        ) from error


def _string(_: Store, text: str) -> Term:
    from pyoxigraph import Literal

    return Literal(text)


def _integer(_: Store, text: str) -> Term:
    from pyoxigraph import Literal, NamedNode

    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise ValueError
    return Literal(str(int(text)), datatype=NamedNode(f"{PREFIXES['xsd']}integer"))


def _date(_: Store, text: str) -> Term:
    from pyoxigraph import Literal, NamedNode

    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError
    day = date.fromisoformat(text)
    return Literal(day.isoformat(), datatype=NamedNode(f"{PREFIXES['xsd']}date"))


def _year(_: Store, text: str) -> Term:
    from pyoxigraph import Literal, NamedNode

    if not re.fullmatch(r"[0-9]{4}", text):
        raise ValueError
    return Literal(str(int(text)), datatype=NamedNode(f"{PREFIXES['xsd']}integer"))


def _iri(_: Store, text: str) -> Term:
    from pyoxigraph import NamedNode

    prefix, colon, rest = text.partition(":")
    if colon and prefix in PREFIXES and not rest.startswith("//"):
        return NamedNode(PREFIXES[prefix] + rest)
    return NamedNode(text.removeprefix("<").removesuffix(">"))


def _document(store: Store, text: str) -> Term:
    return naming.document(store, text)


def _actor(store: Store, text: str) -> Term:
    return naming.actor(store, text)


def _instrument(store: Store, text: str) -> Term:
    return naming.instrument(store, text)


def _force(_: Store, text: str) -> Term:
    from pyoxigraph import NamedNode

    name = text.removeprefix(PREFIXES["force"]).casefold()
    if name not in FORCES:
        raise ValueError
    return NamedNode(PREFIXES["force"] + name)


def _verb(store: Store, text: str) -> Term:
    """The concept of a verb, which some act in the store must have."""
    from pyoxigraph import NamedNode

    name = "-".join(text.removeprefix(PREFIXES["verb"]).casefold().split())
    node = NamedNode(PREFIXES["verb"] + name)
    _in_use(store, "SELECT ?verb { ?act og:verb ?verb } LIMIT 1", "verb", node, f"has no act “{text}”")
    return node


def _in_use(store: Store, sparql: str, variable: str, node: NamedNode, otherwise: str) -> None:
    """Refuses a term that the store does not know, since a misspelt one would find nothing."""
    if not any(True for _ in store.query(sparql, {variable: node}, PREFIXES)):
        raise WrongNameError(f"the store {otherwise}", remedy=f"give {_EXAMPLES[variable]}")


#: The forces of acts, strongest first; the names of the concepts.
FORCES = ("decision", "demand", "request", "appeal", "encouragement", "statement")

#: How to read a parameter, by kind.
KINDS: Mapping[str, Callable[[Store, str], Term]] = MappingProxyType(
    {
        "actor": _actor,
        "date": _date,
        "document": _document,
        "force": _force,
        "instrument": _instrument,
        "integer": _integer,
        "iri": _iri,
        "string": _string,
        "verb": _verb,
        "year": _year,
    }
)

_EXAMPLES = {
    "actor": "a key, a name or an acronym, such as cted",
    "date": "a day, such as 2017-12-31",
    "document": "a symbol, such as S/RES/2331(2016)",
    "force": f"one of {', '.join(FORCES)}",
    "instrument": "a symbol or the beginning of a name, such as S/RES/1373(2001)",
    "integer": "a whole number",
    "iri": "an absolute IRI, or a name with a known prefix such as og:Act",
    "string": "some text",
    "verb": "the dictionary form of a verb, such as “call upon”",
    "year": "a year, such as 2016",
}

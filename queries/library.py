"""Named queries: one ``.rq`` file each, with a header in prose that is parsed.

The header is the comment that a file begins with: a title, a description, and the parameters::

    # What an actor is to do
    #
    # Every action that somebody asks, tells or allows the actor to do, the strongest first.
    #
    # Parameters:
    #   actor (actor, required): who is asked; a key, a name or an acronym
    #   after (date, optional): only what is due from this day on

Between description and parameters may stand ``# Topic: obligations``, by which the list is grouped,
and ``# Example: actor=cted; after=2017-01-01``, values that are worth a try.

A parameter is bound to the variable of its name, never written into the text. Oxigraph binds
variables that the query projects, so a query that has parameters projects them too; they are
left out of the answer. Whether an optional one is given, ``COALESCE(?due >= ?after, true)`` tells;
``BOUND`` does not, for Oxigraph answers it before it binds.

What an actor or an instrument is, its label and its identifier, stands once in a store, and so do
the labels of concepts; so a pattern over all graphs counts right. ``GRAPH ?text { … }`` is only
another way to ask which document something is in, quicker than ``og:inDocument`` since it is part of
each lookup. The direct triples (``actor:unsc og:requests actor:cted``) stand once in the graph of
each document that says so: ask for those with ``DISTINCT``.

Five habits keep queries quick on Oxigraph in a store of millions of statements, and are plain SPARQL 1.1:

- Where few rows come through, state patterns one after the other, beginning with the narrowest: each is
  looked up row by row. A pattern with a constant object (``?act a og:Act``) is begun with wherever it
  stands, so where a row only has to be checked, say ``FILTER EXISTS { ?act a og:Act }``.
- Where all acts are counted, give each pattern a ``SELECT`` of its own: it is read once, and joined as
  a set, ten times quicker than sixty thousand look-ups. Count first, and look up the labels of the few
  rows that are left.
- ``OPTIONAL`` is looked up row by row if it holds one pattern, whose subject is bound for certain; with
  two, or after another ``OPTIONAL`` that may have left its subject unbound, it is read as a whole.
- Order by numbers and dates first: each comparison of two names is a look-up of both.
- A condition on a parameter stands in the outermost group, where a ``VALUES`` clause would bind it as
  well; within a ``SELECT`` it may stand too, to narrow early, if that projects the parameter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from ..errors import QueryError, near, no_such

_PARAMETER = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9_]*) \((?P<kind>[a-z]+)(?:, (?P<rest>[^)]*))?\): (?P<description>.+)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that the user binds.

    Attributes:
        name: Of the variable, without question mark.
        kind: A key of ``parameters.KINDS``: ``actor``, ``date``, ``string``, …
        description: What it is, in a few words.
        default: What it is bound to if the user gives nothing, as the user would write it; None
            leaves the variable free.
        required: Whether the user must give it.
    """

    name: str
    kind: str
    description: str
    default: str | None = None
    required: bool = False

    def __str__(self) -> str:
        if self.required:
            return f"{self.name} ({self.kind}, required)"
        default = f", default {self.default}" if self.default is not None else ""
        return f"{self.name} ({self.kind}{default})"


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its header says.

    Attributes:
        name: Of its file, without ending; ``-`` for standard input.
        title: One line.
        description: One or more sentences on one line; may be empty.
        parameters: In the order of the header.
        text: The whole text, header included, so that positions in it are right.
        topic: What it is about, a key of ``TOPICS``; empty for a query of the user's own.
        example: Names of parameters with values that are worth a try.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str
    topic: str = ""
    example: tuple[tuple[str, str], ...] = ()


#: What named queries are about, in the order of the list, with a heading.
TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "obligations": "What is to be done, and by whom",
        "times": "Until when, since when, how often",
        "asking": "Who asks, who blames, and how strongly",
        "acts": "Acts and their verbs",
        "instruments": "Instruments and citations",
        "actors": "Actors and bodies",
        "documents": "Documents and themes",
        "votes": "Votes and sponsors",
        "words": "Words",
        "reading": "How sure the reading is",
        "exports": "In the terms of other vocabularies",
    }
)


def parse(name: str, text: str) -> Query:
    """Reads the header of a query.

    Args:
        name: What to call it.
        text: The text of the query; a header is not needed.

    Returns:
        The query. Its SPARQL is not looked at.

    Raises:
        QueryError: A line beneath "Parameters:" is none, or names a parameter twice.
    """
    header = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header.append(line.removeprefix("#").strip())
    title = header[0] if header else ""
    prose: list[str] = []
    parameters: list[Parameter] = []
    topic, example = "", ""
    listing = False
    for number, line in enumerate(header[1:], 2):
        if line == "Parameters:":
            listing = True
        elif not listing and line.startswith("Topic: "):
            topic = line.removeprefix("Topic: ")
        elif not listing and line.startswith("Example: "):
            example = line.removeprefix("Example: ")
        elif not listing:
            prose.append(line)
        elif line:
            parameter = _parameter(line, f"{name}, line {number}")
            if parameter.name in {other.name for other in parameters}:
                raise QueryError(
                    f"parameter {parameter.name} is declared twice", place=f"{name}, line {number}"
                )
            parameters.append(parameter)
    description = " ".join(" ".join(prose).split())
    return Query(name, title, description, tuple(parameters), text, topic, _example(example, name))


def _example(text: str, name: str) -> tuple[tuple[str, str], ...]:
    """Names and values of ``actor=cted; year=2016``."""
    found = []
    for part in filter(None, text.split("; ")):
        parameter, equals, value = part.partition("=")
        if not equals or not parameter or not value:
            raise QueryError(f"“{part}” is no example", place=name, remedy="write “name=value; name=value”")
        found.append((parameter, value))
    return tuple(found)


def _parameter(line: str, place: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    rest = (found["rest"] or "optional") if found else ""
    if not found or not (rest in ("required", "optional") or rest.startswith("default ")):
        raise QueryError(
            "not a parameter",
            place=place,
            remedy="write “name (kind, required): description”, with optional or “default …” for required",
        )
    return Parameter(
        name=found["name"],
        kind=found["kind"],
        description=found["description"],
        default=rest.removeprefix("default ") if rest.startswith("default ") else None,
        required=rest == "required",
    )


def library() -> Mapping[str, Query]:
    """All named queries by name, sorted.

    Raises:
        QueryError: A header is malformed.
    """
    found = {}
    for entry in files("obligraph.queries").iterdir():
        if entry.name.endswith(".rq"):
            name = entry.name.removesuffix(".rq")
            found[name] = parse(name, entry.read_text(encoding="utf-8"))
    return MappingProxyType(dict(sorted(found.items())))


def named(name: str) -> Query:
    """The named query of this name.

    Raises:
        WrongNameError: There is none; the message names the nearest ones.
    """
    queries = library()
    if name in queries:
        return queries[name]
    raise no_such("query", name, near(name, queries), otherwise="“obligraph queries” lists them")

"""Binds variables of a query in its text, by VALUES: for a server that takes nothing but text.

A variable that is bound is a constant in every part of the query, as it is where the embedded store
binds it. SPARQL evaluates each group by itself, so one VALUES for the whole query would come too late
for a ``FILTER`` within. So each group that speaks of the variable begins with its VALUES.

Terms are written by pyoxigraph, and only where a group begins, never within a string or a comment: so
what a user gives stays one term, whatever is in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..answers import Term

# Section 19.8 of the SPARQL 1.1 grammar, as far as braces, variables and words must be told from what
# only looks like them. What has no end takes the rest with it, so that the time is linear.
_TOKEN = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*+>
    | \"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*+(?:\"{3}|\Z)
    | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+(?:'{3}|\Z)
    | "(?:[^"\\\r\n]|\\.)*+(?:"|$|\Z)
    | '(?:[^'\\\r\n]|\\.)*+(?:'|$|\Z)
    | \#[^\r\n]*+
    | @[\w-]++
    | [?$](?P<variable>\w++)
    | [\w.-]*+:(?:[\w.:%-]|\\.)*+
    | (?P<word>\w++)
    | (?P<mark>[{}()])
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


@dataclass(slots=True)
class _Part:
    """What stands between braces, or a query that stands there or is the whole.

    Attributes:
        at: Where its VALUES may be written; -1 where they may not.
        query: Whether it is a query, whose variables are those of its WHERE.
        where: The group that is the WHERE of a query.
        names: The variables that it speaks of, outside the parts within it.
        parts: Those parts.
        depth: Of the round brackets that are open in it.
    """

    at: int = -1
    query: bool = False
    where: _Part | None = None
    names: set[str] = field(default_factory=set)
    parts: list[_Part] = field(default_factory=list)
    depth: int = 0


def with_values(sparql: str, terms: Mapping[str, Term]) -> str:
    """A query with variables bound.

    Args:
        sparql: The query, which must be one.
        terms: What to bind, by the names of the variables, without question mark.

    Returns:
        The query with VALUES in it.

    Raises:
        ValueError: A blank node cannot be bound.
    """
    if not terms:
        return sparql
    rows = {name: f" VALUES ?{name} {{ {_written(term)} }}" for name, term in sorted(terms.items())}
    whole = _parts(sparql)
    _spread(whole)
    if whole.where is None:  # a DESCRIBE or a CONSTRUCT without a group of its own
        return f"{sparql}\n{''.join(rows.values())}"
    whole.where.names |= set(rows)
    places: list[tuple[int, str]] = []
    _place(whole, rows, places)
    text = []
    last = 0
    for at, row in sorted(places):
        text += [sparql[last:at], row]
        last = at
    return "".join([*text, sparql[last:]])


def _written(term: Term) -> str:
    text = str(term)
    if text.startswith("_:"):
        raise ValueError("a blank node cannot be bound")
    return text


def _parts(sparql: str) -> _Part:
    """The parts of a query, within each other."""
    whole = _Part(query=True)
    open_parts = [whole]
    before: list[str] = []  # the words since the last brace
    fresh = False  # whether nothing has come yet since the last brace opened
    data = False  # whether what is open is the data of a VALUES
    for token in _TOKEN.finditer(sparql):
        here = open_parts[-1]
        if token["variable"]:
            if not data:
                here.names.add(token["variable"])
        elif token["word"]:
            word = token["word"].upper()
            before.append(word)
            if fresh and word == "SELECT":
                here.query, here.at = True, -1
        elif token["mark"] == "{":
            data = "VALUES" in before[-1:]
            kept = data or "CONSTRUCT" in before  # data, a template, or both a template and a WHERE
            part = _Part(at=-1 if kept else token.end())
            here.parts.append(part)
            if here.query and here.where is None and not here.depth and not kept:
                here.where = part
            open_parts.append(part)
            before = []
        elif token["mark"] == "}":
            if len(open_parts) > 1:
                open_parts.pop()
            data = False
            before = []
        elif token["mark"] == "(":
            here.depth += 1
        elif token["mark"] == ")":
            here.depth -= 1
        fresh = token["mark"] == "{" or (fresh and token[0].startswith("#"))
    return whole


def _spread(part: _Part) -> set[str]:
    """Lets each part speak of what the parts within it speak of; returns that."""
    for inner in part.parts:
        part.names |= _spread(inner)
    if part.where is not None:
        part.where.names |= part.names
    return part.names


def _place(part: _Part, rows: Mapping[str, str], places: list[tuple[int, str]]) -> None:
    """Collects where which VALUES go."""
    if part.at >= 0:
        text = "".join(row for name, row in rows.items() if name in part.names)
        if text:
            places.append((part.at, f"{text} "))
    for inner in part.parts:
        _place(inner, rows, places)

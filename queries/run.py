"""Running a query: safe to give to a stranger's text, and the same answer in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from ..errors import QueryError
from .library import Query
from .parameters import Store, Term, bind
from .prefixes import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Triple


@dataclass(frozen=True, slots=True)
class Table:
    """What a SELECT query finds: a term or nothing for each column of each row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Triples:
    """What a CONSTRUCT or DESCRIBE query makes, sorted."""

    triples: tuple[Triple, ...]


#: The answer to a SELECT, a CONSTRUCT or DESCRIBE, an ASK.
Answer: TypeAlias = Table | Triples | bool


class TooMuch(QueryError):
    """An answer that is longer than it may be."""


def run(
    store: Store, query: Query, given: Mapping[str, str] | None = None, *, limit: int | None = None
) -> Answer:
    """Answers a query.

    Args:
        store: What to ask.
        query: A named query, or one of the user's own.
        given: Values for its parameters, as the user wrote them.
        limit: How many rows or triples the answer may have; None for any number.

    Returns:
        The answer. Columns of parameters are left out. Rows are in the order that the query asks
        for, and sorted where it asks for none.

    Raises:
        QueryError: The query does not parse, writes, asks other services, or has a parameter
            that is unknown, missing or ill-typed.
        TooMuch: The answer has more rows or triples than it may.
    """
    from pyoxigraph import QueryBoolean, QuerySolutions

    _refuse(query)
    bound = bind(store, query, given or {})
    try:
        result = store.query(query.text, bound, PREFIXES)
        if isinstance(result, QueryBoolean):
            return bool(result)
        if not isinstance(result, QuerySolutions):
            return Triples(tuple(sorted(set(_within(limit, result, "triples")), key=str)))
        hidden = {parameter.name for parameter in query.parameters}
        shown = [i for i, variable in enumerate(result.variables) if variable.value not in hidden]
        columns = tuple(result.variables[i].value for i in shown)
        rows = [tuple(solution[i] for i in shown) for solution in _within(limit, result, "rows")]
    except SyntaxError as error:
        raise _syntax(query, str(error)) from error
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"the store cannot answer: {error}", place=_called(query)) from error
    if not re.search(r"\border\s+by\b", query.text, re.IGNORECASE):
        rows.sort(key=lambda row: [str(cell) for cell in row])
    return Table(columns, tuple(rows))


_T = TypeVar("_T")


def _within(limit: int | None, found: Iterable[_T], what: str) -> Iterator[_T]:
    """What is found, as long as it is not too much."""
    for number, one in enumerate(found, 1):
        if limit is not None and number > limit:
            raise TooMuch(
                f"the answer has more than {limit} {what}, which is the limit here",
                remedy="ask for less, or for a part at a time with ORDER BY, LIMIT and OFFSET",
            )
        yield one


#: A SERVICE clause, found in the raw text: a parser of our own might read a text otherwise than the
#: store's does, and be tricked. A variable ``?service`` is none; prose that looks like this in a
#: string is refused too, which errs on the safe side. No alternative can match where another does,
#: so that the time is linear.
_GAP = r"(?:\s+|#[^\r\n]*(?:[\r\n]|\Z))*+"
_SERVICE = re.compile(
    rf"(?<![?$])service{_GAP}(?:silent{_GAP})?"
    rf"(?:<[^<>\s]*>|[?$]\w+|[^\s:{{}}<>\"'?$#]*+:(?:\\.|[^\s{{#\\])*+){_GAP}\{{",
    re.IGNORECASE,
)
_VARIABLE_BEFORE = re.compile(r"[?$][A-Za-z0-9_]*\Z")
_FROM_FILE = re.compile(r"\bfrom\s+(?:named\s+)?<\s*(?!https?:|urn:)([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def _refuse(query: Query) -> None:
    """Refuses what reaches beyond the store."""
    for found in _SERVICE.finditer(query.text):
        before = query.text[max(0, found.start() - 200) : found.start()]
        if not _VARIABLE_BEFORE.search(before):
            raise QueryError(
                "SERVICE is refused: a query asks this store and nothing else",
                place=_place(query, *_position(query.text, found.start())),
                remedy="take the SERVICE clause out",
            )
    named = _FROM_FILE.search(query.text)
    if named:
        raise QueryError(
            f"FROM <{named[1]}:…> is refused: a query reads the graphs of this store and nothing else",
            place=_place(query, *_position(query.text, named.start())),
            remedy="take the FROM clause out, or build the file into a store",
        )


_UPDATE = re.compile(
    r"(?:\s+|#[^\n]*\n|prefix\s+\S+\s+<[^>]*>|base\s+<[^>]*>)*+"
    r"(insert|delete|load|clear|drop|create|add|move|copy|with)\b",
    re.IGNORECASE,
)
_PARSER_SAYS = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)


def _syntax(query: Query, message: str) -> QueryError:
    """Says where a query goes wrong, shorter than the parser does."""
    update = _UPDATE.match(query.text)
    if update:
        return QueryError(
            f"{update[1].upper()} is refused: a query only reads",
            place=_called(query),
            remedy="change a store with “obligraph build”",
        )
    found = _PARSER_SAYS.match(message)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    lines = query.text.splitlines() or [""]
    if "Prefix not found" in message:
        before = lines[line - 1][: column - 1][-200:] if line <= len(lines) else ""
        name = re.search(r"([\w.-]*):[^\s:]*\Z", before)
        return QueryError(
            f"the prefix{f' “{name[1]}:”' if name else ''} is not declared",
            place=_place(query, line, column - len(name[0]) if name else column),
            remedy=f"declare it with PREFIX, or use one of {', '.join(PREFIXES)}",
        )
    reason = re.search(r"\b[A-Z][A-Za-z]+(?: [A-Za-z]+){2,}", message)
    if reason:
        return QueryError(f"not SPARQL: {reason[0]}", place=_place(query, line, column), remedy=_SEE)
    line, column = _stuck(query.text) or (line, column)
    rest = " ".join(
        " ".join([lines[line - 1][column - 1 :], *lines[line:]] if line <= len(lines) else []).split()
    )
    what = (
        f"not SPARQL from “{rest[:30]}{'…' if rest[30:] else ''}” on"
        if rest
        else "not SPARQL: it ends too early"
    )
    return QueryError(what, place=_place(query, line, column), remedy=_SEE)


_SEE = "see https://www.w3.org/TR/sparql11-query/#sparqlGrammar"


def _stuck(text: str) -> tuple[int, int] | None:
    """Line and column where a second parser gets stuck; None if it does not.

    The store's own parser tries everything in turn and names the place that its last try has come
    to, which is often the end of the text.
    """
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(text)
    except ParseBaseException as error:
        return _position(text, error.loc)
    except Exception:  # it breaks off on some texts; then the first parser's word must do
        return None
    return None


def _position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


def _called(query: Query) -> str:
    return "query" if query.name == "-" else f"query {query.name}"


def _place(query: Query, line: int, column: int) -> str:
    return f"{_called(query)}, line {line}, column {column}"

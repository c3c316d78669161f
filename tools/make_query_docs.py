"""Writes docs/queries.md from the headers of the named queries: `make query-docs`.

Each query is shown with an answer: to its example on the shipped resolution, or, where that has
none, on a made-up text of the tests.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from obligraph.errors import QueryError
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_file
from obligraph.graph.store import Store, open_store
from obligraph.queries.formats import shown
from obligraph.queries.library import TOPICS, Query, library
from obligraph.queries.run import Table, Triples, run

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "queries.md"
EXAMPLE = ROOT / "examples" / "S_RES_2331_2016.md"
ANSWERS = ROOT / "tests" / "data" / "answers.toml"

ROWS = 3
CELL = 90

_HEAD = """\
# Named queries

Written by `make query-docs` from the headers of `queries/*.rq`: change them there. Ask one with
`obligraph query NAME -p parameter=value`; `obligraph queries NAME --text` shows its SPARQL, to start
your own from. An actor is given by its key, name or acronym, a document by its symbol or a part of it
that fits one alone. The answers below are of the shipped resolution 2331 (2016), cut to their first
rows; where it has none, of a made-up text.
"""


def render() -> str:
    """The page as Markdown, the same each time."""
    with open_store("memory", create=True) as store:
        store.put(read_document(read_file(EXAMPLE)))
        known = tomllib.loads(ANSWERS.read_text(encoding="utf-8"))["answer"]
        made_up = {one["query"]: one for one in reversed(known) if one["rows"]}
        parts = [_HEAD, "\n".join(_contents())]
        for topic, heading in TOPICS.items():
            chosen = [query for query in library().values() if query.topic == topic]
            if chosen:
                parts.append(f"\n## {heading}\n")
                parts += ["\n".join(_described(store, query, made_up)) for query in chosen]
    return "\n".join(parts)


def _contents() -> Iterator[str]:
    for topic, heading in TOPICS.items():
        names = [query.name for query in library().values() if query.topic == topic]
        if names:
            yield f"- {heading}: " + ", ".join(f"[{name}](#{name})" for name in names)


def _described(store: Store, query: Query, made_up: dict[str, dict[str, object]]) -> Iterator[str]:
    yield f"### {query.name}\n"
    yield f"**{query.title}.** {query.description}\n"
    for parameter in query.parameters:
        yield f"- `{parameter}`: {parameter.description}"
    if query.parameters:
        yield ""
    given = dict(query.example)
    try:
        answer = run(store, query, given)
    except QueryError:  # the shipped text names nobody of that name
        answer = Table((), ())
    if isinstance(answer, Triples):
        yield f"{_asked(query.name, given)} makes {len(answer.triples)} triples of the shipped resolution.\n"
        return
    assert isinstance(answer, Table)
    if answer.rows:
        yield f"{_asked(query.name, given)}\n"
        yield from _table(answer.columns, [[shown(cell) for cell in row] for row in answer.rows])
    elif query.name in made_up:
        entry = made_up[query.name]
        yield f"{_asked(query.name, entry['given'])}, of a made-up text\n"  # type: ignore[arg-type]  # from TOML
        yield from _table(entry["head"], entry["rows"])  # type: ignore[arg-type]  # as above
    else:
        yield "The shipped resolution has nothing of the kind.\n"


def _asked(name: str, given: dict[str, str]) -> str:
    options = "".join(
        f" -p {key}='{value}'" if set(value) & set(" ()") else f" -p {key}={value}"
        for key, value in given.items()
    )
    return f"`obligraph query {name}{options}`"


def _table(head: tuple[str, ...], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join(' --- ' for _ in head)}|"
    for row in rows[:ROWS]:
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"
    more = len(rows) - ROWS
    yield f"\n… and {more} more\n" if more > 0 else ""


def _cell(text: str) -> str:
    text = text if len(text) <= CELL else f"{text[: CELL - 1].rstrip()}…"
    for character in "\\`*_[]<>|#":
        text = text.replace(character, f"\\{character}")
    return text


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
    print(f"{TARGET.name} written", file=sys.stderr)

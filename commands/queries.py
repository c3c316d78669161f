"""List the named queries, with what each of them answers.

Each is documented with an answer in docs/queries.md.
"""

from __future__ import annotations

import argparse
import shlex
import sys
import textwrap
from collections.abc import Iterator

from ..queries.library import TOPICS, Query, library, named
from ..terminal import coloured, output, styled, width

EXAMPLES = """\
  obligraph queries
  obligraph queries due
  obligraph queries due --text > my.rq
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="show this query only, with its parameters")
    parser.add_argument("--text", action="store_true", help="show the SPARQL itself, to start your own from")


def run(args: argparse.Namespace) -> int:
    """Writes the list; returns the exit status."""
    chosen = [named(args.name)] if args.name else list(library().values())
    colour = ("bold",) if coloured(sys.stdout) else ()
    columns = width(sys.stdout)
    with output("-") as stream:
        if args.text:
            stream.write("\n".join(query.text for query in chosen))
        elif args.name:
            stream.write(_described(chosen[0], colour, columns))
        else:
            stream.writelines(_listed(chosen, colour, columns))
    return 0


def _listed(queries: list[Query], style: tuple[str, ...], columns: int) -> Iterator[str]:
    """A line a query, by topic, with the parameters that it needs."""
    size = max(len(query.name) for query in queries)
    for topic, heading in TOPICS.items():
        lines = [query for query in queries if query.topic == topic]
        if not lines:
            continue
        yield f"{styled(heading, *style)}\n"
        for query in lines:
            needs = ", ".join(one.name for one in query.parameters if one.required)
            text = f"{query.title}{f' (needs {needs})' if needs else ''}"
            wrapped = textwrap.wrap(text, max(20, columns - size - 4))
            yield f"  {query.name:<{size}}  {wrapped[0]}\n"
            yield from (f"{'':<{size + 4}}{line}\n" for line in wrapped[1:])
        yield "\n"
    yield "“obligraph queries NAME” shows one in full, with its parameters and an example.\n"


def _described(query: Query, style: tuple[str, ...], columns: int) -> str:
    lines = [styled(query.name, *style), f"  {query.title}"]
    lines += textwrap.wrap(query.description, columns, initial_indent="  ", subsequent_indent="  ")
    for parameter in query.parameters:
        lines += textwrap.wrap(
            f"-p {parameter}: {parameter.description}",
            columns,
            initial_indent="    ",
            subsequent_indent="      ",
        )
    if query.example:
        given = " ".join(f"-p {shlex.quote(f'{name}={value}')}" for name, value in query.example)
        lines.append(f"  for example: obligraph query {query.name} {given}")
    return "\n".join(lines) + "\n"

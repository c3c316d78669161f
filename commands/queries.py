"""List the named queries, with what each of them answers."""

from __future__ import annotations

import argparse
import sys
import textwrap

from ..queries.library import Query, library, named
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
            return 0
        stream.write("\n".join(_described(query, colour, columns) for query in chosen))
    return 0


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
    return "\n".join(lines) + "\n"

"""Ask the graph: a named query, or SPARQL of your own.

NAME is a query of the library ("obligraph queries" lists them), FILE a file with SPARQL 1.1, "-"
takes SPARQL from standard input. Parameters are given with -p; an actor by its key, name or
acronym. The usual prefixes need no declaration. A query only reads, asks no other service, and is
ended when it takes longer than --timeout.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from ..errors import InputError, QueryError, UsageError
from ..queries.formats import ENDINGS, FORMATS, default, formatted
from ..queries.library import Query, library, named, parse
from ..terminal import Words, output, width
from .arguments import by_name
from .guard import guarded
from .limits import Clock, limited
from .sources import debugging
from .stores import add_store, check, opened

EXAMPLES = """\
  obligraph query obligations-of -p actor=cted
  obligraph query due -p from=2017-01-01 -p to=2017-12-31 -O csv
  echo 'SELECT ?a { ?a a og:Act } LIMIT 3' | obligraph query -
  obligraph query who-asks-whom --from examples/S_RES_2331_2016.md
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("name", metavar="NAME|FILE|-", help="a named query, a file, or - for standard input")
    parser.add_argument(
        "-p",
        "--parameter",
        dest="parameters",
        action="append",
        default=[],
        metavar="name=value",
        help="a value for a parameter of the query",
    )
    parser.add_argument(
        "-O",
        "--output-type",
        choices=sorted(FORMATS),
        help="format (default: by the file's name, else table, or turtle for CONSTRUCT)",
    )
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help="file to write (default: -)")
    parser.add_argument(
        "--timeout",
        type=seconds,
        default=60.0,
        metavar="SECONDS",
        help="how long the answer may take (default: 60)",
    )
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Answers the query; returns the exit status."""
    check(args)
    asked = args.output_type or by_name(args.output, ENDINGS)
    query = _query(args.name)
    given = _given(args.parameters)

    def answer(clock: Clock) -> int:
        from ..queries.run import Table
        from ..queries.run import run as answered
        from ..queries.silence import reasons

        with opened(args) as store:
            clock.start()
            found = answered(store, query, given)
            if isinstance(found, Table) and not found.rows:
                for reason in reasons(store, query, given):
                    Words().say(reason)
            clock.stop()
            text = formatted(found, asked or default(found), width(sys.stdout))
        with output(args.output) as stream:
            stream.write(text)
        return 0

    return limited(answer, args.timeout, lambda work: guarded(work, debug=debugging(args)))


def _query(name: str) -> Query:
    """The query that the argument means: a name of the library comes before a file of that name."""
    if name == "-":
        return parse("-", _decoded(sys.stdin.buffer.read(), "standard input"))
    if name in library() or not (os.sep in name or "." in name or Path(name).is_file()):
        return named(name)
    try:
        return parse(name, _decoded(Path(name).read_bytes(), name))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot read the query: {reason}", place=name) from error


def _decoded(data: bytes, place: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("not text in UTF-8", place=place, remedy="give a file with SPARQL") from error
    if not text.strip():
        raise QueryError("the query is empty", place=place, remedy="give SPARQL")
    return text


def _given(arguments: list[str]) -> dict[str, str]:
    """Names and values of -p options."""
    given: dict[str, str] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        name = name.strip()
        if not equals or not name:
            raise UsageError(f"-p {argument} is no parameter", remedy="write -p name=value")
        if name in given:
            raise UsageError(f"parameter {name} is given twice", remedy="give it once")
        given[name] = value
    return given


def seconds(text: str) -> float:
    """A number of seconds from what a user writes, for argparse."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= 86_400:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of seconds (more than 0, at most 86400)")
    return number

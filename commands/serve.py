"""Serve the graph: a SPARQL endpoint, pages to ask it with, a page for everything in it.

The server only reads, and is reached from this machine alone unless --host says otherwise. Each query
runs in a process of its own that is ended when it takes too long. The address is printed when the
server is ready; Ctrl-C ends it. A store that is built anew meanwhile is noticed.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .query import seconds
from .stores import DEFAULT, add_store, check, fill

EXAMPLES = """\
  obligraph serve
  obligraph serve --from examples/S_RES_2331_2016.md --port 0
  curl 'http://127.0.0.1:8331/queries/due?from=2017-01-01' -H 'Accept: text/csv'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="the address to be reached at (default: 127.0.0.1, this machine alone; 0.0.0.0: all)",
    )
    parser.add_argument(
        "--port", type=_port, default=8331, help="its port (default: 8331; 0: one that is free)"
    )
    parser.add_argument(
        "--timeout",
        type=seconds,
        default=30.0,
        metavar="SECONDS",
        help="how long an answer may take (default: 30)",
    )
    parser.add_argument(
        "--max-rows",
        type=_number,
        default=100_000,
        metavar="N",
        help="how many rows or triples an answer may have (default: 100000)",
    )
    parser.add_argument(
        "--workers", type=_number, default=4, metavar="N", help="how many queries run at once (default: 4)"
    )
    parser.add_argument(
        "--allow-origin",
        dest="origins",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let pages of this origin read from the server, such as https://example.org; * for all",
    )
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Serves until it is told to end; returns the exit status."""
    check(args)
    from ..server.asking import Settings
    from ..server.running import address_of, listen, names_of
    from ..server.running import run as served

    with _stored(args) as where:
        listening = listen(args.host, args.port)
        settings = Settings(
            where=where,
            seconds=args.timeout,
            rows=args.max_rows,
            workers=args.workers,
            hosts=names_of(args.host),
            origins=tuple(args.origins),
        )
        served(settings, listening, lambda: print(address_of(listening), flush=True))
    return 0


@contextmanager
def _stored(args: argparse.Namespace) -> Iterator[str]:
    """Where the store is: texts are read once, into a folder that goes away at the end."""
    from ..graph.store import open_store

    if not args.texts:
        where = args.store or DEFAULT
        open_store(where).close()  # which says so if there is none
        yield where
        return
    with tempfile.TemporaryDirectory(prefix="obligraph-") as folder:
        where = str(Path(folder) / "store")
        store = open_store(where, create=True)
        try:
            fill(store, args.texts)
        finally:
            store.close()
        yield where


def _port(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or len(text) > 5 or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"“{text}” is no port (0 to 65535)")
    return int(text)


def _number(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or len(text) > 9 or int(text) == 0:
        raise argparse.ArgumentTypeError(f"“{text}” is no number (1 or more)")
    return int(text)

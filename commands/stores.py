"""The store that a command reads: a folder, a server, or texts that are read into memory for this once."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..terminal import Words
from .sources import Source, expand, stale_lines
from .translating import attach, translated

if TYPE_CHECKING:
    from ..graph.store import Store

#: The folder that ``build`` writes and the others read, unless told otherwise.
DEFAULT = "obligraph.store"
MEMORY = "memory"
#: What stands before "://" in an address (RFC 3986, section 3.1).
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")


def add_store(parser: argparse.ArgumentParser) -> None:
    """Declares --store and --from."""
    parser.add_argument(
        "--store",
        metavar="WHERE",
        help="the store: a folder, the http address of a SPARQL server, or memory together with --from "
        f"(default: {DEFAULT})",
    )
    parser.add_argument(
        "--from",
        dest="texts",
        nargs="+",
        action="extend",
        metavar="SOURCE",
        help="read these texts into memory and ask them, without a store on disk",
    )


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Store]:
    """The store that --store and --from ask for, closed again afterwards.

    Raises:
        UsageError: The two contradict each other.
        StoreError: The store is not there or cannot be opened.
        InputError: One of the texts cannot be read.
    """
    from ..graph.store import open_store

    check(args)
    store = open_store(MEMORY, create=True) if args.texts else open_store(args.store or DEFAULT)
    try:
        if args.texts:
            fill(store, args.texts)
        yield store
    finally:
        store.close()


def check(args: argparse.Namespace) -> None:
    """Raises a UsageError where --store and --from contradict each other, or --store is no address."""
    check_address(args.store or "")
    if args.store == MEMORY and not args.texts:
        raise UsageError(
            "a store in memory is empty", remedy="name texts with --from, or a folder with --store"
        )
    if args.texts and args.store not in (None, MEMORY):
        raise UsageError(
            "--from reads into memory, --store names a store elsewhere",
            remedy="give one of them, or build the texts into the store first",
        )


def check_address(where: str) -> None:
    """Raises a UsageError where the name of a store looks like an address and is none of a server."""
    scheme, marked, _ = where.partition("://")
    if marked and scheme.lower() in ("http", "https"):
        from ..graph.remote.address import address

        address(where)
    elif marked and _SCHEME.fullmatch(scheme):
        raise UsageError(
            f"a store cannot be reached by {scheme}", remedy="name a folder, or an address in http or https"
        )


def fill(store: Store, texts: list[str]) -> None:
    """Reads texts into a store; an answer from some of them would mislead, so all must be read.

    Raises:
        InputError: One of the texts cannot be read.
    """
    sources = expand(texts)
    words = Words()
    names: dict[tuple[str, str], Source] = {}
    translations: list[Source] = []
    with store.batch() as batch:
        for number, source in enumerate(sources, 1):
            words.count(number, len(sources), "texts read")
            text = source.text()
            symbol = text.document.symbol
            first = names.setdefault((symbol, text.document.language), source)
            if first is not source:
                words.complain(f"{source.name}: left out: it is {symbol} too, and {first.name} stays")
                continue
            if translated(text.document):
                translations.append(source)
                continue
            reading = text.reading()
            for line in stale_lines(source.name, reading):
                words.complain(line)
            batch.put(reading)
        for source in translations:
            for line in attach(source.text(), names, store, batch)[1]:
                words.complain(f"{source.name}: {line}")
    words.done()

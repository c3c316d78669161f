"""Check the graph against the rules of its ontology.

Each finding is a line: what is wrong, with which node, and why it must not be so. The exit status is 0
where there is none, and 1 where there are any. As Turtle they are a validation report of SHACL.
Documents are checked one by one, and findings written as they come.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..terminal import Words, output
from .arguments import by_name
from .stores import add_store, opened

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..graph.validate import Finding

EXAMPLES = """\
  obligraph validate
  obligraph validate -O json
  obligraph validate -o report.ttl --document 'S/RES/2331(2016)'
  obligraph validate --from examples/S_RES_2331_2016.md
"""


def _text(findings: Iterable[Finding]) -> Iterator[str]:
    from ..queries.prefixes import shortened

    return (f"{shortened(f.where)}: {f.what} ({f.why}) [{f.rule}]\n" for f in findings)


def _json(findings: Iterable[Finding]) -> Iterator[str]:
    import json

    before = "[\n"
    for finding in findings:
        yield before + json.dumps(asdict(finding), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _turtle(findings: Iterable[Finding]) -> Iterator[str]:
    from ..graph.shacl import report

    return report(findings)


#: How to write the findings, by the name of the format.
FORMATS: Mapping[str, Callable[[Iterable[Finding]], Iterator[str]]] = MappingProxyType(
    {"json": _json, "text": _text, "turtle": _turtle}
)
_ENDINGS: Mapping[str, str] = MappingProxyType({".json": "json", ".txt": "text", ".ttl": "turtle"})


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "-O",
        "--output-type",
        choices=sorted(FORMATS),
        help="format (default: by the file's name, else text)",
    )
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help="file to write (default: -)")
    parser.add_argument(
        "--document", action="append", default=[], metavar="SYMBOL", help="only the graph of this document"
    )
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Checks; returns the exit status."""
    kind = args.output_type or by_name(args.output, _ENDINGS) or "text"
    words = Words()
    count = 0

    def counted(store: Store) -> Iterator[Finding]:
        nonlocal count
        from ..graph.validate import checked

        wanted = _wanted(store, args.document)
        for number, (_, findings) in enumerate(checked(store, wanted), 1):
            count += len(findings)
            words.count(number, len(wanted), f"documents checked, {count} findings")
            yield from findings

    with opened(args) as store, output(args.output) as stream:
        for piece in FORMATS[kind](counted(store)):
            stream.write(piece)
    words.done()
    words.say(f"{count} findings" if count else "nothing found")
    return 1 if count else 0


def _wanted(store: Store, symbols: list[str]) -> tuple[str, ...]:
    """The IRIs of the documents to check, sorted."""
    from ..queries.naming import document

    return tuple(sorted({document(store, symbol).value for symbol in symbols})) or store.documents()

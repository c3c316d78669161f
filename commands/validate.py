"""Check the graph against the rules of its ontology.

Each finding is a line: what is wrong, with which node. The exit status is 1 where there are any.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..terminal import Words, output
from .stores import add_store, opened

if TYPE_CHECKING:
    from ..graph.validate import Finding

EXAMPLES = """\
  obligraph validate
  obligraph validate -O json
  obligraph validate --from examples/S_RES_2331_2016.md
"""


def _text(findings: tuple[Finding, ...]) -> str:
    from ..queries.prefixes import shortened

    return "".join(f"{shortened(f.where)}: {f.what} ({f.why}) [{f.rule}]\n" for f in findings)


def _json(findings: tuple[Finding, ...]) -> str:
    import json

    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n"


#: How to write the findings, by the name of the format.
FORMATS: Mapping[str, Callable[[tuple[Finding, ...]], str]] = MappingProxyType({"json": _json, "text": _text})


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "-O", "--output-type", choices=sorted(FORMATS), default="text", help="format (default: text)"
    )
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help="file to write (default: -)")
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Checks; returns the exit status."""
    from ..graph.validate import validate

    with opened(args) as store:
        findings = validate(store)
    with output(args.output) as stream:
        stream.write(FORMATS[args.output_type](findings))
    Words().say(f"{len(findings)} findings" if findings else "nothing found")
    return 1 if findings else 0

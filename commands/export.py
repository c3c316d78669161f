"""Write the graph to a file: Turtle, TriG, N-Quads and others.

The format follows the file's name, or -O. The same store gives the same bytes.
"""

from __future__ import annotations

import argparse

from ..graph.export import FORMATS, export_formats
from ..terminal import Words
from .stores import add_store, opened

EXAMPLES = """\
  obligraph export -o council.ttl
  obligraph export -o - -O nquads | gzip > council.nq.gz
  obligraph export -o 2331.jsonld --document 'S/RES/2331(2016)'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    endings = ", ".join(FORMATS[name].suffixes[0] for name in export_formats())
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help=f"file to write ({endings}), or -"
    )
    parser.add_argument(
        "-O",
        "--output-type",
        default="",
        choices=list(export_formats()),
        help="format (default: by the file's name)",
    )
    parser.add_argument(
        "--document", action="append", default=[], metavar="SYMBOL", help="only the graph of this document"
    )
    parser.add_argument(
        "--ontology", action="store_true", help="write the ontology and its concept schemes too (RDF only)"
    )
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the file; returns the exit status."""
    from ..graph.export import export

    with opened(args) as store:
        export(
            store,
            args.output,
            format=args.output_type,
            documents=args.document,
            ontology=args.ontology,
        )
    if args.output != "-":
        Words().say(f"{args.output}: written")
    return 0

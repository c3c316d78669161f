"""Write the graph to a file: RDF, tables, a workbook, a calendar, marked texts and others.

The format follows the end of the file's name, or -O. The same store gives the same bytes. What is
several files is written as a folder, or as one archive where the name ends in .zip.
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
  obligraph export -o obligations.xlsx
  obligraph export -o tables.csvw.zip
  obligraph export -o texts/ -O akn
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    offers = [FORMATS[name] for name in export_formats()]
    rows = "\n".join(f"  {row.name:<11} {', '.join(row.suffixes):<17} {row.summary}" for row in offers)
    parser.epilog = f"formats:\n{rows}\n\n{parser.epilog or ''}"
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="file to write, by its end one of the formats below; or a folder, or -",
    )
    parser.add_argument(
        "-O",
        "--output-type",
        default="",
        choices=list(export_formats()),
        metavar="FORMAT",
        help="format (default: by the file's name)",
    )
    parser.add_argument(
        "--document", action="append", default=[], metavar="SYMBOL", help="only this document"
    )
    parser.add_argument(
        "--ontology", action="store_true", help="write the ontology and its concept schemes too (RDF only)"
    )
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the file; returns the exit status."""
    from ..graph.export import export
    from ..queries.naming import symbols

    with opened(args) as store:
        export(
            store,
            args.output,
            format=args.output_type,
            documents=symbols(store, args.document),
            ontology=args.ontology,
        )
    if args.output != "-":
        Words().say(f"{args.output}: written")
    return 0

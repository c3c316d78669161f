"""Writes tests/golden: the graph of the sample and files made of it, once a change to them is meant."""

from __future__ import annotations

import sys
from pathlib import Path

from obligraph.graph.build import nquads
from obligraph.graph.export import FORMATS, export, write_view
from obligraph.graph.store import open_store
from obligraph.ontology.vocabulary import PREFIXES
from pyoxigraph import RdfFormat, parse, serialize

from tests.samples import SYMBOL, sample_reading

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
TARGET = GOLDEN / "sample.ttl"
FILES = ("sample.akn", "sample.bib", "sample.ics", "sample.md")


def golden() -> bytes:
    """The graph of the sample as Turtle, with the versions of rules and builder made constant."""
    lines = "".join(nquads(sample_reading(), rules="rules", builder="builder"))
    triples = [quad.triple for quad in parse(lines.encode(), format=RdfFormat.N_QUADS)]
    prefixes = {**PREFIXES, "": f"{PREFIXES['data']}{SYMBOL}/"}
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes)
    assert written is not None  # no file was named to write to
    rows = written.splitlines(keepends=True)
    head = sorted(row for row in rows if row.startswith(b"@prefix"))  # they come in no fixed order
    return b"".join([*head, *(row for row in rows if not row.startswith(b"@prefix"))])


if __name__ == "__main__":
    TARGET.write_bytes(golden())
    with open_store("memory", create=True) as store:
        store.put(sample_reading())
        for name in FILES:
            export(store, GOLDEN / "export" / name)
        for row in FORMATS.values():
            if row.kind == "network":
                write_view(store, "citations", GOLDEN / "network" / f"citations{row.suffixes[0]}")
    print("tests/golden written: look at what has changed", file=sys.stderr)

"""Prints everything that the reading is measured by, with its targets: ``make score``.

    python -m benchmarks.score [--only NAME] [--gold] [--errors] [--causes FILE]

The texts read by hand come first; ``--gold`` stops there, ``--only`` narrows them by name, and
``--errors`` lists each miss. Then every text of the corpus is read once, in two processes, and each
measure takes from that what it needs. The status is 0 whatever the figures are.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass

from obligraph.commands.parallel import Failure
from obligraph.commands.reporting import FORMATS
from obligraph.terminal import output

from . import authority, citations, gold, lead_verbs, structure
from .corpus import Text, measured, table, texts
from .reading import Measure, measure, print_rows


@dataclass(frozen=True, slots=True)
class Measures:
    """All that a text gives; a text that is no XML has no marks of its editors to compare with."""

    reading: Measure
    labels: tuple[structure.Recovery, ...] = ()
    leads: lead_verbs.Leads | None = None
    cited: Counter[str] | None = None


def measures(text: Text) -> Measures:
    """Takes every measure of a text."""
    document, reading = measure(text)
    if text.kind != "xml":
        return Measures(reading)
    recent = int(text.path.parent.name) >= citations.FIRST
    return Measures(
        reading,
        structure.recoveries(document),
        lead_verbs.leads(document),
        citations.compared(text)[0] if recent else None,
    )


def corpus(causes: str) -> None:
    """Reads every text once and prints the tables; writes what was not understood to a file."""
    found = list(measured(measures, texts("xml", "statement", "old")))
    if not found:
        return
    read = [one for _, one in found if not isinstance(one, Failure)]
    labels = [one.labels for one in read if one.labels]
    if labels:
        table(f"Labels recovered from {len(labels):,} XML resolutions, flattened: F1", structure.rows(labels))
    leads = [one.leads for one in read if one.leads]
    table("Verbs in italics that are acts of their paragraph", lead_verbs.rows(lead_verbs.pooled(leads)))
    cited = [one.cited for one in read if one.cited is not None]
    table(f"Citations of resolutions in {len(cited)} texts against their links", citations.rows(cited))
    xml = [one.reading.asked for text, one in found if text.kind == "xml" and not isinstance(one, Failure)]
    asked = authority.most_asked(xml)
    table(f"The {len(asked)} most frequent addressees of XML resolutions", authority.rows(asked))
    whole = print_rows(
        [(text, one if isinstance(one, Failure) else one.reading) for text, one in found],
    )
    if causes:
        with output(causes) as stream:
            stream.write(FORMATS["text"](whole))


def main() -> int:
    """Prints the tables; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--only", default="", metavar="NAME", help="part of the name of the texts read by hand"
    )
    parser.add_argument("--gold", action="store_true", help="stop after the texts read by hand")
    parser.add_argument("--errors", action="store_true", help="list what differs in the texts read by hand")
    parser.add_argument(
        "--causes", default="", metavar="FILE", help="write what was not understood to a file"
    )
    options = parser.parse_args()
    if rows := gold.scored(options.only, options.errors):
        table("Texts read by hand, pooled: F1", rows)
    if not (options.gold or options.only):
        corpus(options.causes)
    return 0


if __name__ == "__main__":
    sys.exit(main())

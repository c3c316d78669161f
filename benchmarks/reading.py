"""Measures what is read in all texts: who is asked, who is known, what gives nothing, and the cost.

    python -m benchmarks.reading [--causes FILE]

**An addressee, or self-directed.** The base are the acts of operative paragraphs (and of statements,
which are all operative) of kind directive and of a force above statement. An act counts when it has
an addressee, or when its complement is the body's own infinitive ("Requests to be kept informed").
A noun phrase that is called for with nobody named ("Calls for the release of all prisoners") does
*not* count: that is the strict share. The second share leaves out of the base those acts all of
whose contents are noun phrases, for nobody can be named there; what it still counts against the
reading are acts that ask somebody to do something and do not say whom. Both say so in their row.
``obligraph.extract.lacking`` has the definitions as code.

**In the authority file.** Of the addressees of all acts, preambular ones too, those all of whose
actors have a key there.

**Old texts.** A text is accounted for when it has paragraphs and acts, or when it is said why not: it
was refused with a line that says so, or the report lists it among those without acts. The share of
those that do give both is printed beside it.

**Cost.** CPU seconds of parsing and reading the XML resolutions, against those of an untuned
``spacy.blank("en")`` over the same text in the same processes, document by document.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from obligraph.commands.parallel import Failure
from obligraph.commands.reporting import FORMATS
from obligraph.extract.document import Document
from obligraph.extract.model import Actor
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes, read_file
from obligraph.extract.report import Report, merged, report

from .authority import addressed
from .corpus import Row, Text, measured, share, table, texts
from .structure import gaps

if TYPE_CHECKING:
    from spacy.language import Language

#: Read once before anything is timed, so that loading data is no part of reading.
_FIRST = b"Resolution 1 (1946)\n\nThe Security Council,\n\n1. Requests all States to report by 1 June 1946.\n"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a text gives.

    Attributes:
        report: What was read and what was not understood.
        gappy: Whether operative numbers are missing.
        parsing, reading, tokenising: CPU seconds.
        asked: How many addressees mean each actor.
    """

    report: Report
    gappy: bool
    parsing: float
    reading: float
    tokenising: float
    asked: Counter[Actor]


@cache
def _untuned() -> Language:
    """The tokeniser to compare with; loads everything else too."""
    import spacy

    read_document(read_bytes(_FIRST, "first.txt"))
    nlp = spacy.blank("en")
    nlp("One")
    return nlp


def measure(text: Text, examples: int = 10) -> tuple[Document, Measure]:
    """Reads a text with a clock in hand; returns the parsed text too, for other measures."""
    blank = _untuned()
    start = time.process_time()
    document = read_file(text.path)
    parsed = time.process_time()
    if text.kind == "xml":
        blank(document.text)
    tokenised = time.process_time()
    reading = read_document(document)
    end = time.process_time()
    found = report([reading], examples)
    times = (parsed - start, end - tokenised, tokenised - parsed)
    return document, Measure(found, gaps(document), *times, addressed(reading))


def measure_alone(text: Text) -> Measure:
    """The measure without the text."""
    return measure(text)[1]


def directive_rows(found: Report) -> tuple[Row, ...]:
    """The strict share of directives with an addressee, and that without those for a thing."""
    directives, own = found.total("directives"), found.total("directives-self")
    named = found.total("directives-addressed") + own
    things = sum(finding.count for finding in found.section("things"))
    known, addressees = found.total("addressees-known"), found.total("addressees")
    return (
        Row(
            "with an addressee or self-directed, strict",
            share(named, directives),
            0.97,
            f"{named:,} (self-directed: {own}) of all {directives:,} directives",
        ),
        Row(
            "the same, noun phrases left out of the base",
            share(named, directives - things),
            0.97,
            f"of {directives - things:,}: {things:,} that only ask for a thing are left out",
        ),
        Row(
            "addressees in the authority file", share(known, addressees), 0.85, f"{known:,} of {addressees:,}"
        ),
    )


def old_rows(found: Iterable[tuple[Text, Measure | Failure]]) -> tuple[Row, ...]:
    """How many of the old texts are accounted for, and have numbers without gaps."""
    total = acting = refused = silent = smooth = 0
    for _, one in found:
        total += 1
        if isinstance(one, Failure):
            refused += 1
            continue
        counts = dict(one.report.totals)
        acts = bool(counts.get("paragraphs") and counts.get("acts"))
        acting += acts
        silent += not acts and not one.report.section("documents-without-acts")
        smooth += not one.gappy
    listed = total - acting - refused - silent
    note = f"{acting} with paragraphs and acts, {listed} listed as without acts, {refused} refused"
    return (
        Row("paragraphs and acts, or said why not", share(total - silent, total), 1.0, note),
        Row("paragraphs and acts", share(acting, total), None, f"{acting} of {total}"),
        Row("operative numbering without gaps", share(smooth, total), 0.97, f"{smooth} of {total}"),
    )


def cost_rows(found: Iterable[Measure]) -> tuple[Row, ...]:
    """CPU of reading over that of tokenising."""
    reading = parsing = tokenising = 0.0
    for one in found:
        reading, parsing, tokenising = (
            reading + one.reading,
            parsing + one.parsing,
            tokenising + one.tokenising,
        )
    base = max(tokenising, 1e-9)
    return (
        Row(
            "reading, untuned tokeniser = 1",
            reading / base,
            4,
            f"{reading:.0f} s, 1 is {tokenising:.0f} s",
            True,
            2,
        ),
        Row("parsing the XML", parsing / base, None, f"{parsing:.0f} s", True, 2),
    )


def print_rows(found: list[tuple[Text, Measure | Failure]]) -> Report:
    """Prints the tables; returns the report on all texts."""
    read = [(text, one) for text, one in found if not isinstance(one, Failure)]
    whole = merged((one.report for _, one in read), 10)
    table(f"Operative directives, and addressees, in {len(read):,} texts", directive_rows(whole))
    for kind in ("xml", "statement", "old"):
        part = merged(one.report for text, one in read if text.kind == kind)
        if part.total("documents"):
            table(f"  of them {part.total('documents'):,} of kind {kind}", directive_rows(part))
    old = [(text, one) for text, one in found if text.kind == "old"]
    if old:
        table(f"{len(old)} old texts", old_rows(old))
    xml = [one for text, one in read if text.kind == "xml"]
    if xml:
        table(f"CPU of {len(xml):,} XML resolutions", cost_rows(xml))
    return whole


def main() -> int:
    """Prints the figures; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--causes", metavar="FILE", help="write what was not understood to a file")
    options = parser.parse_args()
    found = list(measured(measure_alone, texts("xml", "statement", "old")))
    if not found:
        return 0
    whole = print_rows(found)
    if options.causes:
        from obligraph.terminal import output

        with output(options.causes) as stream:
            stream.write(FORMATS["text"](whole))
    return 0


if __name__ == "__main__":
    sys.exit(main())

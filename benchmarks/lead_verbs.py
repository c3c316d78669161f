"""Measures the acts against the drafters' italics: the verbs that the XML resolutions print in italics.

A *lead* is an emphasis at the head of a paragraph that has words behind it (a paragraph in italics
from end to end is a heading); it counts as found where an act of that paragraph shares a character
with it. A *mid* is an emphasis inside a paragraph that looks like a verb: lower case, ending in
"s" or "ing". Italics are no gold standard: they also mark titles of tasks, foreign words and
run-in headings, and drafters leave them out as often as not in the middle of a sentence.

The leads are also looked for in the text flattened to lines and read back, where nothing is left
of the XML: there the paragraph with the same label must have the act.

Run it as ``python -m benchmarks.lead_verbs [--failures N]``.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from obligraph.commands.parallel import Failure
from obligraph.errors import InputError
from obligraph.extract.acts.find import VerbGroup, find_verbs
from obligraph.extract.document import Document, Paragraph, ParagraphKind, Span
from obligraph.extract.read import read_bytes, read_file
from obligraph.extract.tokens import blank, make_doc

from .corpus import Row, Text, measured, share, table, texts
from .structure import spaced

_VERB = re.compile(r"[a-z‑-]+(?:s|ing)\b")


def emphases(document: Document) -> Iterator[tuple[Paragraph, Span, bool]]:
    """Each emphasis in a paragraph, and whether it stands at its head."""
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.ANNEX:
            continue
        for span in document.emphases:
            if span in paragraph.span:
                yield paragraph, span, span.start == paragraph.span.start


def marked(document: Document, groups: tuple[VerbGroup, ...]) -> Iterator[tuple[str, bool, str]]:
    """Each lead and mid: what it is, whether it is an act, and where it stands with its words."""
    acts = defaultdict(list)
    for group in groups:
        if not group.reported:
            acts[group.paragraph].append(group.span)
    for paragraph, span, lead in emphases(document):
        words = document.words(span)
        if lead:
            if paragraph.parent or span.end >= paragraph.span.end - 2:
                continue
            what = f"lead, {paragraph.kind}"
        elif _VERB.match(words):
            what = f"mid, {paragraph.kind}"
        else:
            continue
        found = any(span.overlaps(act) for act in acts[paragraph.label])
        yield what, found, f"{document.symbol} {paragraph.label}: {words}"


def flattened(document: Document) -> Iterator[tuple[str, bool, str]]:
    """Each lead of the operative part, and whether it is an act in the text flattened and read back."""
    groups: tuple[VerbGroup, ...] = ()
    try:
        back = read_bytes(spaced(document).encode(), f"{document.source}.txt")
        groups = find_verbs(make_doc(blank(), back))
    except InputError:
        back = document
    starts = {paragraph.label: paragraph.span.start for paragraph in back.paragraphs}
    ends: dict[str, int] = {}
    for group in groups:
        if not group.reported:
            # How far into its paragraph the first act begins: before the lead ends, it is the lead.
            ends.setdefault(group.paragraph, group.span.start - starts[group.paragraph])
    for paragraph, span, lead in emphases(document):
        operative = paragraph.kind is ParagraphKind.OPERATIVE and not paragraph.parent
        if lead and operative and span.end < paragraph.span.end - 2:
            found = ends.get(paragraph.label, 1 << 30) < span.end - span.start
            words = document.words(span)
            yield "lead, operative, flattened", found, f"{document.symbol} {paragraph.label}: {words}"


@dataclass(frozen=True, slots=True)
class Leads:
    """The emphases of a document: what and how many are marked and found, those not found, rules."""

    marked: Counter[str]
    found: Counter[str]
    lacking: tuple[tuple[str, str], ...]
    rules: Counter[str]


def leads(document: Document) -> Leads:
    """Compares the emphases of a document with its acts."""
    groups = find_verbs(make_doc(blank(), document))
    all_marked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    lacking = []
    for what, hit, where in (*marked(document, groups), *flattened(document)):
        all_marked[what] += 1
        found[what] += hit
        if not hit:
            lacking.append((what, where))
    return Leads(all_marked, found, tuple(lacking), Counter(group.rule for group in groups))


def pooled(parts: Iterable[Leads]) -> Leads:
    """The sum over documents."""
    marked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    lacking: list[tuple[str, str]] = []
    for part in parts:
        marked.update(part.marked)
        found.update(part.found)
        rules.update(part.rules)
        lacking += part.lacking
    return Leads(marked, found, tuple(lacking), rules)


def rows(sum_of: Leads) -> tuple[Row, ...]:
    """The share found of each thing marked; operative leads must reach 0.99."""
    return tuple(
        Row(
            what,
            share(sum_of.found[what], number),
            0.99 if what.startswith("lead, operative") else None,
            f"{sum_of.found[what]:,} of {number:,}",
        )
        for what, number in sorted(sum_of.marked.items())
    )


def _leads(text: Text) -> Leads:
    return leads(read_file(text.path))


def main() -> None:
    """Prints the share of leads and mids found, and those that were not."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="list N of each not found")
    limit = parser.parse_args().failures
    items = texts("xml")
    if not items:
        return
    found = pooled(one for _, one in measured(_leads, items) if not isinstance(one, Failure))
    table(f"Verbs in italics of {len(items)} XML resolutions that are acts", rows(found))
    where: defaultdict[str, list[str]] = defaultdict(list)
    for what, place in found.lacking:
        where[what].append(place)
    for what in sorted(where if limit else ()):
        print(f"\n{what}")
        for line in where[what][:limit]:
            print(f"   {line}")
    print()
    for rule, number in found.rules.most_common():
        print(f"{rule:22} {number:6}")


if __name__ == "__main__":
    main()

"""Measures the acts against the drafters' italics: the verbs that the XML resolutions print in italics.

A *lead* is an emphasis at the head of a paragraph that has words behind it (a paragraph in italics
from end to end is a heading); it counts as found where an act of that paragraph shares a character
with it. A *mid* is an emphasis inside a paragraph that looks like a verb: lower case, ending in
"s" or "ing". Italics are no gold standard: they also mark titles of tasks, foreign words and
run-in headings, and drafters leave them out as often as not in the middle of a sentence.

Run it as ``python -m obligraph.benchmarks.lead_verbs [--failures N]`` where the texts are at hand
(``../shared/corpus`` beside the repository, or ``OBLIGRAPH_SHARED``).
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from obligraph.extract.acts.find import VerbGroup, find_verbs
from obligraph.extract.model import Document, Paragraph, ParagraphKind, Span
from obligraph.extract.read import read_file
from obligraph.extract.tokens import blank, make_doc

_HOME = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("OBLIGRAPH_SHARED", _HOME.parent / "shared"))
_VERB = re.compile(r"[a-z‑-]+(?:s|ing)\b")


def emphases(document: Document) -> Iterator[tuple[Paragraph, Span, bool]]:
    """Each emphasis in a paragraph, and whether it stands at its head."""
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.ANNEX:
            continue
        for span in document.emphases:
            if span in paragraph.span:
                yield paragraph, span, span.start == paragraph.span.start


def measured(document: Document, groups: tuple[VerbGroup, ...]) -> Iterator[tuple[str, bool, str]]:
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


def main() -> None:
    """Prints the share of leads and mids found, and those that were not."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="list N of each not found")
    arguments = parser.parse_args()
    files = sorted((SHARED / "corpus").glob("akn/*/*.xml"))
    if not files:
        print(f"skipped: no texts at {SHARED / 'corpus' / 'akn'}", file=sys.stderr)
        return
    nlp = blank()
    marked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    lacking = defaultdict(list)
    rules: Counter[str] = Counter()
    documents = [read_file(file) for file in files]
    docs = [make_doc(nlp, document) for document in documents]
    start = time.process_time()
    readings = [find_verbs(doc) for doc in docs]
    seconds = time.process_time() - start
    for document, groups in zip(documents, readings, strict=True):
        rules.update(group.rule for group in groups)
        for what, hit, where in measured(document, groups):
            marked[what] += 1
            found[what] += hit
            if not hit:
                lacking[what].append(where)
    print(f"{len(files)} XML resolutions, {sum(rules.values()):,} verb groups in {seconds:.1f} s of CPU")
    for what in sorted(marked):
        print(f"{what:18} {found[what]:6} of {marked[what]:6} found: {found[what] / marked[what]:.4f}")
        for where in lacking[what][: arguments.failures]:
            print(f"   {where}")
    for rule, number in rules.most_common():
        print(f"{rule:22} {number:6}")


if __name__ == "__main__":
    main()

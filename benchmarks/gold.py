"""Scores the reading against texts read by hand: ``python -m benchmarks.gold [--errors] [--only NAME]``.

The texts and their scorer live outside the project, in ``../shared/gold``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from typing import Any

from obligraph.extract.document import Document
from obligraph.extract.output import document_object
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes, read_file

from .corpus import SHARED, Row, table

#: What F1 must reach, by what is marked; None is only told.
TARGETS: dict[str, float | None] = {
    "paragraphs": 1.0,
    "acts": 0.97,
    "addressees": 0.94,
    "contents": 0.90,
    "targets": 0.90,
    "times": 0.95,
    "citations": 0.95,
    "qualifiers": 0.70,
    "content starts": None,
    "content kinds": None,
}


def sources(name: str) -> Iterator[Document]:
    """The texts of a gold file, by its name: each format in which the corpus has it."""
    for pattern in (f"seeds/{name}.md", f"corpus/cr-unsc/{name}.txt", f"corpus/akn-prst/*/{name}-*.xml"):
        for path in sorted(SHARED.glob(pattern)):
            yield read_file(path)
    draft = SHARED / "corpus" / "drafts" / f"{name}.json"
    if draft.exists():
        record = json.loads(draft.read_text(encoding="utf-8"))
        heading = f"{record['ID']}\n{record['Date']}\n\n"
        yield read_bytes((heading + record["Content"]).encode(), f"{name}.txt")


def _scorer() -> Any:
    """The module that the texts came with."""
    spec = importlib.util.spec_from_file_location("gold_scorer", SHARED / "gold" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(only: str = "", errors: bool = False) -> tuple[Row, ...]:
    """F1 of everything that is marked, pooled over the texts.

    Args:
        only: Part of the name of the texts to score; empty for all.
        errors: Print every miss and every extra.

    Returns:
        A row for each thing marked, with precision and recall; none where no text is at hand.
    """
    gold = [path for path in sorted((SHARED / "gold" / "dev").glob("*.json")) if only in path.stem]
    if not gold:
        print(f"skipped: no gold texts in {SHARED.name}", file=sys.stderr)
        return ()
    scorer = _scorer()
    tally = scorer.Tally()
    for path in gold:
        marked = json.loads(path.read_text(encoding="utf-8"))
        documents = list(sources(path.stem))
        if not documents:
            print(f"skipped: the text of {path.name} is not in {SHARED.name}", file=sys.stderr)
        for document in documents:
            found = json.loads(json.dumps(document_object(read_document(document))))
            scorer.score(marked, found, tally)
    if errors:
        print("\n".join(tally.errors))
    if not tally.gold["acts"]:
        return ()
    rows = []
    for what, target in TARGETS.items():
        precision, recall, f1 = tally.f1(what)
        note = f"P {precision:.3f}  R {recall:.3f}  marked {tally.gold[what]}"
        rows.append(Row(what, f1, target, note, digits=3))
    return tuple(rows)


def main() -> int:
    """Prints the scores; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", metavar="NAME", help="part of the name of the texts to score")
    parser.add_argument("--errors", action="store_true", help="list every miss and every extra")
    options = parser.parse_args()
    if rows := scored(options.only, options.errors):
        table("Texts read by hand, pooled: F1", rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())

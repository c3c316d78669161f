"""Measures speed as ratios, which hold from one machine to the next: ``make bench``.

Reading is set against tokenising the same text with an untuned ``spacy.blank("en")`` in the same
process; building, validating and asking against reading. Texts come from ``../shared`` (or the
folder that ``OBLIGRAPH_SHARED`` names); without it the shipped example is read many times.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from obligraph.extract.model import Reading
from obligraph.graph.store import Store

Result = TypeVar("Result")

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("OBLIGRAPH_SHARED", ROOT.parent / "shared"))
STEP = int(os.environ.get("OBLIGRAPH_STEP", "5"))  # every fifth text keeps a run under a minute


def cpu(run: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds of this process that a call takes, and what it returns."""
    start = time.process_time()
    result = run()
    return time.process_time() - start, result


def store_all(store: Store, readings: list[Reading]) -> None:
    """Puts readings into a store in one batch."""
    with store.batch() as batch:
        for reading in readings:
            batch.put(reading)


def main() -> int:
    """Prints one line a measure."""
    import spacy
    from obligraph.extract.pipeline import pipeline, read_document
    from obligraph.extract.read import read_file
    from obligraph.graph.store import open_store
    from obligraph.graph.validate import validate
    from obligraph.queries.library import library
    from obligraph.queries.run import run

    paths = (
        sorted(SHARED.glob("corpus/akn/*/*.xml"))[::STEP] or [ROOT / "examples" / "S_RES_2331_2016.md"] * 20
    )
    loading, _ = cpu(pipeline)
    parsing, documents = cpu(lambda: [read_file(path) for path in paths])
    blank = spacy.blank("en")
    tokenising, tokens = cpu(lambda: sum(len(blank(document.text)) for document in documents))
    reading, readings = cpu(lambda: [read_document(document) for document in documents])
    print(f"{len(paths)} texts, {tokens} tokens")
    print(f"tokenising them untuned takes {tokenising:.2f} s of CPU, called 1 below")
    print(f"loading the pipeline        {loading / tokenising:6.2f}")
    print(f"parsing the sources         {parsing / tokenising:6.2f}")
    print(f"reading                     {reading / tokenising:6.2f}   (to stay under 4)")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "store", create=True) as store,
    ):
        storing, _ = cpu(lambda: store_all(store, readings))
        print(f"storing                     {storing / tokenising:6.2f}")
        checking, _ = cpu(lambda: sum(1 for _ in validate(store)))
        print(f"validating                  {checking / tokenising:6.2f}")
        slowest = ("", 0.0)
        for name, query in sorted(library().items()):
            if not any(parameter.required for parameter in query.parameters):
                seconds, _ = cpu(partial(run, store, query))
                slowest = max(slowest, (name, seconds), key=lambda pair: pair[1])
        print(f"slowest named query         {slowest[1] / tokenising:6.2f}   ({slowest[0]})")
    return 0


if __name__ == "__main__":
    sys.exit(main())

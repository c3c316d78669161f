"""Measures how well paragraphs are recovered from flat text.

Each XML resolution is read, flattened to plain text in several styles, and read back: the labels
of the paragraphs are compared, pooled over all texts. The old scanned texts, which have no such
reference, are measured by whether the numbers of their operative paragraphs have gaps.

Run it as ``python -m obligraph.benchmarks.structure [--failures N]`` where the texts are at hand
(``../shared/corpus`` beside the repository, or ``OBLIGRAPH_SHARED``).
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from obligraph.errors import InputError
from obligraph.extract.model import Document, ParagraphKind
from obligraph.extract.read import read_bytes, read_file

_HOME = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("OBLIGRAPH_SHARED", _HOME.parent / "shared"))
PAGE = 45  # lines of a printed page


def wrap(line: str, width: int = 80) -> list[str]:
    """Breaks a line at spaces, as print does."""
    out, current = [], ""
    for word in line.split(" "):
        if current and len(current) + 1 + len(word) > width:
            out.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*out, current]


def spaced(document: Document) -> str:
    """One line a paragraph, blank lines between."""
    return document.text.replace("\n", "\n\n")


def tight(document: Document) -> str:
    """One line a paragraph, no blank lines."""
    return document.text


def wrapped(document: Document) -> str:
    """Broken at 80 columns, blank lines between paragraphs."""
    return "\n\n".join("\n".join(wrap(line)) for line in document.text.split("\n"))


def paged(document: Document) -> str:
    """Broken at 80 columns, with a page's foot and head every 45 lines, often in mid-sentence."""
    lines = wrapped(document).split("\n")
    out: list[str] = []
    pages = len(lines) // PAGE + 1
    for at, line in enumerate(lines):
        if at and at % PAGE == 0:
            out += ["", f"16-22523 {at // PAGE}/{pages}", "\f", document.symbol, "", ""]
        out.append(line)
    return "\n".join(out)


def blank_breaks(document: Document) -> str:
    """One line a paragraph, but now and then a blank line in mid-sentence, as after a page."""
    lines = []
    for at, line in enumerate(document.text.split("\n")):
        words = line.split(" ")
        if at % 7 == 3 and len(words) > 30:
            middle = len(words) // 2
            while middle < len(words) - 1 and words[middle - 1][-1:] in ",;:.":
                middle += 1
            line = " ".join(words[:middle]) + "\n\n\n\n" + " ".join(words[middle:])
        lines.append(line)
    return "\n\n".join(lines)


def indented(document: Document) -> str:
    """Broken at 80 columns, no blank lines, first lines indented, as text taken from a PDF."""
    out: list[str] = []
    for line in document.text.split("\n"):
        first, *rest = wrap(line)
        out += [" " * 8 + first, *rest]
    return "\n".join(out)


STYLES: dict[str, Callable[[Document], str]] = {
    f.__name__: f for f in (spaced, tight, wrapped, paged, blank_breaks, indented)
}


def labels(document: Document) -> list[str]:
    """The labels outside annexes, in order."""
    return [p.label for p in document.paragraphs if p.kind is not ParagraphKind.ANNEX]


def words(document: Document) -> dict[str, str]:
    """What each label's paragraph says."""
    return {p.label: p.text for p in document.paragraphs if p.kind is not ParagraphKind.ANNEX}


def gaps(document: Document) -> bool:
    """Whether operative numbers are missing or none are there, in any part of a document."""
    last: dict[str, int] = {}
    for label in labels(document):
        if found := re.fullmatch(r"(.*?)OP(\d+)", label):
            if int(found[2]) > last.get(found[1], 0) + 1:
                return True
            last[found[1]] = int(found[2])
        elif found := re.fullmatch(r"(.*?)OP\(\w\)", label):
            last.setdefault(found[1], 0)
    return not last


def recovery(files: Iterable[Path], failures: int) -> None:
    """Prints F1 of the labels, and the share of paragraphs with the same words, a style a line."""
    documents = []
    start = time.process_time()
    for file in files:
        documents.append(read_file(file))
    seconds = time.process_time() - start
    characters = sum(len(d.text) for d in documents)
    print(f"{len(documents)} XML resolutions, {characters:,} characters, read in {seconds:.1f} s of CPU")
    for style, flatten in STYLES.items():
        hits = predicted = expected = same = 0
        worst: list[tuple[int, str, list[str], list[str]]] = []
        for document in documents:
            truth = words(document)
            try:
                back = words(read_bytes(flatten(document).encode(), document.source + ".txt"))
            except InputError as error:
                print(error, file=sys.stderr)
                back = {}
            both = truth.keys() & back.keys()
            hits, predicted, expected = hits + len(both), predicted + len(back), expected + len(truth)
            same += sum(truth[label] == back[label] for label in both)
            if wrong := len(truth.keys() ^ back.keys()):
                lacking, extra = sorted(truth.keys() - back.keys()), sorted(back.keys() - truth.keys())
                worst.append((wrong, document.source, lacking, extra))
        f1 = 2 * hits / (predicted + expected)
        print(f"{style:13} F1 {f1:.4f}, same words {same / expected:.4f}, {len(worst)} texts differ")
        for wrong, source, lacking, extra in sorted(worst, reverse=True)[:failures]:
            print(f"   {wrong:4} {source}: lacking {' '.join(lacking[:8])} | extra {' '.join(extra[:8])}")


def old_texts(files: Iterable[Path], failures: int) -> None:
    """Prints how many of the old texts have paragraphs, and operative numbers without gaps."""
    read = empty = 0
    gappy: list[str] = []
    for file in files:
        read += 1
        try:
            document = read_file(file)
        except InputError as error:
            print(error, file=sys.stderr)
            empty += 1
            continue
        if gaps(document):
            gappy.append(f"{file.name}: {' '.join(x for x in labels(document) if '(' not in x)}")
    share = 1 - (len(gappy) + empty) / read
    print(f"{read} old texts: {empty} without paragraphs, operative numbering without gaps {share:.4f}")
    for line in gappy[:failures]:
        print("   " + line)


def main() -> None:
    """Runs both measurements."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="list the N worst of each")
    arguments = parser.parse_args()
    corpus = SHARED / "corpus"
    if not corpus.is_dir():
        print(f"skipped: no texts at {corpus}", file=sys.stderr)
        return
    recovery(sorted(corpus.glob("akn/*/*.xml")), arguments.failures)
    old_texts(sorted(corpus.glob("cr-unsc/*.txt")), arguments.failures)


if __name__ == "__main__":
    main()

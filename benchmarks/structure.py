"""Measures how well paragraphs are recovered from flat text.

Each XML resolution is read, flattened to plain text in several styles, and read back: the labels
of the paragraphs are compared, pooled over all texts. The old scanned texts, which have no such
reference, are measured by whether the numbers of their operative paragraphs have gaps.

Run it as ``python -m benchmarks.structure [--failures N]``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from obligraph.commands.parallel import Failure
from obligraph.errors import InputError
from obligraph.extract.document import Document, ParagraphKind
from obligraph.extract.lacking import numbering_gaps
from obligraph.extract.read import read_bytes, read_file

from .corpus import Row, Text, measured, share, table, texts

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
    return bool(numbering_gaps(document)) or not any(
        paragraph.kind is ParagraphKind.OPERATIVE for paragraph in document.paragraphs
    )


@dataclass(frozen=True, slots=True)
class Recovery:
    """The labels of a flattened document against its own.

    Attributes:
        hits, found, expected: Labels in both, in the flattened one, in the document.
        same: Of the hits, those whose paragraphs have the same words.
        lacking, extra: The labels that are not in both.
    """

    hits: int
    found: int
    expected: int
    same: int
    lacking: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def recovered(document: Document, style: str) -> Recovery:
    """Flattens a document in a style of ``STYLES``, reads it back and compares the labels."""
    truth = words(document)
    try:
        back = words(read_bytes(STYLES[style](document).encode(), document.source + ".txt"))
    except InputError as error:
        print(error, file=sys.stderr)
        back = {}
    both = truth.keys() & back.keys()
    return Recovery(
        hits=len(both),
        found=len(back),
        expected=len(truth),
        same=sum(truth[label] == back[label] for label in both),
        lacking=tuple(sorted(truth.keys() - back.keys())),
        extra=tuple(sorted(back.keys() - truth.keys())),
    )


def recoveries(document: Document) -> tuple[Recovery, ...]:
    """What is recovered in each of ``STYLES``."""
    return tuple(recovered(document, style) for style in STYLES)


def rows(found: Iterable[tuple[Recovery, ...]]) -> tuple[Row, ...]:
    """F1 of the labels a style, pooled over documents."""
    pooled = []
    for style, column in zip(STYLES, zip(*found, strict=True), strict=True):
        hits = sum(one.hits for one in column)
        expected = sum(one.expected for one in column)
        f1 = 2 * hits / max(1, sum(one.found for one in column) + expected)
        differing = sum(bool(one.lacking or one.extra) for one in column)
        same = share(sum(one.same for one in column), expected)
        pooled.append(Row(style, f1, 0.995, f"same words {same:.4f}, {differing} texts differ"))
    return tuple(pooled)


def _recoveries(text: Text) -> tuple[Recovery, ...]:
    return recoveries(read_file(text.path))


def _old(text: Text) -> str:
    """Empty for a text whose operative numbers have no gap, else its labels."""
    document = read_file(text.path)
    return " ".join(x for x in labels(document) if "(" not in x) or "none" if gaps(document) else ""


def main() -> None:
    """Runs both measurements."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="list the N worst of each")
    limit = parser.parse_args().failures
    items = texts("xml", "old")
    xml = [text for text in items if text.kind == "xml"]
    found = [(text, one) for text, one in measured(_recoveries, xml) if not isinstance(one, Failure)]
    if found:
        table(
            f"Labels recovered from {len(found)} flattened XML resolutions: F1", rows(one for _, one in found)
        )
    for at, style in enumerate(STYLES if limit else ()):
        print(f"\n{style}")
        worst = sorted(found, key=lambda x: -len(x[1][at].lacking) - len(x[1][at].extra))
        for text, all_styles in worst[:limit]:
            one = all_styles[at]
            print(f"   {text.name}: lacking {' '.join(one.lacking[:8])} | extra {' '.join(one.extra[:8])}")
    old = list(measured(_old, [text for text in items if text.kind == "old"]))
    if old:
        gappy = [f"{text.name}: {one}" for text, one in old if one]
        refused = sum(isinstance(one, Failure) for _, one in old)
        row = Row("numbering without gaps", 1 - len(gappy) / len(old), 0.97, f"{refused} not read")
        table(f"{len(old)} old texts", [row])
        for line in gappy[:limit]:
            print("   " + line)


if __name__ == "__main__":
    main()

"""Documents made of given paragraphs, for tests of what is read in them without a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from obligraph.extract.document import Document, Paragraph, ParagraphKind, Span

_KINDS = {
    "PP": ParagraphKind.PREAMBULAR,
    "OP": ParagraphKind.OPERATIVE,
    "P": ParagraphKind.STATEMENT,
    "AN": ParagraphKind.ANNEX,
}


def of_text(
    text: str,
    paragraphs: Iterable[Paragraph] = (),
    adopted: date | None = None,
    symbol: str = "S/RES/9001(2016)",
) -> Document:
    """A document of a text, of which nothing is known but its paragraphs."""
    return Document(
        symbol=symbol,
        kind="resolution",
        body="Security Council",
        title="",
        adopted=adopted,
        meeting=None,
        text=text,
        sha256="",
        source="made.txt",
        format="text",
        paragraphs=tuple(paragraphs),
    )


def document(paragraphs: dict[str, str], adopted: date | None = date(2016, 12, 20)) -> Document:
    """A document of the paragraphs, given by label, one a line."""
    text = ""
    made = []
    for label, words in paragraphs.items():
        span = Span(len(text), len(text) + len(words))
        letters = re.match(r"[A-Z]+", label)
        assert letters is not None
        parent = label.rpartition("(")[0] or None
        number = label[letters.end() :].rpartition("(")[2].rstrip(")")
        made.append(Paragraph(label, _KINDS[letters.group()], number, span, words, parent))
        text += words + "\n"
    return of_text(text, made, adopted=adopted)

"""Paragraphs of the document itself that it cites: "paragraph 5 above", "the preceding paragraph"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from ..document import Paragraph, ParagraphKind, Span
from ..model import Instrument
from .cited import Cited
from .provisions import Provision
from .treaties import word_class

_COUNTED = re.compile(r"(?P<series>(?:\w+\.)?(?:OP|PP))(?P<number>\d+)")


def preceding(text: str, span: Span, paragraph: Paragraph, own: Collection[str]) -> Iterator[Cited]:
    """The paragraph before this one, where the words name it so.

    Args:
        text: The document's text.
        span: The words of the paragraph.
        paragraph: The paragraph that they stand in.
        own: Labels of the document's paragraphs.

    Yields:
        Its label, at each place that names it; nothing where the document has no such paragraph.
    """
    counted = _COUNTED.match(paragraph.label)
    if counted is None:
        return
    label = f"{counted['series']}{int(counted['number']) - 1}"
    if label not in own:
        return
    for match in _preceding().finditer(text, span.start, span.end):
        yield Cited(match.start(), match.end(), (Instrument(f"#{label}", "paragraph"),), own=True)


@cache
def _preceding() -> re.Pattern[str]:
    """How the paragraph before this one is named: "the preceding paragraph", "the paragraph above"."""
    words = "|".join(sorted(word_class("before-this")))
    return re.compile(rf"\bthe (?:(?:immediately )?(?:{words}) paragraph|paragraph above)\b(?! \d)")


def is_own(provision: Provision, paragraph: Paragraph, own: Collection[str]) -> bool:
    """Whether a provision with nothing after it is a paragraph of the document itself."""
    if paragraph.kind is not ParagraphKind.OPERATIVE:
        return False
    if provision.unit == "sub":
        base = _item_base(paragraph.label, provision.labels[0])
        return all(f"{base}{label}" in own for label in provision.labels)
    return provision.unit == "paragraph" and all(
        f"OP{label.split('(')[0]}" in own for label in provision.labels
    )


def own_paragraphs(provision: Provision, paragraph: Paragraph) -> Cited | None:
    """Paragraphs of the document itself; None for its annexes and sections, which are not cited."""
    if paragraph.kind in (ParagraphKind.ANNEX, ParagraphKind.STATEMENT):
        return None
    if provision.unit == "sub":
        base = _item_base(paragraph.label, provision.labels[0])
        labels = [f"{base}{label}" for label in provision.labels] if base else []
    elif provision.unit == "paragraph":
        labels = [f"OP{label}" for label in provision.labels]
    elif provision.unit == "preambular":
        labels = [f"PP{label}" for label in provision.labels]
    else:
        return None
    instruments = tuple(Instrument(f"#{label}", "paragraph") for label in labels)
    return Cited(provision.start, provision.end, instruments, own=True) if instruments else None


def _item_base(label: str, mark: str) -> str:
    """The paragraph that a lettered item belongs to, seen from the paragraph ``label``."""
    if not label.startswith("OP"):
        return ""
    parts = label.split("(")
    deep = len(parts) > 2 and bool(re.fullmatch(r"\([ivx]+\)", mark))
    return "(".join(parts[:2]) if deep else parts[0]

"""What a provision belongs to: the instrument after it, before it, the document itself, the Charter."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from .model import Instrument, Paragraph, ParagraphKind, Span
from .provisions import CHARTER, Provision, belongs_to_charter

_OWN_AFTER = re.compile(
    r"(?: \([^()]{1,60}\))?,? ?(?:above|below|hereof|herein|hereinabove|hereunder|supra|infra)\b"
    r"|,? (?:of|in|to|under) (?:this|the present|the current) (?:resolution|statement|presidential statement|decision|text|draft)\b"
)
_THEREOF = re.compile(r",? thereof\b")
_SAME = re.compile(
    r",? (?:of|in) (?:that|the same|the said|said|the aforementioned|the above-mentioned|the aforesaid|the latter|such)"
    r" (?P<what>resolution|report|letter|Convention|Agreement|Treaty|Protocol|document|note)\b"
)
_TO_RESOLUTION = re.compile(
    r",? ?(?:of|in|to|from|under|within|and of|contained in|set out in)?(?: (?:the|its|his|their|said|previous|earlier|prior|relevant"
    r"|above-mentioned|aforementioned|Security|Council|Council’s|Council's|General|Assembly|United|Nations|UN|UNSC|Human|Rights"
    r"|resolutions?|Resolutions?|SCR|UNSCR|documents?|Presidential|presidential|[Ss]tatements?|both)){0,8} ?\(?"
)
_TO_DOCUMENT = re.compile(
    r",? (?:of|in|to) (?:the|his|its|this|that) [^;.()]{0,140}?\b(?:report|reports|letter|note|statement|plan|document|proposal"
    r"|memorandum|communiqué|Communiqué|concept)\b[^;.()]{0,140} \("
)
_TO_TITLE = re.compile(r",? (?:of|in|to|under|from) (?:the |its |their |that |said )?(?:\d{4} |UN |1949 )?")
_OTHERS = re.compile(
    r",? (?:of|in|to) (?:the|its|his|their|that|this|an?|annex|Annex|such|article|Article|Council Regulation|Regulation)\b"
)
_FROM_BEFORE = re.compile(
    r"(?:,? ?(?:of|dated|adopted on|on) \d{1,2} \w+(?: \d{4})?)?(?:,? ?\([^()]{1,60}\))?,? ?\(?(?:and |or |as well as )?"
    r"(?:in particular|particularly|especially|notably|including|specifically|inter alia|namely|most notably|and in particular)?,? ?"
    r"(?:in |under |with |by |to |of )?(?:its |operative |the provisions of (?:its )?|the )?"
)
_ITS = re.compile(r"\bits (?:operative )?$")


@dataclass(frozen=True, slots=True)
class Cited:
    """Words that cite one or more instruments. ``own`` are paragraphs of the document itself."""

    start: int
    end: int
    instruments: tuple[Instrument, ...]
    own: bool = False
    bare: bool = False

    @classmethod
    def whole(cls, start: int, end: int, key: str, kind: str, *, bare: bool = False) -> Cited:
        """Words that cite one whole instrument."""
        return cls(start, end, (Instrument(key, kind),), bare=bare)

    @property
    def key(self) -> str:
        """The key of the whole instrument that the first one is, or belongs to."""
        return self.instruments[0].whole or self.instruments[0].key


def bind(
    text: str,
    span: Span,
    wholes: Sequence[Cited],
    provisions: Sequence[Provision],
    paragraph: Paragraph,
    own: Collection[str],
    earlier: Sequence[Cited],
) -> list[Cited]:
    """Puts provisions and whole instruments together.

    Args:
        text: The document's text.
        span: The words that all of these stand in.
        wholes: Whole instruments named there, in order.
        provisions: Provisions named there, in order.
        paragraph: The paragraph that they stand in.
        own: Labels of the document's paragraphs.
        earlier: What was cited before, nearest last.

    Returns:
        What is cited, in order. A whole instrument that a provision was bound to is not cited apart.
    """
    free = [p for p in provisions if not any(p.start < w.end and w.start < p.end for w in wholes)]
    used: set[int] = set()
    bound: list[Cited] = []
    for provision in free:
        cited = _bind(text, span, wholes, provision, paragraph, own, [*earlier[-1:], *bound], used)
        if cited is not None:
            bound.append(cited)
    rest = [whole for number, whole in enumerate(wholes) if number not in used]
    return sorted([*rest, *bound], key=lambda one: (one.start, one.end))


def _bind(
    text: str,
    span: Span,
    wholes: Sequence[Cited],
    provision: Provision,
    paragraph: Paragraph,
    own: Collection[str],
    earlier: Sequence[Cited],
    used: set[int],
) -> Cited | None:
    end = provision.end
    if _OWN_AFTER.match(text, end, span.end):
        return _own(provision, paragraph)
    following = next((n for n, whole in enumerate(wholes) if whole.start >= end), None)
    if following is not None:
        whole = wholes[following]
        gap = (
            _TO_TITLE
            if whole.instruments[0].kind not in {"resolution", "statement", "document"}
            else _TO_RESOLUTION
        )
        if gap.fullmatch(text, end, whole.start) and whole.start > end:
            used.add(following)
            return _part(provision, whole, provision.start, whole.end)
        if whole.instruments[0].kind == "document" and _TO_DOCUMENT.fullmatch(text, end, whole.start):
            used.add(following)
            return _part(provision, whole, provision.start, whole.end)
    before = [whole for whole in wholes if whole.end <= provision.start]
    known = [*earlier, *before]
    if _THEREOF.match(text, end, span.end) or _SAME.match(text, end, span.end):
        same = _SAME.match(text, end, span.end)
        wanted = same["what"].lower() if same else ""
        for whole in sorted(before, key=lambda one: one.end, reverse=True) + list(reversed(earlier)):
            if not whole.own and (wanted != "resolution" or whole.instruments[0].kind == "resolution"):
                return _part(provision, whole, provision.start, provision.end)
        return None
    if belongs_to_charter(provision) and (
        provision.unit == "chapter" or _charter_near(text, span, provision, known)
    ):
        return _of(CHARTER, "charter", provision, provision.start, provision.end)
    if before:
        last = before[-1]
        gap_text = text[last.end : provision.start]
        if gap_text.strip() and _FROM_BEFORE.fullmatch(gap_text) and not _OTHERS.match(text, end, span.end):
            if _kin(provision, last):
                return _part(provision, last, provision.start, provision.end)
        if _ITS.search(text[max(span.start, provision.start - 20) : provision.start]) and _kin(
            provision, last
        ):
            return _part(provision, last, provision.start, provision.end)
    if _OTHERS.match(text, end, span.end):
        return None
    return _own(provision, paragraph) if _is_own(provision, paragraph, own) else None


def _kin(provision: Provision, whole: Cited) -> bool:
    """Whether such a provision can be one of such an instrument: resolutions have no articles."""
    numbered = whole.instruments[0].kind in {"resolution", "statement", "document"}
    return numbered == (provision.unit in {"paragraph", "sub", "preambular"}) or provision.unit in {
        "annex",
        "section",
        "part",
    }


def _charter_near(text: str, span: Span, provision: Provision, known: Sequence[Cited]) -> bool:
    """Whether a bare "Article 41" is the Charter's: the Charter is named, or acted under, just before."""
    if re.match(r",? (?:of|to|in) ", text[provision.end : provision.end + 8]):
        return False
    before = text[max(span.start, provision.start - 90) : provision.start]
    return any(one.key == CHARTER for one in known[-1:]) or "Chapter V" in before or "cting under" in before


def _is_own(provision: Provision, paragraph: Paragraph, own: Collection[str]) -> bool:
    """Whether a provision with nothing after it is a paragraph of the document itself."""
    if provision.unit == "sub":
        return False
    if provision.unit != "paragraph" or paragraph.kind is not ParagraphKind.OPERATIVE:
        return False
    return all(f"OP{label}" in own for label in provision.labels)


def _own(provision: Provision, paragraph: Paragraph) -> Cited | None:
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


def _part(provision: Provision, whole: Cited, start: int, end: int) -> Cited:
    return _of(whole.key, whole.instruments[0].kind, provision, start, end)


def _of(key: str, kind: str, provision: Provision, start: int, end: int) -> Cited:
    instruments = tuple(Instrument(f"{key}, {name}", kind, key, name) for name in provision.names())
    return Cited(start, end, instruments)

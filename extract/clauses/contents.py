"""Contents: what an act is about, cut into pieces.

Where a piece begins is told by the drafters' own joints: an infinitive with its own "to", a
"that" of its own, a semicolon, a letter. Coordinated noun phrases are one object.
"""

from __future__ import annotations

from ..model import Content, ContentKind, Span
from .complement import Complement, Shape
from .cut import Clause, Item, trim
from .words import Word, can_be_verb, is_infinitive, word_classes, words

_NOUN_FOLLOWED_BY = frozenset(
    {"of", "on", "for", "in", "at", "regarding", "by", "between", "among", "from", "and", ",", ""}
)
_GENERIC = frozenset({"following", "follows", "below"})


def pieces(text: str, clause: Clause, complement: Complement, sequence: list[Word]) -> tuple[Content, ...]:
    """Cuts what a verb governs into pieces.

    Args:
        text: ``Document.text``.
        clause: The verb's clause.
        complement: The shape of what follows the verb.
        sequence: The words of ``clause.head``.

    Returns:
        The pieces in the order of the text, without modality.
    """
    label = clause.group.paragraph
    kind = _kind(complement)
    head = sequence[complement.start :]
    found: list[Content] = []
    if clause.wrap_up is not None and clause.items and kind is ContentKind.ACTION:
        last = max(clause.wrap_up.end, *(item.span.end for item in clause.items))
        start = clause.wrap_up.start if complement.start >= len(sequence) else head[0].start
        return (_content(text, label, kind, Span(start, last)),)
    if head and not _bare(head, bool(clause.items)):
        found += _cut(text, label, kind, complement, head)
    for item in clause.items:
        found += _items(text, item, _item_kind(item, text, kind, clause, complement))
    return tuple(found)


def _kind(complement: Complement) -> ContentKind:
    match complement.shape:
        case Shape.ASKED | Shape.BEARER | Shape.OWN:
            return ContentKind.ACTION
        case Shape.CHAPEAU | Shape.SHARED:
            return ContentKind.ACTION
        case Shape.THAT:
            return ContentKind.PROPOSITION
        case Shape.NOUN:
            return ContentKind.ACTION if complement.asked else ContentKind.OBJECT


def _bare(head: list[Word], chapeau: bool) -> bool:
    """Whether the words only announce the items: "to:", "shall:", "to take the following steps:"."""
    if not chapeau:
        return False
    return len(head) <= 2 or (any(word.lower in _GENERIC for word in head[-4:]) and len(head) <= 9)


def _cut(text: str, label: str, kind: ContentKind, complement: Complement, head: list[Word]) -> list[Content]:
    starts = [0]
    infinitive = head[0].lower == "to"
    inner = (
        ""  # what stood before the last infinitive of purpose inside the piece: "and to" may join that one
    )
    for place in range(1, len(head)):
        joint = _joint(head, place)
        if infinitive and is_infinitive(head, place):
            if (
                joint in (";", "; and")
                or (joint in (", and", ", or") and inner != ",")
                or (joint == "and" and not inner)
            ):
                starts.append(place)
                inner = ""
            elif joint in ("", ","):
                inner = joint or "to"
        elif joint in (";", "; and") and kind is ContentKind.ACTION and _carries_on(head, place):
            starts.append(place)
            inner = ""
        elif (head[place].lower == "that" and _own_that(head, place, joint, kind)) or (
            complement.shape is Shape.BEARER and head[place].lower in ("shall", "must") and joint
        ):
            starts.append(place)
    found = []
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(head)
        span = trim(text, Span(head[start].start, head[stop - 1].end))
        if span.start == span.end:
            continue
        own = kind
        if head[start].lower == "that" and start and kind is ContentKind.OBJECT:
            own = ContentKind.PROPOSITION
        found.append(_content(text, label, own, span))
    return found


def _joint(head: list[Word], place: int) -> str:
    """What stands before ``place``: ";", ", and", "and", "," or nothing."""
    if place == 0:
        return ""
    before = head[place - 1]
    if before.lower in ("and", "or"):
        mark = head[place - 2].text if place > 1 else ""
        return f"{mark} {before.lower}" if mark in (",", ";") else before.lower
    return before.text if before.text in (",", ";") else ""


def _carries_on(head: list[Word], place: int) -> bool:
    """Whether a verb follows a semicolon: "…; support the tracking; share information"."""
    word = head[place]
    if word.lower == "to":
        return True
    following = head[place + 1].lower if place + 1 < len(head) else ""
    return (
        word.lower not in ("and", "or", "including")
        and can_be_verb(word)
        and following not in _NOUN_FOLLOWED_BY
    )


def _own_that(head: list[Word], place: int, joint: str, kind: ContentKind) -> bool:
    if place + 1 < len(head) and head[place + 1].lower in word_classes()["finite"]:
        return False
    if kind is ContentKind.PROPOSITION:
        return joint in (";", ", and", "; and", "and") or (joint == "," and _that_follows(head, place))
    return joint in (", and", "; and", ";") and (kind is ContentKind.OBJECT or head[0].lower != "to")


def _that_follows(head: list[Word], place: int) -> bool:
    """Whether a list of that-clauses goes on to a last one: "that A, that B and that C"."""
    return any(head[i].lower == "that" and head[i - 1].lower == "and" for i in range(place + 2, len(head)))


def _item_kind(
    item: Item, text: str, kind: ContentKind, clause: Clause, complement: Complement
) -> ContentKind:
    first = words(text, item.own)[:1]
    if first and first[0].lower == "that" and kind is not ContentKind.ACTION:
        return ContentKind.PROPOSITION
    if complement.shape is Shape.CHAPEAU and not complement.asked and first and not _verbal_start(first[0]):
        return ContentKind.OBJECT
    return kind


def _verbal_start(word: Word) -> bool:
    lowered = Word(word.lower, word.lower, word.start, word.end)
    return word.lower == "to" or can_be_verb(lowered)


def _items(text: str, item: Item, kind: ContentKind) -> list[Content]:
    """One piece an item; but a mere title of its sub-items gives the pieces to them."""
    title = (item.children and text[item.own.end : item.own.end + 1] in (":", ";", "")) or item.children
    if (
        title
        and all(_starts_infinitive(text, child) for child in item.children)
        and not _starts_infinitive(text, item)
    ):
        return [piece for child in item.children for piece in _items(text, child, kind)]
    if item.own.start == item.own.end and not item.children:
        return []
    return [_content(text, item.paragraph, kind, item.span)]


def _starts_infinitive(text: str, item: Item) -> bool:
    first = words(text, Span(item.own.start, min(item.own.end, item.own.start + 60)))[:1]
    return bool(first) and first[0].lower == "to"


def _content(text: str, label: str, kind: ContentKind, span: Span) -> Content:
    return Content(label, kind, span, text[span.start : span.end])

"""Clauses: the words that each performative verb group governs.

A verb governs the words after it up to the next performative verb of its paragraph. The last verb
of a paragraph's own words also governs the lettered items below it (a chapeau), each up to the
first performative verb in that item, and the wrap-up after them. A reported act stands inside the
act that reports it and does not end it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..acts.find import VerbGroup, body_names
from ..acts.verbs import Complement as Frame
from ..model import Document, Paragraph, Span
from .words import Word, word_classes, words


@dataclass(frozen=True, slots=True)
class Item:
    """A lettered item that hangs on an act.

    ``own`` are its words down to the first act in them; ``span`` also takes in its sub-items and
    wrap-up, as far as they hang on the same act.
    """

    paragraph: str
    own: Span
    span: Span
    children: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group and what it governs.

    ``head`` are the words after the verb in its own paragraph, without the words that join the
    next act; ``lead_in`` a phrase set before the verb ("…, and, in case of non-compliance, decides");
    ``wrap_up`` the words that close the list.
    """

    group: VerbGroup
    head: Span
    lead_in: Span | None = None
    items: tuple[Item, ...] = ()
    wrap_up: Span | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The separate stretches of text that it governs, the verb's own words first."""
        closing = (
            (self.wrap_up,) if self.wrap_up and not any(self.wrap_up in i.span for i in self.items) else ()
        )
        start = self.lead_in.start if self.lead_in else self.group.span.start
        return (Span(start, max(self.head.end, self.group.span.end)), *(i.span for i in self.items), *closing)


def cut_clauses(document: Document, groups: Sequence[VerbGroup]) -> tuple[Clause, ...]:
    """Shares the paragraphs out among the performative verbs.

    Args:
        document: The text.
        groups: Its performative verb groups in the order of the text.

    Returns:
        One clause a verb group, in the same order.
    """
    children: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in document.paragraphs:
        if paragraph.parent:
            children[paragraph.parent].append(paragraph)
    by_paragraph: dict[str, list[VerbGroup]] = defaultdict(list)
    for group in groups:
        by_paragraph[group.paragraph].append(group)
    paragraphs = {paragraph.label: paragraph for paragraph in document.paragraphs}
    cutter = _Cutter(document, children, by_paragraph)
    return tuple(cutter.clause(group, paragraphs[group.paragraph]) for group in groups)


class _Cutter:
    """What stays the same while one document is cut."""

    def __init__(
        self,
        document: Document,
        children: dict[str, list[Paragraph]],
        groups: dict[str, list[VerbGroup]],
    ) -> None:
        self._text = document.text
        self._subjects = tuple(sorted(body_names(document.body), key=len, reverse=True))
        self._children = children
        self._groups = groups

    def clause(self, group: VerbGroup, paragraph: Paragraph) -> Clause:
        unit = paragraph.span
        if paragraph.wrap_up and group.span in paragraph.wrap_up:
            unit = paragraph.wrap_up
        starts = [
            g.span.start
            for g in self._groups[paragraph.label]
            if g.span.start > group.span.start and (group.reported or not g.reported)
        ]
        following = [start for start in starts if start < unit.end]
        stop = min(following, default=unit.end)
        begin = group.rest
        if group.verb.complement is Frame.SELF and " to " in group.text:  # "Decides | to remain seized"
            begin = group.span.start + group.text.index(" to ") + 1
        head = self._trim(
            self._before_lead_in(Span(begin, max(stop, begin))) if following else Span(begin, stop)
        )
        earlier = [g for g in self._groups[paragraph.label] if unit.start <= g.span.start < group.span.start]
        lead_in = self._lead_in(Span(earlier[-1].rest, group.span.start)) if earlier else None
        if following or unit is not paragraph.span:
            return Clause(group, head, lead_in)
        wrap_up = None
        if paragraph.wrap_up:
            acts = [start for start in starts if start >= paragraph.wrap_up.start]
            wrap_up = trim(
                self._text, Span(paragraph.wrap_up.start, min(acts, default=paragraph.wrap_up.end))
            )
        return Clause(group, head, lead_in, self._items(paragraph.label), wrap_up)

    def _lead_in(self, between: Span) -> Span | None:
        """The phrase set before an act, in the words between the verb before it and its own.

        It stands behind ", and" or "and,", opens like a phrase of manner, and ends in a comma.
        """
        sequence = words(self._text, between)
        if len(sequence) < 5 or sequence[-1].text != ",":
            return None
        openers = word_classes()["opener"]
        for place in range(len(sequence) - 2, 1, -1):
            if sequence[place - 1].text in ";.":
                return None
            if sequence[place - 1].lower == "and" and (
                sequence[place - 2].text in ",;" or sequence[place].text == ","
            ):
                first = place + 1 if sequence[place].text == "," else place
                if sequence[first].lower in openers and sequence[first].lower != "to":
                    return trim(self._text, Span(sequence[first].start, between.end))
                return None
        return None

    def _before_lead_in(self, span: Span) -> Span:
        lead_in = self._lead_in(span)
        return Span(span.start, lead_in.start) if lead_in else span

    def _trim(self, span: Span) -> Span:
        """The span without what joins it to the next act, that act's subject ("the Council") included."""
        trimmed = trim(self._text, span)
        sequence = words(self._text, trimmed)
        for subject in self._subjects:
            rest = sequence[: -len(subject)]
            tail = tuple(word.lower for word in sequence[-len(subject) :])
            if tail == subject and (
                not rest or rest[-1].text in ".,;”’" or rest[-1].lower in word_classes()["joiner"]
            ):
                return (
                    trim(self._text, Span(trimmed.start, rest[-1].end))
                    if rest
                    else Span(span.start, span.start)
                )
        return trimmed

    def _items(self, label: str) -> tuple[Item, ...]:
        items = (self._item(child) for child in self._children[label])
        return tuple(item for item in items if item is not None)

    def _item(self, paragraph: Paragraph) -> Item | None:
        acts = [g.span.start for g in self._groups[paragraph.label] if not g.reported]
        own = trim(self._text, Span(paragraph.span.start, min([*acts, paragraph.span.end])))
        if acts and own.start == own.end:
            return None
        if acts:
            return Item(paragraph.label, own, own)
        inner = self._items(paragraph.label)
        ends = [own.end, *(item.span.end for item in inner)]
        if paragraph.wrap_up:
            ends.append(trim(self._text, paragraph.wrap_up).end)
        return Item(paragraph.label, own, Span(own.start, max(ends)), inner)


def trim(text: str, span: Span) -> Span:
    """The span without white space, closing punctuation and words that only join at its end."""
    sequence = words(text, span)
    end = _without_footnote(sequence, _without_joiners(sequence))
    if not end:
        return Span(span.start, span.start)
    return Span(sequence[0].start, sequence[end - 1].end)


def _without_footnote(sequence: list[Word], end: int) -> int:
    """The end before a footnote's number that the print left behind the last mark: "(S/12869), 62"."""
    if end > 2 and sequence[end - 1].text.isdigit() and sequence[end - 2].text in ",.;)”":
        before = sequence[end - 3]
        year = len(before.text) == 4 and len(sequence[end - 1].text) < 4
        if sequence[end - 2].text == ")" or year or not before.text[0].isdigit():
            return _without_joiners(sequence[: end - 1])
    return end


_JOINING_PHRASES = (
    ("in", "this", "regard"),
    ("in", "this", "regards"),
    ("in", "that", "regard"),
    ("in", "this", "context"),
    ("in", "this", "respect"),
    ("in", "that", "respect"),
    ("in", "this", "connection"),
    ("at", "the", "same", "time"),
    ("to", "this", "end"),
    ("to", "that", "end"),
    ("in", "that", "context"),
    ("in", "addition"),
)


def _without_joiners(sequence: list[Word]) -> int:
    joiners = word_classes()["joiner"]
    end = len(sequence)
    while end:
        word = sequence[end - 1]
        if word.lower in joiners or word.text in ",;:.”“—–-":
            end -= 1
            continue
        phrase = next(
            (
                p
                for p in _JOINING_PHRASES
                if tuple(w.lower for w in sequence[max(0, end - len(p)) : end]) == p
            ),
            None,
        )
        if phrase is None:
            break
        before = sequence[end - len(phrase) - 1] if end > len(phrase) else None
        if before is not None and not (before.lower in joiners or before.text in ",;."):
            break
        end -= len(phrase)
    return end

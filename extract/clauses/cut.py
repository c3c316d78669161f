"""Clauses: the words that each performative verb group governs.

A verb governs the words after it up to the next performative verb of its paragraph. The last verb
of a paragraph's own words also governs the lettered items below it (a chapeau), each up to the
first performative verb in that item, and the wrap-up after them. A reported act stands inside the
act that reports it and does not end it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from ..acts.find import VerbGroup, body_names
from ..acts.joints import sentence_ends
from ..acts.verbs import Complement as Frame
from ..acts.verbs import Form
from ..document import Document, Paragraph, ParagraphKind, Span
from .grammar import grammar
from .powers import ACT_UNDER
from .trim import is_joined, trim
from .words import is_infinitive, last_words, lowers, words

_START = attrgetter("span.start")
#: How a paragraph begins that another one announces.
_ANNOUNCED = ("to ", "that ")
#: Fewest words between two verbs that hold a phrase set before the second.
_LEAD_IN = 5
#: Most words of a phrase that opens a sentence.
_LONGEST_OPENING = 60
#: More characters than what is put between a verb and its complement has.
_LONGEST_INSERTED = 1000


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
        start = self.lead_in.start if self.lead_in else self.group.span.start
        own = Span(start, max(self.head.end, self.group.span.end))
        items = [item.span for item in self.items]
        if self.wrap_up is None or any(self.wrap_up in item for item in items):
            return (own, *items)
        return (own, *items, self.wrap_up)


def cut_clauses(document: Document, groups: Sequence[VerbGroup]) -> tuple[Clause, ...]:
    """Shares the paragraphs out among the performative verbs.

    Args:
        document: The text.
        groups: Its performative verb groups in the order of the text.

    Returns:
        One clause a verb group, in the same order.
    """
    cutter = _Cutter(document, groups)
    return tuple(cutter.clause(group) for group in groups)


class _Cutter:
    """What stays the same while one document is cut."""

    def __init__(self, document: Document, groups: Sequence[VerbGroup]) -> None:
        self._document = document
        self._text = document.text
        self._subjects = sorted(body_names(document.body), key=len, reverse=True)
        self._paragraphs = {paragraph.label: paragraph for paragraph in document.paragraphs}
        self._children: dict[str, list[Paragraph]] = defaultdict(list)
        for paragraph in document.paragraphs:
            if paragraph.parent:
                self._children[paragraph.parent].append(paragraph)
        self._groups: dict[str, list[VerbGroup]] = defaultdict(list)
        for group in sorted(groups, key=_START):
            self._groups[group.paragraph].append(group)
        own = {label: [g for g in here if not g.reported] for label, here in self._groups.items()}
        self._own = defaultdict(list, own)
        self._announce()

    def _announce(self) -> None:
        """Hangs whole paragraphs on one that only announces them, as early resolutions do.

        "Resolves: / To defer the matter; / To request the Government to report."
        """
        owner: Paragraph | None = None
        for paragraph in self._document.paragraphs:
            follows = owner is not None and paragraph.parent is None and not self._groups[paragraph.label]
            if owner is not None and follows and paragraph.text[:5].lower().startswith(_ANNOUNCED):
                self._children[owner.label].append(paragraph)
            elif paragraph.parent is None:
                announces = paragraph.text.endswith(":") and bool(self._groups[paragraph.label])
                owner = paragraph if announces and not self._children[paragraph.label] else None

    def clause(self, group: VerbGroup) -> Clause:
        """What a verb group governs."""
        paragraph = self._paragraphs[group.paragraph]
        closing = paragraph.wrap_up
        in_closing = closing is not None and group.span in closing
        unit = closing if closing is not None and in_closing else paragraph.span
        here = self._groups[paragraph.label]
        place = bisect_left(here, group.span.start, key=_START)
        before = here[place - 1] if place and here[place - 1].span.start >= unit.start else None
        closed = self._inserted(before, group, unit) if before else None
        if closed is not None:
            return Clause(group, trim(self._text, Span(_begin(group), closed)))
        begin = _begin(group)
        # A reported act ends only what another such one governs.
        later = here if group.reported else self._own[paragraph.label]
        place = bisect_right(later, group.span.start, key=_START)
        resumed = self._inserted(group, later[place], unit) if place < len(later) else None
        if resumed is not None:
            begin, place = resumed + 1, place + 1
        following = place < len(later) and later[place].span.start < unit.end
        head = Span(begin, max(begin, later[place].span.start if following else unit.end))
        if following:
            head = self._without_lead_in(head)
        head = self._first_sentence(head, binds=paragraph.kind is not ParagraphKind.STATEMENT)
        head = self._without_subject(head)
        earlier = Span(before.rest if before else unit.start, group.span.start)
        lead_in = self._lead_in(earlier) if before else None
        lead_in = lead_in or self._opening(earlier, follows=before is not None)
        if following or in_closing:
            return Clause(group, head, lead_in)
        if closing is not None:
            place = max(place, bisect_left(later, closing.start, key=_START))
            stop = later[place].span.start if place < len(later) else closing.end
            closing = trim(self._text, Span(closing.start, stop))
        return Clause(group, head, lead_in, self._items(paragraph.label), closing)

    def _first_sentence(self, span: Span, *, binds: bool) -> Span:
        """The words up to the end of a sentence: what is said next hangs on no verb before it.

        In a resolution what is said next may bind (``binds``): "Recommends the creation of a Force. Its
        commander shall report …".
        """
        sequence = words(self._text, span)
        texts = [word.text for word in sequence]
        ends = (i for i in range(len(texts)) if sentence_ends(texts, i, len(texts)))
        end = next(ends, None)
        if end is None:
            return span
        if binds:
            classes = grammar()
            before = texts[max(0, end - 1)].lower()
            slip = before in classes.determiner or before in classes.dangling  # "session of the. Assembly"
            if texts[end] == ":" or len(before) == 1 or slip:  # "J. Smith"
                return span
            if not (classes.binding_modal | classes.asked_of).isdisjoint(lowers(sequence[end:])):
                return span
        return Span(span.start, sequence[end].start)

    def _inserted(self, group: VerbGroup, inserted: VerbGroup, unit: Span) -> int | None:
        """Where the comma stands that closes what is put between a verb and its complement.

        "Decides, acting under Chapter VII of the Charter, | that all States shall …", "Decides, while
        acknowledging paragraph 1 above, | to afford Iraq a final opportunity", "Reiterates its demand,
        reminding the authorities, | that …".
        """
        between = " ".join(self._text[group.span.end : inserted.span.start].split())
        under = between == "," and inserted.verb.act == ACT_UNDER
        aside = inserted.form is Form.PARTICIPLE and (
            between == ", while" or (between == "," and group.form is not Form.PARTICIPLE)
        )
        if not (under or aside) or inserted.span.start >= unit.end:
            return None
        stop = min(unit.end, inserted.rest + _LONGEST_INSERTED)
        sequence = words(self._text, Span(inserted.rest, stop))
        for place in range(len(sequence) - 1):
            opens = sequence[place + 1].lower == "that" or is_infinitive(sequence, place + 1)
            if sequence[place].text == "," and opens:
                return sequence[place].start
        return None

    def _lead_in(self, between: Span) -> Span | None:
        """The phrase set before an act, in the words between the verb before it and its own.

        It stands behind ", and" or "and,", opens like a phrase of manner, and ends in a comma. What has
        another comma inside hangs on the act before ("…, and at least once a year, on the talks, | notes"),
        but for a condition.
        """
        if not self._document.words(between).rstrip().endswith(","):
            return None
        sequence = words(self._text, between)
        if len(sequence) < _LEAD_IN:
            return None
        for place in range(len(sequence) - 2, 1, -1):
            joint, before = sequence[place - 1], sequence[place - 2]
            if joint.text in ";.":
                return None
            set_off = sequence[place].text == ","
            if joint.lower == "and" and (before.text in ",;" or set_off):
                phrase = sequence[place + 1 if set_off else place : -1]
                if not phrase or phrase[0].lower not in grammar().manner_opener - {"to"}:
                    return None
                whole = phrase[0].lower in grammar().condition or all(word.text != "," for word in phrase)
                return trim(self._text, Span(phrase[0].start, between.end)) if whole else None
        return None

    def _opening(self, earlier: Span, *, follows: bool) -> Span | None:
        """The phrase that opens the sentence of a verb: "In accordance with its mandate, | the Council asks".

        Also behind the body's name: "The Council, consistent with resolution 1 (1946), | recalls".

        Args:
            earlier: The words before the verb.
            follows: Whether another act stands before them, so that a sentence must end in them.
        """
        sequence = words(self._text, earlier)
        texts = [word.text for word in sequence]
        ends = [i for i in range(len(texts)) if sentence_ends(texts, i, len(texts))]
        if (follows and not ends) or len(sequence) > _LONGEST_OPENING + (ends[-1] if ends else 0):
            return None
        sequence = sequence[ends[-1] + 1 if ends else 0 :]
        while sequence and not sequence[0].text[0].isalpha():
            sequence = sequence[1:]
        for subject in self._subjects:
            if tuple(lowers(sequence[-len(subject) :])) == subject:
                sequence = sequence[: -len(subject)]
            if tuple(lowers(sequence[: len(subject) + 1])) == (*subject, ","):
                sequence = sequence[len(subject) + 1 :]
        if len(sequence) < _LEAD_IN or sequence[-1].text != ",":
            return None
        if sequence[0].lower not in grammar().sentence_opener:
            return None
        return trim(self._text, Span(sequence[0].start, sequence[-1].start))

    def _without_lead_in(self, span: Span) -> Span:
        lead_in = self._lead_in(span)
        return Span(span.start, lead_in.start) if lead_in else span

    def _without_subject(self, span: Span) -> Span:
        """The span without what joins it to the next act, that act's subject ("the Council") included."""
        trimmed = trim(self._text, span)
        sequence = last_words(self._text, trimmed)
        for subject in self._subjects:
            rest = sequence[: -len(subject)]
            if tuple(lowers(sequence[-len(subject) :])) != subject:
                continue
            if not rest:
                return Span(span.start, span.start)
            if is_joined(rest):
                return trim(self._text, Span(trimmed.start, rest[-1].end))
        return trimmed

    def _items(self, label: str) -> tuple[Item, ...]:
        items = (self._item(child) for child in self._children[label])
        return tuple(item for item in items if item is not None)

    def _item(self, paragraph: Paragraph) -> Item | None:
        """What of an item hangs on the act above it; None where an act of its own opens it."""
        acts = [g.span.start for g in self._groups[paragraph.label] if not g.reported]
        own = trim(self._text, Span(paragraph.span.start, min(acts, default=paragraph.span.end)))
        if acts:
            return Item(paragraph.label, own, own) if own.start < own.end else None
        inner = self._items(paragraph.label)
        ends = [own.end, *(item.span.end for item in inner)]
        if paragraph.wrap_up:
            ends.append(trim(self._text, paragraph.wrap_up).end)
        return Item(paragraph.label, own, Span(own.start, max(ends)), inner)


def _begin(group: VerbGroup) -> int:
    """Where the words that hang on a verb begin; an infinitive in the group is one of them.

    The group "Decides to remain seized" is one verb to the lexicon, but what is decided is told.
    """
    if group.verb.complement is Frame.SELF and " to " in group.text:
        return group.span.start + group.text.index(" to ") + 1
    return group.rest

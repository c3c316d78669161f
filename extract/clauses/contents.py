"""Contents: what an act is about, cut into pieces.

Where a piece begins is told by the drafters' own joints: an infinitive with its own "to", a
"that" of its own, a semicolon, a letter. Coordinated noun phrases are one object.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..acts.find import VerbGroup
from ..acts.joints import sentence_ends
from ..acts.verbs import Complement as Frame
from ..document import Span
from ..model import Content, ContentKind
from .cut import Clause
from .grammar import grammar
from .infinitives import (
    begins_action,
    closes_aside,
    is_listed,
    joint_before,
    lists_going_on,
    place_of_joint,
)
from .items import (
    allowed,
    announces,
    before_items,
    content,
    goes_on,
    is_unlettered,
    item_kind,
    item_pieces,
    sets_condition,
)
from .purposes import leaves
from .shapes import Complement, Shape
from .trim import trim
from .words import Word, can_be_verb, is_infinitive, is_relative, lowers, span_of

#: Joints behind which a new piece can begin where a comma or an "and" alone would be too little.
_STRONG = (";", "; and", ", and")
#: Words of a that-clause within which the "shall" of what is decided stands.
_SHALL_WITHIN = 10
#: Words of a clause without its "that" within which its verb stands: "notes | some progress was made".
_SUBJECT_WITHIN = 12
#: Words behind which "is" has another subject.
_SUBJECT_ENDS = frozenset(
    {
        "that",
        "what",
        "how",
        "why",
        "as",
        "because",
        "since",
        "than",
        "it",
        "they",
        "he",
        "she",
        "to",
        "for",
        "ensuring",
    }
)


def pieces(
    text: str, clause: Clause, complement: Complement, sequence: Sequence[Word]
) -> tuple[Content, ...]:
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
    kind = _kind(complement, asks=clause.group.verb.complement is Frame.ADDRESSEE)
    head = sequence[complement.start :]
    reminds = head and head[0].lower == "that" and clause.group.verb.act in grammar().reminding
    if reminds or (kind is ContentKind.OBJECT and _lacks_that(head)):
        kind = ContentKind.PROPOSITION
    if clause.wrap_up is not None and clause.items and kind is ContentKind.ACTION and not head:
        start = clause.wrap_up.start
        end = max(clause.wrap_up.end, *(item.span.end for item in clause.items))
        return (content(text, label, kind, Span(start, end)),)
    if head and clause.items and kind is ContentKind.ACTION and sets_condition(head):
        end = max(item.span.end for item in clause.items)
        return (content(text, label, kind, Span(head[0].start, end)),)
    found: list[Content] = []
    if clause.items and all(is_unlettered(item) for item in clause.items):
        first = head[0].start if head else clause.items[0].span.start
        return (content(text, label, kind, Span(first, clause.items[-1].span.end)),)
    if complement.shape is Shape.CHAPEAU and (object_ := allowed(sequence, complement)):
        found.append(content(text, label, ContentKind.OBJECT, trim(text, span_of(object_))))
    if head and not (clause.items and (announces(head) or goes_on(head, complement))):
        stop = complement.start + len(before_items(head)) if clause.items else len(sequence)
        begins = [complement.start, *(begin for _, begin in complement.again)]
        ends = [*(end for end, _ in complement.again), stop]
        for begin, end in zip(begins, ends, strict=True):
            found += _cut(clause.group, text, kind, complement.shape, sequence[begin:end])
    decided = clause.group.verb.complement is Frame.SELF
    for item in clause.items:
        found += item_pieces(text, item, item_kind(text, item, kind, complement, decided=decided))
    return tuple(found)


def _kind(complement: Complement, *, asks: bool) -> ContentKind:
    if complement.shape is Shape.THAT:  # "requests that the report cover …" asks, whoever is to see to it
        return ContentKind.ACTION if asks else ContentKind.PROPOSITION
    if complement.shape is Shape.TOLD or (complement.shape is Shape.NOUN and not complement.asked):
        return ContentKind.OBJECT
    return ContentKind.ACTION


def _lacks_that(head: Sequence[Word]) -> bool:
    """Whether a clause stands without its "that": "recognizes | this is so", "stresses | help be sent"."""
    first, *following = lowers(head[:4]) or [""]
    if first in grammar().subject_alone:
        return bool(following) and (following[0] in grammar().finite_be or following[0] in grammar().modal)
    if first not in grammar().determiner and following[:1] == ["be"]:
        return True
    classes = grammar()
    for place in range(1, min(len(head) - 1, _SUBJECT_WITHIN)):
        lower = head[place].lower
        if lower in _SUBJECT_ENDS or lower in classes.relative or lower in classes.condition:
            return False
        if not lower[0].isalpha():
            return False
        if lower in ("is", "are", "was", "were"):  # not "the support the Mission | is giving"
            return not head[place + 1].lower.endswith("ing")
    return False


def _cut(group: VerbGroup, text: str, kind: ContentKind, shape: Shape, head: Sequence[Word]) -> list[Content]:
    """The pieces in a verb's own words."""
    asks = group.verb.complement is Frame.ADDRESSEE
    sentences = _sentences(head)
    starts = _starts(head, kind, shape, sentences)
    found = []
    stops = [*(place_of_joint(head, start) + 1 for start in starts[1:]), len(head)]
    for start, stop in zip(starts, stops, strict=True):
        first, piece = start, kind
        if start in sentences and asks:
            first, piece = _modal(head, start, stop), ContentKind.ACTION
        elif start in sentences or (kind is ContentKind.OBJECT and start and head[start].lower == "that"):
            piece = ContentKind.PROPOSITION
        elif kind is ContentKind.PROPOSITION and start and head[start].lower == "about":
            first, piece = start + 1, ContentKind.OBJECT
        span = trim(text, span_of(head[first:stop]))
        if span.start < span.end:
            found.append(content(text, group.paragraph, piece, span))
    return found


def _starts(head: Sequence[Word], kind: ContentKind, shape: Shape, sentences: frozenset[int]) -> list[int]:
    """The places at which a piece begins."""
    action = kind is ContentKind.ACTION
    # "requests the Secretary-General | undertake a review and to report" slips into the infinitive
    bare = shape in (Shape.ASKED, Shape.BEARER) and head[0].lower not in grammar().modal
    infinitives = head[0].lower == "to" or (action and bare)
    starts = [0]
    # How the last infinitive inside the piece is joined to it: "to" for "helps the police to prevent",
    # "," for ", to prevent"; then "and to protect" may go on from that one.
    inner = ""
    nearer = 0  # the place of that infinitive
    listing = False  # among infinitives that commas join
    going_on = lists_going_on(head) if infinitives else {}
    closing = _closing_that(head)
    for place in range(1, len(head)):
        joint = joint_before(head, place)
        if place in sentences:
            starts.append(place)
            infinitives = False
        elif infinitives and is_infinitive(head, place):
            listed = joint == "," and is_listed(head, starts[-1], place, going_on)
            begins = listed or (listing and joint == ", and") or begins_action(joint, inner)
            if begins or (joint in ("and", ", and") and leaves(head, starts[-1], nearer, place)):
                starts.append(place)
                inner = ""
                listing = listed
            elif joint == "," and not inner and closes_aside(head, starts[-1], place):
                continue
            elif joint in ("", ",") and place > starts[-1] + 2:  # "to continue | to intensify" is one verb
                inner, nearer = "," if "," in (joint, inner) else "to", place
        elif action and joint in (";", "; and") and _carries_on(head, place):
            starts.append(place)
            inner = ""
        elif kind is ContentKind.PROPOSITION and joint.endswith("and") and head[place].lower == "about":
            starts.append(place)  # "concerned that aid is blocked | and about the attacks"
        elif _begins_that(head, place, joint, kind, shape, starts[-1], closing) or (
            shape is Shape.BEARER and joint and _says_again(head, place)
        ):
            starts.append(place)
    return starts


def _says_again(head: Sequence[Word], place: int) -> bool:
    """Whether a modal begins another action: "shall stay and | shall report", "should talk, and | should"."""
    classes = grammar()
    same = head[place].lower == head[0].lower and head[0].lower in classes.binding_modal
    return same or head[place].lower in classes.firm_modal


def _sentences(head: Sequence[Word]) -> frozenset[int]:
    """The places at which a sentence begins that says on its own what shall be.

    Early resolutions add such: "Recommends the creation of a Force. The commander shall report …".
    """
    texts = [word.text for word in head]
    ends = [i for i in range(1, len(head) - 1) if texts[i] == "." and sentence_ends(texts, i, len(head))]
    binding = grammar().binding_modal
    bounds = pairwise([*ends, len(head)])
    return frozenset(end + 1 for end, stop in bounds if not binding.isdisjoint(lowers(head[end:stop])))


def _modal(head: Sequence[Word], start: int, stop: int) -> int:
    """Where what somebody shall do begins in a sentence of its own: "Its head, who …, | shall report"."""
    classes = grammar()
    return next(
        (
            place
            for place in range(start + 1, stop)
            if head[place].lower in classes.binding_modal and head[place - 1].lower not in classes.relative
        ),
        start,
    )


def _carries_on(head: Sequence[Word], place: int) -> bool:
    """Whether a verb follows a semicolon: "…; support the tracking; share information"."""
    word = head[place]
    if word.lower == "to":
        return is_infinitive(head, place)
    if word.lower in ("and", "or", "including") or not can_be_verb(word) or place + 1 == len(head):
        return False
    if len(word.text) == 1:
        return False  # "c) guidance and leadership"
    following = head[place + 1].lower
    return following != "," and following not in grammar().noun_follower


def _begins_that(
    head: Sequence[Word], place: int, joint: str, kind: ContentKind, shape: Shape, last: int, closing: int
) -> bool:
    """Whether a "that" begins a piece of its own.

    ``last`` is where the piece before it begins, ``closing`` the "that" that closes a list.
    """
    if head[place].lower != "that" or is_relative(head, place):
        return False
    if head[place + 1 : place + 2] and head[place + 1].lower == "of":
        return False  # "and in particular that of the parties"
    if (
        shape is Shape.OWN
    ):  # "to increase the force, and that it shall monitor", not "to ensure X, and that Y is"
        firm = grammar().firm_modal
        return joint in _STRONG and not firm.isdisjoint(lowers(head[place : place + _SHALL_WITHIN]))
    if kind is ContentKind.PROPOSITION:
        return joint in (*_STRONG, "and") or (joint == "," and place + 1 < closing)
    if joint == "and" and (kind is ContentKind.OBJECT or shape in (Shape.THAT, Shape.BEARER)):
        # "demands that the attacks cease and that …", not "shall ensure that aid arrives and that …"
        return not _holds_that(head, last, place)
    if joint not in _STRONG or (kind is not ContentKind.OBJECT and head[0].lower == "to"):
        return False
    # "recalling its decision that the Force shall stay, and that it shall report" is told whole
    return kind is not ContentKind.OBJECT or joint.startswith(";") or not _holds_that(head, last, place)


def _holds_that(head: Sequence[Word], last: int, place: int) -> bool:
    """Whether a "that" of content stands inside the piece from ``last`` to ``place``.

    Before the base form of a verb it is a relative: "ideologies that underpin their narrative".
    """
    return any(
        head[i].lower == "that" and not is_relative(head, i) and not can_be_verb(head[i + 1])
        for i in range(last + 1, place - 1)
    )


def _closing_that(head: Sequence[Word]) -> int:
    """The place of the "that" that closes a list of clauses: "that A, that B and **that** C"; 0 for none."""
    places = range(len(head) - 1, 0, -1)
    return next((i for i in places if head[i].lower == "that" and head[i - 1].lower == "and"), 0)

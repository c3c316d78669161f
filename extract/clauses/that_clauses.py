"""That-clauses: whom they bind, and where what the bound are to do begins.

A that-clause binds its subject where that is an actor with a verb that binds: "that all States
**shall** freeze", "that the Government **comply**". Any other says how things are.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..acts.verbs import Complement as Frame
from .grammar import grammar
from .landmarks import Landmarks
from .openings import after_manner
from .passives import agents, bare_be
from .phrases import Phrase, actor_list
from .shapes import Complement, Shape
from .subjunctives import find_subjunctive, slipped_infinitive
from .words import Word, is_adverb, is_infinitive, lowers

#: Most words of "these additional reports".
_SHORT_SUBJECT = 3
#: Words of a subject within which "are bound to" stands.
_BOUND_WITHIN = 40
#: How past participles end.
_PARTICIPLE = ("ed", "en", "ught", "ade", "ld")
#: Words of a phrase of manner before the subject.
_MANNER_WITHIN = 20


def read_that(
    sequence: Sequence[Word], that: int, marks: Landmarks, frame: Frame, *, listed: bool
) -> Complement:
    """Reads a that-clause.

    Args:
        sequence: The words of the clause.
        that: Place of its "that".
        marks: Where names, qualifiers and times stand.
        frame: What the verb before it takes; one that takes an addressee may leave out "shall".
        listed: Whether items or a wrap-up follow, which may hold the verb.

    Returns:
        A complement of the shape ``BEARER`` or ``THAT``.
    """
    plain = Complement(Shape.THAT, (), that)
    if frame is Frame.PLAIN:
        return plain
    subject = _subject(sequence, that, marks)
    verb = _modal(sequence, subject)
    if verb is not None and sequence[subject].lower in grammar().manner_opener:
        subject = _main_subject(sequence, subject, verb)
    if verb is None and listed:
        asked = actor_list(sequence[subject:], marks)
        if asked:
            return Complement(Shape.BEARER, asked[:1], len(sequence))
    if frame is Frame.ADDRESSEE:
        bare = find_subjunctive(sequence, subject, marks)
        verb = bare if verb is None or (bare is not None and bare < verb) else verb
        verb = slipped_infinitive(sequence, subject, marks) if verb is None else verb
    done = bare_be(sequence, subject) if verb is None and frame is Frame.ADDRESSEE else verb
    itself = done is not None and lowers(sequence[subject:done]) == ["it"]
    if done is not None and (itself or not actor_list(sequence[subject:done], marks)):
        by = agents(sequence, done, marks)
        if by:
            return Complement(Shape.BEARER, by, done if frame is Frame.SELF else that)
    if verb is None and frame is Frame.SELF:
        verb = _authorized(sequence, subject)
    if verb is None:
        return plain
    if frame is Frame.SELF and itself:
        return Complement(Shape.BEARER, (), verb)  # "decides that it shall review": the body itself
    asked = actor_list(sequence[subject:verb], marks)
    if not asked or (_is_stative(sequence, verb) and not _lasts(sequence, verb, listed=listed)):
        return plain
    # "that these reports should cover …" is told whole: without its subject it says too little.
    start = that if _is_report(sequence[subject:verb], marks) else verb
    return Complement(Shape.BEARER, asked, start)


def bearers(proposition: Sequence[Word], marks: Landmarks, *, demanded: bool = False) -> tuple[Phrase, ...]:
    """Who is bound by a proposition: "that the parties must cooperate", not "that aid must arrive".

    Args:
        proposition: Its words from its "that" on.
        marks: Where names, qualifiers and times stand.
        demanded: Whether the verb before it asks, so that "that the parties cooperate" binds as well.

    Returns:
        The actors bound; empty where the proposition asks nobody to do anything.
    """
    classes = grammar()
    subject = _subject(proposition, 0, marks)
    modal = _modal(proposition, subject)
    if subject > 0 and lowers(proposition[subject : subject + 1]) == ["that"]:
        return ()  # "recalling that, in that resolution, it decided that …"
    if demanded and subject < len(proposition) and not _is_pronoun(proposition[subject]):
        verb = find_subjunctive(proposition, subject, marks)
        verb = bare_be(proposition, subject) if verb is None and modal is None else verb
        if verb is not None and (modal is None or verb < modal):
            asked = actor_list(proposition[subject:verb], marks)
            if proposition[verb].lower == "be":  # an actor that undergoes something asks nobody else
                return () if asked else agents(proposition, verb, marks)
            return () if _is_report(proposition[subject:verb], marks) else asked
    bound = _bound(proposition, subject)
    if bound is not None and (modal is None or bound < modal):
        alone = bound == subject + 1 and proposition[subject].lower in classes.pronoun
        return () if alone else actor_list(proposition[subject:bound], marks)
    place = _requires(proposition, subject)
    if place is not None and (modal is None or place < modal):
        to = next((i for i in range(place + 2, len(proposition)) if is_infinitive(proposition, i)), None)
        asked = actor_list(proposition[place + 1 : to], marks) if to else ()
        return asked if to and asked and asked[-1].span.end == proposition[to - 1].end else ()
    if modal is None or proposition[modal].lower not in classes.binding_modal:
        return ()
    if modal + 1 == len(proposition) or proposition[modal + 1].lower in classes.undergoing:
        return agents(proposition, modal, marks)
    if proposition[subject].lower == "it":
        return ()  # the body itself
    return actor_list(proposition[subject:modal], marks)


def _bound(proposition: Sequence[Word], subject: int) -> int | None:
    """Where the verb of "that all parties | are bound to comply" stands."""
    relative = grammar().relative
    for place in range(subject + 1, min(subject + _BOUND_WITHIN, len(proposition) - 2)):
        lower = proposition[place].lower
        if lower == ";" or lower in relative:
            return None
        if lower in ("is", "are"):
            match lowers(proposition[place + 1 : place + 3]):
                case ["bound" | "obliged" | "obligated" | "required", "to" | "by" | "under"]:
                    return place
    return None


def _authorized(sequence: Sequence[Word], subject: int) -> int | None:
    """Where the verb of "decides that Judge Berg | is authorized to serve" stands."""
    free = grammar().bound_participle
    for place in range(subject + 1, min(subject + _BOUND_WITHIN, len(sequence) - 2)):
        match lowers(sequence[place : place + 3]):
            case ["is" | "are", what, "to"] if what in free:
                return place
            case [";" | "which" | "who" | "that", *_]:
                return None
    return None


def _requires(proposition: Sequence[Word], subject: int) -> int | None:
    """Where the verb of "that the delivery of aid | requires | all parties to allow access" stands."""
    classes = grammar()
    for place in range(subject, min(subject + _BOUND_WITHIN, len(proposition) - 2)):
        lower = proposition[place].lower
        if lower == "requires":
            return place
        if lower in ",;" or lower in classes.relative or lower in classes.no_requirement:
            return None
        if lower in classes.instrument_noun:
            return None  # what another text requires is not asked here
    return None


def _is_pronoun(word: Word) -> bool:
    """Whether a word stands for actors by itself: "they", not the "both" of "both parties"."""
    return word.lower in grammar().pronoun and word.lower not in ("both", "all", "each", "those", "others")


def _lists_both(sequence: Sequence[Word], both: int, marks: Landmarks) -> bool:
    """Whether "both" opens "both X and Y", and is not part of "both parties"."""
    following = sequence[both + 1] if both + 1 < len(sequence) else None
    if following is None:
        return False
    named = marks.named(following) and following.text[0].isupper()
    return named or following.lower in grammar().determiner


def _subject(sequence: Sequence[Word], that: int, marks: Landmarks) -> int:
    subject = that + 1
    if subject >= len(sequence):
        return subject
    word = sequence[subject]
    if word.text == ",":
        return after_manner(sequence, subject, marks)
    both = word.lower == "both" and not _lists_both(sequence, subject, marks)
    adverb = is_adverb(word) and not both  # "both parties" are who is meant, "both X and Y" a list
    if adverb or (word.lower in grammar().manner_opener and word.lower not in grammar().condition):
        return _behind_manner(sequence, subject, marks)
    return subject


def _behind_manner(sequence: Sequence[Word], start: int, marks: Landmarks) -> int:
    """The subject of "that in carrying out its mandate, the Mission | cooperate"."""
    for place in range(start + 1, min(start + _MANNER_WITHIN, len(sequence))):
        opens = sequence[place].lower in grammar().complement_opener or marks.named(sequence[place])
        # "that on 3 May 2031 | coastal States shall"
        dated = sequence[place - 1].text.isdigit() and sequence[start].lower in ("on", "from", "by", "until")
        free = sequence[place - 1].text == "," or is_adverb(sequence[start]) or dated
        if opens and free:
            return place
    return start


def _main_subject(sequence: Sequence[Word], start: int, verb: int) -> int:
    """The subject of "that, if a State finds …, Member States | shall": behind the last comma."""
    commas = [place for place in range(start, verb) if sequence[place].text == ","]
    subject = commas[-1] + 1 if commas else start
    return subject + 1 if sequence[subject].lower == "then" else subject


def _modal(sequence: Sequence[Word], start: int) -> int | None:
    """The first modal verb of a clause that is in no bracket and in no relative clause."""
    classes = grammar()
    modals, firm = classes.modal, classes.firm_modal
    depth = 0
    relative = own = False
    for place in range(start, len(sequence)):
        word = sequence[place]
        if own and word.lower in modals:  # "a mediator, who | shall report"
            own = False
            continue
        own = False
        if word.text == "(":
            depth += 1
        elif word.text == ")":
            depth -= 1
        elif word.lower in classes.relative or (word.lower == "that" and place > start):
            relative = own = True
        elif word.text == ";":
            return None
        elif depth == 0 and word.lower in (firm if relative else modals) and not _is_month(sequence, place):
            return place
    return None


def _is_month(sequence: Sequence[Word], place: int) -> bool:
    """Whether "May" stands before a year."""
    following = sequence[place + 1 : place + 2]
    return sequence[place].lower == "may" and bool(following) and following[0].text.isdigit()


def _is_stative(sequence: Sequence[Word], verb: int) -> bool:
    """Whether "shall" or "will" is followed by a verb that says how things are: "shall consist of"."""
    classes = grammar()
    if sequence[verb].lower == "be":  # "that the parties be granted access"
        return lowers(sequence[verb + 1 : verb + 2])[:1] != [] and (
            sequence[verb + 1].lower not in classes.bound_participle
            and sequence[verb + 1].lower.endswith(_PARTICIPLE)
        )
    if sequence[verb].lower not in classes.modal:
        return False
    match lowers(sequence[verb + 1 : verb + 3]):
        case ["be", what]:
            return what not in classes.bound_participle
        case [what, *_]:
            return what in classes.stative
        case _:
            return False


def _lasts(sequence: Sequence[Word], verb: int, *, listed: bool) -> bool:
    """Whether an actor goes on doing something, or has tasks: "the Mission shall continue to include …"."""
    following = lowers(sequence[verb + 1 : verb + 2])
    return not following or following[0] in grammar().lasting or (listed and following[0] == "have")


def _is_report(subject: Sequence[Word], marks: Landmarks) -> bool:
    """Whether a subject is "this report", "such regular briefings"."""
    classes = grammar()
    return (
        1 < len(subject) <= _SHORT_SUBJECT
        and subject[0].lower in classes.pointing
        and not marks.named(subject[1])
        and not classes.report.isdisjoint(lowers(subject))
    )

"""Complements: reads what follows a performative verb, and says where each part of it begins."""

from __future__ import annotations

from collections.abc import Sequence

from ..acts.verbs import Complement as Frame
from ..model import VerbKind
from .asked import asked_in_turn, read_asked
from .cut import Clause
from .doers import deliverers
from .grammar import grammar
from .infinitives import joint_before
from .landmarks import Landmarks
from .nouns import ends_actor
from .openings import (
    after_asking_preposition,
    after_directive_noun,
    after_manner,
    after_preposition,
    after_source,
    after_thanked,
)
from .phrases import actor_list
from .shapes import Complement, Shape
from .that_clauses import read_that
from .words import Word, find_word, is_infinitive, is_relative, lowers, verb_after

#: Words from "establish" within which what is established stands, behind "in accordance with rule 28".
_CREATED_WITHIN = 16
#: Words before a list within which its items are called tasks.
_TASKS_WITHIN = 4
#: Words from "to" or "from" within which the "that" of what is said to somebody, or read somewhere, stands.
_WHOM_WITHIN = 20
#: Words within which the body's own infinitive stands, unless a list of qualifiers and times goes on.
_OWN_WITHIN = 30
#: Words from "that" within which the body itself, or who is bound again, has its verb.
_ITSELF_WITHIN = 40
_SHALL_WITHIN = 40
_DECISION = (["its", "decision"], ["its", "decisions"])


def parse(clause: Clause, sequence: Sequence[Word], marks: Landmarks) -> Complement:
    """Reads what follows a verb.

    Args:
        clause: The verb's clause.
        sequence: The words of ``clause.head``.
        marks: Where the document names actors, and where a qualifier or a time starts.

    Returns:
        The complement's shape, who is asked in it, and where its content begins.
    """
    if not sequence:
        return Complement(Shape.CHAPEAU if clause.items else Shape.NOUN, (), 0)
    group = clause.group
    frame = group.verb.complement
    start = after_manner(sequence, 0, marks)
    if decided := _decided(group.verb.act, sequence, start, marks):
        return decided
    told = _told(group.verb.act, sequence, start)
    if told is not None:
        start, frame = told, Frame.ADDRESSEE
    if frame is Frame.ADDRESSEE:
        start = after_asking_preposition(sequence, start)
        if told is not None or _told_in(group.text):
            start = after_source(sequence, start)
    opens = start < len(sequence) and sequence[start].lower == "that" and not is_relative(sequence, start)
    if opens and not _names(sequence, start) and not (frame is Frame.ADDRESSEE and _points(sequence, start)):
        listed = bool(clause.wrap_up or clause.items)
        told_whole = _of_itself(group.verb.act, sequence, start) if frame is Frame.SELF else None
        bound = _bound_again(group.verb.act, sequence, start, marks) if frame is Frame.PLAIN else None
        return told_whole or bound or read_that(sequence, start, marks, frame, listed=listed)
    if frame is Frame.SELF:
        return _own(clause, sequence, start, marks)
    if frame is Frame.ADDRESSEE:
        return read_asked(clause, sequence, start, marks)
    if start < len(sequence) and is_infinitive(sequence, start):
        return Complement(Shape.OWN, (), start)  # "seeking | to avoid any worsening"
    start = _behind_second(sequence, start)
    told = _behind_whom(sequence, start, marks)
    if told is not None:
        return Complement(Shape.THAT, (), told)
    start = after_preposition(sequence, start)
    if group.verb.act in grammar().awaiting:
        asked = deliverers(sequence[start:], marks, welcomed=group.verb.act == "welcome")
        if asked:
            return Complement(Shape.TOLD, asked, start)
    if group.verb.kind is VerbKind.EXPRESSIVE and not group.verb.act.startswith("pay tribute"):
        start = after_thanked(sequence, start, marks)
    return Complement(Shape.NOUN, (), start)


def _told(act: str, sequence: Sequence[Word], start: int) -> int | None:
    """The place behind a directive told as a noun: "reiterates its call |", "recalls its demand |"."""
    if act not in grammar().repeating and act != "recall":
        return None
    told = after_directive_noun(sequence, start)
    if told is None or act != "recall":
        return told
    # What was requested in the past is only recalled; a demand goes on until it is met.
    demands = sequence[told - 1].lower in ("demand", "demands") and sequence[told].lower == "that"
    return told if demands else None


def _decided(act: str, sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement | None:
    """Whom "reaffirms | its decision in resolution 9000 (2016) that all States shall" binds."""
    if act not in grammar().repeating or lowers(sequence[start : start + 2]) not in _DECISION:
        return None
    that = after_source(sequence, start + 2)
    if that >= len(sequence) or sequence[that].lower != "that":
        return None
    read = read_that(sequence, that, marks, Frame.SELF, listed=False)
    return read if read.asked else None


def _told_in(verb: str) -> bool:
    """Whether a verb group ends with a directive told as a noun: "Reiterates its demand", not "Requests"."""
    *before, last = verb.lower().split()
    classes = grammar()
    return last in classes.directive_noun and not classes.directive_noun_opener.isdisjoint(before)


def _of_itself(act: str, sequence: Sequence[Word], that: int) -> Complement | None:
    """Reads "decides that, if they fail, the Council | would meet"; what it declares so is told whole."""
    for place in range(that + 2, min(that + _ITSELF_WITHIN, len(sequence) - 1)):
        if sequence[place].lower not in ("would", "will"):
            continue
        itself = sequence[place - 1].lower == "it" and place == that + 2
        if itself or lowers(sequence[place - 2 : place]) in (["the", "council"], ["security", "council"]):
            told = act == "declare"
            return Complement(Shape.THAT if told else Shape.BEARER, (), that if told else place)
        return None
    return None


def _bound_again(act: str, sequence: Sequence[Word], that: int, marks: Landmarks) -> Complement | None:
    """Reads "reiterates that all States | shall report": a decision said again binds as it did."""
    if act not in grammar().binding_again or find_word(sequence, "shall", that, that + _SHALL_WITHIN) is None:
        return None
    read = read_that(sequence, that, marks, Frame.SELF, listed=False)
    return read if read.asked and lowers(sequence[read.start : read.start + 1]) == ["shall"] else None


def _is_gerund(sequence: Sequence[Word], to: int) -> bool:
    """Whether "to" and a gerund say what the body commits itself to: "remains committed | to working"."""
    following = sequence[to + 1].lower if to + 1 < len(sequence) else ""
    return to < len(sequence) and sequence[to].lower == "to" and following.endswith("ing")


def _behind_second(sequence: Sequence[Word], start: int) -> int:
    """The place behind another participle: "having received | and examined | the annexes"."""
    match lowers(sequence[start : start + 5]):
        case ["and", what, *more] if more and what.endswith("ed") and what not in grammar().verb_in_ed:
            return start + (4 if more[0] == "with" and len(more) > 2 else 2)  # "noted with regret"
        case ["and", what, *more] if more and what.endswith("ing") and what not in grammar().noun_in_ing:
            return start + 2  # "welcoming | and supporting | the efforts"
        case _:
            return start


def _behind_whom(sequence: Sequence[Word], start: int, marks: Landmarks) -> int | None:
    """The "that" of "underlines to | all States | that", of "notes from | his report of 3 May | that"."""
    preposition = sequence[start].lower if start < len(sequence) else ""
    that = find_word(sequence, "that", start + 2, start + _WHOM_WITHIN)
    if preposition not in ("to", "from") or that is None or is_relative(sequence, that):
        return None
    if preposition == "to" and not actor_list(sequence[start + 1 : that], marks):
        return None
    told = sequence[that - 1].text.isdigit() or sequence[that - 1].text in "),"
    return that if told or preposition == "to" or not _names(sequence, that) else None


def _names(sequence: Sequence[Word], that: int) -> bool:
    """Whether a "that" goes with a noun alone: "expresses censure of | that action, which …"."""
    noun = sequence[that + 1] if that + 1 < len(sequence) else None
    if noun is None or not noun.text.isalpha() or not noun.text.islower() or ends_actor(noun):
        return False
    if noun.text.endswith("s") and not noun.text.endswith("ss"):
        return False  # "reiterates that elections, which are due, should be fair": several are "those"
    if that + 2 == len(sequence) or sequence[that + 2].text == ";":
        return True
    following = sequence[that + 3 : that + 4]  # "recognizes that peace, security and rights are linked"
    return sequence[that + 2].text == "," and bool(following) and following[0].lower in grammar().phrase_end


def _points(sequence: Sequence[Word], that: int) -> bool:
    """Whether a "that" points at somebody: "urges | that Government to discharge its responsibility"."""
    verb = verb_after(sequence, that + 2)
    return verb is not None and ends_actor(sequence[that + 1]) and is_infinitive(sequence, verb)


def _created(clause: Clause, sequence: Sequence[Word], to: int, marks: Landmarks) -> Complement | None:
    """A body that is set up with its task: "to establish | a Committee …, | to report on its work".

    No task of it is what the body that acts does as well ("to establish a Committee **and to review** …"),
    nor what the new body is there for ("a fund **in order to** help").
    """
    verb = verb_after(sequence, to + 1)
    if verb is None or sequence[verb].lower not in grammar().creating:
        return None
    begin = next((i for i in range(verb + 1, len(sequence)) if sequence[i].lower in ("a", "an")), None)
    if begin is None or begin - verb > _CREATED_WITHIN:
        return None
    task = next((i for i in range(begin + 2, len(sequence) - 1) if _is_task(sequence, i)), None)
    listed = bool(clause.items) and not grammar().tasking.isdisjoint(lowers(sequence[-_TASKS_WITHIN:]))
    if task is None and listed:
        end = next((i for i in range(begin + 2, len(sequence)) if _ends_created(sequence, i, marks)), None)
        asked = actor_list(sequence[begin:end], marks)[:1]
        return Complement(Shape.OWN, asked, to) if asked else None
    if task is None or sequence[task - 1].lower == "order":
        return None
    between = lowers(sequence[begin:task])
    if not grammar().telling_when.isdisjoint(between) and not grammar().finite_be.isdisjoint(between):
        return None  # "to send a mission, after the talks have resumed, to show its resolve"
    if joint_before(sequence, task) not in ("", ","):
        return None
    end = next((i for i in range(begin + 2, task) if _ends_created(sequence, i, marks)), task)
    asked = actor_list(sequence[begin:end], marks)[:1]
    if not asked:
        return None
    ends = task - 1 if sequence[task - 1].text == "," else task
    return Complement(Shape.OWN, asked, to, again=() if clause.items else ((ends, task),))


def _is_task(sequence: Sequence[Word], place: int) -> bool:
    """Whether an infinitive says what a body is to do, and not what is done to it: "to be chaired by"."""
    return is_infinitive(sequence, place) and sequence[place + 1].lower != "be"


def _ends_created(sequence: Sequence[Word], place: int, marks: Landmarks) -> bool:
    """Whether something else than the name of what is set up begins: "a force | under its authority"."""
    word = sequence[place]
    if marks.continues_name(word) or (word.lower == "for" and sequence[place - 1].text[0].isupper()):
        return False
    classes = grammar()
    if word.text in ",(" or word.lower in classes.composing:
        return True
    return word.lower != "of" and (word.lower in classes.manner_opener or word.lower in classes.phrase_end)


def _own(clause: Clause, sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement:
    """The body's own infinitive; one that asks in its turn has addressees: "its intention to invite X to"."""
    if _is_gerund(sequence, start):
        return Complement(Shape.OWN, (), start)
    if start < len(sequence) and sequence[start].lower == "to" and not is_infinitive(sequence, start):
        return Complement(Shape.NOUN, (), after_preposition(sequence, start))  # "its commitment | to peace"
    for place in range(start, len(sequence)):
        if is_infinitive(sequence, place):
            if created := _created(clause, sequence, place, marks):
                return created
            begin = place - (place > 0 and sequence[place - 1].lower == "not")
            return Complement(Shape.OWN, asked_in_turn(sequence[place:], marks), begin)
        word = sequence[place]
        if place > start + _OWN_WITHIN and word.text != "," and not marks.limits_at(word):
            break
    if clause.items:
        return Complement(Shape.CHAPEAU, (), len(sequence))
    return Complement(Shape.NOUN, (), after_preposition(sequence, start))

"""The asked: who stands between a verb and what they are asked, and where that begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .cut import Clause
from .doers import doers
from .grammar import grammar
from .landmarks import Landmarks
from .nouns import is_actor
from .openings import after_preposition
from .phrases import Phrase, actor_list, actor_phrases, words_in
from .shapes import Complement, Shape
from .subjunctives import find_subjunctive
from .words import Word, can_be_verb, find_word, is_infinitive, is_relative, lowers

UNKNOWN_KIND = "the addressee is no known kind of actor"
NO_TO = "the infinitive lacks its to"

#: Most words of the head of an unknown body's title.
_TITLE = 8
#: Most words of a body's name that ends with a word which takes an infinitive of its own elsewhere.
_BODY = 4
#: Most words of others who are asked something else in the same clause.
_LIST = 25
#: How past participles end in what is to be done to somebody: "to be held accountable".
_PARTICIPLE = ("ed", "ld", "en", "ht", "de")


def read_asked(clause: Clause, sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement:
    """Reads the complement of a verb that asks.

    Args:
        clause: The verb's clause.
        sequence: The words of ``clause.head``.
        start: Where the asked begin.
        marks: Where names, qualifiers and times stand.

    Returns:
        A complement of the shape ``ASKED``, ``CHAPEAU``, ``SHARED`` or ``NOUN``.
    """
    act = clause.group.verb.act
    classes = grammar()
    behind = "of" if act in classes.reminding else "to" if act in classes.turning else ""
    told = _reminded(sequence, start, marks, behind) if behind else None
    if told := told or _dative(sequence, start, marks):
        return told
    action = _action(sequence, start, marks, bool(clause.items))
    if action is not None:
        if act == "call for" and _is_passive(sequence, action):
            return Complement(Shape.NOUN, (), start)
        if act == "call for" and (both := _and_for(sequence, start, action, marks)):
            return both
        before = _before_action(sequence, start, action, marks)
        if before is not None:
            return _with_others(before, sequence, marks) if before.asked else before
    if clause.items:
        asked = actor_phrases(sequence[start:], marks)
        if not asked or not is_actor(words_in(sequence, asked[0]), marks):
            asked = _within(sequence[start:], marks) or tuple(
                one for one in asked if _is_title(words_in(sequence, one))
            )
        return Complement(Shape.CHAPEAU, asked, len(sequence))
    return (
        (_entrusted(sequence, start, marks) if act in grammar().entrusting else None)
        or (_appealed(sequence, start, marks) if act == "appeal to" else None)
        or (None if act == "call for" or act in grammar().repeating else _without_to(sequence, start, marks))
        or _shared(sequence, start, marks)
        or _noun(sequence, start, marks)
    )


def asked_in_turn(sequence: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Finds whom an infinitive asks that is a directive itself: "to call upon | the parties | to …".

    Args:
        sequence: The words from the infinitive's "to" on.
        marks: Where names, qualifiers and times stand.

    Returns:
        The asked; empty where the infinitive asks nobody.
    """
    if len(sequence) < 2 or sequence[1].lower not in grammar().directive_verb:
        return ()
    start = after_preposition(sequence, 2)
    action = _action(sequence, start, marks, chapeau=False)
    before = None if action is None else _before_action(sequence, start, action, marks)
    return before.asked if before and not before.doubt else ()


def _and_for(sequence: Sequence[Word], start: int, action: int, marks: Landmarks) -> Complement | None:
    """Reads "calls for | an end to the fighting | and for all parties | to commit themselves to peace".

    The last "and for" counts: "for restraint and for an end to violence and for | both sides | to talk".
    """
    for place in range(action - 2, start, -1):
        if lowers(sequence[place : place + 2]) == ["and", "for"]:
            asked = actor_list(sequence[place + 2 : action], marks)
            whole = bool(asked) and asked[-1].span.end == sequence[action - 1].end
            return Complement(Shape.NOUN, asked, start, again=((place, action),)) if whole else None
    return None


def _before_action(sequence: Sequence[Word], start: int, action: int, marks: Landmarks) -> Complement | None:
    """The asked before an infinitive or a "that", if whoever stands there can be asked."""
    region = sequence[start:action]
    asked = actor_phrases(region, marks)
    if all(word.text in ",;" or word.lower in grammar().adverb for word in region):
        return Complement(Shape.ASKED, asked, action)
    if not asked:
        return None
    first = words_in(region, asked[0])
    if _is_done_by(first, marks):
        return None
    if sequence[action].lower == "that" or is_actor(first, marks):
        return Complement(Shape.ASKED, asked, action)
    return Complement(Shape.ASKED, asked, action, UNKNOWN_KIND) if _is_title(first) else None


def _with_others(first: Complement, sequence: Sequence[Word], marks: Landmarks) -> Complement:
    """Adds others who are asked something else: "X to report, and | Y to | assist it"."""
    asked, again = list(first.asked), []
    begun = first.start
    for place in range(first.start + 1, len(sequence)):
        if sequence[place].text == ";" or sequence[place].lower == "that":
            break
        if _is_told_of(sequence, place) or not is_infinitive(sequence, place) or marks.named(sequence[place]):
            continue
        joint = _joint_before(sequence, begun, place)
        if joint is None:
            continue
        region = sequence[joint + 1 : place]
        if region and region[0].lower in grammar().asking_preposition - {"to"}:
            region = region[1:]
        others = actor_list(region, marks)
        whole = bool(others) and others[0].span.start == region[0].start
        whole = whole and others[-1].span.end == region[-1].end
        controlled = not grammar().object_control.isdisjoint(lowers(sequence[begun:joint]))
        if whole and not controlled:
            asked += others
            again.append((joint - (sequence[joint - 1].text == ","), place))
            begun = place
    return replace(first, asked=tuple(asked), again=tuple(again)) if again else first


def _is_told_of(sequence: Sequence[Word], place: int) -> bool:
    """Whether an infinitive tells what is so: "entities confirmed | to have ceased | to exist"."""
    before = sequence[place - 1].lower
    perfect = lowers(sequence[place + 1 : place + 2]) == ["have"]
    return perfect or (before.endswith("ed") and before not in grammar().postpositive)


def _joint_before(sequence: Sequence[Word], start: int, place: int) -> int | None:
    """The "and" behind a comma, or before "on", from which a list of the asked runs to ``place``."""
    for at in range(place - 2, max(start, place - _LIST), -1):
        said_again = sequence[at + 1].lower in grammar().asking_preposition - {"to"}
        if sequence[at].lower == "and" and said_again:
            return at
        if sequence[at].text == ",":
            return at + 1 if sequence[at + 1].lower == "and" else None
    return None


def _entrusted(sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement | None:
    """Reads "entrusts | the Committee with | the task of examining"."""
    task = find_word(sequence, "with", start)
    asked = actor_phrases(sequence[start:task], marks) if task else ()
    return Complement(Shape.ASKED, asked, task + 1) if task and asked else None


def _reminded(sequence: Sequence[Word], start: int, marks: Landmarks, preposition: str) -> Complement | None:
    """Reads "reminds | the parties of | their obligations": the first "of" that no name holds."""
    places = range(start + 1, len(sequence))
    of = next((i for i in places if sequence[i].lower == preposition and not marks.named(sequence[i])), None)
    if of and find_word(sequence, "that", start, of) is not None:
        return None  # "reminds the parties that …"
    asked = actor_list(sequence[start:of], marks) if of else ()
    return Complement(Shape.TOLD, asked, of + 1) if of and asked else None


def _without_to(sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement | None:
    """Reads "requests the Secretary-General | report to it"."""
    verb = find_subjunctive(sequence, start, marks)
    if verb is None or not can_be_verb(sequence[verb]) or lowers(sequence[verb + 1 : verb + 2]) == ["of"]:
        return None  # "encourages the public | release of the report"
    asked = actor_list(sequence[start:verb], marks)
    last = verb - 2 if sequence[verb - 1].text == "," and verb > start + 1 else verb - 1
    whole = bool(asked) and asked[-1].span.end == sequence[last].end
    if whole or (len(asked) == 1 and asked[0].span.start == sequence[start].start):
        return Complement(Shape.ASKED, asked, verb, NO_TO)
    return None


def _shared(sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement | None:
    """Reads "requests the Mission", where nothing but the asked is named: the next act says what."""
    asked = actor_list(sequence[start:], marks)
    # "authorizes all States to, and decides that they shall, seize the goods"
    cut = sequence[-1].lower == "to"
    if asked and (cut or asked[-1].span.end == sequence[-1].end):
        return Complement(Shape.SHARED, asked, len(sequence))
    if len(asked) == 1 and asked[0].span.start == sequence[start].start:
        behind = next((i for i in range(start, len(sequence)) if sequence[i].start > asked[0].span.end), None)
        own = behind is not None and lowers(sequence[behind + 1 : behind + 2])
        if behind and sequence[behind].lower == "in" and own and own[0] in ("their", "its", "his"):
            return Complement(Shape.ASKED, asked, behind)  # "encourages the Government | in its efforts"
    return None


def _appealed(sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement | None:
    """Reads "appeals to | all States for | generous contributions"."""
    places = range(start + 1, len(sequence))
    for_ = next((i for i in places if sequence[i].lower == "for" and not marks.named(sequence[i])), None)
    asked = actor_list(sequence[start:for_], marks) if for_ else ()
    if not asked or not for_ or asked[-1].span.end != sequence[for_ - 1].end or for_ + 1 == len(sequence):
        return None
    return Complement(Shape.ASKED, asked, for_ + 1)


def _dative(sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement | None:
    """Reads "recommends to | the Governments concerned | the respect of …", "demands from Portugal the …"."""
    if start < len(sequence) and sequence[start].lower == "from":
        start += 1
    if not start or sequence[start - 1].lower not in ("to", "from"):
        return None
    for place in range(start + 1, len(sequence)):
        if sequence[place].lower == "that" or is_infinitive(sequence, place):
            return None
        if sequence[place].lower in grammar().determiner - grammar().postpositive:
            asked = actor_list(sequence[start:place], marks)
            whole = bool(asked) and not _carries_on_list(sequence[place - 1])
            return Complement(Shape.ASKED, asked, place) if whole else None
    return None


def _carries_on_list(word: Word) -> bool:
    """Whether a list goes on behind a word: "to the parties and | the States"."""
    return word.text == "," or word.lower in grammar().list_joint or word.lower in grammar().manner_opener


def _noun(sequence: Sequence[Word], start: int, marks: Landmarks) -> Complement:
    """Reads "calls for | the continued support of UNODC"."""
    begin = after_preposition(sequence, start)
    return Complement(Shape.NOUN, doers(sequence[begin:], marks), begin)


def _action(sequence: Sequence[Word], start: int, marks: Landmarks, chapeau: bool) -> int | None:
    """Where the asked-for begins: at the infinitive, or at a "that" after the asked.

    An infinitive that another word takes ("States in a position | to do so") is the last resort.
    """
    embedded = None
    depth = 0
    for place in range(start, len(sequence)):
        word = sequence[place]
        depth += (word.text == "(") - (word.text == ")")
        if word.text == ";" and depth == 0:
            break
        if depth > 0 or word.text == ")" or marks.named(word):
            continue
        ends = chapeau and place == len(sequence) - 1  # "Member States to: (a) Train judges"
        if word.lower == "to" and (ends or is_infinitive(sequence, place)):
            before = sequence[place - 1].text if place > start else ""
            # "the monitoring mechanism | to report"
            mechanism = before == "mechanism" and place - start <= _BODY
            if before not in grammar().takes_infinitive or mechanism:  # "the Mechanism" is somebody
                return place - 1 if before == "not" else place
            embedded = place if embedded is None else embedded
        elif (
            word.lower == "that"
            and place > start
            and not is_relative(sequence, place)
            and sequence[place - 1].lower not in grammar().manner_opener
            and is_actor(sequence[start:place], marks)
        ):
            return place
    return embedded


def _within(phrase: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Whose part is to act: "authorizes the deployment within | the Mission | of 4,200 troops, to: (a) …"."""
    within = find_word(phrase, "within")
    name = marks.name_at(phrase[within + 1]) if within is not None and within + 1 < len(phrase) else None
    return (Phrase(name),) if name else ()


def _is_passive(sequence: Sequence[Word], action: int) -> bool:
    """Whether something is to be done to those named: "those responsible to be held accountable"."""
    match lowers(sequence[action : action + 3]):
        case ["to", "be", what]:
            return what.endswith(_PARTICIPLE)
        case _:
            return False


def _is_done_by(phrase: Sequence[Word], marks: Landmarks) -> bool:
    """Whether a phrase is a deed with its doer: "calls for | operations by the army | to end raids"."""
    by = find_word(phrase, "by", 1)
    if by is None or marks.named(phrase[by]) or marks.named(phrase[by - 1]):
        return False
    if not grammar().manner_opener.isdisjoint(lowers(phrase[:by])):
        return False  # "donors engaged in the reform by the authorities"
    return phrase[by - 1].text.islower() and not phrase[by - 1].lower.endswith(_PARTICIPLE)


def _is_title(phrase: Sequence[Word]) -> bool:
    """Whether an unknown phrase can be an actor: short, and its noun has a capital."""
    ends = grammar().title_end
    end = next((place for place, word in enumerate(phrase) if word.lower in ends), len(phrase))
    return 0 < end <= _TITLE and phrase[end - 1].text[0].isupper()

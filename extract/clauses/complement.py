"""Complements: what kind of words follow a performative verb, and where each part of them begins.

The shapes, with the verb before the bar::

    requests | the Panel, with its partners, to report          ASKED
    decides | that all States shall freeze                       BEARER
    demands | that the parties comply                            BEARER
    decides | to extend the mandate                              OWN
    stresses | that acts of terrorism are unjustifiable          THAT
    calls upon | Member States: (a) To …                         CHAPEAU
    calls for | the continued support of UNODC                   NOUN
    notes | the report                                           NOUN
    requests | the Mission, and calls upon States, to report     SHARED: the next act says what
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from ..acts.verbs import Complement as Frame
from ..model import VerbKind
from .cut import Clause
from .phrases import Names, Phrase, actor_phrases, is_actor
from .words import Word, can_be_verb, is_infinitive, verb_after, word_classes


class Shape(Enum):
    """The shape of a complement."""

    ASKED = auto()
    BEARER = auto()
    OWN = auto()
    THAT = auto()
    CHAPEAU = auto()
    NOUN = auto()
    SHARED = auto()


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a verb.

    Attributes:
        shape: Which of the shapes.
        asked: The actors asked or bound, as printed.
        start: Place in the clause's words where the content begins; their number if none does.
        doubt: Why the asked are not certain, or empty.
    """

    shape: Shape
    asked: tuple[Phrase, ...]
    start: int
    doubt: str = ""


_DIRECTIVES = frozenset({"invite", "request", "ask", "encourage", "urge", "direct", "instruct"})
_POINTING = frozenset({"this", "such", "these", "that", "his", "those"})
_REPORTING = frozenset({"report", "reports", "reporting", "briefing", "briefings"})
_PASSIVE = frozenset({"be", "benefit", "enjoy", "receive", "have", "not", "remain"})
_LEADING = frozenset({"of", "for", "at", "over", "about", "regarding", "with", "to", "by", "on", "upon"})


def parse(
    clause: Clause, frame: Frame, sequence: list[Word], names: Names, limits: Callable[[int], bool]
) -> Complement:
    """Reads the shape of what follows a verb.

    Args:
        clause: The verb's clause.
        frame: What the lexicon says may follow the verb.
        sequence: The words of ``clause.head``.
        names: The actors named in the document.
        limits: Whether a qualifier or a time starts at an offset.
    """
    if not sequence:
        return Complement(Shape.CHAPEAU if clause.items else Shape.NOUN, (), 0)
    start = _after_parenthesis(sequence, 0, limits, names)
    speech = _speech(sequence, start)
    if speech is not None:
        start = speech
        frame = Frame.ADDRESSEE
    if frame is Frame.ADDRESSEE:
        start = _asking_start(sequence, start)
        if speech is not None or clause.group.text.rsplit(None, 1)[-1].lower() in word_classes()["speech"]:
            start = _told_where(sequence, start)
    if start < len(sequence) and sequence[start].lower == "that" and not _relative(sequence, start):
        return _that(clause, frame, sequence, start, names, limits)
    if frame is Frame.SELF:
        return _own(clause, sequence, start, names, limits)
    if frame is Frame.ADDRESSEE:
        return _asked(clause, sequence, start, names, limits)
    return Complement(Shape.NOUN, (), _thanked(clause, sequence, _content_start(sequence, start)))


def _thanked(clause: Clause, sequence: list[Word], start: int) -> int:
    """Passes over who is thanked: "its gratitude to the Secretary-General for | the efforts"."""
    if clause.group.verb.kind is VerbKind.EXPRESSIVE and sequence[0].lower == "to":
        for place in range(start, min(start + 12, len(sequence) - 1)):
            if sequence[place].lower == "for":
                return place + 1
    return start


def _after_parenthesis(sequence: list[Word], start: int, limits: Callable[[int], bool], names: Names) -> int:
    """Passes over ", in this regard," and a phrase of manner that stands before the complement."""
    if start >= len(sequence):
        return start
    opened = sequence[start].text == ","
    first = start + 1 if opened else start
    if first >= len(sequence):
        return start
    word = sequence[first]
    manner = word.lower in word_classes()["opener"] and word.lower not in (
        "to",
        "for",
        "at",
        "with",
        "by",
        "on",
        "of",
        "so",
    )
    if not opened and not (
        limits(word.start) or (manner and word.lower in ("in", "pursuant", "as", "within"))
    ):
        return start
    for place in range(first + 1, len(sequence) - 1):
        if sequence[place].text != ",":
            continue
        after = sequence[place + 1]
        if after.lower == "that" or is_infinitive(sequence, place + 1):
            return place + 1
        if after.lower in ("the", "all", "its", "a", "any", "those", "each") or names.at(
            after.start, after.end
        ):
            return place + 1
    for place in range(first + 1, len(sequence)):
        if sequence[place].lower == "that" or is_infinitive(sequence, place):
            return place
    return first


def _speech(sequence: list[Word], start: int) -> int | None:
    """Where "its demand that", "its call upon", "its request to" leave off, if one stands here."""
    if start >= len(sequence) or sequence[start].lower not in ("its", "the", "this", "previous"):
        return None
    nouns = word_classes()["speech"]
    for place in range(start + 1, min(start + 5, len(sequence) - 1)):
        if sequence[place].lower in nouns:
            return place + 1
    return None


def _asking_start(sequence: list[Word], start: int) -> int:
    """Passes over the preposition before the asked: "its call | upon", "recommends | to the Assembly that"."""
    if (
        start < len(sequence)
        and sequence[start].lower in ("upon", "on", "to", "for", "of")
        and not is_infinitive(sequence, start)
    ):
        return start + 1
    return start


def _told_where(sequence: list[Word], start: int) -> int:
    """Passes over where a demand was made: "its demand | in paragraph 5 of resolution 1640 (2005) | that"."""
    for place in range(start, min(start + 25, len(sequence))):
        if sequence[place].lower == "that" and any(word.text.isdigit() for word in sequence[start:place]):
            return place
        if is_infinitive(sequence, place):
            break
    return start


def _relative(sequence: list[Word], place: int) -> bool:
    """Whether the "that" at ``place`` opens a relative clause: a finite verb follows it."""
    return place + 1 < len(sequence) and sequence[place + 1].lower in word_classes()["finite"]


def _that(
    clause: Clause,
    frame: Frame,
    sequence: list[Word],
    start: int,
    names: Names,
    limits: Callable[[int], bool],
) -> Complement:
    """A that-clause: it binds its subject where that is an actor with a verb that binds."""
    plain = Complement(Shape.THAT, (), start)
    if frame is Frame.PLAIN:
        return plain
    subject = _subject(sequence, start, names, limits)
    verb = _modal(sequence, subject)
    if verb is not None and sequence[subject].lower in word_classes()["opener"]:
        subject = _main_subject(sequence, subject, verb)
    if verb is None and (clause.wrap_up is not None or clause.items):
        asked = _bound(sequence[subject:], names, limits)
        if asked:
            return Complement(Shape.BEARER, asked[:1], len(sequence))
    if verb is None and frame is Frame.ADDRESSEE:
        verb = _subjunctive(sequence, subject, names)
    if verb is None or _stative(sequence, verb):
        return plain
    asked = _bound(sequence[subject:verb], names, limits)
    if not asked:
        return plain
    report = (
        sequence[subject].lower in _POINTING
        and len(sequence[subject:verb]) <= 3
        and names.at(sequence[subject + 1].start, sequence[subject + 1].end) is None
    )
    return Complement(
        Shape.BEARER,
        asked,
        start if report and _REPORTING & {w.lower for w in sequence[subject:verb]} else verb,
    )


def _stative(sequence: list[Word], verb: int) -> bool:
    """Whether "shall" or "will" is followed by a verb that says how things are: "shall consist of"."""
    if sequence[verb].lower not in word_classes()["modal"]:
        return False
    following = [word.lower for word in sequence[verb + 1 : verb + 3]]
    if following[:1] == ["be"]:
        return following[1:] != [] and following[1] not in word_classes()["bound"]
    return bool(following) and following[0] in word_classes()["stative"]


def bearers(sequence: list[Word], names: Names, limits: Callable[[int], bool]) -> tuple[Phrase, ...]:
    """Who is bound by a proposition: "that the parties must cooperate", not "that aid must arrive".

    Args:
        sequence: The words of the proposition from its "that" on.
        names: The actors named in the document.
        limits: Whether a qualifier or a time starts at an offset.
    """
    subject = _subject(sequence, 0, names, limits)
    modal = _modal(sequence, subject)
    if modal is None or sequence[modal].lower not in word_classes()["binding"]:
        return ()
    following = [word.lower for word in sequence[modal + 1 : modal + 3]]
    if not following or following[0] in _PASSIVE:
        return ()
    return _bound(sequence[subject:modal], names, limits)


def _subject(sequence: list[Word], that: int, names: Names, limits: Callable[[int], bool]) -> int:
    subject = that + 1
    if subject < len(sequence) and sequence[subject].text == ",":
        return _after_parenthesis(sequence, subject, limits, names)
    return subject


def _main_subject(sequence: list[Word], start: int, verb: int) -> int:
    """The subject of "that, if a State finds …, Member States | shall": behind the last comma."""
    commas = [place for place in range(start, verb) if sequence[place].text == ","]
    subject = commas[-1] + 1 if commas else start
    return subject + 1 if sequence[subject].lower == "then" else subject


def _bound(region: list[Word], names: Names, limits: Callable[[int], bool]) -> tuple[Phrase, ...]:
    """The actors that a region lists, if the first of them is one."""
    asked = actor_phrases(region, names, limits)
    return asked if asked and is_actor(_up_to(region, asked[0]), names) else ()


def _up_to(sequence: list[Word], phrase: Phrase) -> list[Word]:
    return [word for word in sequence if phrase.span.start <= word.start and word.end <= phrase.span.end]


def _modal(sequence: list[Word], start: int) -> int | None:
    """The first modal verb of the clause that is in no bracket and in no relative clause."""
    modals = word_classes()["modal"]
    depth = 0
    relative = False
    for place in range(start, len(sequence)):
        word = sequence[place]
        if word.text == "(":
            depth += 1
        elif word.text == ")":
            depth -= 1
        elif word.lower in ("which", "who", "whose") or (word.lower == "that" and place > start):
            relative = True
        elif word.text == ";":
            return None
        elif depth == 0 and word.lower in modals:
            if word.lower == "may" and place + 1 < len(sequence) and sequence[place + 1].text.isdigit():
                continue
            if relative and word.lower not in ("shall", "must"):
                continue
            return place
    return None


def _subjunctive(sequence: list[Word], start: int, names: Names) -> int | None:
    """The verb of "that the Government comply": the first word after an actor that can be one."""
    classes = word_classes()
    place = start
    depth = 0
    while place < len(sequence):
        word = sequence[place]
        depth += (word.text == "(") - (word.text == ")")
        if place > start and depth == 0 and is_actor(sequence[start:place], names):
            named = names.at(word.start, word.end)
            inside = named is not None and named.start < word.start
            verb = None if inside else verb_after(sequence, place)
            if verb is not None and _verbal(sequence[verb]) and sequence[verb].lower not in ("and", "or"):
                return place if sequence[place].text != "," else verb
        if word.text == ";" or (word.lower in classes["boundary"] and place > start + 8):
            return None
        place += 1
    return None


def _verbal(word: Word) -> bool:
    classes = word_classes()
    lower = word.lower
    if (
        lower in classes["opener"]
        or lower in classes["boundary"]
        or lower in classes["adverb"]
        or lower.endswith("ly")
    ):
        return lower == "comply"
    if lower in classes["including"] or not lower[0].isalpha() or word.text[0].isupper():
        return False
    if lower.endswith("ed") and lower not in (
        "proceed",
        "succeed",
        "need",
        "feed",
        "heed",
        "exceed",
        "embed",
    ):
        return False  # "the party mentioned above": no base form
    if lower.endswith("s") and not lower.endswith("ss"):
        return (
            lower[:-1] not in ("state", "partie")
            and lower not in classes["not-infinitive"]
            and lower not in ("its", "his", "as")
        )
    return can_be_verb(word)


def _own(
    clause: Clause, sequence: list[Word], start: int, names: Names, limits: Callable[[int], bool]
) -> Complement:
    """The body's own infinitive; one that asks in its turn ("its intention to invite X to") has addressees."""
    for place in range(start, len(sequence)):
        if is_infinitive(sequence, place):
            verb = place + 1
            if sequence[verb].lower in _DIRECTIVES:
                inner = _asked(clause, sequence, verb + 1, names, limits)
                if inner.shape is Shape.ASKED and inner.asked:
                    return Complement(Shape.OWN, inner.asked, place)
            return Complement(Shape.OWN, (), place)
        if sequence[place].text not in "," and not limits(sequence[place].start) and place > start + 30:
            break
    if clause.items:
        return Complement(Shape.CHAPEAU, (), len(sequence))
    return Complement(Shape.NOUN, (), _content_start(sequence, start))


def _asked(
    clause: Clause, sequence: list[Word], start: int, names: Names, limits: Callable[[int], bool]
) -> Complement:
    """The actors between the verb and what they are asked."""
    action = _action(sequence, start, names, bool(clause.items))
    if action is not None:
        region = sequence[start:action]
        asked = actor_phrases(region, names, limits)
        if clause.group.verb.act == "call for" and _passive(sequence, action):
            return Complement(Shape.NOUN, (), start)
        if asked and action < len(sequence) and sequence[action].lower == "that":
            return Complement(Shape.ASKED, asked, action)
        if (asked and is_actor(_up_to(region, asked[0]), names)) or _open_region(region):
            return Complement(Shape.ASKED, asked, action)
        if asked and _plausible(_up_to(region, asked[0])):
            return Complement(Shape.ASKED, asked, action, "the addressee is no known kind of actor")
    if clause.items:
        asked = actor_phrases(sequence[start:], names, limits)
        return Complement(Shape.CHAPEAU, asked, len(sequence))
    if clause.group.verb.act in word_classes()["entrusting"]:
        task = next((i for i in range(start, len(sequence)) if sequence[i].lower == "with"), None)
        asked = actor_phrases(sequence[start:task], names, limits) if task else ()
        if task and asked:
            return Complement(Shape.ASKED, asked, task + 1)
    verb = _subjunctive(sequence, start, names)
    if verb is not None:
        asked = _bound(sequence[start:verb], names, limits)
        if asked and asked[-1].span.end == sequence[verb - 1].end and can_be_verb(sequence[verb]):
            return Complement(Shape.ASKED, asked, verb, "the infinitive lacks its to")
    alone = _bound(sequence[start:], names, limits)
    if alone and alone[-1].span.end == sequence[-1].end:
        return Complement(Shape.SHARED, alone, len(sequence))
    begin = _content_start(sequence, start)
    return Complement(Shape.NOUN, _doers(sequence, begin, names, limits), begin)


def _passive(sequence: list[Word], action: int) -> bool:
    """Whether something is to be done to those named: "calls for those responsible to be held accountable"."""
    following = [word.lower for word in sequence[action : action + 3]]
    return (
        following[:2] == ["to", "be"]
        and following[2:3] != []
        and following[2].endswith(("ed", "ld", "en", "ht", "de"))
    )


def _plausible(phrase: list[Word]) -> bool:
    """Whether an unknown phrase can be an actor: short, and its noun has a capital."""
    before = next(
        (i for i, word in enumerate(phrase) if word.lower in ("of", "for", "in", "on", "(")), len(phrase)
    )
    return 0 < before <= 8 and phrase[before - 1].text[0].isupper()


def _open_region(region: list[Word]) -> bool:
    return all(word.text in ",;" or word.lower in word_classes()["adverb"] for word in region)


def _action(sequence: list[Word], start: int, names: Names, chapeau: bool) -> int | None:
    """Where the asked-for begins: at the infinitive, or at a "that" after the asked."""
    embedding = word_classes()["embedding"]
    fallback = None
    depth = 0
    for place in range(start, len(sequence)):
        word = sequence[place]
        depth += (word.text == "(") - (word.text == ")")
        if word.text == ";" and depth == 0:
            break
        if depth > 0 or word.text == ")" or names.at(word.start, word.end) is not None:
            continue
        last = place == len(sequence) - 1
        if word.lower == "to" and ((last and chapeau) or is_infinitive(sequence, place)):
            before = sequence[place - 1].lower if place > start else ""
            if before in embedding:
                fallback = place if fallback is None else fallback
                continue
            return place - 1 if before == "not" else place
        if (
            word.lower == "that"
            and place > start
            and not _relative(sequence, place)
            and is_actor(sequence[start:place], names)
        ):
            return place
    return fallback


def _content_start(sequence: list[Word], start: int) -> int:
    """Passes over the preposition that the verb governs: "concern | at | the attacks"."""
    while start < len(sequence) and (sequence[start].text == "," or sequence[start].lower in _LEADING):
        start += 1
    return start


_DOING = frozenset({"of", "by", "from", "between", "among"})


def _doers(
    sequence: list[Word], start: int, names: Names, limits: Callable[[int], bool]
) -> tuple[Phrase, ...]:
    """Who is to do what a noun phrase calls for: "the continued support of UNODC in providing"."""
    openers = word_classes()["opener"]
    behind = False  # a preposition stands before: "the efforts in support of" does not name who makes them
    for place in range(start + 1, len(sequence) - 1):
        word = sequence[place]
        if word.text in ";" or word.lower in ("which", "who", "to"):
            return ()
        if word.lower in _DOING:
            participle = sequence[place - 1].lower.endswith(("ed", "en", "made", "done"))
            if (word.lower == "of" and behind) or participle:
                behind = True
                continue
            stop = _noun_end(sequence, place + 1, names)
            region = sequence[place + 1 : stop]
            asked = actor_phrases(region, names, limits)
            if asked and asked[0].span.start == region[0].start and is_actor(_up_to(region, asked[0]), names):
                return asked
        behind = behind or word.lower in openers
    return ()


def _noun_end(sequence: list[Word], start: int, names: Names) -> int:
    for place in range(start, len(sequence)):
        word = sequence[place]
        if names.at(word.start, word.end) is not None:
            continue
        if (
            word.text == ";"
            or word.lower in ("regarding", "for", "which", "who", "through")
            or (word.lower in ("in", "with", "on", "towards") and place > start)
        ):
            return place
        if word.lower == "to":
            return place
    return len(sequence)

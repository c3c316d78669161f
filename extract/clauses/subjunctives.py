"""Subjunctives: the bare verb of "demands that the Government comply", found by what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import grammar
from .landmarks import Landmarks
from .nouns import ends_actor, is_actor
from .words import Word, can_be_verb, is_adverb, is_infinitive, lowers, owner_of, verb_after

#: Words of a subject behind which a relative or an adverbial clause ends the search for its verb.
_LONG_SUBJECT = 8
#: Verbs that follow a noun of actors which could be a verb itself.
_SAID = frozenset(
    {"report", "comply", "continue", "remain", "cooperate", "act", "take", "cease", "ensure", "provide"}
)


def find_subjunctive(sequence: Sequence[Word], start: int, marks: Landmarks) -> int | None:
    """Finds the verb of "that the Government comply": the first word after an actor that can be one.

    Args:
        sequence: The words of the clause.
        start: Where the subject begins.
        marks: Where the document names actors.

    Returns:
        The place at which the verb, or an adverb before it, stands; None where there is no verb.
    """
    depth = 0
    singled = False  # inside "including movements and | factions"
    for place in range(start, len(sequence)):
        word = sequence[place]
        depth += (word.text == "(") - (word.text == ")")
        closes = singled and word.text == ","
        singled = _singles_out(word) or (singled and word.text != ",")
        if place > start and depth == 0 and is_actor(sequence[start:place], marks):
            verb = None if marks.continues_name(word) else verb_after(sequence, place)
            free = not _in_phrase(sequence[place - 1]) or _is_postpositive(sequence[start:place], marks)
            if verb is not None and singled and sequence[verb].lower.endswith("s"):
                continue
            if verb is not None and verb == place and _goes_before(sequence, place):
                continue
            if verb is not None and _is_subjunctive(sequence[verb]) and free:
                if word.text != ",":
                    return place
                bare = place + 1 < len(sequence) and can_be_verb(sequence[place + 1])
                if closes and bare and not _opens_aside(sequence[place + 1]):
                    return place + 1  # "all parties, in particular the army, | refrain"
                if not _opens_aside(sequence[place + 1]):
                    continue  # a list goes on: "the Government, all others | ensure the full, safe …"
                if is_adverb(sequence[place + 1]) and not _singles_out(sequence[place + 1]):
                    return place + 1
                while is_adverb(sequence[verb - 1]):  # "Iraq, as a contribution to peace, immediately | end"
                    verb -= 1
                return verb
        addition = lowers(sequence[place - 2 : place + 1])[-2:] == ["well", "as"] or (
            lowers(sequence[place : place + 2]) == ["as", "well"]
        )
        ended = word.lower in grammar().phrase_end and place > start + _LONG_SUBJECT and not addition
        if word.text == ";" or ended:
            return None
    return None


def slipped_infinitive(sequence: Sequence[Word], start: int, marks: Landmarks) -> int | None:
    """Finds the infinitive of "requests that the Secretary-General, with his partners, | to continue".

    It is a slip of drafters, for "continue".

    Args:
        sequence: The words of the clause.
        start: Where the subject begins.
        marks: Where the document names actors.

    Returns:
        The place of its "to"; None where nobody stands before it.
    """
    for place in range(start + 1, len(sequence)):
        if sequence[place].text == ";":
            return None
        owned = sequence[place - 1].lower in grammar().takes_infinitive
        if is_infinitive(sequence, place) and not owned:
            return place if is_actor(sequence[start:place], marks) else None
    return None


def _goes_before(sequence: Sequence[Word], place: int) -> bool:
    """Whether a word is a noun before the verb: "the military | component report", "| efforts be made"."""
    following = sequence[place + 1] if place + 1 < len(sequence) else None
    if following is None:
        return False
    if following.lower in ("be", "should", "shall", "must"):
        return True
    return ends_actor(sequence[place]) and following.lower in _SAID


def _opens_aside(word: Word) -> bool:
    """Whether a word behind a comma opens an aside, and no other member of a list."""
    if word.lower in grammar().relative:
        return True  # "the faction, which also calls itself the Emirate, | comply"
    return word.lower in grammar().manner_opener or is_adverb(word)


def _is_subjunctive(word: Word) -> bool:
    """Whether a word behind an actor can be the base form of the verb that the actor is to do."""
    classes = grammar()
    lower = word.lower
    if lower in classes.manner_opener or lower in classes.phrase_end or lower in classes.singling_out:
        return False
    if lower in ("and", "or") or not lower[0].isalpha() or word.text[0].isupper():
        return False
    if lower in classes.determiner or lower in classes.participle_without_ed:
        return False
    if lower in classes.finite_be - {"be", "have"}:
        return False  # "requests that the funds are to be transferred"
    if lower.endswith("ed") and lower not in classes.verb_in_ed:
        return False  # "the party mentioned above"
    if lower.endswith("s") and not lower.endswith("ss"):
        return lower not in classes.noun_in_s and lower not in classes.no_infinitive
    return can_be_verb(word)


def _singles_out(word: Word) -> bool:
    """Whether a word begins "particularly the Committee"."""
    return word.lower in grammar().singling_out


def _in_phrase(before: Word) -> bool:
    """Whether the word after ``before`` is no verb of the subject: "groups in the | north", "all who | are".

    Nor does one begin what is singled out: "all parties, including | movements and factions, take".
    """
    classes = grammar()
    inside = classes.determiner | classes.dangling | classes.relative | classes.singling_out
    # "armed groups in Sudan’s | territory": whose it is
    return before.lower in inside or before.lower in classes.finite_be or owner_of(before) is not None


def _is_postpositive(phrase: Sequence[Word], marks: Landmarks) -> bool:
    """Whether an adjective stands behind the actor that it goes with: "all parties | concerned"."""
    last = phrase[-1].lower in grammar().postpositive
    return last and len(phrase) > 1 and (len(phrase) == 2 or is_actor(phrase[:-1], marks))

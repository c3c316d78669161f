"""Targets: who is said to have done what an act condemns, deplores, denounces or rejects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..actors.authority import load_authority
from .grammar import grammar
from .landmarks import Landmarks
from .nouns import is_actor
from .phrases import Phrase, actor_list, actor_phrases, words_in
from .words import Word, find_word, lowers, owner_of, span_of

#: Words of what is condemned within which a deed stands that a State's adjective says whose it is.
_NATION_WITHIN = 8
#: Words from such an adjective to the deed: "Israeli military incursions".
_ADJECTIVES = 2
#: What stands before whom a blow hit, and words behind its "of" within which that stands.
_HIT = frozenset({"on", "against"})
_WHOM = 7
#: Words from "the fact" within which the verb of its subject stands.
_SUBJECT = 16
#: How the last word of a name ends in the genitive, and the word after a name that makes it one.
_GENITIVE_ENDS = ("’s", "'s", "s’")
_GENITIVES = ("’s", "'s", "’")


def culprits(phrase: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Finds who is said to have done what is condemned.

    They stand at the head of what is condemned ("condemns Al-Shabaab for …", "condemns South
    Africa’s aggression"), after "by" ("acts committed by X, Y and other armed groups"), or after
    "of" and a deed ("the aggression of South Africa").

    Args:
        phrase: The words of what is condemned, from the first.
        marks: Where names, qualifiers and times stand.

    Returns:
        The phrases, in order; only named actors, and groups listed with one.
    """
    head = list(phrase[: _head_end(phrase, marks)])
    if head and (owner := owner_of(head[-1])):
        head[-1] = owner
    at_head = _named_list(head, marks)
    if at_head:
        return at_head
    if subject := _of_fact(phrase, marks):
        return subject
    found: dict[Phrase, None] = {}
    for place in _culprit_starts(phrase):
        region = phrase[place : _culprit_end(phrase, place, marks)]
        found |= dict.fromkeys(_named_list(region, marks))
    return tuple(found) or _nations(phrase)


def _of_fact(phrase: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """The subject of "deplores the fact that | the Taliban | continues to shelter them"."""
    if lowers(phrase[:3]) != ["the", "fact", "that"]:
        return ()
    finite = grammar().finite_in_fact
    end = next((i for i in range(4, min(len(phrase), _SUBJECT)) if phrase[i].lower in finite), None)
    return actor_list(phrase[3:end], marks) if end else ()


def _nations(phrase: Sequence[Word]) -> tuple[Phrase, ...]:
    """The adjectives of States before the deed: "the recent **Israeli** incursions into Beirut"."""
    classes = grammar()
    nations = load_authority().demonyms
    found: list[Phrase] = []
    last = 0
    for place, word in enumerate(phrase[:_NATION_WITHIN]):
        before = phrase[place - 1 : place]
        if before and f"{before[0].text} {word.text}" in nations:  # "South African"
            found.append(Phrase(span_of(phrase[place - 1 : place + 1])))
            last = place
        elif word.text in nations:
            found.append(Phrase(span_of([word])))
            last = place
        elif word.lower in classes.manner_opener:
            break  # "the attacks on | Israeli towns"
        elif found and (word.lower in classes.deed or word.lower in classes.blow):
            return tuple(found) if place - last <= _ADJECTIVES else ()
    return ()


def _culprit_starts(phrase: Sequence[Word]) -> Iterator[int]:
    """The places behind "by", and behind the "of" of a deed."""
    classes = grammar()
    for place, word in enumerate(phrase[:-1]):
        of_deed = word.lower == "of" and place > 0 and _is_deed(phrase, place)
        by = word.lower in classes.agent_preposition and place > 0
        if lowers(phrase[place - 3 : place + 1]) == ["on", "the", "part", "of"] and place >= 3:
            yield place + 1
        if of_deed or (by and phrase[place - 1].lower not in classes.done_elsewhere):
            yield place + 1


def _is_deed(phrase: Sequence[Word], of: int) -> bool:
    """Whether "of" names the doer: "the aggression | of X", "the attacks | of X's forces on the town"."""
    classes = grammar()
    noun = phrase[of - 1].lower
    if noun in classes.deed:
        return True
    return noun in classes.blow and not _HIT.isdisjoint(lowers(phrase[of + 1 : of + _WHOM]))


def _culprit_end(phrase: Sequence[Word], start: int, marks: Landmarks) -> int:
    """Where a list of those who did it ends: at a word that says what, where or why."""
    ends = grammar().culprit_end
    depth = 0
    for place in range(start, len(phrase)):
        word = phrase[place]
        depth += (word.text == "(") - (word.text == ")")
        if depth > 0 or marks.named(word):
            continue
        if word.text in ";." or word.lower in ends:
            return place
        if word.lower == "of" and _is_proper(phrase[start:place], marks):
            return place  # "the use by Angola | of mines"
    return len(phrase)


def _is_proper(phrase: Sequence[Word], marks: Landmarks) -> bool:
    """Whether somebody is named, so that "of" goes on with the deed; not "elements | of the opposition"."""
    return bool(phrase) and marks.named(phrase[-1]) and any(word.text[0].isupper() for word in phrase)


def _head_end(phrase: Sequence[Word], marks: Landmarks) -> int:
    """Where the actors at the head of what is condemned end; 0 if it does not begin with one."""
    classes = grammar()
    first = next((i for i, word in enumerate(phrase) if word.lower not in classes.determiner), len(phrase))
    if first == len(phrase):
        return 0
    owner = owner_of(phrase[first])
    if owner and marks.named(owner):
        return first + 1  # "Iraq’s | continued occupation"
    name = marks.name_at(phrase[first])
    if name is None:
        return 0
    last = next((i for i in range(first, len(phrase)) if phrase[i].end >= name.end), first)
    following = phrase[last + 1].lower if last + 1 < len(phrase) else ""
    if phrase[last].lower.endswith(_GENITIVE_ENDS) or following in _GENITIVES:
        return last + 1
    if following in classes.culprit_follower or following in (",", ""):
        return find_word(phrase, "for", last) or last + 1
    return 0


def _named_list(region: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """The phrases of a list, if one of them holds a name; else none ("by armed groups")."""
    phrases = actor_phrases(region, marks) if region else ()
    phrases = tuple(phrase for phrase in phrases if is_actor(words_in(region, phrase), marks))
    nations = load_authority().demonyms
    named = any(marks.holds_name(phrase.span) for phrase in phrases)
    if not named and not any(word.text in nations for word in region):
        return ()
    return phrases

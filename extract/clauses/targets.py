"""Targets: the actors said to have done what an act condemns, deplores, denounces or rejects."""

from __future__ import annotations

from collections.abc import Callable

from .phrases import Names, Phrase, actor_phrases
from .words import Word, word_classes


def target_phrases(sequence: list[Word], names: Names, limits: Callable[[int], bool]) -> tuple[Phrase, ...]:
    """Finds the named doers in the words of what is condemned.

    They stand at its head ("condemns Al-Shabaab for …", "condemns South Africa’s aggression"), after
    "by" ("acts committed by X, Y and other armed groups"), or after "of" and a deed ("the
    aggression of South Africa").

    Args:
        sequence: The words of the object, from its first word.
        names: The actors named in the document.
        limits: Whether a qualifier or a time starts at an offset.

    Returns:
        The phrases, in order; only named actors, and groups listed with one.
    """
    found: list[Phrase] = []
    at_head = _at_head(sequence, names)
    if at_head is not None:
        found += _named(actor_phrases(sequence[:at_head], names, limits), names)
        if found:
            return tuple(found)
    classes = word_classes()
    for place, word in enumerate(sequence[:-1]):
        doer = word.lower in classes["agent"] or (
            word.lower == "of" and place > 0 and sequence[place - 1].lower in classes["deed"]
        )
        if doer:
            region = sequence[place + 1 : _doer_end(sequence, place + 1, names)]
            if region:
                found += [p for p in _named(actor_phrases(region, names, limits), names) if p not in found]
    return tuple(found)


def _at_head(sequence: list[Word], names: Names) -> int | None:
    """Where the actors at the head of the object end, if it begins with one."""
    place = 0
    while place < len(sequence) and sequence[place].lower in word_classes()["determiner"]:
        place += 1
    if place >= len(sequence):
        return None
    named = names.at(sequence[place].start, sequence[place].end)
    if named is None:
        return None
    last = next((i for i in range(place, len(sequence)) if sequence[i].end >= named.end), place)
    following = sequence[last + 1].lower if last + 1 < len(sequence) else ""
    possessive = sequence[last].lower.endswith(("’s", "'s", "s’")) or following in ("’s", "'s", "’")
    if possessive:
        return last + 1
    if following in ("for", "and", ",", "in", ""):
        return next((i for i in range(last, len(sequence)) if sequence[i].lower == "for"), last + 1)
    return None


def _doer_end(sequence: list[Word], start: int, names: Names) -> int:
    """Where a list of doers ends: at a word that says what, where or why."""
    for place in range(start, len(sequence)):
        word = sequence[place]
        named = names.at(word.start, word.end)
        if named is not None:
            continue
        if word.text in ";." or word.lower in (
            "for",
            "which",
            "who",
            "that",
            "on",
            "against",
            "to",
            "in",
            "since",
            "at",
            "during",
            "as",
            "with",
            "resulting",
            "causing",
            "from",
            "through",
            "without",
            "by",
        ):
            return place
    return len(sequence)


def _named(phrases: tuple[Phrase, ...], names: Names) -> list[Phrase]:
    """The phrases that hold a name, and the groups that end a list of such ("and other armed groups")."""
    known = [p for p in phrases if any(p.span.overlaps(s) for s in names.near(p.span))]
    return list(phrases) if known else []

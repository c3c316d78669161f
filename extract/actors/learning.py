"""What a text teaches about its actors: the names it gives them, and what its acronyms mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Actor
from .authority import Authority
from .introductions import introductions, long_name
from .matching import Hit
from .names import head_of, is_acronym, key_of, plain
from .references import heads_of
from .unlisted import KINDS

#: Acronyms of so many letters hardly mean two bodies.
_DISTINCT = 5
_UN = re.compile(r"^UN ")
#: Where a name may begin, and what ends its first word.
_BEGINNING = re.compile(r"(?<![\w‑-])\w+")
_WORD = re.compile(r"\W")


@dataclass(frozen=True, slots=True)
class Learned:
    """What the text teaches: other names of actors, and acronyms that mean no actor here."""

    aliases: dict[str, str]
    others: frozenset[str]
    hits: tuple[Hit, ...]


def learn(text: str, hits: list[Hit], authority: Authority, known: dict[str, Actor]) -> Learned:
    """Reads the introductions; adds actors that only the text knows to ``known``."""
    by_end = {hit.end: hit for hit in hits}
    aliases: dict[str, str] = {}
    others: set[str] = set()
    more: list[Hit] = []
    for intro in introductions(text):
        hit = by_end.get(intro.end)
        acronym = next((name for name in intro.names if is_acronym(name)), "")
        start = long_name(text, intro.end, acronym) if acronym else None
        if hit and hit.rule != "capitals" and (start is None or start >= hit.start - len("the ")):
            if len(hit.keys) == 1:
                aliases.update(
                    {name: _described_by(name, hit, hits, known, authority) for name in intro.names}
                )
            continue
        start = hit.start if start is None and hit else start
        if start is None:
            continue
        phrase = plain(text[start : intro.end])
        actor = authority.named(phrase) or _meant(acronym, phrase, authority)
        if actor is None and head_of(phrase):
            kind = KINDS.get(head_of(phrase), "unknown")
            # The key is made of the long name: short ones are used for many ("the IEC", "the Panel").
            actor = Actor(key_of(phrase), acronym or phrase, kind, phrase if acronym else "", known=False)
        if actor is None:
            others.update(intro.names)
        else:
            if actor.key not in known or not known[actor.key].known:
                known[actor.key] = authority.actors.get(actor.key, actor)
            aliases.update(dict.fromkeys(intro.names, actor.key))
            more.append(Hit(start, intro.end, (actor.key,), "introduced"))
    return Learned(aliases, frozenset(others - aliases.keys()), tuple(more))


def _described_by(name: str, hit: Hit, hits: list[Hit], known: dict[str, Actor], authority: Authority) -> str:
    """Whom a name in brackets is for: whoever stands before it, or before that the one that it describes.

    In "Committee established … concerning South Sudan (“the Committee”)" a State stands before it.
    """
    head = head_of(name)
    before = bisect_right(hits, hit)
    for earlier in reversed(hits[max(0, before - 4) : before]) if head else ():
        actor = known.get(earlier.keys[0]) or authority.actors[earlier.keys[0]]
        if head in heads_of(actor):
            return actor.key
    return hit.keys[0]


def _meant(acronym: str, phrase: str, authority: Authority) -> Actor | None:
    """The actor of an acronym, if the long name in the text is about the one that the file has."""
    actor = authority.lookup(acronym)
    if actor is None:
        return None
    if sum(c.isupper() for c in acronym) >= _DISTINCT and head_of(phrase):
        return actor  # a slip in the long name, not somebody else: "United Nation Mission … (UNAMID)"
    ours = set(plain(actor.full_name or actor.name).casefold().split())
    theirs = set(plain(_UN.sub("United Nations ", phrase)).casefold().split())
    return actor if len(ours & theirs) >= len(ours | theirs) / 2 else None


def renamed(text: str, hits: list[Hit], learned: Learned) -> Iterator[Hit]:
    """The hits with the text's own names put in: its acronyms may mean others than ours."""
    introduced = {hit.end: hit.keys for hit in learned.hits}
    for hit in hits:
        words = plain(text[hit.start : hit.end])
        key = learned.aliases.get(words)
        if key:
            yield Hit(hit.start, hit.end, (key,), "alias")
        elif hit.rule == "capitals" and hit.end in introduced:
            # "the United Nations' Coordination Group (CG)": whose it is stands before its name
            yield Hit(hit.start, hit.end, introduced[hit.end], "introduced")
        elif words not in learned.others:
            yield hit
    yield from learned.hits
    by_word: dict[str, list[str]] = {}
    for name in sorted(learned.aliases, key=len, reverse=True):
        by_word.setdefault(_WORD.split(name, maxsplit=1)[0], []).append(name)
    for found in _BEGINNING.finditer(text) if by_word else ():
        for name in by_word.get(found[0], ()):
            end = found.start() + len(name)
            if plain(text[found.start() : end]) == name and not text[end : end + 1].isalnum():
                yield Hit(found.start(), end, (learned.aliases[name],), "alias")
                break

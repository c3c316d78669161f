"""Descriptions of somebody named before: "the Committee", "the Mission", "its Chair"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .derived import load_standing
from .heads import load_heads
from .matching import Hit
from .model import Actor
from .names import head_of, plain

#: How many earlier namings of the same sort are looked through for one that fits.
_FAR = 40
_DESCRIBED = re.compile(
    r"\b[Tt]he (?P<what>(?:Joint |Special |Personal |High |Executive |Monitoring |Working )?"
    r"(?P<head>[A-Z][a-z]+)(?: of (?:Experts|Inquiry))?)"
    r"(?![\w’'‑-]|\s+[A-Z][a-z]|\s+of\s+(?:the\s+)?[A-Z]|\s+(?:for|on|in)\s+[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Index:
    """Where somebody of a sort is named, by the head noun that can describe them.

    ``places`` has, for "committee", the offsets of the namings of committees and their keys.
    """

    places: Mapping[str, tuple[tuple[int, ...], tuple[str, ...]]]
    actors: Mapping[str, Actor]

    def before(self, description: str, at: int) -> str | None:
        """The key of the last actor named before ``at`` that a description fits."""
        starts, keys = self.places.get(head_of(description), ((), ()))
        first = bisect_left(starts, at)
        for rank in range(first - 1, max(-1, first - 1 - _FAR), -1):
            if fits(description, self.actors[keys[rank]]):
                return keys[rank]
        return None

    def anywhere(self, description: str) -> str | None:
        """The key of the only actor of the document that a description fits; None where there are several."""
        _, keys = self.places.get(head_of(description), ((), ()))
        fitting = {key for key in dict.fromkeys(keys) if fits(description, self.actors[key])}
        return fitting.pop() if len(fitting) == 1 else None


def index(hits: Iterable[Hit], actors: Mapping[str, Actor]) -> Index:
    """An index of hits, which stand in the order of the text."""
    places: dict[str, tuple[list[int], list[str]]] = {}
    for hit in hits:
        if len(hit.keys) == 1 and hit.rule not in ("demonym", "reference"):
            for head in heads_of(actors[hit.keys[0]]):
                starts, keys = places.setdefault(head, ([], []))
                starts.append(hit.start)
                keys.append(hit.keys[0])
    return Index({head: (tuple(s), tuple(k)) for head, (s, k) in places.items()}, actors)


def heads_of(actor: Actor) -> frozenset[str]:
    """The nouns that can describe an actor later: "committee", "mission", "government"."""
    heads = {head_of(actor.full_name), head_of(actor.name)}
    if actor.kind == "mission":
        heads.add("mission")
    return frozenset(heads - {""})


def fits(description: str, actor: Actor) -> bool:
    """Whether a description names an actor in part: "Panel of Experts" fits "Panel of Experts on Libya"."""
    words = f" {plain(description).casefold()} "
    if words == " mission " and actor.kind == "mission":
        return True
    return any(words in f" {plain(name).casefold()} " for name in (actor.full_name, actor.name))


def described(text: str, names: Index, aliases: Mapping[str, str]) -> Iterable[Hit]:
    """Descriptions with a capital letter, each resolved to whom it stands for.

    What the text introduces itself comes first, then a standing description ("the Council"), then the last
    one named before that fits. Descriptions that fit nobody are left out.
    """
    heads = load_heads()
    standing = load_standing()
    for found in _DESCRIBED.finditer(text):
        what = found["what"]
        if found["head"] not in heads and found["head"].lower() not in heads:
            continue
        key = aliases.get(what) or names.before(what, found.start())
        if what in ("Council", "Assembly", "Secretariat"):
            key = aliases.get(what) or standing.get(what.lower())
        if key:
            yield Hit(found.start("what"), found.end("what"), (key,), "reference")

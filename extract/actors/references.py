"""Descriptions of somebody named before: "the Committee", "the Mission", "the Panel of Experts"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Actor
from .authority import Authority
from .derived import load_standing
from .heads import is_head
from .matching import Hit
from .names import head_of, plain

#: How many earlier namings of the same sort are looked through for one that fits.
_FAR = 40
_DESCRIBED = re.compile(
    r"\b[Tt]he (?P<what>(?:Joint |Special |Personal |High |Executive |Monitoring |Working |Sanctions )?"
    r"(?P<head>[A-Z][a-z]+)(?: of (?:Experts|Inquiry))?)"
    r"(?![\w’'‑-]|\s+[A-Z][a-z]|\s+of\s+(?:the\s+)?[A-Z]|\s+(?:for|on|in)\s+[A-Z])"
)
_RESOLUTION = re.compile(r"(?<!\d)(\d{2,4}) ?\((?:19|20)\d\d\)")
#: Words before a description that do not tell one body of the sort from another.
_OF_THE_UN = re.compile(r"^(?:united nations|un|security council|sanctions|said) ")


@dataclass(frozen=True, slots=True)
class Index:
    """Where somebody of a sort is named, by the head noun that can describe them.

    Attributes:
        places: For "committee", the offsets of the namings of committees and their keys.
        founded: For "committee", the keys of committees set up by resolutions that the text cites,
            the most cited first.
        actors: The document's actors by key.
    """

    places: Mapping[str, tuple[tuple[int, ...], tuple[str, ...]]]
    founded: Mapping[str, tuple[str, ...]]
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

    def cited(self, description: str) -> tuple[str, ...]:
        """The keys of bodies that a description fits and that a resolution cited in the text set up."""
        keys = self.founded.get(head_of(description), ())
        return tuple(key for key in keys if fits(description, self.actors[key]))


def index(text: str, hits: Iterable[Hit], actors: Mapping[str, Actor], authority: Authority) -> Index:
    """An index of the hits in a text, which stand in its order."""
    places: dict[str, tuple[list[int], list[str]]] = {}
    for hit in hits:
        if len(hit.keys) == 1 and hit.rule not in ("demonym", "reference"):
            for head in heads_of(actors[hit.keys[0]]):
                starts, keys = places.setdefault(head, ([], []))
                starts.append(hit.start)
                keys.append(hit.keys[0])
    founded: dict[str, list[str]] = {}
    numbers = Counter(_RESOLUTION.findall(text))
    heads = sorted({head for head, _ in authority.founded})
    for number, _ in numbers.most_common():
        for head in heads:
            if key := authority.founded.get((head, number)):
                founded.setdefault(head, []).append(key)
    ours = {key: authority.actors[key] for keys in founded.values() for key in keys}
    return Index(
        {head: (tuple(s), tuple(k)) for head, (s, k) in places.items()},
        {head: tuple(dict.fromkeys(keys)) for head, keys in founded.items()},
        {**ours, **actors},
    )


def heads_of(actor: Actor) -> frozenset[str]:
    """The nouns that can describe an actor later: "committee", "mission", "government"."""
    heads = {head_of(actor.full_name), head_of(actor.name)}
    if actor.kind == "mission":
        heads.add("mission")
    return frozenset(heads - {""})


def fits(description: str, actor: Actor) -> bool:
    """Whether a description names an actor in part: "Panel of Experts" fits "Panel of Experts on Libya"."""
    words = _OF_THE_UN.sub("", plain(description).casefold())
    if words == "mission" and actor.kind == "mission":
        return True
    if actor.kind in ("group", "group-of-states"):
        return False
    return any(f" {words} " in f" {plain(name).casefold()} " for name in (actor.full_name, actor.name))


def described(text: str, names: Index, aliases: Mapping[str, str]) -> Iterable[Hit]:
    """Descriptions with a capital letter, each resolved to whom it stands for.

    What the text introduces itself comes first, then the last one named before that fits, then a body
    set up by a resolution that the text cites. Descriptions that fit nobody are left out.
    """
    standing = load_standing()
    for found in _DESCRIBED.finditer(text):
        what = found["what"]
        if not is_head(found["head"]):
            continue
        key = aliases.get(what)
        if not key and what in OUR_OWN:
            key = standing[what.lower()]
        if key := key or names.before(what, found.start()) or next(iter(names.cited(what)), None):
            yield Hit(found.start("what"), found.end("what"), (key,), "reference")


#: Descriptions that mean the organs of the United Nations whoever else was named.
OUR_OWN = frozenset(["Council", "Assembly", "Secretariat"])

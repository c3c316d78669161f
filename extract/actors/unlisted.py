"""Capitalised names of bodies that the authority file lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Actor
from .authority import Authority
from .derived import load_offices
from .matching import Hit
from .names import head_of, key_of, plain

#: Kinds of actors that the file lacks, by the head noun of their name.
KINDS = {
    "mission": "mission",
    "operation": "mission",
    "force": "mission",
    "committee": "committee",
    "panel": "committee",
    "group": "unknown",
    "office": "office",
    "agency": "agency",
    "organization": "organization",
    "union": "organization",
    "community": "organization",
    "army": "armed-group",
    "front": "armed-group",
}


_CAPITALS = re.compile(
    r"(?<=\b[Tt]he )[A-ZÉ][\w’'‑-]*(?:(?: (?:of|for|on|to|in|against)(?: the)?)? [A-ZÉ][\w’'‑-]+)+"
)
_PREPOSITION = re.compile(r" (?:for|on|to|in|against) ")
#: Heads of names that are events or talks rather than somebody.
_EVENTS = frozenset(
    ["conference", "process", "initiative", "forum", "point", "programme", "partnership", "party", "state"]
)
#: Descriptions in capitals, which are no names: whom they mean is for ``references`` to say.
_BARE = frozenset(
    [
        "Panel of Experts",
        "Group of Experts",
        "Committee of Experts",
        "Commission of Experts",
        "Commission of Inquiry",
        "Monitoring Group",
        "Working Group",
        "Security Council Committee",
        "Sanctions Committee",
    ]
)


#: Last words of capitalised names of texts and things: "Panel of Experts Final Report".
_THINGS = frozenset(
    ["Report", "Agreement", "Plan", "Strategy", "Framework", "Resolution", "Accord", "Mandate"]
)


def _is_known(name: str, authority: Authority) -> bool:
    """Whether the name, or what stands before its first preposition, is somebody known.

    "Secretary-General on the United Nations Force in Cyprus" is the end of a report's title.
    """
    return any(authority.named(name[: cut.start()]) for cut in _PREPOSITION.finditer(name)) or bool(
        authority.named(name)
    )


def _is_bare(name: str) -> bool:
    """Whether a capitalised name describes a body without telling which, or is no body's."""
    bare = name.removeprefix("United Nations ").removeprefix("UN ").removeprefix("Security Council ")
    office, _, body = bare.replace(" to the ", " of the ").partition(" of the ")
    if body and load_offices().rows.get(office):
        return body in _BARE or " " not in body  # "Chair of the Committee"
    return bare in _BARE or name.rsplit(" ", 1)[-1] in _THINGS


def capitals(text: str, authority: Authority) -> Iterator[tuple[Hit, tuple[Actor, ...]]]:
    """Capitalised names with a head noun that the authority file lacks."""
    for found in _CAPITALS.finditer(text):
        words = found[0].removesuffix("’s").removesuffix("'s")
        name = plain(words)
        head = head_of(name)
        if head and head not in _EVENTS and not _is_bare(name) and not _is_known(name, authority):
            actor = Actor(key_of(name), name, KINDS.get(head, "unknown"), known=False)
            yield Hit(found.start(), found.start() + len(words), (actor.key,), "capitals"), (actor,)

"""What is drawn how: forces with their line patterns, actors in groups. Colours are in the style sheet."""

from __future__ import annotations

from collections.abc import Mapping

# Force -> name, dash array; strongest first.
FORCES: Mapping[str, tuple[str, tuple[int, ...]]] = {
    "decision": ("Decision", ()),
    "demand": ("Demand", (22, 6)),
    "request": ("Request", (11, 5)),
    "appeal": ("Appeal", (12, 5, 3, 5)),
    "encouragement": ("Encouragement", (4, 4)),
    "statement": ("Statement", (2, 7)),
}

# Groups of kinds of actor, clockwise from the top of the picture.
GROUPS: Mapping[str, tuple[str, frozenset[str]]] = {
    "states": ("States and groups of States", frozenset({"state", "group-of-states"})),
    "un": (
        "United Nations bodies and offices",
        frozenset({"organ", "committee", "mission", "office", "agency", "role"}),
    ),
    "organizations": ("Other organizations", frozenset({"organization"})),
    "others": ("Others", frozenset()),
}

MODALITIES = ("duty", "prohibition", "recommendation", "permission", "exemption")
"""What an obligation is to its bearer; a set of them travels as the sum of their bits, the first being 1."""

RELATIONS = ("asks", "condemns")
"""What an arrow from the issuer of an act says."""


def group_of(kind: str) -> str:
    """The group that a kind of actor stands in."""
    return next((name for name, (_, kinds) in GROUPS.items() if kind in kinds), "others")

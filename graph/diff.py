"""What two documents ask, compared: added, dropped, hardened, softened or kept.

Obligations of the same bearer are matched by their words, the likest first. A match is hardened where
its modality, or else the force of its act, binds more strongly by its wording than before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

if TYPE_CHECKING:
    from .store import Store

LIKE = 0.5
"""The part of their words that two actions must share to be one that was carried on."""

_WORD = re.compile(r"\w+")
_STRENGTH: Mapping[str, int] = {
    "exemption": 0,
    "permission": 1,
    "recommendation": 2,
    "duty": 3,
    "prohibition": 3,
}
_DUTIES = """
SELECT ?bearer ?who ?class ?rank ?force ?action ?label ?position ?text {
  GRAPH ?text {
    ?obligation og:bearer ?bearer ; a ?class ; og:force ?strength ; og:action/og:text ?action ;
                og:inParagraph ?place .
    ?place og:label ?label ; og:position ?position .
    FILTER(?class != og:Obligation)
  }
  OPTIONAL { ?bearer skos:prefLabel ?who }
  OPTIONAL { ?strength og:rank ?rank ; skos:prefLabel ?force }
}
"""


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """An obligation of a document, as it is compared.

    Attributes:
        position: Of its paragraph in the document, from 1.
        paragraph: The label of the paragraph.
        bearer: IRI of who bears it.
        who: The bearer's name.
        modality: ``duty``, ``recommendation``, ``permission``, ``prohibition`` or ``exemption``.
        rank: Of the force of its act; a greater one binds more strongly.
        force: The force's name.
        action: Its words.
    """

    position: int
    paragraph: str
    bearer: str
    who: str
    modality: str
    rank: int
    force: str
    action: str

    @property
    def strength(self) -> tuple[int, int]:
        """How strongly it binds by its wording."""
        return (_STRENGTH[self.modality], self.rank)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an obligation.

    Attributes:
        kind: ``added``, ``dropped``, ``hardened``, ``softened`` or ``kept``.
        before: As the first document has it; None for one that was added.
        after: As the second document has it; None for one that was dropped.
        likeness: The part of their words that the two share, from 0 to 1.
    """

    kind: str
    before: Duty | None
    after: Duty | None
    likeness: float = 0.0


KINDS = ("added", "dropped", "hardened", "softened", "kept")
"""The kinds of change, in the order of a listing."""


def duties(store: Store, document: str) -> list[Duty]:
    """The obligations of a document, in the order of its text.

    Args:
        store: The store.
        document: IRI of the document.
    """
    found = set()
    for row in store.select(_DUTIES, {"text": NamedNode(document)}):
        bearer, who, kind, rank, force, action, label, position, _ = (
            "" if term is None else str(term.value) for term in row
        )
        modality = kind.rpartition("#")[2].lower()
        if modality in _STRENGTH:
            found.add(
                Duty(int(position), label, bearer, who or bearer, modality, int(rank or 0), force, action)
            )
    return sorted(found)


def compare(before: Iterable[Duty], after: Iterable[Duty]) -> list[Change]:
    """Matches the obligations of two documents.

    Args:
        before: Of the first document.
        after: Of the second.

    Returns:
        The changes, by kind and then in the order of the texts.
    """
    sides: dict[str, tuple[list[Duty], list[Duty]]] = defaultdict(lambda: ([], []))
    for number, side in enumerate((before, after)):
        for duty in side:
            sides[duty.bearer][number].append(duty)
    changes = [change for old, new in sides.values() for change in _of_bearer(old, new)]
    return sorted(changes, key=_order)


def _of_bearer(old: list[Duty], new: list[Duty]) -> Iterable[Change]:
    words = {duty: frozenset(_WORD.findall(duty.action.casefold())) for duty in (*old, *new)}
    pairs = sorted(
        ((-_likeness(words[one], words[other]), one, other) for one in old for other in new),
    )
    left, free = set(old), set(new)
    for unlike, one, other in pairs:
        if -unlike < LIKE:
            break
        if one in left and other in free:
            left.discard(one)
            free.discard(other)
            yield Change(_kind(one, other), one, other, round(-unlike, 3))
    yield from (Change("dropped", one, None) for one in left)
    yield from (Change("added", None, other) for other in free)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _kind(before: Duty, after: Duty) -> str:
    if after.strength == before.strength:
        return "kept"
    return "hardened" if after.strength > before.strength else "softened"


def _order(change: Change) -> tuple[int, Duty, float]:
    duty = change.after or change.before
    assert duty is not None
    return (KINDS.index(change.kind), duty, change.likeness)

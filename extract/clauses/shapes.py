"""Shapes of complements: what kind of words follow a performative verb.

With the verb before the bar::

    requests | the Panel, with its partners, to report          ASKED
    decides | that all States shall freeze                       BEARER
    demands | that the parties comply                            BEARER
    decides | to extend the mandate                              OWN
    stresses | that acts of terrorism are unjustifiable          THAT
    calls upon | Member States: (a) To …                         CHAPEAU
    calls for | the continued support of UNODC                   NOUN
    notes | the report                                           NOUN
    reminds | the parties of their obligations                   TOLD
    requests | the Mission, and calls upon States, to report     SHARED: the next act says what
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from .phrases import Phrase


class Shape(Enum):
    """The shape of a complement."""

    ASKED = auto()
    BEARER = auto()
    OWN = auto()
    THAT = auto()
    CHAPEAU = auto()
    NOUN = auto()
    TOLD = auto()
    SHARED = auto()


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a verb.

    Attributes:
        shape: Which of the shapes.
        asked: The actors asked or bound, as printed.
        start: Place in the clause's words where the content begins; their number if none does.
        doubt: Why the asked are not certain, or empty.
        again: For others who are asked something else ("X to report, and Y to assist it"), the place at
            which the piece before them ends, and that at which theirs begins.
    """

    shape: Shape
    asked: tuple[Phrase, ...]
    start: int
    doubt: str = ""
    again: tuple[tuple[int, int], ...] = ()

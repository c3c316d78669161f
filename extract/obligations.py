"""Obligations: derived from what was read, never read themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .document import Span
from .model import Act, Addressee, Content, ContentKind, Modality, Obligation, Reading


def obligations(reading: Reading) -> Iterator[Obligation]:
    """Derives the obligations of a reading: each addressee × each action that is asked of it.

    An addressee that stands inside an action ("and that all States shall prohibit …", "the
    continued support of UNODC in …") bears that action alone. One that stands between two actions
    ("requests the President to report, and | the Prosecutor | to assist him") bears those behind it.

    Yields:
        Obligations in the order of the acts, then of the addressees, then of the actions.
    """
    for act in reading.acts:
        actions = [c for c in act.contents if c.kind is ContentKind.ACTION]
        number = 0
        for addressee in act.addressees:
            own = [c for c in actions if addressee.span in c.span]
            for bearer in addressee.actors:
                for action in own or _asked_of(addressee, act, actions):
                    number += 1
                    others = [c.span for c in actions if c is not action]
                    yield Obligation(
                        id=f"{act.id}/obligation/{number}",
                        act=act,
                        bearer=bearer,
                        via=addressee.via,
                        action=action,
                        modality=action.modality or Modality.RECOMMENDATION,
                        times=tuple(t for t in act.times if _limits(t.span, others)),
                        qualifiers=tuple(q for q in act.qualifiers if _limits(q.span, others)),
                    )


def _asked_of(addressee: Addressee, act: Act, actions: Sequence[Content]) -> list[Content]:
    """The actions from an addressee, with those named beside it, to the next one; else all."""
    shared = [c for c in actions if not any(a.span in c.span for a in act.addressees)]
    starts = [c.span.start for c in shared]
    behind = bisect_left(starts, addressee.span.start)
    later = (bisect_left(starts, a.span.start) for a in act.addressees)
    return shared[behind : min((place for place in later if place > behind), default=None)] or shared


def _limits(span: Span, others: list[Span]) -> bool:
    """Whether words at ``span`` limit an action, that is stand in none of the other ones."""
    return not any(span in other for other in others)

"""What is said again in one breath: "reiterates its call on X to report, | and its condemnation of Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..acts.verbs import Complement as Frame
from ..document import Span
from .cut import Clause
from .grammar import grammar
from .openings import after_directive_noun
from .trim import trim
from .words import Word, lowers

#: Words from "its" within which the noun of what is said again stands: "its strong and continued support".
_NOUN_WITHIN = 5


def told_apart(text: str, clause: Clause, sequence: Sequence[Word]) -> tuple[Clause, ...]:
    """Parts a clause that says several things again, of which one at least asks.

    "Renewing | its request that the parties cooperate, | and its call on all States to help them" asks
    two things of different actors; "reiterates its support for X, and its commitment to Y" is one.

    Args:
        text: ``Document.text``.
        clause: The clause.
        sequence: The words of its head.

    Returns:
        The clause in parts, the last with its items; the clause alone where it says one thing.
    """
    classes = grammar()
    group = clause.group
    if group.verb.act not in classes.repeating or not sequence:
        return (clause,)
    directs = (
        after_directive_noun(sequence, 0) is not None
        or group.text.split()[-1].lower() in classes.directive_noun
    )
    starts: list[tuple[int, bool]] = []
    for place in range(3, len(sequence) - 2):
        if sequence[place].lower != "its" or lowers(sequence[place - 2 : place]) != [",", "and"]:
            continue
        asks = after_directive_noun(sequence, place) is not None
        if asks or (directs and _is_stance(sequence, place)):
            starts.append((place, asks))
    if not starts:
        return (clause,)
    stops = [*(sequence[place - 1].start for place, _ in starts), clause.head.end]
    parts = [replace(clause, head=trim(text, Span(clause.head.start, stops[0])), items=(), wrap_up=None)]
    # its noun went with the first part
    verb_alone = Span(group.span.start, group.span.start + len(group.text.split()[0]))
    for (place, asks), stop in zip(starts, stops[1:], strict=True):
        verb = group.verb if asks else replace(group.verb, complement=Frame.PLAIN)
        alone = replace(group, text=group.text.split()[0], span=verb_alone, verb=verb)
        last = stop == clause.head.end
        parts.append(
            Clause(
                alone,
                trim(text, Span(sequence[place].start, stop)),
                items=clause.items if last else (),
                wrap_up=clause.wrap_up if last else None,
            )
        )
    return tuple(parts)


def _is_stance(sequence: Sequence[Word], its: int) -> bool:
    """Whether "its" opens what the body holds: "its strong condemnation of the attacks"."""
    within = sequence[its + 1 : its + _NOUN_WITHIN]
    return any(word.lower in grammar().stance for word in within)

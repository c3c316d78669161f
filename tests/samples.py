"""A small resolution in words of our own, and what a careful reader finds in it.

Every span is computed from the text, so that the sample cannot contradict itself. It has one of
each thing that a reading can hold: lettered items with a wrap-up, a member singled out by
"including", a pronoun that stands for two bodies, a target, every kind of time, qualifiers,
citations of a whole instrument, of a provision and of a paragraph of the text itself, a
prohibition, a permission, an act that is only reported, an actor that the authority file lacks.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from obligraph.extract.document import Heading, Span
from obligraph.extract.model import Act, Reading

from .sample_acts import acts, reported_acts
from .sample_parts import Parts
from .sample_text import SYMBOL, sample_document
from .sample_things import ACTORS, INSTRUMENTS, MENTIONS

__all__ = [
    "OTHER",
    "SYMBOL",
    "changed",
    "headed_reading",
    "other_reading",
    "sample_document",
    "sample_reading",
]

OTHER = "S/RES/9002(2031)"


def sample_reading() -> Reading:
    """The sample with everything that is to be found in it."""
    make = Parts(sample_document())
    return Reading(
        document=make.document,
        mentions=tuple(make.mention(kind, label, text, key) for kind, label, text, key in MENTIONS),
        acts=acts(make),
        reported=reported_acts(make),
        actors=ACTORS,
        instruments=INSTRUMENTS,
    )


def other_reading() -> Reading:
    """The sample again, under another symbol, a year later."""
    reading = sample_reading()
    return replace(reading, document=replace(reading.document, symbol=OTHER, adopted=date(2031, 3, 4)))


def headed_reading() -> Reading:
    """The sample with a heading wherever one may stand: in the preamble, among items, behind it all.

    Only their places count: they say what they stand above.
    """
    reading = sample_reading()
    text = reading.document.text
    above = {"Recalling resolution 8991": "II", "Condemns": "Safety", "To inform": "Reports", "Requests": "B"}
    places = {text.index(words) - 1: name for words, name in above.items()} | {len(text) - 1: "Annex"}
    headings = tuple(Heading(Span(at, at + 1), name) for at, name in sorted(places.items()))
    return replace(reading, document=replace(reading.document, headings=headings))


def changed(act: Act, **fields: Any) -> Reading:
    """The sample with one act, changed."""
    new = replace(act, **fields)
    return replace(sample_reading(), acts=(new,), reported=())

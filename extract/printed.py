"""Instruments as a document prints them: by its own fullest name, where the authority has another.

A graph wants one name for one instrument; a reader's notes quote the text. "Taif Accords" is the
Taif Agreement of the table, and "Geneva Conventions of 12 August 1949" are the Geneva Conventions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .model import MentionKind, Reading

_NAMED = frozenset({"treaty", "agreement", "declaration", "plan"})
_DATE = re.compile(r" of \d{1,2} [A-Z][a-z]+ \d{4}\b")


def printed_names(reading: Reading) -> Mapping[str, str]:
    """The names by which a document calls its treaties, agreements, declarations and plans.

    Args:
        reading: What was read in it.

    Returns:
        Key to printed name, for each such instrument and its provisions whose fullest printed name
        is not its key. The date that a name is printed with belongs to it.
    """
    text = reading.document.text
    fullest: dict[str, str] = {}
    for mention in reading.mentions:
        if mention.kind is MentionKind.INSTRUMENT and len(mention.keys) == 1:
            date = _DATE.match(text, mention.span.end)
            name = mention.text + (date.group() if date else "")
            (key,) = mention.keys
            if len(name) > len(fullest.get(key, "")):
                fullest[key] = name
    printed = {}
    for instrument in reading.instruments:
        whole = instrument.whole or instrument.key
        name = fullest.get(whole, whole)
        if instrument.kind in _NAMED and name != whole:
            printed[instrument.key] = f"{name}, {instrument.provision}" if instrument.provision else name
    return printed

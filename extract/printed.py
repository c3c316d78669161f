"""Instruments as a document prints them: by its full name as printed first, where the authority has another.

A graph wants one name for one instrument; a reader's notes quote the text. "Taif Accords" is the
Taif Agreement of the table. The date behind a name ("of 12 August 1949") is not part of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from .model import MentionKind, Reading

_NAMED = frozenset({"treaty", "agreement", "declaration", "plan"})

#: What a name may be printed with that the table has without: "the United Nations | World Summit outcome".
_WHOSE = "United Nations "


def printed_names(reading: Reading) -> Mapping[str, str]:
    """The names by which a document calls its treaties, agreements, declarations and plans.

    Args:
        reading: What was read in it.

    Returns:
        Key to printed name, for each such instrument and its provisions where the printed name is not
        its key. It is the first that is printed, or a later one of which the first is a part or an
        abbreviation.
    """
    text = reading.document.text
    fullest: dict[str, str] = {}
    for mention in reading.mentions:
        if mention.kind is MentionKind.INSTRUMENT and len(mention.keys) == 1:
            (key,) = mention.keys
            name = mention.text
            if text.endswith(_WHOSE, 0, mention.span.start) and not name.startswith(_WHOSE):
                name = _WHOSE + name
            if key not in fullest or _fuller(name, fullest[key]):
                fullest[key] = name
    printed = {}
    for instrument in reading.instruments:
        whole = instrument.whole or instrument.key
        name = fullest.get(whole, whole)
        if instrument.kind in _NAMED and name != whole:
            printed[instrument.key] = f"{name}, {instrument.provision}" if instrument.provision else name
    return printed


def _fuller(name: str, first: str) -> bool:
    """Whether a name is the full form of the first one printed: an abbreviation, or one with fewer words."""
    if len(name) <= len(first):
        return False
    rest = iter(name.casefold().split())
    return first.isupper() or all(word in rest for word in first.casefold().split())

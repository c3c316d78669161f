"""Instruments as a document prints them: by its full name as printed first, where the authority has another.

A graph wants one name for one instrument; a reader's notes quote the text. "Taif Accords" is the
Taif Agreement of the table. The date behind a name ("of 12 August 1949") is not part of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from .document import Span
from .instruments.titles import find_titles
from .instruments.treaties import head_words, title_words
from .model import MentionKind, Reading

_NAMED = frozenset({"treaty", "agreement", "declaration", "plan"})

#: What a name may be printed with that the table has without: "the United Nations | World Summit outcome".
_WHOSE = ("United Nations ", "United Nations’ ", "United Nations' ")


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
    named = {one.key: one.whole or one.key for one in reading.instruments if one.kind in _NAMED}
    fullest: dict[str, str] = {}
    for mention in reading.mentions:
        if mention.kind is not MentionKind.INSTRUMENT or mention.keys[-1] not in named:
            continue
        key = named[mention.keys[-1]]
        span = mention.span if key == mention.keys[-1] else _named_in(text, mention.span)
        if span is None:
            continue
        name = text[span.start : span.end]
        if key.startswith(f"{name} ") and not any(word in head_words() for word in title_words(name)):
            continue  # "the London | and Kabul Communiqués": the word for what it is stands further on
        whose = next((words for words in _WHOSE if text.endswith(words, 0, span.start)), "")
        if not name.startswith(whose):
            name = whose + name
        if key not in fullest or _fuller(name, fullest[key]):
            fullest[key] = name
    printed = {}
    for instrument in reading.instruments:
        whole = named.get(instrument.key, "")
        name = fullest.get(whole, whole)
        if name != whole:
            printed[instrument.key] = f"{name}, {instrument.provision}" if instrument.provision else name
    return printed


def _named_in(text: str, span: Span) -> Span | None:
    """Where the words of a provision name the instrument: "article 19 of the | Universal Declaration"."""
    titles = [title for title in find_titles(text, span.start, span.end) if not title.bare]
    return Span(titles[-1].start, titles[-1].end) if titles else None


def _fuller(name: str, first: str) -> bool:
    """Whether a name is the full form of the first one printed: an abbreviation, or one with fewer words."""
    if len(name) <= len(first):
        return False
    rest = iter(name.casefold().split())
    return first.isupper() or all(word in rest for word in first.casefold().split())

"""What a name goes on with behind its capitalised words: its date and subject, or the rest of a quotation.

"The Lagos Agreement of 4 May 1994 on | voluntary return of refugees": the date stands inside the name.
At its end ("the Lagos Agreement of 4 May 1994") a date is no part of it, which is told elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..times.dates import MONTH_NAMES
from .treaties import Title, word_class

_DATE = r"\d{1,2} (?:" + "|".join(MONTH_NAMES) + r") \d{4},?"
_DATED = re.compile(rf" (?:of|dated) {_DATE} (?=(?:on|between|regarding|concerning|relating to) )")
#: What two parties agreed on a day: the "on" of a date is inside as well, where the subject follows.
_DATED_BETWEEN = re.compile(rf" on {_DATE} (?=(?:on|regarding|concerning|relating to) )")
_SUBJECT = re.compile(r" (?:on|concerning|relating to|prohibiting|governing) (?P<first>(?:the )?[a-z][\w-]+)")
_WORD = re.compile(r"[ ‑-](?P<word>[^\W\d_][^\W\d_’']*(?:[’'](?:s\b|[^\W\d_]+))?)")
_NUMBER_FOLLOWS = re.compile(r" \d")
_TRAILING = re.compile(r"(?: (?:the|a|an|of|on|in|for|and|to|from|by|between|its|their|other))+$")
#: The longest subject that is read, in words.
_LONGEST = 30
_CLOSING = {"“": "”", "‘": "’", '"': '"'}
#: The longest name in quotation marks, in characters.
_QUOTED = 220
#: What has no such name: "its Charter | concerning disputes", "the Communiqué | on the talks".
_OF_BODIES = frozenset({"Charter", "Statute", "Communiqué", "Communique", "Joint Statement"})
_KINDS = frozenset({"treaty", "agreement", "declaration"})


def with_subject(text: str, title: Title, end: int) -> Title:
    """A name with its date and subject, or with all that its quotation marks hold.

    Args:
        text: The document's text.
        title: A name, as far as its capitalised words tell.
        end: Where the paragraph ends.
    """
    until = _quoted(text, title, end) or _after_date(text, title, end) or _small(text, title, end)
    return _longer(text, title, until) if until > title.end else title


def dated(text: str, title: Title, end: int) -> Title:
    """A name of the table with the date and subject behind it: it keeps its key."""
    until = _after_date(text, title, end) if title.head else 0
    return replace(title, end=until) if until > title.end else title


def _longer(text: str, title: Title, until: int) -> Title:
    key = " ".join(text[title.start : until].split())
    return replace(title, end=until, key=key, bare=False)


def _quoted(text: str, title: Title, end: int) -> int:
    """The end of what stands in quotation marks, where the name begins it; 0 for none."""
    closing = _CLOSING.get(text[title.start - 1 : title.start])
    if closing is None:
        return 0
    until = text.find(closing, title.end, min(end, title.end + _QUOTED))
    if until < 0 or any(mark in text[title.end : until] for mark in "“;(:"):
        return 0
    return until - (text[until - 1] in ",.")


def _after_date(text: str, title: Title, end: int) -> int:
    """The end of the subject behind a date; 0 where there is none."""
    if title.bare:
        return 0
    date = _DATED.match(text, title.end, end)
    if date is None and " between " in text[title.start : title.end]:
        date = _DATED_BETWEEN.match(text, title.end, end)
    return _subject_end(text, date.end() - 1, end) if date else 0


def _small(text: str, title: Title, end: int) -> int:
    """The end of a subject in small letters behind a head word alone: "the Treaty on | the use of wells"."""
    if not title.bare or title.kind not in _KINDS or title.head in _OF_BODIES:
        return 0
    if title.head != text[title.start : title.end]:
        return 0
    subject = _SUBJECT.match(text, title.end, end)
    if subject is None or subject["first"].removeprefix("the ") in word_class("no-subject"):
        return 0
    if not text.endswith(("the ", "a "), 0, title.start):
        return 0
    until = _subject_end(text, title.end, end)
    return until if until > subject.end("first") else 0


def _subject_end(text: str, at: int, end: int) -> int:
    """Where a subject ends that begins with a preposition after the space at ``at``."""
    ends, start = word_class("subject-ends"), at
    between = text.startswith(" between ", at)
    seen: list[str] = []
    while len(seen) < _LONGEST and (match := _WORD.match(text, at, end)):
        word = match["word"]
        if word in ends or (_NUMBER_FOLLOWS.match(text, match.end(), end) and word in {"of", "on", "from"}):
            break
        following = _WORD.match(text, match.end(), end)
        ahead = following["word"] if following else ""
        if word == "and":
            joins = between and ahead == "the"
            if not joins and (not ahead or ahead.endswith("ing") or ahead in word_class("no-member")):
                break
            between = between and not joins
        elif word == "to" and not (ahead[:1].isupper() or ahead in {"the", "internally"}):
            if not seen or seen[-1] not in {"relating", "support"}:
                break
        elif word == "in" and ahead in word_class("no-member"):
            break
        seen.append(word)
        at = match.end()
    trailing = _TRAILING.search(text[start:at])
    return start + trailing.start() if trailing else at

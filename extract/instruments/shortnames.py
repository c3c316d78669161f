"""Short names that a document gives its instruments: "(“the Agreement”)", "(CPA)", "hereinafter".

And what a bare head word points back to: "the Convention" is the last convention named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..document import Span
from .beginnings import words_of
from .cited import Cited
from .provisions import CHARTER
from .treaties import Title, word_class

#: How far behind a name its short form may stand.
_REACH = 130
_INTRODUCED = re.compile(
    r"\((?P<here>(?:herein|here)(?:after|inafter)(?: referred to as)?,? "
    r"|collectively(?: referred to as)?,? )?(?:the )?(?P<open>[“\"'‘])?(?:the )?"
    r"(?P<name>[A-Z][\w‐‑/-]*(?: [\w‐‑/-]+){0,6}?)[”\"'’]?(?:, [^()]{1,60})?\)"
)


class ShortNames:
    """What the names of one document stand for, as far as it has been read.

    A value of one reading: made for a document, and fed its paragraphs in order.
    """

    def __init__(self, fuller: Mapping[str, tuple[str, str]]) -> None:
        """Begins a document.

        Args:
            fuller: Its short forms, as ``fuller_names`` gives them: each with the full name's key and kind.
        """
        self._fuller = fuller
        self._names: dict[str, tuple[str, str]] = {}
        self._last: dict[str, tuple[str, str]] = {}
        self._given: set[int] = set()  # where names stand that are being given, and do not cite

    def read(self, text: str, span: Span, titles: list[Title]) -> list[Cited]:
        """The titles of a paragraph and the short names in it, resolved.

        Args:
            text: The document's text.
            span: The paragraph's words.
            titles: What ``treaties.find_titles`` found in it.

        Returns:
            Instruments in order. A bare head word that points back is marked ``bare``; one that points
            to nothing is left out.
        """
        found = self._used(text, span, titles)
        for number, title in enumerate(titles):
            following = titles[number + 1] if number + 1 < len(titles) else None
            if title.bare:
                cited = self._bare(text, span, title)
                if cited:
                    found.append(cited)
                continue
            key, kind = self._names.get(title.key) or self._fuller.get(title.key, (title.key, title.kind))
            found.append(Cited.whole(title.start, title.end, key, kind))
            if title.head:
                self._last[title.head] = (key, kind)
            if self._introduce(text, span, title, following, (key, kind)):
                until = following.start if following else span.end
                found.extend(self._used(text, Span(title.end, until), ()))
        unique = {
            (one.start, one.end): replace(one, bare=True) if one.start in self._given else one
            for one in found
        }
        return [unique[place] for place in sorted(unique)]

    def _introduce(
        self, text: str, span: Span, title: Title, following: Title | None, meant: tuple[str, str]
    ) -> bool:
        """Learns the short names given in brackets behind a title; says whether there were any."""
        learnt = False
        for match in _INTRODUCED.finditer(text, title.end, min(span.end, title.end + _REACH)):
            between = text[title.end : match.start()]
            if ";" in between or (following is not None and following.end <= match.start()):
                break
            name = match["name"]
            headed = bool(title.head) and title.head in name.split()
            adjoining = not between.strip(" ,")
            said = match["open"] or match["here"] or adjoining
            if not said or not (headed or (len(name) > 1 and _fits(name, meant[0]))):
                continue
            learnt = True
            self._given.add(match.start("name"))
            self._names[name] = meant
        return learnt

    def _used(self, text: str, span: Span, titles: Sequence[Title]) -> list[Cited]:
        """Short names of several letters or words, where they are used; bare heads come as titles."""
        found: list[Cited] = []
        starts = [title.start for title in titles]
        for name, (key, kind) in self._names.items():
            if not name.isupper() and " " not in name:
                continue
            at = text.find(name, span.start, span.end)
            while at >= 0:
                end = at + len(name)
                # A short name within a longer title is that title's.
                near = bisect_right(starts, at)
                inside = near > 0 and titles[near - 1].end > at
                if not inside and not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                    found.append(Cited.whole(at, end, key, kind))
                at = text.find(name, end, span.end)
        return found

    def _bare(self, text: str, span: Span, title: Title) -> Cited | None:
        """A head word alone: a name the document gave, the Charter, or a mere pointer back."""
        before = text[max(span.start, title.start - 14) : title.start]
        plural = text[title.start : title.end] != title.head
        if not plural and title.head in self._names:
            key, kind = self._names[title.head]
            return Cited.whole(title.start, title.end, key, kind)
        if not _pointing().search(before):
            return None
        if title.head == "Charter" and self._last.get("Charter", (CHARTER, ""))[0] == CHARTER:
            return Cited.whole(title.start, title.end, CHARTER, "charter")
        if plural or title.head not in self._last:
            return None
        key, kind = self._last[title.head]
        return Cited.whole(title.start, title.end, key, kind, bare=True)


@cache
def _pointing() -> re.Pattern[str]:
    """What ends before a head word that points back: "the ", "Said ", "Tribunal’s "."""
    words = sorted(word for low in word_class("pointing") for word in (low, low.capitalize()))
    owners = "|".join(sorted(word_class("pointing-owner")))
    return re.compile(rf"(?:{'|'.join(words)}|(?:{owners})[’']s) $")


def _fits(name: str, key: str) -> bool:
    """Whether an abbreviation can stand for a title: its letters begin the title's words, in order."""
    letters = [letter for letter in name if letter.isalpha()]
    if not name.isupper() or not letters or letters[0] != key[0]:
        return False
    initials = iter(word.text[0].upper() for word in words_of(key, 0, len(key)))
    return all(letter in initials for letter in letters)

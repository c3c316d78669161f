"""Instruments that the table lacks, read by the form of their name.

A word such as "Protocol" that is capitalised and has a capitalised modifier ("the Lusaka
Protocol") or a title behind it ("Protocol on Wealth Sharing") names an instrument.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..times.dates import MONTH_NAMES
from .treaties import Head, Title, find_listed, head_words, word_class

_WORD = re.compile(r"[^\W_]+")
_JOINS = frozenset(" -‐‑–")
#: Characters before a head word that its modifiers are looked for in; a title may take twice that.
_WINDOW = 120
#: The longest title that is read, in words.
_LONGEST = 30
_INSIDE = frozenset({"and", "of", "for", "on", "through"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "this", "that", "these", "those", "said"})
_MONTHS = frozenset(MONTH_NAMES)


class Word(NamedTuple):
    """A word of a paragraph; the offsets count in the text that it was cut from."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text`` from ``start`` to ``end``: letters and digits, nothing else."""
    return [Word(m.group(), m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def find_titles(text: str, start: int, end: int) -> list[Title]:
    """The named instruments in ``text`` from ``start`` to ``end``.

    Returns:
        Titles in order and without overlaps. Of a listed and an unlisted name that overlap, the
        one that begins first is kept, and the listed one where both begin together. Head words
        alone ("the Convention") are returned with ``bare``.
    """
    listed = {title.start: title for title in find_listed(text, start, end)}
    others = [title for title in _unlisted(text, start, end) if title.start not in listed]
    kept: list[Title] = []
    for title in sorted([*listed.values(), *others]):
        if not kept or title.start >= kept[-1].end:
            kept.append(title)
    return kept


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w])(?:" + "|".join(sorted(head_words(), reverse=True)) + r")(?![\w])")


def _unlisted(text: str, start: int, end: int) -> list[Title]:
    found: list[Title] = []
    for match in _head_pattern().finditer(text, start, end):
        # A window of words about the head; a cut word at its left edge is left out.
        left = max(start, match.start() - _WINDOW)
        words = words_of(text, left, min(end, match.end() + 2 * _WINDOW))
        if left > start:
            del words[0]
        at = next((i for i, word in enumerate(words) if word.start == match.start()), None)
        if at is None:
            continue
        for phrase, row in head_words()[match.group()]:
            if tuple(w.text for w in words[at : at + len(phrase)]) == phrase:
                title = _title(text, words, at, at + len(phrase), row)
                if title:
                    found.append(title)
                break
    return found


def _title(text: str, words: Sequence[Word], first: int, after: int, row: Head) -> Title | None:
    """The name that the head at ``first`` (its words end before ``after``) belongs to."""
    if after < len(words) and _adjoins(text, words[after - 1], words[after]):
        following = words[after]
        if following.capital and not _is_number(following.text):
            return None  # "Agreement Monitoring Committee", "Treaty Series"
    left = _left(text, words, first)
    modifiers = [w.text for w in words[left:first]]
    actors = word_class("actors")
    if any(word in actors for word, following in pairwise(modifiers) if following == "of"):
        return None
    right = _right(text, words, after, modified=bool(modifiers))
    generic = word_class("generic")
    named = any(word not in generic and word[0].isupper() for word in modifiers) or len(modifiers) > 2
    if row.word == "Principles" and not modifiers:
        return None
    start, end = words[left].start, words[right - 1].end
    if not named and right == after:
        if modifiers:
            return _generic(text, words, left, after, row)
        if row.kind == "plan":
            return None
        return Title(words[first].start, words[after - 1].end, row.word, row.kind, row.word, bare=True)
    if row.kind == "plan" and not modifiers and " " not in row.word:
        return None  # "Strategy for", "Framework of": common nouns with a capital
    return Title(start, end, " ".join(text[start:end].split()), row.kind, row.word)


def _generic(text: str, words: Sequence[Word], left: int, after: int, row: Head) -> Title | None:
    """A name of common words, "the Joint Declaration": one where it is said to be that one."""
    end = words[after - 1].end
    plural = text[end - 1] == "s" and row.word[-1] != "s"
    if row.kind == "plan" or plural or left == 0 or words[left - 1].lower != "the":
        return None
    return Title(words[left].start, end, text[words[left].start : end], row.kind, row.word)


def _adjoins(text: str, one: Word, other: Word) -> bool:
    gap = text[one.end : other.start]
    return gap in _JOINS or (gap in "’'" and len(one.text) == 1)  # "N’Djamena"


def _is_number(word: str) -> bool:
    return word.isdigit() or all(letter in "IVXLC" for letter in word)


def _left(text: str, words: Sequence[Word], first: int) -> int:
    """Index of the first word of the name, going left over capitalised words.

    "and", "of", "for" and "on" are passed over between capitalised words when the whole is
    introduced by a determiner: "the Cessation of Hostilities Agreement".
    """
    at = first
    while at > 0 and words[at - 1].capital and _adjoins(text, words[at - 1], words[at]):
        at -= 1
    plain = _without_lead(words, at, first)
    if at == first or plain != at:
        return plain
    further = at
    for _ in range(2):
        if further < 2 or words[further - 1].lower not in _INSIDE or not words[further - 2].capital:
            break
        if not _adjoins(text, words[further - 1], words[further]):
            break
        if not _adjoins(text, words[further - 2], words[further - 1]):
            break
        if words[further - 1].lower == "and" and _names_itself(words[further - 2]):
            break
        further -= 2
        while (
            further > 0 and words[further - 1].capital and _adjoins(text, words[further - 1], words[further])
        ):
            further -= 1
    determined = further > 0 and words[further - 1].lower in _DETERMINERS
    return further if determined and further != at else at


def _names_itself(word: Word) -> bool:
    """Whether a word before "and" is a name of its own: an abbreviation, or the head of another title."""
    return word.text.isupper() or _is_head(word) or word.text in {"Constitution", "Mechanism"}


def _is_head(word: Word) -> bool:
    """Whether a word alone is a head: "Agreement", and not the "Peace" of "Peace Plan"."""
    return any(len(phrase) == 1 for phrase, _ in head_words().get(word.text, ()))


def _without_lead(words: Sequence[Word], at: int, first: int) -> int:
    """Leaves out a lead verb or determiner with a capital: "Recalling", "Welcomes", "The"."""
    while at < first and (
        words[at].lower in _DETERMINERS
        or (at == 0 and words[at].start == 0 and words[at].lower.endswith(("ing", "s")))
        or words[at].text in _MONTHS
    ):
        at += 1
    return at


def _right(text: str, words: Sequence[Word], after: int, *, modified: bool) -> int:
    """Index after the last word of the title that follows a head; ``after`` where none does."""
    opening = word_class("lead-on") if modified else word_class("lead-on") | word_class("lead-on-unmodified")
    small = word_class("lead-on") | word_class("lead-on-unmodified") | word_class("inside")
    at = after
    between = False
    while at < len(words) and at - after < _LONGEST:
        gap = _gap(text, words, at)
        if at > after and words[at].text.isdigit() and gap in {"-", "‑"}:
            at += 1  # "COVID-19"
            continue
        step = at
        while step < min(len(words), at + 5) and words[step].text in small and _gap(text, words, step) == " ":
            step += 1
        if step >= len(words) or not words[step].capital or words[step].text in _MONTHS:
            break
        connectors = [word.text for word in words[at:step]]
        gap = _gap(text, words, step)
        if at == after:
            if not connectors or connectors[0] not in opening or gap != " ":
                break
            between = connectors[0] == "between"
        elif connectors:
            if gap != " " or not _may_go_on(text, words, connectors, step, between=between):
                break
        elif gap not in {" ", ", ", "-", "‑"} or (gap == ", " and not _list_goes_on(text, words, step)):
            break
        at = step + 1
    return at


def _gap(text: str, words: Sequence[Word], at: int) -> str:
    """What stands before a word that is not the first."""
    return text[words[at - 1].end : words[at].start]


def _may_go_on(
    text: str, words: Sequence[Word], connectors: Sequence[str], step: int, *, between: bool
) -> bool:
    """Whether connectors in the middle of a title lead on in it, and not to another noun phrase."""
    if connectors[0] != "and":
        return True
    if not between and len(connectors) > 1 and connectors[1] not in {"on", "in", "their"}:
        return False  # "… of the Child and the Optional Protocol"
    last = step
    while last + 1 < len(words) and words[last + 1].capital and _adjoins(text, words[last], words[last + 1]):
        last += 1
    return not any(_is_head(word) for word in words[step : last + 1])


def _list_goes_on(text: str, words: Sequence[Word], step: int) -> bool:
    """Whether a comma in a title is one of a list: "Prevent, Suppress and Punish"."""
    for at in range(step, min(step + 6, len(words) - 1)):
        gap = text[words[at].end : words[at + 1].start]
        if words[at + 1].lower == "and" and gap in {" ", ", "}:
            return at + 2 < len(words) and (
                words[at + 2].capital or words[at + 2].lower in {"on", "all", "their"}
            )
        if not words[at + 1].capital or gap not in {" ", ", ", "-"}:
            return False
    return False

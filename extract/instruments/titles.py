"""Instruments that the table lacks, read by the form of their name.

A word such as "Protocol" that is capitalised and has a capitalised modifier ("the Lusaka
Protocol") or a title behind it ("Protocol on Wealth Sharing") names an instrument.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..times.dates import MONTH_NAMES
from .beginnings import (
    SECOND_HALF,
    NameWord,
    adjoins,
    gap,
    is_genitive,
    is_head,
    name_begins,
    with_twin,
    words_of,
)
from .places import find_shared
from .subjects import dated, with_subject
from .treaties import Head, Title, find_listed, head_words, word_class

#: Characters before a head word that its modifiers are looked for in; a title may take twice that.
_WINDOW = 120
#: The longest title that is read, in words.
_LONGEST = 30
#: Words in which "to the" must come to another instrument to be part of a title: "Protocol to the Pact".
_AHEAD = 8
_MONTHS = frozenset(MONTH_NAMES)
#: The date behind a name that without it would be anybody's: "the Joint Communiqué | of 3 July 2004".
_ISSUED = re.compile(
    r",? (?:of|dated|adopted on|issued on|signed on) \d{1,2} (?:" + "|".join(MONTH_NAMES) + r") \d{4}(?!\d)"
)

#: What tells which one of a sort is meant: its short name, the parties, where and when it was signed.
_TOLD_APART = re.compile(r",? (?:\(|between\b|signed\b|adopted\b|concluded\b|dated\b|of \d)")

#: And that it was made already: "Welcoming the signature on 3 May of a | Peace Agreement".
_MADE = re.compile(
    r"(?:[Ww]elcom|[Rr]ecall|[Nn]ot)ing (?:with \w+ )?the (?:signing|signature|launch|adoption)\b"
    r"[^.;]{0,150} an? $"
)


def find_titles(text: str, start: int, end: int) -> list[Title]:
    """The named instruments in ``text`` from ``start`` to ``end``.

    Returns:
        Titles in order and without overlaps. Of a listed and an unlisted name that overlap, the
        one that begins first is kept, and the listed one where both begin together. Head words
        alone ("the Convention") are returned with ``bare``.
    """
    shared = list(find_shared(text, start, end))
    named = (dated(text, title, end) for title in find_listed(text, start, end))
    listed = {title.start: title for title in (*named, *shared)}
    # "the Maritime Organization (IMO) | Djibouti Code of Conduct" is the code of the table.
    owned = {title.end for title in listed.values() if text.endswith(") ", start, title.start)}
    others: dict[int, Title] = {}
    for title in (with_subject(text, one, end) for one in _unlisted(text, start, end)):
        first = others.get(title.start)
        if title.start in listed or title.end in owned:
            continue
        if any(title.start < one.end and one.start < title.end for one in shared):
            continue
        if first is None or text.startswith(f" and {title.head}", first.end, title.end):
            others[title.start] = title
    kept: list[Title] = []
    for title in sorted([*listed.values(), *others.values()]):
        if (not kept or title.start >= kept[-1].end) and not _any_of_a_sort(text, title, end):
            kept.append(title)
    return kept


def _any_of_a_sort(text: str, title: Title, end: int) -> bool:
    """Whether a name is that of a sort: "to conclude a Peace Agreement", and nothing tells which."""
    if title.bare or not text.endswith(("a ", "an ", "any "), max(0, title.start - 4), title.start):
        return False
    if text[title.start - 3 : title.start].lstrip()[:1].isupper() or title.kind == "charter":
        return False
    if not text.endswith(title.head or " ", title.start, title.end):
        return False
    return not _TOLD_APART.match(text, title.end, end) and not _MADE.search(
        text, max(0, title.start - 220), title.start
    )


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w])(?:" + "|".join(sorted(head_words(), reverse=True)) + r")(?![\w])")


def _unlisted(text: str, start: int, end: int) -> list[Title]:
    found: list[Title] = []
    reached = start
    for match in _head_pattern().finditer(text, start, end):
        if match.start() < reached:
            continue  # the "Plan" of an "Action Plan"
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
                reached = words[at + len(phrase) - 1].end
                title = _title(text, words, at, at + len(phrase), row)
                if title:
                    found.append(title)
                break
    return found


def _title(text: str, words: Sequence[NameWord], first: int, after: int, row: Head) -> Title | None:
    """The name that the head at ``first`` (its words end before ``after``) belongs to."""
    if after < len(words) and adjoins(text, words[after - 1], words[after]):
        following = words[after]
        if following.capital and not _is_number(following.text):
            return None  # "Agreement Monitoring Committee", "Treaty Series"
    left = with_twin(text, words, name_begins(text, words, first), first)
    modifiers = [w.text for w in words[left:first]]
    actors = word_class("actors")
    if any(word in actors for word, following in pairwise(modifiers) if following == "of"):
        return None
    if any(word in row.unless for word in modifiers):
        return None
    right = _right(text, words, after, modified=bool(modifiers))
    generic = word_class("generic")
    named = any(word not in generic and word[0].isupper() for word in modifiers) or len(modifiers) > 2
    if set(modifiers) <= word_class("with-every-host"):
        named = False
    if row.word == "Principles" and not modifiers:
        return None
    start, end = words[left].start, words[right - 1].end
    several = not modifiers and _is_plural(text[start : words[after - 1].end], row)
    if several and right > after and words[after].text == "between":
        return None  # "the Agreements between the Board and the three towns": no name
    if row.dated and right == after and (modifiers or " " in row.word):
        issued = _ISSUED.match(text, end) if not _is_plural(text[start:end], row) else None
        if issued and (not named or any(_is_body(word) for word in modifiers)):
            return Title(
                start, issued.end(), " ".join(text[start : issued.end()].split()), row.kind, row.word
            )
    if not named and right == after:
        if modifiers:
            return _generic(text, words, left, after, row)
        if row.kind == "plan":
            return None
        return Title(words[first].start, words[after - 1].end, row.word, row.kind, row.word, bare=True)
    if row.kind == "plan" and not modifiers and " " not in row.word:
        return None  # "Strategy for", "Framework of": common nouns with a capital
    return Title(start, end, " ".join(text[start:end].split()), row.kind, row.word)


def _generic(text: str, words: Sequence[NameWord], left: int, after: int, row: Head) -> Title | None:
    """A name of common words, "the Joint Declaration": one where it is said to be that one."""
    end = words[after - 1].end
    if (
        row.kind == "plan"
        or _is_plural(text[words[left].start : end], row)
        or left == 0
        or not (words[left - 1].lower == "the" or is_genitive(text, words, left - 1))
    ):
        return None
    return Title(words[left].start, end, text[words[left].start : end], row.kind, row.word)


def _is_plural(name: str, row: Head) -> bool:
    return name[-1] == "s" and row.word[-1] != "s"


def _is_body(word: str) -> bool:
    """Whether a modifier is of a body's name: its head ("Security Council"), or an abbreviation."""
    return word in word_class("actors") or (len(word) > 1 and word.isupper())


def _is_number(word: str) -> bool:
    return word.isdigit() or all(letter in "IVXLC" for letter in word)


def _right(text: str, words: Sequence[NameWord], after: int, *, modified: bool) -> int:
    """Index after the last word of the title that follows a head; ``after`` where none does."""
    opening = word_class("lead-on") if modified else word_class("lead-on") | word_class("lead-on-unmodified")
    small = word_class("lead-on") | word_class("lead-on-unmodified") | word_class("inside")
    at = after
    between = False
    while at < len(words) and at - after < _LONGEST:
        if at > after and (_goes_on_in_word(text, words, at) or _is_last(text, words, at)):
            at += 1
            continue
        step = at
        while step < min(len(words), at + 5) and words[step].text in small and gap(text, words, step) == " ":
            step += 1
        if step >= len(words) or not words[step].capital or words[step].text in _MONTHS:
            break
        connectors = [word.text for word in words[at:step]]
        before = gap(text, words, step)
        if at == after:
            if not connectors or connectors[0] not in opening or before != " ":
                break
            ahead = words[step : step + _AHEAD]
            if connectors[:2] == ["to", "the"] and not any(is_head(word) for word in ahead):
                break  # "to submit a Strategic Framework | to the Security Council"
            between = connectors[0] == "between"
        elif connectors:
            if before != " " or not _may_go_on(text, words, connectors, step, between=between):
                break
        elif before not in {" ", ", ", "-", "‑"} or (before == ", " and not _list_goes_on(text, words, step)):
            break
        at = step + 1
    if at < len(words) and words[at].lower in {"resolution", "resolutions"} and gap(text, words, at) == " ":
        return after  # "the National Action Plan on Security Council | resolution 1325": that is no name
    return at


def _is_last(text: str, words: Sequence[NameWord], at: int) -> bool:
    """Whether a word that is no capitalised one ends a name: "in the Lakes | region", "of Agenda | 2063"."""
    if gap(text, words, at) != " ":
        return False
    return words[at].text == "region" or (words[at].text.isdigit() and words[at - 1].text == "Agenda")


def _goes_on_in_word(text: str, words: Sequence[NameWord], at: int) -> bool:
    """Whether a word is the end of the one before it: "COVID-19", "Cease-fire", "People’s Movement"."""
    before, word = gap(text, words, at), words[at]
    following = at + 1 < len(words) and words[at + 1].capital and gap(text, words, at + 1) == " "
    if before in {"-", "‑"}:
        return word.text.isdigit() or word.text == SECOND_HALF or (following and not word.capital)
    return before in {"’", "'"} and word.text == "s" and following


def _may_go_on(
    text: str, words: Sequence[NameWord], connectors: Sequence[str], step: int, *, between: bool
) -> bool:
    """Whether connectors in the middle of a title lead on in it, and not to another noun phrase."""
    if connectors[0] != "and":
        return True
    if not between and len(connectors) > 1 and connectors[1] not in {"on", "in", "their"}:
        return False  # "… of the Child and the Optional Protocol"
    last = step
    while last + 1 < len(words) and words[last + 1].capital and adjoins(text, words[last], words[last + 1]):
        last += 1
    return not any(is_head(word) for word in words[step : last + 1])


def _list_goes_on(text: str, words: Sequence[NameWord], step: int) -> bool:
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

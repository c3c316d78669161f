"""Instruments with a name: treaties, declarations, plans and agreements of the table, and unlisted ones.

A listed name is found word by word, whatever its case, hyphens, commas and quotation marks. An
unlisted one is read by its form: a word such as "Protocol" that is capitalised and has a
capitalised modifier ("the Lusaka Protocol") or a title ("Protocol on Wealth Sharing").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from .lexicon import load_rows

_FILE = "instruments.toml"
_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name: a space, hyphen, comma, quote, bracket.
_GAP = re.compile(r"[ ,’'“”\"()‐‑–/-]{1,3}")
_JOINS = frozenset(" -‐‑–")
#: Characters before a head word that its modifiers are looked for in; a title may take three times that.
_WINDOW = 120
#: The longest title that is read, in words.
_LONGEST = 30

#: Prepositions that a title begins with; after a modifier only the first line's.
_FIRST_MODIFIED = frozenset(["on", "of", "for", "to", "against", "concerning", "relating", "relative"])
_FIRST = _FIRST_MODIFIED | frozenset(["regarding", "governing", "between", "prohibiting"])
_CONNECTORS = _FIRST | frozenset(["the", "and", "in", "its", "their", "all", "a", "or"])
_INSIDE = frozenset({"and", "of", "for", "on"})
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "this", "that", "these", "those", "said"])
_MONTHS = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
#: Modifiers that make no name: "the Joint Communiqué", "National Action Plans".
_GENERIC = frozenset(
    [
        "National",
        "Joint",
        "Final",
        "Optional",
        "Strategic",
        "Regional",
        "Comprehensive",
        "Global",
        "International",
        "United",
        "Nations",
        "UN",
        "Security",
        "Council",
        "General",
        "Assembly",
        "Secretary",
        "Integrated",
        "Draft",
        "Framework",
        "Government",
        "Political",
    ]
)

#: "Government of National Accord" and the like are actors.
_ACTORS = frozenset(
    [
        "Government",
        "Governments",
        "Committee",
        "Council",
        "Commission",
        "Tribunal",
        "Court",
        "Mission",
        "Office",
        "Team",
        "Group",
        "Ministry",
        "Minister",
        "President",
        "Member",
        "Members",
        "Parties",
        "Party",
        "State",
        "States",
        "Chair",
        "Guarantors",
    ]
)


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


@dataclass(frozen=True, slots=True)
class Named:
    """A row of the table of instruments: its full name is its key."""

    name: str
    kind: str
    examples: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A row of the table of words that head an instrument's name."""

    word: str
    kind: str
    examples: tuple[str, ...]
    plural: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Title:
    """A name found in a text. ``bare`` is the head word alone, which only points back."""

    start: int
    end: int
    key: str
    kind: str
    head: str = ""
    bare: bool = False


@cache
def named_instruments() -> tuple[Named, ...]:
    """The rows of the table of instruments."""
    return load_rows(_FILE, "instrument", Named)


@cache
def heads() -> tuple[Head, ...]:
    """The rows of the table of head words."""
    return load_rows(_FILE, "head", Head)


@cache
def _trie() -> dict[str, Any]:
    """Names and aliases as a tree of words; under "" the rows that end there, with their spelling."""
    root: dict[str, Any] = {}
    for row in named_instruments():
        for name in (row.name, *row.aliases):
            node = root
            for word in _WORD.findall(name):
                node = node.setdefault(word.lower(), {})
            node.setdefault("", (row, name))
    return root


@cache
def _head_words() -> dict[str, tuple[tuple[tuple[str, ...], Head], ...]]:
    """Head phrases by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for row in heads():
        for phrase in (row.word, row.plural):
            if phrase:
                words = tuple(_WORD.findall(phrase))
                table.setdefault(words[0], []).append((words, row))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


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
    listed = {title.start: title for title in _listed(text, start, end)}
    others = [title for title in _unlisted(text, start, end) if title.start not in listed]
    kept: list[Title] = []
    for title in sorted([*listed.values(), *others]):
        if not kept or title.start >= kept[-1].end:
            kept.append(title)
    return kept


@cache
def _opening() -> re.Pattern[str]:
    """Words that a listed name can begin with: capitalised ones, figures, and the few others."""
    small = sorted(
        {n.split()[0] for row in named_instruments() for n in (row.name, *row.aliases) if n[0].islower()}
    )
    return re.compile(r"(?<![\w])(?:[A-ZÀ-Þ\d][^\W_]*" + "".join(f"|{word}" for word in small) + r")")


def _listed(text: str, start: int, end: int) -> list[Title]:
    root = _trie()
    found: list[Title] = []
    reached = start
    for opening in _opening().finditer(text, start, end):
        if opening.start() < reached or opening.group().lower() not in root:
            continue
        hit = _walk(text, opening, end, root)
        if hit is not None:
            row, until = hit
            if text[until : until + 1] == ")" and row.name.endswith(")"):
                until += 1
            found.append(Title(opening.start(), until, row.name, row.kind, _head_of(row.name)))
            reached = until
    return found


def _walk(text: str, opening: re.Match[str], end: int, root: dict[str, Any]) -> tuple[Named, int] | None:
    """The longest listed name that begins at ``opening``, and where it ends."""
    node, word, hit = root, opening, None
    while True:
        lower = word.group().lower()
        if lower not in node:
            return hit
        node = node[lower]
        if "" in node and _spelt(text[opening.start() : word.end()], node[""][1]):
            hit = (node[""][0], word.end())
        gap = _GAP.match(text, word.end(), end)
        following = _WORD.match(text, gap.end(), end) if gap else None
        if following is None:
            return hit
        word = following


def _spelt(printed: str, name: str) -> bool:
    """Whether the words' case allows the name: abbreviations exactly, others with a first capital."""
    if " " not in name and name.isupper():
        return printed == name
    return not printed[0].islower() or name[0].islower()


@cache
def _head_of(name: str) -> str:
    """The head word of a name, in the singular: "Convention"; empty where it has none."""
    table = _head_words()
    for word in _WORD.findall(name):
        for phrase, row in table.get(word, ()):
            if len(phrase) == 1:
                return row.word
    return ""


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w])(?:" + "|".join(sorted(_head_words(), reverse=True)) + r")(?![\w])")


def _unlisted(text: str, start: int, end: int) -> list[Title]:
    found: list[Title] = []
    for match in _head_pattern().finditer(text, start, end):
        # A window of words about the head; a cut word at its left edge is left out.
        left = max(start, match.start() - _WINDOW)
        words = words_of(text, left, min(end, match.end() + 3 * _WINDOW))
        if left > start:
            del words[0]
        at = next((i for i, word in enumerate(words) if word.start == match.start()), None)
        if at is None:
            continue
        for phrase, row in _head_words()[match.group()]:
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
    if any(w in _ACTORS for w, following in zip(modifiers, modifiers[1:], strict=False) if following == "of"):
        return None
    right = _right(text, words, after, modified=bool(modifiers))
    named = any(m not in _GENERIC and m[0].isupper() for m in modifiers) or len(modifiers) > 2
    if row.word == "Principles" and not modifiers:
        return None
    start, end = words[left].start, words[right - 1].end
    if not named and right == after:
        if len(modifiers) > 0 or row.kind == "plan":
            return None
        return Title(words[first].start, words[after - 1].end, row.word, row.kind, row.word, bare=True)
    if row.kind == "plan" and not modifiers and " " not in row.word:
        return None  # "Strategy for", "Framework of": common nouns with a capital
    return Title(start, end, " ".join(text[start:end].split()), row.kind, row.word)


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
    return word.text.isupper() or word.text in _head_words() or word.text in {"Constitution", "Mechanism"}


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
    at = end = after
    between = False
    while at < len(words) and at - after < _LONGEST:
        step = at
        while step < len(words) and words[step].lower in _CONNECTORS and not words[step].capital:
            gap = text[words[step - 1].end : words[step].start]
            if gap != " " or step - at > 4:
                break
            step += 1
        connectors = [w.lower for w in words[at:step]]
        if step >= len(words) or not words[step].capital or words[step].text in _MONTHS:
            break
        gap = text[words[step - 1].end : words[step].start]
        if at == after:
            if not connectors or connectors[0] not in (_FIRST_MODIFIED if modified else _FIRST) or gap != " ":
                break
            between = connectors[0] == "between"
        elif not connectors:
            if gap == ", " and not _list_goes_on(text, words, step):
                break
            if gap not in {" ", ", ", "-", "‑"}:
                break
        elif gap != " " or not _may_go_on(text, words, connectors, step, between=between):
            break
        at = end = step + 1
    return end


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
    return not any(w.text in _head_words() for w in words[step : last + 1])


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

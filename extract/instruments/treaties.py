"""Instruments with a listed name: the treaties, declarations, plans and agreements of the table.

A name is found word by word, whatever its case, hyphens, commas and quotation marks. Names that
the table lacks are read by ``titles``, which also puts the two together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..lexicon import load_rows

_FILE = "instruments.toml"
_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name: a space, hyphen, comma, quote, bracket.
_GAP = re.compile(r"[ ,’'“”\"()‐‑–/-]{1,3}")


@dataclass(frozen=True, slots=True)
class Named:
    """A row of the table of instruments: its full name is its key."""

    name: str
    kind: str
    examples: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A row of the table of words that head an instrument's name.

    Attributes:
        word: In the singular, with a capital.
        kind: As in ``Instrument.kind``.
        examples: Names that it heads.
        plural: Empty where it has none.
        dated: Whether bodies issue such instruments so often that a date tells them apart.
        unless: Modifiers with which it names none: "Common Foreign and Security Policy".
    """

    word: str
    kind: str
    examples: tuple[str, ...]
    plural: str = ""
    dated: bool = False
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A row of the table of word classes."""

    id: str
    why: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


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
def _listed_names() -> frozenset[str]:
    return frozenset(row.name for row in named_instruments())


def is_key_of_table(key: str) -> bool:
    """Whether a key is that of an instrument of the table."""
    return key in _listed_names()


def title_words(name: str) -> list[str]:
    """The words of a name: letters and digits, nothing else."""
    return _WORD.findall(name)


@cache
def heads() -> tuple[Head, ...]:
    """The rows of the table of head words."""
    return load_rows(_FILE, "head", Head)


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of the table ``words``."""
    return frozenset(next(row.words for row in load_rows(_FILE, "words", Words) if row.id == name))


@cache
def _trie() -> dict[str, Any]:
    """Names and aliases as a tree of words; under "" the rows that end there, with their spelling."""
    root: dict[str, Any] = {}
    for row in named_instruments():
        for name in (row.name, *row.aliases):
            node = root
            for word in title_words(name):
                node = node.setdefault(word.lower(), {})
            node.setdefault("", (row, name))
    return root


@cache
def head_words() -> dict[str, tuple[tuple[tuple[str, ...], Head], ...]]:
    """Head phrases by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for row in heads():
        for phrase in (row.word, row.plural):
            if phrase:
                words = tuple(title_words(phrase))
                table.setdefault(words[0], []).append((words, row))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@cache
def _opening() -> re.Pattern[str]:
    """Words that a listed name can begin with: capitalised ones, figures, and the few others."""
    small = sorted(
        {n.split()[0] for row in named_instruments() for n in (row.name, *row.aliases) if n[0].islower()}
    )
    return re.compile(r"(?<![\w])(?:[A-ZÀ-Þ\d][^\W_]*" + "".join(f"|{word}" for word in small) + r")")


def find_listed(text: str, start: int, end: int) -> list[Title]:
    """The names of the table in ``text`` from ``start`` to ``end``, in order, without overlaps."""
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
    """The head word of a name, in the singular: "Agreement" of a "Framework Agreement"; empty for none."""
    found = ""
    for word in title_words(name):
        row = next((row for phrase, row in head_words().get(word, ()) if len(phrase) == 1), None)
        if found and row is None:
            break
        found = row.word if row else found
    return found

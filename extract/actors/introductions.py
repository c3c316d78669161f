"""What a text calls somebody from now on: "the Monitoring Team (CTED)", "(“the Panel”)", "also known as"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .names import fits_acronym, is_acronym, plain

#: Brackets that may hold an acronym or another name.
_BRACKET = re.compile(r"\(([^()\n]{2,120})\)")
_PIECE = re.compile(
    r"(?:\s*(?:,|;|\band\b|\bor\b|/|\bhereinafter\b|\bhereafter\b|\breferred to as\b|\balso known as\b"
    r"|\bknown as\b|\bformerly\b|\ba\.?k\.?a\b\.?|\bas\b|\bthe\b|[“”\"‘’])\s*)+"
)
_NAMING = re.compile(r"known as|referred to|hereinafter|hereafter|[“”\"]")
_REFERRED = re.compile(
    r",?\s*(?:hereinafter|hereafter)(?: referred to as| called)?,?\s*(?:the\s*)?[“\"]([^”\"\n]{2,60})[”\"]"
)
_SYMBOL = re.compile(r"[AES]/")
_WORD = re.compile(r"[^\s()]+")
_SMALL = frozenset(
    ["of", "for", "and", "on", "the", "in", "to", "against", "with", "de", "du", "des", "la", "le", "y"]
)
_LONGEST = 220


@dataclass(frozen=True, slots=True)
class Introduction:
    """A place where the text says how it will call what it has just named.

    Attributes:
        end: Where the name that is being shortened ends.
        after: Where the introduction ends: behind the bracket.
        names: What it will be called: acronyms and quoted names, without "the".
    """

    end: int
    after: int
    names: tuple[str, ...]


def introductions(text: str) -> Iterator[Introduction]:
    """Brackets and "hereinafter" phrases that hold an acronym or a quoted name, in the order of the text."""
    for found in _BRACKET.finditer(text):
        if found[1].isdigit() or _SYMBOL.match(found[1]):  # years and symbols are the commonest brackets
            continue
        naming = bool(_NAMING.search(found[1]))
        pieces = [plain(piece) for piece in _PIECE.split(found[1])]
        names = tuple(
            p for p in pieces if p and (is_acronym(p) or (naming and p[0].isupper() and len(p) > 2))
        )
        if names:
            yield Introduction(len(text[: found.start()].rstrip(' ”"’')), found.end(), names)
    for found in _REFERRED.finditer(text):
        yield Introduction(found.start(), found.end(), (plain(found[1]).removeprefix("the "),))


def long_name(text: str, end: int, acronym: str) -> int | None:
    """Where the name begins that ends at ``end`` and that an acronym is short for.

    Words are taken leftwards while they are capitalised or small, until the first letters fit;
    of several beginnings that fit the longest run of capitalised words wins.

    Returns:
        The offset, or None where no words fit.
    """
    window = max(0, end - _LONGEST)
    line = text.rfind("\n", window, end) + 1 or window
    words = [(m.start() + line, m[0]) for m in _WORD.finditer(text[line:end])]
    best = None
    for start, word in reversed(words):
        bare = word.strip('“”"‘’(')
        if not bare[:1].isupper() and bare.lower() not in _SMALL and not bare[:1].isdigit():
            break
        if bare[:1].isupper() and fits_acronym(acronym, text[start:end]) and _fills(acronym, text[start:end]):
            best = start + len(word) - len(word.lstrip('“”"‘’('))
            break
        if word.endswith((";", ".", ":")):
            break
    return best


def _fills(acronym: str, name: str) -> bool:
    """Whether the capitals of a name are about as many as the letters of the acronym."""
    capitals = sum(1 for word in name.replace("-", " ").replace("‑", " ").split() if word[:1].isupper())
    letters = sum(c.isupper() for c in acronym)
    return capitals >= max(2, letters - 2) or letters > 4

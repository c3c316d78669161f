"""Where the name that a head word belongs to begins: "the | Lagos Peace and Border Agreement"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..times.dates import MONTH_NAMES
from .citations import governing
from .treaties import head_words, word_class

_WORD = re.compile(r"[^\W_]+")
_JOINS = frozenset(" -‐‑–")
_INSIDE = frozenset({"and", "of", "for", "on", "through"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "this", "that", "these", "those", "said"})
#: The second half of the one word that names are printed with in two halves: "Cease-fire Agreement".
SECOND_HALF = "fire"
_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKET_ENDS = re.compile(r"\) ")
#: The longest abbreviation in brackets that is passed over, in words: "(AU-HIP)" has two.
_IN_BRACKETS = 4
_MONTHS = frozenset(MONTH_NAMES)


class NameWord(NamedTuple):
    """A run of letters and digits of a paragraph; the offsets count in the text that it was cut from."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words_of(text: str, start: int, end: int) -> list[NameWord]:
    """The words of ``text`` from ``start`` to ``end``: letters and digits, nothing else."""
    return [
        NameWord(m.group(), m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)
    ]


def name_begins(text: str, words: Sequence[NameWord], first: int) -> int:
    """Index of the first word of the name, going left over capitalised words.

    "and", "of", "for" and "on" are passed over between capitalised words when the whole is
    introduced by a determiner: "the Cessation of Hostilities Agreement".
    """
    at = _capitals(text, words, first)
    inner = _past_bracket(text, words, at)
    if inner != at:
        at = _capitals(text, words, inner)
    plain = _without_lead(text, words, at, first)
    if at == first or plain != at:
        return plain
    further = at
    for _ in range(2):
        if further < 2 or words[further - 1].lower not in _INSIDE or not words[further - 2].capital:
            break
        if not adjoins(text, words[further - 1], words[further]):
            break
        if not adjoins(text, words[further - 2], words[further - 1]):
            break
        if words[further - 1].lower == "and" and _names_itself(words[further - 2]):
            break
        left = _capitals(text, words, further - 2)
        if any(is_head(word) for word in words[left:further]):
            break  # "the Strategy on Parity and | Uniformed Parity Strategy"
        further = left
    determined = further > 0 and (
        words[further - 1].lower in _DETERMINERS
        or is_genitive(text, words, further - 1)
        or (_YEAR.fullmatch(words[further - 1].text) and gap(text, words, further) == " ")
    )
    return further if determined and further != at else at


def _capitals(text: str, words: Sequence[NameWord], first: int) -> int:
    """Index of the first of the capitalised words that stand right before ``first``."""
    at = first
    while at > 0 and adjoins(text, words[at - 1], words[at]):
        halved = at > 1 and not words[at - 1].capital and _in_one_word(text, words, at - 1)
        if not words[at - 2 if halved else at - 1].capital:
            break
        at -= 2 if halved else 1
    return at


def _in_one_word(text: str, words: Sequence[NameWord], at: int) -> bool:
    """Whether a word in small letters is inside of a name: "Cease-fire", "Dar-es-Salaam", "Côte d’Ivoire"."""
    before, behind = gap(text, words, at), gap(text, words, at + 1)
    if before in {"-", "‑"}:
        return words[at].text == SECOND_HALF or behind == before
    return words[at].text == "d" and before == " " and behind in {"’", "'"}


def is_genitive(text: str, words: Sequence[NameWord], at: int) -> bool:
    """Whether a word is the "s" of a genitive, which determines what follows: "the Mission’s | Plan"."""
    return at > 0 and words[at].text == "s" and gap(text, words, at) in {"’", "'"}


def _past_bracket(text: str, words: Sequence[NameWord], first: int) -> int:
    """Index of the word before an abbreviation in brackets: "the National Police (NP) | Reform Plan"."""
    at = first - 1
    if at < 1 or not _BRACKET_ENDS.fullmatch(gap(text, words, first)):
        return first
    while at > 0 and first - at < _IN_BRACKETS and gap(text, words, at) in _JOINS:
        at -= 1
    opened = at > 0 and gap(text, words, at) == " (" and words[at].capital and words[at - 1].capital
    return at - 1 if opened else first


def with_twin(text: str, words: Sequence[NameWord], left: int, first: int) -> int:
    """Index where a name with two heads begins: "the National Strategy and | Action Plan".

    Two names have a determiner or modifiers each: "the Lagos Accord and the Action Plan".
    """
    if left != first or first < 3 or words[first - 1].text != "and" or not is_head(words[first - 2]):
        return left
    if gap(text, words, first) != " " or gap(text, words, first - 1) != " ":
        return left
    before = name_begins(text, words, first - 2)
    return before if before < first - 2 else left


def _names_itself(word: NameWord) -> bool:
    """Whether a word before "and" is a name of its own: an abbreviation, or the head of another title."""
    return word.text.isupper() or is_head(word) or word.text in word_class("own-name")


def is_head(word: NameWord) -> bool:
    """Whether a word alone is a head: "Agreement", and not the "Peace" of "Peace Plan"."""
    return any(len(phrase) == 1 for phrase, _ in head_words().get(word.text, ()))


def _without_lead(text: str, words: Sequence[NameWord], at: int, first: int) -> int:
    """Leaves out a lead verb or determiner with a capital: "Recalling", "Welcomes", "The"."""
    while at < first and (
        words[at].lower in _DETERMINERS
        or (at == 0 and words[at].start == 0 and words[at].lower.endswith(("ing", "s")))
        or (_opens(text, words[at].start) and governing(text, words[at].start, words[at].end))
        or words[at].text in _MONTHS
    ):
        at += 1
    return at


def _opens(text: str, start: int) -> bool:
    """Whether a word begins a paragraph, where a verb stands: "1. | Welcomes Supplementary Agreements"."""
    before = text[max(0, start - 4) : start].rstrip(" ")
    return not before or before[-1] in ".\n;"


def gap(text: str, words: Sequence[NameWord], at: int) -> str:
    """What stands before a word that is not the first."""
    return text[words[at - 1].end : words[at].start]


def adjoins(text: str, one: NameWord, other: NameWord) -> bool:
    """Whether two words of a name stand side by side: with a space, a hyphen, or as in "N’Djamena"."""
    between = text[one.end : other.start]
    return between in _JOINS or (between in {"’", "'"} and len(one.text) == 1)  # "N’Djamena"

"""Words that can end an actor's name, and words before it that do not change who is meant.

They are rows of ``data/heads.toml``. "all relevant regional organizations" has the head
"organizations" and the weak words "all" and "relevant".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..lexicon import load_rows


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word and phrases that show its use."""

    word: str
    examples: tuple[str, ...]


@cache
def load_heads() -> frozenset[str]:
    """The head nouns of actors.

    Returns:
        Words as the data file has them: one with a capital letter counts only so written
        ("the Force"), one without in any case. ``is_head`` applies that rule.
    """
    return frozenset(row.word for row in load_rows("heads.toml", "head", WordRow))


@cache
def load_weak() -> frozenset[str]:
    """Determiners and adjectives, in lower case, that do not change who is meant."""
    return frozenset(row.word for row in load_rows("heads.toml", "weak", WordRow))


def is_head(word: str) -> bool:
    """Whether a word can end an actor's name: "States", "organizations", "Force"."""
    heads = load_heads()
    return word in heads or word.lower() in heads

"""How an instrument is used where it is cited: recalled, acted under, and so on.

The use follows from the words just before the citation ("pursuant to"), else from the verb that
governs it ("Recalling").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..lexicon import load_rows

#: Characters before a citation in which the words that tell its use are looked for.
_LOOK_BACK = 110
_FORM = re.compile(r"\b[A-Za-z-]+(?:ing|s)\b")


@dataclass(frozen=True, slots=True)
class UseRule:
    """A row of ``data/uses.toml``.

    Attributes:
        id: Name of the rule.
        use: What it gives: a value of ``Citation.use``.
        words: Phrases that stand right before the citation, but for determiners and the like.
        examples: Words of resolutions in which the citation has that use.
    """

    id: str
    use: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def use_rules() -> tuple[UseRule, ...]:
    """The rules in the order of the file, which is that of precedence among equally near phrases."""
    return load_rows("uses.toml", "use", UseRule)


@dataclass(frozen=True, slots=True)
class _Verbs:
    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def _near() -> re.Pattern[str]:
    rules = use_rules()
    groups = "|".join(f"(?P<u{i}>{'|'.join(rule.words)})" for i, rule in enumerate(rules))
    # Between the phrase and the citation: what a noun phrase begins with, and other provisions.
    filler = (
        r"(?:(?: |,)(?:the|its|their|that|this|all|any|relevant|previous|earlier|terms|provisions?"
        r"|requirements|spirit|letter|of|"
        r"and|both|other|subsequent|Security|Council|General|Assembly|Council’s|United|Nations"
        r"|resolutions?|Resolutions?|"
        r"decisions?|in|under|by|measures|mandate|obligations|annex|to|objectives|purposes|principles"
        r"|framework|"
        r"report|reports|statements?|President|presidential|Secretary-General|Secretary-General’s"
        r"|document|documents|"
        r"parties|full|inter|alia|particular|including|especially|states|with|respect|for|on|\(|“"
        r"|1949|1951|1967)|\()*"
    )
    return re.compile(rf"\b(?:{groups})(?:,? \d{{1,2}} \w+ \d{{4}})?{filler},? ?[(“\"']?$", re.IGNORECASE)


@cache
def _verbs() -> Mapping[str, bool]:
    """The forms of the governing verbs, and whether each recalls."""
    return {
        stem + ending: row.id == "recalling"
        for row in load_rows("uses.toml", "verbs", _Verbs)
        for stem in row.words
        for ending in ("s", "es", "ing")
    }


def governing(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """The verbs of a paragraph that govern citations: where each stands, and whether it recalls."""
    forms = _verbs()
    found = []
    for match in _FORM.finditer(text, start, end):
        recalls = forms.get(match.group().lower())
        if recalls is not None:
            found.append((match.end(), recalls))
    return found


def use_of(text: str, start: int, at: int, verbs: Sequence[tuple[int, bool]]) -> str:
    """The use of an instrument cited at ``at`` in a paragraph that begins at ``start``.

    Args:
        text: The document's text.
        start: Where the paragraph begins.
        at: Where the citation begins.
        verbs: What ``governing`` found in the paragraph.

    Returns:
        A value of ``Citation.use``; ``cites`` where no rule tells.
    """
    near = _near().search(text[max(start, at - _LOOK_BACK) : at])
    if near:
        groups = near.groupdict()
        for number, rule in enumerate(use_rules()):
            if groups[f"u{number}"] is not None:
                return rule.use
    before = bisect_right(verbs, (at, True))
    return "recalls" if before and verbs[before - 1][1] else "cites"

"""How an instrument is used where it is cited: recalled, acted under, extended by it, …

The use follows from the words just before the citation ("pursuant to"), else from the verb that
governs it ("Recalling").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .lexicon import load_rows

#: Characters before a citation in which the words that tell its use are looked for.
_LOOK_BACK = 110


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
        r"(?:(?: |,)(?:the|its|their|that|this|all|any|relevant|previous|earlier|terms|provisions?|requirements|spirit|letter|of|"
        r"and|both|other|subsequent|Security|Council|General|Assembly|Council’s|United|Nations|resolutions?|Resolutions?|"
        r"decisions?|in|under|by|measures|mandate|obligations|annex|to|objectives|purposes|principles|framework|"
        r"report|reports|statements?|President|presidential|Secretary-General|Secretary-General’s|document|documents|"
        r"parties|full|inter|alia|particular|including|especially|states|with|respect|for|on|\(|“|1949|1951|1967)|\()*"
    )
    return re.compile(rf"\b(?:{groups})(?:,? \d{{1,2}} \w+ \d{{4}})?{filler},? ?[(“\"']?$", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    rows = {row.id: row for row in load_rows("uses.toml", "verbs", _Verbs)}
    recalls, others = ("|".join(rows[name].words) for name in ("recalling", "other"))
    return re.compile(rf"\b(?:(?P<recall>{recalls})|(?P<other>{others}))\b", re.IGNORECASE)


def use_of(text: str, start: int, at: int) -> str:
    """The use of an instrument cited at ``at`` in a clause whose paragraph begins at ``start``.

    Returns:
        A value of ``Citation.use``; ``cites`` where no rule tells.
    """
    before = text[max(start, at - _LOOK_BACK) : at]
    near = _near().search(before)
    if near:
        groups = near.groupdict()
        for number, rule in enumerate(use_rules()):
            if groups[f"u{number}"] is not None:
                return rule.use
    last = None
    for last in _verbs().finditer(text, start, at):
        pass
    return "recalls" if last is not None and last["recall"] else "cites"

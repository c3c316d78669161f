"""Modality: whether an action is a duty, a recommendation, a permission, a prohibition or exempt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ..lexicon import load_rows
from ..model import Force, Modality
from .grammar import grammar

#: Characters that hold the first dozen words.
_LENGTH = 110

_BY_FORCE = {
    Force.DECISION: Modality.DUTY,
    Force.DEMAND: Modality.DUTY,
    Force.REQUEST: Modality.DUTY,
    Force.APPEAL: Modality.RECOMMENDATION,
    Force.ENCOURAGEMENT: Modality.RECOMMENDATION,
    Force.STATEMENT: Modality.RECOMMENDATION,
}


class Where(StrEnum):
    """Which words a rule looks at."""

    START = "start"
    VERB = "verb"


@dataclass(frozen=True, slots=True)
class ModalityRule:
    """A row of ``data/modalities.toml``; ``unless`` are forces of acts of which it does not hold."""

    id: str
    modality: Modality
    where: Where
    pattern: str
    examples: tuple[str, ...]
    unless: tuple[Force, ...] = ()


@cache
def modality_rules() -> tuple[tuple[ModalityRule, re.Pattern[str]], ...]:
    """The rules in the order in which they are tried, with their compiled patterns.

    Raises:
        LexiconError: When the table breaks its rules.
    """
    rules = load_rows("modalities.toml", "modalities", ModalityRule)
    return tuple((rule, re.compile(rule.pattern, re.IGNORECASE)) for rule in rules)


def modality_of(act: str, force: Force, action: str) -> Modality:
    """What an action is to its bearer.

    Args:
        act: Dictionary form of the act.
        force: The act's force, which decides where no rule does.
        action: The words of the action from its verb, or its that-clause from its "that" on.

    Returns:
        The modality of the first rule that fits the words or the act, else that of the force.
    """
    start = from_modal(action)[:_LENGTH]
    for rule, pattern in modality_rules():
        if force not in rule.unless and pattern.search(act if rule.where is Where.VERB else start):
            return rule.modality
    return _BY_FORCE[force]


def from_modal(action: str) -> str:
    """The words of a that-clause from its modal verb on; any other words as they are."""
    match = _modal().search(action) if action.startswith("that ") else None
    return action[match.start() :] if match else action


@cache
def _modal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, grammar().modal_of_action)))})\b")

"""What two acts of one sentence have in common: the first leaves out what the second says for both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..acts.verbs import lexicon
from ..model import Act, Content, ContentKind
from .modality import modality_of

#: The doubt of an act that asks somebody and does not say whom.
NO_ADDRESSEE = "asks, but names nobody who is asked"
#: What stands between two verbs that say all together: "condemns | and | deplores", "appreciation | for and".
_AND = re.compile(r"\s(?:(?:for|of|to|at|with|over|about)\s)?and\s")


def share_actions(text: str, acts: Sequence[Act]) -> list[Act]:
    """Gives an act what the next one says for both.

    "Requests X, and calls upon Y, to report" asks both to report, each in its own way; "condemns and
    deplores the attacks", "requests and encourages X to report" have all in common.

    Args:
        text: Of the document.
        acts: In the order of the text.

    Returns:
        As many acts in the same order, with what they lacked.
    """
    blaming = {verb.act for verb in lexicon().verbs.values() if verb.blames}
    shared: list[Act] = []
    for act in reversed(acts):
        following = shared[-1] if shared and shared[-1].paragraph == act.paragraph else None
        if following is not None and not act.contents:
            between = text[act.verb_span.end : following.verb_span.start]
            if _AND.fullmatch(between) and not act.addressees:
                doubts = tuple(doubt for doubt in act.doubts if doubt != NO_ADDRESSEE)
                act = replace(act, addressees=following.addressees, doubts=doubts)
                act = replace(act, contents=_told_again(act, following.contents))
                if act.act in blaming:
                    act = replace(act, targets=following.targets)
            elif act.addressees:
                actions = [c for c in following.contents if c.kind is ContentKind.ACTION]
                act = replace(act, contents=_told_again(act, actions))
        shared.append(act)
    return shared[::-1]


def _told_again(act: Act, contents: Iterable[Content]) -> tuple[Content, ...]:
    """The contents of the next act as those of this one, whose verb may bind in another way."""
    return tuple(
        replace(content, modality=modality_of(act.act, act.force, content.text))
        if content.modality
        else content
        for content in contents
    )

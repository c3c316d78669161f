"""What two acts of one sentence have in common: the first leaves out what the second says for both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..acts.verbs import Complement, lexicon
from ..model import Act, Content, ContentKind
from .modality import modality_of

#: The doubt of an act that asks somebody and does not say whom.
NO_ADDRESSEE = "asks, but names nobody who is asked"
#: What stands between two verbs that say all together: "condemns | and | deplores", "appreciation | for and".
_AND = re.compile(r"\s(?:(?:for|of|to|at|with|over|about)\s)?and\s")


def share_actions(text: str, acts: Sequence[Act]) -> list[Act]:
    """Gives an act what the next one says for both.

    "Requests X, and calls upon Y, to report" asks both to report, each in its own way; "condemns and
    deplores the attacks", "requests and encourages X to report" have all in common. Who is only
    welcomed is asked nothing: "welcomes and encourages the efforts of X".

    Args:
        text: Of the document.
        acts: In the order of the text.

    Returns:
        As many acts in the same order, with what they lacked.
    """
    blaming = {verb.act for verb in lexicon().verbs.values() if verb.blames}
    asking = {verb.act for verb in lexicon().verbs.values() if verb.complement is Complement.ADDRESSEE}
    shared: list[Act] = []
    for act in reversed(acts):
        following = shared[-1] if shared and shared[-1].paragraph == act.paragraph else None
        if following is not None and not act.contents:
            between = text[act.verb_span.end : following.verb_span.start]
            if _AND.fullmatch(between) and not act.addressees:
                doubts = tuple(doubt for doubt in act.doubts if doubt != NO_ADDRESSEE)
                if act.act in asking:
                    act = replace(act, addressees=following.addressees, doubts=doubts)
                act = replace(act, contents=_told_again(act, following.contents, asks=act.act in asking))
                if act.act in blaming:
                    act = replace(act, targets=following.targets)
            elif act.addressees:
                actions = [c for c in following.contents if c.kind is ContentKind.ACTION]
                act = replace(act, contents=_told_again(act, actions, asks=True))
        shared.append(act)
    return shared[::-1]


def _told_again(act: Act, contents: Iterable[Content], *, asks: bool) -> tuple[Content, ...]:
    """The contents of the next act as those of this one, whose verb may bind otherwise, or not at all."""
    return tuple(_as_told(act, content, asks=asks) for content in contents)


def _as_told(act: Act, content: Content, *, asks: bool) -> Content:
    if content.modality is None:
        return content
    if asks:
        return replace(content, modality=modality_of(act.act, act.force, content.text))
    action = content.kind is ContentKind.ACTION
    return replace(content, modality=None, kind=ContentKind.OBJECT if action else content.kind)

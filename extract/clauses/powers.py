"""Powers: the provisions that acts are done under ("Acting under Chapter VII of the Charter")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..model import Act

ACT_UNDER = "act under"

_NUMBERED = re.compile(r"[A-Z]+\d*")


def govern(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Carries the provisions acted under to the acts that they govern.

    Said in the preamble, they govern every act of the operative part; said in an operative
    paragraph, the acts that follow in it and in its items, and the act into whose words they are
    put ("Decides, acting under Chapter VII, that …").

    Args:
        acts: Acts in the order of the text.

    Returns:
        The same acts in the same order, with ``authority`` filled.
    """
    everywhere: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    paragraph = ""
    governed: list[Act] = []
    for act in acts:
        preamble = act.paragraph.startswith("PP")
        numbered = _number(act.paragraph)
        if numbered != paragraph:
            paragraph, here = numbered, ()
        if act.act == ACT_UNDER:
            keys = tuple(citation.instrument for citation in act.citations)
            if preamble:
                everywhere = tuple(dict.fromkeys((*everywhere, *keys)))
            else:
                here = tuple(dict.fromkeys((*here, *keys)))
                if governed and act.verb_span in governed[-1].span:
                    within = (*governed[-1].authority, *keys)
                    governed[-1] = replace(governed[-1], authority=tuple(dict.fromkeys(within)))
        elif not preamble and (everywhere or here):
            act = replace(act, authority=tuple(dict.fromkeys((*everywhere, *here))))
        governed.append(act)
    return tuple(governed)


def _number(label: str) -> str:
    """The numbered paragraph that a label belongs to: ``OP2`` of ``OP2(c)``."""
    match = _NUMBERED.match(label)
    return match.group() if match else label

"""Powers: the provisions that acts are done under ("Acting under Chapter VII of the Charter")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..model import Act, Instrument

ACT_UNDER = "act under"

_CHARTER = "Charter of the United Nations"
_ARTICLE = re.compile(_CHARTER + r", article (\d+)")
#: Chapters by which the Council acts, and their articles (Charter of the United Nations, San Francisco 1945).
_CHAPTERS = {"VI": range(33, 39), "VII": range(39, 52), "VIII": range(52, 55)}
_NUMBERED = re.compile(r"[A-Z]+\d*")


def govern(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Carries the provisions acted under to the acts that they govern.

    Said in the preamble, they govern every act of the operative part; said in an operative
    paragraph, the acts that follow in it and in its items, and the act into whose words they are
    put ("Decides, acting under Chapter VII, that …"). Each part of a text in parts has its own.

    Args:
        acts: Acts in the order of the text.

    Returns:
        The same acts in the same order, with ``authority`` filled; for an article of the Charter, with
        the Chapter that it stands in.
    """
    everywhere: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    part, paragraph = "", ""
    governed: list[Act] = []
    for act in acts:
        # "B.PP1" is the preamble of a part: part B was adopted as a resolution of its own.
        own, _, label = act.paragraph.rpartition(".")
        preamble = label.startswith("PP")
        if own != part:
            part, paragraph, everywhere = own, "", ()
        numbered = _number(label)
        if numbered != paragraph:
            paragraph, here = numbered, ()
        if act.act == ACT_UNDER:
            keys = _with_chapters(citation.instrument for citation in act.citations)
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


def chapter(key: str) -> Instrument:
    """A Chapter of the Charter that an act is done under though its text names only an article of it.

    Args:
        key: As in ``Act.authority``: "Charter of the United Nations, Chapter VII".
    """
    return Instrument(key, "charter", _CHARTER, key.removeprefix(f"{_CHARTER}, "))


def _with_chapters(keys: Iterable[str]) -> tuple[str, ...]:
    """Provisions, with the Chapter of the Charter that each article among them stands in behind it."""
    found: dict[str, None] = {}
    for key in keys:
        found[key] = None
        if article := _ARTICLE.match(key):
            number = next((c for c, articles in _CHAPTERS.items() if int(article[1]) in articles), None)
            if number:
                found[f"{_CHARTER}, Chapter {number}"] = None
    return tuple(found)


def _number(label: str) -> str:
    """The numbered paragraph that a label belongs to: ``OP2`` of ``OP2(c)``."""
    match = _NUMBERED.match(label)
    return match.group() if match else label

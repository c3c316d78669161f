"""The acts of a text and the corrections to them, as lines to read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ..extract.model import Act, Time
from ..extract.review.corrections import Correction
from .reviewing import Review, acts_in_order, find_label

_SHOWN = 88  # characters of an act's words


def listing(review: Review, paragraph: str) -> Iterator[str]:
    """Lines: the doubtful acts, or all of a paragraph, and the corrections.

    Raises:
        UsageError: The text has no such paragraph.
    """
    acts = acts_in_order(review.reading)
    if paragraph:
        label = find_label(review.document, paragraph)
        shown = [act for act in acts if act.paragraph == label]
        yield f"{review.document.symbol} {label}: {_count(len(shown), 'act')}\n"
    else:
        shown = [act for act in acts if act.certainty < 1 or act.doubts]
        yield f"{review.document.symbol}: {_count(len(shown), 'doubtful act')} of {len(acts)}\n"
    for act in shown:
        yield from _act_lines(act)
    if review.corrections:
        yield f"\n{_count(len(review.corrections), 'correction')} in {review.path}\n"
    for number, correction in enumerate(review.corrections, 1):
        yield from _correction_lines(number, correction, review.reading.stale)


def _act_lines(act: Act) -> Iterator[str]:
    certainty = f"certainty {act.certainty:g}" if act.certainty < 1 else "certain"
    by = f", reviewed by {act.reviewed}" if act.reviewed else ""
    yield f"\n  {act.id}  “{act.verb}”: {act.act}, {certainty}{by}\n"
    yield f"      {textwrap.shorten(act.text, _SHOWN, placeholder=' …')}\n"
    for doubt in act.doubts:
        yield f"      ? {doubt}\n"
    for addressee in act.addressees:
        via = f" ({addressee.via})" if addressee.via else ""
        yield f"      addressee  “{addressee.text}”{via} = {', '.join(addressee.actors)}\n"
    for content in act.contents:
        modality = f", {content.modality}" if content.modality else ""
        words = textwrap.shorten(content.text, _SHOWN, placeholder=" …")
        yield f"      {content.kind:<10} “{words}”{modality}\n"
    for target in act.targets:
        yield f"      target     “{target.text}” = {', '.join(target.actors)}\n"
    for time in act.times:
        yield f"      {time.what:<10} “{time.text}”{_value(time)}\n"
    for qualifier in act.qualifiers:
        yield f"      qualifier  “{qualifier.text}”\n"
    for citation in act.citations:
        doubt = f" ? {citation.doubt}" if citation.doubt else ""
        yield f"      citation   “{citation.text}” = {citation.instrument}, {citation.use}{doubt}\n"


def _value(time: Time) -> str:
    """What the words of a time come to."""
    iso = f" = {time.iso}" if time.iso else ""
    days = (("due", time.due), ("until", time.until))
    found = [f"{name} {day}" for name, day in days if day and day.isoformat() != time.iso]
    if time.event:
        found.append(f"from: {time.event}")
    return iso + "".join(f", {one}" for one in found)


def _correction_lines(number: int, correction: Correction, stale: Sequence[str]) -> Iterator[str]:
    on = f", {correction.on}" if correction.on else ""
    act = f" “{correction.act}”" if correction.act else ""
    yield f"  {number:>3}  {correction.name}{act}, by {correction.by}{on}\n"
    if correction.why:
        yield f"       {correction.why}\n"
    for line in stale:
        if line.startswith(f"{correction.name}: "):
            yield f"       not applied: {line.removeprefix(f'{correction.name}: ')}\n"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

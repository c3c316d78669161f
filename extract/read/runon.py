"""Takes lines apart that hold several paragraphs, as texts have that lost their line breaks.

A number is taken for the head of a paragraph only where it is the one that comes next, so that
"resolution 12. Requests" inside a sentence stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .clean import Line
from .numbers import MAIN, marker_at
from .rich import plain, squeeze
from .wording import BODY_NAMES, operative, participle

_LONG = 100  # characters: printed lines are shorter
_NUMBER = re.compile(r"(?<=[;.:,]) (?=[“\"]?(\d{1,3})\. ?[A-Z])")
_AND_NUMBER = re.compile(r"(?<=; and) (?=[“\"]?(\d{1,3})\. ?[A-Z])")
_HEADED = re.compile(r"(?<=[;.]) (?=[A-Z][^;.:,()]{2,70} (\d{1,3})\. ?[A-Z])")
_ITEM = re.compile(r"(?<=[;:,]) (?=\((?:[a-z]{1,2}|[ivx]{1,5})\) [A-Z])")
_OPENING = re.compile(rf"([“\"]?The (?:{BODY_NAMES}),) (?=[“\"]?[A-Z])")
_CAPITAL = re.compile(r"(?<=[,;]) (?=[“\"]?[A-Z][a-z]+(?: [a-z]+)? )")


def unroll(lines: Iterable[Line]) -> Iterator[Line]:
    """Yields the lines, long ones cut where a paragraph begins inside them."""
    due, counting = 1, False
    for line in lines:
        pieces = [line.rich]
        if opening := _OPENING.match(line.text):
            rest = line.text[opening.end() :]
            if participle(rest) or (operative(rest) and rest[:1].isupper()):
                cut = len(line.rich) - len(rest) if plain(line.rich) == line.rich else -1
                if cut > 0:
                    pieces = [line.rich[:cut], line.rich[cut:]]
        if len(pieces[-1]) > _LONG:
            long = pieces.pop()
            cut_any = False
            for piece in _at_numbers(long, due):
                pieces.append(piece)
                marker = marker_at(plain(piece))
                if marker and marker.readings[0][:2] == (MAIN, due):
                    due, cut_any = due + 1, cut_any or piece is not long
            if cut_any and len(pieces) > 1:
                pieces = [part for piece in pieces for part in _ITEM.split(piece)]
            if not counting and len(pieces) > 1:
                pieces = [part for piece in pieces for part in _openings(piece)]
        marker = marker_at(line.text)
        if marker and marker.readings[0][0] == MAIN and marker.readings[0][1] >= due:
            due = marker.readings[0][1] + 1
        counting = counting or due > 1
        if len(pieces) == 1:
            yield line
            continue
        for at, piece in enumerate(pieces):
            words = squeeze(piece)
            if words:
                yield replace(line, rich=words, width=len(words), apart=at > 0 or line.apart)


def _at_numbers(rich: str, due: int) -> list[str]:
    """Cuts at "; 12. Decides" where 12 is due."""
    pieces, start = [], 0
    own = marker_at(plain(rich))
    if own and own.readings[0][:2] == (MAIN, due):
        due += 1
    cuts = sorted(
        [*_NUMBER.finditer(rich), *_AND_NUMBER.finditer(rich), *_HEADED.finditer(rich)],
        key=lambda found: found.start(),
    )
    for found in cuts:
        if int(found[1]) == due and found.start() >= start:
            pieces.append(rich[start : found.start()])
            start = found.end()
            if not rich.startswith(found[1], start) and (number := rich.find(f" {due}.", start)) > 0:
                pieces.append(rich[start:number])  # a heading stands before the number
                start = number + 1
            due += 1
    return [*pieces, rich[start:]]


def _openings(rich: str) -> list[str]:
    """Cuts a long line of the preamble where "…, Noting" begins another paragraph."""
    if marker_at(plain(rich)):
        return [rich]
    pieces, start = [], 0
    for found in _CAPITAL.finditer(rich):
        if participle(rich[found.end() : found.end() + 60]):
            pieces.append(rich[start : found.start()])
            start = found.end()
    return [*pieces, rich[start:]]

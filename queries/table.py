"""Tables for people: aligned columns, wrapped to a width."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

_GAP = "  "
_NARROW = 8


def clean(text: str) -> str:
    """Text on one line, without characters that steer a terminal or turn the direction of writing."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """Text of the same length, with spaces for the characters that steer a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if unicodedata.category(c) not in _STEERING or c in _JOINERS else " " for c in text)


_STEERING = frozenset({"Cc", "Cf", "Cs"})
_JOINERS = "\u200c\u200d\u00ad"


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def lay_out(heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool], width: int) -> str:
    """Lays a table out.

    Args:
        heads: The names of the columns.
        rows: The cells, each on one line.
        numeric: Which columns are aligned to the right.
        width: Columns of text that the table may take; long cells are wrapped to keep to it. A
            table with very many columns is wider nevertheless.

    Returns:
        The table, with a rule beneath its head, every line ended.
    """
    wanted = [
        max(columns_of(text) for text in (head, *(row[i] for row in rows))) for i, head in enumerate(heads)
    ]
    sizes = _fit(wanted, width - len(_GAP) * (len(heads) - 1))
    lines = [_line(heads, sizes, numeric), _GAP.join("─" * size for size in sizes)]
    for row in rows:
        wrapped = [_wrap(cell, size) for cell, size in zip(row, sizes, strict=True)]
        for level in range(max(map(len, wrapped))):
            cells = [part[level] if level < len(part) else "" for part in wrapped]
            lines.append(_line(cells, sizes, numeric))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _fit(wanted: Sequence[int], width: int) -> list[int]:
    """Shares a width out: what is narrow stays whole, the wide ones get equal shares of the rest."""
    sizes = list(wanted)
    left, open_columns = width, sorted(range(len(wanted)), key=lambda i: wanted[i])
    for position, i in enumerate(open_columns):
        share = max(_NARROW, left // (len(open_columns) - position))
        sizes[i] = max(1, min(wanted[i], share))
        left -= sizes[i]
    return sizes


def _wrap(text: str, size: int) -> list[str]:
    if columns_of(text) <= size:
        return [text]
    # Wide characters count double; halving the measure for texts that have them errs on the safe side.
    measure = size if columns_of(text) <= len(text) else max(1, size // 2)
    return textwrap.wrap(text, measure, break_on_hyphens=False) or [""]


def _line(cells: Sequence[str], sizes: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = []
    for cell, size, right in zip(cells, sizes, numeric, strict=True):
        space = " " * max(0, size - columns_of(cell))
        parts.append(space + cell if right else cell + space)
    return _GAP.join(parts)

"""Where the actors stand in the picture: the askers in the middle, the asked around them by kind.

The picture of one asker is a star, which a force-directed layout draws badly and slowly. Here the
places are computed: boxes of one size on ellipses, evenly spaced, none over another. No randomness,
so the same graph gives the same picture, and it stands still from the first moment.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_FINE = 2880  # steps of an eighth of a degree: far finer than a box is wide
_COARSE = 360  # enough to compare ellipses
_RING = 36  # boxes beyond which a ring is drawn smaller than a field of them


@dataclass(frozen=True, slots=True)
class Shape:
    """A form of the picture.

    Attributes:
        aspect: Width by height of the room that it is drawn in.
        width, height: Of a box, in the picture's units (pixels at full size).
        gap: Least room between two boxes, in units.
        chars, lines: How many characters a line of a label has, and how many lines.
        clear: Room between the middle box and the boxes around it, in units.
    """

    aspect: float
    width: int
    height: int
    gap: int
    chars: int
    lines: int
    clear: int


WIDE = Shape(aspect=1.32, width=172, height=46, gap=10, chars=22, lines=2, clear=110)
TALL = Shape(aspect=0.66, width=112, height=54, gap=8, chars=14, lines=3, clear=58)


def places(
    middle: Sequence[str], around: Sequence[Sequence[str]], shape: Shape
) -> Mapping[str, tuple[int, int]]:
    """Places the boxes' centres.

    Args:
        middle: Keys of the askers, stacked in the middle.
        around: Groups of keys; each group stands together, clockwise from the top.
        shape: The form of the picture.

    Returns:
        x and y (downwards) by key, in units. No two boxes overlap.
    """
    found: dict[str, tuple[int, int]] = {}
    pitch = shape.height + shape.gap + 14
    for rank, key in enumerate(middle):
        found[key] = (0, round((rank - (len(middle) - 1) / 2) * pitch))
    count = sum(map(len, around))
    if count == 0:
        return found
    a0 = shape.width + shape.clear
    b0 = shape.height + shape.clear * 0.8 + (len(middle) - 1) / 2 * pitch
    if count > _RING:
        spots = _field(around, a0, b0, shape)
    else:
        slots = _slots(around)
        length = slots[-1][1] + 1.0
        ring = _Ring(*_ellipse(length, a0, b0, shape), shape, _FINE)
        spots = [(key, *ring.at(slot / length)) for key, slot in slots]
    factor = 1.0
    while _collide(spots, factor, shape):
        factor *= 1.04
    found.update({key: (round(x * factor), round(y * factor)) for key, x, y in spots})
    return found


def wrapped(name: str, shape: Shape) -> str:
    """A name broken into the lines of a box; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    words = re.findall(r"[^\s-]+-*|-+", name[:500])  # a hyphen ends a word that may be parted there
    while words and len(lines) < shape.lines:
        line = words.pop(0)
        while words and len(_joined(line, words[0])) <= shape.chars:
            line = _joined(line, words.pop(0))
        if len(line) > shape.chars:
            line = line[: shape.chars - 1] + "…"
        lines.append(line)
    if words:
        lines[-1] = lines[-1][: shape.chars - 1].rstrip("…") + "…"
    return "\n".join(lines)


def _joined(line: str, word: str) -> str:
    return f"{line}{word}" if line.endswith("-") else f"{line} {word}"


def extent(spots: Mapping[str, tuple[int, int]], shape: Shape) -> tuple[int, int]:
    """Width and height of the whole picture, in units."""
    if not spots:
        return (shape.width, shape.height)
    xs = [x for x, _ in spots.values()]
    ys = [y for _, y in spots.values()]
    return (max(xs) - min(xs) + shape.width, max(ys) - min(ys) + shape.height)


def _slots(around: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
    """The keys on a line, one unit each, with half a unit more between two groups."""
    slots: list[tuple[str, float]] = []
    at = 0.5
    for group in around:
        for key in group:
            slots.append((key, at))
            at += 1.0
        at += 0.5 if group else 0.0
    return slots


class _Ring:
    """An ellipse measured in boxes: how far along it is, so that equal steps keep boxes apart."""

    def __init__(self, a: float, b: float, shape: Shape, steps: int) -> None:
        self.a, self.b, self.steps = a, b, steps
        width, height = shape.width + shape.gap, shape.height + shape.gap
        self.sums = [0.0]
        for step in range(steps):
            angle = 2 * math.pi * (step + 0.5) / steps
            dx, dy = a * abs(math.cos(angle)) / width, b * abs(math.sin(angle)) / height
            self.sums.append(self.sums[-1] + max(dx, dy) * 2 * math.pi / steps)

    @property
    def capacity(self) -> float:
        """How many boxes have room on it, with some to spare for its curvature."""
        return self.sums[-1] / 1.1

    def at(self, share: float) -> tuple[float, float]:
        """The point after a share (0–1) of the way round, clockwise from the top."""
        step = bisect_left(self.sums, (share % 1.0) * self.sums[-1])
        angle = 2 * math.pi * step / self.steps
        return (self.a * math.sin(angle), -self.b * math.cos(angle))


def _ellipse(count: float, a0: float, b0: float, shape: Shape) -> tuple[float, float]:
    """The half axes, not less than ``a0`` and ``b0``, that draw ``count`` boxes largest in the room."""
    best: tuple[float, float, float] | None = None
    for tenth in range(4, 31):
        ratio = shape.aspect * tenth / 10
        least = max(b0, a0 / ratio)
        b = max(least, count / _Ring(ratio, 1.0, shape, _COARSE).capacity)
        size = max((2 * ratio * b + shape.width) / shape.aspect, 2 * b + shape.height)
        if best is None or size < best[0] - 0.5:
            best = (size, ratio * b, b)
    assert best is not None
    return best[1], best[2]


def _field(
    around: Sequence[Sequence[str]], a0: float, b0: float, shape: Shape
) -> list[tuple[str, float, float]]:
    """Many boxes fill a field: the cells of a loose grid nearest to the middle, groups in sectors."""
    width, height = (shape.width + shape.gap) * 1.15, (shape.height + shape.gap) * 1.5
    keys = [key for group in around for key in group]
    reach = 2 + math.ceil(math.sqrt(len(keys)) * max(1.0, width / height) + max(a0 / width, b0 / height))
    cells = []
    for row in range(-reach, reach + 1):
        for column in range(-reach, reach + 1):
            x, y = (column + (row % 2) / 2) * width, row * height
            if (x / a0) ** 2 + (y / b0) ** 2 >= 1.0:
                cells.append((math.hypot(x / shape.aspect, y), row, column, x, y))
    nearest = sorted(cells)[: len(keys)]
    nearest.sort(key=lambda cell: (math.atan2(cell[3], -cell[4]) % (2 * math.pi), cell[0]))
    return [(key, cell[3], cell[4]) for key, cell in zip(keys, nearest, strict=True)]


def _collide(spots: Sequence[tuple[str, float, float]], factor: float, shape: Shape) -> bool:
    """Whether two boxes overlap: each is looked up in a grid whose cells are a box in size."""
    width, height = shape.width + shape.gap / 2, shape.height + shape.gap / 2
    grid: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for _, x, y in spots:
        x, y = x * factor, y * factor
        column, row = math.floor(x / width), math.floor(y / height)
        for i in (column - 1, column, column + 1):
            for j in (row - 1, row, row + 1):
                for other_x, other_y in grid.get((i, j), ()):
                    if abs(x - other_x) < width and abs(y - other_y) < height:
                        return True
        grid.setdefault((column, row), []).append((x, y))
    return False

"""The open lists of a document, and the choice of the one that a printed number belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import Block
from .numbers import MAIN, Marker, Series, spelled
from .wording import ended, leads_off, operative

_AHEAD = 12  # blocks looked ahead for the next number
_DEEPEST = 6  # lists in lists
_GAP = 9  # numbers that may be missing from a list


@dataclass(slots=True)
class Level:
    """An open list: how it counts, where it stands, and the label of its latest item."""

    series: Series
    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a printed number is taken for: the list at ``depth``, or a new one if none is there.

    ``again`` tells that the paragraphs of the document are numbered from 1 once more.
    """

    depth: int
    series: Series
    value: int
    body: str
    again: bool = False


class Lists:
    """The open lists, outermost first; the first counts the paragraphs.

    Args:
        blocks: All blocks of the document, in which the next number is looked up.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self.levels: list[Level] = []
        self.over = ""  # label of a chapeau that stands over the numbered paragraphs

    def start(self, series: Series, value: int, label: str) -> None:
        """Closes all lists; what comes next hangs on the paragraph ``label``."""
        self.levels = [Level(series, value, label)]

    def put(self, choice: Choice, label: str) -> None:
        """Closes the lists that a number ends, and notes the number."""
        del self.levels[choice.depth :]
        self.levels.append(Level(choice.series, choice.value, label))

    def choose(self, at: int, block: Block, marker: Marker, before: str, region: str) -> Choice | None:
        """What the number of the block at ``at`` is taken for; None if for no number.

        Args:
            at: The block's place among all blocks.
            block: The block.
            marker: Its number.
            before: The words before it.
            region: ``preambular``, ``operative``, ``statement`` or ``annex``.
        """
        levels = self.levels
        if marker.bullet:
            return self._bullet(block, marker)
        if block.strong and operative(block.text) and (not levels or levels[0].series == MAIN):
            due = levels[0].value + 1 if levels else 1  # "l. Decides", "i9. Calls upon"
            for series, value, body in marker.scanned:
                if series == MAIN and value == due:
                    return Choice(0, series, value, body)
        after = self.next_marker(at)
        for readings in (marker.readings, marker.scanned if block.strong else ()):
            fits: list[tuple[int, int, Series, int, str]] = []
            for series, value, body in readings:
                if (depth := self._goes_on(series, value)) is not None:
                    fits.append((2 + _leads_to(series, value, after), depth, series, value, body))
                if value == 1 and self._may_open(series, block, before, region):
                    score = _leads_to(series, value, after) + (3 if leads_off(before) else 0)
                    fits.append((score, self._opens_at(series, before), series, value, body))
            if fits:
                _, depth, series, value, body = max(fits, key=lambda fit: fit[:2])
                return Choice(depth, series, value, body)
        return self._gap(after, block, marker, before, region)

    def owner(self, at: int) -> str:
        """The paragraph that words after a list belong to; closes the lists below it.

        The next number tells: if it goes on with the innermost list, the words are its last
        item's; if it goes on with another one, they are those of the item in that one.
        """
        after = self.next_marker(at)
        if after is None:
            del self.levels[1:]
            return self.levels[0].label
        for series, value, _ in after.readings:
            if (depth := self._goes_on(series, value)) is not None:
                if depth < len(self.levels) - 1:
                    del self.levels[depth + 1 :]
                return self.levels[depth].label
        del self.levels[-1:]
        return self.levels[-1].label

    def next_marker(self, at: int) -> Marker | None:
        """The next printed number after the block at ``at`` that is not too far away."""
        for block in self._blocks[at + 1 : at + _AHEAD]:
            if block.marker and not block.marker.bullet:
                return block.marker
        return None

    def _bullet(self, block: Block, marker: Marker) -> Choice | None:
        if not self.levels:
            return None
        series = marker.readings[0][0]
        for depth in range(len(self.levels) - 1, 0, -1):
            if self.levels[depth].series == series:
                return Choice(depth, series, self.levels[depth].value + 1, "")
        return Choice(min(len(self.levels), _DEEPEST), series, 1, "") if block.strong else None

    def _goes_on(self, series: Series, value: int) -> int | None:
        """Depth of the innermost list that a number continues."""
        for depth in range(len(self.levels) - 1, -1, -1):
            if self.levels[depth].series == series and self.levels[depth].value + 1 == value:
                return depth
        return None

    def _opens_at(self, series: Series, before: str) -> int:
        """Where a list begins: in the last item, or anew where one like it stands already."""
        if not leads_off(before):
            for depth in range(len(self.levels) - 1, 0, -1):
                if self.levels[depth].series == series:
                    return depth
        return min(len(self.levels), _DEEPEST)

    def _may_open(self, series: Series, block: Block, before: str, region: str) -> bool:
        if not self.levels:
            return region != "preambular" or series == MAIN or block.strong
        if series == MAIN and (not leads_off(before) or self.levels[-1].label == self.over):
            return False
        return block.strong or ended(before)

    def _gap(
        self, after: Marker | None, block: Block, marker: Marker, before: str, region: str
    ) -> Choice | None:
        """A number whose forerunner is missing: misprinted, lost in a scan, or never there."""
        levels = self.levels
        if not block.strong or not (ended(before) or not levels):
            return None
        for depth in range(len(levels) - 1, -1, -1):  # misread, if the next number says so
            series, due = levels[depth].series, levels[depth].value + 1
            if series.ends == marker.readings[0][0].ends and after and _leads_to(series, due, after):
                return Choice(depth, series, due, spelled(series, due))
        for series, value, body in marker.readings:
            for depth in range(len(levels) - 1, -1, -1):
                if levels[depth].series == series and 0 < value - levels[depth].value <= _GAP:
                    return Choice(depth, series, value, body)
        series, value, body = marker.readings[0]
        if series == MAIN:
            if region == "annex" or (not levels and value <= _GAP):
                return Choice(0, series, value, body)
            if value == 1 and region == "operative":
                return Choice(0, series, value, body, again=True)
            return None
        if not levels and region == "preambular":
            return None
        return Choice(min(len(levels), _DEEPEST), series, value, body)


def _leads_to(series: Series, value: int, after: Marker | None) -> int:
    """1 if the next number goes on from this one."""
    return int(after is not None and any(s == series and v == value + 1 for s, v, _ in after.readings))

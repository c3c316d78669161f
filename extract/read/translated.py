"""Labels the paragraphs of a text in another language, from its numbers and elements alone.

The outline tells paragraphs from what stands around them partly by English words. So it is given
each block with neutral words in its place, "Recalling …," in the preamble and "Requests …;" in the
operative part, ended as the block itself is ended, and its rows get their own words back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .blocks import Block, Role, Row

_MARK = re.compile("\ue010([0-9]+)\ue011")
_ENDS = {
    ":": ":",
    "：": ":",
    "؛": ";",
    "；": ";",
    ";": ";",
    ".": ".",
    "。": ".",
    ",": ",",
    "،": ",",
    "，": ",",
}
_CLOSING = " »”\"'’)）"


class Neutral:
    """Blocks with neutral words, and the words that they had.

    Args:
        statement: Whether it is a statement, whose paragraphs have no parts.
    """

    def __init__(self, *, statement: bool) -> None:
        self._statement = statement
        self._words: list[str] = []

    def part(self, name: str, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks of a part of the document with neutral words.

        Args:
            name: Of the part's element: ``preamble``, ``mainBody``, ``conclusions``.
            blocks: Its blocks.
        """
        given = list(blocks)
        numbered = any(block.marker and block.marker.arabic for block in given)
        met = False
        for at, block in enumerate(given):
            if block.role is not Role.BODY:
                yield block
                continue
            follower = given[at + 1].marker if at + 1 < len(given) else None
            lists = (
                follower is not None and not follower.arabic and (block.marker is None or block.marker.arabic)
            )
            head, end = self._around(name, block, numbered and met, lists)
            met = met or block.marker is not None
            words = f"{head} \ue010{len(self._words)}\ue011{end}" if block.rich else ""
            self._words.append(block.rich)
            yield Block(block.role, words, block.marker, block.strong, block.place)

    def restored(self, rows: Iterable[Row]) -> list[Row]:
        """The rows with their own words."""
        found = []
        for row in rows:
            row.pieces = [self._restore(piece) for piece in row.pieces]
            found.append(row)
        return found

    def _around(self, name: str, block: Block, goes_on: bool, lists: bool) -> tuple[str, str]:
        """What stands before and behind the words: as much English as the outline asks for."""
        end = ":" if lists else _ENDS.get(block.text.rstrip(_CLOSING)[-1:], ";")
        if self._statement:
            return "The Security Council recalls", "."
        if name == "preamble":
            return "Recalling", ":" if lists else ","
        if block.marker is not None:
            return ("Requests" if block.marker.arabic else "The"), end
        return ("and" if goes_on else "Requests"), end

    def _restore(self, piece: str) -> str:
        found = _MARK.search(piece)
        if found is None or int(found[1]) >= len(self._words):
            return piece
        before = piece[: found.start()]
        quoted = before[: len(before) - len(before.lstrip("“"))]
        return quoted + self._words[int(found[1])]

"""Gives every block its label, from the printed numbers and what stands around them.

Numbers are read as a reader does: a number that continues an open list belongs to it; one that
begins a list hangs on the paragraph before it, or, after words that close a list, on the
paragraph that these words belong to. What fits nowhere and is not set off by the source is no
number but words that happen to begin a line. How labels are formed is told in ``labels``.
"""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Block, Role, Row
from .labels import Labels
from .lists import Lists
from .numbers import MAIN, Marker, Series
from .wording import ANNEX, SEIZED, ended, ended_firmly, leads_off, lower, operative, participle

_HEADING_LENGTH = 160  # characters
_TITLE_LENGTH = 80
_NONE = Series("none", "")


class Outline:
    """Walks over blocks once and leaves ``rows``.

    Args:
        blocks: In reading order.
        statement: Whether they are those of a statement, whose paragraphs have no parts.
    """

    def __init__(self, blocks: Sequence[Block], *, statement: bool = False) -> None:
        self._last_at = len(blocks) - 1
        self._numbered = _numbered(blocks)
        self._region = "statement" if statement else "preambular"
        self._speaking = False  # a statement's paragraphs begin where the Council speaks
        self._spoken = _last_spoken(blocks)
        self._lists = Lists(blocks)
        self._labels = Labels()
        self._all_quoted = next((b.text[:1] in '“"' for b in blocks if b.role is Role.OPENER), False)
        self._quoting = False
        self._wrapped: set[str] = set()
        self.rows: list[Row] = []
        for at, block in enumerate(blocks):
            self._take(at, block)

    def _take(self, at: int, block: Block) -> None:
        if self._quotes(block):
            return
        block = self._annexed(at, block)
        if block.role is Role.BODY:
            if not block.marker or not self._number(at, block, block.marker):
                self._words(at, block)
            return
        self.rows.append(Row(block.role, "", [block.rich], block.place))
        if block.role is Role.ANNEX:
            self._to_annex()
        elif block.role is Role.PART or (block.role is Role.OPENER and self._region == "operative"):
            titled = block.text if block.role is Role.PART else self._part_title()
            self._labels.part(titled)
            self._region, self._lists.over = "preambular", ""
            self._lists.levels.clear()

    def _part_title(self) -> str:
        """The letter printed above the line that opens a part, if there is one."""
        above = self.rows[-2] if len(self.rows) > 1 else None
        if above is None or above.role is not Role.HEADING:
            return ""
        title = "".join(above.pieces).rstrip(".")
        return title if len(title) <= 4 and title.isalpha() and title.isupper() else ""

    # -- annexes and quotations --------------------------------------------------------------

    def _annexed(self, at: int, block: Block) -> Block:
        """The block, as an annex's heading if it is one by its words or its place."""
        if self._region == "statement" and self._speaking and at > self._spoken:
            heading = block.role is Role.HEADING or self._is_heading(at, block.text, self._last())
            if heading and not block.marker:
                self._to_annex()
                return Block(Role.HEADING, block.rich, None, block.strong, block.place)
        if self._region == "preambular" or block.role not in (Role.BODY, Role.HEADING) or block.marker:
            return block
        if ANNEX.match(block.text):
            return Block(Role.ANNEX, block.rich, None, block.strong, block.place)
        last = self._last()
        if last is None or self._region != "operative" or not SEIZED.search(last.text[-120:]):
            return block
        # Nothing but an annex follows the paragraph by which the Council remains seized.
        heading = block.role is Role.HEADING and not block.text.startswith("Adopted ")
        if heading or (block.role is Role.BODY and self._numbered and block.strong):
            self._to_annex()
        return block

    def _to_annex(self) -> None:
        self._region = "annex"
        self._lists.levels.clear()

    def _quotes(self, block: Block) -> bool:
        """Words of another text, quoted line by line in a paragraph: they stay in it."""
        quoted = block.text[:1] in '“"«' or bool(block.marker and block.marker.quoted)
        if not quoted or self._all_quoted or self._region != "operative" or not self._lists.levels:
            self._quoting = False
            return False
        last = self._last()
        if last is None or not (self._quoting or leads_off(last.text)):
            return False
        self._quoting = True
        printed = f"“{block.marker.printed} " if block.marker else ""
        last.pieces.append(printed + block.rich)
        return True

    # -- blocks with a number ----------------------------------------------------------------

    def _number(self, at: int, block: Block, marker: Marker) -> bool:
        """Labels a block by its number; False if that is none."""
        last = self._last()
        before = (last.text if last else "") or "."
        if marker.heads and (not block.text or self._is_heading(at, block.text, last)):
            printed = marker.printed if block.text else ""
            self.rows.append(Row(Role.HEADING, printed, [block.rich or marker.printed], block.place))
            return True
        if self._region == "preambular":
            if marker.readings[0][0] == MAIN or (marker.arabic and operative(block.text)):
                if block.strong or ended(before):
                    self._lists.levels.clear()  # the operative part begins
            elif block.strong and participle(block.text) and not marker.bullet and not leads_off(before):
                label = self._labels.counted("PP")  # a lettered preamble
                self._lists.start(_NONE, 0, label)
                self._row(block, label, marker.body, None, marker.printed)
                return True
            elif not self._lists.levels and operative(block.text):
                self._region = "operative"
        choice = self._lists.choose(at, block, marker, before, self._region)
        if choice is None:
            return False
        if choice.again:
            self._labels.part(count=False)
        parent: str | None = self._lists.over or None
        if choice.depth == 0:
            label = self._top(choice.series, choice.value, choice.body)
        else:
            parent = self._lists.levels[choice.depth - 1].label
            label = self._labels.item(parent, choice.series, choice.body)
        self._lists.put(choice, label)
        self._row(block, label, choice.body, parent, marker.printed)
        return True

    def _top(self, series: Series, value: int, body: str) -> str:
        """The label of a paragraph that hangs on no other."""
        if self._region == "preambular" and series == MAIN:
            self._region = "operative"
        if stem := {"annex": "AN", "statement": "P", "preambular": "PP"}.get(self._region):
            return self._labels.counted(stem)
        if series != MAIN and not body.isdigit():  # "(a) Resolves …; (b) Requests …"
            return self._labels.lettered(body)
        return self._labels.numbered(value, body)

    # -- blocks without ----------------------------------------------------------------------

    def _words(self, at: int, block: Block) -> None:
        if block.marker:  # no number after all
            rich = f"{block.marker.printed} {block.rich}"
            block = Block(block.role, rich, None, block.strong, block.place)
        text, last = block.text, self._last()
        if not any(map(str.isalnum, text)):
            return  # a rule drawn in dashes
        if last is not None and not last.text:  # an empty paragraph whose words come without number
            last.pieces.append(block.rich)
        elif last is not None and self._continues(last, block, text):
            if not self._wraps(at, last, block):
                last.pieces.append(block.rich)
        elif self._is_heading(at, text, last):
            self.rows.append(Row(Role.HEADING, "", [block.rich], block.place))
        else:
            self._paragraph(block, text, last)

    def _continues(self, last: Row, block: Block, text: str) -> bool:
        """Whether words go on from the row before them, over a page or after a list."""
        if self._region == "statement" and text[:1] in '“"' and _speaks(text):
            return False  # a paragraph of its own, though the one before it lacks its full stop
        if not block.strong or lower(text):
            return True
        if not ended(last.text):
            begins = participle(text) or (operative(text) and not self._numbered)
            return not (self._region == "preambular" and begins) and last.label != ""
        if self._region == "operative" and self._numbered and self._lists.levels:
            titled = len(text) < _TITLE_LENGTH and not ended(text)
            return not (titled or operative(text) or participle(text) or ended_firmly(last.text))
        return False

    def _wraps(self, at: int, last: Row, block: Block) -> bool:
        """Words after the last item that close the paragraph, rather than go on with the item."""
        if len(self._lists.levels) < 2 or not ended(last.text):
            return False
        if last.text.endswith((" and", " or")):  # "; and" promises another item
            return False
        innermost = self._lists.levels[-1].label
        owner = self._lists.owner(at)
        if owner == innermost or owner in self._wrapped:  # a paragraph has one closing
            return False
        self._wrapped.add(owner)
        self.rows.append(Row(Role.BODY, "", [block.rich], block.place, wraps=owner))
        return True

    def _is_heading(self, at: int, text: str, last: Row | None) -> bool:
        if len(text) > _HEADING_LENGTH or ended(text) or lower(text) or at == self._last_at:
            return False
        if self._region == "statement" and text[:1] in '“"' and _speaks(text):
            return False
        if operative(text) or (participle(text) and self._region != "operative"):
            return False
        return last is None or ended(last.text)

    def _paragraph(self, block: Block, text: str, last: Row | None) -> None:
        """A paragraph that has no number printed."""
        if self._region == "statement":
            if not self._speaking and ("made the following statement" in text or not _speaks(text)):
                self.rows.append(Row(Role.HEADING, "", [block.rich], block.place))
                return
            self._speaking = True
            label = self._labels.counted("P")
        elif self._region == "annex":
            label = self._labels.counted("AN")
        elif self._region == "preambular":
            if not operative(text) or (self._numbered and not leads_off(text)):
                label = self._labels.counted("PP")
            else:
                self._region = "operative"
                label = self._labels.numbered(0, "0") if self._numbered else self._labels.counted("OP")
                self._lists.over = label if self._numbered else ""
        elif (
            participle(text) and ended(text) and not operative(text)
        ):  # "Acting under Chapter VII" after paragraph 4
            self._row(block, self._labels.counted("PP"), "", None, kind="preambular")
            return
        elif last is not None and not operative(text) and (self._numbered or not ended(text)):
            last.pieces.append(block.rich)  # a list of names stays with the paragraph that it belongs to
            return
        else:
            label = self._labels.counted("OP")
        operative_part = self._region == "operative"
        self._lists.start(MAIN if operative_part else _NONE, self._labels.latest, label)
        self._row(block, label, "", None)

    # -- rows --------------------------------------------------------------------------------

    def _row(
        self, block: Block, label: str, number: str, parent: str | None, printed: str = "", kind: str = ""
    ) -> None:
        row = Row(Role.BODY, printed, [block.rich], block.place, label, number, parent)
        row.kind = kind or self._region
        self.rows.append(row)

    def _last(self) -> Row | None:
        """The row that words without a number may continue: the last one but for footnotes."""
        for row in reversed(self.rows):
            if row.role is not Role.NOTE:
                return row if row.role is Role.BODY else None
        return None


def _last_spoken(blocks: Sequence[Block]) -> int:
    """Index of the last block that a statement's body speaks in; a heading after it begins an annex.

    Where the statement is quoted, as in the records of the Council, its own paragraphs begin with
    the mark of quotation.
    """
    spoken = [at for at, block in enumerate(blocks) if _speaks(block.text)]
    quoted = [at for at in spoken if blocks[at].text[:1] in '“"']
    return max(quoted or spoken, default=len(blocks))


def _speaks(text: str) -> bool:
    return text.lstrip('“"').startswith(("The Security Council", "The Council"))


def _numbered(blocks: Sequence[Block]) -> bool:
    """Whether the paragraphs of a document have numbers: a clear one, or two that may be some."""
    end = next((at for at, b in enumerate(blocks) if b.role is Role.ANNEX or ANNEX.match(b.text)), None)
    body = [b for b in blocks[:end] if b.role is Role.BODY]
    first = next((at for at, b in enumerate(body) if b.marker and b.marker.arabic), 0)
    before = [b.text for b in body[:first] if not b.marker]
    if before and operative(before[-1]) and sum(map(operative, before)) > 1:
        return False  # the numbers are those of a list in the last of the paragraphs
    clear = [b.marker for b in body if b.marker and b.marker.arabic and b.strong]
    return any(marker.readings[0][0] == MAIN for marker in clear) or len(clear) > 1

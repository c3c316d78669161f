"""Gives every block its label, from the printed numbers and what stands around them.

Numbers are read as a reader does: a number that continues an open list belongs to it; one that
begins a list hangs on the paragraph before it, or, after words that close a list, on the
paragraph that these words belong to. What fits nowhere and is not set off by the source is no
number but words that happen to begin a line.

Labels are unique. Where a document has parts whose numbering begins again, the labels of each
part begin with the part's printed letter or, where none is printed, with its place: ``B.OP1``,
``2.OP1``. A second list with the same letters in one paragraph is ``OP3+2(a)``. Items that are
set off by dashes or dots are counted: ``OP3(-1)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import Block, Role, Row
from .numbers import MAIN, Marker, Series, spelled
from .wording import ANNEX, SEIZED, ended, ended_firmly, leads_off, lower, operative, participle

_HEADING_LENGTH = 160


@dataclass(slots=True)
class _Level:
    """An open list: how it counts, where it stands, and the label of its latest item."""

    series: Series
    value: int
    label: str


class Outline:
    """Walks over blocks once and leaves rows."""

    def __init__(self, blocks: Sequence[Block], *, statement: bool = False) -> None:
        self._blocks = blocks
        self._statement = statement
        self._numbered = _numbered(blocks)
        self._region = "statement" if statement else "preambular"
        self._speaking = not statement  # a statement's paragraphs begin where the Council speaks
        self._stack: list[_Level] = []
        self._labels: set[str] = set()
        self._count: dict[str, int] = {}
        self._part = ""
        self._parts = 0
        self._bullets: dict[str, int] = {}
        self._all_quoted = next((b.text[:1] in '“"' for b in blocks if b.role is Role.OPENER), False)
        self._quoting = False
        self._over = ""  # label of a chapeau that stands over the numbered paragraphs
        self._wrapped: set[str] = set()
        self.rows: list[Row] = []
        for at, block in enumerate(blocks):
            self._take(at, block)

    # -- one block ---------------------------------------------------------------------------

    def _take(self, at: int, block: Block) -> None:
        if self._quotes(block):
            return
        block = self._annexed(block)
        if block.role is Role.BODY:
            if block.marker and self._place(at, block, block.marker):
                return
            self._unnumbered(at, block)
            return
        self.rows.append(Row(block.role, "", [block.rich], block.place))
        if block.role is Role.ANNEX:
            self._region = "annex"
            self._stack.clear()
        elif block.role is Role.PART or (block.role is Role.OPENER and self._region == "operative"):
            self._restart(block.text if block.role is Role.PART else "")

    def _annexed(self, block: Block) -> Block:
        """The block, as an annex's heading if it is one by its words or its place."""
        if self._region in ("preambular", "annex") and not (
            self._region == "annex" and ANNEX.match(block.text)
        ):
            return block
        if block.role in (Role.BODY, Role.HEADING) and block.marker is None and ANNEX.match(block.text):
            return Block(Role.ANNEX, block.rich, None, block.strong, block.place)
        last = self._last()
        if last is None or self._region != "operative" or not SEIZED.search(last.text[-120:]):
            return block
        closes = block.role is Role.HEADING and not block.text.startswith("Adopted ")
        if closes or (block.role is Role.BODY and block.marker is None and self._numbered and block.strong):
            self._region = "annex"  # nothing but an annex follows the last paragraph
            self._stack.clear()
        return block

    def _quotes(self, block: Block) -> bool:
        """Words of another text, quoted line by line in a paragraph: they stay in it."""
        text = block.text
        quoted = text[:1] in '“"«' or bool(block.marker and block.marker.quoted)
        if not quoted or self._all_quoted or self._region != "operative" or not self._stack:
            self._quoting = False
            return False
        last = self._last()
        if last is None or not (self._quoting or leads_off(last.text)):
            return False
        self._quoting = True
        printed = f"“{block.marker.printed} " if block.marker else ""
        last.pieces.append(printed + block.rich)
        return True

    def _restart(self, letter: str) -> None:
        self._parts += 1
        self._part = f"{letter or self._parts + 1}."
        self._over = ""
        self._region = "preambular"
        self._stack.clear()
        self._count.clear()

    # -- numbered ----------------------------------------------------------------------------

    def _place(self, at: int, block: Block, marker: Marker) -> bool:
        """Finds the list that a number belongs to; False if it is none."""
        before = self._before()
        if marker.heads and not block.text:
            self.rows.append(Row(Role.HEADING, "", [marker.printed], block.place))
            return True
        if marker.heads and self._is_heading(at, block.text, self._last()):
            self.rows.append(Row(Role.HEADING, marker.printed, [block.rich], block.place))
            return True
        clear = marker.readings[0][0] == MAIN or (marker.arabic and operative(block.text))
        if self._region == "preambular" and clear and (block.strong or ended(before)):
            self._stack.clear()  # the operative part begins
        elif self._region == "preambular" and block.strong and participle(block.text) and not marker.bullet:
            if not leads_off(before):  # paragraphs of the preamble, lettered
                label = self._counted("PP")
                self._stack = [_Level(Series("none", ""), 0, label)]
                row = Row(Role.BODY, marker.printed, [block.rich], block.place, label, marker.body)
                row.kind = self._region
                self.rows.append(row)
                return True
        elif self._region == "preambular" and not self._stack and operative(block.text):
            self._stack.clear()
            self._region = "operative"
        choice = self._choose(at, block, marker, before)
        if choice is None:
            return False
        depth, series, value, body = choice
        del self._stack[depth:]
        if depth == 0:
            label = self._main(series, value, body)
            parent = self._over or None
        else:
            parent = self._stack[-1].label
            label = self._unique(parent + self._suffix(parent, series, body))
        self._stack.append(_Level(series, value, label))
        number = body
        printed = marker.printed
        self.rows.append(
            Row(Role.BODY, printed, [block.rich], block.place, label, number, parent, self._region)
        )
        return True

    def _choose(
        self, at: int, block: Block, marker: Marker, before: str
    ) -> tuple[int, Series, int, str] | None:
        """Depth in the stack, series, value and body that a marker is taken for."""
        stack = self._stack
        if marker.bullet:
            if not stack:
                return None
            series = marker.readings[0][0]
            for depth in range(len(stack) - 1, 0, -1):
                if stack[depth].series == series:
                    return depth, series, stack[depth].value + 1, ""
            return (len(stack), series, 1, "") if block.strong else None
        if block.strong and operative(block.text):
            due = stack[0].value + 1 if stack and stack[0].series == MAIN else 1
            for series, value, body in marker.scanned:
                if series == MAIN and value == due and (not stack or stack[0].series == MAIN):
                    return 0, series, value, body
        after = self._next_marker(at)
        for readings in (marker.readings, marker.scanned if block.strong else ()):
            fits: list[tuple[int, int, Series, int, str]] = []
            for series, value, body in readings:
                for depth in range(len(stack) - 1, -1, -1):
                    if stack[depth].series == series and stack[depth].value + 1 == value:
                        fits.append((self._likely(after, series, value) + 2, depth, series, value, body))
                        break
                if value == 1 and self._may_open(series, block, before):
                    score = self._likely(after, series, value) + (3 if leads_off(before) else 0)
                    fits.append((score, len(stack), series, value, body))
            if fits:
                _, depth, series, value, body = max(fits, key=lambda fit: (fit[0], fit[1]))
                return depth, series, value, body
        return self._gap(at, block, marker, before)

    def _may_open(self, series: Series, block: Block, before: str) -> bool:
        if not self._stack:
            return self._region != "preambular" or series == MAIN or block.strong
        if series == MAIN and (not leads_off(before) or self._stack[-1].label == self._over):
            return False
        return block.strong or ended(before)

    def _gap(self, at: int, block: Block, marker: Marker, before: str) -> tuple[int, Series, int, str] | None:
        """A number whose forerunner is missing: misprinted, lost in a scan, or never there."""
        stack = self._stack
        if not block.strong or not (ended(before) or not stack):
            return None
        after = self._next_marker(at)
        for depth in range(len(stack) - 1, -1, -1):  # misread, if the next number says so
            level = stack[depth]
            if after and any(s == level.series and v == level.value + 2 for s, v, _ in after.readings):
                if level.series.ends == marker.readings[0][0].ends:
                    meant = level.value + 1
                    return depth, level.series, meant, spelled(level.series, meant)
        for series, value, body in marker.readings:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth].series == series and stack[depth].value < value <= stack[depth].value + 9:
                    return depth, series, value, body
        series, value, body = marker.readings[0]
        if series == MAIN:
            if self._region == "annex":
                return 0, series, value, body
            if not stack and value <= 9:
                return 0, series, value, body
            if value == 1 and self._region == "operative":  # the numbering begins again
                self._parts += 1
                self._part = f"{self._parts + 1}."
                return 0, series, value, body
            return None
        if not stack:
            return None if self._region == "preambular" else (0, series, value, body)
        return len(stack), series, value, body

    @staticmethod
    def _likely(after: Marker | None, series: Series, value: int) -> int:
        """1 if the next number goes on from this one."""
        if after is None:
            return 0
        return int(any(s == series and v == value + 1 for s, v, _ in after.readings))

    def _next_marker(self, at: int) -> Marker | None:
        for block in self._blocks[at + 1 : at + 12]:
            if block.marker and not block.marker.bullet:
                return block.marker
        return None

    def _main(self, series: Series, value: int, body: str) -> str:
        if self._region == "preambular" and series == MAIN:
            self._region = "operative"
        if self._region == "annex":
            return self._counted("AN")
        if self._region == "statement":
            return self._counted("P")
        if self._region == "preambular":
            return self._counted("PP")
        if series != MAIN and not body.isdigit():  # "(a) Resolves …; (b) Requests …"
            return self._unique(f"{self._part}OP({body})")
        self._count["OP"] = value
        return self._unique(f"{self._part}OP{body.replace(' ', '')}")

    def _suffix(self, parent: str, series: Series, body: str) -> str:
        if series.family == "bullet":
            self._bullets[parent] = self._bullets.get(parent, 0) + 1
            return f"(-{self._bullets[parent]})"
        return f"({body.replace(' ', '')})"

    def _counted(self, stem: str) -> str:
        self._count[stem] = self._count.get(stem, 0) + 1
        return self._unique(f"{self._part}{stem}{self._count[stem]}")

    def _unique(self, label: str) -> str:
        """The label, or the next one like it that is free."""
        free, number = label, 1
        while free in self._labels:
            number += 1
            head, bracket, tail = label.rpartition("(")
            free = f"{head}+{number}{bracket}{tail}" if head else f"{label}+{number}"
        self._labels.add(free)
        return free

    # -- unnumbered --------------------------------------------------------------------------

    def _before(self) -> str:
        for row in reversed(self.rows):
            if row.role is Role.BODY:
                return row.text or "."
            if row.role is not Role.NOTE:
                return "."
        return "."

    def _last(self) -> Row | None:
        """The row that words without a number may continue."""
        for row in reversed(self.rows):
            if row.role is Role.BODY:
                return row
            if row.role is not Role.NOTE:
                return None
        return None

    def _unnumbered(self, at: int, block: Block) -> None:
        text = block.text
        if block.marker:  # no number after all
            block = Block(block.role, f"{block.marker.printed} {block.rich}", None, block.strong, block.place)
            text = block.text
        last = self._last()
        if last is not None and not last.text:  # an empty paragraph whose words come without number
            last.pieces.append(block.rich)
            return
        if last is not None and self._continues(last, block, text):
            if self._stack and len(self._stack) > 1 and self._wraps(at, last, block):
                return
            last.pieces.append(block.rich)
            return
        if self._is_heading(at, text, last):
            self.rows.append(Row(Role.HEADING, "", [block.rich], block.place))
            return
        self._paragraph(at, block, text, last)

    def _continues(self, last: Row, block: Block, text: str) -> bool:
        """Whether words go on from the row before them, over a page or after a list."""
        if not block.strong:
            return True
        if lower(text):
            return True
        if not ended(last.text):
            begins = participle(text) or (operative(text) and not self._numbered)
            return not (self._region == "preambular" and begins) and last.label != ""
        if self._region == "operative" and self._numbered and self._stack:
            return not operative(text) and not participle(text) and not ended_firmly(last.text)
        return False

    def _wraps(self, at: int, last: Row, block: Block) -> bool:
        """Words after the last item that close the paragraph, rather than go on with the item."""
        if not ended(last.text) or last.text.endswith((" and", " or")):
            return False  # "; and" promises another item
        owner = self._stack[-2].label
        after = self._next_marker(at)
        if after is not None:
            for series, value, _ in after.readings:
                for depth in range(len(self._stack) - 1, -1, -1):
                    if self._stack[depth].series == series and self._stack[depth].value + 1 == value:
                        if depth == len(self._stack) - 1:
                            return False  # the list goes on: a second paragraph of the item
                        owner = self._stack[depth].label
                        del self._stack[depth + 1 :]
                        break
                else:
                    continue
                break
            else:
                del self._stack[-1:]
        else:
            owner = self._stack[0].label
            del self._stack[1:]
        if owner in self._wrapped:  # one closing is all that a paragraph has
            last.pieces.append(block.rich)
            return True
        self._wrapped.add(owner)
        self.rows.append(Row(Role.BODY, "", [block.rich], block.place, wraps=owner))
        return True

    def _is_heading(self, at: int, text: str, last: Row | None) -> bool:
        if len(text) > _HEADING_LENGTH or ended(text) or lower(text):
            return False
        if participle(text) or operative(text):
            return False
        if last is not None and not ended(last.text):
            return False
        return at + 1 < len(self._blocks)

    def _paragraph(self, at: int, block: Block, text: str, last: Row | None) -> None:
        label = ""
        if self._region == "statement":
            if not self._speaking and ("made the following statement" in text or not self._speaks(text)):
                self.rows.append(Row(Role.HEADING, "", [block.rich], block.place))
                return
            self._speaking = True
            label = self._counted("P")
        elif self._region == "annex":
            label = self._counted("AN")
        elif self._region == "preambular":
            if operative(text) and (not self._numbered or leads_off(text)):
                self._region = "operative"
                label = self._chapeau() if self._numbered else self._next_operative()
            else:
                label = self._counted("PP")
        elif self._numbered and last is not None and not operative(text):
            last.pieces.append(block.rich)
            return
        elif participle(text) and not operative(text):
            self.rows.append(
                Row(Role.BODY, "", [block.rich], block.place, self._counted("PP"), "", None, "preambular")
            )
            return
        else:
            label = self._next_operative()
        self._stack = [_Level(Series("none", ""), 0, label)]
        if self._region == "operative":
            self._stack = [_Level(MAIN, self._count["OP"], label)]
        self.rows.append(Row(Role.BODY, "", [block.rich], block.place, label, "", None, self._region))

    def _next_operative(self) -> str:
        self._count["OP"] = self._count.get("OP", 0) + 1
        return self._unique(f"{self._part}OP{self._count['OP']}")

    def _chapeau(self) -> str:
        """ "Decides:" before paragraph 1 is paragraph 0, and the numbered ones hang on it."""
        self._count["OP"] = 0
        self._over = self._unique(f"{self._part}OP0")
        return self._over

    @staticmethod
    def _speaks(text: str) -> bool:
        return text.lstrip('“"').startswith(("The Security Council", "The Council"))


def _numbered(blocks: Sequence[Block]) -> bool:
    """Whether the paragraphs of a document have numbers: a clear one, or two that may be some."""
    end = next((at for at, b in enumerate(blocks) if b.role is Role.ANNEX or ANNEX.match(b.text)), None)
    blocks = blocks[:end]
    first = next(
        (at for at, b in enumerate(blocks) if b.role is Role.BODY and b.marker and b.marker.arabic), 0
    )
    before = [b.text for b in blocks[:first] if b.role is Role.BODY and not b.marker]
    if before and operative(before[-1]) and sum(map(operative, before)) > 1:
        return False  # the numbers are those of a list in the last of the paragraphs
    clear = [b.marker for b in blocks if b.role is Role.BODY and b.marker and b.marker.arabic and b.strong]
    return any(marker.readings[0][0] == MAIN for marker in clear) or len(clear) > 1

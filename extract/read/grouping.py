"""Groups the clean lines of a text to blocks: paragraphs, items, headings, footnotes."""

from __future__ import annotations

import re

from .blocks import Block, Role
from .clean import Line, join, vocabulary
from .numbers import MAIN, Marker, marker_at
from .rich import drop, plain
from .wording import ADOPTED, ANNEX, OPENER, ended, leads_off, lower, operative, participle, preambular

_LONG = 150  # characters: a line of a text that breaks lines only between paragraphs
_SHORT = 100  # characters: an item that is only a title
#: The rest of that line, where a blank one breaks it.
_MEETING = re.compile(r"\d{1,4}(?:st|nd|rd|th) meeting\b.{0,80}$")
_NOTE = re.compile(r"(?:\d{1,3}[.)]?|\*{1,3}|[a-z]/|[†‡§])\s+\S")
_NOTE_SURE = re.compile(
    r"(?:\d{1,3}(?:\.|/)?|\*{1,3}|[a-z]/|[†‡§])\s*"
    r"(?:Ibid|See|Official Records|Adopted (?:as|by|at|without|unan)|"
    r"Resolutions? \d|Resolutions or decisions|Documents? [SAE]/|S/|A/|E/|"
    r"United Nations, Treaty|League of Nations|Subsequently|Previously|Reissued|Op\. cit|Quoted|One member|"
    r"Two members|Three members|For the (?:text|report|letter|list|proceedings|discussion)\b)"
)
_PART = re.compile(r"(?:[A-H]|PART [IVX]+|Part [IVX]+)$")


def grouped(body: list[Line], known: list[Line], *, statement: bool) -> list[Block]:
    """The blocks of a text.

    Args:
        body: Its lines from the words of the body on, one at least.
        known: All its lines: what words they have tells which hyphens at their ends are the words' own.
        statement: Whether it is a presidential statement.
    """
    return _Blocks(body, vocabulary(known), statement).found


def _spaced(found: list[Line]) -> bool:
    """Whether the text sets its paragraphs off by blank lines."""
    heads = [line.apart for line in found if marker_at(line.text) or participle(line.text)]
    return sum(heads) * 10 > len(heads) * 6


def _resumes(text: str) -> bool:
    """Whether a line below a footnote belongs to the text again."""
    marker = marker_at(text)
    return participle(text) or operative(text) or (marker is not None and marker.arabic)


def _headlike(text: str) -> bool:
    """Whether a line may be a heading: short, without a stop, and no small letter first."""
    return len(text) <= 120 and not ended(text) and not lower(text)


def _main(text: str) -> bool:
    marker = marker_at(text)
    return marker is not None and marker.readings[0][0] == MAIN


def _margin(found: list[Line]) -> int:
    """The indent that most lines have."""
    counts: dict[int, int] = {}
    for line in found:
        counts[line.indent] = counts.get(line.indent, 0) + 1
    return min(counts, key=lambda indent: (-counts[indent], indent), default=0)


class _Blocks:
    """Groups lines to blocks, one after the other."""

    def __init__(self, found: list[Line], known: frozenset[str], statement: bool) -> None:
        self._known = known
        self._statement = statement
        self.found: list[Block] = []
        self._pieces: list[str] = []  # the lines of the block, and what stands between them
        self._length = 0
        self._role = Role.BODY
        self._marker: Marker | None = None
        self._strong = True
        self._line: Line | None = None
        self._first: Line | None = None
        self._spaced = _spaced(found)
        self._tail = False  # past "Adopted at the …": footnotes
        self._heading = self._headed = False  # this block, and the next, is a heading in tight text
        self._begun = False  # a paragraph has been seen
        self._counting = False  # a paragraph with a number has been seen
        widths = sorted(line.width for line in found)
        self._width = widths[len(widths) * 4 // 5]
        self._numbered = any(line.apart or not self._spaced for line in found if _main(line.text))
        self._main = 0  # the last number of that kind
        self._margin = _margin(found)
        for at, line in enumerate(found):
            self._take(line, found[at + 1 : at + 4])
        self._flush()

    def _take(self, line: Line, after: list[Line]) -> None:
        role = self._role_of(line)
        text = line.text
        if role is not Role.BODY:
            self._begin(line, role)
            if role is Role.OPENER:
                self._tail = False
            return
        if self._line is None or self._first is None:
            self._begin(line, Role.NOTE if self._tail and _NOTE.match(text) else role)
            return
        if self._role in (Role.OPENER, Role.ANNEX, Role.PART):
            self._begin(line, role)
            return
        if self._role is Role.HEADING:  # the adoption line may run on
            if line.apart or (ended(self._text()) and not self._tail):
                self._begin(line, Role.NOTE if self._tail and _NOTE.match(text) else role)
            else:
                self._add(line)
            return
        if self._role is Role.NOTE or self._tail:
            if self._tail and _NOTE.match(text):
                self._begin(line, Role.NOTE)
            elif not self._tail and (line.apart or _resumes(text)):
                self._begin(line, role)
            else:
                self._add(line)
            return
        if self._starts(line, text, after):
            self._begin(line, role)
        else:
            self._add(line)

    def _role_of(self, line: Line) -> Role:
        text = line.text
        if OPENER.match(text):
            return Role.OPENER
        if self._begun and len(text) < 200 and ANNEX.match(text) and self._complete():
            return Role.ANNEX
        if self._tail and _MEETING.match(text):
            return Role.HEADING
        if not self._begun and ADOPTED.match(text):
            return Role.HEADING
        if ADOPTED.match(text) and (line.apart or self._line is None or ended(self._text())):
            self._tail = True
            return Role.HEADING
        if line.foot and self._begun and _NOTE.match(text):
            return Role.NOTE
        if _NOTE_SURE.match(text) and (line.apart or ended(self._text())):
            return Role.NOTE
        if line.bold and line.apart:
            return Role.HEADING
        if self._tail and _PART.match(text):
            self._tail = False
            return Role.PART
        return Role.BODY

    def _starts(self, line: Line, text: str, after: list[Line]) -> bool:
        """Whether a line begins a block of its own."""
        before = self._text()
        previous = self._line
        assert previous is not None
        marker = marker_at(text)
        complete = ended(before)
        if marker and marker.arabic:
            value = marker.readings[0][1]
            if marker.readings[0][0] == MAIN and value == self._main + 1 and operative(text[marker.width :]):
                return True
        if marker and marker.bullet and not line.apart:
            return not self._spaced and (complete or not lower(text[marker.width :]))
        if marker and self._spaced and not line.apart and not marker.arabic:
            marker = None
        if marker:
            if line.apart or complete or leads_off(before) or self._heading:
                return True
            if not self._spaced and self._length < _SHORT and not lower(text[marker.width :]):
                return True  # "(a) Protection of civilians", and its first item
            return previous.width > _LONG
        if line.apart:
            if self._statement and text[:1] in '“"':
                return True  # each paragraph of a statement is quoted anew, whatever ends the one before
            if lower(text):
                return complete
            return complete or participle(text) or operative(text) or previous.bold
        if lower(text) or not complete:
            return False
        if participle(text) or operative(text):
            # Where blank lines set paragraphs off, a line that follows a full one goes on with it.
            if not self._spaced or not self._numbered:
                return True
            if not self._counting and participle(text) and previous.width * 4 < self._width * 3:
                return True
            if not self._counting and not self._statement and preambular(text):
                return True  # a preamble has no sentences: the blank line was left out
        if not self._spaced and self._heads(text, after):
            self._headed = True
            return True
        if not self._spaced and line.indent > self._margin + 2:
            return True
        if self._statement and text[:1] in '“"':
            return True
        return not self._spaced and previous.width > _LONG

    def _heads(self, text: str, after: list[Line]) -> bool:
        """Whether a line is a heading: short, no stop, and a numbered paragraph follows."""
        if not _headlike(text):
            return False
        for line in after:
            if following := marker_at(line.text):
                return not following.bullet
            if len(line.text) > 120 or ended(line.text):
                return False
        return False

    def _complete(self) -> bool:
        """Whether the words so far want nothing after them."""
        return self._line is None or self._role is not Role.BODY or ended(self._text())

    def _text(self) -> str:
        return plain("".join(self._pieces[-4:]))[-80:]

    def _begin(self, line: Line, role: Role) -> None:
        before = self._text()
        self._flush()
        self._role = role
        if self._marker and self._marker.arabic:
            self._counting = True
            if self._marker.readings[0][0] == MAIN:
                self._main = self._marker.readings[0][1]
        self._begun = self._begun or role is Role.BODY
        self._line = self._first = line
        self._marker = marker_at(line.text) if role is Role.BODY else None
        apart = line.apart or not before or self._heading
        bullet = self._marker is not None and self._marker.bullet
        self._strong = (
            not self._marker
            or apart
            or (not self._spaced and (bullet or ended(before) or self._length < _SHORT))
        )
        self._heading, self._headed = self._headed, False
        self._pieces = [drop(line.rich, self._marker.width) if self._marker else line.rich]
        self._length = len(self._pieces[0])

    def _add(self, line: Line) -> None:
        before, glue = join(self._pieces[-1], line.rich, self._known)
        self._pieces[-1:] = [before, glue, line.rich]
        self._length += len(line.rich) + 1
        self._line = line

    def _flush(self) -> None:
        if self._first is not None:
            place = f"line {self._first.number}"
            rich = "".join(self._pieces)
            item = marker_at(plain(rich[:40])) if self._marker and self._marker.arabic else None
            if item and item.printed.startswith("("):  # "5. (a) Decides": two numbers
                self.found.append(Block(self._role, "", self._marker, self._strong, place))
                self._marker, self._strong = item, True
                rich = drop(rich, item.width)
            self.found.append(Block(self._role, rich, self._marker, self._strong, place))
        self._first = self._line = None
        self._pieces, self._length = [], 0

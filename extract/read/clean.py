"""From a text file to clean lines: markup, page furniture and breaks of the print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .rich import OFF, ON, plain, same, squeeze
from .wording import HYPHENED_ENDS, KEPT_HYPHENS

_LINK = re.compile(r"!?\[((?:[^\[\]\\\n]|\\.){1,300})\]\([^()\s]{0,500}\)")
_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?![\w*])")
_ITALIC = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]{1,300}?)(?<=[^\s\\])\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|\"'])")
_HASH = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*$")
_RULE = re.compile(r"^\s*(?:[-*_=~]\s*){3,}$")
_QUOTE = re.compile(r"^(?:> ?)+")
_MARKDOWN = re.compile(
    r"^ {0,3}#{1,6} \S|\]\([^()\s]{0,500}\)|(?<![\w*])\*{1,2}[A-Z][^*\n]{0,200}\*{1,2}(?![\w*])|\\[(\[]",
    re.MULTILINE,
)
_FURNITURE = re.compile(
    r"""(?:
      \d{1,3}/\d{1,3}(?:\s+\d\d-\d{5})?            # 2/4   23-10882
    | \d\d-\d{5}(?:\s+\(E\))?(?:\s+\d{1,3}(?:/\d{1,3})?)?\s*(?:\d{6})?
    | \(?E\)?\s+\d{6}
    | \*\d{7}\*
    | (?:Page|page)\s+\d{1,3}(?:\s+(?:of|/)\s+\d{1,3})?
    | [-–—]\s?\d{1,3}\s?[-–—]
    | (?:S|A|E)/(?:RES/|PRST/|HRC/)?\d{2,4}(?:/\d{1,4})?(?:/Rev\.\d)?(?:\s?\(\d{4}\))?\s*\*?
    | United\s+Nations | Please\s+recycle.* | Distr\.:?\s*\w* | Original:\s*\w+
    | Security\s+Council | General\s+Assembly | Provisional
    )""",
    re.VERBOSE,
)
_PAGE_NUMBER = re.compile(r"\d{1,3}")
#: Fewest letters of two words that a hyphen joins, rather than the syllables of one.
_FIRST_WORD, _SECOND_WORD = 6, 5
#: Fewest letters before a second part that has its hyphen: "civilian-led", not "cal-led".
_FIRST_PART = 5
_SYMBOL_LINE = re.compile(r"\[?(?:S|A|E)/\S+(?: \(\d{4}\))?\]?\*?")

_BROKEN = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[“\"(]?([^\W\d_]+)")
#: A line that a scan puts for a speck or a space: "Calls _ upon", "Calls_on".
_STRAY = re.compile(r"(?<=\w )_(?= \w)|(?<=\b[A-Z][a-z]{4})_(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, without markup.

    Attributes:
        rich: Its words, squeezed, with marks of emphasis.
        number: Its number in the source, from 1.
        indent: Spaces before the first word.
        width: Characters from there on, as printed.
        apart: Whether blank lines (or a page's edge) come before it.
        page: Whether a page's edge comes before it, so that the blank lines may mean nothing.
        foot: Whether a rule is drawn above it, as over footnotes.
        bold: Whether all of it is bold, or a Markdown heading.
    """

    rich: str
    number: int
    indent: int
    width: int
    apart: bool
    page: bool
    bold: bool
    foot: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return plain(self.rich)


def normal(text: str) -> str:
    """A text with one character for each thing, and for the end of a line."""
    return same(text.replace("\r\n", "\n").replace("\r", "\n"))


def lines(text: str) -> Iterator[Line]:
    """Cuts a text into clean lines; blank lines and page furniture are left out.

    Args:
        text: The whole source, as ``normal`` leaves it.
    """
    marked = bool(_MARKDOWN.search(text))
    apart, page, foot = True, False, False
    begun = False
    raw = text.split("\n")
    for number, source in enumerate(raw, 1):
        parts = source.split("\f")
        for at, part in enumerate(parts):
            if at:
                apart = page = True
            stripped = part.strip()
            if not stripped:
                apart = True
                continue
            if _furniture(stripped, raw, number - 1, begun):
                apart = page = True
                continue
            bold = False
            if _RULE.match(part):
                apart, foot = True, "_" in part
                continue
            if marked:
                part, bold = _unmark(part)
                if not part.strip():
                    continue
            words = squeeze(_STRAY.sub(" ", part) if "_" in part else part)
            if not plain(words):
                continue
            indent = len(part) - len(part.lstrip())
            yield Line(words, number, indent, len(stripped), apart, page, bold, foot)
            begun = True
            apart = page = foot = False


def _furniture(text: str, raw: list[str], at: int, begun: bool) -> bool:
    """Whether a line is a page's header or footer and says nothing."""
    if len(text) > 60:
        return False
    if _FURNITURE.fullmatch(text):
        # The symbol at the head of a document is no furniture.
        return begun or not _SYMBOL_LINE.fullmatch(text)
    if _PAGE_NUMBER.fullmatch(text):
        around = (raw[at - 1] if at else "", raw[at + 1] if at + 1 < len(raw) else "")
        return all(not line.strip() for line in around)
    return False


def _unmark(line: str) -> tuple[str, bool]:
    """The line without Markdown, its italics as marks, and whether it is a heading."""
    line = _QUOTE.sub("", line)
    bold = False
    if found := _HASH.match(line):
        line, bold = found[1], True
    line = _LINK.sub(r"\1", line)
    whole = line.strip()
    if whole.startswith(("**", "__")):
        bold = bold or whole.endswith(whole[:2]) or "**" not in whole[2:]
    line = _STRONG.sub(r"\2", line)
    line = line.replace("**", "")
    line = _ITALIC.sub(rf"{ON}\2{OFF}", line)
    return _ESCAPE.sub(r"\1", line), bold


def join(before: str, after: str, known: frozenset[str]) -> tuple[str, str]:
    """Mends the word that is broken between two lines of the print.

    Args:
        before: The first line, rich.
        after: The second one.
        known: Words with a hyphen, and words without, that the document has inside its lines.

    Returns:
        The first line as it is to be, and what stands between it and the second.
    """
    first, second = plain(before), plain(after)
    broken = _BROKEN.search(first[-40:])
    start = _FIRST.match(second)
    if broken and start:
        if keeps_hyphen(broken[1], start[1], known):
            return before, ""
        bare = before.rstrip(OFF)
        return bare[:-1] + before[len(bare) :], ""
    if first.endswith("-") and second[:1].isdigit() and first[-2:-1].isdigit():
        return before, ""
    if first.endswith("/") and second[:1].isalnum() and not first.endswith(" /"):
        return before, ""
    return before, " "


def keeps_hyphen(left: str, right: str, known: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end is the word's own ("cease-/fire") or the printer's."""
    if right[:1].isupper():
        return True
    low = f"{left}-{right}".lower()
    if low in known:
        return True
    if f"{left}{right}".lower() in known:
        return False
    words = len(left) >= _FIRST_WORD and len(right) >= _SECOND_WORD and {left.lower(), right.lower()} <= known
    if words:  # "supplier-/consumer", not "under-/standing"
        return True
    return left.lower() in KEPT_HYPHENS or (len(left) >= _FIRST_PART and right.lower() in HYPHENED_ENDS)


def vocabulary(found: list[Line]) -> frozenset[str]:
    """The words that stand whole inside the lines, in small letters."""
    words: set[str] = set()
    for line in found:
        words.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=[^\w-])", line.text.lower()))
    return frozenset(words)

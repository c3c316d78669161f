"""Reads plain text and Markdown: resolutions as typed, scanned, pasted or taken from a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import InputError
from ..document import Document
from .assemble import Assembled
from .blocks import Block, Role
from .clean import Line, lines, normal
from .grouping import grouped
from .metadata import Metadata, from_text
from .numbers import marker_at
from .outline import Outline
from .runon import unroll
from .wording import ADOPTED, OPENER, OPENER_INLINE, ended, operative

_TITLE = re.compile(
    r"(?:Security Council )?(?:Resolution|RESOLUTION) \d{1,4}\b|\d{1,4} \(\d{4}\)\.? Resolution"
)

_FIRST = 70  # lines that tell whether a text is one, if the name of no body begins a line
_HEAD = 60  # lines that a title or a statement's first words stand in
_BODY = 200  # lines of the body that tell whether it is one
#: Where the markup still stands: a line that begins with the name of a body, one that has nothing but that
#: name or goes on after a comma, and words that may be put on a line of their own ("…. The Board 5. Asks").
#: That more lines than those look like it does no harm.
_NAMES = r"(?:^|(?<=\f))[^A-Za-z\n\f]*The\b[^\n\f]*(?:Council|Assembly|Commission|Conference|Committee|Board)"
_CUT = r"[;.][^A-Za-z\n\f]{1,20}The\b[^;.:,()\n\f]{2,200}\d\."
_NAMED = re.compile(_NAMES, re.MULTILINE)
_OPENED = re.compile(rf"{_NAMES}[^A-Za-z\n\f]*(?:$|[,\f\]]|on\b)|{_CUT}", re.MULTILINE)


def read_text(text: str, name: str, sha256: str) -> Document:
    """Reads a document from text.

    Args:
        text: The whole source, decoded.
        name: The source's name, for errors and ``Document.source``.
        sha256: Of the source's bytes.

    Raises:
        InputError: If the text is no resolution, statement or draft.
    """
    text = normal(text)
    rest = unroll(lines(text))
    found = _telling(rest, text)
    head, body, metadata = _parts(found, name, sha256)
    if more := list(rest):
        found += more
        head, body, metadata = _parts(found, name, sha256)
    if not body:
        raise _refused(name)
    blocks = [Block(Role.HEADING, line.rich, place=f"line {line.number}") for line in head]
    blocks += grouped(body, found, statement=metadata.kind == "statement")
    outline = Outline(blocks, statement=metadata.kind == "statement")
    parts = Assembled(outline.rows)
    if not parts.paragraphs:
        raise InputError(
            "no paragraph found in this text", place=name, remedy="give the text of a resolution in full"
        )
    return Document(
        symbol=metadata.symbol,
        kind=metadata.kind,
        body=metadata.body,
        title=metadata.title,
        adopted=metadata.adopted,
        meeting=metadata.meeting,
        text=parts.text,
        sha256=sha256,
        source=name,
        format="text",
        paragraphs=parts.paragraphs,
        headings=tuple(parts.headings),
        notes=tuple(parts.notes),
        emphases=tuple(parts.emphases),
        draft=metadata.draft,
    )


def _telling(rest: Iterator[Line], text: str) -> list[Line]:
    """Takes as many lines as tell whether a text is one that is read; of most texts these are all.

    Only a text of which no line opens as resolutions do is told by its first lines, or by those where
    the body's name first stands at the head of one. So what is large and no resolution is refused at once.

    Args:
        rest: The lines of the text; those that are taken are gone from it.
        text: The text itself.
    """
    text = text.replace("**", "")
    if _OPENED.search(text):
        return list(rest)
    last = _FIRST if not _NAMED.search(text) else None
    found: list[Line] = []
    for line in rest:
        found.append(line)
        if last is None and (_opens_inline(line) or (marker_at(line.text) and len(found) > 1)):
            last = _FIRST + len(found) + _BODY
        if last is not None and len(found) >= last:
            break
    return found


def _parts(found: list[Line], name: str, sha256: str) -> tuple[list[Line], list[Line], Metadata]:
    """The lines of the head, those of the body, and what they say of the text.

    Raises:
        InputError: If it is no resolution, statement or draft.
    """
    head, body = _split_head(found)
    metadata = from_text([line.text for line in found], len(head), name, sha256)
    if body and not _resolution(head, body, metadata):
        raise _refused(name)
    return head, body, metadata


def _refused(name: str) -> InputError:
    return InputError(
        "no resolution, statement or draft found in this text",
        place=name,
        remedy='give a text with a line such as "The Security Council," or "Resolution 123 (1999)"',
    )


def _split_head(found: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines before the words of the body, and the rest."""
    for at, line in enumerate(found):
        if OPENER.match(line.text) or (at < _HEAD and _statement_start(line.text)):
            return found[:at], found[at:]
    for at, line in enumerate(found):
        if _opens_inline(line):
            return found[:at], found[at:]
        if marker_at(line.text) and at:
            break
    for at, line in enumerate(found[:20]):
        if _TITLE.match(line.text):
            end = at + 1
            while end < len(found) and _heads(found[end].text):
                end += 1
            return found[:end], found[end:]
    return [], found


def _opens_inline(line: Line) -> bool:
    """Whether the words of the body go on behind its name."""
    inline = OPENER_INLINE.match(line.text)
    return bool(inline and line.text[inline.end() :].strip(" ,"))


def _heads(text: str) -> bool:
    return bool(ADOPTED.match(text)) or (len(text) < 40 and not ended(text))


def _statement_start(text: str) -> bool:
    return text.startswith("At the ") and "meeting of the Security Council" in text


def _resolution(head: list[Line], body: list[Line], metadata: Metadata) -> bool:
    if metadata.kind == "statement":
        return True
    if OPENER.match(body[0].text) or any(_TITLE.match(line.text) for line in head[:20]):
        return True
    return bool(OPENER_INLINE.match(body[0].text)) and sum(operative(line.text) for line in body[:_BODY]) > 0

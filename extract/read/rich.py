"""Text with its emphases inside it, and the characters that all readers agree on.

While a text is being cut and joined, emphases ride along as two private-use characters, so that
no offsets need to be moved. They are taken out, and turned into spans, when the document is put
together.
"""

from __future__ import annotations

import re

ON, OFF = "\ue000", "\ue001"

_MARKS = re.compile(f"[{ON}{OFF}]")
# What is written differently but is the same word: a no-break hyphen, kinds of spaces, and
# characters that are not printed at all.
_SAME = {
    ord("\u00a0"): " ",
    ord("\u202f"): " ",
    ord("\u2007"): " ",
    ord("\u2009"): " ",
    ord("\u2002"): " ",
    ord("\u2003"): " ",
    ord("\u3000"): " ",
    ord("\t"): " ",
    ord("\v"): " ",
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
    ord("\u0085"): "\n",
    ord("\u2011"): "-",
    ord("\u2010"): "-",
    ord("\u00ad"): None,
    ord("\u200b"): None,
    ord("\u200c"): None,
    ord("\u200d"): None,
    ord("\u200e"): None,
    ord("\u200f"): None,
    ord("\u2060"): None,
    ord("\ufeff"): None,
    ord(ON): None,
    ord(OFF): None,
    ord("\ufb00"): "ff",
    ord("\ufb01"): "fi",
    ord("\ufb02"): "fl",
    ord("\ufb03"): "ffi",
    ord("\ufb04"): "ffl",
}
_HYPHENS = re.compile(r"(?<=\w) ?\u2011 ?(?=\w)")


def same(text: str) -> str:
    """The text with one character for each thing: plain spaces and hyphens, no soft hyphens.

    Spaces around a no-break hyphen come from typesetting ("multi \u2011ethnic") and go.
    """
    if "\u2011" in text:
        text = _HYPHENS.sub("-", text)
    return text.translate(_SAME)


def plain(rich: str) -> str:
    """The text without its marks of emphasis."""
    return _MARKS.sub("", rich) if ON in rich or OFF in rich else rich


def squeeze(rich: str) -> str:
    """Single spaces, none at the ends, emphasis drawn tight around its words."""
    text = " ".join(rich.split())
    if ON not in text:
        return text
    text = re.sub(f"{ON} ", f" {ON}", text)
    text = re.sub(f" {OFF}", f"{OFF} ", text)
    text = text.replace(ON + OFF, "")
    return " ".join(text.split())


def drop(rich: str, count: int) -> str:
    """The text without its first ``count`` printed characters; the marks stay."""
    kept = []
    for at, char in enumerate(rich):
        if count <= 0:
            kept.append(rich[at:])
            break
        if char in (ON, OFF):
            kept.append(char)
        else:
            count -= 1
    return squeeze("".join(kept))


def emphases(rich: str) -> tuple[str, list[tuple[int, int]]]:
    """The plain text, and where its emphases start and end in it."""
    if ON not in rich and OFF not in rich:
        return rich, []
    out: list[str] = []
    spans: list[tuple[int, int]] = []
    length, start = 0, -1
    for piece in re.split(f"([{ON}{OFF}])", rich):
        if piece == ON:
            start = length if start < 0 else start
        elif piece == OFF:
            if 0 <= start < length:
                spans.append((start, length))
            start = -1
        else:
            out.append(piece)
            length += len(piece)
    if 0 <= start < length:
        spans.append((start, length))
    return "".join(out), spans

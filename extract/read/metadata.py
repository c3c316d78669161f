"""What a text says of itself: symbol, body, title, adoption, meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .wording import OPENER, OPENER_INLINE

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}),? (\d{{4}})\b")
_RESOLUTION = re.compile(r"\b(?:Resolution|RESOLUTION) (\d{1,4}) ?\((\d{4})\)")
_OLD = re.compile(r"^(\d{1,4}) \((\d{4})\)\.? ?Resolution\b")
_SYMBOL = re.compile(
    r"\b((?:S|A|E)/(?:RES/\d{1,4}(?:/\d{1,3})?(?: ?\(\d{4}(?:-[A-Z]+)?\))?|PRST/\d{4}/\d{1,3}|"
    r"HRC/RES/\d{1,3}/\d{1,3}|"
    r"\d{4}/\d{1,4}(?:/Rev\.\d)?|\d{4}/L\.\d{1,4}|\d{1,5}(?:/Rev\.\d)?(?![/\d])))"
)
_MEETING = re.compile(r"\b(\d{1,3} ?\d{1,2}|\d)(?:st|nd|rd|th)\.? (?:\(?\w+\)? )?(?:plenary )?meeting")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head and the tail of a text say; the fields are those of ``Document``."""

    symbol: str
    kind: str
    body: str
    title: str
    adopted: date | None
    meeting: int | None
    draft: str


def normalised(symbol: str) -> str:
    """A symbol without inner spaces, ``*`` or brackets around it."""
    return "".join(symbol.split()).strip("[]*,.;")


def day(text: str) -> date | None:
    """The first date of the form "20 December 2016" in a text."""
    for found in _DATE.finditer(text):
        try:
            return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
        except ValueError:
            continue
    return None


def from_text(lines: Sequence[str], head: int, name: str, sha256: str) -> Metadata:
    """Reads the metadata of a text.

    Args:
        lines: Its clean lines.
        head: How many of them stand before the body's own words.
        name: The source's name: tells a symbol where the text has none.
        sha256: Names an untitled text.
    """
    top = " ".join(lines[: max(head, 1) + 1] if head else lines[:1])
    closing = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].startswith("Adopted ")), None)
    bottom = " ".join(lines[closing : closing + 3]) if closing is not None and closing >= head else ""
    body = next((m[1] for m in map(OPENER.match, lines) if m), "")
    if not body:
        body = next((m[1] for m in map(OPENER_INLINE.match, lines) if m), "Security Council")
    statement = "Statement by the President" in top or "made the following statement" in " ".join(
        lines[head : head + 6]
    )
    symbol = ""
    year = ""
    own = [m[1] for line in lines[:head] for m in _SYMBOL.finditer(line)]
    prst = next((s for s in own if "PRST" in s), "")
    if prst:
        statement = True
    resolution = _RESOLUTION.search(top) or next((m for m in map(_OLD.match, lines[:head]) if m), None)
    draft = ""
    if prst:
        symbol = prst
    elif any("/RES/" in s for s in own):
        symbol = next(s for s in own if "/RES/" in s)
    elif resolution and body == "Security Council":
        symbol = f"S/RES/{resolution[1]}({resolution[2]})"
        year = resolution[2]
    elif own and (len(own[0]) > 6):
        symbol = own[0]
    elif found := _from_name(name):
        symbol = found
    symbol = normalised(symbol)
    if statement or "PRST" in symbol:
        kind = "statement"
    elif "RES" in symbol or resolution:
        kind = "resolution"
    elif symbol or "draft resolution" in top.lower():
        kind = "draft"
    else:
        kind = "resolution" if bottom or "Adopted by" in top else "draft"
    if not symbol:
        symbol = f"untitled/{sha256[:12]}"
    opening = " ".join(lines[head : head + 3])
    adopted = day(top) or day(bottom) or (day(opening) if kind == "statement" else None)
    found_meeting = _MEETING.search(top) or _MEETING.search(bottom)
    if not found_meeting and kind == "statement":
        found_meeting = _MEETING.search(opening)
    if own and year:
        draft = next((normalised(s) for s in own if "/RES/" not in s), "")
    title = _title(lines[:head], kind)
    return Metadata(
        symbol,
        kind,
        body,
        title,
        adopted,
        int(found_meeting[1].replace(" ", "")) if found_meeting else None,
        draft,
    )


def _from_name(name: str) -> str:
    """The symbol that a file's name spells: ``S_RES_2331_2016.md``, ``S_2023_427.txt``."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if found := re.match(r"S[_ -]RES[_ -](\d{1,4})[_ -]\(?((?:19|20)\d\d)\)?", stem):
        return f"S/RES/{int(found[1])}({found[2]})"
    if found := re.match(r"S[_ -]PRST[_ -](\d{4})[_ -](\d{1,3})", stem):
        return f"S/PRST/{found[1]}/{int(found[2])}"
    if found := re.fullmatch(r"S[_ -]((?:19|20)\d\d)[_ -](\d{1,4})", stem):
        return f"S/{found[1]}/{int(found[2])}"
    return ""


def _title(head: Sequence[str], kind: str) -> str:
    for line in head:
        if _RESOLUTION.search(line) or _OLD.match(line) or "Statement by the President" in line:
            return line
    return head[0] if head and kind == "draft" and len(head[0]) < 200 else ""

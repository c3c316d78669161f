"""Corrections: what a reader has found wrong, missing or right, in a plain file beside the text.

The file is TOML, one table ``[[correction]]`` a correction. A correction names its place by the
paragraph's label and the verb as printed, so that it outlives changes to the rules; and it keeps
words of the paragraph, so that it is not applied to another text in silence.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from ...errors import InputError
from .corrections import DIGITS, PARTS, Correction, CorrectionKind
from .rows import (
    choice_in,
    day_in,
    piece_of,
    refuse_others,
    tables_in,
    text_in,
    when_of,
    which_of,
    who_of,
    words_in,
)

ENDING = ".review.toml"
"""What the name of a file of corrections adds to that of its text."""

_HASH = re.compile(rf"[0-9a-f]{{{DIGITS}}}")


def review_path(source: Path) -> Path:
    """The file of corrections of a text: beside it, with an ending more."""
    return source.with_name(f"{source.name}{ENDING}")


def load_corrections(source: Path) -> tuple[tuple[Correction, ...], str]:
    """Reads the corrections of a text.

    Args:
        source: The text's file.

    Returns:
        The corrections in the order of the file, and the SHA-256 of its bytes; none and an empty
        text where there is no such file.

    Raises:
        InputError: The file cannot be read, or a correction is not as it should be.
    """
    path = review_path(source)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return (), ""
    except OSError as error:
        raise InputError(
            f"cannot be read ({(error.strerror or 'unreadable').lower()})", place=str(path)
        ) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("not UTF-8", place=str(path), remedy="save it as UTF-8") from None
    return parse_corrections(text, str(path)), hashlib.sha256(data).hexdigest()


def parse_corrections(text: str, place: str) -> tuple[Correction, ...]:
    """Reads corrections from TOML.

    Args:
        text: The TOML text.
        place: The file's name, for messages.

    Raises:
        InputError: It is no TOML; a field is missing, unknown or ill-typed; or two corrections
            say the same or contradict each other.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not valid TOML: {error}", place=place) from None
    except RecursionError:
        raise InputError("not valid TOML: nested too deeply", place=place) from None
    for name in data:
        if name != "correction":
            raise InputError(f"unknown table or field “{name}”", place=place, remedy="write [[correction]]")
    rows = data.get("correction", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError("“correction” is no array of tables", place=place, remedy="write [[correction]]")
    found = tuple(_correction(row, f"{place}, correction {n}") for n, row in enumerate(rows, 1))
    _check_together(found)
    return found


def _correction(row: Mapping[str, Any], place: str) -> Correction:
    refuse_others(row, {f.name for f in fields(Correction)} - {"place"}, place)
    if isinstance(row.get("paragraph"), str):
        place = f"{place} ({row['paragraph']})"
    kind = CorrectionKind(choice_in(row, "kind", tuple(CorrectionKind), place))
    rank = row.get("rank", 1)
    if type(rank) is not int or rank < 1:
        raise InputError(f"“rank” is {rank!r}, no number from 1 on", place=place)
    hashes = {name: text_in(row, name, place, needed=False) for name in ("hash", "seen")}
    for name, value in hashes.items():
        if value and not _HASH.fullmatch(value):
            raise InputError(f"“{name}” is no {DIGITS} hex digits", place=place, remedy="leave it out")
    _fits_kind(row, kind, place)
    return Correction(
        paragraph=text_in(row, "paragraph", place),
        verb=text_in(row, "verb", place),
        kind=kind,
        by=text_in(row, "by", place),
        rank=rank,
        act=text_in(row, "act", place, needed=False),
        addressees=tuple(who_of(one, place, ("including",)) for one in tables_in(row, "addressees", place)),
        contents=tuple(piece_of(one, place) for one in tables_in(row, "contents", place)),
        targets=tuple(who_of(one, place, ()) for one in tables_in(row, "targets", place)),
        times=tuple(when_of(one, place) for one in tables_in(row, "times", place)),
        qualifiers=words_in(row, "qualifiers", place),
        citations=tuple(which_of(one, place) for one in tables_in(row, "citations", place)),
        quote=text_in(row, "quote", place, needed=False),
        hash=hashes["hash"],
        seen=hashes["seen"],
        on=day_in(row, "on", place),
        why=text_in(row, "why", place, needed=False),
        place=place,
    )


def _fits_kind(row: Mapping[str, Any], kind: CorrectionKind, place: str) -> None:
    """Refuses a correction that says nothing of its kind, or something of another."""
    wanted = {CorrectionKind.ADD: "act", CorrectionKind.ACCEPT: "", CorrectionKind.REJECT: ""}.get(kind, kind)
    if wanted and wanted not in row:
        raise InputError(f"“{wanted}” is missing, which “{kind}” needs", place=place)
    for name in ("act", *PARTS):
        if name in row and name != wanted:
            raise InputError(
                f"“{name}” is nothing that “{kind}” has", place=place, remedy="write another correction"
            )
    if wanted == "act" and not row["act"]:
        raise InputError("“act” is empty", place=place)


def _check_together(found: Sequence[Correction]) -> None:
    kinds: dict[tuple[str, str, int], set[CorrectionKind]] = {}
    for correction in found:
        here = kinds.setdefault(correction.key, set())
        if correction.kind in here:
            raise InputError(
                f"a second “{correction.kind}” for “{correction.verb}”",
                place=correction.place,
                remedy="keep one of them",
            )
        here.add(correction.kind)
        if CorrectionKind.REJECT in here and len(here) > 1:
            raise InputError(
                f"“{correction.verb}” is rejected, and corrected too",
                place=correction.place,
                remedy="keep one of them",
            )

"""Corrections: what a reader has found wrong, missing or right, in a plain file beside the text.

The file is TOML, one table ``[[correction]]`` a correction. A correction names its place by the
paragraph's label and the verb as printed, so that it outlives changes to the rules; and it keeps
words of the paragraph, so that it is not applied to another text in silence.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ...errors import InputError
from ..model import ContentKind, Modality
from .corrections import DIGITS, Correction, CorrectionKind, Piece, Who, fold

ENDING = ".review.toml"
"""What the name of a file of corrections adds to that of its text."""

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HASH = re.compile(rf"[0-9a-f]{{{DIGITS}}}")
_HEAD = """\
# Corrections of a reader to what is read in {source}, applied whenever it is read.
#
# Each [[correction]] has:
#   paragraph  label of the paragraph: "OP2(c)"        verb  the verb as printed: "Calls upon"
#   rank       which one, where the paragraph has these words several times (1 where left out)
#   kind       "reject"      no act is done here
#              "add"         an act was missed: act = "call upon"
#              "act"         another dictionary form: act = "call upon"
#              "addressees"  addressees = [{{ text = "all States", actors = ["all-states"] }}]; and
#                            via = "including" for a member singled out of a group; [] for nobody
#              "contents"    contents = [{{ kind = "action", text = "to report" }}]; for long ones
#                            begins = "to report" and ends = "in 2030"; modality = "duty" if it is read wrong
#              "targets"     targets = [{{ text = "the Brigade", actors = ["brigade"] }}]
#              "accept"      what is read here is right
#   by         who says so; and, if you like: on = 2030-03-05, why = "…"
#   quote      words of the paragraph. Where they are not in it any more, the correction is reported
#              and not applied. So it is where hash (of the paragraph) or seen (of the act that was
#              accepted) no longer fits; leave them out of what you write by hand.
#
# “obligraph review” writes this file anew: it keeps every field, and no comment but this one.
"""


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


def toml_text(corrections: Iterable[Correction], source: str) -> str:
    """The corrections as the text of a file, in the order given; ``source`` is the text's name."""
    return _HEAD.format(source=" ".join(source.split())) + "".join(map(_table, corrections))


# ------------------------------------------------------------------------------------ reading


def _correction(row: Mapping[str, Any], place: str) -> Correction:
    _only(row, {f.name for f in fields(Correction)} - {"place"}, place)
    if isinstance(row.get("paragraph"), str):
        place = f"{place} ({row['paragraph']})"
    kind = CorrectionKind(_choice(row, "kind", tuple(CorrectionKind), place))
    rank = row.get("rank", 1)
    if type(rank) is not int or rank < 1:
        raise InputError(f"“rank” is {rank!r}, no number from 1 on", place=place)
    on = row.get("on")
    if on is not None and (not isinstance(on, date) or isinstance(on, datetime)):
        raise InputError("“on” is no day", place=place, remedy="write on = 2030-03-05, without quotes")
    hashes = {name: _text(row, name, place, needed=False) for name in ("hash", "seen")}
    for name, value in hashes.items():
        if value and not _HASH.fullmatch(value):
            raise InputError(f"“{name}” is no {DIGITS} hex digits", place=place, remedy="leave it out")
    _fits_kind(row, kind, place)
    return Correction(
        paragraph=_text(row, "paragraph", place),
        verb=_text(row, "verb", place),
        kind=kind,
        by=_text(row, "by", place),
        rank=rank,
        act=_text(row, "act", place, needed=False),
        addressees=tuple(_who(one, place, ("including",)) for one in _tables(row, "addressees", place)),
        contents=tuple(_piece(one, place) for one in _tables(row, "contents", place)),
        targets=tuple(_who(one, place, ()) for one in _tables(row, "targets", place)),
        quote=_text(row, "quote", place, needed=False),
        hash=hashes["hash"],
        seen=hashes["seen"],
        on=on,
        why=_text(row, "why", place, needed=False),
        place=place,
    )


def _fits_kind(row: Mapping[str, Any], kind: CorrectionKind, place: str) -> None:
    """Refuses a correction that says nothing of its kind, or something of another."""
    wanted = {CorrectionKind.ADD: "act", CorrectionKind.ACCEPT: "", CorrectionKind.REJECT: ""}.get(kind, kind)
    if wanted and wanted not in row:
        raise InputError(f"“{wanted}” is missing, which “{kind}” needs", place=place)
    for name in ("act", "addressees", "contents", "targets"):
        if name in row and name != wanted:
            raise InputError(
                f"“{name}” is nothing that “{kind}” has", place=place, remedy="write another correction"
            )
    if wanted == "act" and not row["act"]:
        raise InputError("“act” is empty", place=place)


def _who(row: Mapping[str, Any], place: str, ways: tuple[str, ...]) -> Who:
    _only(row, {"text", "actors", *(["via"] if ways else [])}, place)
    actors = row.get("actors")
    if not isinstance(actors, list) or not actors or not all(isinstance(key, str) for key in actors):
        raise InputError("“actors” is no array of keys", place=place, remedy='write actors = ["cted"]')
    for key in actors:
        check_actor_key(key, place)
    via = _text(row, "via", place, needed=False)
    if via and via not in ways:
        raise InputError(f"“via” is “{via}”, not one of: {', '.join(ways)}", place=place)
    return Who(_text(row, "text", place), tuple(dict.fromkeys(actors)), via)


def check_actor_key(key: str, place: str = "") -> None:
    """Refuses what cannot be an actor's key.

    Raises:
        InputError: The key is not of lower-case letters, digits and single hyphens.
    """
    if not _KEY.fullmatch(key):
        raise InputError(
            f"“{key}” is no key of an actor", place=place, remedy="use a-z, 0-9 and hyphens, as in all-states"
        )


def _piece(row: Mapping[str, Any], place: str) -> Piece:
    _only(row, {f.name for f in fields(Piece)}, place)
    kind = ContentKind(_choice(row, "kind", tuple(ContentKind), place))
    modality = None
    if "modality" in row:
        modality = Modality(_choice(row, "modality", tuple(Modality), place))
    whole = "text" in row
    if whole == ("begins" in row) or ("begins" in row) != ("ends" in row):
        raise InputError(
            "a content has “text”, or both “begins” and “ends”", place=place, remedy="give one or the other"
        )
    if whole:
        return Piece(kind, text=_text(row, "text", place), modality=modality)
    return Piece(kind, begins=_text(row, "begins", place), ends=_text(row, "ends", place), modality=modality)


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


def _only(row: Mapping[str, Any], names: set[str], place: str) -> None:
    for name in row:
        if name not in names:
            raise InputError(
                f"unknown field “{name}”", place=place, remedy=f"known are {', '.join(sorted(names))}"
            )


def _choice(row: Mapping[str, Any], name: str, choices: Sequence[str], place: str) -> str:
    value = _text(row, name, place)
    if value not in choices:
        raise InputError(f"“{name}” is “{value}”, not one of: {', '.join(choices)}", place=place)
    return value


def _text(row: Mapping[str, Any], name: str, place: str, *, needed: bool = True) -> str:
    value = row.get(name, "")
    if not isinstance(value, str):
        raise InputError(f"“{name}” is no text", place=place, remedy=f'write {name} = "…"')
    value = fold(value)
    if needed and not value:
        raise InputError(f"“{name}” is missing", place=place)
    return value


def _tables(row: Mapping[str, Any], name: str, place: str) -> list[dict[str, Any]]:
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise InputError(f"“{name}” is no array of tables", place=place, remedy=f"write {name} = [{{ … }}]")
    return value


# ------------------------------------------------------------------------------------ writing


def _table(correction: Correction) -> str:
    lines = ["", "[[correction]]"]
    for one in fields(correction):
        value = getattr(correction, one.name)
        own = one.name == correction.kind  # "addressees = []" says that there are none
        if one.name != "place" and (own or value != one.default):
            lines.append(f"{one.name} = {_value(value)}")
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        if not value or isinstance(value[0], str):
            return f"[{', '.join(map(_value, value))}]"
        rows = "".join(f"  {_inline(one)},\n" for one in value)
        return f"[\n{rows}]"
    return str(value)


def _inline(one: Who | Piece) -> str:
    given = ((f.name, getattr(one, f.name)) for f in fields(one))
    return f"{{ {', '.join(f'{name} = {_value(value)}' for name, value in given if value)} }}"


def _string(value: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")

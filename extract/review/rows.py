"""The values in a row of a file of corrections, each checked, and refused with its place when wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from ...errors import InputError
from ..model import ContentKind, Modality, TimeKind
from ..times.iso import iso_fault
from .corrections import Piece, When, Which, Who, fold
from .names import uses

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def who_of(row: Mapping[str, Any], place: str, ways: tuple[str, ...]) -> Who:
    """Words that stand for actors; ``ways`` are those in which they may have come in.

    Raises:
        InputError: A field is missing, unknown or ill-typed.
    """
    refuse_others(row, {"text", "actors", *(["via"] if ways else [])}, place)
    actors = row.get("actors")
    if not isinstance(actors, list) or not actors or not all(isinstance(key, str) for key in actors):
        raise InputError("“actors” is no array of keys", place=place, remedy='write actors = ["cted"]')
    for key in actors:
        check_actor_key(key, place)
    via = text_in(row, "via", place, needed=False)
    if via and via not in ways:
        raise InputError(f"“via” is “{via}”, not one of: {', '.join(ways)}", place=place)
    return Who(text_in(row, "text", place), tuple(dict.fromkeys(actors)), via)


def check_actor_key(key: str, place: str = "") -> None:
    """Refuses what cannot be an actor's key.

    Raises:
        InputError: The key is not of lower-case letters, digits and single hyphens.
    """
    if not _KEY.fullmatch(key):
        raise InputError(
            f"“{key}” is no key of an actor", place=place, remedy="use a-z, 0-9 and hyphens, as in all-states"
        )


def piece_of(row: Mapping[str, Any], place: str) -> Piece:
    """A piece of content.

    Raises:
        InputError: A field is missing, unknown or ill-typed.
    """
    refuse_others(row, {f.name for f in fields(Piece)}, place)
    kind = ContentKind(choice_in(row, "kind", tuple(ContentKind), place))
    modality = None
    if "modality" in row:
        modality = Modality(choice_in(row, "modality", tuple(Modality), place))
    whole = "text" in row
    if whole == ("begins" in row) or ("begins" in row) != ("ends" in row):
        raise InputError(
            "a content has “text”, or both “begins” and “ends”", place=place, remedy="give one or the other"
        )
    if whole:
        return Piece(kind, text=text_in(row, "text", place), modality=modality)
    return Piece(
        kind, begins=text_in(row, "begins", place), ends=text_in(row, "ends", place), modality=modality
    )


def when_of(row: Mapping[str, Any], place: str) -> When:
    """A time.

    Raises:
        InputError: A field is missing, unknown or ill-typed, or says what its kind of time has not.
    """
    refuse_others(row, {f.name for f in fields(When)}, place)
    what = TimeKind(choice_in(row, "what", tuple(TimeKind), place))
    iso = text_in(row, "iso", place, needed=False)
    if fault := iso_fault(what, iso):
        raise InputError(f"“iso”: {fault}", place=place)
    for name, kinds in (("due", (TimeKind.DEADLINE, TimeKind.START)), ("until", (TimeKind.PERIOD,))):
        if name in row and what not in kinds:
            raise InputError(f"“{name}” is nothing that a {what} has", place=place, remedy="leave it out")
    return When(
        what,
        text_in(row, "text", place),
        iso,
        due=day_in(row, "due", place),
        until=day_in(row, "until", place),
        event=text_in(row, "event", place, needed=False),
    )


def which_of(row: Mapping[str, Any], place: str) -> Which:
    """A citation.

    Raises:
        InputError: A field is missing, unknown or ill-typed.
    """
    refuse_others(row, {f.name for f in fields(Which)}, place)
    use = choice_in(row, "use", uses(), place) if "use" in row else ""
    return Which(text_in(row, "text", place), text_in(row, "instrument", place), use)


def refuse_others(row: Mapping[str, Any], names: set[str], place: str) -> None:
    """Refuses fields that a row does not have.

    Raises:
        InputError: It has one that is none of ``names``.
    """
    for name in row:
        if name not in names:
            raise InputError(
                f"unknown field “{name}”", place=place, remedy=f"known are {', '.join(sorted(names))}"
            )


def choice_in(row: Mapping[str, Any], name: str, choices: Sequence[str], place: str) -> str:
    """A text that is one of a few.

    Raises:
        InputError: It is missing, or none of ``choices``.
    """
    value = text_in(row, name, place)
    if value not in choices:
        raise InputError(f"“{name}” is “{value}”, not one of: {', '.join(choices)}", place=place)
    return value


def text_in(row: Mapping[str, Any], name: str, place: str, *, needed: bool = True) -> str:
    """A text, with single spaces; an empty one where there is no such field and none is needed.

    Raises:
        InputError: It is no text, or is needed and missing.
    """
    value = row.get(name, "")
    if not isinstance(value, str):
        raise InputError(f"“{name}” is no text", place=place, remedy=f'write {name} = "…"')
    value = fold(value)
    if needed and not value:
        raise InputError(f"“{name}” is missing", place=place)
    return value


def tables_in(row: Mapping[str, Any], name: str, place: str) -> list[dict[str, Any]]:
    """The tables of an array; none where there is no such field.

    Raises:
        InputError: It is no array of tables.
    """
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise InputError(f"“{name}” is no array of tables", place=place, remedy=f"write {name} = [{{ … }}]")
    return value


def words_in(row: Mapping[str, Any], name: str, place: str) -> tuple[str, ...]:
    """The texts of an array, with single spaces; none where there is no such field.

    Raises:
        InputError: It is no array of texts, or one of them is empty.
    """
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and fold(one) for one in value):
        raise InputError(f"“{name}” is no array of words", place=place, remedy=f'write {name} = ["…"]')
    return tuple(map(fold, value))


def day_in(row: Mapping[str, Any], name: str, place: str) -> date | None:
    """A day; None where there is no such field.

    Raises:
        InputError: It is a text, or has a time of day.
    """
    value = row.get(name)
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise InputError(
            f"“{name}” is no day", place=place, remedy=f"write {name} = 2030-03-05, without quotes"
        )
    return value

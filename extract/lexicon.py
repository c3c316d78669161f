"""Rows of the data files: TOML tables read into frozen dataclasses, and refused by name when wrong.

A data file holds arrays of tables. Each row becomes one value of a dataclass whose fields say what
the row may and must have::

    [[verb]]
    act = "request"
    third = ["requests"]
    examples = ["Requests the Secretary-General to report"]

The first field of the dataclass is the row's id and must be unique in its table. Every row carries
``examples``: words of resolutions that the row is there for, which the tests hold it to.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import tomli

from ..errors import LexiconError

_DATA = f"{__package__}.data"

Row = TypeVar("Row")


def load_rows(filename: str, table: str, row_type: type[Row]) -> tuple[Row, ...]:
    """Reads one table of a data file.

    Args:
        filename: Name of a file in ``extract/data``, such as ``verbs.toml``.
        table: Name of the array of tables in it, such as ``verb``.
        row_type: A frozen dataclass. Its fields are ``str``, ``bool``, ``int``, ``float``,
            ``tuple[str, ...]`` or a ``StrEnum``; those without a default must be given. It has a
            field ``examples``.

    Returns:
        The rows in the order of the file.

    Raises:
        LexiconError: The file or the table is missing, is no valid TOML, or a row has an unknown,
            missing or ill-typed field, an id that another row has, or no examples.
    """
    return parse_rows(read_data(filename), table, row_type, place=filename)


def parse_rows(text: str, table: str, row_type: type[Row], *, place: str) -> tuple[Row, ...]:
    """Reads one table of a TOML text; as ``load_rows``, with ``place`` for the file's name."""
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise LexiconError(f"not valid TOML: {error}", place=place) from None
    rows = data.get(table)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LexiconError(f"no array of tables named {table!r}", place=place)
    types_by_name = get_type_hints(row_type)
    wanted = fields(row_type)  # type: ignore[arg-type]  # a dataclass, as documented
    built: dict[str, Row] = {}
    for number, row in enumerate(rows, start=1):
        name = _row_name(row, wanted, number)
        where = f"{place}, {table} {name}"
        values = _values(row, wanted, types_by_name, where)
        if name in built:
            raise LexiconError("id given twice", place=where)
        built[name] = row_type(**values)
    return tuple(built.values())


@cache
def read_data(filename: str) -> str:
    """The text of a data file, read once a process.

    Raises:
        LexiconError: There is no such file.
    """
    try:
        return files(_DATA).joinpath(filename).read_text(encoding="utf-8")
    except OSError:
        raise LexiconError("no such data file", place=filename) from None


def _row_name(row: Mapping[str, Any], wanted: tuple[Field[Any], ...], number: int) -> str:
    """The row's id, or its rank where it has none that can be shown."""
    value = row.get(wanted[0].name)
    return value if isinstance(value, str) and value else f"number {number}"


def _values(
    row: Mapping[str, Any], wanted: tuple[Field[Any], ...], hints: Mapping[str, Any], where: str
) -> dict[str, Any]:
    known = {field.name for field in wanted}
    for name in row:
        if name not in known:
            raise LexiconError(f"unknown field {name!r}", place=where)
    if not row.get("examples"):
        raise LexiconError("no examples", place=where, remedy="give at least one")
    values: dict[str, Any] = {}
    for field in wanted:
        if field.name in row:
            values[field.name] = _typed(row[field.name], hints[field.name], field.name, where)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise LexiconError(f"field {field.name!r} is missing", place=where)
    return values


def _typed(value: Any, wanted: Any, name: str, where: str) -> Any:
    """The value as the field's type has it; an enum from its string, a tuple from an array."""
    if get_origin(wanted) in (Union, types.UnionType):
        wanted = next(kind for kind in get_args(wanted) if kind is not type(None))
    if get_origin(wanted) is tuple:
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        raise LexiconError(f"field {name!r} is no array of strings", place=where)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        if value in list(wanted):
            return wanted(value)
        choices = ", ".join(wanted)
        raise LexiconError(f"field {name!r} is {value!r}, not one of: {choices}", place=where)
    if type(value) is wanted or (wanted is float and type(value) is int):
        return wanted(value)
    raise LexiconError(f"field {name!r} is {value!r}, not a {wanted.__name__}", place=where)

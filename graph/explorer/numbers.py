"""Numbers instead of keys, and tables as columns: what the explorer's data are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Columns = dict[str, list[Any]]


class Numbers:
    """Numbers for keys, in the order in which they come."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._numbers: dict[str, int] = {}
        self.add(keys)

    def add(self, keys: Iterable[str]) -> None:
        """Numbers keys that have none."""
        for key in keys:
            self._numbers.setdefault(key, len(self._numbers))

    def __getitem__(self, key: str) -> int:
        return self._numbers[key]

    def get(self, key: str) -> int:
        """The number of a key, or -1."""
        return self._numbers.get(key, -1)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the order of their numbers."""
        return tuple(self._numbers)


def columns(names: tuple[str, ...], rows: list[Any]) -> Columns:
    """A table of rows as one of columns."""
    return {name: [row[number] for row in rows] for number, name in enumerate(names)}

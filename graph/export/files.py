"""Names of files that are called after documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")
_LENGTH = 120  # characters; file systems allow 255 bytes


class FileNames:
    """Names of files, each given once: ``S_RES_2331_2016.md``."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._given: set[str] = set()

    def of(self, symbol: str) -> str:
        """The name of a document's file; symbols that differ in marks alone get numbers."""
        stem = _UNSAFE.sub("_", symbol).strip("_.")[:_LENGTH] or "document"
        name = next(one for one in _numbered(stem) if one.casefold() not in self._given)
        self._given.add(name.casefold())  # some file systems take both cases for one
        return name + self._suffix


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}_{number}"
        number += 1

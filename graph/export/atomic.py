"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def writing(where: str | Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place when all is written.

    Until then it stands beside that place under another name, and is removed when anything goes
    wrong: a full disk or an interruption leaves what was there before. A link is followed; what
    is no regular file (a device, a pipe) is written to directly.

    Args:
        where: The file's name; ``-`` is standard output.

    Raises:
        OSError: The file cannot be written.
    """
    if str(where) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    place = Path(where).resolve()
    if place.is_dir():
        raise IsADirectoryError(21, "is a directory", str(where))
    if place.exists() and not place.is_file():
        with place.open("wb") as file:
            yield file
        return
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~_umask()
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=place.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(where)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    """What the user takes from new files' permissions; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

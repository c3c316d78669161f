"""Writes a file, or a folder of files, whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ...errors import UsageError

_LIST = ".obligraph-files"
"""In a folder that was written here: the names of its files, so that a later one may replace them."""


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


@contextmanager
def writing_files(where: str | Path, *, alone: bool = False) -> Iterator[Path]:
    """A new folder to write files into, which takes its place when all are written.

    Args:
        where: The folder's name; one in ``.zip`` becomes an archive of the files, and ``-`` is such an
            archive on standard output. A folder that is there already is replaced if it is empty, or
            holds nothing but what an earlier export wrote into it.
        alone: Whether one file is to be written, which then takes the place itself, unless that is a
            folder or its name ends in a slash.

    Raises:
        UsageError: The folder holds other files.
        OSError: The files cannot be written; what was there before is still there.
    """
    name, place = str(where), Path(where)
    one = alone and not name.endswith(("/", os.sep, ".zip")) and not place.is_dir()
    if name == "-" or name.endswith(".zip") or one:
        with tempfile.TemporaryDirectory(prefix="obligraph-") as folder:
            yield Path(folder)
            with writing(where) as file:
                if one:
                    (only,) = Path(folder).iterdir()
                    file.write(only.read_bytes())
                else:
                    _pack(Path(folder), file)
        return
    place = place.resolve()
    if place.exists():
        _check_replaceable(place, name)
    try:
        new = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=place.parent))
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from error
    old = new.with_suffix(".old")
    try:
        yield new
        names = sorted(file.name for file in new.iterdir())
        (new / _LIST).write_text("".join(f"{one}\n" for one in names), encoding="utf-8")
        new.chmod(stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o777 & ~_umask())
        if place.exists():
            place.replace(old)
        try:
            new.replace(place)
        except BaseException:
            if old.exists():
                old.replace(place)
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _check_replaceable(place: Path, name: str) -> None:
    """Refuses a folder with files in it that no export wrote."""
    if not place.is_dir():
        raise NotADirectoryError(20, "is a file, and the format is a folder of files", name)
    found = {file.name for file in place.iterdir()}
    listed = place / _LIST
    ours = set(listed.read_text("utf-8").splitlines()) | {_LIST} if listed.is_file() else set()
    if found - ours:
        raise UsageError(
            f"a folder with other files in it ({min(found - ours)})",
            place=name,
            remedy="name a new or an empty folder",
        )


def _pack(folder: Path, file: BinaryIO) -> None:
    """Packs the files of a folder into an archive that is the same every time."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in sorted(folder.iterdir()):
            # The first moment that the format knows: a real one would make each archive another.
            entry = zipfile.ZipInfo(one.name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with one.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, 1 << 20)


def _umask() -> int:
    """What the user takes from new files' permissions; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

"""The readers: one a format, chosen by what the bytes are and not by the name alone."""

from __future__ import annotations

from pathlib import Path

from ...errors import InputError
from ..document import Document
from .recognise import recognise

__all__ = ["read_bytes", "read_file"]


def read_file(path: Path) -> Document:
    """Reads a document from a file.

    Args:
        path: The file.

    Raises:
        InputError: If there is no such file, or it cannot be read as a resolution.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", place=str(path), remedy="check the path") from None
    except IsADirectoryError:
        raise InputError("a folder, not a file", place=str(path), remedy="name the files in it") from None
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise InputError(
            f"cannot be read ({reason.lower()})", place=str(path), remedy="check its rights"
        ) from None
    try:
        return read_bytes(data, path.name)
    except InputError as error:  # a document has its file's name alone, a message needs the folder too
        place = str(path.parent / error.place) if error.place.startswith(path.name) else error.place
        raise InputError(error.message, place=place, remedy=error.remedy) from error


def read_bytes(data: bytes, name: str) -> Document:
    """Reads a document from bytes.

    Args:
        data: The whole source.
        name: What to call it in errors and in ``Document.source``; a file's name, no folder.

    Raises:
        InputError: If the bytes are empty, of an unknown format, damaged, or no resolution.
    """
    return recognise(data, name)(data, name)

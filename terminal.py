"""What is written where: data to standard output or a file, words and progress to standard error.

Colour goes to terminals only, and never where ``NO_COLOR`` is set (https://no-color.org).
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from .errors import InputError

#: SGR numbers (ECMA-48, 8.3.117) of the styles that the commands use.
_STYLES = {
    "bold": "1",
    "dim": "2",
    "underline": "4",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}


def coloured(stream: TextIO) -> bool:
    """Whether to write colour to a stream: a terminal that is not dumb, and no ``NO_COLOR``."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and is_terminal(stream)


def is_terminal(stream: TextIO) -> bool:
    """Whether a person reads the stream."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):  # a closed or replaced stream
        return False


def styled(text: str, *styles: str) -> str:
    """The text between the codes that switch the styles on and off; plain without styles."""
    if not text or not styles:
        return text
    codes = ";".join(_STYLES[style] for style in styles)
    return f"\x1b[{codes}m{text}\x1b[0m"


def width(stream: TextIO) -> int:
    """Columns to write within: of ``COLUMNS`` or the terminal, and 100 where there is neither."""
    if not is_terminal(stream) and not os.environ.get("COLUMNS"):
        return 100
    return max(40, shutil.get_terminal_size((100, 24)).columns)


@contextmanager
def output(where: str) -> Iterator[TextIO]:
    """Opens a text output in UTF-8 with "\\n" as line end.

    A file appears under its name only when all of it is written; what was there before stays
    when writing fails.

    Args:
        where: A file's name, or ``-`` for standard output.

    Raises:
        InputError: The file cannot be written, or the disk is full.
    """
    if where == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    from .graph.export.atomic import writing

    with _named(where), writing(where) as file:
        stream = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="\n")
        try:
            yield stream
            stream.flush()
        finally:
            with suppress(OSError):
                stream.detach()


@contextmanager
def _named(where: str) -> Iterator[None]:
    """Turns a system's refusal to write into a line that names the file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"cannot write: {reason}",
            place=where,
            remedy="give another file with -o",
        ) from error


class Words:
    """Words for the person who waits, on standard error.

    Args:
        verbose: Speak even where standard error is no terminal.
    """

    def __init__(self, verbose: bool = False) -> None:
        self._stream = sys.stderr
        self._terminal = is_terminal(sys.stderr)
        self._speaks = verbose or self._terminal
        self._counting = False

    def say(self, text: str) -> None:
        """Writes a line, unless nobody reads."""
        if self._speaks:
            self._clear()
            self._write(f"{text}\n")

    def complain(self, text: str) -> None:
        """Writes a line in any case: something went wrong."""
        self._clear()
        self._write(f"obligraph: {text}\n")

    def count(self, done: int, total: int, what: str) -> None:
        """Shows how far a long piece of work is, in one line that is written over; terminals only."""
        if self._terminal:
            self._clear()
            self._write(f"{done}/{total} {what}"[:79])
            self._counting = True

    def done(self) -> None:
        """Takes the counting line away."""
        self._clear()

    def _clear(self) -> None:
        if self._counting:
            self._write("\r\x1b[K")
            self._counting = False

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # nobody listens any more
            self._stream.write(text)
            self._stream.flush()

"""What options of several commands say: days, whole numbers, the format that a file's name asks for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePath

from ..errors import UsageError


def day(text: str) -> date:
    """A day from what a user writes, for argparse."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day, such as 2016-12-31") from None


def whole(low: int, high: int) -> Callable[[str], int]:
    """Whole numbers from what a user writes, for argparse.

    Args:
        low: The least that is taken, 0 or more.
        high: The greatest.
    """

    def read(text: str) -> int:
        # Digits are counted first: Python refuses to turn thousands of them into a number.
        if not text.isascii() or not text.isdigit() or len(text) > 18 or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"“{text}” is no number from {low} to {high}")
        return int(text)

    return read


def by_name(name: str, endings: Mapping[str, str]) -> str | None:
    """The format that the end of a file's name asks for; None where the name has no end, or is ``-``.

    Args:
        name: What the user gives with -o.
        endings: The formats by the ends of names, such as ``.csv``.

    Raises:
        UsageError: The end is none of these.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix and suffix not in endings:
        known = ", ".join(endings)
        raise UsageError(f"no format goes by {suffix}", place=name, remedy=f"name it {known}, or give -O")
    return endings.get(suffix)

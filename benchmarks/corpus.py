"""The texts that the project is measured on, the pool that reads them, and the tables of figures.

The texts live outside the project, in ``../shared`` beside the repository or in the folder that
``OBLIGRAPH_SHARED`` names. Every module here runs alone, as ``python -m benchmarks.structure`` from
the repository's root; without the texts it says so and ends with status 0.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from obligraph.commands.parallel import Failure, each
from obligraph.terminal import Words

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("OBLIGRAPH_SHARED", ROOT.parent / "shared"))

#: The kinds of texts, with where they are beneath ``corpus``: XML resolutions of 2000–2023,
#: statements by the President in the same XML, scanned resolutions of 1946–1994.
PLACES = {"xml": "akn/*/*.xml", "statement": "akn-prst/*/*.xml", "old": "cr-unsc/*.txt"}

#: Processes that read. Two: so many processors can be counted on anywhere.
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A text to measure on: a key of ``PLACES`` and its file."""

    kind: str
    path: Path

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with what it must reach.

    Attributes:
        what: What is measured.
        figure: What was measured.
        target: What it must reach; None where it is only told.
        note: Of what, or how many.
        most: Whether the figure must stay below the target.
        digits: Decimals to print.
    """

    what: str
    figure: float
    target: float | None = None
    note: str = ""
    most: bool = False
    digits: int = 4

    @property
    def reached(self) -> bool:
        """Whether the target is reached; True where there is none."""
        if self.target is None:
            return True
        return self.figure <= self.target if self.most else self.figure >= self.target


def texts(*kinds: str) -> tuple[Text, ...]:
    """The texts of some kinds, sorted by path; none where they are not at hand, which is said."""
    found = tuple(
        Text(kind, path) for kind in kinds for path in sorted((SHARED / "corpus").glob(PLACES[kind]))
    )
    if not found:
        print(f"skipped: no texts in {SHARED.name}/corpus", file=sys.stderr)
    return found


def measured(work: Callable[[Text], T], items: Sequence[Text]) -> Iterator[tuple[Text, T | Failure]]:
    """Does a piece of work on every text in two processes, with progress where a person waits.

    Args:
        work: A function of a module; its result travels between processes and should be small.
        items: The texts.

    Yields:
        Each text in order, with the result or the line that says why it was not read.
    """
    words = Words()
    for number, result in enumerate(each(work, items, PROCESSES), 1):
        words.count(number, len(items), "texts measured")
        if isinstance(result[1], Failure):
            words.complain(result[1].line)
        yield result
    words.done()


def table(title: str, rows: Sequence[Row]) -> None:
    """Prints figures under a title, each with its target and whether that is reached."""
    print(f"\n{title}")
    for row in rows:
        sign = "≤" if row.most else "≥"
        target = "" if row.target is None else f"{sign} {row.target:g}"
        state = (
            "" if row.target is None else "reached" if row.reached else "BELOW" if not row.most else "ABOVE"
        )
        print(f"  {row.what:44}{row.figure:8.{row.digits}f}  {target:8} {state:8} {row.note}".rstrip())


def share(part: int, whole: int) -> float:
    """A part of a whole; 1 where there is no whole, for nothing is lacking there."""
    return part / whole if whole else 1.0

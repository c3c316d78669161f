"""Show a paragraph with what was read in it marked, and each act with its rule.

PARAGRAPH is a label such as OP2(c) or PP1 (16 means OP16), and is shown with its items; without it
the whole document is shown. On a terminal colours mark what was read, elsewhere brackets do.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..terminal import coloured, output, styled, width
from .marking import Mark, Segment, legend, segments, wrapped
from .stores import add_store, opened

if TYPE_CHECKING:
    from ..queries.clauses import Clause, Excerpt, ShownAct

EXAMPLES = """\
  obligraph show 'S/RES/2331(2016)' OP16
  obligraph show 'S/RES/2331(2016)' 2
  obligraph show 'S/RES/2331(2016)' | less -R
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("symbol", metavar="SYMBOL", help="the document, such as S/RES/2331(2016)")
    parser.add_argument("paragraph", nargs="?", default="", metavar="PARAGRAPH", help="a label, such as OP16")
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Shows the paragraphs; returns the exit status."""
    from ..queries.clauses import excerpt

    with opened(args) as store:
        found = excerpt(store, args.symbol, args.paragraph)
    colour = coloured(sys.stdout)
    with output("-") as stream:
        stream.writelines(rendered(found, colour, width(sys.stdout)))
    return 0


def rendered(found: Excerpt, colour: bool, columns: int) -> Iterator[str]:
    """The excerpt as text.

    Args:
        found: Paragraphs and acts.
        colour: Whether colours mark what was read, or brackets.
        columns: Where to break the lines.

    Yields:
        Pieces of the text, with their line ends.
    """
    bold = ("bold",) if colour else ()
    if colour:
        yield f"{legend()}\n\n"
    told: set[str] = set()
    headings = list(found.headings)
    for clause in found.clauses:
        while headings and headings[0][0] < clause.texts[0][0]:
            yield _heading(headings.pop(0)[1], columns, *bold)
        yield f"{styled(f'{found.symbol} {clause.label}', *bold)}\n"
        for start, text in clause.texts:
            yield wrapped(segments(text, start, _marks(found.acts, clause), colour), columns, "  ")
        yield "\n"
        acts = [act for act in found.acts if act.paragraph == clause.label]
        told.update(act.name for act in acts)
        for act in acts:
            yield from _told(act, colour, columns)
    for _, text in headings:
        yield _heading(text, columns, *bold)
    # Acts of a chapeau that is not shown itself, whose contents are.
    for act in found.acts:
        if act.name not in told:
            yield from _told(act, colour, columns)


def _heading(text: str, columns: int, *style: str) -> str:
    """A heading between two paragraphs, on lines of its own."""
    return f"{wrapped([Segment(text, style)], columns, '')}\n"


def _marks(acts: Sequence[ShownAct], clause: Clause) -> list[Mark]:
    """What to mark in a paragraph, with tags where several acts have something in it."""
    inside = [act for act in acts if act.start in clause or any(part.start in clause for part in act.parts)]
    marks = []
    for act in inside:
        tag = _tag(act, clause) if len(inside) > 1 else ""
        marks.append(Mark(act.start, act.start + len(act.verb), "verb", tag))
        marks += [Mark(part.start, part.end, part.kind, tag) for part in act.parts]
    return marks


def _tag(act: ShownAct, clause: Clause) -> str:
    """What tells an act apart in a paragraph: ``2``, ``reported/1``, ``OP2/act/1`` of another one."""
    return act.name.removeprefix(f"{clause.label}/").removeprefix("act/")


def _told(act: ShownAct, colour: bool, columns: int) -> Iterator[str]:
    """An act, a fact a line."""
    strong, weak = (("bold",), ("dim",)) if colour else ((), ())
    yield f"  {styled(act.name, *strong)}  {act.verb}\n"
    lines = [(heading, text, "") for heading, text in act.facts]
    lines += [(part.kind, f"“{part.text}”", ", ".join(part.notes)) for part in act.parts]
    for heading, text, note in lines:
        parts = [Segment(f"{heading:<13} ", weak), Segment(text)]
        if note:
            parts.append(Segment(f" → {note}", weak))
        yield wrapped(parts, columns, "    ", " " * 18)
    yield "\n"

"""Random resolutions, set in several styles, are read back with their labels and words."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.read import read_bytes

WORDS = [
    "peace",
    "talks",
    "measures",
    "(2031)",
    "region",
    "States",
    "of",
    "the",
    "ISIL",
    "its",
    "12",
    "paragraph",
    "4",
]
PREAMBULAR = ["Recalling", "Deeply concerned at", "Noting with regret", "Having considered", "Mindful of"]
OPERATIVE = ["Urges", "Calls upon", "Decides that", "Strongly condemns", "Requests"]
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii"]

Rows = list[tuple[str, str, str]]  # label, number as printed, words

RING = WORDS * 8


def _phrase(where: tuple[int, int]) -> str:
    start, length = where
    return " ".join(["all", *RING[start : start + length], "here"])


phrase = st.tuples(st.integers(0, len(WORDS)), st.integers(3, 40)).map(_phrase)


@st.composite
def resolutions(draw: st.DrawFn) -> Rows:
    rows: Rows = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        rows.append((f"PP{number}", "", f"{draw(st.sampled_from(PREAMBULAR))} {draw(phrase)},"))
    for number in range(1, draw(st.integers(1, 12)) + 1):
        label = f"OP{number}"
        items = draw(st.integers(0, 10))
        items = 0 if items == 1 else items
        end = ":" if items else ";"
        rows.append((label, f"{number}.", f"{draw(st.sampled_from(OPERATIVE))} {draw(phrase)}{end}"))
        for item in range(items):
            letter = chr(97 + item)
            inner = draw(st.sampled_from([0, 0, 0, 2, 3]))
            end = ":" if inner else ";"
            rows.append((f"{label}({letter})", f"({letter})", f"To keep {draw(phrase)}{end}"))
            rows += [
                (f"{label}({letter})({r})", f"({r})", f"To build {draw(phrase)};") for r in ROMAN[:inner]
            ]
    return rows


def printed(rows: Rows) -> list[str]:
    return ["Resolution 4001 (2031)", "The Security Council,", *(f"{n} {w}".strip() for _, n, w in rows)]


def spaced(rows: Rows) -> str:
    return "\n\n".join(printed(rows))


def tight(rows: Rows) -> str:
    return "\n".join(printed(rows))


def wrapped(rows: Rows) -> str:
    return "\n\n".join(textwrap.fill(line, 60, break_on_hyphens=False) for line in printed(rows))


def indented(rows: Rows) -> str:
    return "\n".join(
        textwrap.fill(line, 72, initial_indent=" " * 6, break_on_hyphens=False) for line in printed(rows)
    )


def marked(rows: Rows) -> str:
    head, opener, *rest = printed(rows)
    return "\n\n".join(
        [f"**{head}**", f"*{opener[:-1]}*,", *(line.replace("all ", "[all](#) ") for line in rest)]
    )


def broken(rows: Rows) -> str:
    """A page ends in the middle of each long paragraph."""
    lines = []
    for line in printed(rows):
        words = line.split(" ")
        if len(words) > 12:
            middle = next(
                (at for at in range(6, len(words)) if words[at - 1].islower() and words[at].islower()), 0
            )
            if middle:
                line = " ".join(words[:middle]) + "\n\n\n3/9\n\n" + " ".join(words[middle:])
        lines.append(line)
    return "\n\n".join(lines)


@pytest.mark.parametrize("style", [spaced, tight, wrapped, indented, marked, broken])
@settings(max_examples=25, deadline=None)
@given(rows=resolutions())
def test_labels_and_words_come_back(style: Callable[[Rows], str], rows: Rows) -> None:
    document = read_bytes(style(rows).encode(), "some.txt")
    assert [(p.label, p.text) for p in document.paragraphs] == [(label, words) for label, _, words in rows]


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from("ab Z.,;:()1234ivx\n\n\n–“”*[]_#\f\\-\u00ad\u2011"), max_size=300)
)
def test_spans_hold_their_words_whatever_the_text(text: str) -> None:
    document = read_bytes(
        f"The Security Council,\n\nRecalling it,\n\n1. Urges peace;\n\n{text}".encode(), "x.txt"
    )
    taken = [p.span for p in document.paragraphs] + [p.wrap_up for p in document.paragraphs if p.wrap_up]
    assert len({p.label for p in document.paragraphs}) == len(document.paragraphs)
    assert all(not a.overlaps(b) for a, b in pairwise(taken) if a <= b)
    for p in document.paragraphs:
        assert document.words(p.span) == p.text
        assert p.text == " ".join(p.text.split())
    for span in (*document.notes, *document.emphases, *(h.span for h in document.headings)):
        assert span.end <= len(document.text)
    for heading in document.headings:
        assert document.words(heading.span) == heading.text

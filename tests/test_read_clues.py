"""What tells a paragraph: its printed number, how it opens, how it ends."""

from __future__ import annotations

import pytest
from obligraph.extract.read.numbers import marker_at
from obligraph.extract.read.wording import Words, ended, operative, participle


@pytest.mark.parametrize(
    ("text", "printed", "why"),
    [
        ("12. Decides", "12.", "a paragraph"),
        ("1 . Decides", "1 .", "loosely set"),
        ("(c) To act", "(c)", "an item"),
        ("(aa) To act", "(aa)", "after (z)"),
        ("3 bis. Decides", "3 bis.", "put in later"),
        ("– To act", "–", "a dash"),
        ("3.2. Trees", "3.2.", "decimal"),
        ("7, Decides that", "7,", "a comma for a full stop"),
        ("1990 was a year", None, "a year"),
        ("3 June 2005, and", None, "a day"),
        ("(2001), and", None, "a year in brackets"),
        ("1.5 million", None, "a quantity"),
        ("A State may", None, "an article"),
    ],
)
def test_markers(text: str, printed: str | None, why: str) -> None:
    found = marker_at(text)
    assert (found.printed if found else None) == printed, why


def test_rows_say_what_their_examples_are() -> None:
    from obligraph.extract.lexicon import load_rows

    rows = {row.id: row for row in load_rows("paragraphs.toml", "words", Words)}
    assert all(participle(text) for text in rows["preambular-openings"].examples)
    assert not any(participle(text) for text in rows["no-participles"].examples)
    for name in ("no-operative-verbs", "no-operative-endings"):
        assert not any(operative(text) for text in rows[name].examples)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("the report,", True, "a comma"),
        ("the report; and", True, "and another item"),
        ("the Force, 12", True, "a footnote number behind the stop"),
        ("the meeting.40", True, "the same, close by"),
        ("1699 (2006), 1730", False, "a resolution's number is no footnote"),
        ("all parties to", False, "no stop"),
        ("the peace.”", True, "a quotation ends"),
    ],
)
def test_ended(text: str, expected: bool, why: str) -> None:
    assert ended(text) is expected, why

"""What is no text of a resolution, and what is one in spite of how it looks."""

from __future__ import annotations

import pytest
from obligraph.errors import InputError
from obligraph.extract.read import read_bytes


def labels(text: str, name: str = "text.txt") -> list[str]:
    return [paragraph.label for paragraph in read_bytes(text.encode(), name).paragraphs]


@pytest.mark.parametrize(
    ("data", "message", "why"),
    [
        (b"", "empty", "nothing"),
        (b" \n\n ", "empty", "only blanks"),
        (b"%PDF-1.4 \x00", "a PDF", "another format"),
        (b"\x00\x01\x02binary", "binary", "no text"),
        ("The Security Council,\n\nd\xe9cides".encode("latin-1"), "not UTF-8", "another encoding"),
        (b"Dear Sir,\n\nThank you for the tea.\n", "no resolution", "another text"),
        (b"<html><body>The Security Council,</body></html>", "web page", "another format"),
    ],
)
def test_what_is_no_text_of_a_resolution(data: bytes, message: str, why: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "some.txt")
    line = str(caught.value)
    assert message in line and line.startswith("some.txt") and ";" in line and "\n" not in line, why


def test_encodings_that_tell_themselves() -> None:
    text = "Resolution 4001 (2031)\n\nThe Security Council,\n\n1. Décides to meet."
    for encoding in ("utf-8-sig", "utf-16"):
        assert read_bytes(text.encode(encoding), "x.txt").paragraphs[0].text == "Décides to meet."


@pytest.mark.parametrize(
    "opener", ["The Security Council,", "The Security Council.", "The Security Council:"]
)
def test_openers(opener: str) -> None:
    text = f"Resolution 4001 (2031)\n\n{opener}\n\nRecalling its talks,\n\nUrges peace."
    assert labels(text) == ["PP1", "OP1"]


TALK = "The talk of the harbour went on.\n" * 900
PLAIN = "Recalling its talks,\n\n1. Urges peace."


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"{TALK}\nThe Security Council,\n\n{PLAIN}", ["PP1", "OP1"], "it opens on a line of its own"),
        (f"{TALK}\n**The Security Council,**\n\n{PLAIN}", ["PP1", "OP1"], "with emphases"),
        (
            f"{TALK}\n> [The Security Council,](#top)\n\n{PLAIN}",
            ["PP1", "OP1"],
            "with a link, as a quotation",
        ),
        (f"{TALK}\n“The *Security* Council,\n\n{PLAIN}", ["PP1", "OP1"], "in quotation marks, with emphasis"),
        (f"{TALK}\fThe Commission on Lights,\n\n{PLAIN}", ["PP1", "OP1"], "at the head of a page"),
        (
            f"{TALK}\nThe Security Council, Recalling its talks,\n\n1. Urges peace.",
            ["PP1", "OP1"],
            "before a word",
        ),
        (f"{TALK}\nThe Security Council urges peace.", ["OP1"], "and goes on"),
        (f"{TALK}\nAt the 12th meeting of the Security Council, it met.", None, "a statement begins earlier"),
        (TALK, None, "nobody's words"),
        (TALK.replace("harbour", "Harbour Council"), None, "a body's name, and none of its words"),
        (TALK + "Resolution 4001 (2031)\n", None, "a title stands at the head"),
    ],
)
def test_where_a_long_text_begins(text: str, expected: list[str] | None, why: str) -> None:
    if expected is None:
        with pytest.raises(InputError, match="no resolution"):
            labels(text)
    else:
        assert labels(text) == expected, why


def test_a_long_text_is_a_statement_by_its_name() -> None:
    assert labels(f"{TALK}\n“The Council is alarmed.\n", "S_PRST_2031_4.txt") == ["P1"]

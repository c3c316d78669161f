"""The file of corrections: read, written, and refused in one line when wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.errors import InputError
from obligraph.extract.model import ContentKind, Modality, TimeKind
from obligraph.extract.review.corrections import Correction, CorrectionKind, Piece, When, Which, Who, ordered
from obligraph.extract.review.reading import parse_corrections
from obligraph.extract.review.writing import toml_text

from .reviews import ROW, K, correction

_words = st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1, max_size=12)
_keys = st.from_regex(r"\A[a-z0-9]{1,8}(-[a-z0-9]{1,8})?\Z")
_actors = st.lists(_keys, min_size=1, max_size=3, unique=True).map(tuple)
_who = st.builds(Who, _words, _actors)
_pieces = st.builds(
    Piece,
    st.sampled_from(ContentKind),
    text=_words,
    modality=st.none() | st.sampled_from(Modality),
) | st.builds(Piece, st.sampled_from(ContentKind), begins=_words, ends=_words)
_iso = {
    TimeKind.DEADLINE: ["2030-06-30", "P90D", ""],
    TimeKind.RECURRENCE: ["P1Y", "PT12H", ""],
    TimeKind.PERIOD: ["2030", "P12M", "2030-01-01/2030-06-30"],
    TimeKind.START: ["2030-06", "P1Y6M"],
}


@st.composite
def _times(draw: st.DrawFn) -> When:
    kind = draw(st.sampled_from(TimeKind))
    return When(
        kind,
        draw(_words),
        draw(st.sampled_from(_iso[kind])),
        due=draw(st.none() | st.dates()) if kind in (TimeKind.DEADLINE, TimeKind.START) else None,
        until=draw(st.none() | st.dates()) if kind is TimeKind.PERIOD else None,
        event=draw(st.just("") | _words),
    )


_citations = st.builds(Which, _words, _words, st.sampled_from(["", "recalls", "cites", "modifies"]))


@st.composite
def _corrections(draw: st.DrawFn) -> Correction:
    kind = draw(st.sampled_from(CorrectionKind))
    return Correction(
        paragraph=draw(_words),
        verb=draw(_words),
        kind=kind,
        by=draw(_words),
        rank=draw(st.integers(1, 9)),
        act=draw(_words) if kind in (K.ADD, K.ACT) else "",
        addressees=tuple(draw(st.lists(_who, max_size=2))) if kind is K.ADDRESSEES else (),
        contents=tuple(draw(st.lists(_pieces, max_size=2))) if kind is K.CONTENTS else (),
        targets=tuple(draw(st.lists(_who, max_size=2))) if kind is K.TARGETS else (),
        times=tuple(draw(st.lists(_times(), max_size=2))) if kind is K.TIMES else (),
        qualifiers=tuple(draw(st.lists(_words, max_size=2))) if kind is K.QUALIFIERS else (),
        citations=tuple(draw(st.lists(_citations, max_size=2))) if kind is K.CITATIONS else (),
        quote=draw(st.just("") | _words),
        hash=draw(st.sampled_from(["", "0123456789ab"])),
        seen=draw(st.sampled_from(["", "ba9876543210"])),
        on=draw(st.none() | st.dates()),
        why=draw(st.just("") | _words),
    )


@given(st.lists(_corrections(), unique_by=lambda c: c.key))
def test_what_is_written_is_read_again(corrections: list[Correction]) -> None:
    text = toml_text(corrections, "text.txt")
    assert list(parse_corrections(text, "x")) == corrections
    assert toml_text(parse_corrections(text, "x"), "text.txt") == text


def test_the_order_is_that_of_the_text() -> None:
    rows = [
        correction("OP10", "a", K.ACCEPT),
        correction("OP2", "b", K.ACCEPT),
        correction("OP7", "c", K.ACT),
    ]
    labels = ["PP1", "OP2", "OP10"]
    assert [c.paragraph for c in ordered(rows, labels)] == ["OP2", "OP10", "OP7"]


def _time(fields: str) -> str:
    return f'[[correction]]\n{ROW}kind = "times"\ntimes = [{{ {fields} }}]'


def _citation(fields: str) -> str:
    return f'[[correction]]\n{ROW}kind = "citations"\ncitations = [{{ {fields} }}]'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[correction", "x: not valid TOML"),
        ("[[corrections]]", "x: unknown table or field “corrections”; write [[correction]]"),
        ("correction = 1", "“correction” is no array of tables"),
        (
            '[[correction]]\nkind = "reject"\nparagraph = "OP1"\nby = "R"',
            "correction 1 (OP1): “verb” is missing",
        ),
        (f"[[correction]]\n{ROW}", "“kind” is missing"),
        (f'[[correction]]\n{ROW}kind = "drop"', "“kind” is “drop”, not one of: reject, add"),
        (f'[[correction]]\n{ROW}kind = "reject"\nbecause = "x"', "unknown field “because”"),
        (f'[[correction]]\n{ROW}kind = "add"', "“act” is missing, which “add” needs"),
        (f'[[correction]]\n{ROW}kind = "reject"\nact = "urge"', "“act” is nothing that “reject” has"),
        (f'[[correction]]\n{ROW}kind = "reject"\nrank = 0', "“rank” is 0, no number from 1 on"),
        (f'[[correction]]\n{ROW}kind = "reject"\non = "2030-01-01"', "“on” is no day"),
        (f'[[correction]]\n{ROW}kind = "reject"\nhash = "abc"', "“hash” is no 12 hex digits"),
        (f'[[correction]]\n{ROW}kind = "addressees"\naddressees = ["x"]', "is no array of tables"),
        (
            f'[[correction]]\n{ROW}kind = "addressees"\naddressees = [{{ text = "x", actors = ["A B"] }}]',
            "“A B” is no key of an actor",
        ),
        (
            f'[[correction]]\n{ROW}kind = "addressees"\naddressees = [{{ text = "x", actors = "a" }}]',
            "“actors” is no array of keys",
        ),
        (
            f'[[correction]]\n{ROW}kind = "contents"\ncontents = [{{ kind = "action", begins = "x" }}]',
            "a content has “text”, or both “begins” and “ends”",
        ),
        (f'[[correction]]\n{ROW}kind = "times"', "“times” is missing, which “times” needs"),
        (f'[[correction]]\n{ROW}kind = "times"\nqualifiers = []', "“times” is missing"),
        (f'[[correction]]\n{ROW}kind = "times"\ntimes = []\nact = "urge"', "“act” is nothing that “times”"),
        (_time('text = "by May"'), "“what” is missing"),
        (_time('what = "end", text = "by May"'), "“what” is “end”, not one of: deadline, recurrence, period"),
        (_time('what = "deadline"'), "“text” is missing"),
        (_time('what = "deadline", text = "x", iso = "30 June"'), "“30 June” is no date or duration in ISO"),
        (_time('what = "deadline", text = "x", iso = "2030-02-30"'), "“2030-02-30” is no date or duration"),
        (_time('what = "recurrence", text = "x", iso = "2030"'), "“2030” is no duration in ISO 8601"),
        (_time('what = "start", text = "x", iso = "2030/2031"'), "is two dates, which only a period has"),
        (_time('what = "period", text = "x", iso = "2031/2030"'), "is no date and a later one"),
        (_time('what = "period", text = "x", due = 2030-01-01'), "“due” is nothing that a period has"),
        (_time('what = "deadline", text = "x", until = 2030-01-01'), "“until” is nothing that a deadline"),
        (_time('what = "deadline", text = "x", due = "2030-01-01"'), "“due” is no day; write due = 2030"),
        (_time('what = "deadline", text = "x", when = 2030'), "unknown field “when”"),
        (f'[[correction]]\n{ROW}kind = "qualifiers"\nqualifiers = "x"', "“qualifiers” is no array of words"),
        (
            f'[[correction]]\n{ROW}kind = "qualifiers"\nqualifiers = [" "]',
            "“qualifiers” is no array of words",
        ),
        (_citation('text = "x"'), "“instrument” is missing"),
        (
            _citation('text = "x", instrument = "S/RES/1(1946)", use = "likes"'),
            "“use” is “likes”, not one of:",
        ),
        (
            f'[[correction]]\n{ROW}kind = "accept"\n[[correction]]\n{ROW}kind = "accept"',
            "correction 2 (OP1): a second “accept” for “Requests”",
        ),
        (
            f'[[correction]]\n{ROW}kind = "accept"\n[[correction]]\n{ROW}kind = "reject"',
            "“Requests” is rejected, and corrected too",
        ),
    ],
)
def test_a_wrong_file_is_one_line_with_its_place(text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_corrections(text, "x")
    assert says in str(caught.value) and "\n" not in str(caught.value)

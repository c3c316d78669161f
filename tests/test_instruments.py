"""Instruments, provisions and own paragraphs that a document names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.instruments.find import find_instruments, instruments_of
from obligraph.extract.tokens import blank, make_doc

from .citing import OTHERS, cited
from .documents import document

CHARTER = "Charter of the United Nations"


@pytest.mark.parametrize(
    ("clause", "keys", "why"),
    [
        (
            "pursuant to paragraph 4 of resolution 9031 (2018)",
            ["S/RES/9031(2018), paragraph 4"],
            "one provision",
        ),
        (
            "paragraphs 3 to 5 of resolution 1737 (2006)",
            [f"S/RES/1737(2006), paragraph {n}" for n in (3, 4, 5)],
            "a range is spelt out",
        ),
        (
            "paragraphs 8 (a), (b) and 9 of resolution 1718 (2006)",
            [f"S/RES/1718(2006), paragraph {n}" for n in ("8(a)", "8(b)", "9")],
            "letters hang on the number before them",
        ),
        (
            "paragraph 2 (a) to (c) of its resolution 1373 (2001)",
            [f"S/RES/1373(2001), paragraph 2({n})" for n in "abc"],
            "a range of letters",
        ),
        (
            "subparagraphs (b) and (c) of paragraph 4 of resolution 748 (1992)",
            ["S/RES/748(1992), paragraph 4(b)", "S/RES/748(1992), paragraph 4(c)"],
            "the item before its paragraph",
        ),
        (
            "as eased by paragraph 7 of resolution 9045 (2018) and 3 of resolution 9046 (2018) and 5 men",
            ["S/RES/9045(2018), paragraph 7", "S/RES/9046(2018), paragraph 3"],
            "the second paragraph has no word for it",
        ),
        (
            "as eased by paragraph 6 of resolutions 9041 (2018) and 9042 (2018), by resolution 9043 (2018)",
            ["S/RES/9041(2018), paragraph 6", "S/RES/9042(2018), paragraph 6", "S/RES/9043(2018)"],
            "each of several has such a paragraph",
        ),
        (
            "paragraphs 5 and 7 of 1234, as eased by resolution 9013 (2018)",
            ["S/RES/1234(1999), paragraph 5", "S/RES/1234(1999), paragraph 7", "S/RES/9013(2018)"],
            "a resolution by its number alone",
        ),
        ("as in the first part of 1970, and later", [], "a year"),
        (
            "the Lagos Agreement (S/1999/13, Annex I)",
            ["Lagos Agreement", "S/1999/13, annex I"],
            "an annex right behind its document is what is cited of it",
        ),
        (
            "the note of the President (S/2006/99), noting paragraph 11,",
            ["S/2006/99", "S/2006/99, paragraph 11"],
            "a word for what is looked at",
        ),
        (
            "told of in Article 97-3 of the Rome Statute",
            ["Rome Statute of the International Criminal Court, article 97-3"],
            "one article is no range",
        ),
        ("the 1267/1989 Committee", [], "a body that is called by numbers cites nothing"),
        ("the 1267/1989/2253 Lakes (also Ponds) Committee", [], "whatever else its name has"),
        ("the 1267/1989/2253 sanctions committee", [], "or how it is printed"),
        (
            "resolution 9048 (2018), especially its paragraph 3 (c)",
            ["S/RES/9048(2018)", "S/RES/9048(2018), paragraph 3(c)"],
            "what it belongs to stands before it",
        ),
        (
            "resolution 1970 (2011), in particular paragraphs 24 and 25,",
            ["S/RES/1970(2011)", "S/RES/1970(2011), paragraph 24", "S/RES/1970(2011), paragraph 25"],
            "and has no 'its'",
        ),
        (
            "resolution 689 (1991) of 9 April 1991 and paragraph 7 thereof",
            ["S/RES/689(1991)", "S/RES/689(1991), paragraph 7"],
            "'thereof' is the last one named",
        ),
        (
            "resolution 1843 (2008), and paragraph 6 of that resolution",
            ["S/RES/1843(2008)", "S/RES/1843(2008), paragraph 6"],
            "so is 'that resolution'",
        ),
        (
            "paragraph 33 of the report of the Board of 3 May 2015 (S/2015/300)",
            ["S/2015/300, paragraph 33"],
            "a report has paragraphs too",
        ),
        ("as outlined in paragraph 33 of the report of the Lakes Board", [], "a report without symbol"),
        ("annex B to resolution 2231 (2015)", ["S/RES/2231(2015), annex B"], "an annex of a resolution"),
        ("Article 41 of the Charter of the United Nations", [f"{CHARTER}, article 41"], "an article"),
        ("Acting under Chapter VII of the Charter", [f"{CHARTER}, Chapter VII"], "a chapter"),
        ("Acting under Chapter VII", [f"{CHARTER}, Chapter VII"], "which can only be the Charter's"),
        (
            "Acting under Article 51 of Chapter VII of the Charter",
            [f"{CHARTER}, article 51"],
            "an article names its instrument; the chapter only says where it stands",
        ),
        ("Articles 39 and 40 of the Charter", [f"{CHARTER}, article 39", f"{CHARTER}, article 40"], "two"),
        (
            "Article 25 and Article 2, paragraph 4, of the Charter",
            [f"{CHARTER}, article 25", f"{CHARTER}, article 2, paragraph 4"],
            "an article, and a paragraph of one",
        ),
        (
            "in line with article 15 of the UN Convention against Transnational Organized Crime",
            ["United Nations Convention against Transnational Organized Crime, article 15"],
            "a treaty's full name",
        ),
        (
            "Article V of Annex 10 of the Lagos Agreement",
            ["Lagos Agreement, annex 10, article V"],
            "an article of an annex",
        ),
        ("its duties under the Charter", [CHARTER], "the Charter needs no further name"),
        (
            "Article 1 (1-4) of the Charter",
            [f"{CHARTER}, article 1(1-4)"],
            "a range of paragraphs within an article, as printed",
        ),
        (
            "votes under Chapter VII as provided by the Charter",
            [f"{CHARTER}, Chapter VII"],
            "the Charter is only said to be whose the Chapter is",
        ),
        (
            "section 1 on land and section 6.2 on the Lakes Chapter of the Lagos Agreement",
            ["Lagos Agreement, section 1", "Lagos Agreement, section 6.2"],
            "parts with titles of their own",
        ),
        (
            "Part III and Annex 2 of the Lagos Agreement",
            ["Lagos Agreement, part III", "Lagos Agreement, annex 2"],
            "different parts of one instrument",
        ),
        (
            "paragraphs 11 and 12 of the 2005 United Nations World Summit outcome document",
            [f"2005 World Summit Outcome Document, paragraph {n}" for n in (11, 12)],
            "a year and whose it is before the name",
        ),
        (
            "under annex 10 on the basis of the Lagos Agreement",
            ["Lagos Agreement"],
            "a basis is no title of a part",
        ),
        (
            "its decision in resolution 731 (1992) that paragraph 1 of the resolution shall apply",
            ["S/RES/731(1992)", "S/RES/731(1992), paragraph 1"],
            "the resolution just named",
        ),
        (
            "resolution 731 (1992) and paragraph 1 of the resolution of the Agency",
            ["S/RES/731(1992)"],
            "another one",
        ),
        ("the benchmarks set in the paragraph above", ["#OP8"], "the one before"),
        ("nothing in the preceding paragraph affects this", ["#OP8"], "so it is called, too"),
        (
            "nothing in the preceding paragraphs and the paragraph above 3",
            [],
            "none of these is the one before",
        ),
        (
            "the tasks in (a) through (c) above",
            ["#OP9(a)", "#OP9(b)", "#OP9(c)"],
            "items without a word for them",
        ),
        (
            "the tasks in (i) to (iii ) above",
            ["#OP9(i)", "#OP9(ii)", "#OP9(iii)"],
            "a range of small numerals",
        ),
        ("in (a) the first case, and above all in (b)", [], "it is not said where they stand"),
        ("the annex to this resolution and the present resolution", [], "the document itself is not cited"),
        ("its previous resolutions and the report", [], "nothing with a name"),
        ("paragraphs 3 to 5 above", ["#OP3", "#OP4", "#OP5"], "own paragraphs"),
        ("paragraph 16 below and paragraph 2 of this resolution", ["#OP16", "#OP2"], "ahead and by name"),
        ("the measures imposed by paragraph 3 shall end", ["#OP3"], "no 'above': there is such a paragraph"),
        ("the measures imposed by paragraph 77 shall end", [], "no 'above', and no such paragraph"),
        ("the operative paragraph 4 (b) (i) above", ["#OP4(b)(i)"], "an item of an item"),
        ("subparagraph (b) above", ["#OP9(b)"], "an item of the same paragraph"),
        (
            "The Lagos Agreement (S/2001/5), and paragraph 2 of resolution 1 (1946)",
            ["Lagos Agreement", "S/2001/5", "S/RES/1(1946), paragraph 2"],
            "a name, its symbol, a provision",
        ),
    ],
)
def test_what_a_clause_cites(clause: str, keys: list[str], why: str) -> None:
    assert cited(clause) == keys, why


def test_the_first_paragraph_has_none_before_it() -> None:
    found = instruments_of(document({"OP1": "as the preceding paragraph says", "PP2": "the paragraph above"}))
    assert found.citations == ()


def test_an_item_is_seen_from_the_item_that_names_it() -> None:
    assert cited("as subparagraph (a) above says", label="OP9(c)") == ["#OP9(a)"]


def test_a_range_is_one_mention_with_a_key_for_each() -> None:
    found = instruments_of(document(OTHERS | {"OP9": "the measures of paragraphs 3 to 5 above"}))
    (mention,) = found.mentions
    assert (mention.keys, mention.text, mention.paragraph) == (
        ("#OP3", "#OP4", "#OP5"),
        "paragraphs 3 to 5",
        "OP9",
    )


def test_a_provision_brings_its_whole_instrument_along() -> None:
    found = instruments_of(document({"OP1": "under paragraph 4 of resolution 731 (1992)"}))
    assert [(i.key, i.kind, i.whole, i.provision) for i in found.instruments] == [
        ("S/RES/731(1992)", "resolution", "", ""),
        ("S/RES/731(1992), paragraph 4", "resolution", "S/RES/731(1992)", "paragraph 4"),
    ]


def test_statements_and_annexes_have_no_own_paragraphs_to_cite() -> None:
    found = instruments_of(document({"P1": "as paragraph 1 above says", "AN1": "see paragraph 1 above"}))
    assert found.citations == ()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "resolution 1373 (2001)",
                "paragraphs 3 to 7",
                "above",
                "of",
                "and",
                "the Lagos Accord",
                "(LA)",
                "LA",
                "Article 41",
                "Chapter VII",
                "of the Charter",
                "S/2016/949",
                "1267/1989 Committee",
                "its",
                "(a)",
                ",",
                "subparagraph (b)",
                "thereof",
                "the Accord",
                "General Assembly resolutions 60/1",
                "1960",
                "\xa0“",
            ]
        ),
        max_size=14,
    )
)
def test_every_value_lies_in_the_text_and_names_a_known_instrument(pieces: list[str]) -> None:
    made = document(
        {"OP1": " ".join(pieces), "OP2": "Recalls the Lagos Accord (LA);", "OP2(a)": " ".join(pieces[::-1])}
    )
    found = instruments_of(made)
    keys = {instrument.key for instrument in found.instruments}
    assert list(found.instruments) == sorted(found.instruments, key=lambda instrument: instrument.key)
    places = [(m.span, m.text) for m in found.mentions] + [(c.span, c.text) for c in found.citations]
    for span, text in places:
        assert made.text[span.start : span.end] == text
        assert text.strip() and "\n" not in text
    assert {c.instrument for c in found.citations} <= keys
    assert {key for mention in found.mentions for key in mention.keys} <= keys


def test_the_component_reads_the_document_of_a_doc() -> None:
    made = document({"OP1": "Recalls resolution 1373 (2001)"})
    assert find_instruments(make_doc(blank(), made)) == instruments_of(made)

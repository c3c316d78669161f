"""Plain text and Markdown: what is a paragraph, what it is called, what it says."""

from __future__ import annotations

from datetime import date

import pytest
from obligraph.extract.document import Document, ParagraphKind
from obligraph.extract.read import read_bytes

HEAD = "Resolution 4001 (2031)\n\nThe Security Council,\n\n"


def read(text: str, name: str = "text.txt") -> Document:
    return read_bytes(text.encode(), name)


def labels(text: str) -> str:
    return " ".join(p.label for p in read(text).paragraphs)


def words(text: str) -> dict[str, str]:
    return {p.label: p.text for p in read(text).paragraphs}


@pytest.mark.parametrize(
    ("body", "expected", "why"),
    [
        (
            "Recalling its resolutions,\n\n1. Urges peace;\n\n2. Decides to remain seized of the matter.",
            "PP1 OP1 OP2",
            "the plain case",
        ),
        (
            "1. Urges all States to:\n\n(a) Plant trees;\n\n(b) Count them;\n\n2. Decides to meet.",
            "OP1 OP1(a) OP1(b) OP2",
            "lettered items",
        ),
        (
            "1. Decides that States shall:\n\n(a) Stop the supply of:\n\n(i) Wood;\n\n(ii) Coal;\n\n"
            "(b) Report;\n\n2. Decides to meet.",
            "OP1 OP1(a) OP1(a)(i) OP1(a)(ii) OP1(b) OP2",
            "items of items",
        ),
        (
            "1. Decides that funds held by:\n\n(a) The group; or\n\n(b) Its leaders;\n\nshall be frozen, and "
            "those held for:\n\n(i) Their heirs;\n\n(ii) Their firms;\n\n2. Decides to meet.",
            "OP1 OP1(a) OP1(b) OP1(i) OP1(ii) OP2",
            "a list after words that close another list hangs on the paragraph",
        ),
        (
            "1. Requests a report on:\n\n(a) Roads;\n\n(b) Wells;\n\n(c) Mills;\n\n(d) Schools;\n\n"
            "(e) Mines;\n\n(f) Ports;\n\n(g) Farms;\n\n(h) Dams;\n\n(i) Bridges;\n\n"
            "(j) Rails;\n\n2. Decides to meet.",
            "OP1 OP1(a) OP1(b) OP1(c) OP1(d) OP1(e) OP1(f) OP1(g) OP1(h) OP1(i) OP1(j) OP2",
            "(i) after (h) is a letter",
        ),
        (
            "1, Urges peace;\n\n2. Calls for calm;\n\nS. Notes the report;\n\n4. Decides to meet.",
            "OP1 OP2 OP3 OP4",
            "numbers spoilt by a scan",
        ),
        (
            "1. Decides that States shall:\n\n(a) Stop;\n\n(6) Report;\n\n(e) Rest;\n\n2. Decides to meet.",
            "OP1 OP1(a) OP1(b) OP1(c) OP2",
            "(6) is a misread (b), (e) a misread (c)",
        ),
        (
            "Having heard the parties,\n\nResolves that a committee be formed;\n\nRequests it to report.",
            "PP1 OP1 OP2",
            "no numbers at all",
        ),
        (
            "Having heard the parties,\n\nResolves that:\n\n1. A committee be formed;\n\n2. It report.",
            "PP1 OP0 OP1 OP2",
            "a chapeau over the numbered paragraphs",
        ),
        ("Decides:\n\n(a) To go on;\n\n(b) To meet.", "OP1 OP1(a) OP1(b)", "a chapeau over letters"),
        (
            "1. Urges peace;\n\nArms embargo\n\n2. Decides to stop the supply;\n\n3. Decides to meet.",
            "OP1 OP2 OP3",
            "a heading is no paragraph",
        ),
        (
            "1. Urges peace;\n\nActing under Chapter VII of the Charter,\n\n2. Decides to meet.",
            "OP1 PP1 OP2",
            "a preambular paragraph may stand between operative ones",
        ),
        (
            "1. Urges:\n\n– Peace, and\n\n– Calm;\n\n2. Decides to meet.",
            "OP1 OP1(-1) OP1(-2) OP2",
            "dashes are counted",
        ),
        (
            "1. Decides to adopt the plan;\n\n2. Decides to remain seized of the matter.\n\nAnnex\n\n"
            "Plan\n\n1. Trees are planted.\n\n2. They are counted.",
            "OP1 OP2 AN1 AN2",
            "an annex has labels of its own",
        ),
        (
            "Recalling its resolutions,\n\n1. Urges peace.\n\nB\n\nThe Security Council,\n\n"
            "Noting the report,\n\n1. Urges calm.",
            "PP1 OP1 B.PP1 B.OP1",
            "a part whose numbering begins again",
        ),
        (
            "1. Recalls its call, which reads:\n\n“The Security Council,\n\n“1. Urges peace;\n\n"
            "“2. Urges calm.”\n\n2. Decides to meet.",
            "OP1 OP2",
            "a quoted resolution stays in its paragraph",
        ),
        (
            "1. (a) Urges peace;\n\n(b) Urges calm;\n\n2. Decides to meet.",
            "OP1 OP1(a) OP1(b) OP2",
            "two numbers",
        ),
        (
            "Recalling resolutions 3998 (2030) and 3999\n(2030) of 3 May 2030 and of\n"
            "1 June 2030,\n\n1. Urges peace.",
            "PP1 OP1",
            "a year or a day at the head of a line is no number",
        ),
        (
            "Recalling its resolutions on the conflict in the north of the country and in its capital,\n"
            "Further noting the report,\n\n1. Urges peace.",
            "PP1 PP2 OP1",
            "a preambular paragraph whose blank line was left out",
        ),
        (
            "Recalling the meetings of the heads of State held in New York, in Geneva, in Vienna and in\n"
            "Beijing, and those of the ministers,\n\n1. Urges peace.",
            "PP1 OP1",
            "but a name at the head of a line begins none",
        ),
    ],
)
def test_labels(body: str, expected: str, why: str) -> None:
    assert labels(HEAD + body) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("1. Urges all\nparties to meet.", "Urges all parties to meet.", "a line of the print"),
        ("1. Urges a result-\ning peace.", "Urges a resulting peace.", "the printer's hyphen"),
        ("1. Urges a cease-\nfire now.", "Urges a cease-fire now.", "the word's own hyphen"),
        (
            "1. Notes the information and the sharing of it, and urges information-\nsharing.",
            "Notes the information and the sharing of it, and urges information-sharing.",
            "a hyphen between two whole words",
        ),
        ("1. Asks for civilian-\nled work.", "Asks for civilian-led work.", "a second part that keeps it"),
        (
            "1. Under the terms of its standing agreement, notes the under-\nstanding.",
            "Under the terms of its standing agreement, notes the understanding.",
            "a short first part may be a syllable",
        ),
        ("1. Asks the Secretary-\nGeneral to act.", "Asks the Secretary-General to act.", "before a capital"),
        (
            "1. Recalls document S/\n12869 on it.",
            "Recalls document S/12869 on it.",
            "a symbol broken after the stroke",
        ),
        (
            "1. Urges all parties,\n\n\n\nincluding armed groups, to meet.",
            None,
            "a blank line in mid-sentence",
        ),
        (
            "1. Urges all parties to the conflict in\n\nSudan and Chad to meet.",
            None,
            "the same before a capital",
        ),
        (
            "1. Urges all parties to\n\n16-22523 3/9\n\f\nS/RES/4001 (2031)\n\nmeet.",
            None,
            "a page's foot and head",
        ),
        ("1. *Urges* [all](#) parties \\(again\\).", "Urges all parties (again).", "Markdown"),
        (
            "1. Urges\u00a0all non\u2011State par\u00adties.",
            "Urges all non-State parties.",
            "typesetters' characters",
        ),
    ],
)
def test_words(text: str, expected: str | None, why: str) -> None:
    found = words(HEAD + text)
    assert list(found) == ["OP1"], why
    if expected is None:
        assert "  " not in found["OP1"] and found["OP1"].endswith("meet."), why
        assert "22523" not in found["OP1"] and "4001" not in found["OP1"], why
    else:
        assert found["OP1"] == expected, why


def test_wrap_up_is_kept_apart_from_the_items() -> None:
    document = read(
        HEAD + "1. Decides that funds held by:\n\n(a) The group;\n\nshall be frozen;\n\n2. Decides to meet."
    )
    first = document.paragraphs[0]
    assert first.wrap_up is not None and document.words(first.wrap_up) == "shall be frozen;"
    assert document.paragraphs[1].text == "The group;"


def test_numbers_are_in_the_text_but_outside_the_span() -> None:
    document = read(HEAD + "1. Urges:\n\n(a) Peace;\n\n2. Decides to meet.")
    assert "1. Urges:\n(a) Peace;\n2. Decides to meet." in document.text
    assert [(p.number, p.text) for p in document.paragraphs] == [
        ("1", "Urges:"),
        ("a", "Peace;"),
        ("2", "Decides to meet."),
    ]
    assert document.paragraphs[1].parent == "OP1"
    assert document.paragraphs[1].place == "line 7"


def test_old_print_metadata_and_notes() -> None:
    document = read(
        "901 (1961). Resolution of 4 May 1961\n[S/4999]\n\nThe Security Council,\n\n"
        "Having heard the parties, 7\n\n1. Urges peace.\n\nAdopted at the 955th meeting by 9 votes\n"
        "to none.\n\n7 See Official Records, Sixteenth Year.\n8 Ibid., document S/4998."
    )
    assert (document.symbol, document.kind, document.body) == (
        "S/RES/901(1961)",
        "resolution",
        "Security Council",
    )
    assert (document.adopted, document.meeting, document.draft) == (date(1961, 5, 4), 955, "S/4999")
    assert [document.words(note)[:6] for note in document.notes] == ["7 See ", "8 Ibid"]
    assert [p.label for p in document.paragraphs] == ["PP1", "OP1"]


def test_statement() -> None:
    document = read(
        "S/PRST/2031/4\n4 May 2031\nStatement by the President of the Security Council\n\n"
        "At the 9001st meeting of the Security Council, the President of the Security Council made the "
        "following statement on behalf of the Council:\n\n"
        "“The Security Council condemns the attack. It calls for calm.\n\n“The Security Council urges talks.”"
    )
    assert (document.symbol, document.kind, document.meeting) == ("S/PRST/2031/4", "statement", 9001)
    assert [(p.label, p.kind) for p in document.paragraphs] == [
        ("P1", ParagraphKind.STATEMENT),
        ("P2", ParagraphKind.STATEMENT),
    ]


def test_a_statement_s_paragraph_begins_with_the_council_though_the_one_before_lacks_its_full_stop() -> None:
    document = read(
        "S/PRST/2031/4\n4 May 2031\nStatement by the President of the Security Council\n\n"
        "At the 9001st meeting of the Security Council, the President of the Security Council made the "
        "following statement on behalf of the Council:\n\n"
        "“The Security Council condemns the attack, whoever made it\n\n“The Security Council urges talks.”"
    )
    assert [p.label for p in document.paragraphs] == ["P1", "P2"]


def test_draft_on_few_lines() -> None:
    text = (
        "S/2031/77\n4 May 2031\nUtopia: draft resolution\nThe Security Council,\nRecalling its resolutions,\n"
        "Noting the report,\nArms embargo\n1. Urges all parties to the conflict to lay down their arms "
        "and to begin talks under the auspices of the Secretary-General without delay or preconditions; "
        "2. Requests the Secretary-General to report; Travel ban 3. Decides to meet."
    )
    document = read(text)
    assert (document.symbol, document.kind, document.adopted) == ("S/2031/77", "draft", date(2031, 5, 4))
    assert [p.label for p in document.paragraphs] == ["PP1", "PP2", "OP1", "OP2", "OP3"]
    assert {"Arms embargo", "Travel ban"} <= {h.text for h in document.headings}


def test_whole_text_on_one_line() -> None:
    text = (
        "The Security Council, Recalling its resolutions on the matter and all that followed from them "
        "in the years since, Deeply concerned at the drought, 1. Calls upon all States to help the farmers; "
        "2. Decides that the Committee shall: (a) Meet twice a year; (b) Report to it; 3. "
        "Decides to remain seized of the matter."
    )
    assert labels(text) == "PP1 PP2 OP1 OP2 OP2(a) OP2(b) OP3"


@pytest.mark.parametrize("body", ["General Assembly", "Economic and Social Council", "Human Rights Council"])
def test_issuing_body(body: str) -> None:
    document = read(f"The {body},\n\nRecalling its work,\n\n1. Urges peace.")
    assert document.body == body
    assert document.symbol.startswith("untitled/")


def test_emphases_count_the_characters_of_the_text() -> None:
    document = read(
        "The Security Council,\n\nRecalling *and further noting* it,\n\n1. *Urges* all **States** [x](#)."
    )
    assert [document.words(span) for span in document.emphases] == ["and further noting", "Urges"]


@pytest.mark.parametrize(
    ("after", "why"),
    [
        ("Adopted unanimously at the\n\n9001st meeting.", "a blank line breaks the line of adoption"),
        ("Adapted unanimously at the 9001st meeting.", "a scan misreads it"),
        ("Adopted ut the 9001st meeting by 14 votes to none.", "or a word of it"),
        ("1/ S/9046.", "a footnote with a stroke"),
        ("17See Official Records of the Security Council, Fourth Year.", "one without a space"),
        ("33.One member (Utopia) did not participate in the voting.", "one with a full stop alone"),
        ("-----", "a rule drawn in dashes"),
    ],
)
def test_what_stands_below_the_last_paragraph_is_none(after: str, why: str) -> None:
    assert (
        labels(f"{HEAD}Recalling its talks,\n\n1. Urges peace;\n\n2. Urges calm.\n\n{after}") == "PP1 OP1 OP2"
    ), why


def test_names_below_a_paragraph_stay_with_it() -> None:
    """The list of those whom the Council puts forward is what its only paragraph is about."""
    found = words(f"{HEAD}Recalling its talks,\n\nForwards the following names:\n\nMr. A. Person (Utopia)")
    assert found == {
        "PP1": "Recalling its talks,",
        "OP1": "Forwards the following names: Mr. A. Person (Utopia)",
    }

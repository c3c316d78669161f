"""AKN4UN XML: numbers, nesting, notes, annexes, metadata, and XML that is refused."""

from __future__ import annotations

from datetime import date

import pytest
from obligraph.errors import InputError
from obligraph.extract.document import Document, Vote
from obligraph.extract.read import read_bytes
from obligraph.extract.read.akn_metadata import states, usual_case

NS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
META = """<meta><identification source="#x"><FRBRWork>
<FRBRuri value="/akn/un/statement/deliberation/unsc/2031-05-04/4001-2031/"/>
<FRBRdate date="2031-05-04" name="adoption"/><FRBRauthor href="sc" as="author"/></FRBRWork></identification>
<classification source="http://metadata.un.org/sdg"><keyword value="peace_talks" href="http://example.org/7"
 showAs="peace_talks" dictionary="UNBIS"/></classification>
<workflow source="#un"><step date="2031-05-03" outcome="draftResolution" as="S/2031/99"
 by="ALBANIA, Bosnia and Herzegovina, PERU and Chad"/><step date="2031-05-04" outcome="adopted"
 as="S/PV.9002" by="Adopted, 9002nd meeting"/></workflow>
<analysis source="#un"><parliamentary><voting>
<count value="1" refersTo="inFavour"><voters><organization>ALBANIA</organization></voters></count>
<count value="1" refersTo="against"><voters><organization>CÔTE D'IVOIRE</organization></voters></count>
<count value="1" refersTo="abstaining"><voters>
<organization>BOSNIA AND HERZEGOVINA</organization></voters></count>
</voting></parliamentary></analysis></meta>"""
COVER = """<coverPage><p><docNumber refersTo="#symbol">S/RES/4001 (2031)</docNumber></p>
<p><docAuthority refersTo="#issuingBody">Security Council</docAuthority></p>
<p><docTitle refersTo="#resolutionNumber">Resolution 4001 (2031)</docTitle></p></coverPage>"""
PREAMBLE = """<preamble><formula name="enactingFormula">
<p><span class="italic">The Security Council</span>,</p></formula>
<container><p><span class="italic">Recalling </span>the talks<authorialNote
 marker="1"><p>In May.</p></authorialNote>
held,</p></container></preamble>"""


def akn(body: str, after: str = "") -> bytes:
    return (
        f'<akomaNtoso xmlns="{NS}"><statement name="resolution">{META}{COVER}{PREAMBLE}'
        f"<mainBody>{body}</mainBody>{after}</statement></akomaNtoso>"
    ).encode()


def paragraph(number: str, words: str, inner: str = "") -> str:
    return f"<paragraph><num>{number}</num><content><p>{words}</p></content>{inner}</paragraph>"


def point(number: str, words: str, inner: str = "") -> str:
    return f"<point><num>{number}</num><content><p>{words}</p></content>{inner}</point>"


def read(body: str, after: str = "") -> Document:
    return read_bytes(akn(body, after), "some.xml")


LIST = (
    "<paragraph eId='para_1'><num>1.</num><list><intro><p>Decides that funds held by:</p></intro>"
    + point("(a)", "The group:", f"<list>{point('(i)', 'Its leaders;')}{point('(ii)', 'Its heirs;')}</list>")
    + point("(b)", "Its firms;")
    + "<wrapUp><p>shall be frozen;</p></wrapUp></list></paragraph>"
)


@pytest.mark.parametrize(
    ("body", "expected", "why"),
    [
        (
            paragraph("1.", "Urges peace;") + paragraph("2.", "Decides to meet."),
            "PP1 OP1 OP2",
            "the plain case",
        ),
        (
            LIST + paragraph("2.", "Decides to meet."),
            "PP1 OP1 OP1(a) OP1(a)(i) OP1(a)(ii) OP1(b) OP2",
            "points",
        ),
        (
            paragraph("1.", "Urges:")
            + paragraph("(a)", "Peace;")
            + paragraph("(b)", "Calm;")
            + paragraph("2.", "Decides."),
            "PP1 OP1 OP1(a) OP1(b) OP2",
            "items that the file has as paragraphs",
        ),
        (
            "<paragraph><num>1.</num><content><p/></content></paragraph>"
            "<paragraph><content><p>Urges peace;</p></content></paragraph>"
            + paragraph("2.", "Decides to meet."),
            "PP1 OP1 OP2",
            "the number in one element, the words in the next",
        ),
        (
            "<paragraph class='H4'><heading>Arms embargo</heading></paragraph>"
            + paragraph("1.", "Urges peace."),
            "PP1 OP1",
            "a heading",
        ),
        (
            f"<paragraph><num>1.</num><list>{point('(a)', 'Decides to act;')}</list></paragraph>",
            "PP1 OP1 OP1(a)",
            "a paragraph without words before its first item",
        ),
    ],
)
def test_labels(body: str, expected: str, why: str) -> None:
    document = read(body)
    assert " ".join(p.label for p in document.paragraphs) == expected, why
    assert all(document.words(p.span) == p.text for p in document.paragraphs)


def test_wrap_up_place_and_parent() -> None:
    document = read(LIST + paragraph("2.", "Decides to meet."))
    first = next(p for p in document.paragraphs if p.label == "OP1")
    assert first.wrap_up is not None and document.words(first.wrap_up) == "shall be frozen;"
    assert first.place == "para_1"
    assert [p.parent for p in document.paragraphs][2:5] == ["OP1", "OP1(a)", "OP1(a)"]


def test_footnotes_and_emphasis() -> None:
    document = read(paragraph("1.", '<span class="underline">Urges</span> peace.'))
    assert document.paragraphs[0].text == "Recalling the talks held,"
    assert [document.words(note) for note in document.notes] == ["1 In May."]
    assert [document.words(span) for span in document.emphases] == [
        "The Security Council",
        "Recalling",
        "Urges",
    ]


def test_annex() -> None:
    inner = f"<doc><mainBody>{paragraph('1.', 'Trees are planted.')}</mainBody></doc>"
    document = read(
        paragraph("1.", "Adopts the plan."), f"<attachments><attachment>{inner}</attachment></attachments>"
    )
    assert [(p.label, p.kind.value) for p in document.paragraphs][1:] == [
        ("OP1", "operative"),
        ("AN1", "annex"),
    ]


@pytest.mark.parametrize(
    ("outside", "why"),
    [
        ("<heading>Rules for trees</heading>", "a heading beside the text"),
        ("<num>I.</num><heading>Rules for trees</heading>", "a numbered one"),
        ("<heading>Rules for trees</heading><num>I.</num>", "the number behind it"),
        ("<heading>Rules for trees</heading><subheading>Of planting</subheading>", "two headings"),
    ],
)
def test_an_annex_with_a_heading_is_read_once(outside: str, why: str) -> None:
    inner = f"<doc><meta/><mainBody>{paragraph('1.', 'Trees are planted.')}</mainBody></doc>"
    document = read(
        paragraph("1.", "Adopts the rules."),
        f"<attachments><attachment>{outside}{inner}</attachment></attachments>",
    )
    assert [p.label for p in document.paragraphs][1:] == ["OP1", "AN1"], why
    assert document.text.count("Trees are planted.") == document.text.count("Rules for trees") == 1, why


def test_metadata() -> None:
    document = read(paragraph("1.", "Urges peace."))
    assert (document.symbol, document.kind, document.body) == (
        "S/RES/4001(2031)",
        "resolution",
        "Security Council",
    )
    assert (document.adopted, document.meeting, document.format) == (date(2031, 5, 4), 9002, "akn")
    assert (document.draft, document.draft_date) == ("S/2031/99", date(2031, 5, 3))
    assert document.sponsors == ("Albania", "Bosnia and Herzegovina", "Peru", "Chad")
    assert document.votes == (
        Vote("Albania", "for"),
        Vote("Bosnia and Herzegovina", "abstaining"),
        Vote("Côte d'Ivoire", "against"),
    )
    assert [(s.label, s.scheme, s.iri) for s in document.subjects] == [
        ("peace talks", "UNBIS", "http://example.org/7")
    ]
    assert document.uri.endswith("/4001-2031/")


@pytest.mark.parametrize(
    ("printed", "usual", "why"),
    [
        ("RUSSIAN FEDERATION", "Russian Federation", "capitals"),
        (
            "VENEZUELA (BOLIVARIAN REPUBLIC OF)",
            "Venezuela (Bolivarian Republic of)",
            "small words stay small",
        ),
        ("GUINEA-BISSAU", "Guinea-Bissau", "after a hyphen"),
        ("Viet Nam", "Viet Nam", "usual letters already"),
    ],
)
def test_usual_case(printed: str, usual: str, why: str) -> None:
    assert usual_case(printed) == usual, why


def test_states_with_and_in_their_names() -> None:
    assert states("Peru, Trinidad and Tobago and Chad") == ["Peru", "Trinidad and Tobago", "Chad"]
    assert states("United Kingdom of Great Britain and Northern Ireland") == [
        "United Kingdom of Great Britain and Northern Ireland"
    ]


BOMB = '<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "message", "why"),
    [
        (b"<akomaNtoso><p>no end", "broken XML", "cut off"),
        (b"<akomaNtoso>\n<a></b></akomaNtoso>", "line 2", "the line is told"),
        (BOMB.encode() + akn("<p>&b;</p>"), "document type", "an entity bomb"),
        (
            b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + akn("<p>x</p>"),
            "document type",
            "an external document type",
        ),
        (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
            "document type",
            "an external entity",
        ),
        (
            (BOMB + akn("<p>&b;</p>").decode()).encode("utf-16"),
            "document type",
            "the same in another encoding",
        ),
        (b"<feed><entry/></feed>", "no Akoma Ntoso", "other XML"),
        (f'<akomaNtoso xmlns="{NS}"><statement/></akomaNtoso>'.encode(), "no paragraph", "nothing in it"),
    ],
)
def test_xml_that_is_refused(data: bytes, message: str, why: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "some.xml")
    line = str(caught.value)
    assert message in line and line.startswith("some.xml") and ";" in line and "\n" not in line, why


def test_format_is_told_by_content_and_not_by_name() -> None:
    assert read_bytes(akn(paragraph("1.", "Urges peace.")), "page.txt").format == "akn"
    assert read_bytes(b"The Security Council,\n\n1. Urges peace.", "page.xml").format == "text"


def test_what_is_annexed_to_a_statement_carries_no_acts_of_the_body() -> None:
    """The statement is what stands in quotation marks; a heading after it begins an annex."""
    words = (
        "At the 9001st meeting the President made the following statement on behalf of the Council:",
        "“The Security Council welcomes the memoir contained in the annex.",
        "** The first memoir is of 2001.",
        "“In this regard, the Security Council urges calm.”",
    )
    after = (
        "<heading>Memoir</heading><p>The Security Council may wish to read it.</p><p>Recalling is easy.</p>"
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in words) + after
    source = akn(body).decode()
    source = source.replace(PREAMBLE, "").replace("S/RES/4001 (2031)", "S/PRST/2031/4")
    document = read_bytes(
        source.replace('name="resolution"', 'name="presidentialStatement"').encode(), "p.xml"
    )
    assert [(p.label, p.kind.value) for p in document.paragraphs] == [
        ("P1", "statement"),
        ("P2", "statement"),
        ("AN1", "annex"),
        ("AN2", "annex"),
    ]
    assert [document.words(note) for note in document.notes] == ["** The first memoir is of 2001."]


MARKED = """<classification source="DHL">
<keyword refersTo="title" value="x" showAs="Council resolution 4001 (2031) [on lights]" dictionary="DHL"/>
<keyword refersTo="agenda" value="X" showAs="The situation at sea." dictionary="S/"/>
<keyword refersTo="agenda" value="[7]" showAs="LIGHTHOUSES--SALTMARSH" dictionary="S/86"/>
<keyword value="lights" showAs="lights" dictionary="EuroVoc"/></classification>
<workflow source="#un"><step date="2031-05-04" outcome="adopted" {mark} by="Adopted"/></workflow>"""


def test_what_the_catalogue_says_of_a_document() -> None:
    data = akn(paragraph("1.", "Urges peace;") + paragraph("2.", "Decides to meet."))
    head, workflow = META.partition("<workflow")[0], MARKED.format(mark="")
    document = read_bytes(data.replace(META.encode(), f"{head}{workflow}</meta>".encode()), "x.xml")
    assert document.title == "Council resolution 4001 (2031) [on lights]"
    assert document.agenda == "The situation at sea"
    assert {s.label for s in document.subjects} == {"peace talks", "lights"}, "no agenda and no title"


@pytest.mark.parametrize(
    ("step", "expected", "why"),
    [
        ('<step outcome="adopted" refersTo="Chapter VII" by="x"/>', True, "the step is marked"),
        ('<step outcome="adopted" refersTo="#chapterVII" by="x"/>', True, "in another spelling"),
        ('<step outcome="adopted" by="x"/>', False, "and is not"),
        ('<step outcome="draftResolution" as="S/2031/1"/>', None, "no step that could be"),
    ],
)
def test_chapter_vii(step: str, expected: bool | None, why: str) -> None:
    data = akn(paragraph("1.", "Urges peace;") + paragraph("2.", "Decides to meet."))
    head = META.partition("<workflow")[0]
    source = data.replace(META.encode(), f"{head}<workflow>{step}</workflow></meta>".encode())
    assert read_bytes(source, "x.xml").chapter_vii is expected, why


def test_the_title_of_a_text_in_another_language_is_its_own() -> None:
    data = akn(paragraph("1.", "Prie ;") + paragraph("2.", "Décide."))
    said = '<FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification>'
    data = data.replace(b"</identification>", said.encode())
    data = data.replace(b"<workflow", f"{MARKED.partition('<workflow')[0]}<workflow".encode())
    assert read_bytes(data, "x.xml").title == "Resolution 4001 (2031)"

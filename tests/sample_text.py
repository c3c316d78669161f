"""The sample's words, and the document that they make."""

from __future__ import annotations

import hashlib
from datetime import date

from obligraph.extract.document import Document, Heading, Paragraph, ParagraphKind, Span, Subject, Vote

SYMBOL = "S/RES/9001(2030)"

# Label, printed number, words, parent. An empty label is a heading; "+" is the wrap-up of the
# paragraph that is its parent.
_LINES: tuple[tuple[str, str, str, str], ...] = (
    ("PP1", "", "Recalling its resolution 8990 (2029) and the Convention on Safe Harbours,", ""),
    (
        "PP2",
        "",
        "Recalling resolution 8991 (2029), in which the Council demands that the Saltmarsh Brigade "
        "leave the harbour,",
        "",
    ),
    ("PP3", "", "Acting under Chapter VII of the Charter of the United Nations,", ""),
    ("", "", "Safe passage", ""),
    (
        "OP1",
        "1",
        "Condemns in the strongest terms the seizure of lighthouses by the Saltmarsh Brigade, "
        "and stresses that safe passage “by day and by night” concerns all States;",
        "",
    ),
    ("OP2", "2", "Calls upon Member States, including coastal States:", ""),
    ("OP2(a)", "a", "To keep their lighthouses lit at night, as appropriate;", "OP2"),
    (
        "OP2(b)",
        "b",
        "To inform the Secretary-General every six months, and encourages the Harbour Council to join them;",
        "OP2",
    ),
    ("+", "", "in accordance with article 15 of the Convention on Safe Harbours;", "OP2"),
    (
        "OP3",
        "3",
        "Decides that all States shall not sell lamp oil to the Saltmarsh Brigade for a period of twelve "
        "months, which shall begin on 1 May 2030, and authorizes the Harbour Council to inspect vessels;",
        "",
    ),
    (
        "OP4",
        "4",
        "Requests the Counter-Terrorism Committee Executive Directorate (CTED) and UNODC, within their "
        "existing mandates, to assess the measures in paragraph 3 above, and to report by 30 June 2030, "
        "and invites them to publish the findings within 90 days after the lifting of the measures, "
        "pursuant to resolution 8990 (2029);",
        "",
    ),
    ("OP5", "5", "Decides to remain seized of the matter.", ""),
)

_KINDS = {
    "PP": ParagraphKind.PREAMBULAR,
    "OP": ParagraphKind.OPERATIVE,
}


def _layout() -> tuple[str, tuple[Paragraph, ...], tuple[Heading, ...]]:
    """The text, and where its parts stand in it."""
    text = "Resolution 9001 (2030)\nThe Security Council,"
    headings: list[Heading] = []
    paragraphs: dict[str, Paragraph] = {}
    for label, number, words, parent in _LINES:
        brackets = f"({number}) " if parent else f"{number}. "
        text += "\n" + (brackets if number else "")
        span = Span(len(text), len(text) + len(words))
        text += words
        if not label:
            headings.append(Heading(span, words))
        elif label == "+":
            old = paragraphs[parent]
            paragraphs[parent] = Paragraph(
                old.label, old.kind, old.number, old.span, old.text, old.parent, span, old.place
            )
        else:
            place = f"line {text.count(chr(10)) + 1}"
            paragraphs[label] = Paragraph(
                label, _KINDS[label[:2]], number, span, words, parent or None, None, place
            )
    return text, tuple(paragraphs.values()), tuple(headings)


def sample_document() -> Document:
    """The sample as a reader would give it."""
    text, paragraphs, headings = _layout()
    return Document(
        symbol=SYMBOL,
        kind="resolution",
        body="Security Council",
        title="Safe harbours",
        adopted=date(2030, 3, 4),
        meeting=9999,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        source="sample.txt",
        format="text",
        paragraphs=paragraphs,
        headings=headings,
        uri="/akn/un/statement/resolution/unsc/2030-03-04/9001",
        draft="S/2030/123",
        draft_date=date(2030, 3, 1),
        agenda="Peace at sea",
        chapter_vii=True,
        sponsors=("Albania", "Malta"),
        votes=(Vote("Albania", "for"), Vote("Côte d'Ivoire", "abstaining"), Vote("Malta", "for")),
        subjects=(Subject("LIGHTHOUSES", "UNBIS", "http://metadata.un.org/thesaurus/1009001"),),
    )

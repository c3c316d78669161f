"""A small resolution in words of our own, and what a careful reader finds in it.

Every span is computed from the text, so that the sample cannot contradict itself. It has one of
each thing that a reading can hold: lettered items with a wrap-up, a member singled out by
"including", a pronoun that stands for two bodies, a target, every kind of time, qualifiers,
citations of a whole instrument, of a provision and of a paragraph of the text itself, a
prohibition, a permission, an act that is only reported, an actor that the authority file lacks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from obligraph.extract.model import (
    Act,
    Actor,
    Addressee,
    Citation,
    Content,
    ContentKind,
    Document,
    Force,
    Heading,
    Instrument,
    Mention,
    MentionKind,
    Modality,
    Paragraph,
    ParagraphKind,
    Qualifier,
    Reading,
    Span,
    Subject,
    Target,
    Time,
    TimeKind,
    VerbKind,
    Vote,
)

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


class _Finder:
    """Finds words in a paragraph of the sample (or in its wrap-up)."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.spans = {p.label: [p.span, *([p.wrap_up] if p.wrap_up else [])] for p in document.paragraphs}

    def __call__(self, label: str, words: str) -> Span:
        for span in self.spans[label]:
            found = self.document.words(span).find(words)
            if found >= 0:
                return Span(span.start + found, span.start + found + len(words))
        raise LookupError(f"{label} has no “{words}”")


def sample_reading() -> Reading:
    """The sample with everything that is to be found in it."""
    document = sample_document()
    find = _Finder(document)

    def act(
        id: str,
        verb: str,
        form: str,
        kind: VerbKind,
        force: Force,
        last: str,
        *,
        addressees: Sequence[Addressee] = (),
        contents: Sequence[Content] = (),
        targets: Sequence[Target] = (),
        times: Sequence[Time] = (),
        qualifiers: Sequence[Qualifier] = (),
        citations: Sequence[Citation] = (),
        authority: Sequence[str] = ("Charter of the United Nations, Chapter VII",),
        reported: str = "",
        certainty: float = 1.0,
        doubts: Sequence[str] = (),
    ) -> Act:
        label = id.partition("/")[0]
        verb_span = find(label, verb)
        span = Span(verb_span.start, find(label, last).end)
        return Act(
            id=id,
            paragraph=label,
            verb=verb,
            verb_span=verb_span,
            act=form,
            kind=kind,
            force=force,
            issuer="unsc",
            span=span,
            text=document.words(span),
            addressees=tuple(addressees),
            contents=tuple(contents),
            targets=tuple(targets),
            times=tuple(times),
            qualifiers=tuple(qualifiers),
            citations=tuple(citations),
            authority=tuple(authority) if label.startswith("OP") else (),
            reported=reported,
            rule=f"verb:{form.replace(' ', '-')}",
            certainty=certainty,
            doubts=tuple(doubts),
        )

    def addressee(
        label: str, text: str, *actors: str, via: str = "", certainty: float = 1.0, doubt: str = ""
    ) -> Addressee:
        return Addressee(actors, find(label, text), text, via, certainty, doubt)

    def content(label: str, kind: ContentKind, text: str, modality: Modality | None = None) -> Content:
        return Content(label, kind, find(label, text), text, modality)

    def citation(label: str, text: str, key: str, use: str) -> Citation:
        return Citation(key, find(label, text), text, use)

    def qualifier(label: str, text: str) -> Qualifier:
        return Qualifier(find(label, text), text)

    def mention(kind: MentionKind, label: str, text: str, *keys: str) -> Mention:
        return Mention(kind, keys, label, find(label, text), text)

    action, proposition, thing = ContentKind.ACTION, ContentKind.PROPOSITION, ContentKind.OBJECT
    directive, assertive, expressive = VerbKind.DIRECTIVE, VerbKind.ASSERTIVE, VerbKind.EXPRESSIVE
    brigade = "the Saltmarsh Brigade"
    acts = (
        act(
            "PP1/act/1",
            "Recalling",
            "recall",
            assertive,
            Force.STATEMENT,
            "Safe Harbours",
            contents=[
                content("PP1", thing, "its resolution 8990 (2029) and the Convention on Safe Harbours"),
            ],
            citations=[
                citation("PP1", "resolution 8990 (2029)", "S/RES/8990(2029)", "recalls"),
                citation("PP1", "Convention on Safe Harbours", "Convention on Safe Harbours", "recalls"),
            ],
        ),
        act(
            "PP2/act/1",
            "Recalling",
            "recall",
            assertive,
            Force.STATEMENT,
            "leave the harbour",
            contents=[content("PP2", thing, "resolution 8991 (2029)")],
            citations=[citation("PP2", "resolution 8991 (2029)", "S/RES/8991(2029)", "recalls")],
        ),
        act(
            "PP3/act/1",
            "Acting under",
            "act under",
            VerbKind.DECLARATIVE,
            Force.STATEMENT,
            "United Nations",
            contents=[content("PP3", thing, "Chapter VII of the Charter of the United Nations")],
            citations=[
                citation(
                    "PP3",
                    "Chapter VII of the Charter of the United Nations",
                    "Charter of the United Nations, Chapter VII",
                    "pursuant-to",
                )
            ],
        ),
        act(
            "OP1/act/1",
            "Condemns in the strongest terms",
            "condemn",
            expressive,
            Force.STATEMENT,
            "Brigade",
            contents=[content("OP1", thing, f"the seizure of lighthouses by {brigade}")],
            targets=[Target(("saltmarsh-brigade",), find("OP1", brigade), brigade)],
        ),
        act(
            "OP1/act/2",
            "stresses",
            "stress",
            assertive,
            Force.STATEMENT,
            "all States",
            contents=[
                content(
                    "OP1",
                    proposition,
                    "that safe passage “by day and by night” concerns all States",
                )
            ],
        ),
        act(
            "OP2/act/1",
            "Calls upon",
            "call upon",
            directive,
            Force.APPEAL,
            "coastal States",
            addressees=[
                addressee("OP2", "Member States", "member-states"),
                addressee("OP2", "coastal States", "coastal-states", via="including"),
            ],
            contents=[
                content(
                    "OP2(a)",
                    action,
                    "To keep their lighthouses lit at night, as appropriate",
                    Modality.RECOMMENDATION,
                ),
                content(
                    "OP2(b)",
                    action,
                    "To inform the Secretary-General every six months",
                    Modality.RECOMMENDATION,
                ),
            ],
            times=[Time(TimeKind.RECURRENCE, find("OP2(b)", "every six months"), "every six months", "P6M")],
            qualifiers=[
                qualifier("OP2(a)", "as appropriate"),
                qualifier("OP2", "in accordance with article 15 of the Convention on Safe Harbours"),
            ],
            citations=[
                citation(
                    "OP2",
                    "article 15 of the Convention on Safe Harbours",
                    "Convention on Safe Harbours, article 15",
                    "in-accordance-with",
                )
            ],
        ),
        act(
            "OP2(b)/act/1",
            "encourages",
            "encourage",
            directive,
            Force.ENCOURAGEMENT,
            "join them",
            addressees=[addressee("OP2(b)", "the Harbour Council", "harbour-council")],
            contents=[content("OP2(b)", action, "to join them", Modality.RECOMMENDATION)],
        ),
        act(
            "OP3/act/1",
            "Decides",
            "decide",
            directive,
            Force.DECISION,
            "1 May 2030",
            addressees=[addressee("OP3", "all States", "all-states")],
            contents=[
                content(
                    "OP3",
                    action,
                    f"shall not sell lamp oil to {brigade} for a period of twelve months, "
                    "which shall begin on 1 May 2030",
                    Modality.PROHIBITION,
                )
            ],
            times=[
                Time(
                    TimeKind.PERIOD,
                    find("OP3", "for a period of twelve months"),
                    "for a period of twelve months",
                    "P12M",
                    until=date(2031, 5, 1),
                ),
                Time(
                    TimeKind.START,
                    find("OP3", "which shall begin on 1 May 2030"),
                    "which shall begin on 1 May 2030",
                    "2030-05-01",
                ),
            ],
        ),
        act(
            "OP3/act/2",
            "authorizes",
            "authorize",
            directive,
            Force.DECISION,
            "inspect vessels",
            addressees=[addressee("OP3", "the Harbour Council", "harbour-council")],
            contents=[content("OP3", action, "to inspect vessels", Modality.PERMISSION)],
        ),
        act(
            "OP4/act/1",
            "Requests",
            "request",
            directive,
            Force.REQUEST,
            "30 June 2030",
            addressees=[
                addressee("OP4", "the Counter-Terrorism Committee Executive Directorate (CTED)", "cted"),
                addressee("OP4", "UNODC", "unodc"),
            ],
            contents=[
                content("OP4", action, "to assess the measures in paragraph 3 above", Modality.DUTY),
                content("OP4", action, "to report by 30 June 2030", Modality.DUTY),
            ],
            times=[
                Time(
                    TimeKind.DEADLINE,
                    find("OP4", "by 30 June 2030"),
                    "by 30 June 2030",
                    "2030-06-30",
                    due=date(2030, 6, 30),
                )
            ],
            qualifiers=[qualifier("OP4", "within their existing mandates")],
            citations=[citation("OP4", "paragraph 3 above", "#OP3", "cites")],
        ),
        act(
            "OP4/act/2",
            "invites",
            "invite",
            directive,
            Force.ENCOURAGEMENT,
            "resolution 8990 (2029)",
            addressees=[
                addressee(
                    "OP4", "them", "cted", "unodc", certainty=0.75, doubt="pronoun: nearest addressees taken"
                )
            ],
            contents=[
                content(
                    "OP4",
                    action,
                    "to publish the findings within 90 days after the lifting of the measures",
                    Modality.RECOMMENDATION,
                )
            ],
            times=[
                Time(
                    TimeKind.DEADLINE,
                    find("OP4", "within 90 days after the lifting of the measures"),
                    "within 90 days after the lifting of the measures",
                    "P90D",
                    event="the lifting of the measures",
                )
            ],
            citations=[citation("OP4", "resolution 8990 (2029)", "S/RES/8990(2029)", "pursuant-to")],
        ),
        act(
            "OP5/act/1",
            "Decides",
            "remain seized",
            VerbKind.COMMISSIVE,
            Force.STATEMENT,
            "of the matter",
            contents=[content("OP5", action, "to remain seized of the matter", Modality.DUTY)],
        ),
    )
    reported = (
        act(
            "PP2/reported/1",
            "demands",
            "demand",
            directive,
            Force.DEMAND,
            "leave the harbour",
            addressees=[addressee("PP2", brigade, "saltmarsh-brigade")],
            contents=[content("PP2", action, "leave the harbour", Modality.DUTY)],
            reported="S/RES/8991(2029)",
            certainty=0.9,
            doubts=("told of another instrument",),
        ),
    )
    actor, instrument = MentionKind.ACTOR, MentionKind.INSTRUMENT
    return Reading(
        document=document,
        mentions=(
            mention(instrument, "PP1", "resolution 8990 (2029)", "S/RES/8990(2029)"),
            mention(instrument, "PP1", "Convention on Safe Harbours", "Convention on Safe Harbours"),
            mention(instrument, "PP2", "resolution 8991 (2029)", "S/RES/8991(2029)"),
            mention(actor, "PP2", "Saltmarsh Brigade", "saltmarsh-brigade"),
            mention(
                instrument,
                "PP3",
                "Chapter VII of the Charter of the United Nations",
                "Charter of the United Nations, Chapter VII",
            ),
            mention(actor, "OP1", "Saltmarsh Brigade", "saltmarsh-brigade"),
            mention(actor, "OP2", "Member States", "member-states"),
            mention(actor, "OP2", "coastal States", "coastal-states"),
            mention(actor, "OP2(b)", "Secretary-General", "secretary-general"),
            mention(actor, "OP2(b)", "Harbour Council", "harbour-council"),
            mention(
                instrument,
                "OP2",
                "article 15 of the Convention on Safe Harbours",
                "Convention on Safe Harbours, article 15",
            ),
            mention(actor, "OP3", "all States", "all-states"),
            mention(actor, "OP3", "Saltmarsh Brigade", "saltmarsh-brigade"),
            mention(actor, "OP3", "Harbour Council", "harbour-council"),
            mention(actor, "OP4", "Counter-Terrorism Committee Executive Directorate (CTED)", "cted"),
            mention(actor, "OP4", "UNODC", "unodc"),
            mention(instrument, "OP4", "paragraph 3 above", "#OP3"),
            mention(instrument, "OP4", "resolution 8990 (2029)", "S/RES/8990(2029)"),
        ),
        acts=acts,
        reported=reported,
        actors=(
            Actor("all-states", "all States", "group-of-states"),
            Actor("coastal-states", "coastal States", "group-of-states", known=False),
            Actor("cted", "CTED", "office", "Counter-Terrorism Committee Executive Directorate", "unsc"),
            Actor("harbour-council", "Harbour Council", "unknown", known=False),
            Actor("member-states", "Member States", "group-of-states"),
            Actor("saltmarsh-brigade", "Saltmarsh Brigade", "armed-group", known=False),
            Actor("secretary-general", "Secretary-General", "role"),
            Actor("unodc", "UNODC", "office", "United Nations Office on Drugs and Crime"),
            Actor("unsc", "Security Council", "organ", "United Nations Security Council"),
        ),
        instruments=(
            Instrument("#OP3", "paragraph", SYMBOL, "paragraph 3"),
            Instrument(
                "Charter of the United Nations, Chapter VII",
                "charter",
                "Charter of the United Nations",
                "Chapter VII",
            ),
            Instrument("Convention on Safe Harbours", "treaty"),
            Instrument(
                "Convention on Safe Harbours, article 15",
                "treaty",
                "Convention on Safe Harbours",
                "article 15",
            ),
            Instrument("S/RES/8990(2029)", "resolution"),
            Instrument("S/RES/8991(2029)", "resolution"),
        ),
    )

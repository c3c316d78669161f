"""Which verbs are acts of the body, which tell another text's, and which belong to somebody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.acts.find import VerbGroup, body_names, find_verbs
from obligraph.extract.model import Document, Paragraph, ParagraphKind, Span
from obligraph.extract.tokens import blank, make_doc
from spacy.language import Language

PP, OP, P, AN = (
    ParagraphKind.PREAMBULAR,
    ParagraphKind.OPERATIVE,
    ParagraphKind.STATEMENT,
    ParagraphKind.ANNEX,
)
NLP: Language = blank()


def _document(*paragraphs: tuple[ParagraphKind, str] | tuple[ParagraphKind, str, int]) -> Document:
    """A document of paragraphs; a third part is the rank of the paragraph that an item hangs on."""
    text = ""
    found: list[Paragraph] = []
    for rank, (kind, words, *parent) in enumerate(paragraphs):
        text += "\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        text += words
        above = found[parent[0]].label if parent else None
        label = f"{above}({chr(97 + rank)})" if above else f"{kind[0].upper()}{rank + 1}"
        found.append(Paragraph(label, kind, "", span, words, above))
    return Document(
        symbol="untitled/x",
        kind="resolution",
        body="Security Council",
        title="",
        adopted=None,
        meeting=None,
        text=text,
        sha256="",
        source="x",
        format="text",
        paragraphs=tuple(found),
    )


def _find(*paragraphs: tuple[ParagraphKind, str] | tuple[ParagraphKind, str, int]) -> tuple[VerbGroup, ...]:
    return find_verbs(make_doc(NLP, _document(*paragraphs)))


def _own(*paragraphs: tuple[ParagraphKind, str] | tuple[ParagraphKind, str, int]) -> list[str]:
    return [group.text for group in _find(*paragraphs) if not group.reported]


@pytest.mark.parametrize(
    ("kind", "text", "acts", "why"),
    [
        (PP, "Recalling its earlier decisions,", ["Recalling"], "the head of a preambular paragraph"),
        (PP, "Deeply concerned at the fighting,", ["Deeply concerned"], "a state of mind is an act"),
        (PP, "Being also alarmed at the fighting,", ["Being also alarmed"], "also with being"),
        (
            PP,
            "Alarmed at the raid and determined to end it,",
            ["Alarmed", "determined"],
            "two states of mind",
        ),
        (OP, "Reposes its trust in the Mission;", ["Reposes"], "a verb that nobody has written down"),
        (PP, "Having considered the report,", ["Having considered"], "what the Council did first"),
        (PP, "Acting under Chapter VII of the Charter,", ["Acting under"], "the ground of the act"),
        (
            PP,
            "Recalling the talks; and further recalling the truce,",
            ["Recalling", "further recalling"],
            "a semicolon joins",
        ),
        (PP, "Noting the talks, stressing that they matter,", ["Noting", "stressing"], "a comma joins"),
        (PP, "Noting the talks and welcoming their pace,", ["Noting", "welcoming"], "and joins"),
        (
            PP,
            "Welcoming and encouraging these efforts,",
            ["Welcoming", "encouraging"],
            "two verbs, one object",
        ),
        (PP, "Commending the talks, while noting their pace,", ["Commending", "noting"], "while joins"),
        (
            PP,
            "While noting some progress, expressing concern at the rest,",
            ["noting", "expressing concern"],
            "while may open the paragraph",
        ),
        (PP, "Regretting the delay but noting the reasons,", ["Regretting", "noting"], "but joins"),
        (
            PP,
            "Noting the aid, and, in this regard, urging more of it,",
            ["Noting", "urging"],
            "a phrase between commas is not what the verb hangs on",
        ),
        (
            PP,
            "Noting their pace in this regard, welcoming the aid,",
            ["Noting", "welcoming"],
            "the phrase closes the clause before",
        ),
        (
            PP,
            "Recalling the truce, and determining that it is broken,",
            ["Recalling", "determining"],
            "an everyday verb that states something",
        ),
        (
            PP,
            "Expressing its sympathy, and also gravely concerned by the attack,",
            ["Expressing its sympathy", "also gravely concerned"],
            "a state of mind with adverbs",
        ),
        (OP, "Decides to extend the mandate;", ["Decides"], "the head of an operative paragraph"),
        (OP, "Decides to remain actively seized of the matter.", ["Decides"], "printed without its content"),
        (
            OP,
            "Also calls again upon all sides to stop;",
            ["Also calls again upon"],
            "adverbs around and inside",
        ),
        (
            OP,
            "Calls on States to report, and further encourages them to share;",
            ["Calls on", "further encourages"],
            "comma and and",
        ),
        (
            OP,
            "Requests a report, expresses its intention to review it, and decides to meet;",
            ["Requests", "expresses its intention", "decides"],
            "a list of three",
        ),
        (
            OP,
            "Condemns the raid; demands that it end; in that regard, urges restraint;",
            ["Condemns", "demands", "in that regard, urges"],
            "semicolons",
        ),
        (
            OP,
            "Urges banks to share data, while also recognizing the need for privacy;",
            ["Urges", "also recognizing"],
            "a participle beside a verb in the third person",
        ),
        (OP, "Requests a plan, noting that winter is near;", ["Requests", "noting"], "the same with a comma"),
        (
            OP,
            "Decides, acting under Chapter VII of the Charter, to lift the ban;",
            ["Decides", "acting under"],
            "the ground inside the paragraph",
        ),
        (
            OP,
            "Recognizing the need for aid, urges donors to give;",
            ["Recognizing", "urges"],
            "a participle may open an operative paragraph",
        ),
        (
            OP,
            "Pursuant to the plan, requests the envoy to report;",
            ["requests"],
            "words before the first verb",
        ),
        (
            OP,
            "Welcomes the talks. Further requests a report.",
            ["Welcomes", "Further requests"],
            "a second sentence without a subject",
        ),
        (OP, "Reguests the Panel to report;", ["Reguests"], "a misprint at the head"),
        (OP, "Request the Panel to report;", ["Request"], "so is the base form"),
        (
            P,
            "“The Security Council condemns the raid. The Council further notes the toll.",
            ["condemns", "further notes"],
            "a statement names its subject",
        ),
        (P, "“It calls for calm, and welcomes the talks.", ["calls for", "welcomes"], "it is the Council"),
        (P, "“In this context, the Security Council urges calm.", ["urges"], "words before the subject"),
        (
            P,
            "“The Security Council, recalling its statement of May, reiterates its concern.",
            ["recalling", "reiterates"],
            "a participle between subject and verb",
        ),
        (
            P,
            "“The Security Council is deeply alarmed by the raid and remains ready to act.",
            ["is deeply alarmed"],
            "is with a state of mind; ready is an everyday word",
        ),
        (
            P,
            "“Recalling its statement of May, the Security Council urges calm.",
            ["Recalling", "urges"],
            "a participle before the subject",
        ),
        (
            P,
            "“The Security Council welcomes and is encouraged by the truce.",
            ["welcomes", "is encouraged"],
            "is right behind another verb",
        ),
        (
            P,
            "“The Security Council request the Mission to help.",
            ["request"],
            "a slip in the number of the verb",
        ),
    ],
)
def test_acts(kind: ParagraphKind, text: str, acts: list[str], why: str) -> None:
    assert _own((kind, text)) == acts, why


@pytest.mark.parametrize(
    ("kind", "text", "acts", "why"),
    [
        (
            OP,
            "Urges firms to help, including by encouraging staff to report;",
            ["Urges"],
            "a preposition governs",
        ),
        (
            OP,
            "Invites bodies to help by promoting and encouraging dialogue;",
            ["Invites"],
            "so it does behind and",
        ),
        (
            PP,
            "Recalling the report of the Panel, which notes the flow of arms,",
            ["Recalling"],
            "the report notes",
        ),
        (PP, "Recalling the report, which, inter alia, notes the flow,", ["Recalling"], "the same, set off"),
        (PP, "Noting that the Government welcomes the plan,", ["Noting"], "a clause with its own subject"),
        (
            PP,
            "Noting the statement urging calm and calling on all to help,",
            ["Noting"],
            "the statement urges and calls",
        ),
        (OP, "Takes note of its requests and calls for help;", ["Takes note of"], "nouns: a possessive"),
        (OP, "Welcomes all pledges and requests for membership;", ["Welcomes"], "a noun: for follows"),
        (
            OP,
            "Calls upon all flag States, States of the region and others to help;",
            ["Calls upon"],
            "States are no statement",
        ),
        (
            OP,
            "Asks for a list of the States concerned, and determined efforts;",
            ["Asks"],
            "everyday adjectives",
        ),
        (
            OP,
            "Requests the Panel to report, taking into account the views of States;",
            ["Requests"],
            "how the Panel is to report",
        ),
        (
            OP,
            "Authorizes the force to use means, while respecting the law and supporting the police;",
            ["Authorizes"],
            "what the force is to do",
        ),
        (OP, "Reaffirms that it condemns all raids;", ["Reaffirms"], "one act: what is reaffirmed"),
        (
            OP,
            "Decides that the Committee shall remove a name if it decides that it is wrong;",
            ["Decides"],
            "the Committee decides",
        ),
        (
            OP,
            "Decides to list those planning, directing or committing raids;",
            ["Decides"],
            "what raiders do",
        ),
        (
            P,
            "“The Security Council welcomes the talks. The mission supports them and urges calm.",
            ["welcomes"],
            "another subject opens the sentence",
        ),
        (P, "“The Council’s decision requires all States to report.", [], "the decision is the subject"),
        (P, "“The African Union Peace and Security Council calls for calm.", [], "another council"),
        (AN, "Requests the Panel to report.", [], "an annex carries no acts of the body"),
    ],
)
def test_not_acts(kind: ParagraphKind, text: str, acts: list[str], why: str) -> None:
    assert _own((kind, text)) == acts, why


@pytest.mark.parametrize(
    ("text", "told", "why"),
    [
        (
            "Recalling resolution 9 (1999), in which the Security Council condemns raids, and urges calm,",
            ["condemns", "urges"],
            "the body's own name behind a relative pronoun",
        ),
        (
            "Recalling resolution 9 (1999), which demands calm and requests a report,",
            ["demands", "requests"],
            "the text is the subject",
        ),
        (
            "Recalling resolutions 9 (1999) and 10 (1999), which express concern that arms flow in,",
            ["express concern"],
            "the plural of the verb",
        ),
    ],
)
def test_acts_of_other_texts_are_reported(text: str, told: list[str], why: str) -> None:
    groups = _find((PP, text))
    assert [g.text for g in groups if g.reported] == told, why
    assert [g.text for g in groups if not g.reported] == ["Recalling"], why
    assert all(g.reported in text and g.reported.startswith("resolution") for g in groups[1:])


def test_the_preamble_goes_on_behind_what_is_told() -> None:
    groups = _find(
        (PP, "Recalling resolution 9 (1999), in which the Council condemns raids, and noting the toll,")
    )
    assert [(g.text, bool(g.reported)) for g in groups] == [
        ("Recalling", False),
        ("condemns", True),
        ("noting", False),
    ]


def test_items_hang_on_their_chapeau() -> None:
    acts = _own(
        (OP, "Calls upon Member States:"),
        (OP, "To break up gangs, and underscores in this regard the role of law; and encourages States", 0),
        (OP, "Supporting the police and encouraging talks;", 0),
        (OP, "To consider joining; recalls the Convention; and furthermore urges that it be kept;", 0),
    )
    assert acts == [
        "Calls upon",
        "underscores in this regard",
        "encourages",
        "recalls",
        "furthermore urges",
    ]


def test_an_item_may_be_an_act_of_its_own() -> None:
    acts = _own(
        (OP, "The Council takes these steps:"), (OP, "Decides to meet;", 0), (OP, "Requests a report;", 0)
    )
    assert acts[-2:] == ["Decides", "Requests"]


def test_the_wrap_up_of_a_list_is_read() -> None:
    document = _document(
        (OP, "Requests the Panel:"), (OP, "To report;", 0), (OP, "and urges States to help it")
    )
    first, item, last = document.paragraphs
    whole = Paragraph(first.label, OP, "", first.span, first.text, None, last.span)
    made = Document(**{**{f: getattr(document, f) for f in document.__slots__}, "paragraphs": (whole, item)})
    assert [(g.text, g.paragraph) for g in find_verbs(make_doc(NLP, made))] == [
        ("Requests", first.label),
        ("urges", first.label),
    ]


def test_what_hangs_on_the_verb_begins_behind_it() -> None:
    text = "Expressing deep concern at the toll, and noting, in this context, that it grows,"
    concern, noting = _find((PP, text))
    assert text[concern.rest :].startswith("the toll")
    assert text[noting.rest :].startswith("that it grows")


def test_a_verb_that_the_lexicon_lacks_is_doubted() -> None:
    (group,) = _find((OP, "Reposes its trust in the Mission;"))
    assert (group.verb.act, group.certainty, group.doubts) == ("repose", 0.5, ("verb not in the lexicon",))
    assert _find((OP, "Paragraphs that follow are void;")) == ()


def test_doubts_come_with_less_certainty() -> None:
    for group in _find((OP, "Pursuant to the plan, requests a report;"), (OP, "Recaliing the plan;")):
        assert group.certainty < 1
        assert group.doubts


def test_another_body_has_its_own_names() -> None:
    assert ("the", "assembly") in body_names("General Assembly")
    assert body_names("") == (("it",),)


WORDS = (
    *("Recalling", "noting", "and", "requests", ";", ".", ",", "which", "Council", "while", "to", "by"),
    *("including", "calls", "upon", "States", "that", "“", "having", "considered", "deeply", "concerned"),
    *("is", "1.", "it", "the report", "the Security Council", "in this regard"),
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.sampled_from([PP, OP, P]))
def test_spans_hold_their_words(pieces: list[str], kind: ParagraphKind) -> None:
    text = " ".join(pieces)
    document = _document((kind, text))
    groups = find_verbs(make_doc(NLP, document))
    assert [g.span for g in groups] == sorted(g.span for g in groups)
    for group, following in zip(groups, [*groups[1:], None], strict=False):
        assert document.words(group.span) == group.text
        assert group.span.end <= group.rest <= len(text)
        assert following is None or group.span.end <= following.span.start
        assert group.reported in text

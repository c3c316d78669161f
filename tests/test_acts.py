"""Which verbs are acts of the body, which tell another text's, and which belong to somebody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.acts.find import body_names, find_verbs
from obligraph.extract.document import ParagraphKind
from obligraph.extract.tokens import make_doc

from .acting import NLP, OP, PP, P, document_of, find, own


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
        (OP, "Bestows its trust on the Mission;", ["Bestows"], "a verb that nobody has written down"),
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
            "Welcoming the report and supporting its aims,",
            ["Welcoming", "supporting"],
            "and joins a verb that others' deeds are told with too, where nobody else does anything",
        ),
        (
            PP,
            "Welcoming his work in leading the talks and supporting its staff,",
            ["Welcoming"],
            "which is not so behind a gerund",
        ),
        (PP, "Nothing further with concern the delays,", ["Nothing further with concern"], "a misprint"),
        (PP, "Nothing in this text shall bind them,", [], "and a word in its own right"),
        (PP, "Expressing its interest in more reports,", ["Expressing its interest"], "an interest"),
        (
            P,
            "Given the report of the Envoy the Security Council further urges haste.",
            ["further urges"],
            "the body's name behind a sentence's opening, without a comma",
        ),
        (P, "In view of the calls of the Security Council requests were made.", [], "and behind 'of'"),
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
        (
            P,
            "The Security Council, while taking note that talks go on, stresses the need for haste.",
            ["taking note", "stresses"],
            "the body's name, and a participle set before its verb",
        ),
        (
            P,
            "The Security Council regrets the raid, it underscores its hope for talks, and it welcomes them.",
            ["regrets", "underscores", "welcomes"],
            "'it' goes on with the body of the sentence",
        ),
        (
            PP,
            "Welcoming the efforts made, bearing in mind the guidance given,",
            ["Welcoming", "bearing in mind"],
            "in the preamble it is an act beside the verb",
        ),
        (OP, "Declares its readiness to meet;", ["Declares its readiness"], "a group with its noun"),
        (
            PP,
            "Expressing with deep concern that children are recruited,",
            ["Expressing with deep concern"],
            "a feeling told as a manner",
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
            "“The Security Council expresses alarm at the fighting and grave concern at the hunger.",
            ["expresses alarm", "grave concern"],
            "two feelings, one verb",
        ),
        (
            OP,
            "Expresses its confidence in the Authority and its readiness to endorse the results;",
            ["Expresses its confidence", "its readiness"],
            "what the body itself is ready for",
        ),
        (
            PP,
            "Deploring the raid and expressing the Security Council’s concern over the fighting,",
            ["Deploring", "expressing the Security Council’s concern"],
            "the body's feeling, told as somebody's",
        ),
        (
            PP,
            "Alarmed by the fighting, and seeking to end it,",
            ["Alarmed", "seeking"],
            "what the body is out for",
        ),
        (
            OP,
            "Takes note of situations which it deems grave, and supports the talks;",
            ["Takes note of", "supports"],
            "the body deems in passing, and supports",
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
    assert own((kind, text)) == acts, why


def test_a_verb_that_the_lexicon_lacks_is_doubted() -> None:
    (group,) = find((OP, "Bestows its trust on the Mission;"))
    assert (group.verb.act, group.certainty, group.doubts) == ("bestow", 0.5, ("verb not in the lexicon",))
    assert find((OP, "Paragraphs that follow are void;")) == ()


def test_doubts_come_with_less_certainty() -> None:
    for group in find((OP, "Pursuant to the plan, requests a report;"), (OP, "Recaliing the plan;")):
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
    document = document_of((kind, text))
    groups = find_verbs(make_doc(NLP, document))
    assert [g.span for g in groups] == sorted(g.span for g in groups)
    for group, following in zip(groups, [*groups[1:], None], strict=False):
        assert document.words(group.span) == group.text
        assert group.span.end <= group.rest <= len(text)
        assert following is None or group.span.end <= following.span.start
        assert group.reported in text

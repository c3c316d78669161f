"""Verbs that are no acts of the body: of another text, of somebody else, or no verbs at all."""

from __future__ import annotations

import pytest
from obligraph.extract.document import ParagraphKind

from .acting import AN, OP, PP, P, own


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
        (
            PP,
            "Welcoming the letter from the President, requesting the deployment of a force,",
            ["Welcoming"],
            "the letter requests",
        ),
        (
            PP,
            "Encouraging the parties to work together, bearing in mind their obligations,",
            ["Encouraging"],
            "how the parties are to work",
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
        (
            P,
            "“The Council recalls its resolution 9000 (2030), in which it inter alia, welcomes the report.",
            ["recalls"],
            "the body acts there, not here",
        ),
        (
            OP,
            "Expresses its gratitude to the Government for its hospitality and its support for the talks;",
            ["Expresses its gratitude"],
            "the Government's support",
        ),
        (
            OP,
            "Expresses its concern at the fighting; the parties have voiced grave concern at it;",
            ["Expresses its concern"],
            "a feeling of somebody else's",
        ),
    ],
)
def test_not_acts(kind: ParagraphKind, text: str, acts: list[str], why: str) -> None:
    assert own((kind, text)) == acts, why

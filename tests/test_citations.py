"""How a cited instrument is used, by the words before it."""

from __future__ import annotations

import pytest
from obligraph.extract.instruments.citations import UseRule, use_rules
from obligraph.extract.instruments.find import instruments_of

from .documents import document

USES = {
    "recalls",
    "pursuant-to",
    "in-accordance-with",
    "set-out-in",
    "established-by",
    "extended-by",
    "modifies",
    "cites",
}


def uses(clause: str) -> list[str]:
    return [c.use for c in instruments_of(document({"OP1": clause, "OP3": "Decides to act"})).citations]


@pytest.mark.parametrize("rule", use_rules(), ids=lambda rule: rule.id)
def test_each_rule_gives_its_use_in_its_examples(rule: UseRule) -> None:
    assert rule.use in USES
    for example in rule.examples:
        assert uses(example)[-1] == rule.use, example


@pytest.mark.parametrize(
    ("clause", "expected", "why"),
    [
        ("Recalling its resolution 242 (1967)", ["recalls"], "the verb stands before it"),
        (
            "Recalling all its resolutions on the question, in particular resolution 242 (1967)",
            ["recalls"],
            "the verb stands further off",
        ),
        (
            "Recalling resolution 242 (1967) and noting what was done about resolution 338 (1973)",
            ["recalls", "cites"],
            "another verb has come between",
        ),
        (
            "Recalling resolutions 9042 (2018) of 3 June 2018, 9043 (2018) and the Lagos Accord",
            ["recalls"] * 3,
            "the members of a list share their use",
        ),
        (
            "Requests the Board established pursuant to resolutions 9012 (2017) and 9013 (2017)",
            ["established-by"] * 2,
            "'established' outweighs 'pursuant to'",
        ),
        ("Acting under Chapter VII of the Charter", ["pursuant-to"], "acting under"),
        ("the mandate set out in paragraph 4 of resolution 1 (1946)", ["set-out-in"], "a provision"),
        ("the measures imposed by paragraph 3 above", ["set-out-in"], "an own paragraph"),
        ("the mandate as renewed by resolution 2000 (2011)", ["extended-by"], "renewed by"),
        ("Decides to terminate the measures imposed by resolution 748 (1992)", ["modifies"], "what ends it"),
        ("in full compliance with resolution 687 (1991)", ["in-accordance-with"], "compliance"),
        (
            "in accordance with the purposes and principles of the Charter",
            ["in-accordance-with"],
            "nouns between",
        ),
        ("Stresses the importance of resolution 1325 (2000)", ["cites"], "none of these"),
    ],
)
def test_the_use_of_a_citation(clause: str, expected: list[str], why: str) -> None:
    assert uses(clause) == expected, why


@pytest.mark.parametrize(
    ("clause", "certainty", "doubt", "why"),
    [
        ("Recalling resolution 1373 (2001)", 1.0, "", "number and year agree"),
        ("Recalling resolution 1373 (1999)", 0.8, "a misprint", "1373 is of 2001"),
        ("Recalling paragraph 4 of resolution 1373 (1999)", 0.8, "a misprint", "so is that of a provision"),
        ("the measures imposed by paragraph 3 above", 1.0, "", "the text says where"),
        ("the measures imposed by paragraph 9 above", 0.5, "no such paragraph", "there is no ninth"),
        ("the measures imposed by paragraph 3", 0.8, "document itself", "nothing says whose it is"),
        (
            "Recalling resolution 242 (1967) and paragraph 2 thereof",
            0.9,
            "last named",
            "thereof",
        ),
        ("Recalling the Charter, and Article 41", 0.9, "of the Charter", "the article stands alone"),
        ("Acting under Article 41 of the Charter", 1.0, "", "whose it is follows"),
        ("Recalling Presidential Statement 2012/11", 1.0, "", "a slash within a number"),
        ("Acting under Chapter VII", 1.0, "", "nothing else has chapters that are acted under"),
    ],
)
def test_the_certainty_of_a_citation(clause: str, certainty: float, doubt: str, why: str) -> None:
    read = instruments_of(document({"OP1": clause, "OP3": "Decides to act"})).citations[-1]
    assert read.certainty == certainty, why
    assert doubt in read.doubt, why
    assert bool(read.doubt) == (certainty < 1)

"""A phrase that opens the sentence of a verb belongs to the verb's act, and not to the one before it."""

from __future__ import annotations

import pytest
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes

from .clauses import acts_of

STATEMENT = """Statement by the President of the Security Council

At the 7000th meeting of the Security Council, held on 20 December 2016, the President of the Security
Council made the following statement on behalf of the Council:

"The Security Council welcomes the talks in Lagos. {}"
"""


def cited(sentence: str) -> list[list[str]]:
    """What the acts of a statement cite; the first of them is "welcomes the talks"."""
    reading = read_document(read_bytes(STATEMENT.format(sentence).encode(), "statement.txt"))
    return [[citation.instrument for citation in act.citations] for act in reading.acts]


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        (
            "In accordance with its resolution 9000 (2030), the Security Council praises the mandate.",
            [[], ["S/RES/9000(2030)"]],
            "before the body's name",
        ),
        (
            "The Security Council, consistent with resolution 9000 (2030), recalls the mandate.",
            [[], ["S/RES/9000(2030)"]],
            "behind it",
        ),
        (
            "The Security Council recalls the mandate, in line with resolution 9000 (2030), and notes talks.",
            [[], ["S/RES/9000(2030)"], []],
            "what stands in the middle hangs on the verb before it",
        ),
        (
            "Resolution 9000 (2030) is clear, and the Security Council recalls the mandate.",
            [[], []],
            "a sentence of its own is no such phrase",
        ),
    ],
)
def test_an_opening_phrase_belongs_to_the_next_verb(
    sentence: str, expected: list[list[str]], why: str
) -> None:
    assert cited(sentence) == expected, why


def test_an_operative_paragraph_may_open_so() -> None:
    (act,) = acts_of(
        "Notwithstanding paragraph 12 of resolution 9001 (2030), decides that the measures shall end"
    )
    assert [citation.instrument for citation in act.citations] == ["S/RES/9001(2030), paragraph 12"]
    assert act.text.startswith("Notwithstanding")

"""The competency questions: each has the answer that ontology/questions.md states."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from obligraph.graph.store import Store

from .asking import ask

ROOT = Path(__file__).parent.parent
QUESTIONS = (ROOT / "ontology" / "questions.md").read_text(encoding="utf-8")

_ASKED = re.compile(
    r"Asked of the (?P<graph>\w+): `obligraph query (?P<arguments>[^`]+)`\n\n(?P<table>(?:\|.*\n)+)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the page.

    Attributes:
        number: From 1.
        title: The question.
        answer: What it is asked of, the query with its options, and the table; None where the page
            says that it is not answered.
    """

    number: int
    title: str
    answer: tuple[str, str, dict[str, str], list[tuple[str, ...]]] | None


def _questions() -> list[Question]:
    found = []
    for part in re.split(r"^### ", QUESTIONS, flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        number, _, words = title.partition(". ")
        asked = _ASKED.search(f"{rest}\n")
        if asked is None:
            assert (
                "Not answered: " in rest
                or "Not answered, " in rest
                or "is not counted" in rest
                or "`drafts`" in rest
            )
            found.append(Question(int(number), words, None))
            continue
        name, *options = shlex.split(asked["arguments"])
        given = dict(option.split("=", 1) for option in options if option != "-p")
        head, _, *rows = (_cells(line) for line in asked["table"].splitlines())
        found.append(Question(int(number), words, (asked["graph"], name, given, [head, *rows])))
    return found


def _cells(line: str) -> tuple[str, ...]:
    cells = re.split(r"(?<!\\)\|", line)[1:-1]
    return tuple(cell.strip().replace("\\|", "|").replace("\\\\", "\\") for cell in cells)


FOUND = _questions()


@pytest.mark.parametrize("question", [one for one in FOUND if one.answer], ids=lambda one: one.title)
def test_a_question_has_the_answer_that_the_page_states(
    stores: Mapping[str, Store], question: Question
) -> None:
    assert question.answer is not None
    graph, name, given, table = question.answer
    squeezed = [tuple(" ".join(cell.split()) for cell in row) for row in ask(stores[graph], name, **given)]
    assert squeezed == table


def test_the_questions_are_numbered_and_enough() -> None:
    assert [one.number for one in FOUND] == list(range(1, len(FOUND) + 1))
    answered = [one for one in FOUND if one.answer]
    assert len([one for one in answered if one.number > 13]) >= 20, "of ours"
    assert len([one for one in answered if one.number <= 13]) == 8, "of thirteen others, what a text answers"
    assert all(len(one.answer[3]) > 1 for one in answered if one.answer), "an empty answer shows nothing"

"""What is acted under governs the acts that follow it."""

from dataclasses import replace

import pytest
from obligraph.extract.clauses.powers import govern
from obligraph.extract.document import Span
from obligraph.extract.model import Act, Citation, Force, VerbKind

SEVEN = "Charter of the United Nations, Chapter VII"
FORTY_ONE = "Charter of the United Nations, article 41"


def act(paragraph: str, name: str, *cited: str) -> Act:
    span = Span(0, 0)
    return Act(
        id=f"{paragraph}/act/1",
        paragraph=paragraph,
        verb=name,
        verb_span=span,
        act=name,
        kind=VerbKind.DECLARATIVE,
        force=Force.DECISION,
        issuer="unsc",
        span=span,
        text="",
        citations=tuple(Citation(key, span, "") for key in cited),
    )


def test_the_preamble_governs_the_operative_part_only() -> None:
    acts = govern(
        [act("PP1", "recall"), act("PP2", "act under", SEVEN), act("OP1", "decide"), act("OP2(a)", "decide")]
    )
    assert [a.authority for a in acts] == [(), (), (SEVEN,), (SEVEN,)]


def test_each_part_of_a_text_has_its_own() -> None:
    acts = govern(
        [
            act("PP1", "act under", SEVEN),
            act("OP1", "decide"),
            act("B.OP1", "decide"),
            act("C.PP1", "act under", SEVEN),
            act("C.PP2", "recall"),
            act("C.OP1", "decide"),
            act("C.OP2(a)", "decide"),
        ]
    )
    assert [a.authority for a in acts] == [(), (SEVEN,), (), (), (), (SEVEN,), (SEVEN,)]


def test_an_operative_paragraph_governs_itself_and_its_items() -> None:
    acts = govern(
        [
            act("OP3", "act under", FORTY_ONE),
            act("OP3", "decide"),
            act("OP3(b)", "decide"),
            act("OP4", "decide"),
        ]
    )
    assert [a.authority for a in acts] == [(), (FORTY_ONE, SEVEN), (FORTY_ONE, SEVEN), ()]


@pytest.mark.parametrize(
    ("article", "chapters", "why"),
    [
        ("33", ["VI"], "the first of Chapter VI"),
        ("39", ["VII"], "the first of Chapter VII"),
        ("51", ["VII"], "the last of it"),
        ("54", ["VIII"], "the last of Chapter VIII"),
        ("25", [], "no power of the Council is in Chapter V"),
    ],
)
def test_an_article_brings_the_chapter_that_it_stands_in(article: str, chapters: list[str], why: str) -> None:
    key = f"Charter of the United Nations, article {article}"
    *_, decided = govern([act("PP1", "act under", key), act("OP1", "decide")])
    found = [f"Charter of the United Nations, Chapter {chapter}" for chapter in chapters]
    assert decided.authority == (key, *found), why


def test_an_act_is_governed_by_what_is_put_into_its_words() -> None:
    outer = replace(act("OP1", "decide"), span=Span(0, 90), verb_span=Span(0, 7))
    inner = replace(act("OP1", "act under", SEVEN), span=Span(9, 40), verb_span=Span(9, 21))
    assert [a.authority for a in govern([outer, inner])] == [(SEVEN,), ()]


def test_both_add_up() -> None:
    acts = govern(
        [act("PP1", "act under", SEVEN), act("OP1", "act under", FORTY_ONE, SEVEN), act("OP1", "decide")]
    )
    assert acts[-1].authority == (SEVEN, FORTY_ONE)

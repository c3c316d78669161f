"""What reading a clause costs: a clause twice as long takes twice the work, whatever it repeats."""

import re
from collections import UserDict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from obligraph.extract.actors.authority import load_authority
from obligraph.extract.acts.find import VerbGroup, find_verbs
from obligraph.extract.clauses import contents, doers, limiting
from obligraph.extract.clauses.cut import cut_clauses
from obligraph.extract.clauses.landmarks import Landmarks
from obligraph.extract.clauses.phrases import Phrase, actor_list
from obligraph.extract.clauses.shapes import Shape
from obligraph.extract.clauses.words import Word, words
from obligraph.extract.document import Span
from obligraph.extract.model import ContentKind
from obligraph.extract.read import read_bytes
from obligraph.extract.tokens import blank, make_doc

from .clauses import HEAD, acts_of


def test_parts_of_parts_are_read_to_any_depth() -> None:
    (act,) = acts_of("Requests all " + "parts of " * 2000 + "the Government to report")
    assert act.contents[-1].text.endswith("to report")
    (act,) = acts_of("Requests all parts of the Government to report")
    assert [asked.text for asked in act.addressees] == ["all parts of the Government"]


def test_the_words_before_qualifiers_are_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    walked: list[int] = []

    class Counting:
        """A pattern that counts the characters over which it is searched for."""

        def search(self, text: str, start: int, stop: int) -> re.Match[str] | None:
            walked.append(stop - start)
            return re.compile("shall").search(text, start, stop)

    monkeypatch.setattr(limiting, "_duty", Counting)
    clause = "Notes that it is so, " + "as appropriate, " * 200 + "and that it shall be so, if needed"
    (act,) = acts_of(clause)
    assert [limit.text for limit in act.qualifiers] == ["if needed"]
    assert 0 < sum(walked) <= len(clause)


DOERS = [
    ("Looks forward to the report ", "by day ", "what is awaited"),
    ("Encourages efforts ", "by day ", "what is called for"),
]


@pytest.mark.parametrize(("begin", "again", "why"), DOERS, ids=[c[2] for c in DOERS])
def test_each_by_looks_at_the_words_next_to_it(
    begin: str, again: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def counting(region: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
        looked.append(len(region))
        return actor_list(region, marks)

    monkeypatch.setattr(doers, "actor_list", counting)
    acts_of(begin + again * 200)
    few = sum(looked)
    looked.clear()
    acts_of(begin + again * 400)
    assert few > 0, why
    assert sum(looked) < few * 2.5, why


class Watched:
    """A verb group that counts how often somebody asks where it stands."""

    asked = 0

    def __init__(self, group: VerbGroup) -> None:
        self._group = group

    def __getattr__(self, name: str) -> object:
        Watched.asked += name == "span"
        return getattr(self._group, name)


def _asked_for(acts: int) -> int:
    """How often the places of so many acts of one paragraph are asked for while it is cut."""
    source = f"{HEAD}1. Notes it{', and welcomes it' * (acts - 1)};\n\n"
    doc = make_doc(blank(), read_bytes(source.encode(), "cut.txt"))
    groups = [group for group in find_verbs(doc) if group.paragraph == "OP1"]
    assert len(groups) == acts
    Watched.asked = 0
    cut_clauses(doc.user_data["document"], cast("list[VerbGroup]", [Watched(g) for g in groups]))
    return Watched.asked


def test_an_act_is_cut_without_a_walk_over_all_others_of_its_paragraph() -> None:
    assert 0 < _asked_for(400) < 3 * _asked_for(200)


class Looked(list[Word]):
    """Words that count how often one of them is looked at."""

    times = 0

    def __getitem__(self, place: Any) -> Any:
        self.times += isinstance(place, int)
        return super().__getitem__(place)


def _looked_at(clauses: int) -> int:
    """How often the words of so many clauses that no last one closes are looked at."""
    text = "that it is, " * clauses + "that it is"
    head = Looked(words(text, Span(0, len(text))))
    assert contents._starts(head, ContentKind.PROPOSITION, Shape.THAT, frozenset()) == [0]
    return head.times


def test_the_end_of_a_list_of_clauses_is_looked_for_once() -> None:
    assert 0 < _looked_at(400) < 3 * _looked_at(200)


def test_a_long_qualifier_ends_with_a_whole_word() -> None:
    for filler in ("of it " * 300, "of its " * 300, "of those " * 300):
        (act,) = acts_of(f"Requests the Secretary-General to report in accordance with the law {filler}")
        (limit,) = act.qualifiers
        assert set(limit.text.split()) == set(f"in accordance with the law {filler}".split())


def test_weak_words_are_taken_off_a_name_up_to_a_bound() -> None:
    looked: list[str] = []

    class Counting(UserDict[str, str]):
        """Names that note what is looked up among them."""

        def __contains__(self, name: object) -> bool:
            looked.append(str(name))
            return super().__contains__(name)

        def __getitem__(self, name: str) -> str:
            looked.append(name)
            return super().__getitem__(name)

    known = replace(load_authority(), folded=Counting(load_authority().folded))
    assert known.named("both " * 3 + "Member States") is not None
    looked.clear()
    known.named("both " * 1000 + "things")
    assert 0 < len(looked) < 100

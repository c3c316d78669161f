"""Each named query gives the known answer, on whatever engine; its header says what it answers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from obligraph.errors import QueryError
from obligraph.graph.store import Store, open_store
from obligraph.queries.library import TOPICS, library, named
from obligraph.queries.parameters import KINDS, bind
from obligraph.queries.run import run

from .asking import ask, own, texts
from .samples import sample_reading

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "S_RES_2331_2016.md"
SYMBOL = "S/RES/9001(2030)"

#: Queries whose answers stand elsewhere: they need a graph that a test of its own makes.
ELSEWHERE = {"in-other-languages", *(name for name in library() if named(name).topic == "exports")}
#: Queries to which these graphs have no answer; test_review asks where somebody has reviewed.
SILENT = {"reviewed"}


@dataclass(frozen=True, slots=True)
class Known:
    """A known answer: what was asked of which graph, and why the answer is this one."""

    query: str
    graph: str
    given: Mapping[str, str]
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    why: str

    def __str__(self) -> str:
        return " ".join([self.query, *self.given.values()])


def _known(entry: dict[str, Any]) -> Known:
    rows = [tuple(row) for row in entry["rows"]]
    head = tuple(entry["head"])
    return Known(entry["query"], entry["graph"], entry["given"], head, rows, entry.get("why", ""))


ANSWERS = [
    _known(entry)
    for entry in tomllib.loads((HERE / "data" / "answers.toml").read_text(encoding="utf-8"))["answer"]
]


@pytest.mark.parametrize("known", ANSWERS, ids=str)
def test_a_named_query_gives_the_known_answer(stores: Mapping[str, Store], known: Known) -> None:
    assert ask(stores[known.graph], known.query, **known.given) == [known.head, *known.rows], known.why


def test_every_query_has_a_known_answer_that_is_not_empty() -> None:
    assert {known.query for known in ANSWERS if known.rows} == set(library()) - ELSEWHERE - SILENT


@pytest.mark.parametrize("known", [k for k in ANSWERS if k.given and k.rows], ids=str)
def test_values_stated_in_the_query_itself_give_the_same(stores: Mapping[str, Store], known: Known) -> None:
    """A store at an address is asked so: by a VALUES clause, in the meaning of the standard."""
    store = stores[known.graph]
    query = named(known.query)
    bound = bind(store, query, known.given)
    values = " ".join(f"VALUES ?{name} {{ {term} }}" for name, term in bound.items())
    stated = re.sub(r"^WHERE \{", f"WHERE {{ {values}", query.text, count=1, flags=re.MULTILINE)
    assert stated != query.text
    free = tuple(replace(one, required=False, default=None) for one in query.parameters)
    found = run(store, replace(query, text=stated, parameters=free))
    assert texts(found) == [known.head, *known.rows]


def test_what_two_documents_say_of_an_actor_does_not_count_twice() -> None:
    reading = sample_reading()
    second = replace(reading, document=replace(reading.document, symbol="S/RES/9003(2030)"))
    with open_store("memory", create=True) as store:
        store.put(reading)
        store.put(second)
        asked = ("Security Council", "CTED", "request", "request", "2", "2")
        assert asked in ask(store, "who-asks-whom")
        assert ask(store, "actors-by-obligations")[1] == ("CTED", "cted", "6", "4", "2", "0", "0")
        assert ask(store, "acts-by-verb")[1] == ("recall", "statement", "4")
        assert ask(store, "verbs-of-document", document=SYMBOL)[1] == ("recall", "statement", "2")
        assert len(ask(store, "obligations-of", actor="cted")) == 1 + 2 * 3
        assert len(ask(store, "who-condemns-whom")) == 1 + 2
        assert ("documents", "2") in ask(store, "counts") and ("acts", "24") in ask(store, "counts")


@pytest.mark.parametrize("name", sorted(library()))
def test_a_named_query_says_what_it_answers(name: str) -> None:
    query = named(name)
    assert query.title and query.description.endswith(".")
    assert query.topic in TOPICS
    for parameter in query.parameters:
        assert parameter.kind in KINDS
        assert f"?{parameter.name}" in query.text
    known = {parameter.name for parameter in query.parameters}
    assert {name for name, _ in query.example} <= known
    if any(parameter.required for parameter in query.parameters):
        assert query.example, "a query that cannot be asked bare has an example of what to ask"
    assert "CONSTRUCT" in query.text or "ORDER BY" in query.text, "without an order it differs each time"


def test_there_are_thirty_and_more() -> None:
    assert len(library()) >= 30


@pytest.mark.parametrize("name", sorted(library()))
def test_no_query_counts_on_one_engine(name: str) -> None:
    """Days added up and bare minuses of dates differ between engines."""
    text = "\n".join(line for line in named(name).text.splitlines() if not line.startswith("#"))
    assert not re.search(
        r"xsd:(dayTime|yearMonth)?[dD]uration|\bnow\(|\brand\(|\buuid\(", text, re.IGNORECASE
    )


@pytest.mark.parametrize("name", sorted(library()))
def test_a_query_runs_with_its_example_on_the_shipped_text(stores: Mapping[str, Store], name: str) -> None:
    query = named(name)
    try:
        run(stores["example"], query, dict(query.example))
    except QueryError as error:  # the one text that is shipped does not name everybody
        assert re.search(r"no (actor|document|instrument) .*", str(error)) or "has no act" in str(error)


def test_rows_come_sorted_where_the_query_asks_for_no_order(stores: Mapping[str, Store]) -> None:
    rows = texts(run(stores["sample"], own("SELECT ?l { ?p og:label ?l }")))[1:]
    assert rows == sorted(rows) and len(rows) == 10


def test_a_query_that_asks_for_an_order_keeps_it(stores: Mapping[str, Store]) -> None:
    rows = texts(run(stores["sample"], own("SELECT ?l { ?p og:label ?l } ORDER BY DESC(?l)")))[1:]
    assert rows == sorted(rows, reverse=True)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="did you mean obligations-of"):
        named("obligation-of")

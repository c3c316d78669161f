"""Citations, co-address, hierarchy, votes and acts as networks; their measures and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.errors import UsageError
from obligraph.extract.document import Vote
from obligraph.extract.model import Reading
from obligraph.graph.store import Store, open_store
from obligraph.graph.views.facts import DocumentFact, Facts, VoteFact
from obligraph.graph.views.graphs import (
    acts,
    agreeing,
    citations,
    co_address,
    hierarchy,
    obligations,
    voting_agreement,
    who_asks_whom,
    who_voted_how,
)

from .samples import OTHER, SYMBOL, other_reading, sample_reading


def dissenting() -> Reading:
    """The later text, on which one State changed its mind and one did not vote."""
    reading = other_reading()
    votes = (Vote("Albania", "against"), Vote("Côte d'Ivoire", "abstaining"))
    return replace(reading, document=replace(reading.document, votes=votes))


@pytest.fixture(scope="module")
def both() -> Iterator[Store]:
    with open_store("memory", create=True) as found:
        found.put(sample_reading())
        found.put(dissenting())
        yield found


# --- citations ------------------------------------------------------------------------------


def test_provisions_are_cited_as_the_instrument_that_they_belong_to(both: Store) -> None:
    edge = citations(both).edges[SYMBOL, "instrument/convention-on-safe-harbours"]
    assert edge["weight"] == 2, "recalled as a whole, and an article of it"
    assert edge["uses"] == ("in-accordance-with", "recalls")
    assert edge["provisions"] == ("Convention on Safe Harbours, article 15",)
    assert edge["acts"] == (f"{SYMBOL}/OP2/act/1", f"{SYMBOL}/PP1/act/1")
    assert edge["date"] == date(2030, 3, 4)


def test_provisions_are_nodes_on_demand(both: Store) -> None:
    graph = citations(both, provisions=True)
    article = "instrument/convention-on-safe-harbours/article-15"
    assert graph.edges[SYMBOL, article]["uses"] == ("in-accordance-with",)
    assert graph.nodes[article]["name"] == "Convention on Safe Harbours, article 15"


def test_a_text_does_not_cite_itself(both: Store) -> None:
    # “paragraph 3 above” is an instrument too, and a part of the text.
    for graph in (citations(both), citations(both, provisions=True)):
        assert nx.number_of_selfloops(graph) == 0
        assert f"{SYMBOL}/OP3" not in graph


def test_what_is_read_and_cited_is_one_node() -> None:
    later = other_reading()
    cited = sample_reading()
    symbol = "S/RES/8990(2029)"
    earlier = replace(cited, document=replace(cited.document, symbol=symbol, adopted=date(2029, 1, 1)))
    with open_store("memory", create=True) as store:
        for reading in (later, earlier):
            store.put(reading)
        graph = citations(store)
        assert graph.nodes[symbol]["read"] is True
        assert graph.nodes[symbol]["date"] == date(2029, 1, 1)
        assert graph.nodes["S/RES/8991(2029)"]["read"] is False
        assert "date" not in graph.nodes["S/RES/8991(2029)"]
        only = citations(store, documents=[OTHER])
        assert only.nodes[symbol]["read"] is True, "what is read is so whatever is asked for"
        assert set(only.edges()) == {(a, b) for a, b in graph.edges() if a == OTHER}


def test_filters_of_acts_choose_among_citations(both: Store) -> None:
    graph = citations(both, verbs=["invite"], documents=[SYMBOL])
    assert [(a, b, d["uses"]) for a, b, d in graph.edges(data=True)] == [
        (SYMBOL, "S/RES/8990(2029)", ("pursuant-to",))
    ]


# --- co-address -----------------------------------------------------------------------------


def test_those_whom_one_act_addresses_are_joined(both: Store) -> None:
    graph = co_address(both)
    assert set(map(frozenset, graph.edges())) == {
        frozenset({"cted", "unodc"}),
        frozenset({"coastal-states", "member-states"}),
    }
    edge = graph.edges["cted", "unodc"]
    assert (edge["acts"], edge["documents"], edge["weight"]) == (4, 2, 4)
    assert (edge["first"], edge["last"]) == (date(2030, 3, 4), date(2031, 3, 4))


def test_those_whom_one_document_addresses_are_joined_on_demand(both: Store) -> None:
    graph = co_address(both, by="document")
    edge = graph.edges["all-states", "cted"]
    assert (edge["acts"], edge["documents"], edge["weight"]) == (0, 2, 2), "never by one act"
    assert graph.edges["cted", "unodc"]["acts"] == 4
    assert graph.number_of_edges() == 15, "six are addressed"


# --- hierarchy ------------------------------------------------------------------------------


def test_a_body_points_to_its_parts(both: Store) -> None:
    graph = hierarchy(both)
    assert graph.edges["ctc", "cted"]["relation"] == "part of"
    assert nx.ancestors(graph, "cted") == {"ctc", "unsc", "un"}
    assert graph.nodes["cted"]["established"] == date(2004, 3, 26)
    assert "saltmarsh-brigade" not in graph, "belongs to nothing"


def test_hierarchy_of_some_is_what_is_above_and_below_them(both: Store) -> None:
    line = {("un", "unsc"), ("unsc", "ctc"), ("ctc", "cted")}
    assert set(hierarchy(both, actors=["cted"]).edges()) == line
    assert set(hierarchy(both, actors=["ctc"]).edges()) == line
    assert hierarchy(both, actors=["harbour-council"]).number_of_edges() == 0


def test_hierarchy_of_acts_is_what_is_above_those_that_they_name(both: Store) -> None:
    graph = hierarchy(both, verbs=["request"])
    assert {"cted", "unodc", "un"} <= set(graph)
    assert set(hierarchy(both, verbs=["condemn"]).edges()) == {("un", "unsc")}, "and a brigade of nobody"


# --- votes ----------------------------------------------------------------------------------


def test_states_are_joined_to_what_they_voted_on(both: Store) -> None:
    graph = who_voted_how(both)
    assert graph.edges["albania", SYMBOL]["choice"] == "for"
    assert graph.edges["albania", OTHER]["choice"] == "against"
    assert {graph.nodes[n]["bipartite"] for n in graph.predecessors(SYMBOL)} == {0}
    assert graph.in_degree(OTHER) == 2
    assert graph.nodes[OTHER]["date"] == date(2031, 3, 4)


def test_agreement_is_the_share_of_common_votes_that_are_alike(both: Store) -> None:
    graph = voting_agreement(both)
    edge = graph.edges["albania", "malta"]
    assert (edge["agreed"], edge["shared"], edge["weight"]) == (1, 1, 1.0), "Malta voted once"
    other = graph.edges["albania", "cote-d-ivoire"]
    assert (other["agreed"], other["shared"], other["weight"]) == (0, 2, 0.0)
    assert (other["first"], other["last"]) == (date(2030, 3, 4), date(2031, 3, 4))
    assert graph.nodes["albania"]["votes"] == 2


def test_votes_pass_by_their_document(both: Store) -> None:
    assert set(who_voted_how(both, since=date(2031, 1, 1)).edges()) == {
        ("albania", OTHER),
        ("cote-d-ivoire", OTHER),
    }
    assert who_voted_how(both, verbs=["applaud"]).number_of_edges() == 0
    assert who_voted_how(both, actors=["Malta"]).number_of_edges() == 1


choices = st.sampled_from(["for", "against", "abstaining"])


@given(st.dictionaries(st.tuples(st.sampled_from("abcd"), st.integers(0, 20)), choices))
def test_agreement_is_what_counting_one_by_one_gives(cast: dict[tuple[str, int], str]) -> None:
    documents = {f"d{n}": DocumentFact(f"d{n}", f"d{n}", "", date(2000, 1, 1 + n), "") for n in range(21)}
    votes = tuple(VoteFact(f"d{number}", state, choice) for (state, number), choice in cast.items())
    graph = agreeing(Facts(documents, {}, {}, (), votes=votes))
    for one, other, edge in graph.edges(data=True):
        shared = [n for n in range(21) if (one, n) in cast and (other, n) in cast]
        assert edge["shared"] == len(shared)
        assert edge["agreed"] == sum(cast[one, n] == cast[other, n] for n in shared)
        assert (edge["first"].day, edge["last"].day) == (shared[0] + 1, shared[-1] + 1)
    together = [{state for state, n in cast if n == number} for number in range(21)]
    joined = {frozenset({a, b}) for states in together for a in states for b in states if a != b}
    assert set(map(frozenset, graph.edges())) == joined


# --- acts -----------------------------------------------------------------------------------


def test_acts_stand_between_actors_and_contents(both: Store) -> None:
    graph = acts(both, documents=[SYMBOL])
    act = f"{SYMBOL}/OP4/act/1"
    assert {(t, d["relation"]) for _, t, d in graph.out_edges(act, data=True)} == {
        ("cted", "addresses"),
        ("unodc", "addresses"),
        (f"{act}/content/1", "says"),
        (f"{act}/content/2", "says"),
    }
    assert graph.edges["unsc", act]["relation"] == "does"
    assert graph.edges[act, f"{act}/content/2"]["modality"] == ("duty",)
    assert graph.nodes[f"{act}/content/2"]["words"] == "to report by 30 June 2030"
    assert graph.edges[f"{SYMBOL}/OP1/act/1", "saltmarsh-brigade"]["relation"] == "blames"
    assert {data["part"] for _, data in graph.nodes(data=True)} == {"actor", "act", "content"}


# --- filters --------------------------------------------------------------------------------


def test_forces_and_actors_choose_edges(both: Store) -> None:
    assert {d["force"] for *_, d in who_asks_whom(both, forces=["request"]).edges(data=True)} == {"request"}
    graph = who_asks_whom(both, actors=["CTED"], documents=[SYMBOL])
    assert set(graph.edges()) == {("unsc", "cted")}, "not whom the same acts address besides"
    assert graph.number_of_edges() == 2
    owed = obligations(both, actors=["cted"], documents=[SYMBOL])
    assert {node for node, data in owed.nodes(data=True) if data["bipartite"] == 0} == {"unsc", "cted"}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"forces": ["order"]}, "decision, demand"),
        ({"actors": ["cte"]}, "cted"),
        ({"actors": ["nobody at all"]}, "actors-by-obligations"),
    ],
)
def test_what_is_unknown_is_refused_with_a_remedy(both: Store, wanted: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        who_asks_whom(both, **wanted)
    assert said in str(caught.value.remedy)

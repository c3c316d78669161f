"""The views say what the sample says, in a fixed order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import networkx as nx
import pytest
from obligraph.errors import UsageError
from obligraph.graph.store import Store, open_store
from obligraph.graph.views import VIEWS
from obligraph.graph.views.clauses import passages
from obligraph.graph.views.facts import Filters
from obligraph.graph.views.graphs import (
    aggregated,
    aggregated_by_verb,
    obligations,
    who_asks_whom,
    who_condemns_whom,
)
from obligraph.graph.views.load import PARTS, load

from .samples import OTHER, SYMBOL, other_reading, sample_reading

NETWORKS = [view for view in VIEWS.values() if "network" in view.kinds]

# Addressee, act, its dictionary form, via, and why the edge is there.
EDGES = (
    ("member-states", "OP2/act/1", "call upon", "", "a plain addressee"),
    ("coastal-states", "OP2/act/1", "call upon", "including", "singled out of a group"),
    ("harbour-council", "OP2(b)/act/1", "encourage", "", "an act inside an item"),
    ("all-states", "OP3/act/1", "decide", "", "the bearer of “shall”"),
    ("harbour-council", "OP3/act/2", "authorize", "", "a permission has an addressee too"),
    ("cted", "OP4/act/1", "request", "", "first of two"),
    ("unodc", "OP4/act/1", "request", "", "second of two"),
    ("cted", "OP4/act/2", "invite", "", "a pronoun that stands for two bodies"),
    ("unodc", "OP4/act/2", "invite", "", "the other of the two"),
)


def test_who_asks_whom_has_an_edge_for_each_act_and_addressee(store: Store) -> None:
    graph = who_asks_whom(store)
    found = {(target, key, d["act"], d["via"]) for _, target, key, d in graph.edges(keys=True, data=True)}
    assert found == {(actor, f"{SYMBOL}/{act}", form, via) for actor, act, form, via, _ in EDGES}
    assert {source for source, _ in graph.edges()} == {"unsc"}


def test_an_edge_says_all_that_is_known(store: Store) -> None:
    edge = who_asks_whom(store).edges["unsc", "cted", f"{SYMBOL}/OP4/act/1"]
    assert edge["verb"] == "Requests"
    assert (edge["force"], edge["rank"]) == ("request", 4)
    assert edge["modality"] == ("duty",)
    assert (edge["document"], edge["paragraph"], edge["date"]) == (SYMBOL, "OP4", date(2030, 3, 4))
    assert edge["due"] == date(2030, 6, 30)
    assert edge["words"].startswith("Requests the Counter-Terrorism Committee")
    assert "until" not in edge


def test_a_doubtful_addressee_makes_the_edge_doubtful(store: Store) -> None:
    assert who_asks_whom(store).edges["unsc", "cted", f"{SYMBOL}/OP4/act/2"]["certainty"] == 0.75


def test_a_node_says_who_it_is(store: Store) -> None:
    graph = who_asks_whom(store)
    assert graph.nodes["cted"]["full_name"] == "Counter-Terrorism Committee Executive Directorate"
    assert (graph.nodes["cted"]["name"], graph.nodes["cted"]["kind"]) == ("CTED", "office")
    assert graph.nodes["harbour-council"]["known"] is False


def test_what_another_text_asked_is_left_out(store: Store) -> None:
    assert "saltmarsh-brigade" not in who_asks_whom(store)


def test_what_the_council_asks_of_itself_is_a_loop_on_demand(store: Store) -> None:
    assert nx.number_of_selfloops(who_asks_whom(store)) == 0
    graph = who_asks_whom(store, self_directed=True)
    loops = [key for source, target, key in graph.edges(keys=True) if source == target]
    assert loops == [f"{SYMBOL}/OP5/act/1"]


def test_who_condemns_whom_follows_the_targets(store: Store) -> None:
    graph = who_condemns_whom(store)
    assert list(graph.edges(keys=True)) == [("unsc", "saltmarsh-brigade", f"{SYMBOL}/OP1/act/1")]
    assert graph.edges["unsc", "saltmarsh-brigade", f"{SYMBOL}/OP1/act/1"]["act"] == "condemn"


def test_obligations_are_bipartite_and_read_along_the_arrows(store: Store) -> None:
    graph = obligations(store)
    actors = {node for node, data in graph.nodes(data=True) if data["bipartite"] == 0}
    assert nx.bipartite.is_bipartite_node_set(graph.to_undirected(), actors)
    assert {graph.edges[edge]["relation"] for edge in graph.out_edges("unsc")} == {"imposes"}
    assert {graph.edges[edge]["relation"] for edge in graph.in_edges("cted")} == {"binds"}
    assert graph.in_degree("cted") == 3
    words = {graph.nodes[node]["words"]: graph.nodes[node]["modality"] for node in graph.predecessors("cted")}
    assert words["to report by 30 June 2030"] == "duty"
    assert {graph.nodes[n]["modality"] for n in graph.predecessors("all-states")} == {"prohibition"}


def test_an_obligation_has_the_deadline_that_limits_it(store: Store) -> None:
    graph = obligations(store)
    due = {graph.nodes[n]["words"]: graph.nodes[n].get("due") for n in graph.predecessors("unodc")}
    assert due["to report by 30 June 2030"] == date(2030, 6, 30)
    assert due["to assess the measures in paragraph 3 above"] is None


def test_aggregated_counts_acts_and_keeps_the_strongest_force(store: Store) -> None:
    graph = aggregated(who_asks_whom(store))
    edge = graph.edges["unsc", "harbour-council"]
    assert (edge["weight"], edge["verbs"], edge["force"]) == (2, ("authorize", "encourage"), "decision")
    assert graph.number_of_edges() == 6
    assert sum(data["weight"] for _, _, data in graph.edges(data=True)) == len(EDGES)


def test_aggregated_by_verb_parts_the_verbs(both: Store) -> None:
    graph = aggregated_by_verb(who_asks_whom(both))
    assert graph.edges["unsc", "harbour-council", "authorize"]["weight"] == 2
    assert graph.edges["unsc", "harbour-council", "encourage"]["first"] == date(2030, 3, 4)
    assert graph.edges["unsc", "harbour-council", "encourage"]["last"] == date(2031, 3, 4)


@pytest.mark.parametrize(
    ("filters", "count", "why"),
    [
        ({}, 18, "nothing asked for: all of both"),
        ({"documents": [SYMBOL]}, 9, "one document"),
        ({"verbs": ["call upon"]}, 4, "a verb by its dictionary form"),
        ({"verbs": ["applaud"]}, 0, "a verb that no act has"),
        ({"since": date(2030, 3, 5)}, 9, "the later one"),
        ({"until": date(2030, 3, 4)}, 9, "the last day is in"),
        ({"since": date(2030, 3, 4), "until": date(2031, 3, 4)}, 18, "both days are in"),
        ({"documents": [OTHER], "verbs": ["request"], "since": date(2031, 1, 1)}, 2, "all at once"),
    ],
)
def test_filters(both: Store, filters: dict[str, Any], count: int, why: str) -> None:
    assert who_asks_whom(both, **filters).number_of_edges() == count, why


def test_a_document_that_is_not_there_is_named() -> None:
    with open_store("memory", create=True) as store, pytest.raises(UsageError, match=r"S/RES/1\(1946\)"):
        who_asks_whom(store, documents=["S/RES/1(1946)"])


def test_an_empty_store_gives_empty_graphs() -> None:
    with open_store("memory", create=True) as store:
        facts = load(store, None, PARTS)
        assert all(view.draw(facts).number_of_nodes() == 0 for view in NETWORKS)


def test_the_order_of_building_does_not_show(both: Store) -> None:
    with open_store("memory", create=True) as turned:
        turned.put(sample_reading())
        turned.put(other_reading())
        here, there = load(both, None, PARTS), load(turned, None, PARTS)
        for view in NETWORKS:
            one, two = view.draw(here), view.draw(there)
            assert one.number_of_edges() > 0
            assert list(one.nodes(data=True)) == list(two.nodes(data=True))
            assert list(one.edges(data=True)) == list(two.edges(data=True))


# --- the words of an act --------------------------------------------------------------------


def marked(store: Store, act: str) -> dict[str, list[str]]:
    """The marked words of an act by role."""
    facts = load(store)
    found: dict[str, list[str]] = {}
    for passage in passages(facts, next(a for a in facts.acts if a.id == f"{SYMBOL}/{act}")):
        units = passage.paragraph.text.encode("utf-16-le")
        for mark in passage.marks:
            words = units[2 * mark.start : 2 * mark.end].decode("utf-16-le")
            found.setdefault(mark.role, []).append(words)
    return found


def test_the_parts_of_a_clause_are_marked(store: Store) -> None:
    found = marked(store, "OP2/act/1")
    assert found["verb"] == ["Calls upon"]
    assert found["addressee"] == ["Member States", "coastal States"]
    assert found["action"] == [
        "To keep their lighthouses lit at night, as appropriate",
        "To inform the Secretary-General every six months",
    ]
    assert found["time"] == ["every six months"]
    assert found["instrument"] == ["article 15 of the Convention on Safe Harbours"], "in the wrap-up"


def test_targets_are_marked(store: Store) -> None:
    assert marked(store, "OP1/act/1")["target"] == ["the Saltmarsh Brigade"]


def test_marks_count_as_the_script_counts() -> None:
    # A character beyond U+FFFF is two units in JavaScript: all after it would be marked one off.
    reading = sample_reading()
    ship = "\U0001f6a2"
    text = reading.document.text.replace("“by", f"{ship}by").replace("lit at", f"{ship}it at")
    document = replace(
        reading.document,
        text=text,
        paragraphs=tuple(
            replace(p, text=text[p.span.start : p.span.end]) for p in reading.document.paragraphs
        ),
    )
    acts = tuple(
        replace(
            act,
            text=document.words(act.span),
            contents=tuple(replace(c, text=document.words(c.span)) for c in act.contents),
        )
        for act in reading.acts
    )
    with open_store("memory", create=True) as store:
        store.put(replace(reading, document=document, acts=acts))
        assert f"lighthouses {ship}it at night" in marked(store, "OP2/act/1")["action"][0]
        assert marked(store, "OP1/act/2")["clause"][0].endswith("concerns all States")


def test_filters_take_any_iterables() -> None:
    assert Filters.of(verbs=iter(["urge"])) == Filters(verbs=frozenset({"urge"}))


def test_a_verb_that_no_lexicon_has_is_refused_with_those_spelt_alike(store: Store) -> None:
    with pytest.raises(UsageError, match="request"):
        who_asks_whom(store, verbs=["requets"])

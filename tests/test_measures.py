"""Measures of networks, and tables of them."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import networkx as nx
import pandas as pd
import pytest
from obligraph.errors import UsageError
from obligraph.graph.store import Store
from obligraph.graph.views import VIEWS
from obligraph.graph.views.graphs import (
    MEASURES,
    measured,
    to_pandas,
    who_asks_whom,
)
from obligraph.graph.views.load import PARTS, load

from .samples import SYMBOL


def test_measures_are_those_of_networkx() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])
    found = measured(graph)
    ranks, between = nx.pagerank(graph), nx.betweenness_centrality(graph)
    for node, data in found.nodes(data=True):
        assert data["pagerank"] == pytest.approx(ranks[node], abs=1e-6)
        assert data["betweenness"] == pytest.approx(between[node], abs=1e-6)
    assert found.nodes["c"] | {"pagerank": 0} == {
        **{"degree": 3, "in_degree": 1, "out_degree": 2, "strength": 3},
        **{
            "pagerank": 0,
            "betweenness": found.nodes["c"]["betweenness"],
            "community": found.nodes["c"]["community"],
        },
    }
    assert not graph.nodes["a"], "the graph itself is left alone"


def test_parallel_edges_weigh_together() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("a", "c")])
    found = measured(graph, ["degree", "strength", "pagerank"])
    assert (found.nodes["a"]["degree"], found.nodes["a"]["strength"]) == (3, 3)
    assert found.nodes["b"]["pagerank"] > found.nodes["c"]["pagerank"]
    assert "community" not in found.nodes["a"]


def test_two_cliques_are_two_communities() -> None:
    graph: nx.Graph[str] = nx.relabel_nodes(nx.barbell_graph(5, 0), lambda n: f"n{n}")
    parts: dict[int, set[str]] = {}
    for node, number in measured(graph, ["community"]).nodes(data="community"):
        parts.setdefault(number, set()).add(node)
    assert parts == {1: {f"n{n}" for n in range(5)}, 2: {f"n{n}" for n in range(5, 10)}}


def test_betweenness_of_a_large_graph_says_that_it_is_an_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("obligraph.graph.views.measures._WORK", 1)
    graph: nx.Graph[str] = nx.relabel_nodes(nx.star_graph(99), str)
    found = measured(graph, ["betweenness"])
    assert found.graph["betweenness_sample"] == 32
    assert max(found, key=lambda node: found.nodes[node]["betweenness"]) == "0"


def test_measures_are_the_same_in_every_process() -> None:
    code = """
import networkx as nx
from obligraph.graph.views.graphs import measured
graph = nx.relabel_nodes(nx.gnp_random_graph(60, 0.08, seed=3, directed=True), lambda n: f"node {n}")
print(sorted(measured(graph).nodes(data=True)))
"""
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1


def test_an_empty_graph_has_no_measures() -> None:
    assert len(measured(nx.DiGraph())) == 0


def test_an_unknown_measure_is_refused() -> None:
    with pytest.raises(UsageError, match="closeness"):
        measured(nx.DiGraph(), ["closeness"])


def test_every_view_makes_two_tables(both: Store) -> None:
    facts = load(both, None, PARTS)
    for view in VIEWS.values():
        if "network" not in view.kinds:
            continue
        graph = measured(view.draw(facts))
        nodes, edges = to_pandas(graph)
        assert list(nodes.index) == list(graph)
        assert set(MEASURES) <= {*nodes.columns}
        for name in ("name", *MEASURES):
            if name in nodes:
                given = [data.get(name) for _, data in graph.nodes(data=True)]
                assert [None if pd.isna(one) else one for one in nodes[name]] == given, name
        assert list(zip(edges["source"], edges["target"], strict=True)) == list(graph.edges())


def test_a_table_keeps_days_as_days(both: Store) -> None:
    edges = to_pandas(who_asks_whom(both)).edges
    assert str(edges["date"].dtype).startswith("datetime64")
    assert edges["due"].isna().sum() == len(edges) - 4, "four of them have a deadline"
    row = edges[(edges["target"] == "cted") & (edges["act"] == "request")].iloc[0]
    assert (row["key"], row["due"].date()) == (f"{SYMBOL}/OP4/act/1", date(2030, 6, 30))
    assert row["modality"] == ("duty",)


def test_a_table_of_nothing_has_its_columns() -> None:
    nodes, edges = to_pandas(nx.MultiDiGraph())
    assert (len(nodes), list(edges.columns)) == (0, ["source", "target", "key"])

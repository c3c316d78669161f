"""Networks as files: read back by somebody else's reader, whatever stands in their names."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import duckdb
import networkx as nx
import pandas as pd
import pydot
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from obligraph.graph.export import FORMATS, write_view
from obligraph.graph.store import Store, open_store
from obligraph.graph.views import VIEWS

from .networks import HOSTILE, hostile, written
from .samples import SYMBOL, sample_reading

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated.*")  # of pydot's own parser

GOLDEN = Path(__file__).parent / "golden" / "network"
NETWORKS = [row for row in FORMATS.values() if row.kind == "network"]
DRAWN = [view for view in VIEWS.values() if "network" in view.kinds]


def dot(text: str) -> Any:
    """The one graph of a file of DOT, as another reads it."""
    found = pydot.graph_from_dot_data(text)
    assert found is not None
    return found[0]


def column(file: Path, name: str) -> list[str]:
    """A column of a file of CSV, as another reads it."""
    found: Any = duckdb.read_csv(str(file), all_varchar=True, header=True)
    return [str(row[0]) for row in found.select(f'"{name}"').fetchall()]


def fit(name: str) -> str:
    """A name as a format that holds no control characters has it."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", name)


# --- every view in every format -------------------------------------------------------------


@pytest.mark.parametrize("view", [view.name for view in DRAWN])
def test_nodes_and_edges_are_read_back(both: Store, tmp_path: Path, view: str) -> None:
    from obligraph.graph.views.load import PARTS, load

    graph = VIEWS[view].draw(load(both, None, PARTS))
    for row in NETWORKS:
        write_view(both, view, tmp_path / f"v{row.suffixes[0]}")
    data = json.loads((tmp_path / "v.cyjs").read_text())
    found = {
        "graphml": nx.read_graphml(tmp_path / "v.graphml"),
        "gexf": nx.read_gexf(tmp_path / "v.gexf", version="1.3"),
        "json": nx.node_link_graph(json.loads((tmp_path / "v.json").read_text()), edges="edges"),
        "cytoscape": nx.cytoscape_graph(data),
    }
    for name, other in found.items():
        assert list(other) == list(graph), name
        assert sorted(map(tuple, map(sorted, other.edges()))) == sorted(
            map(tuple, map(sorted, graph.edges()))
        )
        assert other.is_directed() == graph.is_directed(), name
    drawn = dot((tmp_path / "v.dot").read_text())
    assert len(drawn.get_edge_list()) == graph.number_of_edges()
    assert len(drawn.get_node_list()) == graph.number_of_nodes()
    arcs = nx.read_pajek(tmp_path / "v.net")
    assert (len(arcs), arcs.number_of_edges()) == (len(graph), graph.number_of_edges())
    rows = pd.read_csv(tmp_path / "v.csv", keep_default_na=False)
    assert list(zip(rows["source"], rows["target"], strict=True)) == list(graph.edges())
    nodes = column(tmp_path / "v.neo4j" / "nodes.csv", "id:ID")
    starts = column(tmp_path / "v.neo4j" / "relationships.csv", ":START_ID")
    assert nodes == list(graph)
    assert starts == [source for source, _ in graph.edges()]


@pytest.mark.parametrize("view", [view.name for view in DRAWN])
def test_labels_are_names_and_ids_are_unique(both: Store, tmp_path: Path, view: str) -> None:
    for name in ("graphml", "gexf"):
        write_view(both, view, tmp_path / f"v.{name}")
        tree = etree.parse(tmp_path / f"v.{name}")
        for kind in ("key", "attribute", "node", "edge"):
            ids = tree.xpath(f"//*[local-name()='{kind}']/@id")
            assert len(ids) == len(set(ids)), "one act addresses two bodies, and GraphML forbids one id twice"
    graphml = nx.read_graphml(tmp_path / "v.graphml").nodes(data="label")
    assert dict(graphml) == dict(nx.read_gexf(tmp_path / "v.gexf", version="1.3").nodes(data="label"))
    assert all(label for _, label in graphml)


@pytest.mark.parametrize("row", NETWORKS, ids=lambda row: row.name)
def test_what_is_written_is_what_was_written(tmp_path: Path, row: Any) -> None:
    with open_store("memory", create=True) as store:
        store.put(sample_reading())
        write_view(store, "citations", tmp_path / f"citations{row.suffixes[0]}")
    golden, found = GOLDEN / f"citations{row.suffixes[0]}", tmp_path / f"citations{row.suffixes[0]}"
    if row.shape == "folder":
        assert {f.name: f.read_text() for f in found.iterdir()} == {
            f.name: f.read_text() for f in golden.iterdir()
        }
    else:
        assert found.read_text() == golden.read_text(), (
            "if it is meant, run: .venv/bin/python -m tools.make_golden"
        )


# --- hostile names --------------------------------------------------------------------------


def test_names_survive_xml_and_json() -> None:
    graph = hostile(*HOSTILE)
    nodes = {
        "graphml": nx.read_graphml(io.BytesIO(written(graph, "graphml"))).nodes,
        "gexf": nx.read_gexf(io.BytesIO(written(graph, "gexf")), version="1.3").nodes,
        "json": nx.node_link_graph(json.loads(written(graph, "json")), edges="edges").nodes,
    }
    for number, name in enumerate(HOSTILE):
        for format, found in nodes.items():
            assert found[f"n{number}"].get("name", "") == name, format
            assert found[f"n{number}"]["known"] is (number % 2 == 0), format


names = st.lists(st.text(max_size=12), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(names)
def test_any_name_survives_or_has_its_unfit_characters_replaced(found: list[str]) -> None:
    graph = hostile(*found)
    graphml = nx.read_graphml(io.BytesIO(written(graph, "graphml")), force_multigraph=True)
    gexf = nx.read_gexf(io.BytesIO(written(graph, "gexf")), version="1.3")
    link = nx.node_link_graph(json.loads(written(graph, "json")), edges="edges")
    rows = list(csv.DictReader(io.StringIO(written(graph, "csv").decode(), newline="")))
    for number, name in enumerate(found):
        assert graphml.nodes[f"n{number}"].get("name", "") == fit(name)
        assert gexf.nodes[f"n{number}"]["name"] == fit(name)
        assert link.nodes[f"n{number}"]["name"] == name
        assert rows[number]["words"] == fit(name)
    for row in NETWORKS:
        if row.shape == "file":
            written(graph, row.name).decode("utf-8")


def test_dot_is_read_back_by_another() -> None:
    drawn = dot(written(hostile(*HOSTILE), "dot").decode())
    nodes = {node.get_name(): node for node in drawn.get_node_list()}
    for number, name in enumerate(HOSTILE):
        (label,) = (v for k, v in nodes[f'"n{number}"'].get_attributes().items() if k.strip('"') == "label")
        plain = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], label[1:-1])
        assert plain == re.sub(r"\r\n|\r", "\n", name or f"n{number}")


def test_pajek_is_read_back_by_another() -> None:
    read = nx.parse_pajek(written(hostile(*HOSTILE, "twice", "twice"), "pajek").decode().splitlines())
    assert len(read) == len(HOSTILE) + 2, "two of one name are two"
    assert "say 'quoted' /'twice/'" in read
    assert "two lines and a tabulator return" in read
    assert "twice" not in read, "told apart by their keys"
    assert {"n11", "n12"} <= set(read)
    assert {d["weight"] for *_, d in read.edges(data=True)} == {1.5}


def test_neo4j_reads_a_line_a_record(tmp_path: Path) -> None:
    FORMATS["neo4j"].function()(hostile(*HOSTILE), tmp_path)
    for name in ("nodes.csv", "relationships.csv"):
        text = (tmp_path / name).read_text()
        assert len(text.splitlines()) == len(HOSTILE) + 1, "also for a reader that knows no quotes"
    nodes = duckdb.read_csv(str(tmp_path / "nodes.csv"), all_varchar=True, header=True)
    assert nodes.columns == [
        *("id:ID", ":LABEL", "label:string", "iri:string", "kind:string", "known:boolean", "name:string"),
    ]
    rows = {row[0]: row for row in nodes.fetchall()}
    assert rows["n0"][6] == HOSTILE[0]
    assert rows["n2"][6] == "two lines and a\ttabulator return"
    edges = pd.read_csv(tmp_path / "relationships.csv", keep_default_na=False)
    assert set(edges.columns) >= {":START_ID", ":END_ID", ":TYPE", "date:date", "rank:long", "verbs:string[]"}
    assert {len(items.split(";")) for items in edges["verbs:string[]"]} == {2}, "no item parts in two"
    assert edges[":TYPE"].str.fullmatch(r"[^\W\d]\w*").all()


# --- the rest -------------------------------------------------------------------------------


def test_csv_and_graphml_know_their_types(both: Store, tmp_path: Path) -> None:
    write_view(both, "who-asks-whom", tmp_path / "v.graphml", documents=[SYMBOL])
    edge = nx.read_graphml(tmp_path / "v.graphml")["unsc"]["cted"][f"{SYMBOL}/OP4/act/1#cted"]
    assert (edge["rank"], edge["certainty"], edge["modality"]) == (4, 1.0, "duty")


def test_an_edge_that_has_the_id_of_another_gets_its_own() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "c", key="k")
    graph.add_edge("b", "c", key="k")
    ids = etree.fromstring(written(graph, "graphml")).xpath("//*[local-name()='edge']/@id")
    assert ids == ["k#c", "b#k#c"]


@pytest.mark.parametrize("row", NETWORKS, ids=lambda row: row.name)
def test_a_network_of_nothing_is_a_file(tmp_path: Path, row: Any) -> None:
    with open_store("memory", create=True) as store:
        write_view(store, "citations", tmp_path / f"v{row.suffixes[0]}")
    assert (tmp_path / f"v{row.suffixes[0]}").exists()


def test_measures_are_attributes_of_the_file(both: Store, tmp_path: Path) -> None:
    write_view(both, "citations", tmp_path / "v.graphml", measures=True)
    graph: Any = nx.read_graphml(tmp_path / "v.graphml")
    assert graph.nodes[SYMBOL]["out_degree"] == graph.out_degree(SYMBOL)
    assert sum(data["pagerank"] for _, data in graph.nodes(data=True)) == pytest.approx(1, abs=1e-4)

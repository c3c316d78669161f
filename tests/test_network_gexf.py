"""Networks as GEXF: the form of 1.3, and days."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree
from obligraph.graph.export import write_view
from obligraph.graph.store import Store
from obligraph.graph.views import VIEWS

from .networks import written
from .samples import OTHER

DRAWN = [view for view in VIEWS.values() if "network" in view.kinds]


# The order of elements and the attributes that https://gexf.net/1.3 allows, as far as they are used.
GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://gexf.net/1.3"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="gexf"><attribute name="version"><value>1.3</value></attribute>
  <attribute name="schemaLocation" ns="http://www.w3.org/2001/XMLSchema-instance"/>
  <element name="meta"><element name="creator"><text/></element><element name="description"><text/></element>
  </element><element name="graph"><attribute name="defaultedgetype"><choice><value>directed</value>
    <value>undirected</value></choice></attribute>
    <choice><attribute name="mode"><value>static</value></attribute>
      <group><attribute name="mode"><value>dynamic</value></attribute>
        <attribute name="timeformat"><value>date</value></attribute>
        <attribute name="timerepresentation"><value>interval</value></attribute></group></choice>
    <oneOrMore><element name="attributes"><attribute name="class"/><attribute name="mode"/>
      <zeroOrMore><element name="attribute"><attribute name="id"/><attribute name="title"/>
        <attribute name="type"><choice><value>string</value><value>long</value><value>double</value>
          <value>boolean</value></choice></attribute></element></zeroOrMore></element></oneOrMore>
    <element name="nodes"><attribute name="count"><data type="integer"/></attribute>
      <zeroOrMore><element name="node"><attribute name="id"/><attribute name="label"/><ref name="life"/>
        <ref name="values"/></element></zeroOrMore></element>
    <element name="edges"><attribute name="count"><data type="integer"/></attribute>
      <zeroOrMore><element name="edge"><attribute name="id"/><attribute name="source"/>
        <attribute name="target"/><attribute name="label"/><optional><attribute name="weight">
        <data type="double"/></attribute></optional><ref name="life"/><ref name="values"/></element>
      </zeroOrMore></element></element></element></start>
<define name="life"><optional><attribute name="start"><data type="date"/></attribute>
  <attribute name="end"><data type="date"/></attribute></optional></define>
<define name="values"><optional><element name="attvalues"><oneOrMore><element name="attvalue">
  <attribute name="for"/><attribute name="value"/></element></oneOrMore></element></optional></define>
</grammar>"""


@pytest.mark.parametrize("view", [view.name for view in DRAWN])
def test_gexf_has_the_form_of_1_3(both: Store, tmp_path: Path, view: str) -> None:
    write_view(both, view, tmp_path / "v.gexf")
    tree = etree.parse(tmp_path / "v.gexf")
    grammar = etree.RelaxNG(etree.fromstring(GRAMMAR))
    grammar.assertValid(tree)
    named = set(tree.xpath("//*[local-name()='attribute']/@id"))
    assert set(tree.xpath("//*[local-name()='attvalue']/@for")) <= named


def test_days_bound_the_life_of_edges_and_nodes(both: Store, tmp_path: Path) -> None:
    write_view(both, "who-asks-whom-aggregated", tmp_path / "v.gexf")
    graph = nx.read_gexf(tmp_path / "v.gexf", version="1.3")
    edge = graph.edges["unsc", "cted"]
    assert (edge["start"], edge["end"]) == ("2030-03-04", "2031-03-04"), "the first act and the last"
    assert (graph.nodes["cted"]["start"], graph.nodes["cted"]["end"]) == ("2030-03-04", "2031-03-04")
    write_view(both, "who-asks-whom", tmp_path / "w.gexf", documents=[OTHER])
    starts = {d["start"] for *_, d in nx.read_gexf(tmp_path / "w.gexf", version="1.3").edges(data=True)}
    assert starts == {"2031-03-04"}


def test_what_has_no_day_is_always_there() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph(name="x")
    graph.add_edge("a", "b", date=date(2000, 1, 2))
    graph.add_edge("b", "c")
    found = nx.read_gexf(io.BytesIO(written(graph, "gexf")), version="1.3")
    assert found.nodes["a"]["start"] == "2000-01-02"
    assert "start" not in found.nodes["b"], "one of its edges has no day"
    graph.remove_edge("a", "b")
    assert b'mode="static"' in written(graph, "gexf").split(b"<attributes")[0]

"""What is written is read back by somebody else's reader, and is the same every time."""

from __future__ import annotations

import csv
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from obligraph.errors import UsageError
from obligraph.graph.build import nquads
from obligraph.graph.export import (
    FORMATS,
    export,
    export_formats,
    format_of,
    view_formats,
    write_view,
)
from obligraph.graph.export.atomic import writing
from obligraph.graph.store import Store, open_store
from obligraph.graph.views import VIEWS
from obligraph.graph.views.graphs import who_asks_whom
from obligraph.ontology.vocabulary import THINGS
from rdflib.compare import isomorphic

from .samples import OTHER, SYMBOL, other_reading, sample_reading

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own parsers' fault

GRAPHS = ("turtle", "ntriples", "rdfxml")  # one graph
DATASETS = ("trig", "nquads", "jsonld")  # a graph a document
READERS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "rdfxml": "xml",
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
}


def triples(store: Store, *documents: str) -> rdflib.Graph:
    """The triples of documents, by the store's own words."""
    graph = rdflib.Graph()
    for document in documents or store.documents():
        lines = "".join(f"{triple} .\n" for triple in store.graph(document))
        graph.parse(data=lines, format="nt")
    return graph


@pytest.mark.parametrize("name", [*GRAPHS, *DATASETS])
def test_rdf_is_read_back_by_rdflib(both: Store, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"graph{FORMATS[name].suffixes[0]}"
    export(both, file)
    found = rdflib.Dataset(default_union=True)
    found.parse(file, format=READERS[name])
    merged = rdflib.Graph()
    for subject, predicate, value, _ in found.quads():
        merged.add((subject, predicate, value))
    assert isomorphic(merged, triples(both))
    if name in DATASETS:
        named = {str(graph.identifier) for graph in found.graphs() if len(graph)}
        assert named - {"urn:x-rdflib:default"} == {*both.documents(), THINGS}


def test_one_document_alone(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "one.ttl", documents=[SYMBOL])
    one = rdflib.Graph().parse(tmp_path / "one.ttl")
    assert isomorphic(one, triples(both, f"https://w3id.org/obligraph/{SYMBOL}"))
    assert OTHER not in (tmp_path / "one.ttl").read_text()


def test_the_ontology_comes_on_demand(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "without.ttl")
    export(both, tmp_path / "with.ttl", ontology=True)
    term = (rdflib.URIRef("https://w3id.org/obligraph/ontology#Act"), rdflib.RDF.type, None)
    assert term not in rdflib.Graph().parse(tmp_path / "without.ttl")
    assert term in rdflib.Graph().parse(tmp_path / "with.ttl")


def test_turtle_is_for_reading(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "g.ttl")
    lines = (tmp_path / "g.ttl").read_text().splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert lines[: len(prefixes)] == prefixes
    assert "actor:harbour-council a og:Actor" in "\n".join(lines), "short names, the class first"


def test_values_survive_flattening(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "v.graphml", documents=[SYMBOL])
    export(both, tmp_path / "v.json", documents=[SYMBOL])
    import json

    for graph in (
        nx.read_graphml(tmp_path / "v.graphml"),
        nx.node_link_graph(json.loads((tmp_path / "v.json").read_text()), edges="edges"),
    ):
        edge = graph["unsc"]["cted"][f"{SYMBOL}/OP4/act/1#cted"]
        assert (edge["due"], edge["date"], edge["rank"]) == ("2030-06-30", "2030-03-04", 4)
        assert edge["modality"] in ("duty", ["duty"])


def test_csv_has_a_row_an_edge(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "v.csv", documents=[SYMBOL])
    with (tmp_path / "v.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == who_asks_whom(both, documents=[SYMBOL]).number_of_edges()
    row = next(row for row in rows if row["target"] == "cted" and row["act"] == "request")
    assert (row["source_name"], row["target_name"], row["due"]) == ("Security Council", "CTED", "2030-06-30")
    assert list(row)[:5] == ["source", "source_name", "target", "target_name", "act"]


# --- the file's name ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "format", "found", "why"),
    [
        ("a.ttl", "", "turtle", "by its end"),
        ("A.TTL", "", "turtle", "whatever the case"),
        ("a.b/c.graphml", "", "graphml", "of the last part alone"),
        ("a.ttl", "nquads", "nquads", "what is said counts more"),
        ("-", "trig", "trig", "standard output"),
    ],
)
def test_the_format_goes_by_the_name(where: str, format: str, found: str, why: str) -> None:
    assert format_of(where, format, export_formats()).name == found, why


@pytest.mark.parametrize(
    ("where", "format", "said", "why"),
    [
        ("a.docx", "", r"\.ttl.*\.csv", "the known ends are named"),
        ("ttl", "", r"\.ttl", "no end at all"),
        ("-", "", "name the format", "standard output has no name"),
        ("a.ttl", "word", "turtle", "an unknown format"),
        ("a.html", "", r"\.ttl", "a page is a view, not an export"),
    ],
)
def test_an_unknown_format_is_refused(both: Store, where: str, format: str, said: str, why: str) -> None:
    with pytest.raises(UsageError, match=said):
        export(both, where, format=format)


def test_an_unknown_view_is_refused(both: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="who-asks-whom"):
        write_view(both, "who-knows-whom", tmp_path / "a.html")
    with pytest.raises(UsageError, match=r"\.graphml"):
        write_view(both, "obligations", tmp_path / "a.html")
    with pytest.raises(UsageError, match=r"S/RES/1\(1946\)"):
        export(both, tmp_path / "a.ttl", documents=["S/RES/1(1946)"])
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"


def test_each_end_of_a_name_means_one_format() -> None:
    ends = [suffix for row in FORMATS.values() for suffix in row.suffixes]
    assert len(ends) == len(set(ends))
    assert {name for view in VIEWS for name in view_formats(view)} | set(export_formats()) == set(FORMATS)


# --- whole or not at all --------------------------------------------------------------------


def test_a_file_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("old")
    with pytest.raises(OSError, match="No space"), writing(file) as out:
        out.write(b"half of the new")
        raise OSError(28, "No space left on device")
    assert file.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.ttl"]


def test_a_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    plain, old = tmp_path / "plain", tmp_path / "old"
    plain.touch()
    old.touch(mode=0o640)
    old.chmod(0o640)
    for file in (tmp_path / "new", old):
        with writing(file) as out:
            out.write(b"x")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_link_is_followed_and_a_folder_refused(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    with writing(tmp_path / "link") as out:
        out.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"
    with pytest.raises(IsADirectoryError), writing(tmp_path):
        pass
    with pytest.raises(FileNotFoundError, match="nowhere"), writing(tmp_path / "nowhere" / "a"):
        pass


def test_what_is_no_regular_file_is_written_to() -> None:
    with writing(os.devnull) as out:
        out.write(b"x")
    assert not Path(os.devnull).is_file()


# --- the same bytes -------------------------------------------------------------------------

_WRITE_ALL = """
import sys
from pathlib import Path
from pyoxigraph import RdfFormat
from obligraph.graph.export import FORMATS, export, export_formats, view_formats, write_view
from obligraph.graph.store import open_store
from obligraph.graph.views import VIEWS
folder = Path(sys.argv[1])
with open_store("memory", create=True) as store:
    store.quads.bulk_load(path=sys.argv[2], format=RdfFormat.N_QUADS)
    for name in export_formats():
        export(store, folder / ("export" + FORMATS[name].suffixes[0]))
    for view in VIEWS:
        for name in view_formats(view):
            write_view(store, view, folder / (view + FORMATS[name].suffixes[0]))
"""


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    graph.write_text("".join(nquads(sample_reading())), encoding="utf-8")
    found = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", _WRITE_ALL, str(folder), str(graph)]
        subprocess.run(command, check=True, env=environment)
        assert len(list(folder.iterdir())) == len(export_formats()) + sum(
            len(view_formats(view)) for view in VIEWS
        )
        found.append(contents(folder))
    assert found[0] == found[1]


def contents(place: Path) -> dict[str, bytes]:
    """What the files of a folder hold, and of the folders in it."""
    return {str(one.relative_to(place)): one.read_bytes() for one in place.rglob("*") if one.is_file()}


def test_the_order_of_building_does_not_show(both: Store, tmp_path: Path) -> None:
    with open_store("memory", create=True) as turned:
        turned.put(other_reading())
        turned.put(replace(sample_reading()))
        for which, one in (("one", both), ("two", turned)):
            (tmp_path / which).mkdir()
            for name in export_formats():
                export(one, tmp_path / which / name, format=name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert {name.partition("/")[0] for name in contents(tmp_path / "one")} == set(export_formats())

"""RDF in short names, from any store: nothing is lost, and it is the same from each."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, cast

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from obligraph.cli import main
from obligraph.graph.export import FORMATS, export, export_formats
from obligraph.graph.export.jsonld import context, write_jsonld
from obligraph.graph.export.lines import _sorted, graphs, merged
from obligraph.graph.export.rdf import _UNFIT, _fit
from obligraph.graph.store import Store
from obligraph.ontology.vocabulary import ONTOLOGY, PREFIXES, turtle_files
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize
from rdflib.compare import isomorphic

from .akn import LANGUAGES, resolution
from .samples import OTHER, SYMBOL, sample_reading

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own parsers' fault

DATA = PREFIXES["data"]


class Distant:
    """A store that answers what every store answers, and has no database to be read directly."""

    def __init__(self, near: Store) -> None:
        self._near = near

    def __getattr__(self, name: str) -> Any:
        if name == "quads":
            raise AttributeError(name)
        return getattr(self._near, name)


@pytest.mark.parametrize("name", [name for name in export_formats() if FORMATS[name].kind != "network"])
@pytest.mark.parametrize("documents", [(), (SYMBOL,)])
def test_any_store_gives_the_same_bytes(
    both: Store, tmp_path: Path, name: str, documents: tuple[str, ...]
) -> None:
    for which, one in (("near", both), ("far", cast(Store, Distant(both)))):
        export(one, tmp_path / which, format=name, documents=documents)
    near, far = tmp_path / "near", tmp_path / "far"
    if near.is_file():
        assert near.read_bytes() == far.read_bytes()
    else:
        names = {one.name for one in near.iterdir()}
        assert names == {one.name for one in far.iterdir()}
        assert all((near / one).read_bytes() == (far / one).read_bytes() for one in names)


def test_a_triple_that_two_documents_state_stands_once_in_one_graph(both: Store) -> None:
    wanted = both.documents()
    lines = b"".join(merged(graphs(both, wanted, True))).splitlines()
    assert len(lines) == len(set(lines))
    every = {line for _, chunk in graphs(both, wanted, True) for line in chunk.splitlines()}
    assert set(lines) == every


def test_a_thing_comes_before_what_lies_beneath_it(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "g.nq")
    lines = (tmp_path / "g.nq").read_text("utf-8").splitlines()
    subjects = list(dict.fromkeys(line.split(" ", 1)[0] for line in lines if f"/{SYMBOL}> ." in line))
    places = {subject: rank for rank, subject in enumerate(subjects)}
    assert (
        places[f"<{DATA}{SYMBOL}>"] < places[f"<{DATA}{SYMBOL}/OP4>"] < places[f"<{DATA}{SYMBOL}/OP4/act/1>"]
    )
    first = [line.split(" ")[1] for line in lines if line.startswith(f"<{DATA}{SYMBOL}/OP4> ")]
    assert first[0].endswith("#type>"), "its class first"


@pytest.mark.parametrize("name", ["nquads", "ntriples", "jsonld"])
def test_words_in_other_languages_come_with_their_document(tmp_path: Path, name: str) -> None:
    files = []
    for code in ("en", "fr"):
        (tmp_path / f"{code}.xml").write_bytes(resolution(LANGUAGES[code]))
        files.append(str(tmp_path / f"{code}.xml"))
    assert main(["export", "-o", str(tmp_path / "g"), "-O", name, "--from", *files]) == 0
    reader = {"nquads": RdfFormat.N_QUADS, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}
    quads = list(parse(path=str(tmp_path / "g"), format=reader[name]))
    words = [q for q in quads if q.predicate.value == f"{ONTOLOGY}#translation"]
    assert {quad.object.language for quad in words if isinstance(quad.object, Literal)} == {"fr"}
    assert len({quad.triple for quad in quads}) == len(quads), "nothing is said twice"
    if name != "ntriples":
        assert {str(quad.graph_name)[1:-1] for quad in words} == {f"{DATA}S/RES/4001(2031)/translation/fr"}


# --- JSON-LD --------------------------------------------------------------------------------------


def test_parts_lie_within_their_wholes(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "g.jsonld", documents=[SYMBOL])
    whole = json.loads((tmp_path / "g.jsonld").read_text("utf-8"))
    (graph,) = [one for one in whole["@graph"] if one["@id"] == SYMBOL]
    document = graph["@graph"][0]
    assert (document["identifier"], document["adopted"]) == (SYMBOL, "2030-03-04")
    labels = [paragraph["label"] for paragraph in document["paragraphs"]]
    assert labels == [p.label for p in sample_reading().document.paragraphs], "in their order"
    (fourth,) = [one for one in document["paragraphs"] if one["label"] == "OP4"]
    act = fourth["acts"][0]
    assert act["verb"] == "verb/request"
    assert act["addressee"] == ["actor/cted", "actor/unodc"]
    assert {one["bearer"] for one in act["obligations"]} == {"actor/cted", "actor/unodc"}
    assert not [one for one in graph["@graph"][1:] if one["@id"].startswith(f"{SYMBOL}/OP")]


def test_the_context_is_the_one_that_is_shipped(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "g.jsonld")
    assert json.loads((tmp_path / "g.jsonld").read_text())["@context"] == json.loads(context())["@context"]


def test_the_context_knows_each_property_by_its_kind() -> None:
    terms = json.loads(context())["@context"]
    prefixes = {name: iri for name, iri in terms.items() if isinstance(iri, str) and "/" in iri}

    def whole(name: str) -> str:
        prefix, _, local = name.partition(":")
        return prefixes.get(prefix, "") + local

    kinds = {
        whole(term["@id"] if isinstance(term, dict) else term): term
        for name, term in terms.items()
        if name not in prefixes and not name.startswith("@") and "@reverse" not in term
    }
    ontology = rdflib.Graph()
    ontology.parse(data=turtle_files()[0].read_bytes(), format="turtle")
    for kind, meant in (("ObjectProperty", "@id"), ("DatatypeProperty", None)):
        found = ontology.subjects(rdflib.RDF.type, rdflib.OWL[kind])
        for one in found:
            term = kinds.get(str(one), {})
            stated = term.get("@type") if isinstance(term, dict) else None
            if meant == "@id":
                assert stated in ("@id", None), one
            else:
                assert stated != "@id", one
    assert {iri for name, iri in prefixes.items() if not name.startswith("@")} <= set(PREFIXES.values())
    for name, term in terms.items():
        if isinstance(term, dict) and str(term.get("@id", "")).startswith("og:"):
            assert term["@id"] == f"og:{name}", "a term of ours is called as it is"
            assert (rdflib.URIRef(f"{ONTOLOGY}#{name}"), None, None) in ontology, f"{name} is declared"


_IRIS = st.one_of(
    st.sampled_from(
        [
            f"{DATA}{SYMBOL}",
            f"{DATA}{SYMBOL}/OP1",
            f"{DATA}{SYMBOL}/OP1/act/1",
            f"{DATA}actor/cted",
            f"{DATA}a:b",
            f"{DATA}a//b",
            f"{DATA}../x",
            DATA,
            "https://example.org/x?y#z",
            "urn:isbn:1",
            "http://www.w3.org/ns/oa#start",
        ]
    ),
    st.text("abcXYZ019.:/?()-_", min_size=1, max_size=8).map(lambda text: DATA + text),
)
_PREDICATES = st.sampled_from(
    [
        f"{ONTOLOGY}#text",
        f"{ONTOLOGY}#label",
        f"{ONTOLOGY}#force",
        f"{ONTOLOGY}#due",
        f"{ONTOLOGY}#certainty",
        f"{ONTOLOGY}#inParagraph",
        f"{ONTOLOGY}#arisesFrom",
        f"{ONTOLOGY}#requests",
        f"{ONTOLOGY}#title",
        f"{ONTOLOGY}#x.y",
        "http://data.europa.eu/eli/ontology#is_part_of",
        "http://purl.org/dc/terms/title",
        "https://example.org/p/q",
    ]
)
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LITERALS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map(Literal),
    st.sampled_from(["a\nb\tc", 'q"\\', "\u2028\x85", "{", "@id", ""]).map(Literal),
    st.sampled_from(["en", "fr", "zh-hant"]).map(lambda tag: Literal("mot", language=tag)),
    st.sampled_from(
        [
            *[("7", "integer"), ("07", "integer"), ("9" * 20, "integer"), ("true", "boolean")],
            *[("1", "boolean"), ("2030-01-31", "date"), ("1.50", "decimal"), ("2030", "gYear")],
        ]
    ).map(lambda pair: Literal(pair[0], datatype=NamedNode(_XSD + pair[1]))),
)
_CLASSES = st.sampled_from([f"{ONTOLOGY}#SpeechAct", "http://www.w3.org/ns/oa#X", "urn:x"]).map(NamedNode)
_TRIPLES = st.one_of(
    st.builds(
        lambda s, p, o: Triple(NamedNode(s), NamedNode(p), o),
        _IRIS,
        _PREDICATES,
        st.one_of(_LITERALS, _IRIS.map(NamedNode)),
    ),
    st.builds(lambda s, o: Triple(NamedNode(s), NamedNode(str(rdflib.RDF.type)), o), _IRIS, _CLASSES),
)


@given(st.lists(_TRIPLES, max_size=12))
@settings(deadline=None, max_examples=60)
def test_nothing_is_lost_in_json_ld(triples: list[Triple]) -> None:
    lines = _sorted(serialize(set(triples), format=RdfFormat.N_TRIPLES) or b"")
    file = io.BytesIO()
    write_jsonld([(f"{DATA}{SYMBOL}", lines)], file)
    # The reader of the other engine, so that rdflib's normalising of values does not blur the matter.
    found = {quad.triple for quad in parse(file.getvalue(), format=RdfFormat.JSON_LD)}
    assert found == {quad.triple for quad in parse(lines, format=RdfFormat.N_TRIPLES)}


def test_json_ld_is_read_as_the_same_dataset_by_rdflib(both: Store, tmp_path: Path) -> None:
    for name in ("g.jsonld", "g.nq"):
        export(both, tmp_path / name)
    one, two = rdflib.Dataset(), rdflib.Dataset()
    one.parse(tmp_path / "g.jsonld", format="json-ld")
    two.parse(tmp_path / "g.nq", format="nquads")
    for document in (f"{DATA}{SYMBOL}", f"{DATA}{OTHER}", f"{DATA}things"):
        name = rdflib.URIRef(document)
        assert len(one.graph(name)) > 0
        assert isomorphic(one.graph(name), two.graph(name))


# --- RDF/XML --------------------------------------------------------------------------------------


def test_what_xml_cannot_hold_is_replaced() -> None:
    line = rb'<a:s> <a:p> "A\u0001B\fC\\fD\\\bE\rF\nG\tH\u001FI\u0041" .'
    written = _UNFIT.sub(_fit, line).decode()
    assert written == (
        r'<a:s> <a:p> "A' + "\ufffd" + "B" + "\ufffd" + r"C\\fD\\" + "\ufffd" + "E" + "\ufffd"
        r"F\nG\tH" + "\ufffd" + r'I\u0041" .'
    )
    triple = next(iter(parse(written.encode(), format=RdfFormat.N_TRIPLES))).triple
    etree.fromstring(serialize([triple], format=RdfFormat.RDF_XML) or b"")

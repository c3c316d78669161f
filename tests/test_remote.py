"""A store on a SPARQL server holds and answers the same as one in memory or in a folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from obligraph.errors import StoreError
from obligraph.extract.model import Instrument, Reading
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_file
from obligraph.graph.build import nquads
from obligraph.graph.dataset import Dataset
from obligraph.graph.iri import document_iri
from obligraph.graph.remote import batch as remote_batch
from obligraph.graph.remote.address import address
from obligraph.graph.remote.client import Client
from obligraph.graph.store import Store, open_store
from obligraph.graph.validate import validate
from obligraph.ontology.vocabulary import DESCRIPTIONS, ONTOLOGY, THINGS
from obligraph.queries.library import Query, library
from obligraph.queries.run import Answer, run
from pyoxigraph import BlankNode, Literal

from .samples import SYMBOL, sample_reading
from .servers import oxigraph
from .stores import put, reading, rows_of, without

EXAMPLE = Path(__file__).parents[1] / "examples" / "S_RES_2331_2016.md"
SECOND, THIRD = "S/RES/9002(2030)", "S/RES/9003(2030)"
OG = "https://w3id.org/obligraph/ontology#"

# What a parameter is bound to, by the symbol of the document that the store holds first.
GIVEN = {
    "actor": "member-states",
    "document": "",
    "force": "request",
    "from": "2016-01-01",
    "how": "recalls",
    "instrument": "",
    "issuer": "unsc",
    "label": "OP2",
    "language": "fr",
    "on": "2030-06-01",
    "phrase": "in accordance with",
    "since": "2020",
    "target": "",
    "theme": "light",
    "to": "2031-12-31",
    "verb": "request",
    "words": "report",
    "year": "2030",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An Oxigraph server as it starts by itself: a query sees no named graph unless it asks for all."""
    with oxigraph(tmp_path_factory.mktemp("server")) as where:
        yield where


@pytest.fixture(scope="module")
def shipped() -> Reading:
    return read_document(read_file(EXAMPLE))


@pytest.fixture
def empty(server: str) -> str:
    """The server without documents; it may have the ontology."""
    change(
        server, f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {_NOT_ONTOLOGY} }}"
    )
    return server


_NOT_ONTOLOGY = f"FILTER(?g != <{ONTOLOGY}>)"


def change(where: str, update: str) -> None:
    """Changes what a server holds, behind the store's back."""
    Client(address(where)).update(update)


def dump(store: Store) -> list[str]:
    """All that a store holds beside the ontology, which may have blank nodes."""
    rows = store.select("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }")
    return sorted(" ".join(map(str, row)) for row in rows if row["g"].value != ONTOLOGY)


def fresh(*readings: Reading) -> list[str]:
    with open_store("memory") as store:
        put(store, *readings)
        return dump(store)


def answer(store: Store, query: Query, every: bool, symbol: str) -> Answer | str:
    """The answer of a query with its required parameters, or with all of them; or its complaint."""
    given = {one.name: GIVEN[one.name] or symbol for one in query.parameters if every or one.required}
    try:
        return run(store, query, given)
    except Exception as error:  # a complaint is compared as an answer is, whatever it is
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(
    ("which", "arguments"),
    [("sample", ()), ("sample", ("--union-default-graph",)), ("example", ())],
    ids=["sample", "sample, all graphs as one", "example"],
)
def test_all_named_queries_are_answered_alike(
    shipped: Reading, tmp_path: Path, which: str, arguments: tuple[str, ...]
) -> None:
    readings = [shipped] if which == "example" else [reading(), reading(SECOND), reading(THIRD)]
    with (
        oxigraph(tmp_path, *arguments) as where,
        open_store("memory") as memory,
        open_store(tmp_path / "store", create=True) as disk,
        open_store(where, create=True) as remote,
    ):
        for store in (memory, disk, remote):
            put(store, *readings)
        symbol = readings[0].document.symbol
        found = 0
        for query in library().values():
            for every in {False, any(not one.required for one in query.parameters)}:
                wanted = answer(memory, query, every, symbol)
                assert answer(disk, query, every, symbol) == wanted, query.name
                assert answer(remote, query, every, symbol) == wanted, query.name
                found += bool(getattr(wanted, "rows", ()) or getattr(wanted, "triples", ()))
        assert found > len(library()) / 2, "most of them find something"


def test_what_is_put_in_comes_back(empty: str) -> None:
    change(empty, "DROP ALL")
    with pytest.raises(StoreError, match="no store there; make one"):
        open_store(empty)
    with open_store(empty, create=True) as store:
        assert store.documents() == ()
        assert not store.unchanged(sample_reading().document)
        assert store.put(sample_reading())
        assert store.documents() == (document_iri(SYMBOL),)
        assert store.unchanged(sample_reading().document)
        assert not store.put(sample_reading())
        assert validate(store) == ()
    with open_store(empty) as again, open_store("memory") as memory:
        memory.put(sample_reading())
        assert dump(again) == dump(memory)
        assert set(again.graph(document_iri(SYMBOL))) == set(memory.graph(document_iri(SYMBOL)))
        assert again.shared(again.documents()) == memory.shared(memory.documents())


@pytest.mark.parametrize("longest", [1, 2**30])
def test_building_and_replacing_end_in_the_same_store(
    empty: str, monkeypatch: pytest.MonkeyPatch, longest: int
) -> None:
    """In one request or in many, and with what others say of the same things."""
    monkeypatch.setattr(remote_batch, "_LONGEST", longest)
    spelt = (reading(), reading(SECOND, cted="Cted"), reading(THIRD, cted="CTED", unodc="Drugs Office"))
    cites = dataclasses.replace(
        spelt[0], instruments=(*spelt[0].instruments, Instrument(SECOND, "resolution"))
    )
    with open_store(empty, create=True) as store:
        put(store, *spelt)
        assert dump(store) == fresh(*spelt)
        put(store, cites, without(spelt[1]))
        assert dump(store) == fresh(cites, without(spelt[1]), spelt[2])
        put(store, spelt[1], without(spelt[0]), without(spelt[2]))
        put(store, spelt[2], spelt[0], spelt[2])
        assert dump(store) == fresh(*spelt)
        put(store, *(without(one) for one in spelt))
        assert dump(store) == fresh(*(without(one) for one in spelt)), "nothing is left of the others"


def test_a_batch_that_fails_leaves_what_was_sent(empty: str) -> None:
    with open_store(empty, create=True) as store:
        store.put(reading())
        with pytest.raises(RuntimeError), store.batch() as changes:
            changes.put(reading(SECOND))
            raise RuntimeError
        assert dump(store) == fresh(reading())


def test_an_old_ontology_is_replaced(empty: str) -> None:
    with open_store(empty, create=True) as store:
        store.put(reading())
        hashed = f"?o <{OG}sha256> ?h"
        inserted = f'?o <{OG}sha256> "old" . <x:a> <x:b> 1'
        change(empty, f"WITH <{ONTOLOGY}> DELETE {{ {hashed} }} INSERT {{ {inserted} }} WHERE {{ {hashed} }}")
        assert store.ask("ASK { <x:a> <x:b> 1 }")
        store.put(reading(SECOND))
        assert not store.ask("ASK { <x:a> <x:b> 1 }")


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_words_come_back_as_they_are(server: str, words: str) -> None:
    text = f"{words} \\u0041 \\ \" ' {{ }} # ?s"
    lines = list(
        nquads(dataclasses.replace(reading(), document=dataclasses.replace(reading().document, title=text)))
    )
    with open_store(server, create=True) as store:
        with store.batch() as changes:
            changes.put_lines(SYMBOL, lines)
        rows = store.select(
            "SELECT ?title { ?d dcterms:title ?title }", {"title": Literal(text, language="en")}
        )
        assert [row["title"].value for row in rows] == [text]


def test_a_query_says_which_graphs_it_asks(empty: str) -> None:
    with open_store(empty, create=True) as store:
        put(store, reading(), reading(SECOND))
        count = "SELECT (COUNT(DISTINCT ?a) AS ?n) {} {{ ?a a og:Act }}"
        acts = len(sample_reading().acts)
        only = Dataset((document_iri(SECOND),), ())
        assert [int(r[0].value) for r in store.select(count.format(""))] == [2 * acts]
        (row,) = rows_of(store.query(count.format(""), dataset=only))
        assert int(row[0]) == acts
        named = count.format(f"FROM <{document_iri(SYMBOL)}>")
        assert [int(r[0].value) for r in store.select(named)] == [acts]


def test_all_forms_of_query(empty: str) -> None:
    with open_store(empty, create=True) as store:
        store.put(reading())
        assert store.ask("ASK { ?a a og:Act }") and not store.ask("ASK { ?a a og:Song }")
        sparql = "CONSTRUCT { ?a og:requests ?b } WHERE { ?a og:requests ?b }"
        with open_store("memory") as memory:
            memory.put(reading())
            assert set(store.construct(sparql)) == set(memory.construct(sparql))
        with pytest.raises(SyntaxError):
            store.query("SELECT nothing")
        with pytest.raises(SyntaxError):
            store.query("DROP ALL")
        with pytest.raises(ValueError, match="blank node"):
            store.query("SELECT ?s { ?s ?p ?o }", {"s": BlankNode()})


def test_rdflib_reads_it_too(empty: str) -> None:
    with open_store(empty, create=True) as store:
        store.put(reading())
        found = list(store.dataset().query(f"SELECT ?a {{ ?a a <{OG}Act> }}"))
        assert len(found) == len(sample_reading().acts)


def test_a_closed_store(empty: str) -> None:
    store = open_store(empty, create=True)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.documents()


def test_graphs_beside_the_documents_are_no_documents(empty: str) -> None:
    with open_store(empty, create=True) as store:
        store.put(reading())
        change(empty, "INSERT DATA { GRAPH <x:other> { <x:a> <x:b> <x:c> } }")
        store.refresh()
        assert store.documents() == (document_iri(SYMBOL),)
        graphs = {row[0].value for row in store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")}
        assert graphs == {document_iri(SYMBOL), THINGS, DESCRIPTIONS, ONTOLOGY, "x:other"}

"""What many documents say of one thing is stated once, whatever the way to the store."""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest
from obligraph.extract.document import Subject
from obligraph.extract.model import Actor, Instrument, Reading
from obligraph.graph.build import nquads
from obligraph.graph.export import export
from obligraph.graph.iri import document_iri
from obligraph.graph.store import Store, open_store
from obligraph.graph.validate import validate
from obligraph.ontology.vocabulary import DATA, DESCRIPTIONS, OG, ONTOLOGY, RDF, THINGS, concepts
from pyoxigraph import NamedNode, RdfFormat, parse

from .samples import SYMBOL, sample_reading
from .stores import put, quads, reading, rows_of, without

SECOND, THIRD = "S/RES/9002(2030)", "S/RES/9003(2030)"


def dump(store: Store) -> bytes:
    return "".join(sorted(f"{quad} .\n" for quad in quads(store))).encode()


def fresh(*readings: Reading) -> bytes:
    with open_store("memory") as store:
        put(store, *readings)
        return dump(store)


def ask(store: Store, sparql: str) -> list[tuple[str, ...]]:
    return rows_of(store.query(sparql))


THREE = (reading(), reading(SECOND), reading(THIRD))


@pytest.mark.parametrize(
    ("sparql", "why"),
    [
        (
            "SELECT ?label (COUNT(?o) AS ?n) { ?o og:bearer ?a . ?a skos:prefLabel ?label } GROUP BY ?label",
            "a label",
        ),
        (
            """SELECT ?label ?kind (COUNT(?o) AS ?n) { ?o a og:Obligation ; og:bearer ?a .
            ?a a og:Actor ; skos:prefLabel ?label ; og:actorKind/skos:prefLabel ?kind ; og:known ?known }
            GROUP BY ?label ?kind""",
            "several properties, and the label of a concept",
        ),
        (
            """SELECT ?cited ?use (COUNT(?c) AS ?n) { ?c a og:Citation ; og:instrument ?i ; og:use ?u .
            ?i a og:Instrument ; dcterms:identifier ?cited ; og:instrumentKind ?kind .
            ?u skos:prefLabel ?use } GROUP BY ?cited ?use""",
            "instruments",
        ),
        (
            "SELECT ?verb (COUNT(?a) AS ?n) { ?a a og:Act ; og:verb/skos:prefLabel ?verb } GROUP BY ?verb",
            "verbs, in the ontology",
        ),
    ],
)
def test_a_plain_query_counts_three_documents_three_times(sparql: str, why: str) -> None:
    own = sample_reading()
    plain = dataclasses.replace(  # citations of a document's own paragraphs are of another thing each
        own,
        acts=tuple(
            dataclasses.replace(a, citations=tuple(c for c in a.citations if c.instrument[0] != "#"))
            for a in own.acts
        ),
    )
    documents = [
        dataclasses.replace(plain, document=dataclasses.replace(own.document, symbol=symbol))
        for symbol in (SYMBOL, SECOND, THIRD)
    ]
    with open_store("memory") as store:
        put(store, documents[0])
        one = ask(store, sparql)
        put(store, *documents)
        three = ask(store, sparql)
    assert one, why
    assert three == [(*rest, str(3 * int(count))) for *rest, count in one], why


def test_the_number_of_actions_is_that_of_the_obligations() -> None:
    with open_store("memory") as store:
        put(store, *THREE)
        rows = ask(store, "SELECT ?o ?who { ?o og:bearer ?a . ?a skos:prefLabel ?who }")
        assert (
            len(rows)
            == len(set(rows))
            == int(ask(store, "SELECT (COUNT(?o) AS ?n) { ?o a og:Obligation }")[0][0])
        )


def test_no_triple_stands_in_two_graphs_but_the_plain_ones() -> None:
    cites = Instrument(SECOND, "resolution")
    part = Instrument(f"{SECOND}, paragraph 1", "resolution", whole=SECOND, provision="paragraph 1")
    first = dataclasses.replace(THREE[0], instruments=(*THREE[0].instruments, cites, part))
    with open_store("memory") as store:
        put(store, first, *THREE[1:])
        seen = Counter(quad.triple for quad in quads(store))
        twice = {triple.predicate.value for triple, count in seen.items() if count > 1}
        relations = {verb.relation for verb in concepts("verb").values()} | {OG.addresses, OG.blames}
        assert twice <= relations | {OG.sha256, RDF.type}
        known = {t.subject.value for t, n in seen.items() if n > 1 and t.predicate.value == RDF.type}
        assert all(iri.startswith(f"{DATA}source/") for iri in known), "the three are made of one file here"
        assert ask(store, f"SELECT ?id {{ <{DATA}{SECOND}> dcterms:identifier ?id }}") == [(SECOND,)]
        whole = f"SELECT ?whole {{ <{DATA}{SECOND}/OP1> eli:is_part_of ?whole }}"
        assert ask(store, whole) == [(SECOND,)]
        put(store, without(reading(SECOND)))
        assert ask(store, whole) == [(SECOND,)], "it is cited still"


SPELT = (
    reading(harbour_council="Harbour council"),
    reading(SECOND, harbour_council="the Harbour Council"),
    reading(THIRD, harbour_council="HARBOUR COUNCIL"),
)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_any_order_gives_the_same_store(order: tuple[int, ...], tmp_path: Path) -> None:
    expected = fresh(*SPELT)
    assert fresh(*(SPELT[n] for n in order)) == expected, "in one batch"
    with open_store(tmp_path / "store", create=True) as store:
        for number in order:
            put(store, SPELT[number])
        assert dump(store) == expected, "one by one"
        label = f"SELECT ?name {{ <{DATA}actor/harbour-council> skos:prefLabel ?name }}"
        assert ask(store, label) == [("HARBOUR COUNCIL",)]


def test_replacing_gives_what_building_anew_gives(tmp_path: Path) -> None:
    new = Actor("tide-office", "Tide Office", "office", known=False)
    more = dataclasses.replace(SPELT[2], actors=(*SPELT[2].actors, new))
    for where in ("memory", tmp_path / "store"):
        with open_store(where, create=True) as store:
            put(store, *SPELT)
            steps = [
                (more, "another thing is described"),
                (SPELT[2], "and no longer"),
                (reading(THIRD), "spelt as nobody else does"),
                (without(SPELT[2]), "the spelling that was taken is gone"),
                (SPELT[2], "and is there again"),
            ]
            for third, why in steps:
                put(store, third)
                assert dump(store) == fresh(SPELT[0], SPELT[1], third), why
            put(store, *(without(one) for one in SPELT))
            assert dump(store) == fresh(*(without(one) for one in SPELT)), "nothing is left of the others"


def test_a_document_twice_in_a_batch(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", create=True) as store:
        put(store, SPELT[0], reading(SECOND), without(SPELT[2]), SPELT[1], SPELT[2])
        assert dump(store) == fresh(*SPELT)


def test_who_is_known_is_described_as_known() -> None:
    """A text in which a name is not recognised does not rename who others know."""
    known = dataclasses.replace(
        THREE[0], actors=tuple(dataclasses.replace(a, known=True) for a in THREE[0].actors)
    )
    shouting = dataclasses.replace(
        THREE[1],
        actors=tuple(
            dataclasses.replace(a, name="A", full_name="A full name", parent="unsc", known=False)
            for a in THREE[1].actors
        ),
    )
    with open_store("memory") as store:
        put(store, shouting, known)
        assert ask(store, f"SELECT ?name {{ <{DATA}actor/cted> skos:prefLabel ?name }}") == [("CTED",)]


def test_the_graph_of_one_document_needs_no_other() -> None:
    cites = dataclasses.replace(
        THREE[0], instruments=(*THREE[0].instruments, Instrument(SECOND, "resolution"))
    )
    alone = {quad.triple for quad in parse("".join(nquads(cites)).encode(), format=RdfFormat.N_QUADS)}
    with open_store("memory") as store:
        put(store, cites, *THREE[1:])
        assert set(store.graph(document_iri(SYMBOL))) == alone
        assert validate(store) == ()


@pytest.mark.parametrize("suffix", ["nq", "trig", "ttl"])
def test_an_export_of_one_document_needs_no_other(tmp_path: Path, suffix: str) -> None:
    cites = dataclasses.replace(
        THREE[0], instruments=(*THREE[0].instruments, Instrument(SECOND, "resolution"))
    )
    with open_store("memory") as one, open_store("memory") as three:
        put(one, cites)
        put(three, cites, *THREE[1:])
        export(one, tmp_path / f"one.{suffix}")
        export(three, tmp_path / f"of-three.{suffix}", documents=[SYMBOL])
    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"of-three.{suffix}").read_bytes()


def test_exports_have_nothing_of_the_bookkeeping(tmp_path: Path) -> None:
    with open_store("memory") as store:
        put(store, *THREE)
        export(store, tmp_path / "all.nq")
        held = {str(quad.graph_name) for quad in quads(store)}
    text = (tmp_path / "all.nq").read_text(encoding="utf-8")
    assert f"<{DESCRIPTIONS}>" in held and DESCRIPTIONS not in text
    assert OG.describes not in text
    graphs = {quad.graph_name for quad in parse(text.encode(), format=RdfFormat.N_QUADS)}
    assert graphs == {NamedNode(THINGS), *(NamedNode(document_iri(s)) for s in (SYMBOL, SECOND, THIRD))}
    assert ONTOLOGY not in {graph.value for graph in graphs if isinstance(graph, NamedNode)}


def test_a_keyword_of_several_documents_is_one(tmp_path: Path) -> None:
    keyword = Subject("TIDES", "UNBIS")
    documents = [
        dataclasses.replace(one, document=dataclasses.replace(one.document, subjects=(keyword,)))
        for one in THREE
    ]
    with open_store(tmp_path / "store", create=True) as store:
        put(store, *documents)
        rows = ask(store, "SELECT ?d ?label { ?d dcterms:subject ?s . ?s skos:prefLabel ?label }")
        assert rows == [(symbol, "TIDES") for symbol in (SYMBOL, SECOND, THIRD)]


def test_what_was_put_before_an_error_is_described_too() -> None:
    """A store in memory keeps what was put; so it must say what that is."""
    with open_store("memory") as store:
        with pytest.raises(RuntimeError), store.batch() as changes:
            changes.put(THREE[0])
            raise RuntimeError
        assert dump(store) == fresh(THREE[0])

"""The authority file itself: in order, of known terms, each identifier with a source, one truth for all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest
from obligraph.extract import version
from obligraph.extract.actors.rows import authority_files, load_actors
from obligraph.extract.model import Actor
from obligraph.extract.version import rules_version
from obligraph.graph import shapes
from obligraph.graph.actors import add_actor
from obligraph.graph.nquads import Quads
from obligraph.ontology.vocabulary import (
    DATA,
    OG,
    ORG,
    PREFIXES,
    SKOS,
    THINGS,
    actor_files,
    concepts,
    declared,
)
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, parse

from .stores import asked

ROWS = {row.key: row for row in load_actors()}


def triples() -> Iterator[Triple]:
    for file in actor_files():
        for triple in parse(file.read_bytes(), format=RdfFormat.TURTLE):
            yield Triple(*tuple(triple)[:3])


@pytest.fixture(scope="module")
def authority() -> Store:
    """What the graph says of every actor of the authority file."""
    out = Quads(THINGS, "en")
    for key in ROWS:
        add_actor(out, Actor(key, key))
    store = Store()
    store.load("".join(out).encode(), format=RdfFormat.N_QUADS)
    return store


def test_reading_and_graph_have_the_same_files() -> None:
    assert [file.name for file in actor_files()] == [file.name for file in authority_files()]
    assert len(actor_files()) > 10


@pytest.mark.parametrize("file", actor_files(), ids=lambda file: str(file.name))
def test_a_file_is_in_the_order_of_its_keys(file: Traversable) -> None:
    text = file.read_text(encoding="utf-8")
    keys = re.findall(r"^:(\S+) a ", text, re.MULTILINE)
    assert keys == sorted(set(keys)), "sorted, and one block an actor"
    assert text.startswith("# "), "what the file holds is said at its head"
    used = set(re.findall(r"(?<![\w<\"/])([a-z-]+):[\w]", re.sub(r'"(?:[^"\\]|\\.)*"|<[^>]*>', "", text)))
    prefixes = set(re.findall(r"^@prefix ([a-z-]*):", text, re.MULTILINE))
    assert used <= prefixes


def test_terms_are_declared_and_nodes_have_names() -> None:
    known = declared()
    kinds = {concept.iri for concept in concepts("actor-kind").values()}
    unknown = set()
    for triple in triples():
        subject, predicate, value = triple
        assert isinstance(subject, NamedNode)
        assert isinstance(value, NamedNode | Literal)
        unknown |= {predicate.value} - known - {PREFIXES["rdf"] + "type"}
        if predicate.value == OG.actorKind:
            unknown |= {value.value} - kinds
        if predicate.value.endswith("#type"):
            unknown |= {value.value} - known
    assert unknown == set()


def test_actors_that_blocks_name_have_blocks() -> None:
    named = {
        getattr(triple.object, "value", "").removeprefix(f"{DATA}actor/")
        for triple in triples()
        if triple.predicate.value in (ORG.subOrganizationOf, ORG.postIn, ORG.hasMember)
    }
    assert named - ROWS.keys() == set()


CLASSES = {
    # kind: the classes of it, and why
    "role": {"Post"},  # somebody holds it
    "state": {"FormalOrganization"},
    "agency": {"FormalOrganization"},
    "armed-group": {"Organization"},  # of no legal standing
    "group": {"Actor"},  # named together, organized or not
    "group-of-states": {"Actor"},
    "organ": {"OrganizationalUnit", "FormalOrganization"},  # a unit of what it is part of, if of anything
    "committee": {"OrganizationalUnit", "FormalOrganization"},
    "office": {"OrganizationalUnit", "FormalOrganization"},
    "mission": {"OrganizationalUnit", "Organization"},
    "organization": {"FormalOrganization"},
}


def test_the_class_is_that_of_the_kind() -> None:
    classes = {
        t.subject.value.removeprefix(f"{DATA}actor/"): t.object.value.rpartition("#")[2]  # type: ignore[union-attr]  # an IRI
        for t in triples()
        if t.predicate.value.endswith("#type")
    }
    assert {key: name for key, name in classes.items() if name not in CLASSES[ROWS[key].kind]} == {}
    units = {key for key, name in classes.items() if name == "OrganizationalUnit"}
    assert {key for key in units if not ROWS[key].parent} == set(), "a unit is part of something"


def test_every_actor_keeps_the_shapes(authority: Store) -> None:
    index = shapes.index((quad.subject, quad.predicate, quad.object) for quad in authority)
    assert [(f.node.value, f.shape, f.path, f.message) for f in shapes.faults(index)] == []


def test_identifiers_mean_one_actor(authority: Store) -> None:
    codes = "og:isoAlpha2|og:isoAlpha3|og:isoAlpha4|og:m49|og:sanctionsListNumber|skos:exactMatch"
    rows = asked(authority, f"SELECT ?code ?actor {{ ?actor {codes} ?code }}")
    assert [code for code, n in Counter(code for code, _ in rows).items() if n > 1] == []
    assert len(rows) > 900


EXAMPLES = [
    # query for ?x, what it gives, why
    ("actor:cted org:subOrganizationOf+ ?x", ["actor/ctc", "actor/un", "actor/unsc"], "up to the top"),
    ("?x og:isoAlpha3 'CIV'", ["actor/cote-d-ivoire"], "a State by its code"),
    ("?x og:m49 '004'", ["actor/afghanistan"], "zeros are part of a code"),
    ("?x og:sanctionsListNumber 'QDe.115'", ["actor/isil"], "listed under an older name"),
    ("?x og:formerName 'Upper Volta'@en", ["actor/burkina-faso"], "a former name"),
    (
        "?x og:acronym 'MINUSMA' ; og:established ?d ; og:ended ?e",
        ["actor/minusma"],
        "a mission with its dates",
    ),
    ("actor:minusma og:establishedBy ?x", ["S/RES/2100(2013)"], "by a resolution, under the IRI of its text"),
    (
        "actor:g5-sahel org:hasMember ?x",
        ["actor/burkina-faso", "actor/chad", "actor/mali", "actor/mauritania", "actor/niger"],
        "who is in a group",
    ),
    ("actor:srsg org:postIn ?x", ["actor/un-secretariat"], "a role is a post in a body"),
    ("?x skos:exactMatch <http://www.wikidata.org/entity/Q37470>", ["actor/unsc"], "as others know it"),
]


@pytest.mark.parametrize(("pattern", "found", "why"), EXAMPLES)
def test_what_can_be_asked(authority: Store, pattern: str, found: list[str], why: str) -> None:
    assert asked(authority, f"SELECT DISTINCT ?x {{ {pattern} }}") == [(one,) for one in found], why


def test_what_is_for_reading_alone_stays_out_of_the_graph(authority: Store) -> None:
    for predicate in (SKOS.example, SKOS.hiddenLabel, OG.demonym):
        assert any(triple.predicate.value == predicate for triple in triples()), (
            "there is something to leave out"
        )
        assert not list(authority.quads_for_pattern(None, NamedNode(predicate), None))


def test_actors_come_with_all_that_is_above_them() -> None:
    out = Quads(THINGS, "en")
    add_actor(out, Actor("government-of-mali", "Government of Mali", "organ", "", "mali"))
    add_actor(out, Actor("monitoring-team", "Monitoring Team"))
    described = {line.split(">")[0].removeprefix(f"<{DATA}") for line in out}
    assert {"actor/government-of-mali", "actor/mali", "actor/monitoring-team", "actor/un"} <= described
    assert "actor/afghanistan" not in described, "and nobody else"


def test_one_not_known_is_no_known_one_of_that_key() -> None:
    out = Quads(THINGS, "en")
    add_actor(out, Actor("cted", "Cted", known=False))
    assert [line for line in out if OG.known in line and '"true"' in line] == []


def test_rules_are_another_version_when_an_actor_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = rules_version.__wrapped__()
    file = tmp_path / authority_files()[0].name
    file.write_bytes(authority_files()[0].read_bytes() + b"# a word more\n")
    monkeypatch.setattr(version, "authority_files", lambda: (file, *authority_files()[1:]))
    assert rules_version.__wrapped__() != before

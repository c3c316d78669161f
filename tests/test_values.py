"""Variables are bound in the text of a query as the embedded store binds them: everywhere, safely."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.graph.remote.values import with_values
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions

X = NamedNode("x:x")


def shown(sparql: str, **terms: object) -> str:
    """A query with its variables bound, without superfluous spaces."""
    return " ".join(with_values(sparql, terms).split())  # type: ignore[arg-type]  # terms, as below


@pytest.mark.parametrize(
    ("sparql", "bound", "why"),
    [
        ("SELECT ?x { ?x ?p ?o }", "SELECT ?x { VALUES ?x { <x:x> } ?x ?p ?o }", "one group"),
        ("SELECT ?x { ?s ?p ?o }", "SELECT ?x { VALUES ?x { <x:x> } ?s ?p ?o }", "only shown"),
        (
            "SELECT * { ?s ?p ?o { FILTER(?o = $x) } }",
            "SELECT * { VALUES ?x { <x:x> } ?s ?p ?o { VALUES ?x { <x:x> } FILTER(?o = $x) } }",
            "a group within, which would not see that of the outer one",
        ),
        (
            "SELECT * { { ?s ?p ?o } UNION { ?x ?p ?o } }",
            "SELECT * { VALUES ?x { <x:x> } { ?s ?p ?o } UNION { VALUES ?x { <x:x> } ?x ?p ?o } }",
            "no group that does not speak of it",
        ),
        (
            "SELECT * WHERE { # one\n { #two\n SELECT ?o { ?o ?p ?q } ORDER BY ?x } }",
            "SELECT * WHERE { VALUES ?x { <x:x> } # one { #two SELECT ?o { VALUES ?x { <x:x> } ?o ?p ?q } "
            "ORDER BY ?x } }",
            "a query within begins with its SELECT",
        ),
        (
            "SELECT (EXISTS { ?x ?p ?o } AS ?e) { ?s ?p ?o }",
            "SELECT (EXISTS { VALUES ?x { <x:x> } ?x ?p ?o } AS ?e) { VALUES ?x { <x:x> } ?s ?p ?o }",
            "a group in a SELECT is not its WHERE",
        ),
        (
            "SELECT * { VALUES ?x { <x:a> } VALUES (?x ?y) { (<x:a> 1) } }",
            "SELECT * { VALUES ?x { <x:x> } VALUES ?x { <x:a> } VALUES (?x ?y) { (<x:a> 1) } }",
            "data is no group",
        ),
        (
            "CONSTRUCT { ?x ?p ?o } WHERE { ?s ?p ?o }",
            "CONSTRUCT { ?x ?p ?o } WHERE { VALUES ?x { <x:x> } ?s ?p ?o }",
            "nor is a template",
        ),
        (
            "CONSTRUCT FROM <x:g> WHERE { ?x ?p ?o }",
            "CONSTRUCT FROM <x:g> WHERE { ?x ?p ?o } VALUES ?x { <x:x> }",
            "a template that is the WHERE too",
        ),
        ("DESCRIBE ?x", "DESCRIBE ?x VALUES ?x { <x:x> }", "no group at all"),
        (
            'SELECT ?x { ?x <x:{> \'{\' . ?s x:\\{ """{"" ?x {"""@select }',
            'SELECT ?x { VALUES ?x { <x:x> } ?x <x:{> \'{\' . ?s x:\\{ """{"" ?x {"""@select }',
            "braces in IRIs, strings and names are none",
        ),
    ],
)
def test_each_group_that_speaks_of_a_variable_begins_with_its_value(
    sparql: str, bound: str, why: str
) -> None:
    assert shown(sparql, x=X) == bound, why


def test_a_query_without_values_is_left_alone() -> None:
    assert with_values("SELECT * { ?s ?p ?o }", {}) == "SELECT * { ?s ?p ?o }"


def test_a_blank_node_cannot_be_bound() -> None:
    with pytest.raises(ValueError, match="blank node"):
        with_values("SELECT ?x { ?x ?p ?o }", {"x": BlankNode("b")})


# What may stand in a query, with ?x in all places that a variable can have.
_GROUPS = st.recursive(
    st.sampled_from(
        [
            "?x ?p ?o",
            "?s ?p ?x",
            "?s ?p ?o",
            "?s <x:p> ?o FILTER(COALESCE(?o = ?x, true))",
            "GRAPH ?g { ?x ?p ?o }",
            "FILTER NOT EXISTS { ?s <x:p> ?x }",
            "BIND(STR(?x) AS ?text)",
        ]
    ),
    lambda inner: st.one_of(
        st.builds("OPTIONAL {{ {} }}".format, inner),
        st.builds("{{ {} }} UNION {{ {} }}".format, inner, inner),
        st.builds("{{ SELECT DISTINCT ?s ?x {{ {} }} }}".format, inner),
        st.builds("?s ?q ?r . {{ {} }}".format, inner),
    ),
    max_leaves=4,
)


@given(_GROUPS, st.sampled_from(["a", "b", "c"]))
def test_it_is_what_the_constant_itself_would_give(group: str, name: str) -> None:
    """Against the same query with the constant written in the place of the variable."""
    store = pyoxigraph.Store()
    for subject, value in (("a", "b"), ("b", "c"), ("c", "c"), ("d", "a")):
        store.add(
            Quad(NamedNode(f"x:{subject}"), NamedNode("x:p"), NamedNode(f"x:{value}"), NamedNode("x:g"))
        )
    node = NamedNode(f"x:{name}")
    bound = with_values(f"SELECT ?s ?o ?text {{ {group} }}", {"x": node})
    written = f"SELECT ?s ?o ?text {{ {group} }}".replace("SELECT DISTINCT ?s ?x", "SELECT DISTINCT ?s")
    found = [
        store.query(text, use_default_graph_as_union=True)
        for text in (bound, written.replace("?x", str(node)))
    ]
    one, other = (sorted(map(str, rows)) for rows in found if isinstance(rows, QuerySolutions))
    assert one == other


@given(st.text(max_size=30))
def test_a_string_stays_a_string(text: str) -> None:
    store = pyoxigraph.Store()
    literal = Literal(text.encode("utf-8", "replace").decode())
    rows = store.query(with_values("SELECT ?x (STR(?x) AS ?y) { }", {"x": literal}))
    assert isinstance(rows, QuerySolutions)
    assert [row["y"].value for row in rows] == [literal.value]

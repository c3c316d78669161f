"""Parameters of queries: what a user may write, and what a wrong one is answered."""

from __future__ import annotations

import pytest
from obligraph.errors import QueryError
from obligraph.extract.model import Force
from obligraph.graph.store import Store, open_store
from obligraph.queries.parameters import FORCES
from obligraph.queries.run import run

from .asking import ask, own, texts
from .samples import sample_reading


@pytest.fixture(scope="module")
def store() -> Store:
    store = open_store("memory", create=True)
    store.put(sample_reading())
    return store


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("obligations-of", {}, "needs the parameter actor"),
        ("obligations-of", {"actor": "ctde"}, "no actor of this store is called “ctde”; did you mean cted"),
        ("obligations-of", {"actor": " "}, "parameter actor is empty"),
        (
            "obligations-of",
            {"actor": "cted", "who": "x"},
            "no parameter “who”; its parameters are: actor",
        ),
        ("obligations-of", {"actor": "cted", "force": "mild"}, "“mild” is no force; give one of decision"),
        ("acts-by-force", {"actor": "cted"}, "has no parameter “actor”; its parameters are: none"),
        ("due", {"from": "tomorrow"}, "“tomorrow” is no date; give a day, such as 2017-12-31"),
        ("due", {"from": "2030-02-30"}, "“2030-02-30” is no date"),
        ("due", {"from": "2030-W01-1"}, "“2030-W01-1” is no date"),
        (
            "acts-of",
            {"document": "S/RES/9002(2030)"},
            "no document S/RES/9002(2030); did you mean S/",
        ),
        ("verbs-by-year", {"verb": "frobnicate"}, "has no act “frobnicate”"),
    ],
)
def test_a_wrong_parameter_is_one_line_that_helps(
    store: Store, name: str, given: dict[str, str], says: str
) -> None:
    with pytest.raises(QueryError) as caught:
        ask(store, name, **given)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_query_of_ones_own_may_have_parameters(store: Store) -> None:
    query = own(
        "# Long paragraphs\n#\n# Parameters:\n#   least (integer, default 100): characters\n"
        "#   kind (iri, optional): only this kind\n"
        "SELECT ?label ?least ?kind { ?p og:label ?label ; og:text ?t ; og:paragraphKind ?kind "
        "FILTER(STRLEN(?t) >= ?least) }"
    )
    assert texts(run(store, query)) == [("label",), ("OP1",), ("OP3",), ("OP4",), ("PP2",)]
    assert texts(run(store, query, {"least": "90"}))[1:] == [
        ("OP1",),
        ("OP2(b)",),
        ("OP3",),
        ("OP4",),
        ("PP2",),
    ]
    preambular = {"kind": "data:paragraph-kind/preambular", "least": "90"}
    assert texts(run(store, query, preambular)) == [("label",), ("PP2",)]
    with pytest.raises(QueryError, match="“many” is no integer"):
        run(store, query, {"least": "many"})


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("# T\n# Parameters:\n# actor: who", "line 3: not a parameter"),
        ("# T\n# Parameters:\n# a (string, required): x\n# a (string, required): y", "a is declared twice"),
        ("# T\n# Parameters:\n# a (colour, required): x", "of an unknown kind, “colour”"),
    ],
)
def test_a_malformed_header_is_refused(store: Store, header: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, own(f"{header}\nSELECT ?a {{ ?a a og:Act }}"), {"a": "x"})
    assert says in str(caught.value)


def test_the_forces_are_those_of_the_model() -> None:
    assert tuple(force.value for force in Force) == FORCES

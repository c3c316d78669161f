"""Parameters of queries: what a user may write, and what a wrong one is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from obligraph.errors import QueryError
from obligraph.extract.model import Force
from obligraph.graph.store import Store, open_store
from obligraph.queries.library import named
from obligraph.queries.parameters import FORCES
from obligraph.queries.run import run
from obligraph.queries.silence import reasons

from .asking import ask, own, texts
from .samples import sample_reading


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("obligations-of", {}, "needs the parameter actor"),
        ("obligations-of", {"actor": "ctde"}, "no actor “ctde” in the store; did you mean cted"),
        ("obligations-of", {"actor": " "}, "parameter actor is empty"),
        (
            "obligations-of",
            {"actor": "cted", "who": "x"},
            "no parameter “who” of the query obligations-of; its parameters are: actor",
        ),
        ("obligations-of", {"actor": "cted", "force": "mild"}, "“mild” is no force; give one of decision"),
        (
            "acts-by-force",
            {"actor": "cted"},
            "no parameter “actor” of the query acts-by-force; its parameters are: none",
        ),
        ("due", {"from": "tomorrow"}, "“tomorrow” is no date; give a day, such as 2017-12-31"),
        ("due", {"from": "2030-02-30"}, "“2030-02-30” is no date"),
        ("due", {"from": "2030-W01-1"}, "“2030-W01-1” is no date"),
        (
            "acts-of",
            {"document": "S/RES/9002(2030)"},
            "no document “S/RES/9002(2030)” in the store; did you mean S/",
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


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("S/RES/9100(2029)", "as it is"),
        ("s/res/9100 (2029)", "case and spaces do not count"),
        ("9100", "its number, which no other has"),
        ("RES/9100", "a part of it"),
        ("9100 (2029)", "number and year"),
    ],
)
def test_a_part_of_a_symbol_will_do(stores: Mapping[str, Store], text: str, why: str) -> None:
    assert ask(stores["pair"], "votes-on", document=text) == [("state", "ballot")], why
    assert len(ask(stores["pair"], "acts-of", document=text)) == 1 + 10


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "S/RES",
            "“S/RES” fits several documents; give the symbol of one, such as S/RES/9100(2029) or S/RES/9101",
        ),
        ("(2029)", "no document “(2029)” in the store"),
        ("9108", "no document “9108” in the store; did you mean S/RES/9101(2030) or S/RES/9100(2029)"),
        ("S/RES/9102(2029)", "did you mean S/RES/9100(2029) or S/RES/9101(2030)"),
    ],
)
def test_what_fits_none_or_several_is_told(stores: Mapping[str, Store], text: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(stores["pair"], "acts-of", document=text)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "S/RES/9109(2029)",
            "no instrument “S/RES/9109(2029)” in the store; did you mean S/RES/9100(2029)",
        ),
        ("91", "no instrument “91” in the store"),
    ],
)
def test_an_instrument_that_nobody_cites_is_told(stores: Mapping[str, Store], text: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(stores["pair"], "citing", instrument=text)
    assert says in str(caught.value)


def test_of_two_of_a_name_it_is_the_one_that_is_known(store: Store) -> None:
    """The sample has an unknown Harbour Council; here CTED has a namesake that is unknown."""
    reading = sample_reading()
    known = next(actor for actor in reading.actors if actor.key == "cted")
    namesake = replace(known, key="cted-of-the-sea", known=False, parent="")
    with open_store("memory", create=True) as made:
        made.put(replace(reading, actors=(*reading.actors, namesake)))
        assert len(ask(made, "obligations-of", actor="Cted")) == 1 + 3


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("due", {"to": "2030-06-29"}, ["nothing with to=2030-06-29; without it there are 2 rows"]),
        (
            "obligations-of",
            {"actor": "cted", "force": "demand", "year": "2031"},
            [],  # neither alone is one too many: without either there is still nothing
        ),
        (
            "obligations-of",
            {"actor": "cted", "year": "2031"},
            ["nothing with year=2031; without it there are 3 rows"],
        ),
    ],
)
def test_an_empty_answer_is_explained(
    store: Store, name: str, given: dict[str, str], says: list[str]
) -> None:
    assert list(reasons(store, named(name), given)) == says


def test_an_empty_store_is_said_to_be_empty() -> None:
    with open_store("memory", create=True) as store:
        assert list(reasons(store, named("due"), {})) == ["the store has no documents: build some into it"]

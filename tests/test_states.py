"""Sponsors and voters are the States of the authority file, however a source spells them."""

from __future__ import annotations

import dataclasses

import pytest
from obligraph.extract.actors.authority import load_authority
from obligraph.extract.actors.states import with_known_states
from obligraph.extract.document import Vote
from obligraph.extract.pipeline import read_document
from obligraph.graph.build import nquads
from obligraph.ontology.vocabulary import DATA, OG

from .samples import sample_document

SPELLINGS = [
    ("United Kingdom", ("united-kingdom",), "as the authority file has it"),
    ("UNITED STATES", ("united-states",), "in capitals"),
    ("Venezuela (Bolivarian Republic of)", ("venezuela",), "turned round, as in alphabetical lists"),
    ("the former Yugoslav Republic of Macedonia", ("north-macedonia",), "a former name"),
    ("Germany and United Kingdom", ("germany", "united-kingdom"), "the end of a list"),
    ("Trinidad and Tobago", ("trinidad-and-tobago",), "one State with an and"),
]


@pytest.mark.parametrize(("name", "keys", "why"), SPELLINGS)
def test_spellings(name: str, keys: tuple[str, ...], why: str) -> None:
    document = dataclasses.replace(sample_document(), sponsors=(name,), votes=(Vote(name, "for"),))
    found, actors = with_known_states(document, load_authority())
    assert tuple(actor.key for actor in actors) == keys, why
    assert found.sponsors == tuple(actor.name for actor in actors)
    assert found.votes == tuple(Vote(actor.name, "for") for actor in actors)


def test_a_name_that_nobody_has_stays() -> None:
    document = dataclasses.replace(
        sample_document(), sponsors=("Ruritania",), votes=(Vote("Atlantis", "for"),)
    )
    assert with_known_states(document, load_authority()) == (document, ())


@pytest.mark.parametrize(("name", "keys", "why"), SPELLINGS)
def test_the_graph_has_the_known_actors(name: str, keys: tuple[str, ...], why: str) -> None:
    document = dataclasses.replace(sample_document(), sponsors=(name,), votes=(Vote(name, "for"),))
    lines = "".join(nquads(read_document(document)))
    for key in keys:
        actor = f"<{DATA}actor/{key}>"
        assert f"<{OG.sponsor}> {actor}" in lines, why
        assert f"<{OG.voter}> {actor}" in lines
        assert f'{actor} <{OG.known}> "true"' in lines
    assert lines.count(f"<{OG.voter}>") == len(keys)

"""The JSON of a reading says what the reading says, at the places where it says it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from obligraph.extract.model import Actor, Citation, Reading
from obligraph.extract.output import document_object, json_array, json_text
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes

from .samples import sample_reading


@pytest.fixture(scope="module")
def reading() -> Reading:
    return sample_reading()


@pytest.fixture(scope="module")
def found(reading: Reading) -> dict[str, Any]:
    return document_object(reading)


def act(found: dict[str, Any], id: str) -> dict[str, Any]:
    return next(one for one in found["acts"] if one["id"] == id)


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a place and words of its own."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


def test_every_place_holds_its_words(found: dict[str, Any]) -> None:
    things = list(places(found))
    assert len(things) > 40
    for thing in things:
        assert found["text"][thing["start"] : thing["end"]] == thing["text"]


def test_the_head_says_which_document_it_is(found: dict[str, Any]) -> None:
    head = {key: found[key] for key in ("symbol", "body", "title", "date", "meeting")}
    assert head == {
        "symbol": "S/RES/9001(2030)",
        "body": "Security Council",
        "title": "Safe harbours",
        "date": "2030-03-04",
        "meeting": 9999,
    }
    assert [p["label"] for p in found["paragraphs"]][:4] == ["PP1", "PP2", "PP3", "OP1"]
    assert found["chapter_vii"] is True
    assert found["votes"][0] == {"state": "Albania", "position": "for"}


def test_what_no_source_says_is_left_out_or_null(reading: Reading) -> None:
    bare = replace(
        reading.document, adopted=None, meeting=None, draft="", draft_date=None, votes=(), chapter_vii=None
    )
    found = document_object(replace(reading, document=bare))
    assert found["date"] is None and found["meeting"] is None
    assert not {"draft", "draft_date", "votes", "chapter_vii"} & found.keys()


def test_an_act_has_the_shape_of_the_notes_of_a_careful_reader(found: dict[str, Any]) -> None:
    one = act(found, "OP4/act/1")
    assert (one["para"], one["verb"], one["act"], one["force"], one["issuer"]) == (
        "OP4",
        "Requests",
        "request",
        "request",
        "unsc",
    )
    assert [(a["text"], a["actor"], a["key"]) for a in one["addressees"]] == [
        ("the Counter-Terrorism Committee Executive Directorate (CTED)", "CTED", "cted"),
        ("UNODC", "UNODC", "unodc"),
    ]
    assert [(c["para"], c["kind"], c["text"]) for c in one["contents"]] == [
        ("OP4", "action", "to assess the measures in paragraph 3 above"),
        ("OP4", "action", "to report by 30 June 2030"),
    ]
    assert one["qualifiers"] == ["within their existing mandates"]
    assert one["citations"] == ["#OP3"]
    time = {key: one["times"][0][key] for key in ("what", "text", "iso", "due")}
    assert time == {"what": "deadline", "text": "by 30 June 2030", "iso": "2030-06-30", "due": "2030-06-30"}


def test_what_is_singled_out_or_stands_for_several_is_said_so(found: dict[str, Any]) -> None:
    called = act(found, "OP2/act/1")["addressees"]
    assert "via" not in called[0] and called[1]["via"] == "including"
    them = act(found, "OP4/act/2")["addressees"][0]
    assert (them["text"], them["actor"], them["key"]) == ("them", ["CTED", "UNODC"], ["cted", "unodc"])
    assert them["certainty"] == 0.75 and them["doubts"]


def test_targets_have_names(found: dict[str, Any]) -> None:
    (target,) = act(found, "OP1/act/1")["targets"]
    assert (target["text"], target["actor"]) == ("the Saltmarsh Brigade", "Saltmarsh Brigade")


def test_reported_acts_stand_apart(found: dict[str, Any]) -> None:
    assert all("reported" not in one for one in found["acts"])
    assert [(one["act"], one["reported"]) for one in found["reported"]] == [("demand", "S/RES/8991(2029)")]


def test_an_instrument_named_twice_in_an_act_is_cited_once_at_two_places(reading: Reading) -> None:
    first = reading.acts[0]
    again = Citation(first.citations[0].instrument, first.span, first.text, "cites")
    twice = replace(first, citations=(*first.citations, again))
    found = document_object(replace(reading, acts=(twice,)))["acts"][0]
    assert found["citations"] == ["S/RES/8990(2029)", "Convention on Safe Harbours"]
    assert len(found["citation_spans"]) == 3


def test_an_actor_that_is_not_described_is_named_by_its_key(reading: Reading) -> None:
    fewer = tuple(actor for actor in reading.actors if actor.key != "cted")
    found = document_object(replace(reading, actors=fewer))
    assert act(found, "OP4/act/1")["addressees"][0]["actor"] == "cted"


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert json_text(sample_reading()) == json_text(sample_reading())


def test_a_line_is_one_line_and_says_the_same(reading: Reading) -> None:
    line = json_text(reading, indent=None)
    assert "\n" not in line
    assert json.loads(line) == json.loads(json_text(reading))


def test_letters_are_written_as_they_are(reading: Reading) -> None:
    named = (*reading.actors, Actor("cote-d-ivoire", "Côte d'Ivoire", "state"))
    assert "Côte d'Ivoire" in json_text(replace(reading, actors=named))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_array_of_any_length_is_json(count: int) -> None:
    assert json.loads("".join(json_array('{"a": 1}' for _ in range(count)))) == [{"a": 1}] * count


def test_the_labels_of_later_parts_are_as_printed() -> None:
    """Where numbers begin again, JSON has the printed number and the part, and ids that tell them apart."""
    parts = "A\n\nThe Security Council,\n\n1. Urges peace;\n\nB\n\nThe Security Council,\n\n1. Urges calm."
    found = document_object(read_document(read_bytes(f"Resolution 4001 (2031)\n\n{parts}".encode(), "t.txt")))
    assert [(p["label"], p.get("part", "")) for p in found["paragraphs"]] == [("OP1", ""), ("OP1", "B")]
    assert [(a["id"], a["para"], a.get("part", "")) for a in found["acts"]] == [
        ("OP1/act/1", "OP1", ""),
        ("B.OP1/act/1", "OP1", "B"),
    ]

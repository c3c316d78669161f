"""Identifiers: readable, valid, one a thing, and out of reach of what a text says."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.model import Act, Instrument
from obligraph.graph import iri
from obligraph.ontology.vocabulary import DATA
from pyoxigraph import NamedNode, RdfFormat, parse

from .samples import sample_reading

CITING = "S/RES/9001(2030)"


@pytest.mark.parametrize(
    ("found", "expected", "why"),
    [
        (iri.document_iri("S/RES/2331(2016)"), "S/RES/2331(2016)", "a symbol is its own path"),
        (iri.document_iri("S/PRST/2015/25"), "S/PRST/2015/25", "statements too"),
        (iri.document_iri("S/PV.7847"), "S/PV.7847", "records have a full stop"),
        (iri.document_iri("untitled/0123456789ab"), "untitled/0123456789ab", "a text without a symbol"),
        (iri.document_iri("actor/cted"), "document/actor%2Fcted", "no symbol: would be an actor"),
        (iri.document_iri("S/RES/1(1946)/OP2"), "document/S%2FRES%2F1(1946)%2FOP2", "would be a paragraph"),
        (iri.document_iri("S/RES/../../etc"), "document/S%2FRES%2F..%2F..%2Fetc", "would climb out"),
        (iri.document_iri(".."), "document/%2E%2E", "dots alone would climb out"),
        (iri.document_iri("S/1> <x:y"), "document/S%2F1%3E%20%3Cx%3Ay", "would end the IRI"),
        (iri.paragraph_iri(CITING, "OP2(c)"), f"{CITING}/OP2(c)", "the printed numbers"),
        (iri.paragraph_iri(CITING, "OP3(a)(ii)"), f"{CITING}/OP3(a)(ii)", "nested ones"),
        (iri.paragraph_iri(CITING, "OP1/act/1"), f"{CITING}/paragraph/OP1%2Fact%2F1", "would be an act"),
        (iri.paragraph_iri(CITING, "Add.1"), f"{CITING}/paragraph/Add.1", "would be another document"),
        (iri.actor_iri("cted"), "actor/cted", "the key of the authority file"),
        (iri.actor_iri("a/b"), "actor/a%2Fb", "a key is one segment"),
        (iri.verb_iri("call upon"), "verb/call-upon", "the dictionary form"),
    ],
)
def test_known_identifiers(found: str, expected: str, why: str) -> None:
    assert found == DATA + expected, why


@pytest.mark.parametrize(
    ("key", "whole", "provision", "expected", "why"),
    [
        ("S/RES/1373(2001)", "", "", "S/RES/1373(2001)", "cited and read are one"),
        ("S/2016/949", "", "", "S/2016/949", "a report has a symbol"),
        (
            "S/RES/731(1992), paragraph 4",
            "S/RES/731(1992)",
            "paragraph 4",
            "S/RES/731(1992)/OP4",
            "a paragraph of a resolution is that paragraph",
        ),
        (
            "S/RES/731(1992), paragraph 4 (c)",
            "S/RES/731(1992)",
            "paragraph 4 (c)",
            "S/RES/731(1992)/OP4(c)",
            "and an item of it",
        ),
        (
            "S/PRST/2015/25, paragraph 3",
            "S/PRST/2015/25",
            "paragraph 3",
            "S/PRST/2015/25/P3",
            "statements have no parts",
        ),
        (
            "S/2016/949, paragraph 3",
            "S/2016/949",
            "paragraph 3",
            "S/2016/949/provision/paragraph-3",
            "a report has no operative part",
        ),
        (
            "Charter of the United Nations, Chapter VII",
            "Charter of the United Nations",
            "Chapter VII",
            "instrument/charter-of-the-united-nations/chapter-vii",
            "a provision lies beneath its whole",
        ),
        ("#OP5", CITING, "paragraph 5", f"{CITING}/OP5", "a paragraph of the citing text"),
        ("S/RES/1(1946)/OP2", "", "", "instrument/s-res-1-1946-op2", "no symbol, so it is a name"),
    ],
)
def test_instruments(key: str, whole: str, provision: str, expected: str, why: str) -> None:
    assert iri.instrument_iri(Instrument(key, "document", whole, provision), CITING) == DATA + expected, why


def test_acts_are_told_from_reported_ones() -> None:
    reading = sample_reading()
    act = reading.acts[0]
    told = dataclasses.replace(act, reported="S/RES/8990(2029)")
    assert iri.act_iri(CITING, act) == f"{DATA}{CITING}/PP1/act/1"
    assert iri.act_iri(CITING, told) == f"{DATA}{CITING}/PP1/reported/1"


@pytest.mark.parametrize("wrong", ["OP1", "OP1/act/", "OP1/act/x", "OP1/act/0", ""])
def test_an_act_without_a_rank_raises(wrong: str) -> None:
    act: Act = dataclasses.replace(sample_reading().acts[0], id=wrong)
    with pytest.raises(ValueError, match="rank"):
        iri.act_iri(CITING, act)


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        ("Convention on Safe Harbours", "convention-on-safe-harbours", "words and hyphens"),
        ("  Côte d'Ivoire ", "cote-d-ivoire", "no accents"),
        ("Türkiye", "turkiye", "no diaeresis"),
        ("snake_case", "snake-case", "an underscore parts words"),
        ("Договор", "%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80", "other scripts are kept"),
        ("!?", "%21%3F", "no letter at all"),
    ],
)
def test_slugs(name: str, expected: str, why: str) -> None:
    assert iri.slug(name) == expected, why


def test_nothing_has_no_identifier() -> None:
    for make in (iri.document_iri, iri.actor_iri, iri.slug):
        with pytest.raises(ValueError, match="empty"):
            make("")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("OP4", "paragraph 4"),
        ("OP4(c)", "paragraph 4(c)"),
        ("PP3", "preambular paragraph 3"),
        ("P2", "paragraph 2"),
    ],
)
def test_a_paragraph_is_called_as_others_would(label: str, expected: str) -> None:
    assert iri.provision_name(label) == expected
    whole = "S/PRST/2015/25" if label.startswith("P2") else CITING
    assert iri.provision_label(whole, expected) == label


@pytest.mark.parametrize(
    ("given", "safe", "why"),
    [
        ("http://metadata.un.org/thesaurus/1001", True, "what the source uses"),
        ("https://example.org/a?b=c#d", True, "query and fragment"),
        ("http://example.org/a b", False, "a space"),
        ("http://example.org/a>", False, "would end the IRI"),
        ("javascript:alert(1)", False, "not on the web"),
        ("file:///etc/passwd", False, "not on the web"),
        (DATA + "actor/cted", False, "one of ours: would speak of an actor"),
        ("", False, "nothing"),
    ],
)
def test_identifiers_of_a_source(given: str, safe: bool, why: str) -> None:
    assert iri.safe_iri(given) is safe, why


ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30)
SYMBOLS = st.one_of(
    ANYTHING,
    st.from_regex(r"[AS]/(RES|PRST|2016)/[0-9]{1,4}(\((19|20)[0-9]{2}\))?(/OP[0-9])?", fullmatch=True),
)
LABELS = st.one_of(
    ANYTHING, st.from_regex(r"(PP|OP|P|AN)[0-9]{1,2}(\([a-c]\))?(/act/[0-9])?", fullmatch=True)
)
THINGS = st.one_of(
    st.tuples(st.just("document"), SYMBOLS),
    st.tuples(st.just("paragraph"), SYMBOLS, LABELS),
    st.tuples(st.just("actor"), ANYTHING),
    st.tuples(st.just("source"), ANYTHING),
)


def _make(thing: tuple[str, ...]) -> str:
    makers: dict[str, Callable[..., str]] = {
        "document": iri.document_iri,
        "paragraph": iri.paragraph_iri,
        "actor": iri.actor_iri,
        "source": iri.source_iri,
    }
    return makers[thing[0]](*thing[1:])


@given(THINGS)
def test_every_identifier_is_valid(thing: tuple[str, ...]) -> None:
    found = _make(thing)
    line = f"<{found}> <{found}> <{found}> .".encode()
    (triple,) = parse(line, format=RdfFormat.N_TRIPLES)
    assert triple.subject == NamedNode(found)
    assert found.isascii()
    assert found.startswith(DATA)
    parts = urlsplit(found)
    assert urlunsplit(parts) == found
    assert not parts.query
    assert not parts.fragment
    assert not {"", ".", ".."} & set(parts.path.split("/")[1:])


@given(THINGS, THINGS)
def test_two_things_never_share_one(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert (_make(one) == _make(other)) is (one == other)


@given(ANYTHING, ANYTHING)
def test_a_provision_stays_beneath_its_whole(whole: str, provision: str) -> None:
    found = iri.instrument_iri(Instrument(f"{whole}, {provision}", "treaty", whole, provision), CITING)
    above = iri.instrument_iri(Instrument(whole, "treaty"), CITING) if not whole.startswith("#") else DATA
    assert found.startswith(above)

"""A reading becomes a graph: all of it, only it, and the same bytes every time."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.model import (
    Act,
    Actor,
    Addressee,
    Document,
    Instrument,
    Reading,
    Span,
    Subject,
    Target,
    Vote,
)
from obligraph.extract.obligations import obligations
from obligraph.extract.version import rules_version
from obligraph.graph import nodes
from obligraph.graph.build import builder_version, nquads
from obligraph.graph.iri import act_iri, actor_iri, document_iri
from obligraph.graph.nquads import Quads, decimal, duration, string, words
from obligraph.ontology.vocabulary import DATA, OG, PREFIXES, RDF, SKOS, THINGS, concepts, declared
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse
from rdflib.compare import graph_diff, isomorphic, to_isomorphic

from .samples import SYMBOL, sample_document, sample_reading
from .stores import rows_of

GOLDEN = Path(__file__).parent / "golden" / "sample.ttl"
PLAIN = {verb.relation for verb in concepts("verb").values()} | {OG.addresses, OG.blames, OG.mentions}


def loaded(reading: Reading) -> Store:
    store = Store()
    store.load("".join(nquads(reading)).encode(), format=RdfFormat.N_QUADS)
    return store


def asked(reading: Reading, sparql: str) -> list[tuple[str, ...]]:
    """Rows of a query over a reading's graph, without the beginning that all IRIs share."""
    return rows_of(loaded(reading).query(sparql, prefixes=dict(PREFIXES), use_default_graph_as_union=True))


def changed(act: Act, **fields: Any) -> Reading:
    """The sample with one act, changed."""
    new = dataclasses.replace(act, **fields)
    return dataclasses.replace(sample_reading(), acts=(new,), reported=())


def test_the_graph_of_the_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    golden = rdflib.Graph().parse(GOLDEN)
    monkeypatch.setattr(nodes, "__version__", _version(golden))
    lines = nquads(sample_reading(), rules="rules", builder="builder")
    triples = (quad.triple for quad in parse("".join(lines).encode(), format=RdfFormat.N_QUADS))
    found = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
    if not isomorphic(found, golden):
        _, missing, new = graph_diff(to_isomorphic(golden), to_isomorphic(found))
        rows = [f"- {row}" for row in missing] + [f"+ {row}" for row in new]
        pytest.fail(
            "\n".join(["if it is meant, run: .venv/bin/python -m tools.make_golden", *sorted(rows)[:40]])
        )


def _version(graph: rdflib.Graph) -> str:
    """The version that the golden graph was written with, which is not what is tested."""
    return str(next(graph.objects(None, rdflib.URIRef(OG.version))))


def test_same_reading_same_bytes() -> None:
    first, second = list(nquads(sample_reading())), list(nquads(sample_reading()))
    assert first == second == sorted(set(first))


def test_lines_are_what_a_store_gives_back() -> None:
    lines = list(nquads(sample_reading()))
    assert sorted(f"{quad} .\n" for quad in loaded(sample_reading())) == lines


def test_one_graph_named_by_the_document_and_one_for_shared_things() -> None:
    quads = list(loaded(sample_reading()))
    assert {quad.graph_name for quad in quads} == {NamedNode(document_iri(SYMBOL)), NamedNode(THINGS)}
    own = [quad for quad in quads if quad.graph_name == NamedNode(document_iri(SYMBOL))]
    labels = {SKOS.prefLabel, OG.fullName, OG.actorKind, OG.known, OG.instrumentKind}
    assert not [quad for quad in own if quad.predicate.value in labels], "what a thing is, is shared"
    assert not [quad for quad in quads if quad not in own and quad.predicate.value in PLAIN]


def test_every_term_is_declared_and_no_node_is_blank() -> None:
    known = declared() | {RDF.type}
    for quad in loaded(sample_reading()):
        assert isinstance(quad.subject, NamedNode)
        assert quad.predicate.value in known
        if quad.predicate.value == RDF.type:
            assert quad.object.value in known


def test_every_anchor_quotes_the_text_at_its_place() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?text ?start ?end ?exact ?full { ?thing og:text ?text ; og:anchor ?anchor .
        ?anchor oa:hasSource/og:fullText ?full ; oa:hasSelector [ oa:start ?start ; oa:end ?end ] ,
        [ oa:exact ?exact ] }""",
    )
    acts = (*sample_reading().acts, *sample_reading().reported)
    parts = sum(
        1 + sum(map(len, (a.addressees, a.targets, a.contents, a.times, a.qualifiers, a.citations)))
        for a in acts
    )
    assert len(rows) == parts
    for text, start, end, exact, full in rows:
        assert full[int(start) : int(end)] == exact == text


def test_acts_and_obligations_are_all_there() -> None:
    reading = sample_reading()
    classes = Counter(row[0] for row in asked(reading, "SELECT ?class ?thing { ?thing a ?class }"))
    assert classes["ontology#Act"] == len(reading.acts)
    assert classes["ontology#ReportedAct"] == len(reading.reported)
    assert classes["ontology#Obligation"] == len(list(obligations(reading)))
    assert classes["ontology#Paragraph"] == len(reading.document.paragraphs)
    assert classes["ontology#Prohibition"] == 1
    assert classes["ontology#Permission"] == 1


PATTERN = "actor:unsc ?does ?whom . ?whom a og:Actor FILTER(?does != org:subOrganizationOf)"


def test_plain_statements() -> None:
    rows = asked(
        sample_reading(),
        f"SELECT DISTINCT ?does ?whom {{ {PATTERN} }}",
    )
    assert rows == [
        ("ontology#authorizes", "actor/harbour-council"),
        ("ontology#callsUpon", "actor/coastal-states"),
        ("ontology#callsUpon", "actor/member-states"),
        ("ontology#condemns", "actor/saltmarsh-brigade"),
        ("ontology#decides", "actor/all-states"),
        ("ontology#encourages", "actor/harbour-council"),
        ("ontology#invites", "actor/cted"),
        ("ontology#invites", "actor/unodc"),
        ("ontology#requests", "actor/cted"),
        ("ontology#requests", "actor/unodc"),
    ], "and nothing of the demand that is only reported"


def test_a_draft_asks_nobody_yet() -> None:
    reading = sample_reading()
    draft = dataclasses.replace(reading, document=dataclasses.replace(reading.document, kind="draft"))
    assert not asked(draft, f"SELECT ?does ?whom {{ {PATTERN} }}")
    assert len(asked(draft, "SELECT ?act { ?act a og:Act }")) == len(reading.acts)


def test_a_reported_act_is_kept_apart() -> None:
    rows = asked(
        sample_reading(),
        "SELECT ?act ?from ?whom { ?act a og:ReportedAct ; og:reportedFrom ?from ; og:addressee ?whom }",
    )
    assert rows == [(f"{SYMBOL}/PP2/reported/1", "S/RES/8991(2029)", "actor/saltmarsh-brigade")]
    assert not asked(sample_reading(), "SELECT ?o { ?o og:arisesFrom/a og:ReportedAct }")


def test_a_reported_act_whose_source_is_words_is_told_of_what_they_name() -> None:
    told = sample_reading().reported[0]
    for words_, expected in (
        ("its own resolution 8991 (2029)", [("S/RES/8991(2029)",)]),
        ("the Council in its wisdom", []),
    ):
        reading = dataclasses.replace(
            sample_reading(), reported=(dataclasses.replace(told, reported=words_),)
        )
        assert asked(reading, "SELECT ?from { ?act og:reportedFrom ?from }") == expected
        assert asked(reading, "SELECT ?words { ?act og:reportedWords ?words }") == [(words_,)]


def test_a_pronoun_stands_for_several_with_its_doubt() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?who ?certainty ?doubt { ?a og:text "them"@en ; og:actor ?who ; og:certainty ?certainty ;
        og:doubt ?doubt }""",
    )
    why = "pronoun: nearest addressees taken"
    assert rows == [("actor/cted", "0.75", why), ("actor/unodc", "0.75", why)]


def test_what_limits_an_action_limits_its_obligation_alone() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?para ?iso ?qualifier { ?o og:bearer actor:member-states ; og:inParagraph/og:label ?para
        OPTIONAL { ?o og:time/og:iso ?iso } OPTIONAL { ?o og:qualifier ?qualifier } }""",
    )
    wrap_up = "in accordance with article 15 of the Convention on Safe Harbours"
    assert rows == [
        ("OP2(a)", "", "as appropriate"),
        ("OP2(a)", "", wrap_up),
        ("OP2(b)", "P6M", wrap_up),
    ]


def test_dates_stand_on_the_obligation() -> None:
    rows = asked(sample_reading(), "SELECT DISTINCT ?due { ?o a og:Duty ; og:due ?due }")
    assert rows == [("2030-06-30",)]
    rows = asked(sample_reading(), "SELECT ?until { ?o a og:Prohibition ; og:until ?until }")
    assert rows == [("2031-05-01",)]


def test_a_start_has_a_date_and_nothing_is_due() -> None:
    reading = sample_reading()
    act = reading.acts[7]
    start = dataclasses.replace(act.times[1], iso="P30D", due=date(2030, 4, 3))
    found = changed(act, times=(start,))
    assert asked(found, "SELECT ?date { ?t a og:Start ; og:date ?date }") == [("2030-04-03",)]
    assert not asked(found, "SELECT ?thing { ?thing og:due ?day }")


def test_two_spellings_of_a_name_are_one_instrument() -> None:
    reading = sample_reading()
    other = Instrument("Convention on safe harbours", "treaty")
    both = dataclasses.replace(reading, instruments=tuple(sorted((*reading.instruments, other))))
    rows = asked(
        both,
        "SELECT ?name { data:instrument\\/convention-on-safe-harbours dcterms:identifier ?name }",
    )
    assert rows == [("Convention on Safe Harbours",)]


def test_a_paragraph_of_nothing_but_items_has_a_text() -> None:
    document = sample_document()
    empty = dataclasses.replace(document.paragraphs[0], span=Span(0, 0), text="")
    rows = asked(
        Reading(dataclasses.replace(document, paragraphs=(empty,))),
        "SELECT ?text { ?p a og:Paragraph ; og:text ?text }",
    )
    assert rows == [("",)]


def test_a_cited_paragraph_is_the_paragraph_itself() -> None:
    rows = asked(
        sample_reading(),
        "SELECT ?label ?name { ?c og:instrument ?p . ?p og:label ?label ; dcterms:identifier ?name }",
    )
    assert rows == [("OP3", f"{SYMBOL}, paragraph 3")]


def test_citations_have_their_use_and_a_plain_statement() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?name ?use { ?act cito:citesAsAuthority ?i ; og:citation ?c . ?i dcterms:identifier ?name .
        ?c og:instrument ?i ; og:use/^og:use ?c ; og:use ?use }""",
    )
    assert rows == [
        ("Charter of the United Nations, Chapter VII", "use/pursuant-to"),
        ("Convention on Safe Harbours, article 15", "use/in-accordance-with"),
        ("S/RES/8990(2029)", "use/pursuant-to"),
    ]


def test_states_that_vote_are_actors_by_the_key_that_the_reading_gives() -> None:
    reading = sample_reading()
    albania = Actor("alb", "Albania", "state", "Republic of Albania")
    actors = tuple(sorted((*reading.actors, albania)))
    rows = asked(
        dataclasses.replace(reading, actors=actors), "SELECT ?who ?how { ?v og:voter ?who ; og:ballot ?how }"
    )
    assert rows == [
        ("actor/alb", "for"),
        ("actor/cote-d-ivoire", "abstaining"),
        ("actor/malta", "for"),
    ]


def test_a_verb_that_the_lexicon_lacks_is_kept() -> None:
    act = dataclasses.replace(sample_reading().acts[9], act="beseech")
    rows = asked(
        changed(act),
        """SELECT ?verb ?does { ?act og:verb ?v ; og:issuer ?i ; og:addressee actor:cted .
        ?v skos:prefLabel ?verb . ?i ?does actor:cted }""",
    )
    assert rows == [("beseech", "ontology#addresses")]


def test_a_target_of_a_verb_that_does_not_blame_is_blamed_all_the_same() -> None:
    reading = sample_reading()
    act = reading.acts[4]
    target = Target(("saltmarsh-brigade",), act.verb_span, act.verb)
    rows = asked(changed(act, targets=(target,)), "SELECT ?does { actor:unsc ?does actor:saltmarsh-brigade }")
    assert rows == [("ontology#blames",)]


@pytest.mark.parametrize(
    ("fields", "message", "why"),
    [
        ({"issuer": "nobody"}, "actor 'nobody'", "an issuer that is not described"),
        ({"paragraph": "OP77"}, "paragraph 'OP77'", "a paragraph that the document lacks"),
        ({"authority": ("Magna Carta",)}, "instrument 'Magna Carta'", "an instrument that is not described"),
        ({"kind": "rhetorical"}, "'rhetorical'", "a kind of verb that the scheme lacks"),
        ({"certainty": 1.5}, "certainty", "more than certain"),
        ({"id": "OP4"}, "rank", "an act without a rank"),
    ],
)
def test_what_has_no_place_in_the_graph_raises(fields: dict[str, object], message: str, why: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(nquads(changed(sample_reading().acts[9], **fields)))


def test_two_acts_of_one_name_raise() -> None:
    reading = sample_reading()
    with pytest.raises(ValueError, match="two acts"):
        nquads(dataclasses.replace(reading, acts=(*reading.acts, reading.acts[0])))


def test_an_unknown_kind_of_document_raises() -> None:
    document = dataclasses.replace(sample_document(), kind="letter")
    with pytest.raises(ValueError, match="letter"):
        nquads(Reading(document))


def test_an_empty_reading_is_a_graph_too() -> None:
    bare = dataclasses.replace(
        sample_document(),
        adopted=None,
        meeting=None,
        title="",
        paragraphs=(),
        votes=(),
        sponsors=(),
        subjects=(),
        draft="",
        draft_date=None,
        chapter_vii=None,
    )
    assert asked(Reading(bare), "SELECT ?symbol { ?d a og:Resolution ; dcterms:identifier ?symbol }") == [
        (SYMBOL,)
    ]


def test_the_versions_are_recorded() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?sha ?file ?rules ?builder {
        ?d prov:wasDerivedFrom/og:sha256 ?sha ; prov:wasGeneratedBy ?r .
        ?r og:fileName ?file ; og:rulesVersion ?rules ; og:builderVersion ?builder }""",
    )
    assert rows == [(sample_document().sha256, "sample.txt", rules_version(), builder_version())]


EVIL = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    st.sampled_from(['"> <x:y> <x:z> .\n', "a\\u0022b", "\\", "\n", "\u2028", "}; DROP ALL", "\x00\x7f\x85"]),
)


@given(EVIL, EVIL, EVIL, EVIL)
def test_what_a_source_says_stays_within_its_document(symbol: str, name: str, word: str, file: str) -> None:
    """Whatever stands in a text: one graph, no statement about things that it does not name."""
    document = Document(
        symbol=symbol,
        kind="resolution",
        body=name,
        title=word,
        adopted=date(2030, 1, 1),
        meeting=None,
        text=word,
        sha256="0" * 64,
        source=file,
        format="text",
        paragraphs=(),
        language=word,
        agenda=word,
        uri=word,
        draft=symbol,
        sponsors=(name,),
        votes=(Vote(name, word),),
        subjects=(Subject(word, name, word), Subject(word, name, f"{DATA}actor/cted")),
    )
    reading = Reading(document, actors=(Actor("key", name),), instruments=(Instrument(name, "document"),))
    lines = list(nquads(reading))
    quads = list(parse("".join(lines).encode(), format=RdfFormat.N_QUADS))
    assert len(quads) == len(lines)
    assert {quad.graph_name for quad in quads} == {NamedNode(document_iri(symbol)), NamedNode(THINGS)}
    assert actor_iri("cted") not in {quad.subject.value for quad in quads if "cted" not in name.casefold()}
    texts = {quad.object.value for quad in quads if quad.predicate.value == OG.fullText}
    assert texts == {word}


@given(st.text(st.characters(codec="utf-8")))
def test_strings_come_back(text: str) -> None:
    for literal, language in ((string(text), None), (words(text, "fr"), "fr")):
        (triple,) = parse(f"<x:a> <x:b> {literal} .".encode(), format=RdfFormat.N_TRIPLES)
        assert triple.object == (Literal(text, language=language) if language else Literal(text))
        assert "\n" not in literal


@pytest.mark.parametrize(
    ("iso", "expected", "why"),
    [
        ("P12M", "P1Y", "twelve months are a year"),
        ("P18M", "P1Y6M", "and a half"),
        ("P6M", "P6M", "as it stands"),
        ("P2W", "P14D", "the datatype has no weeks"),
        ("P90D", "P90D", "days are not months"),
        ("PT72H", "P3D", "hours are days"),
        ("PT90M", "PT1H30M", "minutes are hours"),
        ("P1YT1S", "P1YT1S", "both parts"),
        ("P0D", "PT0S", "nothing"),
    ],
)
def test_durations_are_canonical(iso: str, expected: str, why: str) -> None:
    literal = duration(iso)
    assert literal is not None, why
    assert literal.split('"')[1] == expected, why
    store = Store()
    store.load(f"<x:a> <x:b> {literal} .".encode(), format=RdfFormat.N_TRIPLES)
    assert [str(quad.object) for quad in store] == [literal], "as a store gives it back"


@pytest.mark.parametrize(
    "wrong", ["", "P", "PT", "P1.5Y", "2016-12-20", "P1H", "-P1D", "P9999999Y", "twelve months"]
)
def test_what_is_no_duration(wrong: str) -> None:
    assert duration(wrong) is None


@pytest.mark.parametrize(("value", "expected"), [(1.0, "1"), (0.75, "0.75"), (0.0, "0"), (1 / 3, "0.3333")])
def test_decimals_are_canonical(value: float, expected: str) -> None:
    assert decimal(value).split('"')[1] == expected


def test_nothing_is_stated_of_empty_values() -> None:
    quads = Quads("x:g", "en")
    quads.words("x:a", "x:b", "")
    quads.string("x:a", "x:b", "")
    quads.value("x:a", "x:b", None)
    assert not list(quads)


def test_act_identifiers_are_those_of_the_model() -> None:
    for act in sample_reading().acts:
        assert act_iri(SYMBOL, act) == f"{DATA}{SYMBOL}/{act.id}"


def test_an_addressee_may_stand_for_nobody_known() -> None:
    act = sample_reading().acts[9]
    nobody = Addressee((), act.verb_span, act.verb, certainty=0.5, doubt="no antecedent in the document")
    rows = asked(changed(act, addressees=(nobody,)), "SELECT ?d { ?a a og:Addressing ; og:doubt ?d }")
    assert rows == [("no antecedent in the document",)]

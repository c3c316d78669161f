"""Who is named in a text: names, names built on them, and what the text introduces."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.actors.authority import load_authority
from obligraph.extract.actors.find import ActorFinder, FoundActors, find_actors
from obligraph.extract.actors.introductions import introductions, long_name
from obligraph.extract.actors.matching import Hit, longest
from obligraph.extract.actors.names import fits_acronym, head_of, is_acronym, key_of, plain
from obligraph.extract.document import Document, Paragraph, ParagraphKind, Span
from obligraph.extract.tokens import blank, make_doc

from .samples import sample_document

NLP = blank()
FINDER = ActorFinder(NLP)


def document(*paragraphs: str) -> Document:
    """A document with these operative paragraphs, one a line."""
    text = "\n".join(paragraphs)
    made, at = [], 0
    for number, words in enumerate(paragraphs, start=1):
        span = Span(at, at + len(words))
        made.append(Paragraph(f"OP{number}", ParagraphKind.OPERATIVE, str(number), span, words))
        at += len(words) + 1
    return replace(sample_document(), text=text, paragraphs=tuple(made), headings=(), notes=(), emphases=())


def find(*paragraphs: str) -> FoundActors:
    return FINDER.process(make_doc(NLP, document(*paragraphs)))


def mentions(*paragraphs: str) -> list[tuple[str, str]]:
    return [(mention.text, " ".join(mention.keys)) for mention in find(*paragraphs).mentions]


CLAUSES = [
    # clause, mentions, why
    (
        "Requests the Secretary-General to consult Member States",
        [("Secretary-General", "secretary-general"), ("Member States", "member-states")],
        "names and groups",
    ),
    (
        "Thanks the Executive Directorate of the Counter-Terrorism Committee and the Committee",
        [("Executive Directorate of the Counter-Terrorism Committee", "cted")],
        "the longest name wins; a description that fits nobody named is no mention",
    ),
    (
        "Urges the Libyan Government and the authorities of Mali to talk",
        [("Libyan Government", "government-of-libya"), ("authorities of Mali", "government-of-mali")],
        "a State and a noun, either way round",
    ),
    (
        "Urges the Governments of Chad and the Sudan to talk",
        [("Governments of Chad and the Sudan", "government-of-chad government-of-sudan")],
        "a plural noun of two States is one mention of two actors",
    ),
    (
        "Urges the Indian and Pakistani Governments to talk",
        [("Indian and Pakistani Governments", "government-of-india government-of-pakistan")],
        "so are two adjectives",
    ),
    (
        "Condemns trafficking in persons and the sale of women",
        [],
        "common nouns in running text mention nobody",
    ),
    (
        "Recalls the Niger delta in Nigeria and Guinea-Bissau",
        [("Niger", "niger"), ("Nigeria", "nigeria"), ("Guinea-Bissau", "guinea-bissau")],
        "a name is no part of a longer word",
    ),
    (
        "Thanks Somalis and the Somali people",
        [("Somali people", "people-of-somalia")],
        "an adjective without a noun is no mention",
    ),
    (
        "Asks the Special Envoy of the Secretary-General for Peru to report",
        [("Special Envoy of the Secretary-General for Peru", "special-envoy-peru")],
        "an envoy for a State that no row has",
    ),
    (
        "Asks the Special Representatives of the Secretary-General on Sexual Violence in Conflict and for "
        "Children and Armed Conflict to report",
        [
            (
                "Special Representatives of the Secretary-General on Sexual Violence in Conflict and for "
                "Children and Armed Conflict",
                "srsg-svc srsg-caac",
            )
        ],
        "two envoys in one plural",
    ),
    (
        "Asks the Committee established pursuant to paragraph 24 of resolution 1970 (2011) to meet",
        [("Committee established pursuant to paragraph 24 of resolution 1970 (2011)", "committee-1970")],
        "a body named by the resolution that set it up",
    ),
    (
        "Asks the Panel of Experts established by resolution 4321 (2051) to meet",
        [("Panel of Experts established by resolution 4321 (2051)", "panel-of-experts-4321")],
        "one that no row has",
    ),
    (
        "Asks the Chair of the Peacebuilding Commission and MINUSCA’s leadership to meet",
        [
            ("Chair of the Peacebuilding Commission", "chair-of-pbc"),
            ("MINUSCA’s leadership", "leadership-of-minusca"),
        ],
        "offices in a body",
    ),
    (
        "Asks the Congolese authorities to act in the Democratic Republic of the Congo",
        [
            ("Congolese authorities", "government-of-drc"),
            ("Democratic Republic of the Congo", "drc"),
        ],
        "an adjective of two States means the one that is named",
    ),
    (
        "Welcomes the Highland Lakes Basin Council and its work",
        [("Highland Lakes Basin Council", "highland-lakes-basin-council")],
        "a capitalised name with a head noun is somebody, if unknown",
    ),
    (
        "Welcomes the Port Blue Conference and the Green Valley Agreement",
        [],
        "a conference or an agreement is nobody",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CLAUSES)
def test_mentions(clause: str, expected: list[tuple[str, str]], why: str) -> None:
    assert mentions(clause) == expected, why


INTRODUCED = [
    # paragraphs, the text of a later mention, its key, why
    (
        ("Sets up the River Blue Joint Commission (RBJC)", "Asks RBJC to meet"),
        "RBJC",
        "river-blue-joint-commission",
        "an acronym of a body that no row has; the key is that of the long name",
    ),
    (
        ("Asks the Lakes’ River Blue Joint Commission (RBJC) to meet", "Asks RBJC to meet"),
        "RBJC",
        "river-blue-joint-commission",
        "whose it is stands before its name, which its acronym tells",
    ),
    (
        ("Recalls the Comprehensive Peace Agreement (CPA)", "Notes that the CPA is in force"),
        None,
        "",
        "an acronym that is somebody in the authority file, but here an agreement",
    ),
    (
        ("Thanks the Group of Experts on Côte d’Ivoire (“the Group”)", "Asks the Group to report"),
        "Group",
        "goe-cote-d-ivoire",
        "a short name in quotes",
    ),
    (
        (
            "Recalls the Committee established by resolution 1572 (2004) concerning Côte d’Ivoire "
            "(“the Committee”)",
            "Asks the Committee to report",
        ),
        "Committee",
        "committee-1572",
        "the short name is for the body, not for the State that stands before it",
    ),
    (
        ("Notes the United Nations Mission in Liberia", "Asks the Mission to report"),
        "Mission",
        "unmil",
        "a description means the last one named that it fits",
    ),
    (
        ("Recalls resolution 1970 (2011)", "Asks the Committee to report"),
        "Committee",
        "committee-1970",
        "else a body set up by a resolution that the text cites",
    ),
    (
        ("Notes the Human Rights Council", "Decides that the Council will meet"),
        "Council",
        "unsc",
        "the Council is always the Security Council",
    ),
    (
        ("Condemns the “Northern Dawn Army” (NDA, also known as Red Dawn)", "Condemns Red Dawn"),
        "Red Dawn",
        "northern-dawn-army",
        "also known as",
    ),
]


@pytest.mark.parametrize(("paragraphs", "text", "key", "why"), INTRODUCED)
def test_what_the_text_introduces(paragraphs: tuple[str, ...], text: str | None, key: str, why: str) -> None:
    found = find(*paragraphs)
    last = [(m.text, *m.keys) for m in found.mentions if m.paragraph == f"OP{len(paragraphs)}"]
    assert last == ([(text, key)] if text else []), why


def test_a_body_that_is_introduced_behind_its_owner_is_one() -> None:
    found = find("Asks the Lakes’ River Blue Joint Commission (RBJC) to meet")
    assert {key for mention in found.mentions for key in mention.keys} == {"river-blue-joint-commission"}


def test_an_unknown_body_is_listed_for_review() -> None:
    found = find("Sets up the River Blue Joint Commission (RBJC)")
    actor = found.actors["river-blue-joint-commission"]
    assert (actor.name, actor.full_name, actor.known) == ("RBJC", "River Blue Joint Commission", False)
    assert found.aliases == {"RBJC": "river-blue-joint-commission"}


def test_words_outside_paragraphs_are_no_mentions_but_count_as_named() -> None:
    made = document("Title about the United Nations Mission in Liberia", "Asks the Mission to report")
    found = find_actors(make_doc(NLP, replace(made, paragraphs=made.paragraphs[1:])))
    assert [(m.text, m.keys) for m in found.mentions] == [("Mission", ("unmil",))]


def test_the_component_stores_what_it_finds() -> None:
    doc = make_doc(NLP, document("Thanks UNICEF"))
    assert FINDER(doc).user_data["actors"] == FINDER.process(doc)


NAMES = [*load_authority().exact, *load_authority().folded, "the", "and", "(", ")", "of", ",", "requests"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12), min_size=1, max_size=4))
def test_mentions_are_true_to_the_text(words: list[list[str]]) -> None:
    made = document(*(" ".join(line) for line in words))
    found = FINDER.process(make_doc(NLP, made))
    for mention in found.mentions:
        assert made.words(mention.span) == mention.text
        paragraph = next(p for p in made.paragraphs if p.label == mention.paragraph)
        assert mention.span in paragraph.span
        assert set(mention.keys) <= found.actors.keys()
    spans = [mention.span for mention in found.mentions]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert all(actor.key == key for key, actor in found.actors.items())


HITS = st.builds(
    lambda start, length, key: Hit(start, start + length, (key,), "name"),
    st.integers(0, 40),
    st.integers(1, 10),
    st.sampled_from("abc"),
)


@given(st.lists(HITS))
def test_of_overlapping_finds_the_longer_is_kept(hits: list[Hit]) -> None:
    kept = longest(hits, 60)
    assert set(kept) <= set(hits)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    for hit in hits:
        rivals = [k for k in kept if k.start < hit.end and hit.start < k.end]
        assert any(k.end - k.start >= hit.end - hit.start for k in rivals)


@given(st.text())
def test_keys_are_keys_whatever_the_name(name: str) -> None:
    key = key_of(name)
    assert key and set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert key_of(key) == key


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


HEADS = [
    ("Committee on the Rights of the Child", "committee", "the last word before the preposition"),
    ("Office of the High Commissioner (OHCHR)", "office", "brackets do not count"),
    ("troop-contributing countries", "countries", "in any case"),
    ("Organisation for the Prohibition of Chemical Weapons", "organization", "one spelling"),
    ("use of force", "", "no word that ends an actor's name"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("name", "head", "why"), HEADS)
def test_head_of(name: str, head: str, why: str) -> None:
    assert head_of(name) == head, why


ACRONYMS = [
    ("CTED", True, "capitals"),
    ("AU-HIP", True, "with a hyphen"),
    ("T/PCCs", True, "with a slash and a plural"),
    ("Annex", False, "one capital"),
    ("1970", False, "a year"),
    ("The Panel", False, "two words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ACRONYMS)
def test_is_acronym(text: str, expected: bool, why: str) -> None:
    assert is_acronym(text) is expected, why


def test_an_acronym_fits_words_that_have_its_letters_in_order() -> None:
    assert fits_acronym("MINUSMA", "Multidimensional Integrated Stabilization Mission in Mali") is False
    assert fits_acronym("FAO", "Food and Agriculture Organization")
    assert not fits_acronym("FAO", "Agriculture and Food Organization")


def test_the_long_name_ends_before_the_bracket_and_begins_where_its_letters_do() -> None:
    text = "Thanks Peru and the River Blue Joint Commission (RBJC) for its work"
    (introduction,) = introductions(text)
    start = long_name(text, introduction.end, "RBJC")
    assert start is not None
    assert text[start : introduction.end] == "River Blue Joint Commission"
    assert introduction.names == ("RBJC",)
    assert list(introductions("resolution 2331 (2016), paragraph 4 (a)")) == []


STATES = sorted(key for key, actor in load_authority().actors.items() if actor.kind == "state")


def test_every_state_is_mentioned_by_its_own_name() -> None:
    names = [load_authority().actors[key].name for key in STATES]
    found = find(*(f"Calls upon {name} to withdraw" for name in names))
    named = {mention.paragraph: mention.keys for mention in found.mentions}
    missed = [name for rank, name in enumerate(names, start=1) if f"OP{rank}" not in named]
    assert not missed

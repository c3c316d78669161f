"""Whom a noun phrase stands for, with a certainty and its reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.actors.identify import Identity, identify
from obligraph.extract.document import Span
from obligraph.extract.tokens import make_doc

from .test_actors import FINDER, NLP, document

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "dev"


def whom(*paragraphs: str, earlier: tuple[tuple[str, ...], ...] = ()) -> Identity:
    """Whom the words in square brackets of the last paragraph stand for."""
    before, marked = paragraphs[:-1], paragraphs[-1]
    start, end = marked.index("["), marked.index("]") - 1
    made = document(*before, marked.replace("[", "").replace("]", ""))
    doc = make_doc(NLP, made)
    at = made.paragraphs[-1].span.start
    return identify(Span(at + start, at + end), doc, FINDER.process(doc), earlier)


CLEAR = [
    # phrase in its clause, keys, why
    ("Requests [the Secretary-General] to report", "secretary-general", "a name"),
    ("Urges [other relevant United Nations entities] to act", "un-entities", "determiners do not count"),
    ("Urges [those Member States] to act", "member-states", "nor do demonstratives"),
    ("Urges [persons] to act", "persons", "a common noun counts where it is addressed"),
    ("Urges [all refugee-receiving countries] to act", "refugee-receiving-countries", "a group of its own"),
    ("Urges [the Libyan Government] to act", "government-of-libya", "derived"),
    (
        "Urges [the Governments of Chad and the Sudan] to act",
        "government-of-chad government-of-sudan",
        "two in one phrase",
    ),
    ("Asks [the Executive Director of UNODC] to act", "unodc-ed", "an office with a row of its own"),
    ("Asks [the Executive Director of UNDP] to act", "executive-director-of-undp", "and one without"),
    ("Asks [the World Health Organization (WHO)] to act", "who", "a bracketed acronym"),
    ("Asks [the Council] to act", "unsc", "the Council is the Security Council"),
]


@pytest.mark.parametrize(("clause", "keys", "why"), CLEAR)
def test_clear_cases(clause: str, keys: str, why: str) -> None:
    identity = whom(clause)
    assert " ".join(actor.key for actor in identity.actors) == keys, why
    assert all(actor.known for actor in identity.actors)
    assert (identity.certainty, identity.doubt) == (1.0, "")


DOUBTFUL = [
    # paragraphs, earlier addressees, keys, words of the doubt, why
    (
        ("Urges [Member States acting under paragraph 3] to act",),
        (),
        "member-states",
        "narrowed by “acting under paragraph 3”",
        "words behind a group narrow it",
    ),
    (
        ("Urges Member States to act, and encourages [them] to report",),
        (("member-states",),),
        "member-states",
        "whom the text last names",
        "a plural pronoun after the addressee of the act before",
    ),
    (
        ("Welcomes UNICEF, and asks [it] to report",),
        (("all-parties",),),
        "unicef",
        "whom the text last names",
        "a singular pronoun goes past a plural addressee",
    ),
    (
        ("Thanks UNHCR and the Secretary-General", "Asks [him] to report"),
        (("unhcr",), ("secretary-general",)),
        "secretary-general",
        "whom the text last names",
        "he is a person",
    ),
    (("Asks [them] to report",), (), "", "no antecedent in the document", "nobody was named"),
    (
        ("Asks INTERPOL and UNHCR to act", "Asks [the above-mentioned entities and bodies] to report"),
        (("interpol", "unhcr"),),
        "interpol unhcr",
        "addressees of the act before",
        "a back reference to several",
    ),
    (
        ("Asks for a report, and that [this report] be short",),
        (),
        "secretary-general",
        "a report is asked for",
        "who reports is asked",
    ),
    (
        ("Notes that the Peacebuilding Commission met, and asks [its Chair] to report",),
        (),
        "chair-of-pbc",
        "“its”",
        "an office in somebody named before",
    ),
    (
        ("Notes the United Nations Mission in Liberia", "Asks [the mission] to report"),
        (),
        "unmil",
        "last one named",
        "a description, in small letters too",
    ),
    (
        (
            "Recalls the Committee established by resolution 661 (1990)",
            "Asks [the Chair of the Committee] to act",
        ),
        (),
        "chair-of-committee-661",
        "last one named",
        "an office in somebody described",
    ),
    (
        ("Recalls resolution 1973 (2011)", "Asks [the Panel of Experts] to report"),
        (),
        "panel-libya",
        "set up by a resolution that the document cites",
        "no panel was named, but its resolution",
    ),
    (
        ("Thanks the Government of Peru and the Government of Chile", "Asks [the Government] to act"),
        (),
        "government-of-chile",
        "last one named",
        "the Government last named",
    ),
    (
        ("Notes Peru and again Peru and once Chile", "Asks [the Government] to act"),
        (),
        "government-of-peru",
        "names most",
        "else that of the State named most",
    ),
    (
        ("Asks the Panel of Experts on Libya to report", "Asks [the Chair] to act"),
        (),
        "chair-of-panel-libya",
        "last named before",
        "a bare office is that of the body named before",
    ),
    (
        ("Urges all States and [those with influence] to act",),
        (),
        "states",
        "whom the text last names",
        "those with words behind are some of the group before",
    ),
    (
        ("Urges States to work with the United Nations and asks [them] to report",),
        (),
        "states",
        "whom the text last names",
        "the United Nations are one",
    ),
    (("Asks [the Committee] to act",), (), "committee", "no antecedent in the document", "nobody fits"),
    (
        ("Asks [the Special Representative] to act for the Special Representative for Peru",),
        (),
        "srsg",
        "",
        "a bare title with nobody named before stands for the office",
    ),
    (
        ("Thanks the Special Representative for Peru", "Asks [the Special Representative] to act"),
        (),
        "srsg-peru",
        "names in full",
        "a bare title after a full one",
    ),
    (("Urges [lake-side fishing communities] to act",), (), "lake-side-fishing-communities", "not in", "new"),
    (("Urges [swift progress] to begin",), (), "swift-progress", "no word in it names an actor", "nobody"),
]


@pytest.mark.parametrize(("paragraphs", "earlier", "keys", "doubt", "why"), DOUBTFUL)
def test_doubtful_cases(
    paragraphs: tuple[str, ...], earlier: tuple[tuple[str, ...], ...], keys: str, doubt: str, why: str
) -> None:
    identity = whom(*paragraphs, earlier=earlier)
    assert " ".join(actor.key for actor in identity.actors) == keys, why
    assert doubt in identity.doubt, why
    assert (identity.certainty < 1) == bool(identity.doubt)


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "all",
            "them",
            "its",
            "this",
            "Chair",
            "of",
            "and",
            "Committee",
            "States",
            "Government",
            "Libya",
            "Libyan",
            "CTED",
            "report",
            "Mali’s",
            "’s",
            "’",
            "(",
            ")",
            ",",
        ]
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.data())
def test_any_phrase_gets_an_answer(words: list[str], data: st.DataObject) -> None:
    made = document(" ".join(words))
    start = data.draw(st.integers(0, len(made.text)))
    end = data.draw(st.integers(start, len(made.text)))
    doc = make_doc(NLP, made)
    identity = identify(Span(start, end), doc, FINDER.process(doc), [("cted", "states")])
    assert 0 <= identity.certainty <= 1
    assert (identity.certainty < 1) == bool(identity.doubt)
    assert identity.actors or identity.certainty == 0
    assert all(actor.key and actor.name for actor in identity.actors)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold texts are not here")
def test_names_of_the_gold_texts_are_known() -> None:
    phrases = [
        (entry["text"], entry["actor"])
        for path in sorted(GOLD.glob("*.json"))
        for act in json.loads(path.read_text(encoding="utf-8"))["acts"]
        for entry in act["addressees"]
        if isinstance(entry["actor"], str)
    ]
    identities = [whom(f"[{text}]") for text, _ in phrases]
    known = [
        all(actor.known for actor in identity.actors) and identity.actors != () for identity in identities
    ]
    assert sum(known) >= 0.9 * len(known)

"""A reader's corrections to verbs, and what becomes of corrections that no longer fit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.document import Span, Vote
from obligraph.extract.model import Force, Modality
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes
from obligraph.extract.review.apply import read_reviewed
from obligraph.extract.review.corrections import (
    PARTS,
    Correction,
    CorrectionKind,
    Who,
    ordered,
    paragraph_hash,
)
from obligraph.extract.review.overlay import HUMAN, overlaid, seen_hash
from obligraph.extract.review.places import place_of
from obligraph.graph.build import nquads
from obligraph.graph.store import open_store
from obligraph.graph.validate import validate

from .reviews import TEXT, K, acts_of, corrected, correction, text_document


def test_no_corrections_change_nothing() -> None:
    document = text_document()
    assert read_reviewed(document, ()) == read_document(document)


def test_a_rejected_act_is_gone_and_the_rest_is_counted_anew() -> None:
    before = acts_of(read_document(text_document()), "OP2")
    reading = corrected(correction("OP2", "Urges", K.REJECT))
    assert [(act.id, act.verb) for act in before] == [("OP2/act/1", "Urges"), ("OP2/act/2", "requests")]
    assert [(act.id, act.verb, act.reviewed) for act in acts_of(reading, "OP2")] == [
        ("OP2/act/1", "requests", "")
    ]


def test_a_rejected_act_gives_its_words_back_to_the_one_before() -> None:
    reading = corrected(correction("OP2", "requests", K.REJECT))
    (act,) = acts_of(reading, "OP2")
    assert act.text.endswith("to oil them")


def test_a_missed_act_is_read_with_the_rules_once_its_verb_is_known() -> None:
    assert [act.verb for act in acts_of(read_document(text_document()), "OP3")] == ["requests"]
    reading = corrected(correction("OP3", "Looks to", K.ADD, act="call upon"))
    first, second = acts_of(reading, "OP3")
    assert (first.id, first.verb, first.act, first.force) == (
        "OP3/act/1",
        "Looks to",
        "call upon",
        Force.APPEAL,
    )
    assert (first.rule, first.reviewed, first.certainty) == (HUMAN, "A. Reader", 1.0)
    assert [a.text for a in first.addressees] == ["coastal States"]
    assert [c.text for c in first.contents] == ["to mend their piers within 60 days"]
    assert [t.iso for t in first.times] == ["P60D"]
    assert (second.id, second.reviewed) == ("OP3/act/2", "")


def test_another_act_changes_force_and_modality() -> None:
    (before,) = acts_of(read_document(text_document()), "OP1")
    (act,) = acts_of(corrected(correction("OP1", "Requests", K.ACT, act="encourage")), "OP1")
    assert (before.force, before.contents[0].modality) == (Force.REQUEST, Modality.DUTY)
    assert (act.act, act.force) == ("encourage", Force.ENCOURAGEMENT)
    assert act.contents[0].modality is Modality.RECOMMENDATION
    assert act.addressees == before.addressees


def test_who_accepts_an_act_vouches_for_it_and_the_rule_stays() -> None:
    doubtful = acts_of(read_document(text_document()), "OP3")[0]
    assert doubtful.certainty < 1 and doubtful.doubts
    (act,) = acts_of(corrected(correction("OP3", "requests", K.ACCEPT, seen=seen_hash(doubtful))), "OP3")
    assert act == replace(doubtful, certainty=1.0, doubts=(), reviewed="A. Reader")


def test_what_a_reader_has_seen_is_the_verb_and_all_parts() -> None:
    text = TEXT.replace("mend their piers", "mend piers under resolution 9001 (2030), as appropriate,")
    document = read_bytes(text.encode(), "text.txt")
    call = correction("OP3", "Looks to", K.ADD, act="call upon")
    blamed = correction("OP3", "Looks to", K.TARGETS, targets=(Who("UNODC", ("unodc",)),))
    act = acts_of(read_reviewed(document, [call, blamed]), "OP3")[0]
    assert all(getattr(act, part) for part in PARTS), "an act that has every part"
    nothing: Any = ()
    lacking = [replace(act, **{str(part): nothing}) for part in PARTS]
    hashes = {seen_hash(one) for one in (act, *lacking)}
    assert len(hashes) == 1 + len(PARTS)


VERBS = [(act.paragraph, act.verb) for act in read_document(text_document()).acts]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(VERBS),
            st.sampled_from([K.REJECT, K.ACT, K.ACCEPT, *PARTS]),
        ),
        unique_by=lambda pair: pair[0],
    )
)
@settings(max_examples=25, deadline=None)
def test_corrections_leave_the_rest_alone_are_idempotent_and_make_a_valid_graph(
    chosen: list[tuple[tuple[str, str], CorrectionKind]],
) -> None:
    document = text_document()
    rows = [
        correction(paragraph, verb, kind, act="urge" if kind is K.ACT else "")
        for (paragraph, verb), kind in chosen
    ]
    reading = read_reviewed(document, rows)
    assert reading.stale == ()
    kinds = dict(chosen)
    plain = {(act.paragraph, act.verb): act for act in read_document(document).acts}
    found = {(act.paragraph, act.verb): act for act in reading.acts}
    assert set(found) == {verb for verb in plain if kinds.get(verb) is not K.REJECT}
    for verb, act in found.items():
        assert act.reviewed == ("A. Reader" if verb in kinds else "")
        if verb not in kinds and not any(label == verb[0] for label, _ in kinds):
            assert act == plain[verb]
        assert kinds.get(verb) not in PARTS or not getattr(act, kinds[verb]), "a row without a part says none"
        texts = [(act.span, act.text)]
        for part in PARTS:
            texts += [(one.span, one.text) for one in getattr(act, part)]
        assert all(document.words(span) == text for span, text in texts)
    placed = [(row, place_of(document, row)) for row in ordered(rows, [p.label for p in document.paragraphs])]
    fitting = [(row, place) for row, place in placed if isinstance(place, Span)]
    assert len(fitting) == len(rows)
    assert overlaid(reading, fitting) == reading
    assert list(nquads(reading))  # which raises for what is named and not described


def test_states_that_only_sponsor_or_vote_stay_described() -> None:
    document = replace(
        text_document(), sponsors=("Malta",), votes=(Vote("Japan", "for"), Vote("Norway", "against"))
    )
    reading = read_reviewed(document, [correction("OP1", "Requests", K.ADDRESSEES)])
    plain = read_document(document)
    assert reading.document == plain.document
    gone = {actor.key for actor in plain.actors} - {actor.key for actor in reading.actors}
    assert gone <= {"secretary-general"}
    assert {"japan", "malta", "norway"} <= {actor.key for actor in reading.actors if actor.known}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (correction("OP99", "Requests", K.REJECT), "there is no paragraph OP99"),
        (correction("OP1", "Urges", K.REJECT), "“Urges” is not in OP1"),
        (correction("OP1", "Requests", K.REJECT, rank=2), "“Requests” is not in OP1 2 times"),
        (correction("OP1", "Requests", K.REJECT, quote="Requests UNODC"), "“Requests UNODC” is not in OP1"),
        (correction("OP1", "Requests", K.REJECT, hash="0" * 12), "the words of OP1 have changed since"),
        (correction("OP1", "report", K.ACCEPT), "no act is read there"),
        (correction("OP1", "Requests", K.ACCEPT, seen="0" * 12), "what is read there has changed since"),
    ],
)
def test_what_no_longer_fits_is_told_and_not_applied(row: Correction, says: str) -> None:
    document = text_document()
    reading = read_reviewed(document, [row])
    (line,) = reading.stale
    assert line.startswith(f"{row.name}: ") and says in line
    assert replace(reading, stale=()) == read_document(document)


def test_a_rejection_of_what_is_read_no_more_is_fulfilled() -> None:
    assert corrected(correction("OP3", "Looks to", K.REJECT)) == read_document(text_document())


def test_the_hash_takes_in_items() -> None:
    other = read_bytes(TEXT.replace("lamp oil;", "lamp fat;").encode(), "text.txt")
    assert paragraph_hash(text_document(), "OP4") != paragraph_hash(other, "OP4")
    assert paragraph_hash(text_document(), "OP1") == paragraph_hash(other, "OP1")


def test_the_graph_of_a_stale_reading_is_not_taken_for_unchanged() -> None:
    document = text_document()
    with open_store("memory", create=True) as store:
        store.put(read_reviewed(document, [correction("OP1", "Requests", K.ACCEPT)]))
        assert store.unchanged(document)
        store.put(read_reviewed(document, [correction("OP99", "Requests", K.ACCEPT)]))
        assert not store.unchanged(document)
        assert not list(validate(store))

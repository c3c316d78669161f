"""The shared sample keeps what the model promises, so that other tests may build on it."""

from __future__ import annotations

from obligraph.extract.model import ContentKind, Modality, TimeKind, VerbKind, obligations

from .samples import sample_document, sample_reading


def test_every_span_holds_its_text() -> None:
    reading = sample_reading()
    words = reading.document.words
    for part in (*reading.document.paragraphs, *reading.document.headings, *reading.mentions):
        assert words(part.span) == part.text
    for act in (*reading.acts, *reading.reported):
        assert words(act.verb_span) == act.verb
        pieces = (act.addressees, act.targets, act.contents, act.times, act.qualifiers, act.citations)
        for piece in (act, *(one for group in pieces for one in group)):
            assert words(piece.span) == piece.text


def test_every_key_is_described_once() -> None:
    reading = sample_reading()
    actors = [actor.key for actor in reading.actors]
    instruments = [instrument.key for instrument in reading.instruments]
    assert actors == sorted(set(actors))
    assert instruments == sorted(set(instruments))
    for act in (*reading.acts, *reading.reported):
        named = {key for one in (*act.addressees, *act.targets) for key in one.actors} | {act.issuer}
        assert named <= set(actors)
        cited = {citation.instrument for citation in act.citations} | {*act.authority}
        assert cited <= set(instruments)


def test_it_has_one_of_each_thing() -> None:
    reading = sample_reading()
    acts = reading.acts
    assert sample_document() == reading.document
    assert {c.kind for a in acts for c in a.contents} == set(ContentKind)
    assert {t.what for a in acts for t in a.times} == set(TimeKind)
    assert {a.kind for a in acts} == set(VerbKind)
    modalities = {o.modality for o in obligations(reading)}
    assert modalities == set(Modality) - {Modality.EXEMPTION}

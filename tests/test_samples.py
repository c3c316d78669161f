"""The shared sample keeps what the model promises, so that other tests may build on it."""

from __future__ import annotations

from typing import Any

from obligraph.extract.model import ContentKind, Modality, TimeKind, VerbKind
from obligraph.extract.obligations import obligations

from .samples import sample_document, sample_reading


def test_every_span_holds_its_text() -> None:
    reading = sample_reading()
    words = reading.document.words
    parts: list[Any] = [*reading.document.paragraphs, *reading.document.headings, *reading.mentions]
    for act in (*reading.acts, *reading.reported):
        assert words(act.verb_span) == act.verb
        parts += [act, *act.addressees, *act.targets, *act.contents, *act.times]
        parts += [*act.qualifiers, *act.citations]
    for part in parts:
        assert words(part.span) == part.text


def test_every_key_is_described_once() -> None:
    reading = sample_reading()
    actors = [actor.key for actor in reading.actors]
    instruments = [instrument.key for instrument in reading.instruments]
    assert actors == sorted(set(actors))
    assert instruments == sorted(set(instruments))
    for act in (*reading.acts, *reading.reported):
        named = [*(a.actors for a in act.addressees), *(t.actors for t in act.targets), (act.issuer,)]
        assert {key for keys in named for key in keys} <= set(actors)
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

"""The parts of acts as a reader says that they are, laid over those that the rules have read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..acts.verbs import Complement, lexicon
from ..clauses.modality import from_modal, modality_of
from ..document import Document, Span
from ..model import Act, Addressee, Content, ContentKind, Instrument, Modality, Reading, Target
from .corrections import Correction, CorrectionKind, short_hash
from .limits import citations_said, qualifiers_said, times_said
from .names import with_actors, with_instruments
from .places import Finder, stretches

HUMAN = "human"
"""The rule of an act whose verb or parts a reader has said."""

_Kind = CorrectionKind
_JOINT = re.compile(r"[\s,;]*(?:(?:and|or|as well as|including)\s+)?")


def seen_hash(act: Act) -> str:
    """A hash of what a reader sees of an act who accepts it: its verb and all of its parts."""
    parts = [act.act, act.verb]
    parts += [f"{','.join(a.actors)}|{a.text}|{a.via}" for a in act.addressees]
    parts += [f"{c.paragraph}|{c.kind}|{c.text}" for c in act.contents]
    parts += [f"{','.join(t.actors)}|{t.text}" for t in act.targets]
    parts += [f"time|{t.what}|{t.text}|{t.iso}|{t.due}|{t.until}|{t.event}" for t in act.times]
    parts += [f"qualifier|{q.text}" for q in act.qualifiers]
    parts += [f"citation|{c.instrument}|{c.use}|{c.text}" for c in act.citations]
    return short_hash("\n".join(parts))


def overlaid(reading: Reading, placed: Iterable[tuple[Correction, Span]]) -> Reading:
    """The reading with what corrections say of the parts of its acts.

    Args:
        reading: Read with the corrections to verbs.
        placed: Corrections in the order in which they are applied, with the places of their verbs.

    Returns:
        The same again where it was done before.

    Raises:
        InputError: Words of a correction are not in the paragraph.
    """
    acts = {act.id: act for act in (*reading.acts, *reading.reported)}
    stale = list(reading.stale)
    people: dict[str, str] = {}
    instruments: list[Instrument] = []
    for correction, span in placed:
        if correction.kind is _Kind.REJECT:
            continue
        act = next((act for act in acts.values() if act.verb_span.overlaps(span)), None)
        if act is None:
            stale.append(f"{correction.name}: no act is read there")
            continue
        if correction.seen and correction.seen != seen_hash(act):
            stale.append(f"{correction.name}: what is read there has changed since")
            continue
        if correction.kind is _Kind.CITATIONS:
            citations, cited = citations_said(reading, act, correction)
            act = _stretched(reading.document, replace(act, citations=citations, rule=HUMAN))
            instruments += cited
        acts[act.id] = _vouched(_changed(reading.document, act, correction), correction.by)
        for who in (*correction.addressees, *correction.targets):
            for key in who.actors:
                people.setdefault(key, who.text)
    reading = replace(
        reading,
        acts=tuple(acts[act.id] for act in reading.acts),
        reported=tuple(acts[act.id] for act in reading.reported),
        stale=tuple(dict.fromkeys(stale)),
    )
    return replace(
        reading, actors=with_actors(reading, people), instruments=with_instruments(reading, instruments)
    )


def _vouched(act: Act, by: str) -> Act:
    """The act as one that a reader vouches for."""
    addressees = tuple(replace(a, certainty=1.0, doubt="") for a in act.addressees)
    citations = tuple(replace(c, certainty=1.0, doubt="") for c in act.citations)
    return replace(act, addressees=addressees, citations=citations, certainty=1.0, doubts=(), reviewed=by)


def _changed(document: Document, act: Act, correction: Correction) -> Act:
    finder = Finder(document, act.paragraph, act.verb_span)
    kind, where = correction.kind, correction.place
    if kind is _Kind.ADDRESSEES:
        found = [(who, finder.words(who.text, where).span) for who in correction.addressees]
        addressees = tuple(Addressee(w.actors, s, document.words(s), w.via) for w, s in found)
        asked_before = bool(act.addressees)
        act = replace(act, addressees=addressees, rule=HUMAN)
        contents = tuple(_behind(document, act, content) for content in act.contents)
        if asked_before != bool(addressees) or contents != act.contents:
            contents = tuple(replace(c, modality=_modality(document, act, c)) for c in contents)
        act = replace(act, contents=tuple(content for content in contents if content.text))
    elif kind is _Kind.TARGETS:
        found = [(who, finder.words(who.text, where).span) for who in correction.targets]
        targets = tuple(Target(w.actors, s, document.words(s)) for w, s in found)
        act = replace(act, targets=targets, rule=HUMAN)
    elif kind is _Kind.CONTENTS:
        pieces = []
        for piece in correction.contents:
            place = finder.piece(piece, where)
            content = Content(place.label, piece.kind, place.span, document.words(place.span))
            modality = piece.modality or _modality(document, act, content)
            pieces.append(replace(content, modality=modality))
        act = replace(act, contents=tuple(sorted(pieces, key=lambda c: c.span)), rule=HUMAN)
    elif kind is _Kind.TIMES:
        act = replace(act, times=times_said(document, act, correction), rule=HUMAN)
    elif kind is _Kind.QUALIFIERS:
        act = replace(act, qualifiers=qualifiers_said(document, act, correction), rule=HUMAN)
    else:
        return act
    return _stretched(document, act)


def _behind(document: Document, act: Act, piece: Content) -> Content:
    """An object that begins with those who are asked, without them: "the keepers | to oil the lamps"."""
    start = piece.span.start
    if piece.kind is not ContentKind.OBJECT:
        return piece
    for addressee in sorted(act.addressees, key=lambda a: a.span):
        if addressee.span.start == start and addressee.span in piece.span:
            joint = _JOINT.match(document.text, addressee.span.end, piece.span.end)
            start = joint.end() if joint else addressee.span.end
    if start == piece.span.start:
        return piece
    span = Span(start, piece.span.end)
    words = document.words(span)
    kind = ContentKind.ACTION if words.startswith("to ") else ContentKind.OBJECT
    return replace(piece, kind=kind, span=span, text=words)


def _modality(document: Document, act: Act, piece: Content) -> Modality | None:
    """What a content is to whoever is asked; a lettered item goes on from its chapeau."""
    if piece.kind is ContentKind.OBJECT:
        return None
    action = piece.text
    if piece.paragraph != act.paragraph:
        ends = [a.span.end for a in act.addressees if a.span in act.span]
        begin = min(max([act.verb_span.end, *ends]), act.span.end)
        action = f"{document.text[begin : act.span.end].strip()} {action}"
    modality = modality_of(act.act, act.force, from_modal(action))
    if act.addressees:
        return modality
    if piece.kind is ContentKind.PROPOSITION:
        return modality if modality is Modality.EXEMPTION else None
    own = all(row.complement is Complement.SELF for row in lexicon().verbs.values() if row.act == act.act)
    return None if own else modality


def _stretched(document: Document, act: Act) -> Act:
    """The act with its span out to the last of its parts that stands together with the verb."""
    around = next(
        (s.span for s in stretches(document, act.paragraph, items=False) if act.verb_span in s.span), act.span
    )
    of_act = (act.addressees, act.contents, act.targets, act.times, act.qualifiers, act.citations)
    parts = [part.span for found in of_act for part in found]
    end = max([act.span.end, *(span.end for span in parts if span in around)])
    return replace(act, span=Span(act.span.start, end), text=document.text[act.span.start : end])

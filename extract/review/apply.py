"""Reading a text with a reader's corrections.

Corrections to verbs (no act, an act that was missed, another dictionary form) are made before the
acts are put together, so that the rules share out the words anew. What is said of the parts of an
act then takes the place of what the rules have found.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ...errors import InputError
from ..actors.authority import load_authority
from ..acts.find import VerbGroup
from ..acts.groups import group_at
from ..acts.verbs import Complement, Form, Verb, lexicon
from ..clauses.modality import from_modal, modality_of
from ..model import Act, Actor, Addressee, Content, ContentKind, Document, Modality, Reading, Span, Target
from ..pipeline import read_document
from ..tokens import plain_tokens
from .corrections import Correction, CorrectionKind, Who, ordered, short_hash
from .places import Finder, place_of, stretches

if TYPE_CHECKING:
    from spacy.tokens import Doc

HUMAN = "human"
"""The rule of an act whose verb or parts a reader has said."""

_Kind = CorrectionKind
_JOINT = re.compile(r"[\s,;]*(?:(?:and|or|as well as|including)\s+)?")


class _Placed(NamedTuple):
    """A correction that fits its text, and where its verb stands."""

    correction: Correction
    span: Span


def read_reviewed(document: Document, corrections: Sequence[Correction]) -> Reading:
    """Reads a document with the corrections of a reader.

    Args:
        document: What a reader of files returned.
        corrections: In any order.

    Returns:
        The reading, as ``read_document`` gives it where there are no corrections. Acts that were
        corrected or accepted have certainty 1, no doubts, and the reader's name. Corrections that
        no longer fit the text, or what is read in it, are not applied, and are told in ``stale``.

    Raises:
        InputError: A correction names an act that the lexicon lacks, or words that are not there.
    """
    if not corrections:
        return read_document(document)
    placed: list[_Placed] = []
    stale: list[str] = []
    for correction in ordered(corrections, [p.label for p in document.paragraphs]):
        if correction.act:
            find_verb(correction.act, place=correction.place)  # a wrong row is wrong, stale or not
        place = place_of(document, correction)
        if isinstance(place, str):
            stale.append(f"{correction.name}: {place}")
        else:
            placed.append(_Placed(correction, place))
    reading = read_document(document, lambda doc, groups: _regrouped(doc, groups, placed))
    return overlaid(replace(reading, stale=(*reading.stale, *stale)), placed)


def find_verb(act: str, *, like: Verb | None = None, place: str = "") -> Verb:
    """The row of the lexicon for a dictionary form, or for a row's id where several share a form.

    Args:
        act: Dictionary form or id.
        like: The row to prefer where it has that form.
        place: Where the form was given, for the message.

    Raises:
        InputError: The lexicon has none.
    """
    verbs = lexicon().verbs
    if like is not None and like.act == act:
        return like
    found = next((row for row in verbs.values() if row.act == act), None) or verbs.get(act)
    if found is None:
        near = difflib.get_close_matches(act.lower(), sorted({row.act for row in verbs.values()}), 3, 0.5)
        hint = (
            f"did you mean {' or '.join(f'“{one}”' for one in near)}?" if near else "give a dictionary form"
        )
        raise InputError(f"no act “{act}” in the lexicon", place=place, remedy=hint)
    return found


def seen_hash(act: Act) -> str:
    """A hash of what a reader sees of an act who accepts it."""
    parts = [act.act, act.verb]
    parts += [f"{','.join(a.actors)}|{a.text}|{a.via}" for a in act.addressees]
    parts += [f"{c.paragraph}|{c.kind}|{c.text}" for c in act.contents]
    parts += [f"{','.join(t.actors)}|{t.text}" for t in act.targets]
    return short_hash("\n".join(parts))


# ------------------------------------------------------------------------------------- verbs


def _regrouped(doc: Doc, groups: tuple[VerbGroup, ...], placed: Sequence[_Placed]) -> tuple[VerbGroup, ...]:
    """The verb groups of a document with those corrections that change them."""
    found = list(groups)
    for correction, span in placed:
        here = [n for n, group in enumerate(found) if group.span.overlaps(span)]
        if correction.kind is _Kind.REJECT:
            found = [group for group in found if not group.span.overlaps(span)]
        elif correction.kind in (_Kind.ADD, _Kind.ACT) and here:
            old = found[here[0]]
            verb = find_verb(correction.act, like=old.verb, place=correction.place)
            new = replace(old, verb=verb, rule=HUMAN, certainty=1.0, doubts=())
            # A missed act that is read as one of another text is this text's own.
            found[here[0]] = replace(new, reported="") if correction.kind is _Kind.ADD else new
        elif correction.kind is _Kind.ADD:
            found.append(_group(doc, correction, span))
    return tuple(sorted(found, key=lambda group: group.span))


def _group(doc: Doc, correction: Correction, span: Span) -> VerbGroup:
    """A verb group that the rules have not found; its form and its end are theirs where they see them."""
    document: Document = doc.user_data["document"]
    verb = find_verb(correction.act, place=correction.place)
    around = next(s.span for s in stretches(document, correction.paragraph, items=False) if span in s.span)
    tokens = plain_tokens(doc)
    first, behind, end = (bisect_left(tokens.starts, at) for at in (span.start, span.end, around.end))
    form, last, rest = Form.THIRD, span.end, behind
    for i in range(first, behind):
        group = group_at(tokens.lower, i, end)
        if group and group.verb.act == verb.act:
            form, rest = group.form, max(group.rest, behind)
            last = max(last, tokens.starts[group.end - 1] + len(tokens.texts[group.end - 1]))
            break
    return VerbGroup(
        verb=verb,
        form=form,
        span=Span(span.start, last),
        text=document.text[span.start : last],
        rest=tokens.starts[rest] if rest < end else around.end,
        paragraph=correction.paragraph,
        rule=HUMAN,
    )


# -------------------------------------------------------------------------------------- parts


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
    named: dict[str, str] = {}
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
        acts[act.id] = _vouched(_changed(reading.document, act, correction), correction.by)
        for who in (*correction.addressees, *correction.targets):
            for key in who.actors:
                named.setdefault(key, who.text)
    reading = replace(
        reading,
        acts=tuple(acts[act.id] for act in reading.acts),
        reported=tuple(acts[act.id] for act in reading.reported),
        stale=tuple(dict.fromkeys(stale)),
    )
    return replace(reading, actors=_actors(reading, named))


def _vouched(act: Act, by: str) -> Act:
    """The act as one that a reader vouches for."""
    addressees = tuple(replace(a, certainty=1.0, doubt="") for a in act.addressees)
    return replace(act, addressees=addressees, certainty=1.0, doubts=(), reviewed=by)


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
    parts = [part.span for part in act.addressees]
    parts += [part.span for part in act.contents]
    parts += [part.span for part in act.targets]
    end = max([act.span.end, *(span.end for span in parts if span in around)])
    return replace(act, span=Span(act.span.start, end), text=document.text[act.span.start : end])


def _actors(reading: Reading, named: dict[str, str]) -> tuple[Actor, ...]:
    """The actors that acts and mentions name; one that nobody knows is named by the words for it."""
    known = load_authority().actors
    described = {actor.key: actor for actor in reading.actors}
    for key, words in named.items():
        name = words.removeprefix("the ").removeprefix("The ")
        described.setdefault(key, known.get(key) or Actor(key, name, known=False))
    wanted = set(_keys(reading))
    return tuple(described[key] for key in sorted(described) if key in wanted)


def _keys(reading: Reading) -> Iterator[str]:
    for act in (*reading.acts, *reading.reported):
        yield act.issuer
        parts: Iterable[Addressee | Target] = (*act.addressees, *act.targets)
        for part in parts:
            yield from part.actors
    for mention in reading.mentions:
        if mention.kind == "actor":
            yield from mention.keys


def unknown_actors(people: Iterable[Who]) -> tuple[str, ...]:
    """The keys among those given that the authority file lacks, sorted."""
    known = load_authority().actors
    return tuple(sorted({key for who in people for key in who.actors if key not in known}))

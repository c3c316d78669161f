"""The JSON form of a reading: one object a document.

The shape is that of a careful reader's notes: ``symbol``, ``body``, ``title``, ``date``,
``meeting``, ``paragraphs``, ``acts`` with their addressees, contents, targets, times, qualifiers
and citations. All ``start`` and ``end`` count characters of ``text``. Lists are in reading order,
what a text does not state is left out or null, and the same reading gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from .document import Document, Span
from .model import Act, Actor, Addressee, Content, Instrument, Mention, Reading, Target, Time
from .printed import printed_names

#: An object as the json module writes it.
Json = dict[str, Any]


def document_object(reading: Reading) -> Json:
    """The reading as an object of strings, numbers, lists and objects.

    Args:
        reading: What was read.

    Returns:
        The object, its keys in the order in which they are written.
    """
    document = reading.document
    actors = {actor.key: actor for actor in reading.actors}
    printed = printed_names(reading)
    return {
        "symbol": document.symbol,
        "kind": document.kind,
        "body": document.body,
        "title": document.title,
        "date": document.adopted.isoformat() if document.adopted else None,
        "meeting": document.meeting,
        **_stated(document),
        "language": document.language,
        "source": {"name": document.source, "format": document.format, "sha256": document.sha256},
        **({"review": document.review} if document.review else {}),
        **({"stale": list(reading.stale)} if reading.stale else {}),
        "text": document.text,
        "paragraphs": [_paragraph(reading, i) for i, p in enumerate(document.paragraphs) if p.numbered],
        "acts": [_act(act, actors, printed) for act in reading.acts],
        "reported": [_act(act, actors, printed) for act in reading.reported],
        "mentions": [_mention(mention) for mention in reading.mentions],
        "actors": [_actor(actor) for actor in reading.actors],
        "instruments": [_instrument(instrument) for instrument in reading.instruments],
    }


def json_text(reading: Reading, *, indent: int | None = 1) -> str:
    """The reading as JSON text, without a line end; on one line where ``indent`` is None."""
    separators = (",", ": ") if indent is not None else (",", ":")
    return json.dumps(document_object(reading), ensure_ascii=False, indent=indent, separators=separators)


def json_array(objects: Iterable[str]) -> Iterable[str]:
    """Pieces of a JSON array of objects that are JSON text already."""
    separator = "[\n"
    for text in objects:
        yield separator
        yield text
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _stated(document: Document) -> Json:
    """What only some sources say of a document; keys that are not stated are left out."""
    stated: Json = {
        "uri": document.uri,
        "draft": document.draft,
        "draft_date": document.draft_date.isoformat() if document.draft_date else None,
        "agenda": document.agenda,
        "sponsors": list(document.sponsors),
        "votes": [asdict(vote) for vote in document.votes],
        "subjects": [asdict(subject) for subject in document.subjects],
    }
    found = {key: value for key, value in stated.items() if value}
    if document.chapter_vii is not None:
        found["chapter_vii"] = document.chapter_vii
    return found


def _paragraph(reading: Reading, index: int) -> Json:
    paragraph = reading.document.paragraphs[index]
    found: Json = {**_label(paragraph.label, "label"), "kind": paragraph.kind.value}
    if paragraph.number:
        found["number"] = paragraph.number
    if paragraph.parent:
        found["parent"] = printed_label(paragraph.parent)[1]
    found |= {"text": paragraph.text, **_place(paragraph.span)}
    if paragraph.wrap_up:
        found["wrap_up"] = {
            "text": reading.document.words(paragraph.wrap_up),
            **_place(paragraph.wrap_up),
        }
    return found


def printed_label(label: str) -> tuple[str, str]:
    """The part of a document that a label is of, and the label as its number is printed there.

    Where numbers begin again, the labels of later parts tell them apart: ``B.OP1``, ``2.OP1``. What is
    printed is ``1`` in each of them.
    """
    part, dot, rest = label.rpartition(".")
    return (part, rest) if dot else ("", label)


def _label(label: str, name: str) -> Json:
    """A label as printed, under a name, and the part of the document where it has several."""
    part, printed = printed_label(label)
    return {name: printed, "part": part} if part else {name: printed}


def _act(act: Act, actors: Mapping[str, Actor], printed: Mapping[str, str]) -> Json:
    found: Json = {
        "id": act.id,
        **_label(act.paragraph, "para"),
        "verb": act.verb,
        "act": act.act,
        "kind": act.kind.value,
        "force": act.force.value,
        "issuer": act.issuer,
        "addressees": [_addressee(addressee, actors) for addressee in act.addressees],
        "contents": [_content(content) for content in act.contents],
        "targets": [_target(target, actors) for target in act.targets],
        "times": [_time(time) for time in act.times],
        "qualifiers": [qualifier.text for qualifier in act.qualifiers],
        "qualifier_spans": [_place(qualifier.span) for qualifier in act.qualifiers],
        # An instrument that is named twice in one act is one citation of it, at two places. It is
        # called as the text calls it; the places have its key.
        "citations": list(dict.fromkeys(printed.get(c.instrument, c.instrument) for c in act.citations)),
        "citation_spans": [
            {
                "instrument": citation.instrument,
                "use": citation.use,
                "text": citation.text,
                **_doubts(citation.certainty, (citation.doubt,) if citation.doubt else ()),
                **_place(citation.span),
            }
            for citation in act.citations
        ],
    }
    if act.authority:
        found["authority"] = list(act.authority)
    if act.reported:
        found["reported"] = act.reported
    found["rule"] = act.rule
    if act.reviewed:
        found["reviewed"] = act.reviewed
    found |= _doubts(act.certainty, act.doubts)
    return found | {"text": act.text, **_place(act.span)}


def _addressee(addressee: Addressee, actors: Mapping[str, Actor]) -> Json:
    found: Json = {"text": addressee.text, **_who(addressee.actors, actors)}
    if addressee.via:
        found["via"] = addressee.via
    found |= _doubts(addressee.certainty, (addressee.doubt,) if addressee.doubt else ())
    return found | _place(addressee.span)


def _target(target: Target, actors: Mapping[str, Actor]) -> Json:
    return {"text": target.text, **_who(target.actors, actors), **_place(target.span)}


def _content(content: Content) -> Json:
    found: Json = {"para": printed_label(content.paragraph)[1], "kind": content.kind.value}
    if content.modality:
        found["modality"] = content.modality.value
    return found | {"text": content.text, **_place(content.span)}


def _time(time: Time) -> Json:
    found: Json = {"what": time.what.value, "text": time.text, "iso": time.iso}
    if time.due:
        found["due"] = time.due.isoformat()
    if time.until:
        found["until"] = time.until.isoformat()
    if time.event:
        found["event"] = time.event
    return found | _place(time.span)


def _who(keys: tuple[str, ...], actors: Mapping[str, Actor]) -> Json:
    """Short names and keys; a list where a phrase stands for several actors."""
    names = [actors[key].name if key in actors else key for key in keys]
    if len(keys) == 1:
        return {"actor": names[0], "key": keys[0]}
    return {"actor": names, "key": list(keys)}


def _doubts(certainty: float, doubts: tuple[str, ...]) -> Json:
    if certainty == 1.0 and not doubts:
        return {}
    return {"certainty": certainty, "doubts": list(doubts)}


def _mention(mention: Mention) -> Json:
    return {
        **_label(mention.paragraph, "para"),
        "kind": mention.kind.value,
        "keys": list(mention.keys),
        "text": mention.text,
        **_place(mention.span),
    }


def _actor(actor: Actor) -> Json:
    found: Json = {"key": actor.key, "name": actor.name, "kind": actor.kind, "known": actor.known}
    if actor.full_name:
        found["full_name"] = actor.full_name
    if actor.parent:
        found["parent"] = actor.parent
    return found


def _instrument(instrument: Instrument) -> Json:
    found: Json = {"key": instrument.key, "kind": instrument.kind}
    if instrument.whole:
        found |= {"whole": instrument.whole, "provision": instrument.provision}
    return found


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}

"""Whom and what corrections name: actors by their keys, instruments by key or by a usual name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from ...errors import InputError
from ..actors.authority import load_authority
from ..actors.states import with_known_states
from ..document import Document
from ..instruments.citations import use_rules
from ..instruments.provisions import find_provisions
from ..instruments.resolutions import find_resolutions
from ..instruments.symbols import find_symbols
from ..instruments.titles import find_titles
from ..model import Actor, Addressee, Instrument, MentionKind, Reading, Target
from .corrections import Who, fold

_UNNAMED = "document"  # the kind of an instrument whose name does not tell what it is
_PROVISION = re.compile(
    r"(?P<whole>[^,].*?), (?P<provision>(?:preambular paragraph|paragraph|article|chapter|section|annex|part"
    r"|rule) .+)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:the )?(?:Security Council |General Assembly )?(?:presidential )?(?:resolution |statement )?",
    re.IGNORECASE,
)


def uses() -> tuple[str, ...]:
    """How an instrument can be cited: the values of ``Citation.use``, sorted."""
    return tuple(sorted({"cites", *(rule.use for rule in use_rules())}))


def instrument_named(name: str, labels: Collection[str], place: str = "") -> Instrument:
    """The instrument that a reader means.

    Args:
        name: ``S/RES/1373(2001)``, ``1373 (2001)``, ``UN Charter, Chapter VII``, ``#OP5`` for a
            paragraph of the document itself, or a name that no table has.
        labels: Labels of the document's paragraphs.
        place: Where the name was given, for the message.

    Returns:
        The instrument, its key as rules write it. Of a name that says nothing of what it is, the
        kind is ``document``.

    Raises:
        InputError: The document has no such paragraph, or the name has no letter or digit.
    """
    name = fold(name)
    if name.startswith("#"):
        if name[1:] not in labels:
            raise InputError(
                f"“{name}” is no paragraph of the document", place=place, remedy="write a label, such as #OP5"
            )
        return Instrument(name, "paragraph")
    if not any(character.isalnum() for character in name):
        raise InputError(
            f"“{name}” names no instrument", place=place, remedy="write a symbol or a name: S/RES/1373(2001)"
        )
    part = _PROVISION.fullmatch(name)
    if part is None:
        return _whole(name) or Instrument(name, _UNNAMED)
    whole = _whole(part["whole"]) or Instrument(part["whole"], _UNNAMED)
    provision = _provision(part["provision"])
    return Instrument(f"{whole.key}, {provision}", whole.kind, whole.key, provision)


def is_known(instrument: Instrument) -> bool:
    """Whether rules know what an instrument is by its name."""
    return instrument.kind == "paragraph" or _whole(instrument.whole or instrument.key) is not None


def _whole(name: str) -> Instrument | None:
    """The one instrument that is named from the first to the last character."""
    for find in (find_symbols, find_resolutions):
        for symbol in find(name, 0, len(name)):
            if symbol.end == len(name) and _LEAD.fullmatch(name, 0, symbol.start):
                return Instrument(symbol.key, symbol.kind)
    for title in find_titles(name, 0, len(name)):
        if title.end == len(name) and _LEAD.fullmatch(name, 0, title.start) and not title.bare:
            return Instrument(title.key, title.kind)
    return None


def _provision(words: str) -> str:
    """A provision as keys have it: ``paragraph 4(c)`` of ``paragraph 4 (c)``."""
    found = find_provisions(words, 0, len(words))
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)):
        names = found[0].names()
        if len(names) == 1:
            return names[0]
    return words


def with_actors(reading: Reading, named: Mapping[str, str]) -> tuple[Actor, ...]:
    """The actors that acts, mentions, sponsors and votes name, described.

    Args:
        reading: With all that it says of its acts.
        named: Words by the keys that corrections give them: the name of whom nobody knows.
    """
    known = load_authority().actors
    described = {actor.key: actor for actor in reading.actors}
    for key, words in named.items():
        name = words.removeprefix("the ").removeprefix("The ")
        described.setdefault(key, known.get(key) or Actor(key, name, known=False))
    _, states = with_known_states(reading.document, load_authority())
    wanted = {*_keys(reading), *(state.key for state in states)}
    return tuple(described[key] for key in sorted(described) if key in wanted)


def with_instruments(reading: Reading, named: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """The instruments of a reading and those that corrections name, with the wholes of provisions."""
    described = {instrument.key: instrument for instrument in reading.instruments}
    for instrument in named:
        whole = described.get(instrument.whole)
        if whole:  # which the document may have said more of than its name does
            instrument = replace(instrument, kind=whole.kind)
        elif instrument.whole:
            described[instrument.whole] = Instrument(instrument.whole, instrument.kind)
        described.setdefault(instrument.key, instrument)
    return tuple(described[key] for key in sorted(described))


def labels_of(document: Document) -> frozenset[str]:
    """The labels of a document's paragraphs."""
    return frozenset(paragraph.label for paragraph in document.paragraphs)


def _keys(reading: Reading) -> Iterator[str]:
    for act in (*reading.acts, *reading.reported):
        yield act.issuer
        parts: Iterable[Addressee | Target] = (*act.addressees, *act.targets)
        for part in parts:
            yield from part.actors
    for mention in reading.mentions:
        if mention.kind is MentionKind.ACTOR:
            yield from mention.keys


def unknown_actors(people: Iterable[Who]) -> tuple[str, ...]:
    """The keys among those given that the authority file lacks, sorted."""
    known = load_authority().actors
    return tuple(sorted({key for who in people for key in who.actors if key not in known}))

"""The corrections that a change on the command line comes to, their words as the text prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..errors import UsageError, near
from ..extract.actors.authority import load_authority
from ..extract.document import Document, Span
from ..extract.model import ContentKind, Reading, TimeKind
from ..extract.review.apply import find_verb
from ..extract.review.corrections import (
    Correction,
    CorrectionKind,
    Piece,
    When,
    Which,
    Who,
    fold,
    paragraph_hash,
)
from ..extract.review.limits import time_in_words, use_at
from ..extract.review.names import instrument_named, is_known, labels_of, unknown_actors
from ..extract.review.places import Finder, stretches, verbs_at
from ..extract.review.rows import check_actor_key
from ..extract.times.iso import is_duration, iso_fault

_Kind = CorrectionKind
_QUOTED = 8  # words that a correction quotes, the verb's own among them


@dataclass(frozen=True, slots=True)
class Change:
    """What a reader says of one verb, as it was given. None means that nothing is said of it.

    ``addressees`` and ``targets`` are words, a way (``including`` or empty) and keys; ``contents``
    are a kind and words, or a kind and the first and last words; ``times`` a kind, words and a value,
    if one is given; ``citations`` words, an instrument and a use, if one is given.
    """

    paragraph: str
    verb: str
    rank: int | None
    by: str
    why: str
    on: date
    accept: bool = False
    reject: bool = False
    act: str | None = None
    add: str | None = None
    addressees: tuple[tuple[str, ...], ...] | None = None
    contents: tuple[tuple[str, ...], ...] | None = None
    targets: tuple[tuple[str, ...], ...] | None = None
    times: tuple[tuple[str, ...], ...] | None = None
    qualifiers: tuple[str, ...] | None = None
    citations: tuple[tuple[str, ...], ...] | None = None


def rows_of(reading: Reading, label: str, span: Span, change: Change) -> list[Correction]:
    """The corrections that a change comes to.

    Args:
        reading: The text as it is read before.
        label: The paragraph.
        span: Where the verb stands.
        change: What a reader says of it.

    Raises:
        UsageError: Words that say when are not read as a time, and no value is given.
        InputError: Words are not in the paragraph, or what they are said to name can be nothing.
    """
    document = reading.document
    words = document.words(span)
    around = next(s.span for s in stretches(document, label, items=False) if span in s.span)
    base = Correction(
        paragraph=label,
        verb=words,
        kind=_Kind.ACCEPT,
        by=change.by,
        rank=1 + verbs_at(document, label, words).index(span),
        quote=" ".join(document.text[span.start : around.end].split()[:_QUOTED]),
        hash=paragraph_hash(document, label),
        on=change.on,
        why=change.why,
    )
    rows: list[Correction] = [base] if change.accept else []
    if change.reject:
        rows.append(replace(base, kind=_Kind.REJECT))
    for kind, act in ((_Kind.ACT, change.act), (_Kind.ADD, change.add)):
        if act is not None:
            find_verb(fold(act))
            rows.append(replace(base, kind=kind, act=fold(act)))
    if change.addressees is not None:
        people = _people(document, label, span, change.addressees)
        rows.append(replace(base, kind=_Kind.ADDRESSEES, addressees=people))
    if change.contents is not None:
        finder = Finder(document, label, span, any_case=True)
        pieces = tuple(_piece(document, finder, given) for given in change.contents)
        rows.append(replace(base, kind=_Kind.CONTENTS, contents=pieces))
    if change.targets is not None:
        people = _people(document, label, span, change.targets)
        rows.append(replace(base, kind=_Kind.TARGETS, targets=people))
    if change.times is not None:
        finder = Finder(document, label, span, any_case=True)
        times = tuple(_when(document, finder, given) for given in change.times)
        rows.append(replace(base, kind=_Kind.TIMES, times=times))
    if change.qualifiers is not None:
        finder = Finder(document, label, span, any_case=True)
        found = tuple(document.words(finder.words(fold(given)).span) for given in change.qualifiers)
        rows.append(replace(base, kind=_Kind.QUALIFIERS, qualifiers=found))
    if change.citations is not None:
        rows.append(
            replace(base, kind=_Kind.CITATIONS, citations=_cited(reading, label, span, change.citations))
        )
    return rows


def _people(document: Document, label: str, verb: Span, given: Sequence[tuple[str, ...]]) -> tuple[Who, ...]:
    """Words with actors, the words as printed."""
    finder = Finder(document, label, verb, any_case=True)
    found = []
    for words, via, *keys in given:
        for key in keys:
            check_actor_key(key)
        place = finder.words(fold(words)).span
        found.append(Who(document.words(place), tuple(dict.fromkeys(keys)), via))
    return tuple(found)


def _piece(document: Document, finder: Finder, given: tuple[str, ...]) -> Piece:
    """A content, its words as printed."""
    kind, *words = given
    if len(words) == 1:
        place = finder.piece(Piece(ContentKind(kind), text=fold(words[0]))).span
        return Piece(ContentKind(kind), text=document.words(place))
    first, last = map(fold, words)
    text = document.words(finder.piece(Piece(ContentKind(kind), begins=first, ends=last)).span)
    return Piece(ContentKind(kind), begins=text[: len(first)], ends=text[-len(last) :])


def _when(document: Document, finder: Finder, given: tuple[str, ...]) -> When:
    """A time, its words as printed; a value that is left out is what the rules read in these very words."""
    what, words, *iso = given
    kind = TimeKind(what)
    span = finder.words(fold(words)).span
    printed = document.words(span)
    read = time_in_words(document, span)
    if iso:
        event = read.event if read and is_duration(iso[0]) else ""
        return When(kind, printed, iso[0], event=event)
    if read is None or iso_fault(kind, read.iso or ""):
        seen = f"“{read.iso}” is read, which no {kind} has," if read else "no time is read"
        raise UsageError(
            f"{seen} in “{printed}”",
            remedy="give its value: …=2030-06-30, …=P90D, or …= where it has none",
        )
    return When(kind, printed, read.iso or "", event=read.event)


def _cited(reading: Reading, label: str, verb: Span, given: Sequence[tuple[str, ...]]) -> tuple[Which, ...]:
    """Words with instruments, the words as printed, the instruments by their keys."""
    document = reading.document
    labels = labels_of(document)
    finders: dict[str, Finder] = {}
    found = []
    for words, name, *use in given:
        key = instrument_named(name, labels).key
        finder = finders.setdefault(key, Finder(document, label, verb, any_case=True))
        span = finder.words(fold(words)).span
        read = use_at(document, span, (*reading.acts, *reading.reported))
        found.append(Which(document.words(span), key, use[0] if use else read))
    return tuple(found)


def notes_on(rows: Sequence[Correction], reading: Reading) -> Iterator[str]:
    """What is allowed, and yet may be a slip: an actor or an instrument that nobody knows.

    Args:
        rows: What the reader says.
        reading: The text as it was read before.
    """
    known = load_authority().actors
    for key in unknown_actors(who for row in rows for who in (*row.addressees, *row.targets)):
        like = near(key, known)
        hint = f"; did you mean {' or '.join(like)}?" if like else ""
        yield f"note: {key} is no actor of the authority file{hint}"
    labels = labels_of(reading.document)
    named = {instrument.key for instrument in reading.instruments}
    for key in dict.fromkeys(which.instrument for row in rows for which in row.citations):
        if key not in named and not is_known(instrument_named(key, labels)):
            yield f"note: “{key}” is no instrument that the rules know"

"""What a reader says of an act: a correction, and what ties it to the words it was made on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..document import Document
from ..model import ContentKind, Modality, TimeKind

DIGITS = 12
"""Hex digits of a hash: enough to tell two states of one paragraph apart."""


class CorrectionKind(StrEnum):
    """What a correction does, in the order in which those to one act are applied."""

    REJECT = "reject"
    ADD = "add"
    ACT = "act"
    ADDRESSEES = "addressees"
    CONTENTS = "contents"
    TARGETS = "targets"
    TIMES = "times"
    QUALIFIERS = "qualifiers"
    CITATIONS = "citations"
    ACCEPT = "accept"


PARTS = (
    CorrectionKind.ADDRESSEES,
    CorrectionKind.CONTENTS,
    CorrectionKind.TARGETS,
    CorrectionKind.TIMES,
    CorrectionKind.QUALIFIERS,
    CorrectionKind.CITATIONS,
)
"""The kinds that say what a part of an act is; each is called as the field that has it."""


@dataclass(frozen=True, slots=True)
class Who:
    """Words that stand for actors; ``via`` is of addressees only: ``including`` or empty."""

    text: str
    actors: tuple[str, ...]
    via: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of content: its words, or how they begin and end.

    Attributes:
        kind: Action, proposition or object.
        text: All of its words; empty where ``begins`` and ``ends`` are given.
        begins, ends: Its first and its last words.
        modality: What it is to whoever does it; None leaves that to the rules.
    """

    kind: ContentKind
    text: str = ""
    begins: str = ""
    ends: str = ""
    modality: Modality | None = None


@dataclass(frozen=True, slots=True)
class When:
    """Words that say when, and what they come to.

    Attributes:
        what: Deadline, recurrence, period or start.
        text: The words.
        iso: ISO 8601 duration or date, or two dates; empty where they come to none ("regularly").
        due, until: The day that it falls on, or ends; None leaves that to the rules.
        event: What it counts from, where that is neither adoption nor a date.
    """

    what: TimeKind
    text: str
    iso: str = ""
    due: date | None = None
    until: date | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Which:
    """Words that cite an instrument; an empty ``use`` leaves it to the rules how."""

    text: str
    instrument: str
    use: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a reader says of one verb; the fields are explained in the file's head.

    ``place`` is where it stands, for messages: the file, and its number there.
    """

    paragraph: str
    verb: str
    kind: CorrectionKind
    by: str
    rank: int = 1
    act: str = ""
    addressees: tuple[Who, ...] = ()
    contents: tuple[Piece, ...] = ()
    targets: tuple[Who, ...] = ()
    times: tuple[When, ...] = ()
    qualifiers: tuple[str, ...] = ()
    citations: tuple[Which, ...] = ()
    quote: str = ""
    hash: str = ""
    seen: str = ""
    on: date | None = None
    why: str = ""
    place: str = field(default="", compare=False)

    @property
    def key(self) -> tuple[str, str, int]:
        """Which verb it is about: paragraph, words, rank."""
        return self.paragraph, self.verb, self.rank

    @property
    def name(self) -> str:
        """What messages call it: ``OP2 “Calls upon”, addressees``."""
        rank = f" ({self.rank})" if self.rank > 1 else ""
        return f"{self.paragraph} “{self.verb}”{rank}, {self.kind}"


def fold(words: str) -> str:
    """Words with single spaces between them."""
    return " ".join(words.split())


def short_hash(words: str) -> str:
    """The first hex digits of a SHA-256."""
    return hashlib.sha256(words.encode()).hexdigest()[:DIGITS]


def paragraph_hash(document: Document, label: str) -> str:
    """A hash of the words of a paragraph, its wrap-up and its items."""
    words = []
    for paragraph in document.paragraphs:
        if paragraph.label == label or paragraph.label.startswith(f"{label}("):
            words.append(paragraph.text)
            if paragraph.wrap_up:
                words.append(document.words(paragraph.wrap_up))
    return short_hash(fold(" ".join(words)))


def ordered(corrections: Iterable[Correction], labels: Sequence[str]) -> tuple[Correction, ...]:
    """The corrections in the order of the text's paragraphs; those to none come last."""
    ranks = {label: rank for rank, label in enumerate(labels)}
    kinds = list(CorrectionKind)
    return tuple(
        sorted(
            corrections,
            key=lambda c: (
                ranks.get(c.paragraph, len(ranks)),
                c.paragraph,
                c.verb,
                c.rank,
                kinds.index(c.kind),
            ),
        )
    )

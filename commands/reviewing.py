"""A text under review: its corrections, and what becomes of them when a reader says something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import UsageError
from ..extract.document import Document, Span
from ..extract.model import Act, Reading
from ..extract.pipeline import read_document
from ..extract.review.corrections import Correction, CorrectionKind, ordered
from ..extract.review.overlay import seen_hash
from ..extract.review.places import place_of, verbs_at
from ..extract.review.reading import review_path
from ..queries.naming import no_paragraph, plain_label
from .review_rows import Change, notes_on, rows_of
from .sources import Source, Text

_Kind = CorrectionKind


@dataclass(frozen=True, slots=True)
class Review:
    """A text with its corrections, and what is read in it with them.

    ``notes`` are lines for the reader about the last change.
    """

    path: Path
    text: Text
    reading: Reading
    notes: tuple[str, ...] = ()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections, in the order of the file."""
        return self.text.corrections

    @property
    def document(self) -> Document:
        """The text without what is read in it."""
        return self.text.document

    def having(self, corrections: Sequence[Correction], notes: tuple[str, ...] = ()) -> Review:
        """The same text with other corrections."""
        text = replace(self.text, corrections=tuple(corrections))
        return Review(self.path, text, text.reading(), notes)


def opened_review(path: Path) -> Review:
    """A text with the corrections that lie beside it.

    Raises:
        InputError: One of the two cannot be read.
    """
    text = Source(str(path)).text()
    return Review(review_path(path), text, text.reading())


def removed(review: Review, numbers: Sequence[int]) -> Review:
    """The review without some corrections, numbered from 1.

    Raises:
        UsageError: There are not so many.
    """
    count = len(review.corrections)
    for number in numbers:
        if number > count:
            have = f"there are {count}" if count else "there are none"
            raise UsageError(f"no correction {number}: {have}")
    return review.having([c for n, c in enumerate(review.corrections, 1) if n not in numbers])


def changed(review: Review, change: Change) -> Review:
    """The review with a change; what it replaces is gone.

    Raises:
        UsageError: There is no such paragraph or verb in it, or several; or the lexicon lacks the act, or
            the paragraph the words.
    """
    document = review.document
    label = find_label(document, change.paragraph)
    span = _missed(review, label, change) if change.add is not None else _verb(review, label, change)
    rows = rows_of(review.reading, label, span, change)
    kept = list(review.corrections)
    for row in rows:
        kept = [old for old in kept if not _replaced(document, old, row, span)]
    labels = [paragraph.label for paragraph in document.paragraphs]
    found = review.having(ordered([*kept, *rows], labels))
    if change.accept:
        # What is accepted is the act as it is read with all that was said of it before.
        without = review.having([c for c in found.corrections if c != rows[0]])
        act = next((a for a in acts_in_order(without.reading) if a.verb_span.overlaps(span)), None)
        if act is None:
            raise UsageError("no act is read there", remedy="say which was missed with --add ACT")
        rows = [replace(rows[0], seen=seen_hash(act))]
        found = review.having(ordered([*kept, *rows], labels))
    for row in rows:
        for line in found.reading.stale:
            if line.startswith(f"{row.name}: "):
                raise UsageError(line, remedy="nothing was written")
    return replace(found, notes=tuple(notes_on(rows, review.reading)))


def find_label(document: Document, given: str) -> str:
    """The label that a reader means: ``16`` and ``op16`` are ``OP16``.

    Raises:
        UsageError: The text has no such paragraph.
    """
    wanted = plain_label(given)
    labels = [paragraph.label for paragraph in document.paragraphs]
    for label in labels:
        if label.casefold() == wanted:
            return label
    raise no_paragraph(document.symbol, given, labels)


def acts_in_order(reading: Reading) -> list[Act]:
    """The acts of a reading and those that it reports, in the order of the text."""
    return sorted((*reading.acts, *reading.reported), key=lambda act: act.verb_span)


# --------------------------------------------------------------------------- finding the verb


def _verb(review: Review, label: str, change: Change) -> Span:
    """Where the verb stands that a reader means: of an act that is read, or was before it was rejected."""
    document = review.document
    read = {
        act.verb_span: act
        for act in (*acts_in_order(read_document(document)), *acts_in_order(review.reading))
    }
    acts = [act for _, act in sorted(read.items()) if act.paragraph == label]
    if not acts:
        raise UsageError(f"no act is read in {label}", remedy="say which was missed with --add ACT")
    if not change.verb:
        if len(acts) == 1:
            return acts[0].verb_span
        verbs = ", ".join(f"“{act.verb}”" for act in acts)
        raise UsageError(f"{label} has several acts", remedy=f"name one with --verb: {verbs}")
    found = verbs_at(document, label, change.verb, any_case=True)
    if change.rank is not None:
        if change.rank > len(found):
            raise UsageError(f"{label} has “{change.verb}” {len(found)} times, not {change.rank}")
        found = [found[change.rank - 1]]
    meant = [act for act in acts if any(act.verb_span.overlaps(span) for span in found)]
    if not meant:
        there = "is not read as an act" if found else "is not there"
        verbs = ", ".join(f"“{act.verb}”" for act in acts)
        raise UsageError(f"“{change.verb}” {there} in {label}", remedy=f"its acts are {verbs}")
    if change.rank is None and len(meant) > 1:  # "Requests … and further requests": the words just as printed
        meant = [act for act in meant if act.verb == change.verb] or meant
    if len(meant) > 1:
        raise UsageError(
            f"“{change.verb}” does {len(meant)} acts in {label}", remedy="say which with --rank N"
        )
    return meant[0].verb_span


def _missed(review: Review, label: str, change: Change) -> Span:
    """Where the words stand that do an act which was missed."""
    found = verbs_at(review.document, label, change.verb, any_case=True)
    if not found:
        raise UsageError(
            f"“{change.verb}” is not in {label}", remedy="copy the words as they are printed there"
        )
    if change.rank is not None and change.rank > len(found):
        raise UsageError(f"{label} has “{change.verb}” {len(found)} times, not {change.rank}")
    if change.rank is not None:
        found = [found[change.rank - 1]]
    rows = [c for c in review.corrections if c.kind is _Kind.ADD]
    added = [span for span in (place_of(review.document, c) for c in rows) if isinstance(span, Span)]
    acts = [act for act in review.reading.acts if not any(act.verb_span.overlaps(s) for s in added)]
    free = [span for span in found if not any(act.verb_span.overlaps(span) for act in acts)]
    if not free:
        raise UsageError(
            f"“{change.verb}” is read as an act of {label} already", remedy="correct it with --act ACT"
        )
    if len(free) > 1:
        raise UsageError(f"“{change.verb}” is in {label} {len(free)} times", remedy="say which with --rank N")
    return free[0]


def _replaced(document: Document, old: Correction, new: Correction, span: Span) -> bool:
    """Whether a correction is gone when another to the same verb is made."""
    place = place_of(document, old)
    same = place.overlaps(span) if isinstance(place, Span) else old.key == new.key
    if old.paragraph != new.paragraph or not same:
        return False
    return old.kind is new.kind or new.kind is _Kind.REJECT or old.kind in (_Kind.REJECT, _Kind.ACCEPT)

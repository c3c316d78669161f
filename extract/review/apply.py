"""Reading a text with a reader's corrections.

Corrections to verbs (no act, an act that was missed, another dictionary form) are made before the
acts are put together, so that the rules share out the words anew. What is said of the parts of an
act then takes the place of what the rules have found (``overlay``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ...errors import InputError, near
from ..acts.find import VerbGroup
from ..acts.groups import group_at
from ..acts.verbs import Form, Verb, lexicon
from ..document import Document, Span
from ..model import Reading
from ..pipeline import read_document
from ..tokens import plain_tokens
from .corrections import Correction, CorrectionKind, ordered
from .overlay import HUMAN, overlaid
from .places import place_of, stretches

if TYPE_CHECKING:
    from spacy.tokens import Doc

_Kind = CorrectionKind


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
        forms = [f"“{form}”" for form in near(act, {row.act for row in verbs.values()})]
        hint = f"did you mean {' or '.join(forms)}?" if forms else "give a dictionary form"
        raise InputError(f"no act “{act}” in the lexicon", place=place, remedy=hint)
    return found


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

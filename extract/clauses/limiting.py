"""Which of the qualifiers in an act's words limit what is to be, and which stand in a mere fact.

"Requests the Panel to report in accordance with resolution 9000 (2030)" limits a duty; "welcomes the talks
held in accordance with it" tells how they came about. Between them are the acts that stress or recall a
duty: "reaffirming the need to combat such acts, in accordance with international law".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from ..document import Span
from ..lexicon import load_rows
from ..model import Qualifier, VerbKind
from .cut import Clause
from .grammar import grammar
from .qualifiers import is_set_phrase

_PREAMBLE = "PP"
_BLANKS = r"\s+"
_START = attrgetter("span.start")
#: Words for what is still to come in what is welcomed.
_INTENDED = re.compile(r"\b(?:intention|intent|readiness|willingness)\b(?: of [^,;.]{3,60})? to\b")
#: A clause behind one of these, in what is only told, says of what is told where and when it is so.
_PLACING = frozenset({"where", "when", "whenever"})


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A row of the table ``duty`` of ``data/qualifiers.toml``: words that tell of something to be done."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def duty_rows() -> tuple[DutyRow, ...]:
    """The words that tell of something to be done.

    Raises:
        LexiconError: When the table breaks its rules.
    """
    return load_rows("qualifiers.toml", "duty", DutyRow)


@cache
def _duty() -> re.Pattern[str]:
    phrases = (words.split() for row in duty_rows() for words in row.words)
    return re.compile(
        rf"\b(?:{'|'.join(_BLANKS.join(map(re.escape, phrase)) for phrase in phrases)})\b", re.I
    )


def limiting(
    text: str, clause: Clause, found: Sequence[Qualifier], *, directs: bool
) -> tuple[Qualifier, ...]:
    """The qualifiers of an act, in the order of the text.

    Args:
        text: ``Document.text``.
        clause: The act's verb group and the words that it governs.
        found: All that look like qualifiers in the document, sorted by their spans.
        directs: Whether the act asks somebody, or the body itself is to do something.

    Returns:
        Those in the clause that limit what is to be.
    """
    here = [q for span in clause.spans for q in _beginning(text, found, span)]
    here = [q for q in here if not _is_verb(clause.group.span, q.span)]
    if not directs:
        here = [q for q in here if _limits_what_is_told(text, clause, q)]
    return tuple(limit for q in here for limit in _listed(text, clause, q))


def _beginning(text: str, found: Sequence[Qualifier], span: Span) -> Iterator[Qualifier]:
    """The qualifiers that begin in a stretch of text; what goes on behind it is another act's."""
    first = bisect_left(found, span.start, key=_START)
    for qualifier in found[first : bisect_left(found, span.end, lo=first, key=_START)]:
        yield qualifier if qualifier.span in span else _of(text, Span(qualifier.span.start, span.end))


def _is_verb(verb: Span, qualifier: Span) -> bool:
    """Whether a qualifier's words are the verb ("Bearing in mind the report"), and not set inside it."""
    inside = qualifier in verb and qualifier.start > verb.start
    return qualifier.overlaps(verb) and not inside


def _limits_what_is_told(text: str, clause: Clause, qualifier: Qualifier) -> bool:
    """Whether a qualifier in what is only told limits anything: a duty is told before it, or it is set."""
    verb = clause.group.verb
    referring = verb.act in grammar().referring
    if _places(qualifier):
        return False
    if verb.kind is VerbKind.EXPRESSIVE:  # what a preamble welcomes has come about
        already = referring or clause.group.paragraph.startswith(_PREAMBLE)
        return not already and (is_set_phrase(qualifier.text) or _intended(text, clause, qualifier))
    if verb.kind is not VerbKind.ASSERTIVE and not referring:
        return True
    if not referring and (is_set_phrase(qualifier.text) or _limits_the_act(text, clause, qualifier)):
        return True
    return _duty().search(text, clause.spans[0].start, qualifier.span.start) is not None


def _intended(text: str, clause: Clause, qualifier: Qualifier) -> bool:
    """Whether what is welcomed is still to come: "welcomes his intention to report as soon as possible"."""
    return _INTENDED.search(text, clause.spans[0].start, qualifier.span.start) is not None


def _limits_the_act(text: str, clause: Clause, qualifier: Qualifier) -> bool:
    """Whether a qualifier stands between the verb and all that it says: "affirms, if needed, that"."""
    return not text[clause.group.span.end : qualifier.span.start].strip(" \n,")


def _places(qualifier: Qualifier) -> bool:
    """Whether "where" or "when" opens a clause, and is no set phrase ("where appropriate")."""
    first, *rest = qualifier.text.lower().split()
    return first in _PLACING and len(rest) > 1


def _listed(text: str, clause: Clause, qualifier: Qualifier) -> tuple[Qualifier, ...]:
    """The conditions that a list below gives: "unless: (a) The flight was notified; or (b) …"."""
    if " " in qualifier.text or qualifier.span.end < clause.head.end or not clause.items:
        return (qualifier,)
    if text[qualifier.span.end : qualifier.span.end + 1] != ":":
        return (qualifier,)
    return tuple(_of(text, item.own) for item in clause.items if item.own.start < item.own.end)


def _of(text: str, span: Span) -> Qualifier:
    return Qualifier(span, text[span.start : span.end])

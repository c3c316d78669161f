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

from ..acts.verbs import Verb
from ..document import ParagraphKind, Span
from ..lexicon import load_rows
from ..model import Qualifier, VerbKind
from .cut import Clause
from .grammar import grammar
from .qualifiers import is_set_phrase

_BLANKS = r"\s+"
_START = attrgetter("span.start")
#: Words for what is still to come in what is welcomed, up to the first "to" behind them.
_INTENDED = re.compile(r"\b(?:intention|intent|readiness|willingness)\b(?: of [^,;.]{3,60}?)? to\b")
#: The first word behind a verb, whatever commas stand between.
_BEHIND = re.compile(r"[^ \n,]")


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
    text: str, clause: Clause, found: Sequence[Qualifier], *, kind: ParagraphKind, directs: bool
) -> tuple[Qualifier, ...]:
    """The qualifiers of an act, in the order of the text.

    Args:
        text: ``Document.text``.
        clause: The act's verb group and the words that it governs.
        found: All that look like qualifiers in the document, sorted by their spans.
        kind: What the act's paragraph is.
        directs: Whether the act asks somebody, or the body itself is to do something.

    Returns:
        Those in the clause that limit what is to be.
    """
    here = [q for span in clause.spans for q in _beginning(text, found, span)]
    here = [q for q in here if not _is_verb(clause.group.span, q.span)]
    if here and not directs:
        told = _Told.of(text, clause, kind, max(q.span.start for q in here))
        here = [q for q in here if told.limited_by(q)]
    return tuple(limit for q in here for limit in _listed(text, clause, q))


@dataclass(frozen=True, slots=True)
class _Told:
    """What an act only tells, walked once for all of its qualifiers.

    Attributes:
        verb: The act's verb.
        preamble: Whether it stands in the preamble.
        first: Offset of the first word behind the verb.
        duty: Offset behind the first word that tells of something to be done; None where there is none.
        intended: Likewise for what is still to come.
    """

    verb: Verb
    preamble: bool
    first: int
    duty: int | None
    intended: int | None

    @classmethod
    def of(cls, text: str, clause: Clause, kind: ParagraphKind, stop: int) -> _Told:
        """Walks the words of a clause up to ``stop``, where its last qualifier begins."""
        start = clause.spans[0].start
        behind = clause.group.span.end
        word = _BEHIND.search(text, behind, max(behind, stop))
        duty = _duty().search(text, start, stop)
        intended = _INTENDED.search(text, start, stop)
        return cls(
            verb=clause.group.verb,
            preamble=kind is ParagraphKind.PREAMBULAR,
            first=word.start() if word else stop,
            duty=duty.end() if duty else None,
            intended=intended.end() if intended else None,
        )

    def limited_by(self, qualifier: Qualifier) -> bool:
        """Whether a qualifier limits anything: a duty is told before it, or it is a set phrase."""
        start = qualifier.span.start
        referring = self.verb.act in grammar().referring
        if _places(qualifier):
            return False
        if self.verb.kind is VerbKind.EXPRESSIVE:  # what a preamble welcomes has come about
            already = referring or self.preamble
            # "welcomes his intention to report | as soon as possible" is still to come
            coming = self.intended is not None and self.intended <= start
            return not already and (coming or is_set_phrase(qualifier.text))
        if self.verb.kind is not VerbKind.ASSERTIVE and not referring:
            return True
        # what stands between the verb and all that it says limits the act: "affirms, | if needed, | that"
        if not referring and (start <= self.first or is_set_phrase(qualifier.text)):
            return True
        return self.duty is not None and self.duty <= start


def _beginning(text: str, found: Sequence[Qualifier], span: Span) -> Iterator[Qualifier]:
    """The qualifiers that begin in a stretch of text; what goes on behind it is another act's."""
    first = bisect_left(found, span.start, key=_START)
    for qualifier in found[first : bisect_left(found, span.end, lo=first, key=_START)]:
        yield qualifier if qualifier.span in span else _of(text, Span(qualifier.span.start, span.end))


def _is_verb(verb: Span, qualifier: Span) -> bool:
    """Whether a qualifier's words are the verb ("Bearing in mind the report"), and not set inside it."""
    inside = qualifier in verb and qualifier.start > verb.start
    return qualifier.overlaps(verb) and not inside


def _places(qualifier: Qualifier) -> bool:
    """Whether "where" or "when" opens a clause, and is no set phrase ("where appropriate")."""
    first, *rest = qualifier.text.lower().split()
    return first in grammar().placing and len(rest) > 1


def _listed(text: str, clause: Clause, qualifier: Qualifier) -> tuple[Qualifier, ...]:
    """The conditions that a list below gives: "unless: (a) The flight was notified; or (b) …"."""
    if " " in qualifier.text or qualifier.span.end < clause.head.end or not clause.items:
        return (qualifier,)
    if text[qualifier.span.end : qualifier.span.end + 1] != ":":
        return (qualifier,)
    return tuple(_of(text, item.own) for item in clause.items if item.own.start < item.own.end)


def _of(text: str, span: Span) -> Qualifier:
    return Qualifier(span, text[span.start : span.end])

"""Assembly: one act from a verb group and everything that was found in the words it governs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from spacy.tokens import Doc

from ..actors.find import FoundActors
from ..actors.identify import identify
from ..acts.find import VerbGroup
from ..acts.verbs import Complement as Frame
from ..instruments.find import FoundInstruments
from ..model import (
    Act,
    Actor,
    Addressee,
    Citation,
    Content,
    ContentKind,
    Document,
    Modality,
    Qualifier,
    Span,
    Target,
    Time,
)
from .complement import Complement, Shape, bearers, parse
from .contents import pieces
from .cut import Clause, cut_clauses
from .modality import from_modal, modality_of
from .phrases import Names, Phrase
from .powers import govern
from .qualifiers import within
from .targets import target_phrases
from .words import Word, word_classes, words

_STANDING_IN = frozenset({"these", "those", "such", "both", "said", "them"})
NO_ADDRESSEE = "asks, but names nobody who is asked"


@dataclass(frozen=True, slots=True)
class Findings:
    """What the components before this one found in a document, each sorted by place."""

    actors: FoundActors
    instruments: FoundInstruments
    times: tuple[Time, ...]
    qualifiers: tuple[Qualifier, ...]
    groups: tuple[VerbGroup, ...]


@dataclass(frozen=True, slots=True)
class Assembled:
    """The acts of a document, those it only reports, and the actors that they name anew."""

    acts: tuple[Act, ...]
    reported: tuple[Act, ...]
    actors: tuple[Actor, ...] = field(default=())


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Placed = TypeVar("Placed", bound=_Placed)


def assemble(doc: Doc, issuer: str, found: Findings) -> Assembled:
    """Puts the acts of a document together.

    Args:
        doc: The tokenised document, with the ``Document`` in its user data.
        issuer: Key of the body that acts.
        found: What was found in it.

    Returns:
        Acts in the order of the text, with ids by paragraph.
    """
    assembler = _Assembler(doc, issuer, found)
    acts: list[Act] = []
    reported: list[Act] = []
    ranks: Counter[str] = Counter()
    for clause in cut_clauses(assembler.document, found.groups):
        group = clause.group
        part = "reported" if group.reported else "act"
        ranks[f"{group.paragraph}/{part}"] += 1
        act = assembler.act(clause, f"{group.paragraph}/{part}/{ranks[f'{group.paragraph}/{part}']}")
        (reported if group.reported else acts).append(act)
    return Assembled(govern(_shared(acts)), tuple(reported), tuple(assembler.new_actors.values()))


def _shared(acts: list[Act]) -> list[Act]:
    """Gives an act that only names whom it asks the actions of the next: "requests X, and calls upon Y, to …"."""
    shared = list(acts)
    for place in range(len(acts) - 2, -1, -1):
        act, following = shared[place], shared[place + 1]
        if act.addressees and not act.contents and act.paragraph == following.paragraph:
            actions = (c for c in following.contents if c.kind is ContentKind.ACTION)
            contents = tuple(replace(c, modality=modality_of(act.act, act.force, c.text)) for c in actions)
            shared[place] = replace(act, contents=contents)
    return shared


class _Assembler:
    """What stays the same, and what accumulates, while one document's acts are put together."""

    def __init__(self, doc: Doc, issuer: str, found: Findings) -> None:
        self.document: Document = doc.user_data["document"]
        self.new_actors: dict[str, Actor] = {}
        self._doc = doc
        self._issuer = issuer
        self._found = found
        self._names = Names(_disjoint([mention.span for mention in found.actors.mentions]))
        limits = {q.span.start for q in found.qualifiers} | {t.span.start for t in found.times}
        self._limits = limits.__contains__
        self._earlier: list[tuple[str, ...]] = []

    def act(self, clause: Clause, identifier: str) -> Act:
        group = clause.group
        text = self.document.text
        sequence = words(text, clause.head)
        complement = parse(clause, group.verb.complement, sequence, self._names, self._limits)
        contents = pieces(text, clause, complement, sequence)
        asked = (*complement.asked, *self._bearers(contents))
        addressees, doubts = self._addressees(group, complement, asked)
        chapeau = (
            text[sequence[complement.start].start : clause.head.end]
            if complement.start < len(sequence)
            else ""
        )
        contents = tuple(self._with_modality(group, piece, bool(asked), chapeau) for piece in contents)
        targets = self._targets(clause, sequence, complement)
        spans = clause.spans
        span = spans[0]
        directs = bool(addressees) or any(c.kind is ContentKind.ACTION for c in contents)
        return Act(
            id=identifier,
            paragraph=group.paragraph,
            verb=group.text,
            verb_span=group.span,
            act=group.verb.act,
            kind=group.verb.kind,
            force=group.verb.force,
            issuer=self._issuer,
            span=span,
            text=self.document.words(span),
            addressees=addressees,
            contents=contents,
            targets=targets,
            times=tuple(t for s in spans for t in _inside(self._found.times, s)),
            qualifiers=self._qualifiers(clause, directs),
            citations=_first_of_each(
                [c for s in spans for c in _inside(self._found.instruments.citations, s)]
            ),
            reported=self._source(group),
            rule=group.rule,
            certainty=min([group.certainty, *(a.certainty for a in addressees)]),
            doubts=tuple(dict.fromkeys((*group.doubts, *doubts, *(a.doubt for a in addressees if a.doubt)))),
        )

    def _source(self, group: VerbGroup) -> str:
        """Key of the instrument whose act a reported one is: the last cited before its verb."""
        if not group.reported:
            return ""
        before = [
            m
            for m in self._found.instruments.mentions
            if m.paragraph == group.paragraph and m.span.end <= group.span.start
        ]
        return before[-1].keys[-1] if before else group.reported

    def _is_known(self, phrase: Phrase) -> bool:
        identity = identify(phrase.span, self._doc, self._found.actors, self._earlier)
        return any(actor.known for actor in identity.actors)

    def _bearers(self, contents: tuple[Content, ...]) -> tuple[Phrase, ...]:
        """Whoever a that-clause binds ("that the parties must cooperate"), if it is a known actor."""
        found: list[Phrase] = []
        for piece in contents:
            if piece.kind is not ContentKind.OBJECT and piece.text.startswith("that "):
                found += bearers(words(self.document.text, piece.span), self._names, self._limits)
        return tuple(phrase for phrase in found if self._is_known(phrase))

    def _addressees(
        self, group: VerbGroup, complement: Complement, asked: tuple[Phrase, ...]
    ) -> tuple[tuple[Addressee, ...], tuple[str, ...]]:
        found: list[Addressee] = []
        for phrase in asked:
            if found and self.document.words(phrase.span).lower().startswith("those "):
                found.append(self._members(phrase, found[-1]))
            else:
                found += self._identified(phrase, complement.doubt)
        if found:
            self._earlier.append(tuple(dict.fromkeys(key for a in found for key in a.actors)))
        missing = (
            not found and group.verb.complement is Frame.ADDRESSEE and complement.shape is not Shape.THAT
        )
        return tuple(found), (NO_ADDRESSEE,) if missing else ()

    def _members(self, phrase: Phrase, of: Addressee) -> Addressee:
        """Some of those just named: "all States, in particular those in the region"."""
        text = self.document.words(phrase.span)
        return Addressee(
            of.actors, phrase.span, text, phrase.via, min(of.certainty, 0.9), f"some of “{of.text}”"
        )

    def _identified(self, phrase: Phrase, doubt: str) -> list[Addressee]:
        identity = identify(phrase.span, self._doc, self._found.actors, self._earlier)
        for actor in identity.actors:
            self.new_actors.setdefault(actor.key, actor)
        addressee = Addressee(
            actors=tuple(actor.key for actor in identity.actors),
            span=phrase.span,
            text=self.document.words(phrase.span),
            via=phrase.via,
            certainty=identity.certainty,
            doubt=identity.doubt or doubt,
        )
        if len(identity.actors) > 1 and _one_by_one(addressee.text):
            return [replace(addressee, actors=(actor.key,)) for actor in identity.actors]
        return [addressee] if identity.actors else []

    def _with_modality(self, group: VerbGroup, piece: Content, asked: bool, chapeau: str) -> Content:
        """A piece that somebody is to do, with what it is to them; and exemptions.

        A lettered item goes on from its chapeau: "shall prevent: (a) the import of …".
        """
        verb = group.verb
        action = piece.text if piece.paragraph == group.paragraph else f"{chapeau} {piece.text}"
        if piece.kind is ContentKind.ACTION and (asked or verb.complement is not Frame.SELF):
            return replace(piece, modality=modality_of(verb.act, verb.force, from_modal(action)))
        if piece.kind is ContentKind.PROPOSITION:
            modality = modality_of(verb.act, verb.force, from_modal(action))
            if asked or modality is Modality.EXEMPTION:
                return replace(piece, modality=modality)
        return piece

    def _qualifiers(self, clause: Clause, directs: bool) -> tuple[Qualifier, ...]:
        """The phrases that limit what is to be; in what is merely referred to, they limit nothing."""
        if not directs and clause.group.verb.act in word_classes()["referring"]:
            return ()
        found = (q for s in clause.spans for q in within(self._found.qualifiers, s))
        return tuple(q for q in found if not q.span.overlaps(clause.group.span))

    def _targets(self, clause: Clause, sequence: list[Word], complement: Complement) -> tuple[Target, ...]:
        if not clause.group.verb.blames:
            return ()
        found = []
        for phrase in target_phrases(sequence[complement.start :], self._names, self._limits):
            identity = identify(phrase.span, self._doc, self._found.actors, self._earlier)
            for actor in identity.actors:
                self.new_actors.setdefault(actor.key, actor)
            if identity.actors:
                keys = tuple(actor.key for actor in identity.actors)
                found.append(Target(keys, phrase.span, self.document.words(phrase.span)))
        return tuple(found)


def _one_by_one(phrase: str) -> bool:
    """Whether a phrase names several one by one, and does not stand for several named before."""
    first, *rest = phrase.lower().split()
    return "and" in rest and first not in _STANDING_IN and not any("mentioned" in word for word in rest)


def _disjoint(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans sorted, the longest of those that overlap kept."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _inside(found: Sequence[Placed], span: Span) -> list[Placed]:
    """Those of ``found`` (sorted by place) that stand in ``span``."""
    first = bisect_left(found, span.start, key=lambda x: x.span.start)
    result = []
    for value in found[first:]:
        if value.span.start >= span.end:
            break
        if value.span in span:
            result.append(value)
    return result


def _first_of_each(citations: list[Citation]) -> tuple[Citation, ...]:
    """One citation an instrument: the first."""
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.instrument, citation)
    return tuple(first.values())

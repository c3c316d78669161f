"""Assembly: one act from a verb group and everything that was found in the words it governs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from spacy.tokens import Doc

from ..actors.find import FoundActors
from ..acts.find import VerbGroup
from ..acts.verbs import Complement as Frame
from ..acts.verbs import Verb, lexicon
from ..document import Document, Span
from ..instruments.find import FoundInstruments
from ..model import Act, Actor, Addressee, Citation, Content, ContentKind, Modality, Qualifier, Time
from .asked import asked_in_turn
from .bound import at_verb
from .complement import parse
from .contents import pieces
from .cut import Clause, cut_clauses
from .grammar import grammar
from .identified import Identifier
from .landmarks import Landmarks, Placed, within
from .limiting import limiting
from .modality import modality_of
from .openings import after_directive_noun
from .phrases import Phrase
from .powers import govern
from .shapes import Complement, Shape
from .sharing import NO_ADDRESSEE, share_actions
from .targets import culprits
from .that_clauses import bearers
from .told import told_apart
from .words import Word, words


@dataclass(frozen=True, slots=True)
class Findings:
    """What the components before this one found in a document, each paragraph's own in its order."""

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


def assemble(doc: Doc, issuer: str, found: Findings) -> Assembled:
    """Puts the acts of a document together.

    Args:
        doc: The tokenised document, with the ``Document`` in its user data.
        issuer: Key of the body that acts.
        found: What was found in it.

    Returns:
        Acts in the order of the text, with ids by paragraph.
    """
    document: Document = doc.user_data["document"]
    assembler = _Assembler(document, issuer, found, Identifier(doc, found.actors))
    acts: list[Act] = []
    reported: list[Act] = []
    ranks: Counter[str] = Counter()
    for clause in cut_clauses(document, found.groups):
        series = f"{clause.group.paragraph}/{'reported' if clause.group.reported else 'act'}"
        ranks[series] += 1
        act = assembler.act(clause, f"{series}/{ranks[series]}")
        (reported if clause.group.reported else acts).append(act)
    return Assembled(govern(share_actions(document.text, acts)), tuple(reported), assembler.identifier.actors)


class _Assembler:
    """What stays the same, and what accumulates, while one document's acts are put together."""

    def __init__(self, document: Document, issuer: str, found: Findings, identifier: Identifier) -> None:
        self.identifier = identifier
        self._document = document
        self._issuer = issuer
        self._found = found
        self._kinds = {paragraph.label: paragraph.kind for paragraph in document.paragraphs}
        # What stands in a wrap-up was found before what stands in the items above it.
        self._times = sorted(found.times, key=attrgetter("span"))
        self._citations = sorted(found.instruments.citations, key=attrgetter("span"))
        self._marks = Landmarks.of(found.actors.mentions, (*found.qualifiers, *found.times))

    def act(self, clause: Clause, identifier: str) -> Act:
        """The act of a clause."""
        group = clause.group
        document = self._document
        parts = []
        head = words(document.text, clause.head)
        for part in told_apart(document.text, clause, head):
            sequence = head if part is clause else words(document.text, part.head)
            complement = parse(part, sequence, self._marks)
            if group.verb.act in grammar().repeating and not complement.asked and not part.items:
                sequence, complement = self._told_as_noun(part, sequence, complement)
            parts.append((part, sequence, complement))
        content = [word for _, sequence, complement in parts for word in sequence[complement.start :]]
        contents = tuple(
            piece
            for part, sequence, complement in parts
            for piece in pieces(document.text, part, complement, sequence)
        )
        told = (phrase for *_, complement in parts for phrase in complement.asked)
        asked = (*told, *self._bearers(group, contents), *self._asked_in_items(group, contents))
        asked = self._once(asked)
        addressees = tuple(
            addressee  # what the body is to do itself, it asks nobody
            for addressee in self.identifier.addressees(asked, complement.doubt)
            if addressee.actors != (self._issuer,)
        )
        contents = tuple(
            at_verb(document.text, group, piece, self._marks) if place else piece
            for place, piece in enumerate(contents)
        )
        targets = self.identifier.targets(culprits(content, self._marks)) if group.verb.blames else ()
        chapeau = document.text[content[0].start : clause.head.end] if content else ""
        contents = tuple(_with_modality(group, piece, bool(asked), chapeau) for piece in contents)
        directs = bool(addressees) or any(piece.kind is ContentKind.ACTION for piece in contents)
        return Act(
            id=identifier,
            paragraph=group.paragraph,
            verb=group.text,
            verb_span=group.span,
            act=group.verb.act,
            kind=group.verb.kind,
            force=group.verb.force,
            issuer=self._issuer,
            span=clause.spans[0],
            text=document.words(clause.spans[0]),
            addressees=addressees,
            contents=contents,
            targets=targets,
            times=_in_clause(self._times, clause),
            qualifiers=limiting(
                document.text,
                clause,
                self._found.qualifiers,
                kind=self._kinds[group.paragraph],
                directs=directs,
            ),
            citations=_first_of_each(_in_clause(self._citations, clause)),
            reported=self._source(group),
            rule=group.rule,
            certainty=min([group.certainty, *(a.certainty for a in addressees)]),
            doubts=_doubts(group, complement, addressees),
        )

    def _told_as_noun(
        self, clause: Clause, sequence: list[Word], complement: Complement
    ) -> tuple[list[Word], Complement]:
        """What is said again where nobody is asked: "reiterates | its call for an end to the fighting"."""
        printed = words(self._document.text, clause.group.span)
        noun = next((i for i, word in enumerate(printed) if word.lower in grammar().directive_noun), None)
        opener = next(
            (i for i in range(noun or 0) if printed[i].lower in grammar().directive_noun_opener), None
        )
        if opener is None and complement.shape is Shape.NOUN and after_directive_noun(sequence, 0):
            return sequence, Complement(Shape.NOUN, (), 0)
        if opener is None or complement.shape is Shape.THAT:
            return sequence, complement
        whole = words(self._document.text, Span(printed[opener].start, clause.head.end))
        return whole, Complement(Shape.NOUN, (), 0)

    def _once(self, asked: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """The asked, each wording once: "that all States shall …, and that all States shall …"."""
        first: dict[str | Span, Phrase] = {}
        for phrase in asked:
            text = self._document.words(phrase.span).lower()
            # "those in which … and those in which …" are two, whatever follows each
            first.setdefault(phrase.span if text == "those" else text, phrase)
        return tuple(first.values())

    def _bearers(self, group: VerbGroup, contents: Sequence[Content]) -> tuple[Phrase, ...]:
        """Whoever a that-clause binds ("that the parties must cooperate"), if it is a known actor.

        What was decided elsewhere is only referred to: "recalls its decision that all States shall …".
        """
        if group.verb.act in grammar().recounting and contents and contents[0].kind is ContentKind.OBJECT:
            return ()
        return tuple(
            phrase
            for piece in contents
            if piece.kind is not ContentKind.OBJECT and piece.text[:5].lower() in ("that ", "that,")
            for phrase in bearers(
                words(self._document.text, piece.span),
                self._marks,
                demanded=group.verb.complement is Frame.ADDRESSEE
                and group.verb.act not in grammar().reminding,
            )
            if self.identifier.is_known(phrase)
        )

    def _asked_in_items(self, group: VerbGroup, contents: Sequence[Content]) -> Iterator[Phrase]:
        """Whoever a lettered item asks: "Decides: (a) To call upon the parties to …"."""
        if group.verb.complement is Frame.SELF:
            for piece in contents:
                if piece.paragraph != group.paragraph and piece.text[:3].lower() == "to ":
                    yield from asked_in_turn(words(self._document.text, piece.span), self._marks)

    def _source(self, group: VerbGroup) -> str:
        """Key of the instrument whose act a reported one is: the last cited before its verb."""
        if not group.reported:
            return ""
        before = [
            mention.keys[-1]
            for mention in self._found.instruments.mentions
            if mention.paragraph == group.paragraph and mention.span.end <= group.span.start
        ]
        return before[-1] if before else group.reported


def _in_clause(found: Sequence[Placed], clause: Clause) -> tuple[Placed, ...]:
    return tuple(value for span in clause.spans for value in within(found, span))


def _first_of_each(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """One citation an instrument: the first."""
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.instrument, citation)
    return tuple(first.values())


def _with_modality(group: VerbGroup, piece: Content, asked: bool, chapeau: str) -> Content:
    """A piece that somebody is to do, with what it is to them; and exemptions.

    A lettered item goes on from its chapeau: "shall prevent: (a) the import of …".
    """
    verb = group.verb
    if piece.kind is ContentKind.OBJECT:
        return piece
    if piece.kind is ContentKind.ACTION and verb.complement is Frame.SELF and (not asked or _creates(piece)):
        return piece
    action = piece.text if piece.paragraph == group.paragraph else f"{chapeau} {piece.text}"
    asking = _asking(piece) if verb.complement is Frame.SELF else None
    modality = modality_of((asking or verb).act, (asking or verb).force, action)
    if piece.kind is ContentKind.PROPOSITION and not asked and modality is not Modality.EXEMPTION:
        return piece
    return replace(piece, modality=modality)


def _asking(piece: Content) -> Verb | None:
    """The verb that asks in the body's own infinitive: "decides | to authorize X to act" allows X to."""
    first, second, *_ = [*piece.text[:40].lower().split(), "", ""]
    if first != "to" or second not in grammar().directive_verb:
        return None
    return next((reading.verb for reading in lexicon().bases.get(second, ())), None)


def _creates(piece: Content) -> bool:
    """Whether the body itself is to do what a piece says: "to establish a Committee", not the Committee."""
    first, second, *_ = [*piece.text[:40].lower().split(), "", ""]
    return first == "to" and second.strip(",") in grammar().creating


def _doubts(group: VerbGroup, complement: Complement, addressees: Sequence[Addressee]) -> tuple[str, ...]:
    """Why an act is not certain, each reason once."""
    doubts = list(group.doubts)
    asks = group.verb.complement is Frame.ADDRESSEE and complement.shape is not Shape.THAT
    if asks and not addressees:
        doubts.append(NO_ADDRESSEE)
    doubts += [addressee.doubt for addressee in addressees if addressee.doubt]
    return tuple(dict.fromkeys(doubts))

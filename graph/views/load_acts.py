"""Puts acts and paragraphs together from the columns of a store.

Which node belongs to which act is told by its IRI, as ``iri``, ``build`` and ``nodes`` make it:
``…/OP2/act/1/content/3`` is a part of the act before it, and what ends in ``/anchor/position`` says
where the node before it stands. Asking for these links would cost as much as the texts do. The end
of a piece is not asked for either: its text is the very words of the document from its start on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ...ontology.vocabulary import OA, OG, concepts
from .columns import Columns
from .facts import ActFact, Address, HeadingFact, ObligationFact, ParagraphFact, Piece, short, tail

_POSITION = "/anchor/position"

_CONTENTS = {"action": OG.Action, "proposition": OG.Proposition, "object": OG.Object}
_TIMES = {"deadline": OG.Deadline, "recurrence": OG.Recurrence, "period": OG.Period, "start": OG.Start}
_MODALITIES = {
    "duty": OG.Duty,
    "recommendation": OG.Recommendation,
    "permission": OG.Permission,
    "prohibition": OG.Prohibition,
    "exemption": OG.Exemption,
}


def load_texts(
    columns: Columns, documents: Collection[str]
) -> tuple[dict[str, ParagraphFact], list[HeadingFact], list[ActFact]]:
    """The paragraphs of documents, by IRI, their headings and their acts, in no fixed order.

    Args:
        columns: What the store says.
        documents: IRIs of the documents that are wanted.
    """
    texts = columns.column(OG.text)
    starts = columns.column(OG.start)
    paragraphs = _paragraphs(columns, documents, texts, starts)
    headings = [
        HeadingFact(document, int(starts.get(iri, -1)), texts.get(iri, ""))
        for iri, document in columns.graphs(OG.Heading).items()
        if document in documents
    ]
    return paragraphs, headings, _acts(columns, paragraphs, texts)


def _paragraphs(
    columns: Columns, documents: Collection[str], texts: Mapping[str, str], start: Mapping[str, str]
) -> dict[str, ParagraphFact]:
    position, label = columns.column(OG.position), columns.column(OG.label)
    wrap, wrap_start = columns.column(OG.wrapUp), columns.column(OG.wrapUpStart)
    return {
        iri: ParagraphFact(
            iri=iri,
            document=document,
            label=label.get(iri, ""),
            position=int(position.get(iri, -1)),
            text=texts.get(iri, ""),
            start=int(start.get(iri, -1)),
            wrap_up=wrap.get(iri, ""),
            wrap_start=int(wrap_start.get(iri, -1)),
        )
        for iri, document in columns.graphs(OG.Paragraph).items()
        if document in documents
    }


def _acts(
    columns: Columns, paragraphs: Mapping[str, ParagraphFact], texts: Mapping[str, str]
) -> list[ActFact]:
    """All acts in the paragraphs, with their parts; those that are only reported are none."""
    within = columns.column(OG.inParagraph)
    there = {
        iri: paragraphs[one] for iri in columns.members(OG.Act) if (one := within.get(iri, "")) in paragraphs
    }
    parts = _Parts(columns, texts, there, within)
    addresses, obligations = parts.addresses(), parts.obligations()
    contents, times = parts.contents(), parts.times()
    blamed = parts.of_class("target", {"target": OG.Targeting})
    instruments = parts.of_class("citation", {"instrument": OG.Citation})

    verbs = {key: concept.label for key, concept in concepts("verb").items()}
    verb, printed, kind = (columns.column(one) for one in (OG.verb, OG.verbText, OG.illocution))
    issuer, rule, force = (columns.column(one) for one in (OG.issuer, OG.rule, OG.force))
    targets = columns.lists(OG.target)
    found = []
    for iri, paragraph in there.items():
        key, start = tail(verb.get(iri, "")), parts.start.get(iri, -1)
        words = texts.get(iri, "")
        found.append(
            ActFact(
                iri=iri,
                id=short(iri),
                document=paragraph.document,
                paragraph=paragraph.iri,
                verb=printed.get(iri, ""),
                act=verbs.get(key, key.replace("-", " ")),
                force=tail(force.get(iri, "")),
                kind=tail(kind.get(iri, "")),
                issuer=issuer.get(iri, ""),
                text=words,
                rule=rule.get(iri, ""),
                certainty=float(parts.certainty.get(iri, 1)),
                start=start,
                end=_end(start, words),
                doubts=tuple(parts.doubts.get(iri, ())),
                targets=tuple(targets.get(iri, ())),
                addresses=tuple(sorted(addresses.get(iri, ()), key=_address_order)),
                contents=_pieces(contents.get(iri, ())),
                times=_pieces(times.get(iri, ())),
                blamed=_pieces(blamed.get(iri, ())),
                instruments=_pieces(instruments.get(iri, ())),
                obligations=tuple(sorted(obligations.get(iri, ()), key=lambda o: (len(o.id), o.id))),
            )
        )
    return found


class _Parts:
    """The parts of acts, by the act's IRI.

    Args:
        columns: What the store says.
        texts: The words of each node.
        acts: IRIs of the acts whose parts are wanted.
        within: The paragraph of each node.
    """

    def __init__(
        self, columns: Columns, texts: Mapping[str, str], acts: Collection[str], within: Mapping[str, str]
    ) -> None:
        self._columns, self._texts, self._wanted, self._within = columns, texts, acts, within
        self.start = {
            position.removesuffix(_POSITION): int(value) for position, value in columns.links(OA.start)
        }
        self.certainty, self.doubts = columns.column(OG.certainty), columns.lists(OG.doubt)
        self._due, self._until = columns.lists(OG.due), columns.lists(OG.until)
        self._via = columns.column(OG.via)

    def addresses(self) -> dict[str, list[Address]]:
        """Whom acts address: an address for each actor that the words stand for."""
        found: dict[str, list[Address]] = {}
        for iri, actors in self._columns.lists(OG.actor).items():
            act = self._act(iri, "addressee")
            if not act:
                continue
            piece = self._piece(iri, "addressee")
            certainty, doubt = float(self.certainty.get(iri, 1)), "; ".join(self.doubts.get(iri, ()))
            for actor in actors:
                one = Address(actor, self._via.get(iri, ""), piece, certainty, doubt)
                found.setdefault(act, []).append(one)
        return found

    def obligations(self) -> dict[str, list[ObligationFact]]:
        """Obligations that arise from acts."""
        bearer, action = self._columns.column(OG.bearer), self._columns.column(OG.action)
        found: dict[str, list[ObligationFact]] = {}
        for modality, iri, act in self._members("obligation", _MODALITIES):
            what = action.get(iri, "")
            one = ObligationFact(
                iri=iri,
                id=short(iri),
                act=act,
                modality=modality,
                bearer=bearer.get(iri, ""),
                action=what,
                text=self._texts.get(what, ""),
                due=self._earliest(iri),
                until=self._latest(iri),
                via=self._via.get(iri, ""),
            )
            found.setdefault(act, []).append(one)
        return found

    def contents(self) -> dict[str, list[Piece]]:
        """What acts say or ask for, with the paragraphs that it stands in."""
        found: dict[str, list[Piece]] = {}
        for role, iri, act in self._members("content", _CONTENTS):
            piece = self._piece(iri, role, paragraph=self._within.get(iri, ""))
            found.setdefault(act, []).append(piece)
        return found

    def times(self) -> dict[str, list[Piece]]:
        """Deadlines, periods, recurrences and starts."""
        found: dict[str, list[Piece]] = {}
        for kind, iri, act in self._members("time", _TIMES):
            days = {"due": self._earliest(iri), "until": self._latest(iri)}
            found.setdefault(act, []).append(self._piece(iri, "time", detail=kind, **days))
        return found

    def of_class(self, part: str, classes: Mapping[str, str]) -> dict[str, list[Piece]]:
        """Parts that are nothing but words with a role."""
        found: dict[str, list[Piece]] = {}
        for role, iri, act in self._members(part, classes):
            found.setdefault(act, []).append(self._piece(iri, role))
        return found

    def _members(self, part: str, classes: Mapping[str, str]) -> list[tuple[str, str, str]]:
        """What each class has of a kind of part: name of the class, the part, its act."""
        return [
            (name, iri, act)
            for name, cls in classes.items()
            for iri in self._columns.members(cls)
            if (act := self._act(iri, part))
        ]

    def _act(self, iri: str, part: str) -> str:
        """The act that a part belongs to, if it is that kind of part of one that is wanted, or nothing."""
        act, _, rest = iri.rpartition(f"/{part}/")
        return act if act in self._wanted and "/" not in rest else ""

    def _piece(
        self, iri: str, role: str, *, paragraph: str = "", detail: str = "", due: str = "", until: str = ""
    ) -> Piece:
        words, start = self._texts.get(iri, ""), self.start.get(iri, -1)
        return Piece(role, words, paragraph, start, _end(start, words), detail, due, until, iri)

    def _earliest(self, iri: str) -> str:
        return self._due.get(iri, [""])[0]

    def _latest(self, iri: str) -> str:
        return self._until.get(iri, [""])[-1]


def _end(start: int, words: str) -> int:
    """Where words end that start there, or -1."""
    return start + len(words) if start >= 0 else -1


def _address_order(address: Address) -> tuple[int, str, str]:
    return (address.piece.start, address.actor, address.via)


def _pieces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces in the order of the text; words that cite several instruments are one piece."""
    found: dict[tuple[str, ...], Piece] = {}
    for piece in sorted(pieces, key=lambda p: (p.paragraph, p.start, p.text, p.role, p.iri)):
        same = (
            piece.paragraph,
            str(piece.start),
            piece.text,
            piece.role,
            piece.detail,
            piece.due,
            piece.until,
        )
        found.setdefault(same, piece)
    return tuple(found.values())

"""The values that reading makes of a document: actors, instruments, mentions, acts, obligations.

All of them are frozen, and their offsets count characters of ``Document.text``, as those of ``document``
do. Spans are kept out of equality where a value is what it says and not where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .document import Document, Span


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """Somebody who can be asked: a row of the authority file, or a name that it lacks.

    Attributes:
        key: Stable, ``[a-z0-9-]+``: ``cted``, ``member-states``. The last part of its IRI.
        name: The shortest usual name: ``CTED``, ``Member States``.
        kind: ``organ``, ``committee``, ``mission``, ``office``, ``agency``, ``role``, ``state``,
            ``group-of-states``, ``organization``, ``armed-group``, ``group`` or ``unknown``.
        full_name: The long name, where it differs.
        parent: Key of the body that it is part of, or empty.
        known: Whether the authority file has it; False lists it for review.
    """

    key: str
    name: str
    kind: str = "unknown"
    full_name: str = ""
    parent: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Instrument:
    """A resolution, report, treaty or a provision of one, as cited.

    Attributes:
        key: Normalised, as the gold standard writes it: ``S/RES/1373(2001)``,
            ``S/RES/731(1992), paragraph 4``, ``Charter of the United Nations, Chapter VII``,
            ``United Nations Convention against Transnational Organized Crime, article 15``.
            A paragraph of the citing document itself is ``#OP5``.
        kind: ``resolution``, ``statement``, ``document``, ``charter``, ``treaty``, ``declaration``,
            ``plan``, ``agreement`` or ``paragraph``.
        whole: Key of the instrument that a provision belongs to; empty for a whole one.
        provision: ``paragraph 4``, ``article 15``, ``Chapter VII``; empty for a whole one.
    """

    key: str
    kind: str
    whole: str = ""
    provision: str = ""


class MentionKind(StrEnum):
    """What is mentioned."""

    ACTOR = "actor"
    INSTRUMENT = "instrument"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor or an instrument is named.

    ``keys`` are keys of ``Reading.actors`` or ``Reading.instruments``. One phrase names several
    instruments in "paragraphs 3 to 7 above", several actors in "the above-mentioned entities".
    ``paragraph`` is the label of the paragraph whose span (or wrap-up) holds it.
    """

    kind: MentionKind
    keys: tuple[str, ...]
    paragraph: str
    span: Span = field(compare=False)
    text: str


class Force(StrEnum):
    """How strongly an act binds, strongest first; the SKOS scheme of forces has the same ranks.

    The order is that of the wording, not a claim about legal effect: whether a decision binds
    turns on the whole context (ICJ, Namibia, Advisory Opinion, I.C.J. Reports 1971, para. 114).
    """

    DECISION = "decision"  # decides, establishes, authorizes, imposes
    DEMAND = "demand"  # demands, requires, insists
    REQUEST = "request"  # requests, instructs, directs, entrusts
    APPEAL = "appeal"  # calls upon, urges, appeals to
    ENCOURAGEMENT = "encouragement"  # encourages, invites, recommends
    STATEMENT = "statement"  # notes, recalls, welcomes, condemns

    @property
    def rank(self) -> int:
        """6 for a decision down to 1 for a statement."""
        return len(Force) - list(Force).index(self)


class VerbKind(StrEnum):
    """Searle's classes of illocutionary acts (Expression and Meaning, 1979, ch. 1)."""

    DIRECTIVE = "directive"
    COMMISSIVE = "commissive"
    ASSERTIVE = "assertive"
    EXPRESSIVE = "expressive"
    DECLARATIVE = "declarative"


class Modality(StrEnum):
    """What an action is to its bearer."""

    DUTY = "duty"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"
    PROHIBITION = "prohibition"
    EXEMPTION = "exemption"


class ContentKind(StrEnum):
    """What a piece of content is: something to do, something said, something named."""

    ACTION = "action"
    PROPOSITION = "proposition"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whoever an act asks, tells or allows to do something.

    ``actors`` has one key but for a pronoun or description that stands for several, and for one that
    stands for nobody whom the document names: it has none, and its ``doubt`` says so.
    ``via`` is ``including`` for a member singled out of a group, else empty.
    ``certainty`` is 0–1 and ``doubt`` says why it is less than 1.
    """

    actors: tuple[str, ...]
    span: Span = field(compare=False)
    text: str
    via: str = ""
    certainty: float = 1.0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """An actor said to have done what is condemned."""

    actors: tuple[str, ...]
    span: Span = field(compare=False)
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of what an act is about. ``paragraph`` is the label of the item it stands in."""

    paragraph: str
    kind: ContentKind
    span: Span = field(compare=False)
    text: str
    modality: Modality | None = None


class TimeKind(StrEnum):
    """What a time does to an act."""

    DEADLINE = "deadline"
    RECURRENCE = "recurrence"
    PERIOD = "period"
    START = "start"


@dataclass(frozen=True, slots=True)
class Time:
    """A time that limits an act.

    Attributes:
        what: Deadline, recurrence, period or start.
        span, text: The words.
        iso: ISO 8601 duration or date; None for "regularly".
        due: The day a deadline falls on, counted from adoption unless the text says otherwise.
        until: The day a period ends.
        event: What the time counts from, where that is neither adoption nor a date.
    """

    what: TimeKind
    span: Span = field(compare=False)
    text: str
    iso: str | None = None
    due: date | None = None
    until: date | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words that limit the duty: "as appropriate", "within their existing mandates"."""

    span: Span = field(compare=False)
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """An instrument named in the words of an act.

    ``use`` is how: ``recalls``, ``pursuant-to``, ``in-accordance-with``, ``set-out-in``,
    ``established-by``, ``extended-by``, ``modifies`` or ``cites`` (none of these). The terms are
    the concepts of the SKOS scheme of citation uses. ``certainty`` is 0–1 and ``doubt`` says why it is
    less than 1 ("taken to be a paragraph of the document itself").
    """

    instrument: str
    span: Span = field(compare=False)
    text: str
    use: str = "cites"
    certainty: float = 1.0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One performative verb group of the issuing body, with all that hangs on it.

    Attributes:
        id: ``OP2(c)/act/2``: the paragraph and the act's rank in it, from 1.
        paragraph: Label of the paragraph that the verb stands in.
        verb: The verb group as printed, with adverbs.
        verb_span: Where ``verb`` stands.
        act: Dictionary form, a key of the verb lexicon: ``call upon``.
        kind, force: From the lexicon.
        issuer: Key of the body that acts: ``unsc``.
        span, text: From the verb to the last word of what hangs on it in its own paragraph.
        authority: Keys of the instruments that the act is done under ("Acting under Chapter VII").
        reported: Key of the instrument whose act is only reported here, else empty.
        rule: Id of the rule that read the verb.
        certainty, doubts: 0–1, and why it is less than 1.
        reviewed: Name of the reader who has corrected or accepted it, or empty.
    """

    id: str
    paragraph: str
    verb: str
    verb_span: Span = field(compare=False)
    act: str
    kind: VerbKind
    force: Force
    issuer: str
    span: Span = field(compare=False)
    text: str = field(repr=False)
    addressees: tuple[Addressee, ...] = ()
    contents: tuple[Content, ...] = ()
    targets: tuple[Target, ...] = ()
    times: tuple[Time, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    authority: tuple[str, ...] = ()
    reported: str = ""
    rule: str = ""
    certainty: float = 1.0
    doubts: tuple[str, ...] = ()
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in a document.

    ``actors`` and ``instruments`` describe, sorted by key, each that an act or a mention names.
    ``reported`` are acts of other texts told in this one; they are not acts of this document.
    ``stale`` says which corrections by a reader no longer fit and were not applied, a line each.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    acts: tuple[Act, ...] = ()
    reported: tuple[Act, ...] = ()
    actors: tuple[Actor, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """One bearer, one action: what ``obligations.obligations`` derives from a directive act.

    ``id`` is ``<act id>/obligation/<n>``. ``times`` and ``qualifiers`` are those of the action,
    and those that limit the whole act.
    """

    id: str
    act: Act = field(repr=False)
    bearer: str
    via: str
    action: Content
    modality: Modality
    times: tuple[Time, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()

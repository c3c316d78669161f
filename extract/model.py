"""The values that reading passes on: documents, paragraphs, mentions, acts, obligations.

All of them are frozen. All offsets count characters of ``Document.text``, and
``document.text[x.span.start:x.span.end] == x.text`` holds for every value with a span and a
text. Spans are kept out of equality where a value is what it says and not where it stands.

This module imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

READ = "en"
"""The language that acts are read in, in ISO 639-1. A text in another one is a translation."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class ParagraphKind(StrEnum):
    """What a paragraph is in its document; also the concepts of the SKOS scheme of kinds."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    STATEMENT = "statement"  # of a presidential statement, which has no such parts
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a lettered item of one.

    Attributes:
        label: ``PP5``, ``OP2``, ``OP2(c)``, ``OP3(a)(ii)``, ``P4``, ``AN1``: the printed numbers.
        kind: What it is.
        number: The number as printed, without brackets and full stop: ``2``, ``c``, ``ii``.
            Empty where none is printed.
        span: The paragraph's own words: no number, no items, no wrap-up.
        text: The words at ``span``: single spaces, no line break, no markup.
        parent: The label of the paragraph that an item belongs to.
        wrap_up: Words after the last item that close the paragraph ("shall freeze such …").
        place: Where the source has it: ``line 43`` or an element's eId.
    """

    label: str
    kind: ParagraphKind
    number: str
    span: Span = field(compare=False)
    text: str
    parent: str | None = None
    wrap_up: Span | None = field(default=None, compare=False)
    place: str = field(default="", compare=False)

    @property
    def numbered(self) -> bool:
        """Whether the label is made of printed numbers: an item set off by a dash is only counted."""
        return "(-" not in self.label

    @property
    def operative(self) -> bool:
        """Whether it belongs to the operative part (or to a statement, which is all operative)."""
        return self.kind in (ParagraphKind.OPERATIVE, ParagraphKind.STATEMENT)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between paragraphs that is none: "Sanctions measures", "A", "Annex"."""

    span: Span = field(compare=False)
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Vote:
    """How a State voted: ``position`` is ``for``, ``against``, ``abstaining`` or ``absent``."""

    state: str
    position: str


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """A keyword that the source gives the document, with its scheme ("UNBIS", "SDGO") and IRI."""

    label: str
    scheme: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read from its source, before anything in it is understood.

    Attributes:
        symbol: The UN symbol without inner spaces: ``S/RES/2331(2016)``, ``S/PRST/2015/25``.
            A text that states none gets ``untitled/`` and twelve hex digits of its sha256.
        kind: ``resolution``, ``statement`` or ``draft``.
        body: The issuing body's name as printed: ``Security Council``.
        title: The title as printed, or what the source's metadata give; may be empty.
        adopted: Day of adoption (of a draft: its date), where stated.
        meeting: Number of the meeting, where stated.
        text: The one string that all offsets count in. Paragraphs, headings, and printed
            numbers in reading order, one a line; inside a line single spaces, no markup.
        sha256: Of the source's bytes, in hex.
        source: The source's name as the user gave it (a file's name, no folder).
        format: The reader's name: ``text``, ``akn``.
        paragraphs: In reading order; an item follows its parent.
        headings: In reading order.
        notes: Footnotes, as spans of ``text`` that belong to no paragraph.
        emphases: What the source prints in italics or underlined: the drafters' own mark of
            the lead verbs. Never needed for reading, since most sources lack it.
        language: ISO 639-1, or ISO 639-2 where that has none. Only what is in ``READ`` has its acts read.
        uri: The source's own identifier (AKN4UN FRBRWork uri), or empty.
        draft, draft_date, agenda, chapter_vii, sponsors, votes, subjects: What the source's
            metadata say; empty where they say nothing. ``chapter_vii`` None means not stated.
        review: SHA-256 of the file of corrections beside the source, in hex; empty without one.
    """

    symbol: str
    kind: str
    body: str
    title: str
    adopted: date | None
    meeting: int | None
    text: str = field(repr=False)
    sha256: str
    source: str
    format: str
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    headings: tuple[Heading, ...] = field(default=(), repr=False)
    notes: tuple[Span, ...] = field(default=(), repr=False)
    emphases: tuple[Span, ...] = field(default=(), compare=False, repr=False)
    language: str = READ
    uri: str = ""
    draft: str = ""
    draft_date: date | None = None
    agenda: str = ""
    chapter_vii: bool | None = None
    sponsors: tuple[str, ...] = ()
    votes: tuple[Vote, ...] = ()
    subjects: tuple[Subject, ...] = field(default=(), repr=False)
    review: str = ""

    def words(self, span: Span) -> str:
        """The characters at ``span``."""
        return self.text[span.start : span.end]


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

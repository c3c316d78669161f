"""Finding the verb groups by which the issuing body acts.

A candidate is a form of the lexicon; what stands before it decides. It is an act at the head of a
paragraph, behind the body's own name, or where it joins such an act ("…, and stresses that",
"; further recalling"). It is none where it belongs to somebody else: in a relative clause ("a
report which notes"), in a clause with a subject of its own, after a preposition ("by calling for").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..document import Document, Paragraph, ParagraphKind, Span
from ..tokens import plain_tokens
from .groups import Group, group_at, plural_at
from .halves import half_at
from .joints import Joint, Left, first_word, joint_before, sentence_ends
from .judge import Judge, Verdict
from .misprints import corrections
from .unlisted import unlisted_at
from .verbs import SENTENCE_MARKS, Form, Verb, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc


#: More words than any verb group has.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb group by which a body acts.

    Attributes:
        verb: The row of the lexicon.
        form: How it stands: third person, participle …
        span, text: The group as printed, with the adverbs next to it.
        rest: Offset at which what hangs on the verb begins: behind set-off adverbs and behind a
            linking preposition ("concern *at*").
        paragraph: Label of the paragraph that it stands in.
        rule: Id of the rule that accepted it.
        reported: Words of the instrument whose act is told here; empty for the document's own.
        certainty, doubts: 0–1, and why it is less than 1.
    """

    verb: Verb
    form: Form
    span: Span = field(compare=False)
    text: str
    rest: int = field(compare=False)
    paragraph: str
    rule: str
    reported: str = ""
    certainty: float = 1.0
    doubts: tuple[str, ...] = ()


def find_verbs(doc: Doc) -> tuple[VerbGroup, ...]:
    """Finds the verb groups by which the issuing body acts, and those it reports.

    Args:
        doc: A Doc of ``tokens.make_doc``.

    Returns:
        The groups in the order of the text. Those with ``reported`` are no acts of this document.
    """
    document: Document = doc.user_data["document"]
    tokens = plain_tokens(doc)
    text = _Text(document, tokens.lower, tokens.texts, tokens.starts, body_names(document.body))
    found: list[VerbGroup] = []
    leads: dict[str, Form | None] = {}
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.ANNEX:
            continue
        here = list(_paragraph(text, paragraph, leads.get(paragraph.parent or "")))
        own = [group for group in here if not group.reported]
        leads[paragraph.label] = own[0].form if own else leads.get(paragraph.parent or "")
        found += here
    return tuple(found)


def body_names(body: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a body names itself, as words, longest first: "the Security Council", "it"."""
    words = tuple(body.lower().split())
    return (("the", *words), ("the", words[-1]), words, ("it",)) if words else (("it",),)


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a document in lower case and as printed, and where they stand."""

    document: Document
    words: list[str]
    texts: list[str]
    starts: list[int]
    body: tuple[tuple[str, ...], ...]

    def named_at(self, i: int) -> bool:
        """Whether the body's name, "the Security Council" or "the Council", begins at ``i``."""
        return any(tuple(self.words[i : i + len(name)]) == name for name in self.body if name[0] == "the")

    def follows_name(self, i: int, first: int) -> bool:
        """Whether the body's name at a sentence's head ends before ``i``: "The Council | request"."""
        for name in self.body:
            at = i - len(name)
            if name[0] == "the" and at >= first and tuple(self.words[at:i]) == name:
                return at == first or self.texts[at - 1] in SENTENCE_MARKS or self.words[at - 1] == "“"
        return False

    def words_of(self, span: Span) -> tuple[int, int]:
        """The range of words at ``span``."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, start: int, end: int) -> Span:
        """The characters of the words ``start`` to ``end`` (exclusive)."""
        return Span(self.starts[start], self.starts[end - 1] + len(self.texts[end - 1]))


def _paragraph(text: _Text, paragraph: Paragraph, inherited: Form | None) -> Iterator[VerbGroup]:
    judge = Judge(paragraph.kind, item=paragraph.parent is not None, lead=inherited)
    yield from _stretch(text, paragraph, paragraph.span, judge)
    if paragraph.wrap_up:
        judge.wrap_up()
        yield from _stretch(text, paragraph, paragraph.wrap_up, judge)


def _stretch(text: _Text, paragraph: Paragraph, span: Span, judge: Judge) -> Iterator[VerbGroup]:
    """The groups in the words at ``span``, in one pass from left to right."""
    start, end = text.words_of(span)
    lex = lexicon()
    words = text.words
    behind = first = first_word(words, start, end)
    expressed: Form | None = None  # how "express" stands, while what is expressed goes on
    if text.named_at(first):
        judge.named()
    i = start
    while i < end:
        word = words[i]
        slip = i == first or (i > start and words[i - 1] == "which") or text.follows_name(i, first)
        if word not in lex.triggers and not slip:
            i += 1
            continue
        ends = sentence_ends(text.texts, i, end)
        if ends or word == ";":
            expressed = None
        if expressed and (half := half_at(words, i, behind, end, expressed)):
            second, at = half
            left = Left(Joint.AND, second.start, at)
            yield _value(text, paragraph, second, left, end, judge.half(second))
            behind, i = second.rest, second.end
            continue
        if ends:
            judge.sentence()
            if text.named_at(first_word(words, i + 1, end)):
                judge.named()
        group = group_at(words, i, end)
        if group is None and slip and word in lex.bases:
            group = plural_at(words, i, end)
            if group and i == first and not judge.takes_slip(group):
                group = None
        if group is None and i == first:
            group = _misprinted(text, i, end)
            if group and not judge.takes_slip(group):
                group = None
            if group is None and judge.takes_unlisted():
                group = unlisted_at(words, text.texts, i, end)
        if group is not None:
            left = joint_before(words, text.texts, i, start, end, text.body)
            verdict = judge.hear(words, text.texts, group, left, start, behind)
            if verdict is not None:
                yield _value(text, paragraph, group, left, end, verdict)
                behind = group.rest
                i = group.end
                expressed = None
                if group.verb.act.startswith("express ") and not verdict.source:
                    expressed = group.form
                continue
        i += 1


def _misprinted(text: _Text, i: int, end: int) -> Group | None:
    """The group that a paragraph opens with when one letter of its head is put right."""
    word = text.words[i] if i < end else ""
    if word in lexicon().triggers or not text.texts[i : i + 1] or not text.texts[i][0].isupper():
        return None
    following = text.words[i + 1 : min(end, i + _LONGEST)]
    heads = corrections(word, following[0] if following else "")
    groups = [group_at([head, *following], 0, len(following) + 1) for head in heads]
    found = [group for group in groups if group]
    if len({group.verb.act for group in found}) != 1:
        return None
    return found[0]._replace(start=i, end=found[0].end + i, rest=found[0].rest + i)


def _value(
    text: _Text, paragraph: Paragraph, group: Group, left: Left, end: int, verdict: Verdict
) -> VerbGroup:
    span = text.span(left.printed, group.end)
    source = verdict.source
    return VerbGroup(
        verb=group.verb,
        form=group.form,
        span=span,
        text=text.document.words(span),
        rest=text.starts[group.rest] if group.rest < end else text.span(left.printed, end).end,
        paragraph=paragraph.label,
        rule=verdict.rule,
        reported=text.document.words(text.span(*source)) if source else "",
        certainty=verdict.certainty,
        doubts=(verdict.doubt,) if verdict.doubt else (),
    )

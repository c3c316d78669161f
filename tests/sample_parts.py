"""Makes parts of a reading from the words of the sample."""

from __future__ import annotations

from collections.abc import Sequence

from obligraph.extract.document import Document, Span
from obligraph.extract.model import (
    Act,
    Addressee,
    Citation,
    Content,
    ContentKind,
    Force,
    Mention,
    MentionKind,
    Modality,
    Qualifier,
    Target,
    Time,
    VerbKind,
)


class Parts:
    """Makes the parts of a reading of the sample; where they stand is found by their words."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.spans = {p.label: [p.span, *([p.wrap_up] if p.wrap_up else [])] for p in document.paragraphs}

    def find(self, label: str, words: str) -> Span:
        """Where words stand in a paragraph, or in its wrap-up."""
        for span in self.spans[label]:
            found = self.document.words(span).find(words)
            if found >= 0:
                return Span(span.start + found, span.start + found + len(words))
        raise LookupError(f"{label} has no “{words}”")

    def act(
        self,
        id: str,
        verb: str,
        form: str,
        kind: VerbKind,
        force: Force,
        last: str,
        *,
        addressees: Sequence[Addressee] = (),
        contents: Sequence[Content] = (),
        targets: Sequence[Target] = (),
        times: Sequence[Time] = (),
        qualifiers: Sequence[Qualifier] = (),
        citations: Sequence[Citation] = (),
        authority: Sequence[str] = ("Charter of the United Nations, Chapter VII",),
        reported: str = "",
        certainty: float = 1.0,
        doubts: Sequence[str] = (),
    ) -> Act:
        label = id.partition("/")[0]
        verb_span = self.find(label, verb)
        span = Span(verb_span.start, self.find(label, last).end)
        return Act(
            id=id,
            paragraph=label,
            verb=verb,
            verb_span=verb_span,
            act=form,
            kind=kind,
            force=force,
            issuer="unsc",
            span=span,
            text=self.document.words(span),
            addressees=tuple(addressees),
            contents=tuple(contents),
            targets=tuple(targets),
            times=tuple(times),
            qualifiers=tuple(qualifiers),
            citations=tuple(citations),
            authority=tuple(authority) if label.startswith("OP") else (),
            reported=reported,
            rule=f"verb:{form.replace(' ', '-')}",
            certainty=certainty,
            doubts=tuple(doubts),
        )

    def addressee(
        self, label: str, text: str, *actors: str, via: str = "", certainty: float = 1.0, doubt: str = ""
    ) -> Addressee:
        return Addressee(actors, self.find(label, text), text, via, certainty, doubt)

    def content(self, label: str, kind: ContentKind, text: str, modality: Modality | None = None) -> Content:
        return Content(label, kind, self.find(label, text), text, modality)

    def citation(self, label: str, text: str, key: str, use: str) -> Citation:
        return Citation(key, self.find(label, text), text, use)

    def qualifier(self, label: str, text: str) -> Qualifier:
        return Qualifier(self.find(label, text), text)

    def mention(self, kind: MentionKind, label: str, text: str, *keys: str) -> Mention:
        return Mention(kind, keys, label, self.find(label, text), text)

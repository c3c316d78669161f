"""Short texts, and the verbs that are found in them."""

from __future__ import annotations

from obligraph.extract.acts.find import VerbGroup, find_verbs
from obligraph.extract.document import Document, Paragraph, ParagraphKind, Span
from obligraph.extract.tokens import blank, make_doc
from spacy.language import Language

from .documents import of_text

PP, OP, P, AN = (
    ParagraphKind.PREAMBULAR,
    ParagraphKind.OPERATIVE,
    ParagraphKind.STATEMENT,
    ParagraphKind.ANNEX,
)
NLP: Language = blank()


def document_of(*paragraphs: tuple[ParagraphKind, str] | tuple[ParagraphKind, str, int]) -> Document:
    """A document of paragraphs; a third part is the rank of the paragraph that an item hangs on."""
    text = ""
    found: list[Paragraph] = []
    for rank, (kind, words, *parent) in enumerate(paragraphs):
        text += "\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        text += words
        above = found[parent[0]].label if parent else None
        label = f"{above}({chr(97 + rank)})" if above else f"{kind[0].upper()}{rank + 1}"
        found.append(Paragraph(label, kind, "", span, words, above))
    return of_text(text, found, symbol="untitled/x")


def find(*paragraphs: tuple[ParagraphKind, str] | tuple[ParagraphKind, str, int]) -> tuple[VerbGroup, ...]:
    return find_verbs(make_doc(NLP, document_of(*paragraphs)))


def own(*paragraphs: tuple[ParagraphKind, str] | tuple[ParagraphKind, str, int]) -> list[str]:
    return [group.text for group in find(*paragraphs) if not group.reported]

"""Documents and paragraphs, as the explorer gets them."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from urllib.parse import quote

from ..views.facts import Facts, ParagraphFact
from .load import More
from .numbers import Columns, Numbers, columns

OFFICIAL = "https://undocs.org/"


def paragraphs_of(facts: Facts, documents: Numbers) -> list[ParagraphFact]:
    """All paragraphs in the order of the text; what closes one comes behind its items."""
    rows = sorted(facts.paragraphs.values(), key=lambda p: (documents[p.document], p.position, p.iri))
    found: list[ParagraphFact] = []
    open_: list[ParagraphFact] = []  # paragraphs whose items are coming
    for paragraph in rows:
        while open_ and not _within(paragraph, open_[-1]):
            found += closing(open_.pop())
        found.append(paragraph)
        open_.append(paragraph)
    while open_:
        found += closing(open_.pop())
    return found


def heading_columns(facts: Facts, texts: Sequence[ParagraphFact], documents: Numbers) -> Columns:
    """The table of headings, each with the paragraph that it stands above.

    Args:
        facts: What has the headings.
        texts: All paragraphs, as ``paragraphs_of`` gives them.
        documents: Their numbers.
    """
    places: dict[str, list[tuple[int, int]]] = {}  # where the paragraphs of a document begin, and their rows
    for row, paragraph in enumerate(texts):
        places.setdefault(paragraph.document, []).append((paragraph.start, row))
    for one in places.values():
        one.sort()
    found = []
    for heading in facts.headings:
        there = places.get(heading.document, [])
        next_ = bisect(there, (heading.start, len(texts)))
        row = there[next_][1] if next_ < len(there) else -1
        found.append((documents[heading.document], row, heading.text))
    return columns(("document", "paragraph", "text"), found)


def _within(one: ParagraphFact, other: ParagraphFact) -> bool:
    """Whether a paragraph is an item of another, at any depth."""
    return one.document == other.document and one.label.startswith(f"{other.label}(")


def closing(paragraph: ParagraphFact) -> list[ParagraphFact]:
    """The words that close a paragraph, if there are such words, as a paragraph."""
    return [paragraph.closing] if paragraph.closing else []


def document_columns(facts: Facts, more: More, documents: Numbers, themes: Numbers) -> Columns:
    """The table of documents."""
    rows = [facts.documents[iri] for iri in documents.keys]
    return {
        "id": [d.id for d in rows],
        "title": [d.title for d in rows],
        "kind": [d.kind for d in rows],
        "date": [d.date.isoformat() if d.date else "" for d in rows],
        "chapter": [int(more.chapter[d.iri]) if d.iri in more.chapter else -1 for d in rows],
        "themes": [[themes[t] for t in more.themes.get(d.iri, ())] for d in rows],
        "href": [official(d.id) for d in rows],
    }


def official(symbol: str) -> str:
    """Where the official text is; empty for a text that states no symbol."""
    return "" if symbol.startswith("untitled/") else OFFICIAL + quote(symbol, safe="/()")

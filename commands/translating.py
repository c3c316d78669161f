"""Texts in another language: their words are attached to the paragraphs of the English text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..extract.document import Document
    from ..graph.store import Changes, Store
    from .sources import Source, Text


def translated(document: Document) -> bool:
    """Whether a document is in another language than the one that acts are read in."""
    from ..extract.document import READ

    return document.language != READ


def attach(
    text: Text, beside: Mapping[tuple[str, str], Source], store: Store, changes: Changes
) -> tuple[bool, tuple[str, ...]]:
    """Attaches the words of a text to the paragraphs of the English one.

    Args:
        text: In another language.
        beside: The sources that are put into the store along with this one, by symbol and language;
            the store does not show them yet.
        store: As it was before the changes.
        changes: What is put into it.

    Returns:
        Whether anything changed, and what could not be matched, in words.

    Raises:
        InputError: There is no English text.
        StoreError: The store cannot be written.
    """
    from ..extract.document import READ
    from ..graph.translation import fitted, labels

    english = beside.get((text.document.symbol, READ))
    if english is not None:
        there = frozenset(paragraph.label for paragraph in english.text().document.paragraphs)
    else:
        there = labels(store, text.document)
    translation = fitted(text.document, there)
    return changes.put_graph(translation.graph, list(translation.lines)), translation.apart

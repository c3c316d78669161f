"""A document in another language: its words, attached to the paragraphs of the text that was read.

They stand in a graph of their own, named by document and language, so that either text may be read
again without the other, in any order. Paragraphs are matched by what is printed: those of the
operative part by their numbers; those that are only counted (the preamble, annexes, statements) if
both texts have as many of them, for one more in one of them would shift all that follow.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ..errors import InputError
from ..extract.document import Document
from ..extract.version import rules_version
from ..ontology.vocabulary import DCTERMS, ELI, OG
from . import iri
from .build import builder_version
from .nodes import add_provenance, text_iri
from .nquads import Quads, words

if TYPE_CHECKING:
    from .store import Store

_PARTS: Mapping[str, str] = {"PP": "the preamble", "P": "the statement", "AN": "the annex"}
"""Where paragraphs are only counted, by what their labels begin with."""
_STEM = re.compile(r"(?P<part>\w+\.)?(?P<letters>PP|OP|P|AN)")
_FEW = 5  # labels that a message names


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in another language, fitted to the one that was read.

    Attributes:
        graph: IRI of its graph.
        lines: Of N-Quads, sorted.
        apart: What could not be matched, in words; empty where all could.
    """

    graph: str
    lines: tuple[str, ...]
    apart: tuple[str, ...]


def fitted(document: Document, there: Collection[str]) -> Translation:
    """Attaches the words of a document to paragraphs.

    Args:
        document: In another language.
        there: The labels of the paragraphs that the text has that was read.
    """
    me = text_iri(document)
    out = Quads(me, document.language)
    out.classes(me, OG.Translation, ELI.LegalExpression)
    out.link(me, ELI.realizes, iri.document_iri(document.symbol))
    out.string(me, DCTERMS.language, document.language)
    out.words(me, DCTERMS.title, document.title)
    add_provenance(out, document, rules_version(), builder_version())
    own = {paragraph.label for paragraph in document.paragraphs}
    shifted = _shifted(own, there)
    for paragraph in document.paragraphs:
        if paragraph.label in there and _stem(paragraph.label) not in shifted:
            ending = document.words(paragraph.wrap_up) if paragraph.wrap_up else ""
            text = " … ".join(part for part in (paragraph.text, ending) if part)
            if text:
                node = iri.paragraph_iri(document.symbol, paragraph.label)
                out.value(node, OG.translation, words(text, document.language))
    return Translation(me, tuple(out), tuple(_apart(own, there, shifted)))


def labels(store: Store, document: Document) -> frozenset[str]:
    """The labels of the paragraphs that a store has of a document.

    Args:
        store: The store.
        document: The document, in whatever language.

    Raises:
        InputError: The store lacks the document.
    """
    rows = store.select(
        "SELECT ?label ?text WHERE { GRAPH ?text { ?paragraph a og:Paragraph ; og:label ?label } }",
        {"text": NamedNode(iri.document_iri(document.symbol))},
    )
    found = frozenset(str(row["label"].value) for row in rows)
    if not found:
        raise InputError(
            f"the store has no English text of {document.symbol} to attach the words to",
            place=document.source,
            remedy="build the English text first, or along with this one",
        )
    return found


def _shifted(own: Collection[str], there: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """The parts whose paragraphs are only counted and differ in number, with both numbers."""
    stems = {stem for stem in map(_stem, (*own, *there)) if stem.rpartition(".")[2] in _PARTS}
    counts = {stem: (_count(own, stem), _count(there, stem)) for stem in sorted(stems)}
    return {stem: (here, other) for stem, (here, other) in counts.items() if here != other}


def _apart(
    own: Collection[str], there: Collection[str], shifted: Mapping[str, tuple[int, int]]
) -> Iterator[str]:
    """What could not be matched, in words."""
    for stem, (here, other) in shifted.items():
        part = _PARTS[stem.rpartition(".")[2]]
        yield f"{part} is left out: it has {here} paragraphs, and {other} in English"
    more = sorted(label for label in own if label not in there and _stem(label) not in shifted)
    fewer = sorted(label for label in there if label not in own and _stem(label) not in shifted)
    if more:
        yield f"left out, since the English text has none of this number: {_listed(more)}"
    if fewer:
        yield f"no words for: {_listed(fewer)}"


def _listed(labels: list[str]) -> str:
    return ", ".join(labels[:_FEW]) + (f" and {len(labels) - _FEW} more" if labels[_FEW:] else "")


def _stem(label: str) -> str:
    """Which part of the text a label says that a paragraph belongs to: ``PP`` of ``PP5``."""
    found = _STEM.match(label)
    return found[0] if found else ""


def _count(labels: Collection[str], stem: str) -> int:
    """How many paragraphs a part has, items apart."""
    return sum(_stem(label) == stem and "(" not in label for label in labels)

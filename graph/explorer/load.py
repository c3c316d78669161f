"""Asks a store for what the explorer shows beyond the views' facts: themes, Chapter VII, other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..views.columns import PREFIXES, value
from ..views.facts import Facts, Queryable

NEEDS = ("acts", "citations")
"""What must be loaded of the facts, of ``views.load.PARTS``."""

_CHAPTER = f"{PREFIXES}SELECT ?doc ?seven WHERE {{ GRAPH ?doc {{ ?doc og:chapterVII ?seven }} }}"
_THEMES = f"""{PREFIXES}SELECT ?doc ?label WHERE {{
  GRAPH ?doc {{ ?doc dcterms:subject ?theme }} ?theme skos:prefLabel ?label }}"""
_NAMES = f"{PREFIXES}SELECT ?actor ?name WHERE {{ ?actor a og:Actor ; skos:altLabel|og:acronym ?name }}"

_DAYS = f"""{PREFIXES}SELECT ?symbol ?date WHERE {{ GRAPH ?doc {{
  ?doc dcterms:identifier ?symbol ; a ?class . FILTER(?class IN (og:Resolution, og:Statement, og:Draft))
  OPTIONAL {{ ?doc eli:date_document ?date }} }} }}"""


@dataclass(frozen=True, slots=True)
class More:
    """What the explorer shows beside ``Facts``; keys are IRIs.

    Attributes:
        chapter: Whether a document was adopted under Chapter VII, where its source says so.
        themes: Keywords of a document, sorted.
        names: Other names of an actor, sorted.
    """

    chapter: Mapping[str, bool] = field(default_factory=dict)
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_more(store: Queryable, facts: Facts) -> More:
    """Reads what the explorer shows beside the facts.

    Args:
        store: The store that the facts were loaded from.
        facts: What says which documents and actors are wanted.
    """
    themes: defaultdict[str, set[str]] = defaultdict(set)
    for document, label in _rows(store, _THEMES):
        if document in facts.documents:
            themes[document].add(label[:1].upper() + label[1:])
    names: defaultdict[str, set[str]] = defaultdict(set)
    for actor, name in _rows(store, _NAMES):
        names[actor].add(name)
    return More(
        chapter={document: seven in ("true", "1") for document, seven in _rows(store, _CHAPTER)},
        themes={key: tuple(sorted(found)) for key, found in themes.items()},
        names={key: tuple(sorted(found)) for key, found in names.items()},
    )


def load_days(store: Queryable) -> list[tuple[str, str]]:
    """Day of adoption (ISO, or empty) and symbol of every document, the newest last."""
    return sorted({(day, symbol) for symbol, day in _rows(store, _DAYS)})


def _rows(store: Queryable, sparql: str) -> Iterator[tuple[str, str]]:
    for one, other in store.query(sparql):
        yield value(one), value(other)

"""Asks a store for what the explorer shows beyond the views' facts: themes, Chapter VII, other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..views.columns import PREFIXES, value
from ..views.facts import Facts, Queryable

NEEDS = ("acts", "citations")
"""What must be loaded of the facts, of ``views.load.PARTS``."""

# Of the things that are wanted alone: of a store of many documents an explorer shows a few.
_CHAPTER = f"""{PREFIXES}SELECT ?doc ?seven WHERE {{ VALUES ?doc {{ %s }}
  GRAPH ?doc {{ ?doc og:chapterVII ?seven }} }}"""
_SUBJECTS = f"""{PREFIXES}SELECT ?doc ?theme WHERE {{ VALUES ?doc {{ %s }}
  GRAPH ?doc {{ ?doc dcterms:subject ?theme }}
  FILTER(isIRI(?theme)) }}"""
_LABELS = f"""{PREFIXES}SELECT ?theme ?label WHERE {{ VALUES ?theme {{ %s }}
  ?theme skos:prefLabel ?label }}"""
_NAMES = f"""{PREFIXES}SELECT ?actor ?name WHERE {{ VALUES ?actor {{ %s }}
  ?actor skos:altLabel|og:acronym ?name }}"""
_BATCH = 500  # things named in one query: its text stays below 100 kB

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
    labels: defaultdict[str, set[str]] = defaultdict(set)
    subjects = sorted(set(_of(store, _SUBJECTS, facts.documents)))
    for theme, label in _of(store, _LABELS, {theme for _, theme in subjects}):
        labels[theme].add(label[:1].upper() + label[1:])
    themes: defaultdict[str, set[str]] = defaultdict(set)
    for document, theme in subjects:
        themes[document] |= labels[theme]
    names: defaultdict[str, set[str]] = defaultdict(set)
    for actor, name in _of(store, _NAMES, actors_in(facts)):
        names[actor].add(name)
    return More(
        chapter={one: seven in ("true", "1") for one, seven in _of(store, _CHAPTER, facts.documents)},
        themes={key: tuple(sorted(found)) for key, found in themes.items()},
        names={key: tuple(sorted(found)) for key, found in names.items()},
    )


def actors_in(facts: Facts) -> list[str]:
    """IRIs of all actors that take part in an act, sorted."""
    found: set[str] = set()
    for act in facts.acts:
        found.add(act.issuer)
        found.update(a.actor for a in act.addresses)
        found.update(act.targets)
        found.update(o.bearer for o in act.obligations)
    return sorted(found)


def load_days(store: Queryable) -> list[tuple[str, str]]:
    """Day of adoption (ISO, or empty) and symbol of every document, the newest last."""
    return sorted({(day, symbol) for symbol, day in _rows(store, _DAYS)})


def _of(store: Queryable, sparql: str, things: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The rows of a query about things, some at a time."""
    from pyoxigraph import NamedNode

    every = sorted(things)
    for start in range(0, len(every), _BATCH):
        # As a term, an IRI is checked and written so that it ends nowhere but at its end.
        yield from _rows(
            store, sparql % " ".join(str(NamedNode(one)) for one in every[start : start + _BATCH])
        )


def _rows(store: Queryable, sparql: str) -> Iterator[tuple[str, str]]:
    for one, other in store.query(sparql):
        yield value(one), value(other)

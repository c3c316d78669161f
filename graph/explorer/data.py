"""What the explorer shows, as one JSON object of tables. This is the contract with the scripts.

A table is an object of columns, lists of one length; row ``n`` of a table is item ``n`` of each of
its lists. A number in a column that is named after another table is a row of that table, -1 is none.
Every text stands once. The scripts read it in ``web/data.js`` and change nothing in it.

====================  =====================================================================
``base``              beginning of the IRIs: a document's is ``base`` and its ``id``
``title``, ``about``  what the page is called, and a line on what it holds
``start``             state that the page opens in, as the words behind ``#`` in its address
``live``              where a server has more of it; empty in a page that stands alone
``forces``            ``[key, name, dashes]``, strongest first
``groups``            ``[key, name]`` of actors, clockwise from the top
``kinds``             ``[key, name, group]`` of actors
``communities``       ``[key, name]`` of those whom the same texts address, the largest first
``modalities``        keys; in ``arrows.modality`` the sum of their bits, the first being 1
``relations``         ``asks``, ``condemns``
``roles``             of marks in a text
``uses``              ``[key, name]`` of citations
``verbs``             dictionary forms
``themes``            keywords, sorted
``documents``         ``id`` (symbol), ``title``, ``kind``, ``date`` (ISO or empty), ``chapter``
                      (adopted under Chapter VII: 1 yes, 0 no, -1 not stated), ``themes`` (lists),
                      ``href`` (the official text, or empty)
``paragraphs``        ``document``, ``label`` (empty: words that close a paragraph after its
                      items), ``text``; in the order of the text
``headings``          ``document``, ``paragraph`` (that it stands above, -1 behind the last), ``text``
``actors``            ``id`` (key), ``name``, ``full``, ``kind`` (of ``kinds``), ``known`` (1 or 0),
                      ``names`` (lists of other names), ``x``, ``y`` (place on the map, or null),
                      ``community`` (or -1)
``acts``              ``id`` (behind the document's: ``OP2/act/1``), ``paragraph``, ``verb``, ``printed``,
                      ``force``, ``issuer`` (actor), ``certainty``, ``doubts`` (lists), ``rule``,
                      ``times`` (lists of ``[kind, words, due, until]``), ``passages``: lists of
                      ``[paragraph, [start, end, role, …]]``, its own paragraph first, counted in
                      UTF-16 units; in the order of documents (date, symbol) and of the text
``arrows``            ``act``, ``relation``, ``actor`` (whom), ``modality``; ordered by act
``obligations``       ``act``, ``bearer`` (actor), ``modality``, ``paragraph``, ``start``, ``end``
                      (of the action's words), ``due``, ``until``; ordered by act
``instruments``       ``name``, ``kind``, ``document`` (of this data, or -1), ``whole`` (instrument)
``citations``         ``act``, ``instrument``, ``use``; ordered by act
====================  =====================================================================
"""

from __future__ import annotations

from typing import Any

from ...ontology.vocabulary import concepts
from ..views.clauses import ROLES
from ..views.facts import BASE, Facts
from .data_actors import actor_columns, communities_of, kind_of
from .data_acts import act_columns, arrow_columns, obligation_columns
from .data_texts import document_columns, heading_columns, paragraphs_of
from .load import More, actors_in
from .look import FORCES, GROUPS, MODALITIES, RELATIONS, group_of
from .numbers import Columns, Numbers, columns
from .places import places
from .ties import asked, ties


def explorer_data(
    facts: Facts, more: More, *, title: str, about: str, start: str = "", live: str = ""
) -> dict[str, Any]:
    """Makes what the explorer shows.

    Args:
        facts: Of ``views.load.load``, with the parts ``load.NEEDS``.
        more: Of ``load.load_more``, for these facts.
        title: What the page is called.
        about: A line on what it holds.
        start: State that the page opens in.
        live: Where a server has more of it.

    Returns:
        An object for JSON, as the head of this module says. The same facts give the same one.
    """
    documents = Numbers(facts.documents)
    texts = paragraphs_of(facts, documents)
    paragraphs = {p.iri: number for number, p in enumerate(texts)}
    actors = Numbers(actors_in(facts))
    kinds = Numbers(sorted({kind_of(facts, iri) for iri in actors.keys}))
    verbs = Numbers(sorted({act.act for act in facts.acts}))
    themes = Numbers(sorted({t for iri in documents.keys for t in more.themes.get(iri, ())}))
    cited = _cited(facts)
    instruments = Numbers(sorted({instrument for _, instrument, _ in cited}))
    instruments.add(sorted({whole for one in tuple(instruments.keys) if (whole := _whole(facts, one))}))
    uses = Numbers(sorted({use for _, _, use in cited}))
    arrows = arrow_columns(facts, actors)
    weight = asked(arrows["actor"])
    tied = ties(arrows["act"], arrows["actor"], [documents[act.document] for act in facts.acts])
    circles, member = communities_of(facts, actors, tied, weight)
    return {
        "base": BASE,
        "title": title,
        "about": about,
        "start": start,
        "live": live,
        "forces": [[key, name, list(dashes)] for key, (name, dashes) in FORCES.items()],
        "groups": [[key, name] for key, (name, _) in GROUPS.items()],
        "kinds": [[key, _label("actor-kind", key), group_of(key)] for key in kinds.keys],
        "communities": circles,
        "modalities": list(MODALITIES),
        "relations": list(RELATIONS),
        "roles": list(ROLES),
        "uses": [[key, _label("use", key)] for key in uses.keys],
        "verbs": list(verbs.keys),
        "themes": list(themes.keys),
        "documents": document_columns(facts, more, documents, themes),
        "paragraphs": {
            "document": [documents[p.document] for p in texts],
            "label": [p.label for p in texts],
            "text": [p.text for p in texts],
        },
        "headings": heading_columns(facts, texts, documents),
        "actors": actor_columns(facts, more, actors, kinds, places(tied, weight), member),
        "acts": act_columns(facts, paragraphs, verbs, actors),
        "arrows": arrows,
        "obligations": obligation_columns(facts, paragraphs, actors),
        "instruments": _instruments(facts, instruments, documents),
        "citations": columns(
            ("act", "instrument", "use"), [(act, instruments[one], uses[use]) for act, one, use in cited]
        ),
    }


def _label(scheme: str, key: str) -> str:
    found = concepts(scheme).get(key)
    return found.label if found else key.replace("-", " ")


def _whole(facts: Facts, iri: str) -> str:
    return facts.instruments[iri].whole if iri in facts.instruments else ""


def _cited(facts: Facts) -> list[tuple[int, str, str]]:
    """What each act, by its number, cites to what use; what no act cites has no place here."""
    acts = {act.iri: number for number, act in enumerate(facts.acts)}
    return sorted({(acts[c.act], c.instrument, c.use) for c in facts.citations if c.act in acts})


def _instruments(facts: Facts, instruments: Numbers, documents: Numbers) -> Columns:
    rows: list[tuple[Any, ...]] = []
    for iri in instruments.keys:
        one = facts.instruments.get(iri)
        name = one.name if one else iri.removeprefix(BASE)
        kind = one.kind if one else ""
        whole = instruments.get(one.whole) if one else -1
        rows.append((name, kind.replace("-", " "), documents.get(iri), whole))
    return columns(("name", "kind", "document", "whole"), rows)

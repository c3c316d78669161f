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
``actors``            ``id`` (key), ``name``, ``full``, ``kind`` (of ``kinds``), ``known`` (1 or 0),
                      ``names`` (lists of other names), ``x``, ``y`` (place on the map, or null)
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

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from ...ontology.vocabulary import concepts
from ..views.clauses import ROLES, Mark, passages
from ..views.facts import BASE, ActFact, Facts, ObligationFact, ParagraphFact
from .load import More
from .look import FORCES, GROUPS, MODALITIES, RELATIONS, group_of
from .places import places

OFFICIAL = "https://undocs.org/"

Columns = dict[str, list[Any]]


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
    documents = _Numbers(facts.documents)
    texts = _texts(facts, documents)
    paragraphs = {p.iri: number for number, p in enumerate(texts)}
    actors = _Numbers(_actors(facts))
    kinds = _Numbers(sorted({_kind(facts, iri) for iri in actors.keys}))
    verbs = _Numbers(sorted({act.act for act in facts.acts}))
    themes = _Numbers(sorted({t for iri in documents.keys for t in more.themes.get(iri, ())}))
    cited = _cited(facts)
    instruments = _Numbers(sorted({instrument for _, instrument, _ in cited}))
    instruments.add(sorted({whole for one in tuple(instruments.keys) if (whole := _whole(facts, one))}))
    uses = _Numbers(sorted({use for _, _, use in cited}))
    arrows = _arrows(facts, actors)
    spots = places(arrows["act"], arrows["actor"], [documents[act.document] for act in facts.acts])
    return {
        "base": BASE,
        "title": title,
        "about": about,
        "start": start,
        "live": live,
        "forces": [[key, name, list(dashes)] for key, (name, dashes) in FORCES.items()],
        "groups": [[key, name] for key, (name, _) in GROUPS.items()],
        "kinds": [[key, _label("actor-kind", key), group_of(key)] for key in kinds.keys],
        "modalities": list(MODALITIES),
        "relations": list(RELATIONS),
        "roles": list(ROLES),
        "uses": [[key, _label("use", key)] for key in uses.keys],
        "verbs": list(verbs.keys),
        "themes": list(themes.keys),
        "documents": _documents(facts, more, documents, themes),
        "paragraphs": {
            "document": [documents[p.document] for p in texts],
            "label": [p.label for p in texts],
            "text": [p.text for p in texts],
        },
        "actors": _people(facts, more, actors, kinds, spots),
        "acts": _acts(facts, paragraphs, verbs, actors),
        "arrows": arrows,
        "obligations": _obligations(facts, paragraphs, actors),
        "instruments": _instruments(facts, instruments, documents),
        "citations": _columns(
            ("act", "instrument", "use"), [(act, instruments[one], uses[use]) for act, one, use in cited]
        ),
    }


class _Numbers:
    """Numbers for keys, in the order in which they come."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._numbers: dict[str, int] = {}
        self.add(keys)

    def add(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._numbers.setdefault(key, len(self._numbers))

    def __getitem__(self, key: str) -> int:
        return self._numbers[key]

    def get(self, key: str) -> int:
        return self._numbers.get(key, -1)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._numbers)


def _label(scheme: str, key: str) -> str:
    found = concepts(scheme).get(key)
    return found.label if found else key.replace("-", " ")


def _texts(facts: Facts, documents: _Numbers) -> list[ParagraphFact]:
    """All paragraphs in the order of the text; what closes one comes behind its items."""
    rows = sorted(facts.paragraphs.values(), key=lambda p: (documents[p.document], p.position, p.iri))
    found: list[ParagraphFact] = []
    open_: list[ParagraphFact] = []  # paragraphs whose items are coming
    for paragraph in rows:
        while open_ and not _within(paragraph, open_[-1]):
            found += _closing(open_.pop())
        found.append(paragraph)
        open_.append(paragraph)
    while open_:
        found += _closing(open_.pop())
    return found


def _within(one: ParagraphFact, other: ParagraphFact) -> bool:
    """Whether a paragraph is an item of another, at any depth."""
    return one.document == other.document and one.label.startswith(f"{other.label}(")


def _closing(paragraph: ParagraphFact) -> list[ParagraphFact]:
    return [paragraph.closing] if paragraph.closing else []


def _actors(facts: Facts) -> list[str]:
    """IRIs of all actors that take part in an act, sorted."""
    found: set[str] = set()
    for act in facts.acts:
        found.add(act.issuer)
        found.update(a.actor for a in act.addresses)
        found.update(act.targets)
        found.update(o.bearer for o in act.obligations)
    return sorted(found)


def _kind(facts: Facts, iri: str) -> str:
    return facts.actors[iri].kind if iri in facts.actors else "unknown"


def _whole(facts: Facts, iri: str) -> str:
    return facts.instruments[iri].whole if iri in facts.instruments else ""


def _cited(facts: Facts) -> list[tuple[int, str, str]]:
    """What each act, by its number, cites to what use; what no act cites has no place here."""
    acts = {act.iri: number for number, act in enumerate(facts.acts)}
    return sorted({(acts[c.act], c.instrument, c.use) for c in facts.citations if c.act in acts})


def _documents(facts: Facts, more: More, documents: _Numbers, themes: _Numbers) -> Columns:
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


def _people(
    facts: Facts, more: More, actors: _Numbers, kinds: _Numbers, spots: Mapping[int, tuple[float, float]]
) -> Columns:
    rows = [(iri, facts.actors.get(iri)) for iri in actors.keys]
    tail = [iri.rsplit("/", 1)[-1] for iri, _ in rows]
    return {
        "id": tail,
        "name": [a.name if a else key for (_, a), key in zip(rows, tail, strict=True)],
        "full": [a.full_name if a else "" for _, a in rows],
        "kind": [kinds[a.kind if a else "unknown"] for _, a in rows],
        "known": [int(bool(a and a.known)) for _, a in rows],
        "names": [list(more.names.get(iri, ())) for iri, _ in rows],
        "x": [spots[n][0] if n in spots else None for n in range(len(rows))],
        "y": [spots[n][1] if n in spots else None for n in range(len(rows))],
    }


def _acts(facts: Facts, paragraphs: Mapping[str, int], verbs: _Numbers, actors: _Numbers) -> Columns:
    forces = list(FORCES)
    columns: Columns = {
        name: []
        for name in (
            *("id", "paragraph", "verb", "printed", "force", "issuer", "certainty", "doubts", "rule"),
            *("times", "passages"),
        )
    }
    for act in facts.acts:
        row = {
            "id": act.iri.removeprefix(f"{act.document}/"),
            "paragraph": paragraphs.get(act.paragraph, -1),
            "verb": verbs[act.act],
            "printed": act.verb,
            "force": forces.index(act.force if act.force in FORCES else "statement"),
            "issuer": actors[act.issuer],
            "certainty": min([act.certainty, *(a.certainty for a in act.addresses)]),
            "doubts": list(dict.fromkeys([*act.doubts, *(a.doubt for a in act.addresses if a.doubt)])),
            "rule": act.rule,
            "times": [[t.detail, t.text, t.due, t.until] for t in act.times],
            "passages": [
                [
                    paragraphs[p.paragraph.iri],
                    [x for m in p.marks for x in (m.start, m.end, ROLES.index(m.role))],
                ]
                for p in passages(facts, act)
            ],
        }
        for name, value in row.items():
            columns[name].append(value)
    return columns


def _mark(mark: Mark) -> tuple[int, int, int]:
    return mark.start, mark.end, ROLES.index(mark.role)


def _arrows(facts: Facts, actors: _Numbers) -> Columns:
    rows: list[tuple[int, int, int, int]] = []
    for number, act in enumerate(facts.acts):
        for whom in dict.fromkeys(a.actor for a in act.addresses):
            bits = {1 << MODALITIES.index(o.modality) for o in act.obligations if o.bearer == whom}
            rows.append((number, RELATIONS.index("asks"), actors[whom], sum(bits)))
        rows += [(number, RELATIONS.index("condemns"), actors[whom], 0) for whom in act.targets]
    return _columns(("act", "relation", "actor", "modality"), rows)


def _obligations(facts: Facts, paragraphs: Mapping[str, int], actors: _Numbers) -> Columns:
    rows = [
        (
            *(number, actors[one.bearer], MODALITIES.index(one.modality)),
            *_where(facts, act, one, paragraphs),
            *(one.due, one.until),
        )
        for number, act in enumerate(facts.acts)
        for one in act.obligations
    ]
    return _columns(("act", "bearer", "modality", "paragraph", "start", "end", "due", "until"), rows)


def _where(
    facts: Facts, act: ActFact, one: ObligationFact, paragraphs: Mapping[str, int]
) -> tuple[int, int, int]:
    """Where the words of an obligation's action stand, in UTF-16 units."""
    for piece in act.contents:
        paragraph = facts.paragraphs.get(piece.paragraph)
        if piece.text != one.text or paragraph is None:
            continue
        for part in (paragraph, *_closing(paragraph)):
            start = piece.start - part.start if piece.start >= 0 and part.start >= 0 else -1
            if not (start >= 0 and part.text.startswith(one.text, start)):
                start = part.text.find(one.text)
            if start >= 0:
                begin = len(part.text[:start].encode("utf-16-le")) // 2
                return paragraphs[part.iri], begin, begin + len(one.text.encode("utf-16-le")) // 2
    return -1, 0, 0


def _instruments(facts: Facts, instruments: _Numbers, documents: _Numbers) -> Columns:
    rows: list[tuple[Any, ...]] = []
    for iri in instruments.keys:
        one = facts.instruments.get(iri)
        name = one.name if one else iri.removeprefix(BASE)
        kind = one.kind if one else ""
        whole = instruments.get(one.whole) if one else -1
        rows.append((name, kind.replace("-", " "), documents.get(iri), whole))
    return _columns(("name", "kind", "document", "whole"), rows)


def _columns(names: tuple[str, ...], rows: list[Any]) -> Columns:
    return {name: [row[number] for row in rows] for number, name in enumerate(names)}

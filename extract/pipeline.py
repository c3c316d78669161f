"""The spaCy pipeline: the only place that registers components and puts them in order.

    document ─► tokens ─► instruments ─► actors ─► times ─► qualifiers ─► verbs ─► acts ─► Reading

Each component is a pure function of the tokenised document and of what the ones before it left in
``doc.user_data``; the wrappers here only store what it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from .actors.authority import load_authority
from .actors.find import find_actors
from .actors.states import with_known_states
from .acts.find import VerbGroup, find_verbs
from .clauses.assemble import Assembled, Findings, assemble
from .clauses.powers import chapter
from .clauses.qualifiers import find_qualifiers
from .document import Document, Span
from .instruments.find import find_instruments
from .model import Act, Actor, Instrument, Mention, Reading
from .times.find import find_times
from .tokens import blank, make_doc

UNKNOWN_ISSUER = "issuer-unknown"


def _qualifiers(doc: Doc) -> Any:
    document: Document = doc.user_data["document"]
    units: list[Span] = []
    for paragraph in document.paragraphs:
        units.append(paragraph.span)
        if paragraph.wrap_up:
            units.append(paragraph.wrap_up)
    units.sort()
    return tuple(q for unit in units for q in find_qualifiers(document.text, unit))


def _acts(doc: Doc) -> Assembled:
    data = doc.user_data
    found = Findings(
        actors=data["actors"],
        instruments=data["instruments"],
        times=data["times"],
        qualifiers=data["qualifiers"],
        groups=data["verbs"],
    )
    return assemble(doc, _issuer(data["document"]), found)


COMPONENTS: dict[str, Callable[[Doc], Any]] = {
    "instruments": find_instruments,
    "actors": find_actors,
    "times": find_times,
    "qualifiers": _qualifiers,
    "verbs": find_verbs,
    "acts": _acts,
}
"""The components by name, in the order in which they run."""


class _Component:
    """Runs a function on a doc and keeps what it returns under the component's name."""

    def __init__(self, name: str, process: Callable[[Doc], Any]) -> None:
        self._name = name
        self._process = process

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data[self._name] = self._process(doc)
        return doc


def _register(name: str, process: Callable[[Doc], Any]) -> None:
    def factory(nlp: Language, name: str) -> _Component:
        return _Component(name.removeprefix("obligraph_"), process)

    Language.factory(f"obligraph_{name}", func=factory)


for _name, _process in COMPONENTS.items():
    _register(_name, _process)


@cache
def pipeline() -> Language:
    """The tuned blank English pipeline with every component, built once a process.

    Raises:
        LexiconError: When a data file breaks the rules of its table.
    """
    nlp = blank()
    for name in COMPONENTS:
        nlp.add_pipe(f"obligraph_{name}")
    return nlp


Regroup = Callable[[Doc, tuple[VerbGroup, ...]], tuple[VerbGroup, ...]]
"""Changes the verb groups of a document before its acts are put together, as a reader's corrections do."""


def read_document(document: Document, regroup: Regroup | None = None) -> Reading:
    """Reads a document: its mentions, its acts and everything that hangs on them."""
    nlp = pipeline()
    doc = make_doc(nlp, document)
    for name, component in nlp.pipeline:
        doc = component(doc)
        if regroup and name == "obligraph_verbs":
            doc.user_data["verbs"] = regroup(doc, doc.user_data["verbs"])
    return _reading(document, doc)


def _issuer(document: Document) -> str:
    actor = load_authority().named(document.body) if document.body else None
    return actor.key if actor else UNKNOWN_ISSUER


def _reading(document: Document, doc: Doc) -> Reading:
    data = doc.user_data
    assembled: Assembled = data["acts"]
    mentions = sorted((*data["actors"].mentions, *data["instruments"].mentions), key=_place)
    known = load_authority().actors
    document, states = with_known_states(document, load_authority())
    actors: dict[str, Actor] = {**data["actors"].actors, **{actor.key: actor for actor in assembled.actors}}
    for key in _named_keys(assembled, mentions):
        if key in known:
            actors.setdefault(key, known[key])
    actors.setdefault(UNKNOWN_ISSUER, Actor(UNKNOWN_ISSUER, document.body or "unknown", known=False))
    actors.update((state.key, state) for state in states)
    wanted = {*_named_keys(assembled, mentions), *(state.key for state in states)}
    instruments: dict[str, Instrument] = {i.key: i for i in data["instruments"].instruments}
    for act in assembled.acts:
        instruments.update((key, chapter(key)) for key in act.authority if key not in instruments)
    return Reading(
        document=document,
        mentions=tuple(mentions),
        acts=assembled.acts,
        reported=assembled.reported,
        actors=tuple(actors[key] for key in sorted(actors) if key in wanted),
        instruments=tuple(instruments[key] for key in sorted(instruments)),
    )


def _place(mention: Mention) -> tuple[int, int, str]:
    return (mention.span.start, mention.span.end, mention.kind)


def _named_keys(assembled: Assembled, mentions: list[Mention]) -> Iterator[str]:
    for act in (*assembled.acts, *assembled.reported):
        yield from _keys(act)
    for mention in mentions:
        if mention.kind == "actor":
            yield from mention.keys


def _keys(act: Act) -> Iterator[str]:
    yield act.issuer
    for addressee in act.addressees:
        yield from addressee.actors
    for target in act.targets:
        yield from target.actors

"""The blocks of the authority file, as values.

The authority file is Turtle, a file for each sort of actor in ``ontology/vocab/actors``: what the
graph says of an actor and what a text is read with are one truth. Oxigraph's parser reads it as fast
as the same rows are read from TOML, and is light to import, so no table is generated from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

from ...errors import LexiconError

_FOLDER = f"{__package__.rsplit('.', 2)[0]}.ontology.vocab.actors"
_DATA = "https://w3id.org/obligraph/"
_ACTOR, _KIND = _DATA + "actor/", _DATA + "actor-kind/"
_OG, _ORG = _DATA + "ontology#", "http://www.w3.org/ns/org#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
#: The properties that name an actor beside its usual and its full name.
_ALIASES = (_OG + "acronym", _OG + "formerName", _SKOS + "altLabel", _SKOS + "hiddenLabel")

#: What a row is made of; the rest of a block is for the graph.
_READ = frozenset(
    (
        *_ALIASES,
        *(_OG + name for name in ("actorKind", "demonym", "establishedBy", "fullName")),
        *(_ORG + name for name in ("postIn", "subOrganizationOf")),
        *(_SKOS + name for name in ("example", "prefLabel")),
    )
)

_About = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor as the authority file has it.

    Attributes:
        key: Last part of its IRI.
        name: Its usual name.
        kind: What sort of actor it is, by the key of the concept.
        examples: Words of resolutions that mean it.
        full_name: Its long name, or empty.
        parent: Key of the body that it is part of, or a post in; or empty.
        aliases: What else it is called, acronyms, former names and misprints among them.
        resolutions: Numbers of the resolutions that established it.
        demonyms: Adjectives made of a State's name.
    """

    key: str
    name: str
    kind: str
    examples: tuple[str, ...]
    full_name: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


def authority_files() -> tuple[Traversable, ...]:
    """The files of the authority file, by name."""
    found = [file for file in files(_FOLDER).iterdir() if file.name.endswith(".ttl")]
    return tuple(sorted(found, key=lambda file: file.name))


def load_actors() -> tuple[ActorRow, ...]:
    """All actors of the authority file, in the order of their keys.

    Raises:
        LexiconError: A file is no valid Turtle, or a block lacks its name, its kind or examples.
    """
    rows = [row for file in authority_files() for row in parse_actors(file.read_bytes(), file.name)]
    rows.sort(key=lambda row: row.key)
    for row, after in pairwise(rows):
        if row.key == after.key:
            raise LexiconError("key given twice", place=f"authority file, actor {row.key}")
    return tuple(rows)


def parse_actors(turtle: bytes, place: str) -> Iterator[ActorRow]:
    """The actors of one file; ``place`` is its name. Raises as ``load_actors`` does."""
    from pyoxigraph import RdfFormat, parse

    about: dict[str, dict[str, list[str]]] = {}
    try:
        for triple in parse(turtle, format=RdfFormat.TURTLE):
            if (predicate := triple.predicate.value) in _READ:
                said = about.setdefault(triple.subject.value, {})
                said.setdefault(predicate, []).append(triple.object.value)
    except SyntaxError as error:
        raise LexiconError(f"not valid Turtle: {error}", place=place) from None
    for iri, said in about.items():
        key = iri.removeprefix(_ACTOR)
        where = f"{place}, actor {key}"
        kind = _one(said, _OG + "actorKind", where)
        if not said.get(_SKOS + "example"):
            raise LexiconError("no examples", place=where, remedy="give at least one")
        parent = _ORG + ("postIn" if kind == _KIND + "role" else "subOrganizationOf")
        yield ActorRow(
            key=key,
            name=_one(said, _SKOS + "prefLabel", where),
            kind=kind.removeprefix(_KIND),
            examples=tuple(said[_SKOS + "example"]),
            full_name=next(iter(said.get(_OG + "fullName", ())), ""),
            parent=next(iter(said.get(parent, ())), "").removeprefix(_ACTOR),
            aliases=tuple(name for property in _ALIASES for name in said.get(property, ())),
            resolutions=tuple(filter(None, map(_number, said.get(_OG + "establishedBy", ())))),
            demonyms=tuple(said.get(_OG + "demonym", ())),
        )


def _one(said: _About, property: str, where: str) -> str:
    values = said.get(property, [])
    if len(values) != 1:
        raise LexiconError(f"{len(values)} values of {property.rpartition('/')[2]}, not one", place=where)
    return values[0]


def _number(resolution: str) -> str:
    """``1970`` of ``…/S/RES/1970(2011)``; empty of another document."""
    return resolution.partition("/S/RES/")[2].partition("(")[0]

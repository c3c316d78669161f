"""What documents say of the things they share, stated once for all of them.

A hundred texts name the Secretary-General, and each reading says who that is. In a hundred graphs
that would be a hundred labels, and a query over all of them would count each thing a hundred times.
So a store keeps two graphs beside those of the documents:

- ``THINGS`` says what each shared thing is: actors, instruments, keywords, verbs that the lexicon
  lacks. Queries use this one. What the graph of a document states of itself is not repeated in it.
- ``DESCRIPTIONS`` says which document gives which description of which thing. It is the store's own
  bookkeeping: a description that no document gives any more is dropped, and where documents differ,
  each order of building and replacing comes to the same choice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import NamedNode, Quad, Triple

from ..ontology.vocabulary import DATA, DESCRIPTIONS, ELI, OG, THINGS
from .nquads import string

THINGS_GRAPH = NamedNode(THINGS)
DESCRIPTIONS_GRAPH = NamedNode(DESCRIPTIONS)

_THINGS_END = f" <{THINGS}> .\n"
_DESCRIPTIONS_END = f" <{DESCRIPTIONS}> .\n"
_THING, _DESCRIBES, _STATEMENTS = NamedNode(OG.thing), NamedNode(OG.describes), NamedNode(OG.statements)
_UNKNOWN = f'<{OG.known}> "false"'
_PART = f"> <{ELI.is_part_of}> <"


@dataclass(frozen=True, slots=True)
class Description:
    """What a document says of a thing that others may speak of too.

    Attributes:
        thing: IRI of the thing.
        statements: Its triples as N-Triples without the full stops, sorted, a line each.
    """

    thing: str
    statements: str

    @property
    def iri(self) -> str:
        """The IRI of the description, made from what it says: two that say the same are one."""
        return f"{DATA}description/{hashlib.sha256(self.statements.encode()).hexdigest()[:32]}"

    def lines(self) -> list[str]:
        """The description itself, as lines of N-Quads."""
        return [
            f"<{self.iri}> <{OG.thing}> <{self.thing}>{_DESCRIPTIONS_END}",
            f"<{self.iri}> <{OG.statements}> {string(self.statements)}{_DESCRIPTIONS_END}",
        ]

    def given_by(self, document: str) -> str:
        """That a document, by its IRI, gives it, as a line of N-Quads."""
        return f"<{document}> <{OG.describes}> <{self.iri}>{_DESCRIPTIONS_END}"


def split(lines: Iterable[str]) -> tuple[list[str], list[Description]]:
    """Parts what a document says from what it says of shared things.

    Args:
        lines: Of N-Quads, as ``build.nquads`` makes them.
    """
    own: list[str] = []
    about: dict[str, list[str]] = {}
    for line in lines:
        if line.endswith(_THINGS_END):
            about.setdefault(_subject(line), []).append(line.removesuffix(_THINGS_END))
        else:
            own.append(line)
    return own, [Description(thing, "\n".join(sorted(rows))) for thing, rows in about.items()]


def given(quads: pyoxigraph.Store, document: str) -> dict[str, str]:
    """The descriptions that a document gives: the line that says so, and the thing it is of."""
    found = {}
    for quad in quads.quads_for_pattern(NamedNode(document), _DESCRIBES, None, DESCRIPTIONS_GRAPH):
        for about in quads.quads_for_pattern(_node(quad.object), _THING, None, DESCRIPTIONS_GRAPH):
            found[f"{quad} .\n"] = _node(about.object).value
    return found


def parts(lines: Iterable[str]) -> Iterator[str]:
    """The things that lines of a document's own graph may describe as others do: its paragraphs."""
    return (_subject(line) for line in lines if _PART in line)


def settle(
    quads: pyoxigraph.Store, touched: Iterable[str], documents: Container[str]
) -> tuple[set[str], list[str]]:
    """Finds how the shared graphs must change for all documents to have their say.

    Args:
        quads: The store.
        touched: IRIs of the things that descriptions came or went of, and of the documents and
            paragraphs that changed.
        documents: IRIs of the store's documents.

    Returns:
        Lines of N-Quads that must go, and that must come, sorted.
    """
    gone: set[str] = set()
    come: list[str] = []
    for thing in sorted(set(touched)):
        node = NamedNode(thing)
        said = []
        for about in tuple(quads.quads_for_pattern(None, _THING, node, DESCRIPTIONS_GRAPH)):
            description = _node(about.subject)
            if any(True for _ in quads.quads_for_pattern(None, _DESCRIBES, description, DESCRIPTIONS_GRAPH)):
                said.append(_statements(quads, description))
            else:
                rows = quads.quads_for_pattern(description, None, None, DESCRIPTIONS_GRAPH)
                gone |= {f"{quad} .\n" for quad in rows}
        chosen = set(min(said, key=_order).split("\n")) if said else set()
        at_home = home(thing, documents)
        if at_home and chosen:
            chosen -= {str(q.triple) for q in quads.quads_for_pattern(node, None, None, NamedNode(at_home))}
        after = {f"{triple}{_THINGS_END}" for triple in chosen}
        before = {f"{quad} .\n" for quad in quads.quads_for_pattern(node, None, None, THINGS_GRAPH)}
        gone |= before - after
        come += sorted(after - before)
    return gone, come


def shared(quads: pyoxigraph.Store, documents: Collection[str], all: Container[str]) -> set[Triple]:
    """What the store says of the shared things that some documents speak of.

    Args:
        quads: The store.
        documents: IRIs of these documents.
        all: IRIs of all documents of the store. What another one states of itself is given too,
            so that the graphs of these, with this, need no other.
    """
    found: set[Triple] = set()
    for document in documents:
        for thing in set(given(quads, document).values()):
            node = NamedNode(thing)
            found.update(q.triple for q in quads.quads_for_pattern(node, None, None, THINGS_GRAPH))
            at_home = home(thing, all)
            if at_home and at_home not in documents:
                said = {
                    row
                    for about in quads.quads_for_pattern(None, _THING, node, DESCRIPTIONS_GRAPH)
                    for row in _statements(quads, _node(about.subject)).split("\n")
                }
                own = (q.triple for q in quads.quads_for_pattern(node, None, None, NamedNode(at_home)))
                found.update(triple for triple in own if str(triple) in said)
    return found


def _order(statements: str) -> tuple[bool, int, str]:
    """Which description is taken where several are given: the best known, fullest, then smallest."""
    return (_UNKNOWN in statements, -statements.count("\n"), statements)


def home(thing: str, documents: Container[str]) -> str:
    """The document that a thing is, or is a part of.

    Args:
        thing: IRI of the thing.
        documents: IRIs of the store's documents.

    Returns:
        IRI of the document; empty where it is none of the store's.
    """
    while len(thing) > len(DATA):
        if thing in documents:
            return thing
        thing = thing.rpartition("/")[0]
    return ""


def _statements(quads: pyoxigraph.Store, description: NamedNode) -> str:
    (quad,) = quads.quads_for_pattern(description, _STATEMENTS, None, DESCRIPTIONS_GRAPH)
    return str(getattr(quad.object, "value", ""))


def _subject(line: str) -> str:
    return line[1 : line.index(">")]


def _node(term: Quad | object) -> NamedNode:
    assert isinstance(term, NamedNode)  # these graphs hold nothing else there
    return term

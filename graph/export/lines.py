"""The graphs of a store as sorted lines of N-Triples, the form that all formats of RDF are made from.

Text is handled many times faster than objects: the embedded store writes a graph in one call, and a
graph is sorted and changed as a whole. One graph at a time is in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...ontology.vocabulary import ONTOLOGY, RDF, THINGS
from ..iri import translated
from ..ntriples import as_quads

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from ..store import Store

# These characters, which N-Triples writes as escapes, stand for the end of an IRI before another, and
# for the beginning of rdf:type, while lines are sorted: so that a thing comes before what lies beneath
# it, and its classes before all else that is said of it. Bytes are put in the place of as many, which is
# done in place.
_END, _FIRST = b"\x01", b"\x02"
_LINK, _MARKED = b"> <", _END + b" <"
_TYPE = _MARKED + f"{RDF.type}".encode() + _END
_TYPE_FIRST = _TYPE.replace(b"<", _FIRST)


def graphs(store: Store, documents: Sequence[str], ontology: bool) -> Iterator[tuple[str, bytes]]:
    """The graphs of documents, then the ontology if it is wanted, then what says what things are.

    A document's words in other languages come after its own.

    Args:
        store: The store.
        documents: IRIs, in the order that they are wanted in.
        ontology: Whether it is wanted.

    Returns:
        The name of each graph and its lines, each ending in a line feed: sorted, a thing before what
        lies beneath it, its classes first.
    """
    texts: list[str] = []
    for document in documents:
        for text in (document, *store.translations(document)):
            texts.append(text)
            yield text, _sorted(store.lines(text))
    if ontology:
        yield ONTOLOGY, _sorted(store.lines(ONTOLOGY))
    whole = len(documents) == len(store.documents())
    yield THINGS, _sorted(_shared(store, texts, whole))


def merged(graphs: Iterator[tuple[str, bytes]]) -> Iterator[bytes]:
    """The lines of all graphs as those of one, in which what several say stands once.

    What a graph says of its document, and of what lies beneath that, only this graph says; it comes as
    it stands. The rest is kept and comes at the end.
    """
    others: set[bytes] = set()
    for name, lines in graphs:
        own = tuple(f"<{translated(name)}{end}".encode() for end in (">", "/", "#"))
        kept = []
        for line in lines.splitlines(keepends=True):
            if line.startswith(own):
                kept.append(line)
            else:
                others.add(line)
        yield b"".join(kept)
    yield _sorted(b"".join(others))


def quads(graphs: Iterator[tuple[str, bytes]]) -> Iterator[bytes]:
    """The lines of all graphs as N-Quads."""
    for name, lines in graphs:
        yield as_quads(lines, name)


def _shared(store: Store, texts: Sequence[str], whole: bool) -> bytes:
    """The lines of what documents share; of the whole store that is all that is there."""
    return store.lines(THINGS) if whole else _written(store.shared(texts))


def _written(triples: Iterable[Triple]) -> bytes:
    from pyoxigraph import RdfFormat, serialize

    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _sorted(lines: bytes) -> bytes:
    """Lines sorted as one reads them."""
    marked = lines.replace(_LINK, _MARKED).replace(_TYPE, _TYPE_FIRST)
    found = b"".join(sorted(marked.splitlines(keepends=True)))
    return found.replace(_FIRST, b"<").replace(_END, b">")

"""The graph in the formats of RDF, sorted, so that the same store gives the same bytes.

Graphs are written one after the other, so that what is in memory is that of one document and what
documents share, whatever the size of the store.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from itertools import chain
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from ...ontology.vocabulary import PREFIXES
from . import lines
from .documents import chosen
from .formats import Wanted

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from ..store import Store


# Escapes, as the lines have them, of characters that XML cannot hold; and of the backslash, so that
# what follows one is taken for none. A line break it cannot hold as such is among them.
_UNFIT = re.compile(rb"\\(?:\\|[bfr]|u00(?:0[0-8BCDEF]|1[0-9A-F]))|\xef\xbf[\xbe\xbf]")


def write_rdf(store: Store, file: BinaryIO, what: Wanted) -> None:
    """Writes the graphs of documents, with what says who and what they speak of.

    Args:
        store: The store.
        file: Where to.
        what: Which documents, in which format. ``turtle``, ``ntriples`` and ``rdfxml`` merge all
            documents into one graph, in which what several say stands once; ``trig``, ``nquads`` and
            ``jsonld`` keep a graph a document and one for the things that documents share.

    Raises:
        UsageError: A document that is not in the store.
    """
    wanted = chosen(store.documents(), what.documents)
    graphs = lines.graphs(store, wanted, what.ontology)
    if what.format == "jsonld":
        from .jsonld import write_jsonld

        write_jsonld(graphs, file)
    elif what.format == "nquads":
        file.writelines(lines.quads(graphs))
    elif what.format == "ntriples":
        file.writelines(lines.merged(graphs))
    else:
        dataset = what.format == "trig"
        _serialize(lines.quads(graphs) if dataset else lines.merged(graphs), file, what.format)


def _serialize(chunks: Iterable[bytes], file: BinaryIO, format: str) -> None:
    """Writes lines of N-Triples or N-Quads in another format, in the order that they come in."""
    from pyoxigraph import RdfFormat, serialize

    formats = {"turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "rdfxml": RdfFormat.RDF_XML}
    if format == "rdfxml":
        rows = _parsed(_UNFIT.sub(_fit, chunk) for chunk in chunks)
        serialize(rows, file, formats[format], prefixes=dict(PREFIXES))
        return
    rows = _parsed(chunks)
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
    serialize(rows, cast(IO[bytes], _WithHead(file, head.encode())), formats[format], prefixes=dict(PREFIXES))


def _fit(found: re.Match[bytes]) -> bytes:
    """An escape of N-Triples; a replacement character for one that XML cannot hold."""
    return found[0] if found[0] == rb"\\" else "\ufffd".encode()


def _parsed(chunks: Iterable[bytes]) -> Iterable[Quad]:
    """The quads that lines state."""
    from pyoxigraph import RdfFormat, parse

    return chain.from_iterable(parse(chunk, RdfFormat.N_QUADS) for chunk in chunks)


class _WithHead(io.RawIOBase):
    """Puts the lines with the prefixes, which the serializer writes in no fixed order, in order."""

    def __init__(self, file: BinaryIO, head: bytes) -> None:
        self._file = file
        self._head = head
        self._left = len(head)  # the same lines in another order are as long

    def writable(self) -> bool:
        return True

    def write(self, chunk: Any) -> int:
        """Passes on what follows the head."""
        size = len(chunk)
        if self._head:
            self._file.write(self._head)
            self._head = b""
        skipped = min(self._left, size)
        self._left -= skipped
        self._file.write(bytes(chunk)[skipped:])
        return size

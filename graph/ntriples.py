"""The lines of a graph as text: N-Triples and N-Quads as a store writes them, which have one form.

Every literal is on one line, no term but a literal holds a space, and there are no blank nodes. So text is
taken apart, or changed, several times faster than objects are made of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from io import StringIO

_STATEMENT = re.compile(r"<([^>]*)> <([^>]*)> (.*) \.\n")


def as_triples(lines: Iterable[str], graph: str) -> bytes:
    """Lines of N-Quads, all of one graph, as those of N-Triples."""
    # A literal holds no line feed, so what stands before one is the end of a line wherever it stands.
    return "".join(lines).replace(f" <{graph}> .\n", " .\n").encode()


def as_quads(lines: bytes, graph: str) -> bytes:
    """Lines of N-Triples as those of N-Quads, all of them of one graph."""
    return lines.replace(b" .\n", f" <{graph}> .\n".encode())


def split(text: str) -> list[str]:
    """Lines of either, each with its line feed.: ``str.splitlines`` breaks within literals, too."""
    return list(StringIO(text))


def statements(lines: bytes) -> list[tuple[str, str, str]]:
    """Reads lines of N-Triples.

    Args:
        lines: Each ending in a line feed.

    Returns:
        Subject and predicate of each, as IRIs, and the object as it is written: ``value`` reads it.
    """
    return _STATEMENT.findall(lines.decode())


def value(term: str) -> str:
    """What an object says: an IRI, or a literal without its type and language."""
    if term[0] == "<":
        return term[1:-1]
    words = term[1 : term.rindex('"')]
    return unescaped(words) if "\\" in words else words


def unescaped(value: str) -> str:
    """What is written between the quotes of a literal: its escapes are among those of JSON."""
    found: str = json.loads(f'"{value}"')
    return found

"""Which graphs a query is asked of: those it names itself, those that it comes with, or all as one.

Where all graphs are taken as one, Oxigraph passes over the ``FROM`` of a query without a word. So
whether there is one must be known beforehand. ``FROM`` is a word of nothing else in SPARQL 1.1, so
it is enough to tell words from what stands in strings, IRIs, names and comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query is asked of, in the place of those that it may name itself.

    Attributes:
        default: IRIs of the graphs whose union is the default graph.
        named: IRIs of the graphs that ``GRAPH`` finds.
    """

    default: tuple[str, ...]
    named: tuple[str, ...]


# Section 19.8 of the SPARQL 1.1 grammar, as far as it must be known where a word begins. What has no
# end takes the rest with it, so that the time is linear.
_TOKEN = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*+>                        # an IRI
    | \"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*+(?:\"{3}|\Z)   # strings
    | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+(?:'{3}|\Z)
    | "(?:[^"\\\r\n]|\\.)*+(?:"|$|\Z)
    | '(?:[^'\\\r\n]|\\.)*+(?:'|$|\Z)
    | \#[^\r\n]*+                                       # a comment
    | [?$@][\w-]++                                      # a variable, a language
    | :(?:[\w.:%-]|\\.)*+                               # a name without a prefix, or with one
    | (?P<word>[\w.-]++)(?P<name>:(?:[\w.:%-]|\\.)*+)?
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def names_graphs(sparql: str) -> bool:
    """Whether a query says itself, by ``FROM``, which graphs it is asked of."""
    if "from" not in sparql.lower():
        return False
    return any(
        not found["name"] and (found["word"] or "").lower() == "from" for found in _TOKEN.finditer(sparql)
    )

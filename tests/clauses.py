"""One clause read as an operative paragraph: what the tables of clauses in the tests are read with."""

from collections.abc import Sequence

from obligraph.extract.model import Act, Reading
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes

HEAD = """Resolution 9001 (2016)

Adopted by the Security Council at its 7000th meeting, on 20 December 2016

The Security Council,

Recalling its previous resolutions,

"""


def read_clauses(*clauses: str) -> Reading:
    """A resolution whose operative paragraphs are the clauses; an item begins on a line of its own."""
    numbered = (f"{number}. {clause};\n\n" for number, clause in enumerate(clauses, start=1))
    return read_document(read_bytes((HEAD + "".join(numbered)).encode(), "clauses.txt"))


def acts_of(*clauses: str) -> Sequence[Act]:
    """The acts of the operative paragraphs."""
    return [act for act in read_clauses(*clauses).acts if act.paragraph.startswith("OP")]

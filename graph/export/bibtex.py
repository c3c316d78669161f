"""BibTeX, to cite the documents of a store."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from ..views.facts import tail
from . import records
from .documents import read_documents
from .formats import Wanted
from .names import Names

if TYPE_CHECKING:
    from bibtexparser.model import Entry

    from ..store import Store

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_ESCAPES = str.maketrans(_SPECIAL)
_NO_KEY = re.compile(r"[^A-Za-z0-9]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_bibtex(store: Store, file: BinaryIO, what: Wanted) -> None:
    """Writes an entry a document, in UTF-8; its key is made of the symbol.

    Args:
        store: The store.
        file: Where to.
        what: Which documents.

    Raises:
        UsageError: A document that is not in the store.
    """
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library

    names = Names.of(store)
    keys: set[str] = set()
    for document in read_documents(store, what.documents):
        entry = _entry(document, names)
        while entry.key in keys:  # two symbols that differ in marks alone
            entry.key += "x"
        keys.add(entry.key)
        file.write(write_string(Library([entry]), unparse_stack=()).encode())


def _entry(document: records.Document, names: Names) -> Entry:
    from bibtexparser.model import Entry, Field

    body = " and ".join(f"{{{_escaped(names.actor(one))}}}" for one in document.bodies)
    kind = document.kind.capitalize()
    fields = {
        "author": body or "{United Nations}",
        "title": f"{{{_escaped(document.title or document.symbol)}}}",
        "type": kind,
        "number": _escaped(document.symbol),
        "institution": "{United Nations}",
        "date": document.date.isoformat() if document.date else "",
        "year": str(document.date.year) if document.date else "",
        "month": _MONTHS[document.date.month - 1] if document.date else "",
        "day": str(document.date.day) if document.date else "",
        "note": f"Adopted at meeting {document.meeting}" if document.meeting else "",
        "url": document.link,
        "keywords": ", ".join(sorted({_escaped(names.subject(one)) for one in document.subjects})),
    }
    return Entry(
        "techreport",
        cite_key(document.symbol),
        [
            Field(name, value if name == "month" else f"{{{value}}}")
            for name, value in fields.items()
            if value
        ],
    )


def cite_key(symbol: str) -> str:
    """The key of a document: ``S/RES/2331(2016)`` is ``S-RES-2331-2016``."""
    return _NO_KEY.sub("-", symbol).strip("-") or tail(symbol)


def _escaped(text: str) -> str:
    """Text as TeX takes it, on one line."""
    return " ".join(text.translate(_ESCAPES).split())

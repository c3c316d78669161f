"""A workbook of obligations to read, filter and print; its second sheet lists the acts."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from . import records
from .documents import read_documents
from .formats import Wanted
from .names import Names
from .xmltext import fit

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from ..store import Store

_LENGTH = 32_767  # characters of a cell, by the specification of Excel
# A sheet holds 65,530 links (and 1,048,576 rows, which is more); what comes after is on another sheet.
_ROWS = 60_000
# Up to so many documents rows are kept until the end, some 300 kB a document: a quarter less work than to
# write each to a file at once, as is done with more.
_KEPT = 5_000
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_CAUTION = (
    "Read by a program, obligraph, from the texts: it can err. What counts is the official document that "
    "the first column leads to."
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its heading, width in characters, and what it says."""

    heading: str
    width: int
    about: str


_WHERE = (
    _Column("Document", 18, "Symbol of the document; a click opens the official text."),
    _Column("Adopted", 12, "Day of adoption."),
    _Column("Paragraph", 11, "PP: preambular; OP: operative; with the printed number."),
)
_OBLIGATIONS = (
    *_WHERE,
    _Column("Who must", 28, "Who is to do it: the bearer of the obligation."),
    _Column("Force", 14, "How strong the act is, from decision down to statement."),
    _Column("Modality", 16, "Duty, recommendation, permission, prohibition or exemption."),
    _Column("Verb", 18, "Dictionary form of the verb by which the body acts."),
    _Column("What", 60, "What is to be done, in the words of the document."),
    _Column("When", 24, "The words that say when."),
    _Column("Due", 12, "The earliest day by which it is due, where that can be worked out."),
    _Column("Until", 12, "The latest day to which it lasts, where that can be worked out."),
    _Column("Qualifiers", 30, "Words that limit it."),
    _Column("Clause", 80, "The paragraph in full."),
    _Column("Certainty", 10, "How sure the reading is: 1 is sure, less has a doubt."),
    _Column("Link", 34, "Address of the official document."),
)
_ACTS = (
    *_WHERE,
    _Column("Verb", 18, "Dictionary form of the verb."),
    _Column("As printed", 22, "The verb as printed."),
    _Column("Kind", 14, "What kind of verb it is: directive, expressive, …"),
    _Column("Force", 14, "How strong the act is, from decision down to statement."),
    _Column("Who", 22, "Who does it."),
    _Column("To whom", 34, "Whom it addresses, or, of what is condemned, blames."),
    _Column("Under", 28, "The powers that it is done under, as far as the document says."),
    _Column("Words", 80, "The words of the act."),
    _Column("Certainty", 10, "How sure the reading is: 1 is sure, less has a doubt."),
)


def write_xlsx(store: Store, file: BinaryIO, what: Wanted) -> None:
    """Writes the workbook; acts that are only reported from other texts are not in it.

    What looks like a formula stays text, for it comes from documents.

    Args:
        store: The store.
        file: Where to.
        what: Which documents.

    Raises:
        UsageError: A document that is not in the store.
    """
    from xlsxwriter import Workbook

    names = Names.of(store)
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as raw:
        many = len(what.documents or store.documents()) > _KEPT
        # Text is text, whatever it begins with.
        book = Workbook(raw.name, {"constant_memory": many, "strings_to_urls": False})
        book.set_properties({"created": datetime(2000, 1, 1)})  # else the clock would be in the file
        duties = _Sheets(book, "Obligations", _OBLIGATIONS)
        acts = _Sheets(book, "Acts", _ACTS)
        for document in read_documents(store, what.documents):
            for row in _obligations(document, names):
                duties.add(row, document.link)
            for row in _acts(document, names):
                acts.add(row, document.link)
        duties.close()
        acts.close()
        _explain(book)
        book.close()
        shutil.copyfileobj(raw, file)


def _obligations(document: records.Document, names: Names) -> Iterator[Sequence[Any]]:
    clauses = document.clauses()
    for one in document.obligations:
        paragraph = clauses.get(one.paragraph)
        yield (
            *(document.symbol, document.date, paragraph.label if paragraph else ""),
            *(names.actor(one.bearer), one.act.force, one.modality, one.act.verb, one.action.text),
            *("; ".join(time.text for time in one.times), one.due, one.until),
            *("; ".join(one.qualifiers), _words(paragraph), one.act.certainty, document.link),
        )


def _acts(document: records.Document, names: Names) -> Iterator[Sequence[Any]]:
    clauses = document.clauses()
    for one in document.acts:
        if one.reported:
            continue
        paragraph = clauses.get(one.paragraph)
        others = dict.fromkeys(
            names.actor(thing) for part in (*one.of("addressee"), *one.of("target")) for thing in part.things
        )
        yield (
            *(document.symbol, document.date, paragraph.label if paragraph else ""),
            *(one.verb, one.verb_text, one.kind, one.force, names.actor(one.issuer), "; ".join(others)),
            *("; ".join(map(names.instrument, one.under)), one.text, one.certainty),
        )


def _words(paragraph: records.Paragraph | None) -> str:
    return " … ".join(filter(None, (paragraph.text, paragraph.wrap_up))) if paragraph else ""


class _Sheets:
    """A sheet, and others of the same columns when it is full."""

    def __init__(self, book: Workbook, name: str, columns: tuple[_Column, ...]) -> None:
        self._book = book
        self._name = name
        self._columns = columns
        self._number = 0
        top = {"text_wrap": True, "valign": "top"}
        self._plain = book.add_format(top)
        # It stays text when somebody edits it, too.
        self._guarded = book.add_format({**top, "quote_prefix": True})
        self._linked = book.add_format({**top, "font_color": "#0563C1", "underline": 1})
        self._day = book.add_format({**top, "num_format": "yyyy-mm-dd"})
        self._start()

    def add(self, row: Sequence[Any], link: str) -> None:
        """Adds a row, whose first cell leads to a link."""
        if self._row == _ROWS:
            self.close()
            self._start()
        self._row += 1
        sheet, first = self._sheet, 0
        if link:
            sheet.write_url(self._row, 0, link, self._linked, fit(row[0]))
            first = 1
        for place, value in enumerate(row[first:], first):
            if isinstance(value, str):
                if value:
                    style = self._guarded if value.startswith(_RISKY) else self._plain
                    sheet.write_string(self._row, place, _cut(fit(value)), style)
            elif isinstance(value, date):
                sheet.write_datetime(
                    self._row, place, datetime(value.year, value.month, value.day), self._day
                )
            elif value is not None:
                sheet.write_number(self._row, place, value, self._plain)

    def close(self) -> None:
        """Puts a filter over the rows of the present sheet."""
        self._sheet.autofilter(0, 0, self._row, len(self._columns) - 1)

    def _start(self) -> None:
        """A new sheet with its headings, which stay in sight and on each printed page."""
        self._number += 1
        self._row = 0
        name = self._name if self._number == 1 else f"{self._name} ({self._number})"
        sheet = self._sheet = self._book.add_worksheet(name)
        head = self._book.add_format(
            {
                "bold": True,
                "font_color": "#FFFFFF",
                "bg_color": "#1F3864",
                "text_wrap": True,
                "valign": "vcenter",
            }
        )
        for place, column in enumerate(self._columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.heading, head)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)


def _cut(text: str) -> str:
    """A text as long as a cell may be."""
    return text if len(text) <= _LENGTH else text[: _LENGTH - 1] + "…"


def _explain(book: Workbook) -> None:
    """The sheet that says what the columns mean."""
    columns = (_Column("Sheet", 14, ""), _Column("Column", 14, ""), _Column("What it says", 90, ""))
    about = _Sheets(book, "About", columns)
    for name, explained in (("Obligations", _OBLIGATIONS), ("Acts", _ACTS)):
        for column in explained:
            about.add((name, column.heading, column.about), "")
    about.add(("", "", _CAUTION), "")
    about.close()

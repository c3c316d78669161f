"""A workbook of obligations to read, filter and print; its second sheet lists the acts."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from . import records
from .atomic import packing
from .documents import read_documents
from .formats import Wanted
from .names import Names
from .xmltext import fit

if TYPE_CHECKING:
    from openpyxl import Workbook

    from ..store import Store

_LENGTH = 32_767  # characters of a cell, by the specification of Excel
# A sheet holds 65,530 links (and 1,048,576 rows, which is more); what comes after is on another sheet.
_ROWS = 60_000
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


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
    from openpyxl import Workbook

    names = Names.of(store)
    book = Workbook(write_only=True)
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
    with tempfile.TemporaryFile() as raw:
        book.save(raw)
        _settle(raw, file)


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
        from openpyxl.styles import Alignment, Font

        self._book = book
        self._name = name
        self._columns = columns
        self._number = 0
        self._left = 0
        self._sheet: Any = None
        self._start()
        # A style is looked up once here: setting it cell by cell takes most of the time.
        self._plain, self._guarded, self._linked, self._day = (self._cell() for _ in range(4))
        for cell in (self._plain, self._guarded, self._linked, self._day):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        self._guarded.quotePrefix = True  # it stays text when somebody edits it, too
        self._linked.font = Font(color="0563C1", underline="single")
        self._day.number_format = "yyyy-mm-dd"

    def add(self, row: Sequence[Any], link: str) -> None:
        """Adds a row, whose first cell leads to a link."""
        if not self._left:
            self._start()
        self._left -= 1
        cells = [self._filled(value) for value in row]
        if link:
            cells[0].hyperlink = link
            cells[0]._style = self._linked._style
        self._sheet.append(cells)

    def _filled(self, value: Any) -> Any:
        cell = self._cell()
        if isinstance(value, str):
            text = fit(value)
            cell.value = text if len(text) <= _LENGTH else text[: _LENGTH - 1] + "…"
            cell.data_type = "s"  # never a formula
            cell._style = (self._guarded if value.startswith(_RISKY) else self._plain)._style
        else:
            cell.value = value
            cell._style = (self._day if isinstance(value, date) else self._plain)._style
        return cell

    def _cell(self) -> Any:
        from openpyxl.cell import WriteOnlyCell

        return WriteOnlyCell(self._sheet)

    def close(self) -> None:
        """Puts a filter over the rows of the present sheet."""
        from openpyxl.utils import get_column_letter

        last = get_column_letter(len(self._columns))
        self._sheet.auto_filter.ref = f"A1:{last}{1 + _ROWS - self._left}"

    def _start(self) -> None:
        if self._sheet is not None:
            self.close()
        self._number += 1
        name = self._name if self._number == 1 else f"{self._name} ({self._number})"
        self._sheet = _sheet(self._book, name, self._columns)
        self._left = _ROWS


def _sheet(book: Workbook, name: str, columns: tuple[_Column, ...]) -> Any:
    """A new sheet with its headings, which stay in sight and on each printed page."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet: Any = book.create_sheet(name)
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    heads = []
    for column in columns:
        head = WriteOnlyCell(sheet, column.heading)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", start_color="1F3864")
        head.alignment = Alignment(vertical="center", wrap_text=True)
        heads.append(head)
    sheet.append(heads)
    return sheet


def _explain(book: Workbook) -> None:
    """The sheet that says what the columns mean."""
    about = _Sheets(
        book,
        "About",
        (_Column("Sheet", 14, ""), _Column("Column", 14, ""), _Column("What it says", 90, "")),
    )
    for name, columns in (("Obligations", _OBLIGATIONS), ("Acts", _ACTS)):
        for column in columns:
            about.add((name, column.heading, column.about), "")
    about.add(
        (
            "",
            "",
            "Read by a program, obligraph, from the texts: it can err. What counts is the official "
            "document that the first column leads to.",
        ),
        "",
    )


def _settle(raw: Any, file: BinaryIO) -> None:
    """Takes out of a workbook when it was written, which would make every day's another one."""
    with zipfile.ZipFile(raw) as archive, packing(file) as add:
        for name in archive.namelist():
            with archive.open(name) as source:
                if name == "docProps/core.xml":
                    add(name, BytesIO(_MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", source.read())))
                else:
                    add(name, source)

"""Calendar, bibliography, digest, workbook and marked text: read back by programs of others."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from obligraph.extract.model import Reading
from obligraph.graph.export import FORMATS, export
from obligraph.graph.export.bibtex import cite_key
from obligraph.graph.export.ics import _after
from obligraph.graph.store import Store, open_store
from openpyxl import load_workbook
from pybtex.database import parse_file

from .samples import SYMBOL, headed_reading, sample_reading

GOLDEN = Path(__file__).parent / "golden" / "export"
HOSTILE = '=HYPERLINK("https://example.org")|[x](javascript:alert(1)) <script>\\}{%&$#_~^'


@pytest.fixture(scope="module")
def hostile() -> Iterator[Store]:
    with open_store("memory", create=True) as found:
        found.put(_hostile())
        yield found


def _hostile() -> Reading:
    """The sample with a title and with names of actors that are no harmless ones."""
    reading = sample_reading()
    actors = tuple(
        replace(actor, name=HOSTILE, known=False) if actor.key == "saltmarsh-brigade" else actor
        for actor in reading.actors
    )
    acts = tuple(
        replace(act, addressees=tuple(replace(a, actors=("saltmarsh-brigade",)) for a in act.addressees))
        for act in reading.acts
    )
    return replace(
        reading,
        document=replace(reading.document, title=HOSTILE, agenda=HOSTILE),
        actors=actors,
        acts=acts,
    )


@pytest.mark.parametrize("name", ["ics", "bibtex", "markdown", "akn"])
def test_the_sample_is_written_as_it_was_looked_at(both: Store, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"sample{FORMATS[name].suffixes[0]}"
    export(both, file, documents=[SYMBOL])
    golden = (GOLDEN / file.name).read_text("utf-8")
    assert file.read_text("utf-8") == golden, "if it is meant, run: .venv/bin/python -m tools.make_golden"


# --- the calendar ---------------------------------------------------------------------------------


def _events(file: Path) -> dict[str, Any]:
    calendar = Calendar.from_ical(file.read_bytes())
    return {str(event["uid"]).removesuffix("@obligraph"): event for event in calendar.walk("VEVENT")}


def test_a_calendar_holds_deadlines_recurrences_and_ends(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "c.ics", documents=[SYMBOL])
    events = _events(tmp_path / "c.ics")
    assert set(events) == {
        f"{SYMBOL}/OP2/act/1/time/1/recurs",
        f"{SYMBOL}/OP3/act/1/time/1/ends",
        f"{SYMBOL}/OP4/act/1/time/1/due",
    }
    due = events[f"{SYMBOL}/OP4/act/1/time/1/due"]
    assert due.decoded("dtstart") == date(2030, 6, 30), "a whole day"
    assert due.decoded("dtend") == date(2030, 7, 1)
    assert due.decoded("dtstamp").date() == date(2030, 3, 4), "not from the clock"
    assert "Who: CTED, UNODC" in due["description"]
    assert "report by 30 June 2030" in due["description"], "the clause"
    assert str(due["url"]) == f"https://undocs.org/{SYMBOL}"
    assert [str(one) for one in due["categories"].cats] == ["request", "deadline"]


def test_a_recurrence_without_a_start_counts_from_adoption(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "c.ics", documents=[SYMBOL])
    event = _events(tmp_path / "c.ics")[f"{SYMBOL}/OP2/act/1/time/1/recurs"]
    assert event.decoded("dtstart") == date(2030, 9, 4), "six months after 4 March 2030"
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=datetime(2030, 9, 4))
    assert [day.date() for day in islice(rule, 3)] == [date(2030, 9, 4), date(2031, 3, 4), date(2031, 9, 4)]


@pytest.mark.parametrize(
    ("day", "count", "unit", "found", "why"),
    [
        (date(2030, 1, 31), 1, "M", date(2030, 2, 28), "the last day of a shorter month"),
        (date(2024, 2, 29), 1, "Y", date(2025, 2, 28), "a leap day"),
        (date(2030, 12, 15), 1, "M", date(2031, 1, 15), "over the end of a year"),
        (date(2030, 11, 30), 1, "M", date(2030, 12, 30), "into December"),
        (date(2030, 3, 4), 12, "M", date(2031, 3, 4), "twelve months"),
        (date(2030, 3, 4), 2, "W", date(2030, 3, 18), "weeks"),
        (date(2030, 3, 4), 90, "D", date(2030, 6, 2), "days"),
    ],
)
def test_intervals(day: date, count: int, unit: str, found: date, why: str) -> None:
    assert _after(day, count, unit) == found, why


def test_a_clause_cannot_make_an_entry_of_its_own(tmp_path: Path) -> None:
    reading = sample_reading()
    trick = replace(reading.document, agenda="x", title="a\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil")
    actors = tuple(replace(actor, name=f"{actor.name}\r\nUID:evil") for actor in reading.actors)
    with open_store("memory", create=True) as found:
        found.put(replace(reading, document=trick, actors=actors))
        export(found, tmp_path / "c.ics")
    assert "evil" not in "".join(_events(tmp_path / "c.ics"))
    assert len(_events(tmp_path / "c.ics")) == 3


# --- the bibliography -----------------------------------------------------------------------------


def test_a_bibliography_is_read_by_another_reader(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "b.bib")
    entries = parse_file(str(tmp_path / "b.bib")).entries
    assert list(entries) == ["S-RES-9001-2030", "S-RES-9002-2031"], "by date"
    fields = entries["S-RES-9001-2030"].fields
    assert (fields["number"], fields["year"], fields["month"]) == (SYMBOL, "2030", "March")
    assert fields["url"] == f"https://undocs.org/{SYMBOL}"


def test_a_title_cannot_break_out_of_its_field(hostile: Store, tmp_path: Path) -> None:
    export(hostile, tmp_path / "b.bib")
    entries = parse_file(str(tmp_path / "b.bib")).entries
    title = entries["S-RES-9001-2030"].fields["title"]
    assert title.count("{") == title.count("}")
    for sign in "%&$#_":
        assert f"\\{sign}" in title
        assert not re.search(rf"(?<!\\)\{sign}", title)


def test_keys_are_made_of_symbols() -> None:
    assert cite_key("S/PRST/2020/11") == "S-PRST-2020-11"
    assert cite_key("S/RES/1 (1946)") == "S-RES-1-1946"


# --- the digest -----------------------------------------------------------------------------------


def test_a_digest_has_a_row_an_action(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "d.md", documents=[SYMBOL])
    text = (tmp_path / "d.md").read_text("utf-8")
    assert "| OP4 | CTED, UNODC | must | to report by 30 June 2030 |" in text, "both in one row"
    assert f"Security Council, resolution {SYMBOL} of 4 March 2030" in text


def test_a_digest_has_the_headings_above_their_paragraphs(tmp_path: Path) -> None:
    with open_store("memory", create=True) as store:
        store.put(headed_reading())
        export(store, tmp_path / "d.md")
    text = (tmp_path / "d.md").read_text("utf-8").partition("## Text")[2]
    for shown, why in (
        ("\n\n### II\n\n- **PP2**", "in the preamble"),
        ("\n\n### Safety\n\n- **OP1**", "above the operative part"),
        ("\n\n  **Reports**\n\n  - **OP2(b)**", "within a list no heading can be: in bold"),
        ("\n\n### Annex\n", "behind the last paragraph"),
    ):
        assert shown in text, why


def test_nothing_of_a_document_is_taken_for_markup(hostile: Store, tmp_path: Path) -> None:
    export(hostile, tmp_path / "d.md")
    text = (tmp_path / "d.md").read_text("utf-8")
    assert not re.search(r"(?<!\\)<script", text)
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    rows = [line for line in text.splitlines() if line.startswith("| OP")]
    assert rows
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}, "six cells each"


# --- the workbook ---------------------------------------------------------------------------------


def test_a_workbook_has_a_row_an_obligation(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "w.xlsx")
    book = load_workbook(tmp_path / "w.xlsx")
    assert book.sheetnames == ["Obligations", "Acts", "About"]
    sheet = book["Obligations"]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    (row,) = [r for r in rows if r["Document"] == SYMBOL and r["Due"] and r["Who must"] == "CTED"]
    assert row["What"] == "to report by 30 June 2030"
    assert str(row["Due"])[:10] == "2030-06-30"
    assert row["Modality"] == "duty"
    assert str(row["Clause"]).startswith("Requests the Counter-Terrorism")
    assert sheet["A2"].hyperlink.target == f"https://undocs.org/{SYMBOL}"
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions, "the filter is over all rows"
    explained = {row[1] for row in book["About"].iter_rows(min_row=2, values_only=True)}
    assert set(heads) <= explained, "each column is explained"


def test_what_looks_like_a_formula_stays_text(hostile: Store, tmp_path: Path) -> None:
    export(hostile, tmp_path / "w.xlsx")
    cells = [
        cell
        for sheet in load_workbook(tmp_path / "w.xlsx")
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    ]
    assert cells
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)
    with zipfile.ZipFile(tmp_path / "w.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_a_workbook_does_not_say_when_it_was_written(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "w.xlsx")
    with zipfile.ZipFile(tmp_path / "w.xlsx") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}, "the first that a .zip knows"
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2

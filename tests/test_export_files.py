"""A file a document: folders, archives and names; and the command that writes them."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from obligraph.cli import main
from obligraph.errors import UsageError
from obligraph.extract.read import read_file
from obligraph.graph.export import FORMATS, export, export_formats
from obligraph.graph.export.files import FileNames
from obligraph.graph.store import Store

from .samples import OTHER, SYMBOL


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

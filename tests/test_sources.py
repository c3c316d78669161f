"""Sources on the command line: which files of a folder are texts, and what messages call them."""

import os
from pathlib import Path

import pytest
from obligraph.commands.parallel import Failure, attempt
from obligraph.commands.sources import Source, expand
from obligraph.errors import InputError


@pytest.mark.parametrize(
    ("name", "data", "place", "why"),
    [
        ("empty.txt", b"", "empty.txt: ", "folders may have files of the same name"),
        ("broken.xml", b"<akomaNtoso><act>", "broken.xml, line 1: ", "with the line where it is known"),
    ],
)
def test_a_message_names_the_file_with_its_folder(
    tmp_path: Path, name: str, data: bytes, place: str, why: str
) -> None:
    file = tmp_path / "deep" / name
    file.parent.mkdir()
    file.write_bytes(data)
    failure = attempt(Source.reading, Source(str(file)))
    assert isinstance(failure, Failure), why
    assert failure.line.startswith(f"{file.parent}{os.sep}{place}"), why


def test_a_document_knows_its_file_without_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("The Security Council,\n\n1. Urges peace.\n")
    assert Source(str(file)).text().document.source == "text.txt", "graphs are the same on every machine"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_folder_is_read_past_its_pipes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="no texts in this folder"):
        expand([str(tmp_path)])
    (tmp_path / "text.txt").touch()
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert [Path(source.name).name for source in expand([str(tmp_path)])] == ["gone.txt", "text.txt"], (
        "a link that leads nowhere is reported when it is read"
    )

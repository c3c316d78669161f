"""What commands show and write: show, summary, view, export, and readers who leave early."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .running import Run, answer, command, environment, line
from .samples import SYMBOL


def test_show_marks_with_brackets_where_no_terminal_is(run: Run, sample_store: Path) -> None:
    text = answer(run("show", SYMBOL, "OP5", "--store", sample_store))
    assert text.startswith(f"{SYMBOL} OP5\n  [verb: Decides] [action: to remain seized of the matter].\n")
    assert "rule          verb:remain-seized" in text
    assert "\x1b" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("settings", "colour", "why"),
    [
        ({"TERM": "xterm"}, True, "a terminal"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, "the user wants none"),
        ({"TERM": "dumb"}, False, "a terminal that has none"),
    ],
)
def test_show_marks_with_colours_on_a_terminal(
    sample_store: Path, settings: dict[str, str], colour: bool, why: str
) -> None:
    master, slave = os.openpty()
    with subprocess.Popen(
        command("show", SYMBOL, "OP5", "--store", sample_store), stdout=slave, env=environment(**settings)
    ):
        os.close(slave)
        text = b""
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:  # how Linux says that the other side has ended
                break
            if not piece:
                break
            text += piece
    os.close(master)
    assert (b"\x1b[1;35mDecides\x1b[0m" in text) is colour, why
    assert (b"[verb: Decides]" in text) is not colour, why


def test_show_helps_with_a_wrong_paragraph(run: Run, sample_store: Path) -> None:
    says = line(run("show", SYMBOL, "OP99", "--store", sample_store), 2)
    assert "no paragraph “OP99”" in says and "it has PP1 to OP5" in says


def test_the_summary_counts(run: Run, sample_store: Path) -> None:
    text = answer(run("summary", "--top", "3", "--store", sample_store))
    assert re.search(r"^acts +12$", text, re.MULTILINE)
    assert re.search(r"^recall +statement +2$", text, re.MULTILINE)
    assert "… and 8 more\n" in text


@pytest.mark.parametrize(
    ("file", "holds"),
    [
        ("x.html", "<html"),
        ("x.graphml", "<graphml"),
        ("x.gexf", "<gexf"),
        ("x.json", '"nodes"'),
        ("x.csv", ","),
    ],
)
def test_a_view_is_written_in_the_format_of_its_name(
    run: Run, sample_store: Path, tmp_path: Path, file: str, holds: str
) -> None:
    assert answer(run("view", "who-asks-whom", "-o", file, "--store", sample_store)) == ""
    assert holds in (tmp_path / file).read_text()


@pytest.mark.parametrize(
    ("view", "file", "filters", "why"),
    [
        ("who-asks-whom", "x.html", ["--since", "2031-01-01"], "a page without an act"),
        ("who-asks-whom", "x.graphml", ["--until", "1946-01-01"], "a graph without a node"),
        ("citations", "x.csv", ["--since", "2031-01-01", "--force", "request"], "two filters"),
    ],
)
def test_a_view_of_nothing_says_that_nothing_passes(
    run: Run, sample_store: Path, tmp_path: Path, view: str, file: str, filters: list[str], why: str
) -> None:
    says = line(run("view", view, "-o", file, *filters, "--store", sample_store), 0)
    given = ", ".join(f"{name} {value}" for name, value in zip(filters[::2], filters[1::2], strict=True))
    shown = {part.strip() for part in says.partition("(")[2].partition(")")[0].split(",")}
    assert says.startswith(f"{file}: nothing passes these filters (") and says.endswith("the file is empty")
    assert shown == set(given.split(", ")), why
    assert (tmp_path / file).exists(), why


@pytest.mark.parametrize(
    ("file", "holds"), [("x.ttl", "og:requests"), ("x.nq", "ontology#requests"), ("x.trig", "og:requests")]
)
def test_an_export_is_the_same_each_time(
    run: Run, sample_store: Path, tmp_path: Path, file: str, holds: str
) -> None:
    texts = []
    for _ in range(2):
        assert answer(run("export", "-o", file, "--store", sample_store)) == ""
        texts.append((tmp_path / file).read_bytes())
    assert holds in texts[0].decode() and texts[0] == texts[1]


def test_an_export_goes_to_standard_output(run: Run, sample_store: Path) -> None:
    text = answer(run("export", "-o", "-", "-O", "nquads", "--store", sample_store))
    assert all(row.endswith(" .") for row in text.splitlines())


@pytest.mark.parametrize("name", ["export", "view"])
def test_a_file_whose_name_says_no_format_is_wrong_usage(run: Run, sample_store: Path, name: str) -> None:
    view = ["who-asks-whom"] if name == "view" else []
    assert "x.unknown" in line(run(name, *view, "-o", "x.unknown", "--store", sample_store), 2)


def test_a_reader_who_leaves_early_is_no_error(sample_store: Path) -> None:
    everything = b"SELECT ?s ?p ?o { ?s ?p ?o }"
    process = subprocess.Popen(
        command("query", "-", "-O", "csv", "--store", sample_store),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(everything)
    process.stdin.close()
    assert process.stdout.readline() == b"s,p,o\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 0
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments", [["queries"], ["query", "acts-of", "-p", f"document={SYMBOL}"], ["show", SYMBOL]]
)
def test_a_full_disk_is_one_line_and_status_3(sample_store: Path, arguments: list[str]) -> None:
    store = [] if arguments == ["queries"] else ["--store", str(sample_store)]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            command(*arguments, *store), stdout=full, stderr=subprocess.PIPE, env=environment()
        )
    assert "no space left" in line(ended, 3)


def test_a_place_that_cannot_be_written_is_said_so(run: Run, sample_store: Path) -> None:
    says = line(run("query", "due", "--store", sample_store, "-o", "not/there/x.csv"), 3)
    assert "not/there/x.csv" in says and "no such file or directory" in says


def test_an_answer_replaces_a_file_only_when_it_is_whole(
    run: Run, sample_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.csv").write_text("old")
    line(run("query", "due", "-p", "from=never", "--store", sample_store, "-o", "x.csv"), 2)
    assert (tmp_path / "x.csv").read_text() == "old"

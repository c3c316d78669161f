"""The commands that read texts: build, extract and validate."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import time
from pathlib import Path

import pytest
from obligraph.graph.build import nquads
from obligraph.graph.store import open_store

from .running import TEXT, Run, answer, command, environment, line
from .samples import SYMBOL, sample_reading


def test_extract_writes_one_object_for_one_file(run: Run, texts: Path) -> None:
    found = json.loads(answer(run("extract", texts / "9002.txt")))
    assert found["symbol"] == "S/RES/9002(2030)"
    assert [act["act"] for act in found["acts"]] == ["recall", "request", "urge", "remain seized"]
    assert found["acts"][1]["addressees"][0]["actor"] == "Secretary-General"


def test_extract_reads_standard_input(run: Run) -> None:
    assert json.loads(answer(run("extract", "-", data=TEXT.encode())))["symbol"] == "S/RES/9002(2030)"


def test_extract_writes_an_array_for_several_and_reports_the_bad(inside: Run, texts: Path) -> None:
    ended = inside("extract", texts)
    assert "bad.txt" in line(ended, 3)
    assert [found["symbol"] for found in json.loads(ended.stdout)] == ["S/RES/9002(2030)"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_extract_writes_lines_in_the_order_of_the_sources(
    run: Run, texts: Path, tmp_path: Path, jobs: str
) -> None:
    for number in (9005, 9003, 9004):
        (texts / f"{number}.txt").write_text(TEXT.replace("9002 (", f"{number} ("))
    run("extract", texts, "-o", "out.jsonl", "--jobs", jobs)
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [json.loads(text)["symbol"] for text in lines] == [
        f"S/RES/{n}(2030)" for n in (9002, 9003, 9004, 9005)
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\x03", "binary"),
        (b"<akomaNtoso><broken>", "broken XML"),
        (b"Dear Sir,\n\nthe weather is fine.\n", "no resolution"),
    ],
)
def test_a_text_that_cannot_be_read_is_one_line_and_status_3(run: Run, data: bytes, why: str) -> None:
    ended = run("extract", "-", data=data)
    line(ended, 3)
    assert ended.stdout == b"", why


def test_a_source_that_is_not_there_is_said_so(run: Run) -> None:
    assert "gone.txt" in line(run("extract", "gone.txt"), 3)


def test_a_folder_without_texts_is_said_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "empty: no texts in this folder" in line(run("build", "empty"), 3)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_build_reads_the_good_and_reports_the_bad(run: Run, texts: Path, jobs: str) -> None:
    ended = run("build", texts, "--jobs", jobs)
    assert "bad.txt" in line(ended, 3)
    assert ended.stdout == b""
    text = answer(run("query", "obligations-of", "-p", "actor=secretary-general", "-O", "csv"))
    assert [row["due"] for row in csv.DictReader(io.StringIO(text))] == ["2030-06-30"]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="this system does not list processes")
def test_a_killed_build_leaves_no_process_and_no_store(run: Run, texts: Path, tmp_path: Path) -> None:
    for number in range(9100, 9400):
        (texts / f"{number}.txt").write_text(TEXT.replace("9002 (", f"{number} ("))
    build = subprocess.Popen(command("build", texts, "--jobs", "2"), cwd=tmp_path, env=environment())
    listing = Path(f"/proc/{build.pid}/task/{build.pid}/children")
    workers: list[str] = []
    while len(workers) < 2 and build.poll() is None:
        workers = listing.read_text().split()
        time.sleep(0.05)
    build.kill()
    build.wait()
    assert len(workers) == 2, "it ended before it could be killed"
    for _ in range(600):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            break
        time.sleep(0.1)
    else:
        pytest.fail("a worker outlived its parent")
    assert "obligraph build" in line(run("summary"), 3), "there is no store, and it can be asked"


def test_build_passes_over_a_store_among_the_texts(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "9002.txt").write_text(TEXT)
    for said in ("1 put in, 0 unchanged", "0 put in, 1 unchanged"):
        ended = inside("build", ".", "-v")
        assert (ended.returncode, ended.stderr.decode()) == (0, f"obligraph.store: {said}, 0 not read\n")


def test_build_skips_what_has_not_changed(inside: Run, texts: Path) -> None:
    file = texts / "9002.txt"
    first, second = (inside("build", file, "-v").stderr.decode() for _ in range(2))
    assert (first, second) == (
        "obligraph.store: 1 put in, 0 unchanged, 0 not read\n",
        "obligraph.store: 0 put in, 1 unchanged, 0 not read\n",
    )
    file.write_text(TEXT.replace("Urges", "Encourages"))
    assert "1 put in" in inside("build", file, "-v").stderr.decode()
    assert "encourage" in answer(inside("query", "acts-by-verb"))
    assert "urge" not in answer(inside("query", "acts-by-verb", "-O", "csv")).replace("encourage", "")


def test_build_is_silent_where_no_terminal_is(run: Run, texts: Path) -> None:
    assert answer(run("build", texts / "9002.txt")) == ""


def test_build_says_which_stays_when_two_texts_are_one_document(
    inside: Run, texts: Path, tmp_path: Path
) -> None:
    (texts / "again.txt").write_text(TEXT.replace("Urges", "Encourages"))
    for arguments in (("build",), ("query", "acts-by-verb", "--from")):
        ended = inside(*arguments, texts / "9002.txt", texts / "again.txt")
        assert ended.returncode == 0, arguments
        (said,) = ended.stderr.decode().splitlines()
        assert "again.txt: left out" in said
        assert said.endswith("9002.txt stays")
    assert "encourage" not in answer(inside("query", "acts-by-verb"))
    version = (tmp_path / "obligraph.store" / "current").read_text()
    assert inside("build", texts / "9002.txt", texts / "again.txt").returncode == 0
    assert (tmp_path / "obligraph.store" / "current").read_text() == version, "nothing new to write"


def test_a_build_into_memory_keeps_nothing(inside: Run, texts: Path, tmp_path: Path) -> None:
    answer(inside("build", texts / "9002.txt", "-o", "memory"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["texts"]


def test_texts_can_be_asked_without_a_store(inside: Run, texts: Path, tmp_path: Path) -> None:
    text = answer(inside("query", "acts-by-force", "-O", "csv", "--from", texts / "9002.txt"))
    assert "request,1,1" in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["texts"]


def test_texts_that_are_asked_must_all_be_read(inside: Run, texts: Path) -> None:
    ended = inside("query", "acts-by-force", "--from", texts)
    assert "bad.txt" in line(ended, 3)
    assert ended.stdout == b""


def test_validate_finds_nothing_in_what_build_makes(inside: Run, texts: Path) -> None:
    answer(inside("build", texts / "9002.txt"))
    assert answer(inside("validate")) == ""
    assert json.loads(answer(inside("validate", "-O", "json"))) == []


def test_validate_reports_findings_with_status_1(inside: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.store"
    lines = [row for row in nquads(sample_reading()) if "ontology#issuer>" not in row]
    with open_store(broken, create=True) as store, store.batch() as batch:
        batch.put_lines(SYMBOL, lines)
    ended = inside("validate", "--store", broken)
    assert ended.returncode == 1
    assert "OP4/act/1" in ended.stdout.decode() and "issuer" in ended.stdout.decode()
    as_json = inside("validate", "--store", broken, "-O", "json")
    assert {"document", "where", "what", "why", "rule"} <= json.loads(as_json.stdout)[0].keys()

"""The commands through their real entry point: what they write, to whom, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from obligraph import __version__
from obligraph.cli import main
from obligraph.commands import COMMANDS, load
from obligraph.graph.build import nquads
from obligraph.graph.store import open_store
from obligraph.queries.library import library

from .samples import SYMBOL, sample_reading

#: A small resolution in words of our own, as a text file.
TEXT = """\
Resolution 9002 (2030)

Adopted by the Security Council at its 9998th meeting, on 5 March 2030

The Security Council,

Recalling its resolution 9001 (2030),

1. Requests the Secretary-General to report on the lighthouses by 30 June 2030;

2. Urges Member States to keep their lamps lit, as appropriate;

3. Decides to remain seized of the matter.
"""

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk that holds the sample."""
    folder = tmp_path_factory.mktemp("stores") / "sample.store"
    with open_store(folder, create=True) as store:
        store.put(sample_reading())
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command in an empty folder, as a user would."""

    def run(*arguments: str | Path, data: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command(*arguments),
            input=data,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**settings),
            timeout=120,
        )

    return run


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "obligraph", *map(str, arguments)]


def environment(**settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    return kept | {"PYTHONIOENCODING": "utf-8"} | settings


def line(ended: subprocess.CompletedProcess[bytes], status: int) -> str:
    """The one line on standard error of a command that has failed."""
    text = ended.stderr.decode()
    assert ended.returncode == status, text
    assert text.startswith("obligraph: ") and text.count("\n") == 1, text
    assert "Traceback" not in text
    return text.removeprefix("obligraph: ").rstrip()


def answer(ended: subprocess.CompletedProcess[bytes]) -> str:
    """Standard output of a command that has done its work in silence."""
    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    return ended.stdout.decode()


# ------------------------------------------------------------------------------------- help


def test_help_lists_every_command(run: Run) -> None:
    text = answer(run("--help"))
    for name in COMMANDS:
        assert f"\n    {name} " in text


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert answer(run("--version")) == f"obligraph {__version__}\n"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_says_what_it_does_and_shows_how(run: Run, name: str) -> None:
    text = answer(run(name, "--help"))
    assert (load(name).__doc__ or "").splitlines()[0] == COMMANDS[name]
    assert COMMANDS[name] in text
    assert f"examples:\n  obligraph {name}" in text or f"| obligraph {name}" in text


def test_help_needs_no_heavy_library() -> None:
    heavy = "spacy rdflib pyoxigraph networkx pyvis lxml oxrdflib"
    code = (
        "import sys; from obligraph.cli import parser; from obligraph.commands import COMMANDS\n"
        "for name in (None, *COMMANDS): parser(name).format_help()\n"
        f"print(*(name for name in '{heavy}'.split() if name in sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "required: COMMAND; see “obligraph --help”"),
        (["frobnicate"], "invalid choice: 'frobnicate'"),
        (["build"], "required: SOURCE; see “obligraph build --help”"),
        (["extract", "x", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["extract", "x", "-O", "yaml"], "invalid choice: 'yaml'"),
        (["extract", "x", "--jobs", "0"], "“0” is no number from 1 to 256"),
        (["query", "due", "--timeout", "never"], "“never” is no number of seconds"),
        (["query", "due", "-p", "from"], "-p from is no parameter; write -p name=value"),
        (["query", "due", "-p", "to=2030-01-01", "-p", "to=2031-01-01"], "parameter to is given twice"),
        (["query", "due", "--store", "memory"], "a store in memory is empty; name texts with --from"),
        (["query", "due", "--store", "a", "--from", "b"], "--from reads into memory, --store names"),
        (["query", "due", "--store", "http://"], "no address of a SPARQL server"),
        (["view", "frobnicate", "-o", "x.html"], "invalid choice: 'frobnicate'"),
        (["view", "who-asks-whom"], "required: -o/--output"),
        (["view", "who-asks-whom", "-o", "x.html", "--since", "soon"], "“soon” is no day"),
        (["summary", "--top", "none"], "“none” is no number"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("obligraph: ") and err.count("\n") == 1
    assert says in err


# ------------------------------------------------------------------------------------ query


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("csv", "force,acts,documents\ndecision,2,1\n"),
        ("tsv", '?force\t?acts\t?documents\n"decision"@en\t"2"^^<'),
        ("markdown", "| force | acts | documents |\n| --- |"),
        ("table", "force          acts  documents\n───"),
        ("json", '{\n "head": {\n  "vars": ['),
    ],
)
def test_a_query_answers_in_every_format(run: Run, sample_store: Path, kind: str, begins: str) -> None:
    assert answer(run("query", "acts-by-force", "--store", sample_store, "-O", kind)).startswith(begins)


def test_the_format_follows_the_name_of_the_file(run: Run, sample_store: Path, tmp_path: Path) -> None:
    assert answer(run("query", "acts-by-force", "--store", sample_store, "-o", "x.json")) == ""
    assert json.loads((tmp_path / "x.json").read_text())["head"]["vars"] == ["force", "acts", "documents"]
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_parameters_reach_the_query(run: Run, sample_store: Path) -> None:
    text = answer(
        run(
            "query",
            "obligations-of",
            "-p",
            "actor=UNODC",
            "-p",
            "force=request",
            "-O",
            "csv",
            "--store",
            sample_store,
        )
    )
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["action"] for row in rows] == [
        "to assess the measures in paragraph 3 above",
        "to report by 30 June 2030",
    ]


def test_a_query_comes_from_a_file_or_standard_input(run: Run, sample_store: Path, tmp_path: Path) -> None:
    text = "ASK { ?act a og:Act ; og:rule 'verb:request' }"
    (tmp_path / "mine.rq").write_text(text)
    assert answer(run("query", "mine.rq", "--store", sample_store)) == "answer\n──────\ntrue\n"
    from_input = run("query", "-", "--store", sample_store, "-O", "csv", data=text.encode())
    assert answer(from_input) == "answer\ntrue\n"


def test_a_construct_gives_turtle(run: Run, sample_store: Path) -> None:
    text = b"CONSTRUCT { ?a og:requests ?b } WHERE { ?a og:requests ?b }"
    assert "og:requests" in answer(run("query", "-", "--store", sample_store, data=text))


def test_the_default_store_is_in_the_folder_that_one_is_in(
    run: Run, sample_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "obligraph.store").symlink_to(sample_store)
    assert "Security Council" in answer(run("query", "who-asks-whom"))


def test_queries_lists_every_query(run: Run) -> None:
    text = answer(run("queries", COLUMNS="200"))
    for name, query in library().items():
        assert re.search(rf"^  {name} +{re.escape(query.title)}", text, re.MULTILINE)


def test_a_query_is_shown_in_full_with_its_parameters_and_an_example(run: Run) -> None:
    text = answer(run("queries", "obligations-in-force"))
    assert "-p on (date, required): the day" in text
    assert "for example: obligraph query obligations-in-force -p actor=cted -p on=2017-06-30" in text


def test_a_query_can_be_had_to_start_ones_own_from(run: Run, sample_store: Path, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_bytes(run("queries", "due", "--text").stdout)
    arguments = ("-p", "from=2030-01-01", "--store", sample_store, "-O", "csv")
    assert answer(run("query", "own.rq", *arguments)) == answer(run("query", "due", *arguments))


@pytest.mark.parametrize(
    ("arguments", "data", "says"),
    [
        (["./gone.rq"], b"", "./gone.rq: cannot read the query: no such file or directory"),
        (["-"], b"", "standard input: the query is empty"),
        (["-"], b"\xff\xfe\x00", "standard input: not text in UTF-8"),
        (["-"], b"SELECT ?a {\n?a ?b", "query, line 2, column 1: not SPARQL from “?a ?b” on"),
        (["-"], b"SELECT * { SERVICE <http://localhost/> { ?a ?b ?c } }", "SERVICE is refused"),
        (["-"], b"DROP ALL", "DROP is refused: a query only reads"),
    ],
)
def test_a_wrong_query_is_one_line_and_status_3(
    run: Run, sample_store: Path, arguments: list[str], data: bytes, says: str
) -> None:
    assert says in line(run("query", *arguments, "--store", sample_store, data=data), 3)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["query", "obligations-off"], "no query is called “obligations-off”; did you mean obligations-of"),
        (["query", "due", "-p", "when=now"], "has no parameter “when”; its parameters are: from (date), to"),
        (["query", "due", "-p", "from=now"], "“now” is no date"),
        (["query", "obligations-of"], "needs the parameter actor"),
        (["query", "obligations-of", "-p", "actor=nobody"], "no actor of this store is called “nobody”"),
        (["show", "S/RES/1(1946)"], "no document S/RES/1(1946)"),
        (["show", SYMBOL, "OP99"], "no paragraph OP99"),
        (["validate", "--document", "S/RES/1(1946)"], "no document S/RES/1(1946)"),
        (["export", "-o", "-", "-O", "nquads", "--document", "S/RES/1(1946)"], "no document S/RES/1(1946)"),
        (["view", "who-asks-whom", "-o", "x.html", "--document", "S/RES/1(1946)"], "no document S/RES/1"),
    ],
)
def test_a_name_that_nothing_has_is_wrong_usage_everywhere(
    run: Run, sample_store: Path, arguments: list[str], says: str
) -> None:
    assert says in line(run(*arguments, "--store", sample_store), 2)


def test_a_query_without_end_is_ended(run: Run, sample_store: Path) -> None:
    endless = b"SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    says = line(run("query", "-", "--timeout", "0.5", "--store", sample_store, data=endless), 3)
    assert "no answer within 0.5 seconds" in says and "--timeout" in says


def test_a_query_that_fills_the_memory_is_ended(run: Run, sample_store: Path) -> None:
    huge = b"SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    code = (
        "import sys\n"
        "from obligraph.cli import main\n"
        "from obligraph.commands import limits\n"
        "limits.MEMORY = 2**26\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, "query", "-", "--store", str(sample_store)],
        input=huge,
        capture_output=True,
        env=environment(),
    )
    assert ended.returncode == 3
    assert "memory" in ended.stderr.decode()


def test_turtle_of_a_select_is_wrong_usage(run: Run, sample_store: Path) -> None:
    assert "CONSTRUCT" in line(run("query", "due", "-O", "turtle", "--store", sample_store), 2)


# -------------------------------------------------------------------- stores that are no stores


@pytest.mark.parametrize("name", ["summary", "validate", "show", "query", "export", "view"])
def test_a_store_that_is_not_there_is_said_so_in_one_line(run: Run, name: str) -> None:
    more = {
        "show": [SYMBOL],
        "query": ["due"],
        "export": ["-o", "x.ttl"],
        "view": ["who-asks-whom", "-o", "x.html"],
    }
    says = line(run(name, *more.get(name, [])), 3)
    assert "obligraph.store" in says and "obligraph build" in says


def test_a_file_is_no_store(run: Run, tmp_path: Path) -> None:
    (tmp_path / "obligraph.store").write_text("no store")
    assert "obligraph.store" in line(run("summary"), 3)


# --------------------------------------------------------------------- the readers of output


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


# ----------------------------------------------------------------------------- show, summary


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
    assert "no paragraph OP99" in says and "it has PP1 to OP5" in says


def test_the_summary_counts(run: Run, sample_store: Path) -> None:
    text = answer(run("summary", "--top", "3", "--store", sample_store))
    assert re.search(r"^acts +12$", text, re.MULTILINE)
    assert re.search(r"^recall +statement +2$", text, re.MULTILINE)
    assert "… and 8 more\n" in text


# ------------------------------------------------------------------- build, extract, validate


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a good text, and in a folder beneath it a bad one."""
    folder = tmp_path / "texts"
    (folder / "more").mkdir(parents=True)
    (folder / "9002.txt").write_text(TEXT)
    (folder / "more" / "bad.txt").write_bytes(b"\x00\x01\x02")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(TEXT)
    return folder


def test_extract_writes_one_object_for_one_file(run: Run, texts: Path) -> None:
    found = json.loads(answer(run("extract", texts / "9002.txt")))
    assert found["symbol"] == "S/RES/9002(2030)"
    assert [act["act"] for act in found["acts"]] == ["recall", "request", "urge", "remain seized"]
    assert found["acts"][1]["addressees"][0]["actor"] == "Secretary-General"


def test_extract_reads_standard_input(run: Run) -> None:
    assert json.loads(answer(run("extract", "-", data=TEXT.encode())))["symbol"] == "S/RES/9002(2030)"


def test_extract_writes_an_array_for_several_and_reports_the_bad(run: Run, texts: Path) -> None:
    ended = run("extract", texts)
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


def test_build_passes_over_a_store_among_the_texts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "9002.txt").write_text(TEXT)
    for said in ("1 put in, 0 unchanged", "0 put in, 1 unchanged"):
        ended = run("build", ".", "-v")
        assert (ended.returncode, ended.stderr.decode()) == (0, f"obligraph.store: {said}, 0 not read\n")


def test_build_skips_what_has_not_changed(run: Run, texts: Path) -> None:
    file = texts / "9002.txt"
    first, second = (run("build", file, "-v").stderr.decode() for _ in range(2))
    assert (first, second) == (
        "obligraph.store: 1 put in, 0 unchanged, 0 not read\n",
        "obligraph.store: 0 put in, 1 unchanged, 0 not read\n",
    )
    file.write_text(TEXT.replace("Urges", "Encourages"))
    assert "1 put in" in run("build", file, "-v").stderr.decode()
    assert "encourage" in answer(run("query", "acts-by-verb"))
    assert "urge" not in answer(run("query", "acts-by-verb", "-O", "csv")).replace("encourage", "")


def test_build_is_silent_where_no_terminal_is(run: Run, texts: Path) -> None:
    assert answer(run("build", texts / "9002.txt")) == ""


def test_build_says_which_stays_when_two_texts_are_one_document(
    run: Run, texts: Path, tmp_path: Path
) -> None:
    (texts / "again.txt").write_text(TEXT.replace("Urges", "Encourages"))
    for arguments in (("build",), ("query", "acts-by-verb", "--from")):
        ended = run(*arguments, texts / "9002.txt", texts / "again.txt")
        assert ended.returncode == 0, arguments
        (said,) = ended.stderr.decode().splitlines()
        assert "again.txt: left out" in said
        assert said.endswith("9002.txt stays")
    assert "encourage" not in answer(run("query", "acts-by-verb"))
    version = (tmp_path / "obligraph.store" / "current").read_text()
    assert run("build", texts / "9002.txt", texts / "again.txt").returncode == 0
    assert (tmp_path / "obligraph.store" / "current").read_text() == version, "nothing new to write"


def test_a_build_into_memory_keeps_nothing(run: Run, texts: Path, tmp_path: Path) -> None:
    answer(run("build", texts / "9002.txt", "-o", "memory"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["texts"]


def test_texts_can_be_asked_without_a_store(run: Run, texts: Path, tmp_path: Path) -> None:
    text = answer(run("query", "acts-by-force", "-O", "csv", "--from", texts / "9002.txt"))
    assert "request,1,1" in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["texts"]


def test_texts_that_are_asked_must_all_be_read(run: Run, texts: Path) -> None:
    ended = run("query", "acts-by-force", "--from", texts)
    assert "bad.txt" in line(ended, 3)
    assert ended.stdout == b""


def test_validate_finds_nothing_in_what_build_makes(run: Run, texts: Path) -> None:
    answer(run("build", texts / "9002.txt"))
    assert answer(run("validate")) == ""
    assert json.loads(answer(run("validate", "-O", "json"))) == []


def test_validate_reports_findings_with_status_1(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.store"
    lines = [row for row in nquads(sample_reading()) if "ontology#issuer>" not in row]
    with open_store(broken, create=True) as store, store.batch() as batch:
        batch.put_lines(SYMBOL, lines)
    ended = run("validate", "--store", broken)
    assert ended.returncode == 1
    assert "OP4/act/1" in ended.stdout.decode() and "issuer" in ended.stdout.decode()
    as_json = run("validate", "--store", broken, "-O", "json")
    assert {"document", "where", "what", "why", "rule"} <= json.loads(as_json.stdout)[0].keys()


# ------------------------------------------------------------------------------ view, export


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


# ------------------------------------------------------------------------------------ faults


def test_a_fault_of_ours_is_one_line_and_status_4() -> None:
    code = (
        "import sys, obligraph.commands.queries as q\n"
        "def broken(args): raise ZeroDivisionError('by\\nzero')\n"
        "q.run = broken\n"
        "from obligraph.cli import main\n"
        "sys.exit(main(['queries', *sys.argv[1:]]))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment())
    assert "ZeroDivisionError: by zero; --debug shows where" in line(ended, 4)
    debug = subprocess.run([sys.executable, "-c", code, "--debug"], capture_output=True, env=environment())
    assert b"Traceback" in debug.stderr


def test_an_interruption_is_one_line_and_status_130() -> None:
    code = (
        "import sys, obligraph.commands.queries as q\n"
        "def stopped(args): raise KeyboardInterrupt\n"
        "q.run = stopped\n"
        "from obligraph.cli import main\n"
        "sys.exit(main(['queries']))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment())
    assert line(ended, 130) == "interrupted"

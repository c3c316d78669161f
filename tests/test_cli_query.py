"""The commands query and queries: answers, parameters, limits, and what is wrong with a query."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from obligraph.queries.library import library

from .running import Run, answer, environment, line
from .samples import SYMBOL


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


def test_a_name_that_says_no_format_is_taken_with_one_that_is_given(
    run: Run, sample_store: Path, tmp_path: Path
) -> None:
    answer(run("query", "acts-by-force", "--store", sample_store, "-o", "x.unknown", "-O", "csv"))
    assert (tmp_path / "x.unknown").read_text().startswith("force,acts,documents\n")
    answer(run("query", "acts-by-force", "--store", sample_store, "-o", "plain"))
    assert (tmp_path / "plain").read_text().startswith("force          acts")


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
        (["query", "obligations-off"], "no query “obligations-off”; did you mean obligations-of"),
        (
            ["query", "due", "-p", "when=now"],
            "no parameter “when” of the query due; its parameters are: from (date), to",
        ),
        (["query", "due", "-p", "from=now"], "“now” is no date"),
        (["query", "obligations-of"], "needs the parameter actor"),
        (["query", "obligations-of", "-p", "actor=nobody"], "no actor “nobody” in the store"),
        (["show", "S/RES/1(1946)"], "no document “S/RES/1(1946)” in the store"),
        (["show", SYMBOL, "OP99"], "no paragraph “OP99”"),
        (["validate", "--document", "S/RES/1(1946)"], "no document “S/RES/1(1946)” in the store"),
        (
            ["export", "-o", "-", "-O", "nquads", "--document", "S/RES/1(1946)"],
            "no document “S/RES/1(1946)” in the store",
        ),
        (
            ["view", "who-asks-whom", "-o", "x.html", "--document", "S/RES/1(1946)"],
            "no document “S/RES/1(1946)” in the store",
        ),
        (["view", "who-asks-whom", "-o", "x.csv", "--actor", "nobody"], "no actor “nobody” in the store"),
    ],
)
def test_a_name_that_nothing_has_is_wrong_usage_everywhere(
    inside: Run, sample_store: Path, arguments: list[str], says: str
) -> None:
    assert says in line(inside(*arguments, "--store", sample_store), 2)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["export", "-o", "x.csv", "--ontology"], "csv cannot hold the ontology; write RDF"),
        (["export", "-o", "x.xlsx", "--ontology"], "xlsx cannot hold the ontology; write RDF"),
        (["view", "explorer", "-o", "x.html", "--measures"], "a page has no measures; write a file of nodes"),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(
    run: Run, sample_store: Path, arguments: list[str], says: str
) -> None:
    assert says in line(run(*arguments, "--store", sample_store), 2)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (["export", "-o", "-", "-O", "bibtex", "--document"], ["9001", SYMBOL]),
        (["view", "citations", "-o", "-", "-O", "csv", "--document"], ["res/9001", SYMBOL]),
        (
            ["view", "who-asks-whom", "-o", "-", "-O", "csv", "--actor"],
            ["the Harbour Council", "harbour-council"],
        ),
    ],
)
def test_files_take_the_names_that_queries_take(
    run: Run, sample_store: Path, short: list[str], full: list[str]
) -> None:
    one, other = (answer(run(*short, name, "--store", sample_store)) for name in full)
    assert one == other
    assert one.count("\n") > 1


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

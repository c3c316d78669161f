"""The commands as a whole: help, wrong usage, stores that are none, and how they end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from obligraph import __version__
from obligraph.cli import main
from obligraph.commands import COMMANDS, load

from .running import Run, answer, environment, line
from .samples import SYMBOL


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
        (["query", "due", "--store", "foo://x"], "a store cannot be reached by foo; name a folder, or an"),
        (["build", "x.txt", "--store", "ftp://a:b@x/y"], "a store cannot be reached by ftp; name a folder"),
        (["query", "due", "-o", "x.unknown"], "x.unknown: no format goes by .unknown; name it .csv, "),
        (["validate", "-o", "x.unknown"], "x.unknown: no format goes by .unknown; name it .json, "),
        (["extract", "x", "-o", "x.unknown"], "x.unknown: no format goes by .unknown; name it .json, "),
        (["view", "frobnicate", "-o", "x.html"], "invalid choice: 'frobnicate'"),
        (["view", "who-asks-whom"], "required: -o/--output"),
        (["view", "who-asks-whom", "-o", "x.html", "--since", "soon"], "“soon” is no day"),
        (["summary", "--top", "none"], "“none” is no number"),
        (["summary", "--top", "9" * 5000], "is no number from 1 to 100000"),
        (["review", "x", "1", "--accept", "--by", "R", "--on", "soon"], "“soon” is no day"),
        (["review", "x", "1", "--rank", "0"], "“0” is no number from 1 to 100000"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("obligraph: ") and err.count("\n") == 1
    assert says in err


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

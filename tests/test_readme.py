"""What the README shows is true: its commands run, its output lines appear, its snippets work."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder with the example, and the store that the README's first command makes."""
    path = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", path / "examples")
    run(path, "obligraph", "build", "examples/S_RES_2331_2016.md")
    return path


def run(folder: Path, *command: str, text: str | None = None) -> str:
    words = [sys.executable, "-m", "obligraph", *command[1:]] if command[0] == "obligraph" else list(command)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "100"}
    done = subprocess.run(
        words, cwd=folder, env=environment, input=text, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown() -> list[tuple[str, list[str]]]:
    """Each command of the console blocks, with the lines of output shown below it."""
    commands: list[tuple[str, list[str]]] = []
    for block in blocks("console"):
        for line in block.splitlines():
            if line.startswith("$ "):
                commands.append((line[2:], []))
            else:
                commands[-1][1].append(line)
    return commands


@pytest.mark.parametrize(("command", "lines"), shown(), ids=[command for command, _ in shown()])
def test_commands_run_and_print_what_is_shown(folder: Path, command: str, lines: list[str]) -> None:
    printed = run(folder, *shlex.split(command)).splitlines()
    assert [line for line in lines if line not in printed] == []


@pytest.mark.parametrize("query", blocks("sparql"))
def test_queries_have_answers(folder: Path, query: str) -> None:
    assert len(run(folder, "obligraph", "query", "-", "-O", "csv", text=query).splitlines()) > 1


@pytest.mark.parametrize("snippet", blocks("python"))
def test_snippets_run(folder: Path, snippet: str) -> None:
    assert "OP16 Requests" in run(folder, sys.executable, "-c", snippet)


def test_rules_shown_are_rows() -> None:
    from obligraph.extract.acts.verbs import Verb
    from obligraph.extract.lexicon import parse_rows

    for block in blocks("toml"):
        assert parse_rows(block, "verb", Verb, place="README.md")


def test_nothing_is_left_to_fill_in() -> None:
    assert not re.findall(r"@[A-Z]+@|TODO|TBD", README)


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []

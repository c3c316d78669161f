"""The commands on a store that lies on a server: through their real entry point."""

from __future__ import annotations

from pathlib import Path

import pytest
from obligraph.cli import main

from .servers import Reply, oxigraph, replying

TEXT = """\
Resolution 9002 (2030)

Adopted by the Security Council at its 9998th meeting, on 5 March 2030

The Security Council,

1. Requests the Secretary-General to report on the lighthouses by 30 June 2030;

2. Decides to remain seized of the matter.
"""
SYMBOL = "S/RES/9002(2030)"


def test_every_command_works_on_a_server(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "9002.txt"
    text.write_text(TEXT)
    folder = tmp_path / "store"
    with oxigraph(tmp_path) as where:
        for store in (where, str(folder)):
            assert main(["build", str(text), "--store", store]) == 0
        commands = [
            ["summary"],
            ["show", SYMBOL, "OP1"],
            ["export", "-o", "-", "-O", "nquads"],
            ["view", "who-asks-whom", "-o", "-", "-O", "csv"],
            ["validate"],
            ["diff", SYMBOL, str(text)],
        ]
        for command in commands:
            answers = []
            for store in (where, str(folder)):
                status = main([*command, "--store", store])
                answers.append((status, *capsys.readouterr()))
            assert answers[0] == answers[1], command
            assert answers[0][0] == 0, answers


def test_a_query_is_ended_though_the_server_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    body = (
        b'{"head":{"vars":["held","united"]},"results":{"bindings":[{"held":{"type":"literal","value":"true"},'
        b'"united":{"type":"literal","value":"true"}}]}}'
    )
    with replying(Reply(body=body), Reply(seconds=60)) as (where, _):
        assert main(["query", "counts", "--timeout", "0.5", "--store", where]) == 3
    assert "no answer within 0.5 seconds" in capfd.readouterr().err


@pytest.mark.parametrize("command", [["summary"], ["build", "x.txt"], ["query", "counts"]])
def test_a_server_that_is_not_there_is_one_line(
    capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    with replying(Reply()) as (where, _):
        pass
    secret = where.replace("http://", "http://reader:secret@")
    assert main([*command, "--store", secret]) == 3
    err = capfd.readouterr().err
    assert "no server can be reached there" in err and where in err
    assert "secret" not in err and err.count("\n") == 1

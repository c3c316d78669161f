"""Wrong input to ``obligraph review``, and wrong files of corrections: one line, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from .reviews import ROW, SYMBOL, TEXT, Run, runner


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder that has the text."""
    return runner(tmp_path, monkeypatch, capfd)


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        ("none.txt", 3, "none.txt: no such file"),
        ("-", 2, "corrections are kept beside a file"),
        (".", 2, ". is a folder"),
        ("text.txt OP99", 2, f"no paragraph “OP99” of {SYMBOL}"),
        ("text.txt OP99 --accept --by R", 2, f"no paragraph “OP99” of {SYMBOL}"),
        ("text.txt 1 --accept", 2, "a correction needs a name"),
        ("text.txt --accept --by R", 2, "which paragraph?"),
        ("text.txt 2 --accept --by R", 2, "OP2 has several acts; name one with --verb: “Urges”, “requests”"),
        (
            "text.txt 1 --verb urges --accept --by R",
            2,
            "“urges” is not there in OP1; its acts are “Requests”",
        ),
        ("text.txt 1 --verb report --accept --by R", 2, "“report” is not read as an act in OP1"),
        ("text.txt 1 --verb requests --rank 2 --accept --by R", 2, "OP1 has “requests” 1 times, not 2"),
        ("text.txt 4(a) --accept --by R", 2, "no act is read in OP4(a)"),
        ("text.txt 1 --act cal --by R", 3, "no act “cal” in the lexicon; did you mean “"),
        ("text.txt 1 --add urge --by R", 2, "--add needs the words of the act"),
        ("text.txt 1 --verb Requests --add urge --by R", 2, "“Requests” is read as an act of OP1 already"),
        ("text.txt 1 --verb hopes --add urge --by R", 2, "“hopes” is not in OP1"),
        ("text.txt 1 --accept --reject --by R", 2, "not allowed with argument"),
        ("text.txt 1 --reject --nobody --by R", 2, "--reject says all there is to say of an act"),
        ("text.txt 1 --nobody --addressee 'the=x' --by R", 2, "--nobody and --addressee contradict"),
        ("text.txt 1 --addressee 'the moon=moon' --by R", 3, "“the moon” is not in OP1"),
        ("text.txt 1 --addressee 'the Secretary-General=SG' --by R", 3, "“SG” is no key of an actor"),
        ("text.txt 1 --addressee moon --by R", 2, "“moon” is not WORDS=KEY"),
        ("text.txt 1 --content 'deed=to report' --by R", 2, "is not KIND=WORDS"),
        ("text.txt 1 --time 'deadline=in May' --by R", 3, "“in May” is not in OP1"),
        (
            "text.txt 1 --time 'end=by 30 June 2030' --by R",
            2,
            "KIND being deadline, recurrence, period, start",
        ),
        ("text.txt 1 --time deadline --by R", 2, "“deadline” is not KIND=WORDS[=ISO]"),
        ("text.txt 1 --time 'deadline= =P1D' --by R", 2, "is not KIND=WORDS[=ISO]"),
        (
            "text.txt 1 --time 'deadline=by 30 June 2030=June' --by R",
            2,
            "“June” is no date or duration in ISO",
        ),
        ("text.txt 1 --time 'deadline=the lighthouses' --by R", 2, "no time is read in “the lighthouses”"),
        (
            "text.txt 1 --time 'recurrence=by 30 June 2030' --by R",
            2,
            "“2030-06-30” is read, which no recurrence",
        ),
        ("text.txt 1 --qualifier 'if able' --by R", 3, "“if able” is not in OP1"),
        ("text.txt 1 --qualifier '' --by R", 2, "a qualifier has words"),
        ("text.txt 1 --citation 'the moon=S/RES/1373(2001)' --by R", 3, "“the moon” is not in OP1"),
        ("text.txt 1 --citation 'the lighthouses' --by R", 2, "is not WORDS=INSTRUMENT[=USE]"),
        ("text.txt 1 --citation 'the lighthouses=#OP9' --by R", 3, "“#OP9” is no paragraph of the document"),
        ("text.txt 1 --citation 'the lighthouses=A=likes' --by R", 2, "“likes” is no use, which are: cites,"),
        (
            "text.txt 1 --none times --time 'deadline=by 30 June 2030' --by R",
            2,
            "--none times and --time contra",
        ),
        ("text.txt 1 --none verbs --by R", 2, "invalid choice: 'verbs'"),
        ("text.txt 1 --none times --reject --by R", 2, "--reject says all there is to say of an act"),
        ("text.txt 1 --none times", 2, "a correction needs a name"),
        ("text.txt 1 --accept --by R --on soon", 2, "“soon” is no day"),
        ("text.txt 1 --verb Requests", 2, "--verb changes nothing by itself"),
        ("text.txt --remove 1", 2, "no correction 1: there are none"),
        ("text.txt 1 --remove 1", 2, "--remove stands alone"),
    ],
)
def test_wrong_input_is_one_line_and_writes_nothing(
    run: Run, tmp_path: Path, arguments: str, status: int, says: str
) -> None:
    ended, out, err = run(f"review {arguments}")
    assert (ended, out) == (status, "") and err.startswith("obligraph: ") and err.count("\n") == 1, err
    assert says in err
    assert not (tmp_path / "text.txt.review.toml").exists()


def test_a_wrong_file_stops_its_text_and_no_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(TEXT.replace("9002", "9003"))
    (tmp_path / "text.txt.review.toml").write_text(
        "[[correction]]\n" + ROW + 'kind = "act"\nact = "cal upon"\n'
    )
    status, _, err = run("build . -v")
    assert status == 3
    assert err.splitlines() == [
        "obligraph: text.txt.review.toml, correction 1 (OP1): no act “cal upon” in the lexicon; "
        "did you mean “call upon” or “caution”?",
        "obligraph.store: 1 put in, 0 unchanged, 1 not read",
    ]

"""``obligraph review``, and the commands that heed what it keeps."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from obligraph.extract.model import ContentKind, TimeKind
from obligraph.extract.review.corrections import Piece, When, Which, Who
from obligraph.extract.review.reading import parse_corrections

from .reviews import SYMBOL, TEXT, K, Run, runner

ROOT = Path(__file__).parent.parent


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder that has the text."""
    return runner(tmp_path, monkeypatch, capfd)


def test_the_doubtful_acts_are_listed(run: Run, tmp_path: Path) -> None:
    status, out, err = run("review text.txt")
    assert (status, err) == (0, "")
    assert out.startswith(f"{SYMBOL}: 2 doubtful acts of ")
    assert "  OP3/act/1  “requests”: request, certainty 0.8\n" in out
    assert "? no verb at the head of the sentence" in out
    assert "OP1/act/1" not in out and not (tmp_path / "text.txt.review.toml").exists()


def test_a_build_after_a_review_has_what_the_reader_said(run: Run) -> None:
    assert run("build text.txt")[0] == 0
    status, out, _ = run(
        'review text.txt op3 --verb "LOOKS TO" --add "call upon" --by "A. Reader" --why "a slip"'
    )
    assert status == 0 and "“Looks to”: call upon, certain, reviewed by A. Reader" in out
    assert run('review text.txt 1 --accept --by "B. Reader"')[0] == 0
    assert run("build text.txt -v")[2] == "obligraph.store: 1 put in, 0 unchanged, 0 not read\n"
    assert run("query reviewed -O csv")[1].splitlines() == [
        "symbol,paragraph,verb,act,rule,reader",
        f"{SYMBOL},OP1,Requests,request,act.head,B. Reader",
        f"{SYMBOL},OP3,Looks to,call upon,human,A. Reader",
    ]
    assert "reviewed by   A. Reader" in run(f"show '{SYMBOL}' OP3")[1]
    assert run("validate")[0] == 0
    assert run("build text.txt -v")[2] == "obligraph.store: 0 put in, 1 unchanged, 0 not read\n"
    assert run("review text.txt --remove 2")[0] == 0
    assert run("build text.txt -v")[2] == "obligraph.store: 1 put in, 0 unchanged, 0 not read\n"
    assert "Looks to" not in run("query reviewed -O csv")[1]


def test_extract_and_what_reads_without_a_store_heed_it_too(run: Run) -> None:
    run('review text.txt 2 --verb urges --reject --by "A. Reader"')
    run('review text.txt 3 --verb requests --accept --by "A. Reader"')
    found = json.loads(run("extract text.txt")[1])
    assert {act["id"]: act.get("reviewed") for act in found["acts"] if act["para"] in ("OP2", "OP3")} == {
        "OP2/act/1": None,
        "OP3/act/1": "A. Reader",
    }
    assert re.fullmatch("[0-9a-f]{64}", found["review"])
    assert "A. Reader" in run("query reviewed --from text.txt -O csv")[1]


def test_a_stale_correction_is_one_line_whenever_the_text_is_read(run: Run, tmp_path: Path) -> None:
    run('review text.txt 1 --accept --by "A. Reader"')
    (tmp_path / "text.txt").write_text(TEXT.replace("on the lighthouses", "on all lighthouses"))
    line = "obligraph: text.txt: correction not applied: OP1 “Requests”, accept: "
    for command in (
        "build text.txt",
        "build text.txt",
        "build text.txt --jobs 2",
        "extract text.txt -o x.json",
    ):
        status, _, err = run(command)
        assert status == 1 and err.startswith(line) and err.count("\n") == 1, command
    status, out, _ = run("review text.txt")
    assert status == 1 and "       not applied: “Requests the Secretary-General to report on the" in out
    assert run("query reviewed -O csv")[1].count("\n") == 1
    asked = 'ASK { ?reading og:staleCorrection ?line FILTER(CONTAINS(?line, "OP1")) }'
    (tmp_path / "stale.rq").write_text(asked)
    assert run("query stale.rq -O csv")[1] == "answer\ntrue\n"
    assert run('review text.txt 1 --accept --by "A. Reader"')[0] == 0, "made anew, it takes its place"
    assert run("build text.txt")[0] == 0


def test_a_later_correction_takes_the_place_of_an_earlier_one(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.txt.review.toml"
    by = "--by R --on 2030-01-01"

    def kinds() -> list[str]:
        return [f"{c.kind}:{c.act}" for c in parse_corrections(file.read_text(), "x")]

    run(f"review text.txt 1 --accept {by}")
    assert kinds() == ["accept:"]
    run(f"review text.txt 1 --act encourage {by}")
    assert kinds() == ["act:encourage"], "what was accepted is not what is read now"
    run(f"review text.txt 1 --act urge --addressee 'the secretary-general=secretary-general' {by}")
    assert kinds() == ["act:urge", "addressees:"]
    run(f"review text.txt 1 --reject {by}")
    assert kinds() == ["reject:"]
    run(f"review text.txt 1 --accept {by}")
    assert kinds() == ["accept:"]
    before = file.read_bytes()
    run(f"review text.txt 1 --accept {by}")
    assert file.read_bytes() == before
    assert run("review text.txt --remove 1")[0] == 0
    assert not file.exists()


def test_parts_are_given_in_words_of_any_case_and_kept_as_printed(run: Run, tmp_path: Path) -> None:
    status, out, err = run(
        "review text.txt 4 --by R --addressee 'ALL States=all-states' --including 'the public=publik' "
        "--content 'action=prevent … OIL' --content 'action=report to the ... council'"
    )
    assert status == 0, err
    assert err == "obligraph: note: publik is no actor of the authority file\n" or "did you mean" in err
    addressees, contents = parse_corrections((tmp_path / "text.txt.review.toml").read_text(), "x")
    assert addressees.addressees == (
        Who("all States", ("all-states",)),
        Who("the public", ("publik",), "including"),
    )
    assert contents.contents == (
        Piece(ContentKind.ACTION, begins="Prevent", ends="oil"),
        Piece(ContentKind.ACTION, begins="Report to the", ends="Council"),
    )
    assert contents.on is not None
    assert "action     “Report to the Council”, duty" in out


def test_when_how_far_and_under_what_are_given_in_words_and_kept_with_their_values(
    run: Run, tmp_path: Path
) -> None:
    status, out, err = run(
        "review text.txt 1 --by R --time 'deadline=BY 30 june 2030' --time 'recurrence=on the lighthouses=' "
        "--qualifier 'The lighthouses' --citation 'the lighthouses=1373 (2001)' "
        "--citation 'Lighthouses=Lamp Rules, paragraph 4 (c)=modifies'"
    )
    assert status == 0
    assert err == "obligraph: note: “Lamp Rules, paragraph 4(c)” is no instrument that the rules know\n"
    times, qualifiers, citations = parse_corrections((tmp_path / "text.txt.review.toml").read_text(), "x")
    assert times.times == (
        When(TimeKind.DEADLINE, "by 30 June 2030", "2030-06-30"),
        When(TimeKind.RECURRENCE, "on the lighthouses"),
    )
    assert qualifiers.qualifiers == ("the lighthouses",)
    assert citations.citations == (
        Which("the lighthouses", "S/RES/1373(2001)", "cites"),
        Which("lighthouses", "Lamp Rules, paragraph 4(c)", "modifies"),
    )
    for line in (
        "      deadline   “by 30 June 2030” = 2030-06-30",
        "      recurrence “on the lighthouses”",
        "      qualifier  “the lighthouses”",
        "      citation   “the lighthouses” = S/RES/1373(2001), cites",
        "      citation   “lighthouses” = Lamp Rules, paragraph 4(c), modifies",
    ):
        assert line in out.splitlines()
    assert run("build text.txt")[0] == 0 and run("validate")[0] == 0
    assert f"{SYMBOL},OP1,Requests,request,human,R" in run("query reviewed -O csv")[1]
    (tmp_path / "cited.rq").write_text(
        "SELECT ?what ?how { ?c a og:Citation ; og:instrument/dcterms:identifier ?what ; og:use ?use . "
        "?use skos:prefLabel ?how } ORDER BY ?what"
    )
    cited = run("query cited.rq -O csv")[1].splitlines()
    assert '"Lamp Rules, paragraph 4(c)",modifies' in cited and "S/RES/1373(2001),cites" in cited
    assert run("review text.txt 1 --by R --none times --none qualifiers --none citations")[0] == 0
    found = json.loads(run("extract text.txt")[1])["acts"][1]
    assert (found["id"], found["times"], found["qualifiers"], found["citations"]) == ("OP1/act/1", [], [], [])


@pytest.mark.parametrize(
    ("words", "given", "kept"),
    [
        ("within 60 days", "deadline=within 60 days", When(TimeKind.DEADLINE, "within 60 days", "P60D")),
        ("within 60 days", "start=within 60 days=P2M", When(TimeKind.START, "within 60 days", "P2M")),
        (
            "within 60 days of the lifting of the fog",
            "deadline=within 60 days of the lifting of the fog",
            When(
                TimeKind.DEADLINE,
                "within 60 days of the lifting of the fog",
                "P60D",
                event="the lifting of the fog",
            ),
        ),
        ("regularly", "recurrence=regularly", When(TimeKind.RECURRENCE, "regularly")),
    ],
)
def test_a_value_that_is_left_out_is_what_the_rules_read(
    run: Run, tmp_path: Path, words: str, given: str, kept: When
) -> None:
    (tmp_path / "text.txt").write_text(TEXT.replace("by 30 June 2030", words))
    status, _, err = run(f"review text.txt 1 --by R --time '{given}'")
    assert status == 0, err
    (row,) = parse_corrections((tmp_path / "text.txt.review.toml").read_text(), "x")
    assert row.times == (kept,)


def test_an_accepted_act_is_stale_when_another_time_is_read(run: Run, tmp_path: Path) -> None:
    run("review text.txt 1 --accept --by R")
    assert run("extract text.txt -o x.json")[0] == 0
    (tmp_path / "text.txt").write_text(TEXT.replace("on 5 March 2030", "on 5 July 2030"))
    status, _, err = run("extract text.txt -o x.json")
    assert (status, err.count("\n")) == (1, 1) and "what is read there has changed since" in err


def test_words_just_as_printed_tell_two_acts_apart(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(
        TEXT.replace("and requests the keepers", "and further urges the keepers")
    )
    status, _, err = run("review text.txt 2 --verb urges --accept --by R")
    assert status == 2 and "“urges” does 2 acts in OP2; say which with --rank N" in err
    assert "  OP2/act/1  “further urges”: urge" in run("review text.txt 2 --verb Urges --reject --by R")[1]


def test_a_file_of_corrections_is_no_text(run: Run) -> None:
    run("review text.txt 1 --accept --by R")
    assert run("build . -v -o memory")[2] == "memory: 1 put in, 0 unchanged, 0 not read\n"
    both = "build text.txt text.txt.review.toml -v -o memory"
    assert run(both)[2] == "memory: 1 put in, 0 unchanged, 0 not read\n"


def test_what_the_page_shows_is_true(run: Run, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    (tmp_path / "examples").mkdir()
    shutil.copy(ROOT / "examples" / "S_RES_2331_2016.md", tmp_path / "examples")
    printed = ""
    for block in re.findall(r"^```console\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ obligraph "):
                status, printed, err = run(line.removeprefix("$ obligraph "))
                assert status == 0, err
            else:
                assert line in printed.splitlines()
    assert "OP16" in printed
    (shown,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert [row.kind for row in parse_corrections(shown, "page")] == [K.ADDRESSEES]

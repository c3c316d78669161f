"""A reader's corrections: kept beside the text, heeded whenever it is read, reported when stale."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.cli import main
from obligraph.errors import InputError
from obligraph.extract.model import Act, ContentKind, Document, Force, Modality, Reading, Span
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes
from obligraph.extract.review.apply import HUMAN, overlaid, read_reviewed, seen_hash
from obligraph.extract.review.corrections import (
    Correction,
    CorrectionKind,
    Piece,
    Who,
    ordered,
    paragraph_hash,
)
from obligraph.extract.review.file import parse_corrections, toml_text
from obligraph.extract.review.places import place_of
from obligraph.graph.build import nquads
from obligraph.graph.store import open_store
from obligraph.graph.validate import validate

ROOT = Path(__file__).parent.parent

#: A resolution in words of our own, with what the rules are meant to miss or take wrongly.
TEXT = """\
Resolution 9002 (2030)

Adopted by the Security Council at its 9998th meeting, on 5 March 2030

The Security Council,

Recalling its resolution 9001 (2030),

1. Requests the Secretary-General to report on the lighthouses by 30 June 2030;

2. Urges Member States to keep their lamps lit, as appropriate, and requests the keepers of the \
northern light to oil them;

3. Looks to coastal States to mend their piers within 60 days, and requests UNODC to help them;

4. Decides that all States shall:

(a) Prevent the sale of lamp oil;

(b) Report to the Council, and report to the public;

5. Deplores the theft of lamps by the Saltmarsh Brigade;

6. Decides to remain seized of the matter.
"""
SYMBOL = "S/RES/9002(2030)"
K = CorrectionKind


def text_document() -> Document:
    return read_bytes(TEXT.encode(), "text.txt")


def correction(paragraph: str, verb: str, kind: CorrectionKind, **fields: object) -> Correction:
    return Correction(paragraph, verb, kind, "A. Reader", **fields)  # type: ignore[arg-type]


def acts_of(reading: Reading, paragraph: str) -> list[Act]:
    return [act for act in reading.acts if act.paragraph == paragraph]


def corrected(*corrections: Correction) -> Reading:
    """The text read with corrections, none of which may be stale."""
    reading = read_reviewed(text_document(), corrections)
    assert reading.stale == ()
    return reading


# ---------------------------------------------------------------------------------- applying


def test_no_corrections_change_nothing() -> None:
    document = text_document()
    assert read_reviewed(document, ()) == read_document(document)


def test_a_rejected_act_is_gone_and_the_rest_is_counted_anew() -> None:
    before = acts_of(read_document(text_document()), "OP2")
    reading = corrected(correction("OP2", "Urges", K.REJECT))
    assert [(act.id, act.verb) for act in before] == [("OP2/act/1", "Urges"), ("OP2/act/2", "requests")]
    assert [(act.id, act.verb, act.reviewed) for act in acts_of(reading, "OP2")] == [
        ("OP2/act/1", "requests", "")
    ]


def test_a_rejected_act_gives_its_words_back_to_the_one_before() -> None:
    reading = corrected(correction("OP2", "requests", K.REJECT))
    (act,) = acts_of(reading, "OP2")
    assert act.text.endswith("to oil them")


def test_a_missed_act_is_read_with_the_rules_once_its_verb_is_known() -> None:
    assert [act.verb for act in acts_of(read_document(text_document()), "OP3")] == ["requests"]
    reading = corrected(correction("OP3", "Looks to", K.ADD, act="call upon"))
    first, second = acts_of(reading, "OP3")
    assert (first.id, first.verb, first.act, first.force) == (
        "OP3/act/1",
        "Looks to",
        "call upon",
        Force.APPEAL,
    )
    assert (first.rule, first.reviewed, first.certainty) == (HUMAN, "A. Reader", 1.0)
    assert [a.text for a in first.addressees] == ["coastal States"]
    assert [c.text for c in first.contents] == ["to mend their piers within 60 days"]
    assert [t.iso for t in first.times] == ["P60D"]
    assert (second.id, second.reviewed) == ("OP3/act/2", "")


def test_another_act_changes_force_and_modality() -> None:
    (before,) = acts_of(read_document(text_document()), "OP1")
    (act,) = acts_of(corrected(correction("OP1", "Requests", K.ACT, act="encourage")), "OP1")
    assert (before.force, before.contents[0].modality) == (Force.REQUEST, Modality.DUTY)
    assert (act.act, act.force) == ("encourage", Force.ENCOURAGEMENT)
    assert act.contents[0].modality is Modality.RECOMMENDATION
    assert act.addressees == before.addressees


def test_addressees_take_the_place_of_those_read_and_what_begins_with_them_becomes_the_action() -> None:
    keepers = Who("the keepers of the northern light", ("light-keepers",))
    reading = corrected(correction("OP2", "requests", K.ADDRESSEES, addressees=(keepers,)))
    act = acts_of(reading, "OP2")[1]
    assert [(a.text, a.actors, a.certainty) for a in act.addressees] == [
        ("the keepers of the northern light", ("light-keepers",), 1.0)
    ]
    assert [(c.kind, c.text, c.modality) for c in act.contents] == [
        (ContentKind.ACTION, "to oil them", Modality.DUTY)
    ]
    assert act.doubts == () and act.certainty == 1.0
    (actor,) = [actor for actor in reading.actors if actor.key == "light-keepers"]
    assert (actor.name, actor.known) == ("keepers of the northern light", False)


def test_nobody_is_asked_where_a_reader_says_so() -> None:
    reading = corrected(correction("OP1", "Requests", K.ADDRESSEES, addressees=()))
    assert acts_of(reading, "OP1")[0].addressees == ()


def test_contents_are_found_in_items_and_by_their_ends() -> None:
    pieces = (
        Piece(ContentKind.ACTION, text="Prevent the sale of lamp oil"),
        Piece(ContentKind.ACTION, begins="report to", ends="public"),
        Piece(ContentKind.OBJECT, text="oil"),
    )
    act = acts_of(corrected(correction("OP4", "Decides", K.CONTENTS, contents=pieces)), "OP4")[0]
    assert [(c.paragraph, c.kind, c.text, c.modality) for c in act.contents] == [
        ("OP4(a)", ContentKind.ACTION, "Prevent the sale of lamp oil", Modality.PROHIBITION),
        ("OP4(a)", ContentKind.OBJECT, "oil", None),
        ("OP4(b)", ContentKind.ACTION, "report to the public", Modality.DUTY),
    ]


def test_words_said_twice_are_found_where_they_stand_next() -> None:
    document = read_bytes(TEXT.replace("their lamps lit", "States and States lit").encode(), "text.txt")
    twice = (Who("States", ("all-states",)), Who("States", ("member-states",)))
    reading = read_reviewed(document, [correction("OP2", "Urges", K.ADDRESSEES, addressees=twice)])
    first, second = acts_of(reading, "OP2")[0].addressees
    assert first.span.end < second.span.start


def test_targets() -> None:
    thieves = (Who("the Saltmarsh Brigade", ("saltmarsh-brigade",)),)
    (act,) = acts_of(corrected(correction("OP5", "Deplores", K.TARGETS, targets=thieves)), "OP5")
    assert [(t.text, t.actors) for t in act.targets] == [("the Saltmarsh Brigade", ("saltmarsh-brigade",))]


def test_who_accepts_an_act_vouches_for_it_and_the_rule_stays() -> None:
    doubtful = acts_of(read_document(text_document()), "OP3")[0]
    assert doubtful.certainty < 1 and doubtful.doubts
    (act,) = acts_of(corrected(correction("OP3", "requests", K.ACCEPT, seen=seen_hash(doubtful))), "OP3")
    assert act == replace(doubtful, certainty=1.0, doubts=(), reviewed="A. Reader")


VERBS = [(act.paragraph, act.verb) for act in read_document(text_document()).acts]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(VERBS),
            st.sampled_from([K.REJECT, K.ACT, K.ACCEPT, K.ADDRESSEES]),
        ),
        unique_by=lambda pair: pair[0],
    )
)
@settings(max_examples=25, deadline=None)
def test_corrections_leave_the_rest_alone_are_idempotent_and_make_a_valid_graph(
    chosen: list[tuple[tuple[str, str], CorrectionKind]],
) -> None:
    document = text_document()
    rows = [
        correction(paragraph, verb, kind, act="urge" if kind is K.ACT else "")
        for (paragraph, verb), kind in chosen
    ]
    reading = read_reviewed(document, rows)
    assert reading.stale == ()
    kinds = dict(chosen)
    plain = {(act.paragraph, act.verb): act for act in read_document(document).acts}
    found = {(act.paragraph, act.verb): act for act in reading.acts}
    assert set(found) == {verb for verb in plain if kinds.get(verb) is not K.REJECT}
    for verb, act in found.items():
        assert act.reviewed == ("A. Reader" if verb in kinds else "")
        if verb not in kinds and not any(label == verb[0] for label, _ in kinds):
            assert act == plain[verb]
        texts = [(act.span, act.text)]
        texts += [(part.span, part.text) for part in act.addressees]
        texts += [(part.span, part.text) for part in act.contents]
        assert all(document.words(span) == text for span, text in texts)
    placed = [(row, place_of(document, row)) for row in ordered(rows, [p.label for p in document.paragraphs])]
    fitting = [(row, place) for row, place in placed if isinstance(place, Span)]
    assert len(fitting) == len(rows)
    assert overlaid(reading, fitting) == reading
    assert list(nquads(reading))  # which raises for what is named and not described


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (correction("OP99", "Requests", K.REJECT), "there is no paragraph OP99"),
        (correction("OP1", "Urges", K.REJECT), "“Urges” is not in OP1"),
        (correction("OP1", "Requests", K.REJECT, rank=2), "“Requests” is not in OP1 2 times"),
        (correction("OP1", "Requests", K.REJECT, quote="Requests UNODC"), "“Requests UNODC” is not in OP1"),
        (correction("OP1", "Requests", K.REJECT, hash="0" * 12), "the words of OP1 have changed since"),
        (correction("OP1", "report", K.ACCEPT), "no act is read there"),
        (correction("OP1", "Requests", K.ACCEPT, seen="0" * 12), "what is read there has changed since"),
    ],
)
def test_what_no_longer_fits_is_told_and_not_applied(row: Correction, says: str) -> None:
    document = text_document()
    reading = read_reviewed(document, [row])
    (line,) = reading.stale
    assert line.startswith(f"{row.name}: ") and says in line
    assert replace(reading, stale=()) == read_document(document)


def test_a_rejection_of_what_is_read_no_more_is_fulfilled() -> None:
    assert corrected(correction("OP3", "Looks to", K.REJECT)) == read_document(text_document())


def test_the_hash_takes_in_items() -> None:
    other = read_bytes(TEXT.replace("lamp oil;", "lamp fat;").encode(), "text.txt")
    assert paragraph_hash(text_document(), "OP4") != paragraph_hash(other, "OP4")
    assert paragraph_hash(text_document(), "OP1") == paragraph_hash(other, "OP1")


def test_the_graph_of_a_stale_reading_is_not_taken_for_unchanged() -> None:
    document = text_document()
    with open_store("memory", create=True) as store:
        store.put(read_reviewed(document, [correction("OP1", "Requests", K.ACCEPT)]))
        assert store.unchanged(document)
        store.put(read_reviewed(document, [correction("OP99", "Requests", K.ACCEPT)]))
        assert not store.unchanged(document)
        assert not list(validate(store))


# ---------------------------------------------------------------------------------- the file

_words = st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1, max_size=12)
_keys = st.from_regex(r"\A[a-z0-9]{1,8}(-[a-z0-9]{1,8})?\Z")
_actors = st.lists(_keys, min_size=1, max_size=3, unique=True).map(tuple)
_who = st.builds(Who, _words, _actors)
_pieces = st.builds(
    Piece,
    st.sampled_from(ContentKind),
    text=_words,
    modality=st.none() | st.sampled_from(Modality),
) | st.builds(Piece, st.sampled_from(ContentKind), begins=_words, ends=_words)


@st.composite
def _corrections(draw: st.DrawFn) -> Correction:
    kind = draw(st.sampled_from(CorrectionKind))
    return Correction(
        paragraph=draw(_words),
        verb=draw(_words),
        kind=kind,
        by=draw(_words),
        rank=draw(st.integers(1, 9)),
        act=draw(_words) if kind in (K.ADD, K.ACT) else "",
        addressees=tuple(draw(st.lists(_who, max_size=2))) if kind is K.ADDRESSEES else (),
        contents=tuple(draw(st.lists(_pieces, max_size=2))) if kind is K.CONTENTS else (),
        targets=tuple(draw(st.lists(_who, max_size=2))) if kind is K.TARGETS else (),
        quote=draw(st.just("") | _words),
        hash=draw(st.sampled_from(["", "0123456789ab"])),
        seen=draw(st.sampled_from(["", "ba9876543210"])),
        on=draw(st.none() | st.dates()),
        why=draw(st.just("") | _words),
    )


@given(st.lists(_corrections(), unique_by=lambda c: c.key))
def test_what_is_written_is_read_again(corrections: list[Correction]) -> None:
    text = toml_text(corrections, "text.txt")
    assert list(parse_corrections(text, "x")) == corrections
    assert toml_text(parse_corrections(text, "x"), "text.txt") == text


def test_the_order_is_that_of_the_text() -> None:
    rows = [
        correction("OP10", "a", K.ACCEPT),
        correction("OP2", "b", K.ACCEPT),
        correction("OP7", "c", K.ACT),
    ]
    labels = ["PP1", "OP2", "OP10"]
    assert [c.paragraph for c in ordered(rows, labels)] == ["OP2", "OP10", "OP7"]


ROW = 'paragraph = "OP1"\nverb = "Requests"\nby = "R"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[correction", "x: not valid TOML"),
        ("[[corrections]]", "x: unknown table or field “corrections”; write [[correction]]"),
        ("correction = 1", "“correction” is no array of tables"),
        (
            '[[correction]]\nkind = "reject"\nparagraph = "OP1"\nby = "R"',
            "correction 1 (OP1): “verb” is missing",
        ),
        (f"[[correction]]\n{ROW}", "“kind” is missing"),
        (f'[[correction]]\n{ROW}kind = "drop"', "“kind” is “drop”, not one of: reject, add"),
        (f'[[correction]]\n{ROW}kind = "reject"\nbecause = "x"', "unknown field “because”"),
        (f'[[correction]]\n{ROW}kind = "add"', "“act” is missing, which “add” needs"),
        (f'[[correction]]\n{ROW}kind = "reject"\nact = "urge"', "“act” is nothing that “reject” has"),
        (f'[[correction]]\n{ROW}kind = "reject"\nrank = 0', "“rank” is 0, no number from 1 on"),
        (f'[[correction]]\n{ROW}kind = "reject"\non = "2030-01-01"', "“on” is no day"),
        (f'[[correction]]\n{ROW}kind = "reject"\nhash = "abc"', "“hash” is no 12 hex digits"),
        (f'[[correction]]\n{ROW}kind = "addressees"\naddressees = ["x"]', "is no array of tables"),
        (
            f'[[correction]]\n{ROW}kind = "addressees"\naddressees = [{{ text = "x", actors = ["A B"] }}]',
            "“A B” is no key of an actor",
        ),
        (
            f'[[correction]]\n{ROW}kind = "addressees"\naddressees = [{{ text = "x", actors = "a" }}]',
            "“actors” is no array of keys",
        ),
        (
            f'[[correction]]\n{ROW}kind = "contents"\ncontents = [{{ kind = "action", begins = "x" }}]',
            "a content has “text”, or both “begins” and “ends”",
        ),
        (
            f'[[correction]]\n{ROW}kind = "accept"\n[[correction]]\n{ROW}kind = "accept"',
            "correction 2 (OP1): a second “accept” for “Requests”",
        ),
        (
            f'[[correction]]\n{ROW}kind = "accept"\n[[correction]]\n{ROW}kind = "reject"',
            "“Requests” is rejected, and corrected too",
        ),
    ],
)
def test_a_wrong_file_is_one_line_with_its_place(text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_corrections(text, "x")
    assert says in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (correction("OP1", "Requests", K.ACT, act="cal upon", place="f, 1"), "f, 1: no act “cal upon”"),
        (correction("OP1", "Requests", K.ACT, act="cal upon"), "did you mean “call upon”"),
        (
            correction(
                "OP1", "Requests", K.ADDRESSEES, addressees=(Who("the moon", ("moon",)),), place="f, 2"
            ),
            "f, 2: “the moon” is not in OP1; copy the words",
        ),
        (
            correction(
                "OP1",
                "Requests",
                K.CONTENTS,
                contents=(Piece(ContentKind.ACTION, begins="to report", ends="in May"),),
            ),
            "“in May” does not follow “to report” in OP1",
        ),
    ],
)
def test_words_that_are_not_there_are_one_line(row: Correction, says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)):
        read_reviewed(text_document(), [row])


# ------------------------------------------------------------------------------- the command

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder that has the text."""
    (tmp_path / "text.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)

    def run(line: str) -> tuple[int, str, str]:
        status = main(shlex.split(line))
        out, err = capfd.readouterr()
        return status, out, err

    return run


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


def test_a_file_of_corrections_is_no_text(run: Run) -> None:
    run("review text.txt 1 --accept --by R")
    assert run("build . -v -o memory")[2] == "memory: 1 put in, 0 unchanged, 0 not read\n"
    both = "build text.txt text.txt.review.toml -v -o memory"
    assert run(both)[2] == "memory: 1 put in, 0 unchanged, 0 not read\n"


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        ("none.txt", 3, "none.txt: no such file"),
        ("-", 2, "corrections are kept beside a file"),
        (".", 2, ". is a folder"),
        ("text.txt OP99", 2, f"{SYMBOL} has no paragraph OP99"),
        ("text.txt OP99 --accept --by R", 2, f"{SYMBOL} has no paragraph OP99"),
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
        "did you mean “call upon” or “caution” or “call for”?",
        "obligraph.store: 1 put in, 0 unchanged, 1 not read",
    ]


# ------------------------------------------------------------------------------------ the page


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

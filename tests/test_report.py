"""What a report counts, that reports add up, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.cli import main
from obligraph.commands.reporting import FORMATS
from obligraph.extract.acts.judge import RULES
from obligraph.extract.acts.verbs import lexicon
from obligraph.extract.document import Span
from obligraph.extract.lacking import asks_for_thing, directive, numbering_gaps, self_directed
from obligraph.extract.model import Content, ContentKind, Reading
from obligraph.extract.pipeline import read_document
from obligraph.extract.report import SECTIONS, Report, merged, report

from .documents import document
from .samples import sample_reading


def read(paragraphs: dict[str, str]) -> Reading:
    """Reads a document of the paragraphs."""
    return read_document(document(paragraphs))


def kinds(found: Report, section: str) -> dict[str, int]:
    """What a section lists, with its counts."""
    return {finding.what: finding.count for finding in found.section(section)}


# paragraphs, section, what it lists, why
LISTED: Sequence[tuple[dict[str, str], str, dict[str, int], str]] = (
    (
        {"OP1": "The lamps of the harbour shall burn from dusk until dawn."},
        "paragraphs-without-act",
        {"operative": 1},
        "nobody acts in it",
    ),
    (
        {"PP1": "The lamps of the harbour being out for many nights,"},
        "paragraphs-without-act",
        {"preambular": 1},
        "the preamble acts too",
    ),
    (
        {"OP1": "Harbour lamps", "OP2": "Requests Member States to report."},
        "paragraphs-without-act",
        {},
        "a few words without a mark at the end are a heading",
    ),
    (
        {"OP1": "Requests Member States:", "OP1(a)": "to light the lamps;", "OP1(b)": "to trim the wicks."},
        "paragraphs-without-act",
        {},
        "items belong to the act of their chapeau",
    ),
    (
        {"OP1": "With this aim:", "OP1(a)": "Requests Member States to light the lamps of the harbours."},
        "paragraphs-without-act",
        {},
        "an act in an item is one of its paragraph",
    ),
    (
        {"AN1": "The lamps of the harbour shall burn from dusk until dawn."},
        "paragraphs-without-act",
        {},
        "an annex carries no acts",
    ),
    (
        {"AN1": "The lamps of the harbour shall burn from dusk until dawn."},
        "documents-without-acts",
        {"no act in any paragraph": 1},
        "but a document without any is worth a look",
    ),
    (
        {"OP1": "Requests Member States to report.", "OP4": "Decides to remain seized of the matter."},
        "numbering-gaps",
        {"S/RES/9001(2016)": 2},
        "two numbers are skipped",
    ),
    (
        {"OP1": "Calls for the immediate release of all captured ships."},
        "things",
        {"call for": 1},
        "a noun phrase: nobody can be named",
    ),
    (
        {"OP1": "Requests that any damage to the lamps be mended at once."},
        "unnamed",
        {"request": 1},
        "somebody is to mend it, and nobody is named",
    ),
    (
        {"PP1": "Calling for the immediate release of all captured ships,"},
        "things",
        {},
        "the preamble asks nobody to do anything that could be owed",
    ),
    (
        {"OP1": "Requests the Lamp Guild to light the lamps, and calls upon the Lamp Guild to rest."},
        "unknown-actors",
        {"Lamp Guild": 2},
        "asked twice, and a mention of the same words is no third",
    ),
    (
        {"OP1": "Requests the Secretary-General to report to Member States."},
        "unknown-actors",
        {},
        "all are in the authority file",
    ),
    (
        {"OP1": "Requests the Committee to report on the lamps."},
        "lost-references",
        {"the committee": 1},
        "no committee is named",
    ),
    (
        {"OP1": "Requests the Committee to report on the lamps."},
        "unknown-actors",
        {},
        "a reference is no name",
    ),
)


@pytest.mark.parametrize(("paragraphs", "section", "expected", "why"), LISTED, ids=[row[3] for row in LISTED])
def test_what_a_section_lists(
    paragraphs: dict[str, str], section: str, expected: dict[str, int], why: str
) -> None:
    assert kinds(report([read(paragraphs)]), section) == expected, why


# words of OP1, asks, to itself, for a thing, why
ASKING: Sequence[tuple[str, bool, bool, bool, str]] = (
    ("Requests Member States to light the lamps.", True, False, False, "it names whom it asks"),
    ("Requests to be kept informed of the lamps.", True, True, False, "the body is to be informed"),
    ("Decides to light the lamps.", False, False, False, "a decision is no directive"),
    ("Notes the lamps.", False, False, False, "a statement asks nothing"),
    ("Demands the lighting of the lamps.", True, False, True, "a thing is demanded"),
)


@pytest.mark.parametrize(("words", "asks", "own", "thing", "why"), ASKING, ids=[row[4] for row in ASKING])
def test_who_is_asked(words: str, asks: bool, own: bool, thing: bool, why: str) -> None:
    reading = read({"OP1": words})
    [act] = reading.acts
    assert directive(act, reading.document.paragraphs[0]) is asks, why
    if asks:
        assert self_directed(act) is own, why
        assert (not act.addressees and asks_for_thing(act, reading)) is thing, why


# what is demanded, whether it is a thing, why
THINGS: Sequence[tuple[str, bool, str]] = (
    ("the lighting of the lamps", True, "a doing"),
    ("strict respect for the keepers of the lamps", True, "actors behind a preposition are not asked"),
    ("all individuals contacted by the harbour", False, "a head noun of actors, with a participle"),
    ("governments, harbours and donors", False, "the first of a list"),
    ("those having influence on the lamps", False, "those who have something are somebody"),
    ("the Secretary-General, in coordination with others, light the lamps", False, "an actor and a comma"),
    ("to the keepers the lighting of the lamps", True, "no noun before the first preposition"),
    ("Member States cooperation", True, "actors that only tell which"),
)


@pytest.mark.parametrize(("words", "thing", "why"), THINGS, ids=[row[2] for row in THINGS])
def test_a_phrase_that_is_somebody_is_no_thing(words: str, thing: bool, why: str) -> None:
    reading = read({"OP1": f"Demands {words}."})
    [act] = reading.acts
    text = reading.document.text
    span = Span(text.index(words), text.index(words) + len(words))
    content = Content("OP1", ContentKind.OBJECT, span, words)
    assert asks_for_thing(replace(act, addressees=(), contents=(content,)), reading) is thing, why


def test_calls_upon_asks_for_no_thing() -> None:
    """Whoever is called upon is somebody, though the reading took the words for an object."""
    reading = read({"OP1": "Demands the lighting of the lamps."})
    [act] = reading.acts
    assert asks_for_thing(act, reading)
    assert not asks_for_thing(replace(act, act="call upon"), reading)


# labels, missing, why
GAPS: Sequence[tuple[tuple[str, ...], tuple[str, ...], str]] = (
    (("OP1", "OP2"), (), "none is skipped"),
    (("OP1", "OP1(a)", "OP1(c)", "OP2"), (), "items are not counted"),
    (("OP2", "OP4"), ("OP1", "OP3"), "the first counts too"),
    (("A.OP1", "A.OP2", "B.OP1", "B.OP3"), ("B.OP2",), "each part counts on its own"),
    (("OP1", "OP3", "OP2", "OP4"), ("OP2",), "what comes late was not there when it was due"),
    (("PP1", "PP9"), (), "the preamble has no printed numbers"),
)


@pytest.mark.parametrize(("labels", "missing", "why"), GAPS, ids=[row[2] for row in GAPS])
def test_gaps_in_numbering(labels: tuple[str, ...], missing: tuple[str, ...], why: str) -> None:
    made = document({("OP1" if "." in label else label): "words" for label in labels})
    first = made.paragraphs[0]
    operative = document({"OP1": "words"}).paragraphs[0].kind
    paragraphs = tuple(
        replace(first, label=label, kind=first.kind if label.startswith("PP") else operative)
        for label in labels
    )
    assert numbering_gaps(replace(made, paragraphs=paragraphs)) == missing, why


SENTENCES = (
    "Requests the Committee to report on the lamps.",
    "Calls for the immediate release of all captured ships.",
    "Requests that any damage to the lamps be mended at once.",
    "The lamps of the harbour shall burn from dusk until dawn.",
    "Urges the Lamplighters’ Guild to light the lamps as soon as possible.",
    "Condemns the Harbour Liberation Front for the theft of the lamps.",
)


@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), max_size=4),
    st.integers(0, 4),
    st.integers(0, 4),
)
def test_reports_add_up(texts: list[list[str]], cut: int, examples: int) -> None:
    """Reports on parts give that on the whole, however the parts are cut; examples stay within bounds."""
    readings = [read({f"OP{n}": words for n, words in enumerate(text, 1)}) for text in texts]
    whole = report(readings, examples)
    assert merged((report([reading], examples) for reading in readings), examples) == whole
    assert merged([report(readings[:cut], examples), report(readings[cut:], examples)], examples) == whole
    assert all(len(f.examples) <= examples for _, findings in whole.findings for f in findings)
    assert whole.total("documents") == len(texts)


def test_findings_come_by_frequency() -> None:
    found = report(read({"OP1": words}) for words in (SENTENCES[1], SENTENCES[0], SENTENCES[1]))
    counts = [finding.count for finding in found.section("doubts")]
    assert counts == sorted(counts, reverse=True) and len(counts) > 1


def test_doubts_that_quote_count_together() -> None:
    found = report(
        read({"OP1": f"Urges Member States to light the lamps, and encourages {whom} to trim the wicks."})
        for whom in ("them", "those States, as well as them,")
    )
    assert kinds(found, "doubts")["“…” taken to be whom the text last names"] == 2


def test_a_rule_that_fired_is_not_listed_as_unused() -> None:
    found = report([read({"OP1": "Requests Member States to light the lamps."})])
    unused = dict(found.never_fired())
    assert {"request"} == set(lexicon().verbs) - set(unused["verb"])
    assert {"act.head"} == RULES - set(unused["finder"])
    assert "duty" not in unused["modality"] or "recommendation" not in unused["modality"]
    assert all(table in unused for table, _, _ in found.fired)


SHAPES = (
    {"PP1": "Recalling resolution 8991 (2029), in which the Council demands that the lamps be lit,"},
    {"PP1": "Welcoming the lamps, and notes the wicks; noting the oil,"},
    {"OP1": "Pursuant to its resolutions, decides to meet again; and requests a report, noting the delay."},
    {"OP1": "Reguests the Secretary-General to report. Urges Member States to help, while noting the cost."},
    {"P1": "The Security Council notes the lamps. It urges Member States to help and stresses the need."},
    {"OP1": "Decides:", "OP1(a)": "Requests the Secretary-General to report."},
)


def test_every_rule_that_fires_is_in_the_table_of_rules() -> None:
    """A rule that the table lacks could never be listed as unused."""
    fired = {act.rule for reading in map(read, SHAPES) for act in (*reading.acts, *reading.reported)}
    assert len(fired) > 8
    assert fired <= RULES


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_says_what_was_found(name: str) -> None:
    found = report([sample_reading(), read({"OP1": SENTENCES[0]}), read({"OP1": SENTENCES[1]})])
    written = FORMATS[name](found)
    assert written == FORMATS[name](found)
    assert "the committee" in written
    assert "act.head.slip" in written
    for section, title in SECTIONS:
        assert (section if name == "json" else title) in written
    if name == "json":
        assert json.loads(written)["totals"]["documents"] == 3


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_of_nothing_that_was_read_no_rule_is_unused(name: str) -> None:
    nothing, something = (FORMATS[name](report(readings)) for readings in ([], [sample_reading()]))
    assert "remain-seized" not in nothing and "never used" not in nothing
    assert "act.head.slip" in something
    if name == "json":
        assert json.loads(nothing)["never_fired"] == {}


def test_markdown_keeps_bars_and_stars_within_their_cells() -> None:
    found = report([read({"OP1": "The lamps | the *wicks* of the harbour shall burn until dawn."})])
    assert "The lamps \\| the \\*wicks\\* of" in FORMATS["markdown"](found)


def test_the_command_reports_on_many_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, words in enumerate(SENTENCES, 1):
        heading = f"Resolution {9000 + number} (2030)\n\nThe Security Council,\n\n"
        (tmp_path / f"{number}.txt").write_text(f"{heading}1. {words}\n", encoding="utf-8")
    file = tmp_path / "report.json"
    assert main(["extract", "--report", str(tmp_path), "-o", str(file), "--jobs", "2"]) == 0
    several = file.read_text(encoding="utf-8")
    assert json.loads(several)["totals"]["documents"] == len(SENTENCES)
    file.unlink()
    assert main(["extract", "--report", str(tmp_path), "-O", "json", "--jobs", "1"]) == 0
    assert capsys.readouterr().out == several


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--report", "-O", "jsonl"], "give text or json or markdown"),
        (["-O", "markdown"], "give json or jsonl"),
    ],
    ids=["a report is one object", "what is read is no page"],
)
def test_formats_that_do_not_fit(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "x.txt", *arguments]) == 2
    assert said in capsys.readouterr().err

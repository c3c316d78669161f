"""What two documents ask is matched by bearer and words, and told apart by strength."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from obligraph.cli import main
from obligraph.graph.diff import Duty, compare, duties
from obligraph.graph.store import open_store

from .samples import sample_reading

LIT = Duty(1, "OP1", "x:states", "States", "duty", 4, "request", "to keep their lighthouses lit at night")


@pytest.mark.parametrize(
    ("before", "after", "kinds", "why"),
    [
        ([LIT], [LIT], ["kept"], "the same"),
        ([LIT], [replace(LIT, position=7, paragraph="OP7")], ["kept"], "elsewhere in the text"),
        ([LIT], [replace(LIT, action="to keep their lighthouses lit all night")], ["kept"], "reworded"),
        ([LIT], [replace(LIT, rank=6, force="decision")], ["hardened"], "a stronger force"),
        ([LIT], [replace(LIT, modality="recommendation")], ["softened"], "a weaker modality"),
        ([LIT], [replace(LIT, modality="recommendation", rank=6)], ["softened"], "the modality counts first"),
        ([LIT], [], ["dropped"], "gone"),
        ([], [LIT], ["added"], "new"),
        ([LIT], [replace(LIT, bearer="x:council")], ["added", "dropped"], "another bearer"),
        ([LIT], [replace(LIT, action="to inform the Council")], ["added", "dropped"], "another action"),
        (
            [LIT, replace(LIT, action="to keep their lighthouses lit")],
            [LIT],
            ["dropped", "kept"],
            "each matches once, the likest first",
        ),
    ],
)  # fmt: skip
def test_what_became_of_an_obligation(
    before: list[Duty], after: list[Duty], kinds: list[str], why: str
) -> None:
    assert [change.kind for change in compare(before, after)] == kinds, why


def test_a_document_is_kept_whole_against_itself() -> None:
    with open_store("memory") as store:
        store.put(sample_reading())
        found = duties(store, store.documents()[0])
        assert len(found) > 5 and found == sorted(found)
        assert {change.kind for change in compare(found, found)} == {"kept"}


def test_two_files_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "Resolution 9002 (2030)\n\nAdopted by the Security Council on 5 March 2030\n\n"
        "The Security Council,\n\n"
        "1. {} Member States to keep their lamps lit;\n\n2. Decides to remain seized of the matter.\n"
    )
    files = [tmp_path / "before.txt", tmp_path / "after.txt"]
    for file, verb in zip(files, ("Encourages", "Urges"), strict=True):
        file.write_text(text.format(verb))
    assert main(["diff", *map(str, files)]) == 0
    out = capsys.readouterr().out
    assert "hardened: 1\n  - OP1  Member States (encouragement" in out and "softened: 0" in out
    assert main(["diff", *map(str, reversed(files)), "-O", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [c["kind"] for c in found if c["before"]["bearer"].endswith("/member-states")] == ["softened"]

"""A text to correct, and what the tests of corrections share."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from obligraph.cli import main
from obligraph.extract.document import Document
from obligraph.extract.model import Act, Reading
from obligraph.extract.read import read_bytes
from obligraph.extract.review.apply import read_reviewed
from obligraph.extract.review.corrections import Correction, CorrectionKind

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
Run = Callable[[str], tuple[int, str, str]]
#: The fields that every row of a file of corrections has, but for its kind.
ROW = 'paragraph = "OP1"\nverb = "Requests"\nby = "R"\n'


def text_document() -> Document:
    return read_bytes(TEXT.encode(), "text.txt")


def correction(paragraph: str, verb: str, kind: CorrectionKind, **fields: Any) -> Correction:
    return Correction(paragraph, verb, kind, "A. Reader", **fields)


def acts_of(reading: Reading, paragraph: str) -> list[Act]:
    return [act for act in reading.acts if act.paragraph == paragraph]


def corrected(*corrections: Correction) -> Reading:
    """The text read with corrections, none of which may be stale."""
    reading = read_reviewed(text_document(), corrections)
    assert reading.stale == ()
    return reading


def runner(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs commands in a folder that has the text: gives the status and what was written."""
    (folder / "text.txt").write_text(TEXT)
    monkeypatch.chdir(folder)

    def run(line: str) -> tuple[int, str, str]:
        status = main(shlex.split(line))
        out, err = capfd.readouterr()
        return status, out, err

    return run

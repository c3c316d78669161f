"""Runs commands through their real entry point, and looks at how they end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

#: A small resolution in words of our own, as a text file.
TEXT = """\
Resolution 9002 (2030)

Adopted by the Security Council at its 9998th meeting, on 5 March 2030

The Security Council,

Recalling its resolution 9001 (2030),

1. Requests the Secretary-General to report on the lighthouses by 30 June 2030;

2. Urges Member States to keep their lamps lit, as appropriate;

3. Decides to remain seized of the matter.
"""

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "obligraph", *map(str, arguments)]


def environment(**settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    return kept | {"PYTHONIOENCODING": "utf-8"} | settings


def line(ended: subprocess.CompletedProcess[bytes], status: int) -> str:
    """The one line on standard error of a command that has failed."""
    text = ended.stderr.decode()
    assert ended.returncode == status, text
    assert text.startswith("obligraph: ") and text.count("\n") == 1, text
    assert "Traceback" not in text
    return text.removeprefix("obligraph: ").rstrip()


def answer(ended: subprocess.CompletedProcess[bytes]) -> str:
    """Standard output of a command that has done its work in silence."""
    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    return ended.stdout.decode()

"""Writes docs/who-asks-whom.png: the page of the shipped resolution with one arrow chosen."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from obligraph.cli import main

from tests.browser import SIZES, chromium

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "S_RES_2331_2016.md"
TARGET = ROOT / "docs" / "who-asks-whom.png"


def screenshot(folder: Path) -> bytes:
    """The page in a window of 1280 × 800 pixels, as PNG; the Council's request to CTED is chosen."""
    store, page = folder / "example.store", folder / "who-asks-whom.html"
    for words in (
        ["build", str(EXAMPLE), "-o", str(store)],
        ["view", "who-asks-whom", "-o", str(page), "--store", str(store)],
    ):
        if code := main(words):
            raise SystemExit(code)
    with chromium(folder / "profile") as browser:
        browser.open(page, SIZES["desk"])
        browser.click_edge("cted", "request")
        browser.wait(lambda: "Requests the Counter" in browser.text("clauses"))
        return browser.picture()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        picture = screenshot(Path(folder))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(picture)
    print(f"{TARGET.name} written: look at it", file=sys.stderr)

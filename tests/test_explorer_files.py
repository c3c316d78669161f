"""The explorer in a real browser: the files that it saves."""

from __future__ import annotations

from pathlib import Path

import pytest

from .browser import Browser


def test_the_picture_as_svg_has_what_is_drawn(browser: Browser, explorer: Path) -> None:
    browser.open(explorer)
    svg = browser.run("return obligraph.svgOf(obligraph.picture).outerHTML")
    assert svg.count("<rect") == 1 + browser.run("return obligraph.picture.scene.nodes.length")
    assert svg.count("<polyline") == browser.run("return obligraph.picture.scene.edges.length")
    assert "CTED" in svg and "<script" not in svg
    browser.open(explorer, state="mode=map")
    browser.wait(lambda: browser.run("return obligraph.picture.names.length"))
    assert "<circle" in browser.run("return obligraph.svgOf(obligraph.picture).outerHTML")


@pytest.mark.parametrize(
    ("value", "cell", "why"),
    [
        ("plain", "plain", ""),
        ('a "quote", and', '"a ""quote"", and"', "RFC 4180"),
        ("two\nlines", '"two\nlines"', ""),
        ("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1", "no formula for a spreadsheet"),
        ("@x", "'@x", ""),
        (None, "", ""),
    ],
)
def test_cells_of_csv(browser: Browser, small_explorer: Path, value: str | None, cell: str, why: str) -> None:
    if not browser.run("return !!window.obligraph"):
        browser.open(small_explorer)
    assert browser.run("return obligraph.cell(arguments[0])", value) == cell, why


def test_files_are_saved(browser: Browser, small_explorer: Path, tmp_path: Path) -> None:
    browser.driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    browser.open(small_explorer, state="view=table")
    browser.click_button("#table", "Save as CSV")
    browser.wait(lambda: (tmp_path / "arrows.csv").exists())
    rows = (tmp_path / "arrows.csv").read_text(encoding="utf-8-sig").split("\n")
    assert rows[0].strip() == "Who,Verb,Whom,Force,Acts,Paragraphs,Identifier"
    assert len(rows) == 1 + 9 + 1
    browser.go(view="picture")
    for name in ("PNG", "SVG"):
        browser.click_button("#tools", name)
        file = tmp_path / f"who-asks-whom.{name.lower()}"
        browser.wait(file.exists)
    assert (tmp_path / "who-asks-whom.png").read_bytes().startswith(b"\x89PNG")

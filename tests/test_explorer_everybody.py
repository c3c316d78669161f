"""The explorer in a real browser, for everybody: what axe says of it, the keyboard, hostile texts."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from .browser import SIZES, Browser
from .pages import HOSTILE_NAME
from .samples import SYMBOL

VIEWS = ("picture", "texts", "actors", "timeline", "citations", "table")
MODES = ("", "map", "kinds", "communities", "together", "pair")


@pytest.mark.parametrize("size", [SIZES["desk"], SIZES["telephone"]], ids=["desk", "telephone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_fault(browser: Browser, explorer: Path, size: tuple[int, int], dark: bool) -> None:
    pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    states = [f"view={view}" for view in VIEWS]
    states += [f"mode={mode}" for mode in MODES[1:]]
    states += [
        "chosen=arrow:unsc>cted:request",
        f"view=texts&chosen=act:{SYMBOL}/OP4/act/1&act={SYMBOL}/OP4/act/1",
    ]
    found = []
    browser.open(explorer, size, dark=dark)
    browser.run("document.getElementById('facets').hidden && document.getElementById('filter').click()")
    browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    for state in states:
        if size == SIZES["telephone"]:
            browser.run("obligraph.app.facets(false)")
        browser.run("location.hash = arguments[0]", state)
        browser.wait(lambda: browser.run("return location.hash.length > 1"))
        result = browser.driver.execute_async_script(
            """const done = arguments[0];
            axe.run({ resultTypes: ["violations"] })
                .then((found) => done(found.violations), (error) => done(String(error)));"""
        )
        assert isinstance(result, list), result
        found += [
            (state, one["id"], one["nodes"][0]["html"][:160], one["nodes"][0].get("failureSummary", "")[:300])
            for one in result
            if one["impact"] in ("serious", "critical")
        ]
    assert found == []


@pytest.mark.parametrize("view", [f"view={view}" for view in VIEWS] + [f"mode={mode}" for mode in MODES[1:]])
def test_hostile_text_is_text_everywhere(browser: Browser, explorer: Path, view: str) -> None:
    browser.open(explorer, SIZES["telephone"], state=f"{view}&document=S/RES/9003(2032)")
    assert browser.run("return window.hacked") is None
    assert browser.run("return document.querySelectorAll('img, b[onmouseover], iframe, object').length") == 0
    assert browser.run("return document.documentElement.scrollWidth") <= SIZES["telephone"][0]
    asked = browser.asked_for()
    assert asked and all(one.startswith(explorer.as_uri()) for one in asked)
    assert browser.complaints() == []


def test_a_hostile_name_is_a_name(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="view=actors&open=harbour")
    assert browser.run("return document.querySelector('#stage h2').textContent") == HOSTILE_NAME


def test_nothing_is_left_of_the_window(browser: Browser, explorer: Path) -> None:
    for view in VIEWS:
        for size in SIZES.values():
            browser.open(explorer, size, state=f"view={view}")
            assert browser.run("return document.documentElement.scrollWidth") <= size[0], (view, size)


def test_views_are_reached_with_the_keyboard(browser: Browser, small_explorer: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(small_explorer)
    browser.driver.find_element("css selector", "[data-view=texts]").send_keys(Keys.ENTER)
    assert browser.run("return obligraph.state.view") == "texts"
    note = browser.driver.find_element("css selector", ".note")
    note.send_keys(Keys.ENTER)
    assert browser.run("return obligraph.state.chosen").startswith("act:")

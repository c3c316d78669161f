"""Measures the explorer in headless Chromium: ``python -m benchmarks.explorer STORE [PAGE]``.

The store holds what is to be shown, such as three hundred resolutions. Times of the page are told twice:
by the clock, and as CPU of the page's own thread, which other work on the machine does not lengthen.
The first picture is drawn when the page's script has run; a filter, when it has drawn everything anew.
With a second argument the page is written there and left, else it is thrown away.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from obligraph.graph.explorer.page import explorer_page
from obligraph.graph.store import open_store

from tests.browser import Browser, chromium

# View and mode, then a change of the filters that is measured in it, there and back.
CASES: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("view=picture", {"force": ["request"]}, {"force": []}),
    ("view=picture", {"q": "trafficking"}, {"q": ""}),
    ("view=picture", {"kind": ["state"]}, {"kind": []}),
    ("mode=map", {"verb": ["urge"]}, {"verb": []}),
    ("mode=together", {"verb": ["urge"]}, {"verb": []}),
    ("mode=kinds", {"force": ["request"]}, {"force": []}),
    ("view=table", {"force": ["request"]}, {"force": []}),
    ("view=timeline", {"force": ["request"]}, {"force": []}),
    ("view=citations", {"force": ["request"]}, {"force": []}),
)
_SETTLED = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));"


def metrics(browser: Browser) -> dict[str, float]:
    """CPU seconds of the page's thread so far, by what they were spent on."""
    found = browser.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return {one["name"]: one["value"] for one in found}


def changed(browser: Browser, changes: dict[str, Any]) -> tuple[float, float]:
    """Milliseconds that a change takes: by the clock, and of CPU with the frames that it draws."""
    browser.driver.execute_async_script(_SETTLED)
    before = metrics(browser)["TaskDuration"]
    browser.run("obligraph.app.go(arguments[0])", changes)
    clock = float(browser.run("return obligraph.latest"))
    browser.driver.execute_async_script(_SETTLED)
    return clock, (metrics(browser)["TaskDuration"] - before) * 1000


def measure(browser: Browser, page: Path) -> None:
    """Prints a line a measure."""
    browser.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    browser.open(page)
    seen = browser.run("return performance.getEntriesByType('navigation')[0].domInteractive")
    size = browser.run("return [obligraph.data.acts.id.length, obligraph.data.arrows.act.length]")
    print(f"acts, arrows                      {size[0]:,}, {size[1]:,}")
    spent = metrics(browser)["TaskDuration"] * 1000
    print(f"first picture                     {seen:6.0f} ms, CPU {spent:.0f} ms")
    for state, there, back in CASES:
        browser.open(page, state=state)
        runs = [changed(browser, change) for _ in range(3) for change in (there, back)]
        clock, cpu = (sorted(round(run[n]) for run in runs) for n in (0, 1))
        name = f"{state}, {next(iter(there))}"
        print(f"{name:33} {clock[3]:6} ms, CPU {cpu[3]} ms (most {cpu[-1]})")


def main() -> int:
    """Writes the page of a store and measures it."""
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        page = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "explorer.html"
        with open_store(sys.argv[1]) as store:
            began = time.process_time()
            page.write_text(explorer_page(store), encoding="utf-8")
        print(f"made in                           {time.process_time() - began:6.1f} s of CPU")
        print(f"size                              {page.stat().st_size / 1e6:6.2f} MB")
        with chromium(Path(folder) / "profile") as browser:
            measure(browser, page)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

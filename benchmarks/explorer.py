"""Measures the explorer in headless Chromium: ``python -m benchmarks.explorer STORE --newest 300``.

The store holds what is to be shown. Of the shipped example it is measured how soon its page can be used; of
the store's page the size, the first picture, every kind of filter, and how smoothly the map moves. A filter
takes from the call to the frame that shows what it left; medians of several runs are told, and the most.
Times of the page are told twice: by the clock, and as CPU of the page's own thread, which other work on the
machine does not lengthen.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_file
from obligraph.graph.explorer.load import load_days
from obligraph.graph.explorer.page import explorer_page
from obligraph.graph.store import open_store
from obligraph.graph.views.facts import Filters

from tests.browser import Browser, chromium

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "S_RES_2331_2016.md"
RUNS = 5
# View and mode, then a change of the filters that is measured in it, there and back.
CASES: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("view=picture", {"force": ["request"]}, {"force": []}),
    ("view=picture", {"q": "trafficking"}, {"q": ""}),
    ("view=picture", {"kind": ["state"]}, {"kind": []}),
    ("mode=map", {"verb": ["urge"]}, {"verb": []}),
    ("mode=map", {"force": ["request"]}, {"force": []}),
    ("mode=together", {"verb": ["urge"]}, {"verb": []}),
    ("mode=together", {"force": ["request"]}, {"force": []}),
    ("mode=kinds", {"force": ["request"]}, {"force": []}),
    ("mode=communities", {"force": ["request"]}, {"force": []}),
    ("view=texts", {"force": ["request"]}, {"force": []}),
    ("view=actors", {"force": ["request"]}, {"force": []}),
    ("view=table", {"force": ["request"]}, {"force": []}),
    ("view=timeline", {"force": ["request"]}, {"force": []}),
    ("view=citations", {"force": ["request"]}, {"force": []}),
)
MOVED = (300, 500, 800)  # dots
_LONGEST = 40_000  # milliseconds that a simulation is given
# Behind the frame that is drawn next: what is posted in a frame runs when that frame is done.
_FRAME = """const frame = (then) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  port2.postMessage(0);
});"""
# When a page's first picture stood and its first filter was answered, in milliseconds from navigation on.
_USABLE = f"""{_FRAME}
addEventListener("DOMContentLoaded", () => window.obligraph && frame(() => {{
  window.usable = [performance.now()];
  obligraph.app.go({{ force: ["request"] }});
  frame(() => usable.push(performance.now()));
}}));"""
_CHANGE = f"""const [changes, done] = arguments; {_FRAME}
const began = performance.now();
obligraph.app.go(changes);
frame(() => done(performance.now() - began));"""
_MOVE = """const [size, longest, done] = arguments;
const { picture } = obligraph;
const scene = picture.scene;
const nodes = [...scene.nodes].sort((a, b) => b.middle - a.middle || b.dot - a.dot).slice(0, size);
const there = new Set(nodes.map((node) => node.id));
const edges = scene.edges.filter((edge) => there.has(edge.from) && there.has(edge.to));
const frames = [];
const began = performance.now();
let settled = 0;
picture.network.once("stabilized", () => { settled = performance.now() - began; });
picture.draw({ ...scene, name: `moved ${size}`, nodes, edges, moving: true });
let last = performance.now();
const step = (now) => {
  frames.push(now - last);
  last = now;
  if (settled || now - began > longest) done([nodes.length, edges.length, frames, settled]);
  else requestAnimationFrame(step);
};
requestAnimationFrame(step);"""


def spent(browser: Browser) -> float:
    """CPU milliseconds of the page's thread so far."""
    found = browser.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(float(one["value"]) * 1000 for one in found if one["name"] == "TaskDuration")


def show_usable(browser: Browser, page: Path, name: str) -> None:
    """Prints how soon a page shows its first picture and answers its first filter."""
    given = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _USABLE})
    runs = []
    for _ in range(RUNS):
        browser.open(page)
        browser.wait(lambda: browser.run("return window.usable && usable.length === 2"))
        runs.append((*browser.run("return usable"), spent(browser)))
    browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", given)
    picture, answered, cpu = (statistics.median(run[n] for run in runs) for n in range(3))
    print(
        f"{name}: first picture {picture:.0f} ms, first filter answered {answered:.0f} ms, CPU {cpu:.0f} ms"
    )


def show_filters(browser: Browser, page: Path) -> None:
    """Prints how long each kind of filter takes in each view."""
    for state, there, back in CASES:
        browser.open(page, state=state)
        clocks, costs = [], []
        for change in (there, back) * RUNS:
            before = spent(browser)
            clocks.append(float(browser.driver.execute_async_script(_CHANGE, change)))
            costs.append(spent(browser) - before)
        name = f"{state}, {next(iter(there))}"
        print(
            f"{name:24} {statistics.median(clocks):6.0f} ms (most {max(clocks):.0f}), "
            f"CPU {statistics.median(costs):4.0f} ms (most {max(costs):.0f})"
        )


def show_moving(browser: Browser, page: Path) -> None:
    """Prints how smoothly the simulation moves dots, and how long it takes to settle."""
    for size in MOVED:
        browser.open(page, state="mode=map")
        before = spent(browser)
        nodes, edges, frames, settled = browser.driver.execute_async_script(_MOVE, size, _LONGEST)
        cost = (spent(browser) - before) / len(frames)
        frames.sort()
        when = f"settled after {settled / 1000:.1f} s" if settled else "not settled"
        print(
            f"moving {nodes} dots, {edges} lines: {len(frames) / (sum(frames) / 1000):.0f} frames a second "
            f"(19 of 20 within {frames[len(frames) * 19 // 20]:.0f} ms), CPU {cost:.0f} ms each, {when}"
        )


def measure(browser: Browser, page: Path, example: Path) -> None:
    """Prints a line a measure."""
    browser.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    browser.driver.set_script_timeout(2 * _LONGEST / 1000)
    show_usable(browser, example, "example")
    show_usable(browser, page, "store")
    size = browser.run("return [obligraph.data.acts.id.length, obligraph.data.arrows.act.length]")
    print(f"acts, arrows: {size[0]:,}, {size[1]:,}")
    show_filters(browser, page)
    show_moving(browser, page)


def main() -> int:
    """Writes the pages and measures them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store", help="folder of a store")
    parser.add_argument(
        "--newest", type=int, default=0, metavar="N", help="only so many texts (default: all)"
    )
    parser.add_argument("--page", type=Path, help="write the store's page here and leave it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        example, page = Path(folder) / "example.html", given.page or Path(folder) / "explorer.html"
        with open_store("memory", create=True) as store:
            store.put(read_document(read_file(EXAMPLE)))
            example.write_text(explorer_page(store), encoding="utf-8")
        with open_store(given.store) as store:
            symbols = [symbol for _, symbol in load_days(store)]
            began = time.process_time()
            filters = Filters.of(documents=symbols[-given.newest :]) if given.newest else None
            page.write_text(explorer_page(store, filters), encoding="utf-8")
        print(f"made in {time.process_time() - began:.1f} s of CPU")
        for name, file in (("example", example), ("store", page)):
            print(f"{name}: {file.stat().st_size / 1e6:.2f} MB")
        with chromium(Path(folder) / "profile") as browser:
            measure(browser, page, example)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

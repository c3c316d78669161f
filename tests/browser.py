"""A headless Chromium for tests of pages."""

from __future__ import annotations

import base64
import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

SIZES = {"desk": (1280, 800), "tablet": (768, 1024), "telephone": (390, 844)}

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


_EDGE = """const [to, verb] = arguments;
    const edge = obligraph.edges.find((one) => one.to === to && one.verb === verb);
    const point = obligraph.picture.pointOn(edge.id);"""


class Browser:
    """A headless Chromium that keeps a record of what a page asks for."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(
        self, page: Path, size: tuple[int, int] = SIZES["desk"], *, state: str = "", dark: bool = False
    ) -> None:
        """Opens a page afresh in a window of a size, in the state that its address is to say."""
        address = f"{page.as_uri()}#{state}" if state else page.as_uri()
        self.visit(address, size, dark=dark, ready="!!window.obligraph")

    def visit(
        self, address: str, size: tuple[int, int] = SIZES["desk"], *, dark: bool = False, ready: str = "true"
    ) -> None:
        """Opens an address afresh in a window of a size, and waits until a script says that it is ready."""
        telephone = size[0] < 600
        self.driver.get("about:blank")
        self.resize(size)
        self.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": telephone})
        wishes = {"prefers-color-scheme": "dark" if dark else "light", "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.driver.get(address)
        self.wait(lambda: self.run(f"return document.readyState === 'complete' && {ready}"))

    def resize(self, size: tuple[int, int]) -> None:
        """Gives the window another size; when it returns, the page has drawn itself anew."""
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));"
        )

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a script."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, found: Callable[[], Any]) -> Any:
        """What a function returns as soon as it is true."""
        end = time.monotonic() + 20
        while not (value := found()):
            assert time.monotonic() < end, "nothing happened within 20 seconds"
            time.sleep(0.05)
        return value

    def click(self, x: float, y: float) -> None:
        """Presses and lets go of the mouse."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            event = {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1, "buttons": 1}
            self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    def click_edge(self, target: str, verb: str) -> None:
        """Clicks the arrow to an actor, on the canvas."""
        self.click(*self._in_picture(_EDGE, target, verb))

    def tap_edge(self, target: str, verb: str) -> None:
        """Touches the arrow to an actor with a finger."""
        x, y = self._in_picture(_EDGE, target, verb)
        for kind, points in (("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])):
            event = {"type": kind, "touchPoints": points}
            self.driver.execute_cdp_cmd("Input.dispatchTouchEvent", event)

    def click_actor(self, actor: str) -> None:
        """Clicks the box of an actor, on the canvas."""
        script = """const { network } = obligraph.picture;
            const point = network.canvasToDOM(network.getPosition(obligraph.actor(arguments[0])));"""
        self.click(*self._in_picture(script, actor))

    def click_button(self, box: str, words: str) -> None:
        """Presses the button with these words in an element."""
        self.run(
            """const buttons = [...document.querySelectorAll(`${arguments[0]} button`)];
            buttons.find((one) => one.innerText.includes(arguments[1])).click();""",
            box,
            words,
        )

    def _in_picture(self, script: str, *arguments: str) -> tuple[float, float]:
        """Where in the window the point is that a script finds in the picture."""
        x, y = self.run(
            f"""{script}
            const box = document.getElementById("mynetwork").getBoundingClientRect();
            return [box.left + point.x, box.top + point.y];""",
            *arguments,
        )
        return x, y

    def go(self, **changes: Any) -> None:
        """Changes the state of an explorer."""
        self.run("obligraph.app.go(arguments[0])", changes)

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        return base64.b64decode(shot["data"])

    def text(self, id: str) -> str:
        """What an element shows."""
        return str(self.run("return document.getElementById(arguments[0]).innerText", id))

    def asked_for(self) -> list[str]:
        """Addresses that the page asked for since it was opened."""
        entries = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [
            entry["params"]["request"]["url"]
            for entry in entries
            if entry["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated")
            and "request" in entry["params"]
        ]

    def complaints(self) -> list[str]:
        """What the console says: errors, and what the policy refused."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """Starts a browser with a profile of its own; where there is none, the test is skipped."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    binary = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.skip("no Chromium with its chromedriver on this machine (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield Browser(found)
    finally:
        found.quit()

"""The page to ask with, in a real browser: forms, answers, downloads, faults, and text as text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from obligraph.graph.store import open_store
from obligraph.queries.library import library

from .browser import SIZES, Browser
from .pages import HOSTILE_NAME, hostile_reading
from .samples import SYMBOL, sample_reading
from .serving import Server, serving

READY = "!!window.obligraph"
SELECT = "SELECT ?label ?n { ?p a og:Paragraph ; og:label ?label ; og:position ?n } ORDER BY ?n"

_CONTRAST = """
const light = (colour) => {
  const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
};
const ground = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (!/, 0\\)$/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
};
const faint = [];
for (const element of document.querySelectorAll("body *")) {
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!own || !element.checkVisibility() || element.disabled) continue;
  const pair = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => a - b);
  const contrast = (pair[1] + 0.05) / (pair[0] + 0.05);
  if (contrast < 4.5) faint.push([element.tagName, element.textContent.trim().slice(0, 30), contrast]);
}
return faint;
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("asked") / "store"
    with open_store(folder, create=True) as store:
        store.put(sample_reading())
        store.put(hostile_reading())
    with serving("--store", folder, "--workers", "2") as found:
        yield found


def sparql(query: str) -> str:
    """The place of a query on the page."""
    return f"/#sparql?query={quote(query)}"


def visit(
    browser: Browser, server: Server, place: str, size: tuple[int, int] = SIZES["desk"], dark: bool = False
) -> None:
    browser.visit(server.address.rstrip("/") + place, size, dark=dark, ready=READY)


def answered(browser: Browser) -> str:
    """What stands above the answer, when it is there."""
    shown = """const [answer, ask] = ["answer", "ask"].map((id) => document.getElementById(id));
        return !answer.hidden && ask.textContent === "Ask";"""
    browser.wait(lambda: browser.run(shown))
    return browser.text("count")


def complained(browser: Browser) -> str:
    browser.wait(lambda: browser.run("return !document.getElementById('error').hidden"))
    return browser.text("error")


def column(browser: Browser, number: int) -> list[str]:
    script = (
        "return [...document.querySelectorAll('#body tr')].map((row) => row.cells[arguments[0]].innerText)"
    )
    return [str(cell) for cell in browser.run(script, number)]


def type_in(browser: Browser, id: str, text: str) -> None:
    """Types as a person does, in the place of what is there."""
    script = "const one = document.getElementById(arguments[0]); one.focus(); one.select && one.select();"
    browser.run(script, id)
    browser.driver.execute_cdp_cmd("Input.insertText", {"text": text})


def press(browser: Browser, key: str, modifiers: int = 0) -> None:
    """Presses a key; 2 is Ctrl."""
    codes = {"Enter": 13, "Tab": 9}
    for kind in ("rawKeyDown", "keyUp"):
        event: dict[str, object] = {
            "type": kind,
            "key": key,
            "code": key,
            "modifiers": modifiers,
            "windowsVirtualKeyCode": codes[key],
        }
        browser.driver.execute_cdp_cmd("Input.dispatchKeyEvent", event)
        if kind == "rawKeyDown" and key == "Enter" and not modifiers:
            browser.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "char", "text": "\r"})


# --- asking ---------------------------------------------------------------------------------


def test_every_query_is_listed_and_found_by_its_words(browser: Browser, server: Server) -> None:
    visit(browser, server, "/")
    listed = browser.run("return [...document.querySelectorAll('#list a')].map((one) => one.hash.slice(1))")
    assert sorted(listed) == sorted(library())
    type_in(browser, "filter", "due day")
    left = """const shown = [...document.querySelectorAll("#list a")].filter((one) => one.checkVisibility());
        return shown.map((one) => one.hash);"""
    assert "#due" in browser.run(left) and len(browser.run(left)) < len(listed) / 2
    type_in(browser, "filter", "no query has such words")
    assert browser.run(left) == [] and browser.run("return document.getElementById('none').checkVisibility()")


def test_a_form_asks_a_named_query(browser: Browser, server: Server) -> None:
    visit(browser, server, "/#obligations-of")
    assert browser.run("return document.getElementById('answer').hidden"), "it lacks a parameter"
    type_in(browser, "field-actor", "cted")
    press(browser, "Enter")
    assert "row" in answered(browser)
    assert set(column(browser, 0)) == {SYMBOL}
    assert browser.run("return location.hash").startswith("#obligations-of?actor=cted")
    browser.driver.refresh()
    assert "row" in answered(browser), "the address brings it back"


@pytest.mark.parametrize(
    ("place", "field", "kind"),
    [
        ("/#due", "from", "date"),
        ("/#obligations-of", "force", "select-one"),
        ("/#obligations-of", "year", "number"),
        ("/#obligations-of", "actor", "text"),
    ],
)
def test_fields_are_of_the_type_of_their_parameter(
    browser: Browser, server: Server, place: str, field: str, kind: str
) -> None:
    visit(browser, server, place)
    assert browser.run("return document.getElementById(arguments[0]).type", f"field-{field}") == kind


def test_names_of_actors_are_suggested(browser: Browser, server: Server) -> None:
    visit(browser, server, "/#obligations-of")
    type_in(browser, "field-actor", "secur")
    options = "return [...document.querySelectorAll('datalist option')].map((one) => [one.value, one.label])"
    assert ["unsc", "Security Council"] in browser.wait(lambda: browser.run(options))


def test_what_lacks_is_asked_for(browser: Browser, server: Server) -> None:
    visit(browser, server, "/#obligations-of")
    browser.click_button("#form", "Ask")
    assert "“actor”" in complained(browser)
    assert browser.run("return document.activeElement.id") == "field-actor"
    type_in(browser, "field-actor", "nobody at all")
    press(browser, "Enter")
    browser.wait(lambda: "nobody at all" in complained(browser))


def test_the_editor_asks_with_ctrl_and_enter(browser: Browser, server: Server) -> None:
    visit(browser, server, "/#sparql")
    type_in(browser, "editor", SELECT)
    press(browser, "Enter", 2)
    answered(browser)
    assert "OP2(a)" in column(browser, 0)
    visit(browser, server, sparql("ASK { ?a a og:Act }"))
    answered(browser)
    assert column(browser, 0) == ["yes"]


def test_a_fault_is_shown_where_it_is(browser: Browser, server: Server) -> None:
    visit(browser, server, sparql("SELECT * {\n  ?a nope:x ?b\n}"))
    assert "line 2" in complained(browser)
    place = """const { value, selectionStart } = document.getElementById("editor");
        return value.slice(selectionStart, selectionStart + 6);"""
    assert browser.run(place) == "nope:x"
    assert browser.run("return document.getElementById('answer').hidden")


def test_a_table_is_sorted_by_any_column(browser: Browser, server: Server) -> None:
    visit(browser, server, sparql(SELECT))
    answered(browser)
    numbers = [int(cell) for cell in column(browser, 1)]
    for presses in (1, 2):
        browser.click_button("#head", "n")
        found = [int(cell) for cell in column(browser, 1)]
        assert found == sorted(numbers, reverse=presses == 1)
    browser.click_button("#head", "label")
    labels = column(browser, 0)
    assert labels.index("OP2(a)") < labels.index("OP2(b)")
    assert browser.run("return document.querySelector('#head th').getAttribute('aria-sort')") == "ascending"


def test_an_iri_leads_to_its_page(browser: Browser, server: Server) -> None:
    visit(browser, server, sparql('SELECT ?a { ?a og:label "OP2" }'))
    answered(browser)
    link = browser.run("return document.querySelector('#body a').getAttribute('href')")
    assert link == f"/{SYMBOL}/OP2"


@pytest.mark.parametrize(
    ("place", "button", "name"),
    [
        (sparql(SELECT), "CSV", "answer.csv"),
        ("/#obligations-of?actor=cted", "JSON", "obligations-of.json"),
        (sparql("CONSTRUCT WHERE { ?a og:label ?b }"), "Turtle", "answer.ttl"),
    ],
)
def test_an_answer_is_taken_away(
    browser: Browser, server: Server, tmp_path: Path, place: str, button: str, name: str
) -> None:
    behaviour = {"behavior": "allow", "downloadPath": str(tmp_path)}
    browser.driver.execute_cdp_cmd("Page.setDownloadBehavior", behaviour)
    visit(browser, server, place)
    answered(browser)
    browser.click_button("#downloads", button)
    file = tmp_path / name
    browser.wait(lambda: file.is_file() and file.stat().st_size)
    if name.endswith(".csv"):
        rows = list(csv.reader(file.open(encoding="utf-8", newline="")))
        assert [row[0] for row in rows[1:]] == column(browser, 0)
    else:
        assert "OP" in file.read_text(encoding="utf-8")


# --- safe, and for everybody ----------------------------------------------------------------


def test_nothing_is_asked_of_others_and_nothing_is_refused(browser: Browser, server: Server) -> None:
    visit(browser, server, "/#obligations-of?actor=cted")
    answered(browser)
    assert browser.complaints() == []
    assert [one for one in browser.asked_for() if not one.startswith((server.address, "data:"))] == []


def test_a_text_is_shown_as_text(browser: Browser, server: Server) -> None:
    visit(browser, server, sparql("SELECT ?name { ?a a og:Actor ; skos:prefLabel ?name }"))
    answered(browser)
    assert HOSTILE_NAME in column(browser, 0)
    visit(browser, server, "/#obligations-of?actor=harbour")
    answered(browser)
    hostile = quote('"><img src=x onerror=window.hacked=1>')
    for place in (f"/#{hostile}", f"/#sparql?query={hostile}", f"/#obligations-of?actor={hostile}"):
        visit(browser, server, place)
        complained(browser)
        assert browser.run("return !!window.hacked || document.images.length") == 0


@pytest.mark.parametrize("size", [SIZES["desk"], SIZES["telephone"]], ids=["desk", "telephone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_everything_fits_and_can_be_read(
    browser: Browser, server: Server, size: tuple[int, int], dark: bool
) -> None:
    for place in ("/", "/#obligations-of?actor=cted", "/#sparql?query=SELECT%20nonsense"):
        visit(browser, server, place, size, dark)
        if "actor" in place:
            answered(browser)
        elif "sparql" in place:
            complained(browser)
        assert browser.run("return document.documentElement.scrollWidth") <= size[0], place
        assert browser.run(_CONTRAST) == [], place
    for place in (f"/{SYMBOL}/OP2", "/actor/harbour", "/ontology", "/actor/nobody"):
        browser.visit(server.address.rstrip("/") + place, size, dark=dark)
        assert browser.run("return document.documentElement.scrollWidth") <= size[0], place
        assert browser.run(_CONTRAST) == [], place


def test_the_keyboard_reaches_everything(browser: Browser, server: Server) -> None:
    visit(browser, server, "/#obligations-of?actor=cted")
    answered(browser)
    reached = set()
    for _ in range(len(library()) + 40):
        press(browser, "Tab")
        reached.add(browser.run("const e = document.activeElement; return e.id || e.textContent.trim()"))
    assert {"filter", "field-actor", "field-force", "ask", "own", "CSV", "document"} <= reached
    named = """return [...document.querySelectorAll("input, select, textarea, button")]
        .filter((one) => !one.labels?.length && !one.textContent.trim() && !one.ariaLabel).length"""
    assert browser.run(named) == 0

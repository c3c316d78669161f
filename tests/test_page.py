"""The page in a real browser: asks nothing of a network, shows the words, keeps text as text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from obligraph.extract.model import Reading
from obligraph.graph.explorer.look import FORCES

from .browser import SIZES, Browser
from .pages import HOSTILE_NAME, HOSTILE_WORDS, hostile_reading, write_page
from .samples import SYMBOL, sample_reading


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(tmp_path_factory.mktemp("sample"), sample_reading())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(tmp_path_factory.mktemp("hostile"), hostile_reading())


# --- the file itself ------------------------------------------------------------------------


def test_nothing_in_the_file_is_fetched(page: Path) -> None:
    tree = etree.HTML(page.read_bytes())
    assert tree.get("lang") == "en"
    for name in ("src", "srcset", "data", "action", "poster", "background"):
        assert tree.xpath(f"//@{name}") == []
    assert tree.xpath("//link/@href") == ["data:,"]
    assert all(href.startswith("#") for href in tree.xpath("//a/@href"))
    assert not re.search(r"@import|url\(", "".join(tree.xpath("//style/text()")))


def test_the_policy_lets_in_these_scripts_and_no_connection(page: Path) -> None:
    tree = etree.HTML(page.read_bytes())
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";")}
    assert rules["default-src"] == rules["connect-src"] == rules["form-action"] == ["'none'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & {w for ws in rules.values() for w in ws}
    scripts = tree.xpath("//script[not(@type)]/text()")
    digests = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    assert rules["script-src"] == [f"'sha256-{digest}'" for digest in digests]


def test_a_text_cannot_end_the_data(hostile: Path) -> None:
    tree = etree.HTML(hostile.read_bytes())
    assert len(tree.xpath("//script")) == 3, "data, the library's, ours"
    data = json.loads(tree.xpath("//script[@id='data']/text()")[0])
    assert HOSTILE_NAME in data["actors"]["name"]
    assert data["paragraphs"]["text"][0].endswith(HOSTILE_WORDS)
    assert "</title><script>window.hacked='title'</script>" in tree.xpath("//title/text()")[0]


def test_an_empty_store_gives_a_page_that_says_so(tmp_path: Path) -> None:
    assert (
        "Nothing to show" in etree.HTML(write_page(tmp_path).read_bytes()).xpath("//*[@id='about']")[0].text
    )


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_stand_out_from_what_is_behind_them(page: Path, theme: str) -> None:
    style = etree.HTML(page.read_bytes()).xpath("//style/text()")[0]
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    if theme == "dark":
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))

    def contrast(one: str, other: str) -> float:
        pair = sorted((_luminance(colours[one]), _luminance(colours[other])))
        return (pair[1] + 0.05) / (pair[0] + 0.05)

    grounds = ("paper", "surface", "soft", "states", "un", "organizations", "others", "addressee", "action")
    for ground in (*grounds, "said", "blamed"):
        assert contrast("ink", ground) >= 4.5, ground
    for ground in ("paper", "surface", "soft"):
        assert contrast("muted", ground) >= 4.5, ground
        assert contrast("accent", ground) >= 4.5, ground
        assert contrast("focus", ground) >= 3, ground
    assert contrast("on-accent", "accent") >= 4.5
    for force in FORCES:
        for ground in ("paper", "surface", "soft"):
            assert contrast(force, ground) >= 3, f"a line of {force} on {ground}"


# --- in a browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_clicked_arrow_shows_the_words(browser: Browser, page: Path, size: tuple[int, int]) -> None:
    browser.open(page, size)
    browser.click_edge("cted", "request")
    shown = browser.wait(
        lambda: "Requests the Counter" in browser.text("clauses") and browser.text("clauses")
    )
    assert SYMBOL in shown and "OP4" in shown and "due 30 June 2030" in shown
    assert "to assess the measures in paragraph 3 above" in shown
    assert browser.text("chosen") == "Security Council → CTED"
    marked = {
        role: browser.run(
            """const found = document.querySelectorAll(`#clauses .passage .${arguments[0]}`);
            return [...found].map((one) => one.textContent).join("");""",
            role,
        )
        for role in ("verb", "addressee", "action", "time", "instrument")
    }
    assert marked["verb"] == "Requests"
    assert marked["addressee"] == "the Counter-Terrorism Committee Executive Directorate (CTED)UNODC"
    assert marked["action"] == "to assess the measures in paragraph 3 aboveto report by 30 June 2030"
    assert (marked["time"], marked["instrument"]) == ("by 30 June 2030", "paragraph 3 above")


def test_the_page_asks_for_nothing(browser: Browser, page: Path) -> None:
    for size in SIZES.values():
        for dark in (False, True):
            browser.open(page, size, dark=dark)
            browser.click_edge("all-states", "decide")
            browser.wait(lambda: "lamp oil" in browser.text("clauses"))
            browser.run("document.getElementById('closer').click(); document.getElementById('whole').click()")
            assert browser.asked_for() == [page.as_uri()]
            assert browser.complaints() == []


def test_a_script_that_asks_is_refused(browser: Browser, page: Path) -> None:
    # And so it is known that the record above would have shown it.
    browser.open(page)
    browser.run("fetch('https://example.org/').catch(() => { window.refused = true; })")
    browser.wait(lambda: browser.run("return window.refused"))
    assert any("Content Security Policy" in line for line in browser.complaints())


def test_the_link_leads_to_the_official_document(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click_edge("all-states", "decide")
    links = browser.wait(
        lambda: browser.run("return [...document.querySelectorAll('#clauses a')].map((a) => [a.href, a.rel])")
    )
    assert links == [[f"https://undocs.org/{SYMBOL}", "noopener noreferrer external"]]


def test_an_item_and_the_closing_words_are_shown_with_their_paragraph(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click_edge("member-states", "call upon")
    browser.wait(lambda: "lighthouses" in browser.text("clauses"))
    shown = browser.text("clauses")
    assert shown.index("Calls upon Member States") < shown.index("To keep") < shown.index("every six months")
    assert shown.index("every six months") < shown.index("in accordance with article 15")
    assert "OP2(a)" in shown and "OP2(b)" in shown


def test_a_clicked_actor_shows_all_that_it_is_asked(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click_actor("unodc")
    browser.wait(lambda: browser.text("chosen") == "UNODC")
    assert browser.run("return document.querySelectorAll('#clauses article').length") == 2
    assert "certainty 0.75" in browser.text("clauses")


def test_the_table_does_all_that_with_the_keyboard(browser: Browser, page: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(page, state="view=table")
    rows = browser.run("return [...document.querySelectorAll('#table tbody tr')].map((row) => row.innerText)")
    assert len(rows) == len(browser.run("return obligraph.edges")) == 9
    assert rows[0].split("\t")[:4] == ["Security Council", "decide", "all States", "Decision"], (
        "strongest first"
    )
    body = browser.driver.find_element("tag name", "body")
    body.send_keys(Keys.TAB)
    assert "Skip" in browser.driver.switch_to.active_element.text
    for _ in range(60):
        active = browser.driver.switch_to.active_element
        if (active.get_attribute("aria-label") or "").startswith("decide:"):
            break
        active.send_keys(Keys.TAB)
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    assert "lamp oil" in browser.text("clauses")
    assert browser.run("return document.activeElement.id") == "chosen", "the reader is led to the words"
    browser.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert browser.run("return getComputedStyle(document.getElementById('panel')).display") == "none"


def test_the_table_is_sorted_by_a_column(browser: Browser, page: Path) -> None:
    browser.open(page, state="view=table")
    browser.run(
        "[...document.querySelectorAll('#table th button')].find((b) => b.innerText === 'Whom').click()"
    )
    whom = browser.run(
        "return [...document.querySelectorAll('#table tbody tr')].map((r) => r.children[2].innerText)"
    )
    assert whom == sorted(whom, key=str.casefold)
    assert browser.run("return document.querySelector('th[aria-sort]').innerText.trim()") == "Whom"


def test_a_force_is_hidden_and_words_are_found(browser: Browser, page: Path) -> None:
    browser.open(page)
    count = "return obligraph.edges.length"
    drawn = "return Object.keys(obligraph.picture.network.body.edges).length"
    browser.run(
        "[...document.querySelectorAll('#forces button')].find((b) => /Request/.test(b.innerText)).click()"
    )
    assert (browser.run(count), browser.run(drawn)) == (7, 7)
    assert browser.run("return document.querySelectorAll('#forces [aria-pressed=false]').length") == 1
    browser.driver.find_element("id", "query").send_keys("LAMP oil")
    assert (browser.run(count), browser.run(drawn)) == (2, 2), "the two acts of that paragraph"
    browser.run("document.querySelector('[data-view=table]').click()")
    assert "of 9 arrows" in browser.text("count")


def test_what_is_looked_for_narrows_an_arrow_to_its_acts(browser: Browser, tmp_path: Path) -> None:
    reading = hostile_reading()
    words = reading.document.text[:-4] + "unlit"
    paragraph = reading.document.paragraphs[0]
    span = replace(paragraph.span, end=len(words))
    other = replace(
        reading,
        document=replace(
            reading.document,
            symbol="S/RES/9004(2032)",
            text=words,
            paragraphs=(replace(paragraph, span=span, text=words),),
        ),
    )
    browser.open(write_page(tmp_path, reading, other))
    assert browser.text("chosen") == "2 acts, 1 actor"
    browser.driver.find_element("id", "query").send_keys("unlit")
    assert browser.text("chosen") == "1 act, 1 actor"
    browser.click_edge("harbour", "request")
    browser.wait(lambda: "S/RES/9004(2032)" in browser.text("clauses"))
    assert "S/RES/9003(2032)" not in browser.text("clauses")


def test_a_finger_leads_to_the_words(browser: Browser, page: Path) -> None:
    browser.open(page, SIZES["telephone"])
    browser.tap_edge("cted", "request")
    browser.wait(lambda: "Requests the Counter" in browser.text("clauses"))
    top, bottom = browser.wait(
        lambda: browser.run(
            """const { top, bottom } = document.querySelector("#clauses .passage").getBoundingClientRect();
            return top >= 0 && top < innerHeight / 2 ? [top, bottom] : null;"""
        )
    )
    assert 0 <= top < bottom <= SIZES["telephone"][1]
    browser.run("document.getElementById('back').click()")
    browser.wait(
        lambda: browser.run("return document.getElementById('stage').getBoundingClientRect().top >= 0")
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_hostile_text_is_shown_as_text(browser: Browser, hostile: Path, size: tuple[int, int]) -> None:
    browser.open(hostile, size)
    browser.click_edge("harbour", "request")
    browser.wait(lambda: "Requests the Harbour" in browser.text("clauses"))
    shown = browser.run("return document.querySelector('#clauses .passage').textContent")
    assert shown == f"Requests the Harbour {HOSTILE_WORDS}"
    assert browser.text("chosen") == f"Security Council → {HOSTILE_NAME}"
    assert HOSTILE_NAME in browser.text("clauses"), "the doubt"
    assert browser.run("return document.querySelectorAll('img, b[onmouseover], iframe, object').length") == 0
    assert browser.run("return document.scripts.length") == 3
    assert browser.run("return window.hacked") is None
    links = browser.run("return [...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))")
    assert [one for one in links if not one.startswith("#view=")] == ["https://undocs.org/S/RES/9003(2032)"]
    assert browser.run("return document.documentElement.scrollWidth") <= size[0], "endless words are broken"
    assert browser.asked_for() == [hostile.as_uri()]
    assert browser.complaints() == []


def test_who_condemns_whom_has_a_page_too(browser: Browser, tmp_path: Path) -> None:
    file = write_page(tmp_path, sample_reading(), view="who-condemns-whom")
    browser.open(file)
    browser.click_edge("saltmarsh-brigade", "condemn")
    browser.wait(lambda: "Condemns in the strongest terms" in browser.text("clauses"))
    assert (
        browser.run("return document.querySelector('#clauses .target').textContent")
        == "the Saltmarsh Brigade"
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_an_empty_page_works(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    browser.open(write_page(tmp_path), size)
    assert browser.text("chosen") == "0 acts, 0 actors"
    assert browser.complaints() == []


def test_a_draft_is_called_one(browser: Browser, tmp_path: Path) -> None:
    reading = sample_reading()
    document = replace(reading.document, symbol="S/2030/77", kind="draft")
    browser.open(write_page(tmp_path, replace(reading, document=document)))
    browser.click_edge("cted", "request")
    browser.wait(lambda: "draft" in browser.text("clauses").split("\n"))


def test_what_a_page_is_about(tmp_path: Path) -> None:
    def about(*readings: Reading) -> str:
        tree = etree.HTML(write_page(tmp_path, *readings).read_bytes())
        return str(tree.xpath("//*[@id='about']")[0].text)

    reading = sample_reading()
    plain = replace(reading, document=replace(reading.document, title="Resolution 9001 (2030)"))
    assert about(reading) == f"{SYMBOL} · Safe harbours · 4 March 2030"
    assert about(plain) == f"{SYMBOL} · 4 March 2030", "the title says nothing more than the symbol"
    assert about(reading, hostile_reading()) == "2 documents, 2030–2032"


def test_a_text_without_a_symbol_has_no_link(browser: Browser, tmp_path: Path) -> None:
    reading = hostile_reading()
    document = replace(reading.document, symbol="untitled/0123456789ab")
    browser.open(write_page(tmp_path, replace(reading, document=document)))
    browser.click_edge("harbour", "request")
    browser.wait(lambda: "Requests the Harbour" in browser.text("clauses"))
    assert browser.run("return document.querySelectorAll('#clauses a').length") == 0

"""The explorer in a real browser: filters, addresses, every view, files, and what axe says of each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from .browser import SIZES, Browser
from .pages import HOSTILE_NAME, crowded_reading, hostile_reading, write_page
from .samples import SYMBOL, sample_reading

VIEWS = ("picture", "texts", "actors", "timeline", "citations", "table")
MODES = ("", "map", "kinds", "communities", "together", "pair")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three texts of three years; the second one under Chapter VII."""
    reading = sample_reading()
    reading = replace(reading, document=replace(reading.document, chapter_vii=False))
    later = replace(
        reading.document, symbol="S/RES/9002(2031)", adopted=date(2031, 5, 6), chapter_vii=True, title="Later"
    )
    folder = tmp_path_factory.mktemp("explorer")
    return write_page(folder, reading, replace(reading, document=later), hostile_reading(), view="explorer")


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(tmp_path_factory.mktemp("single"), sample_reading(), view="explorer")


def go(browser: Browser, **changes: Any) -> None:
    browser.run("obligraph.app.go(arguments[0])", changes)


def counts(browser: Browser, facet: str) -> dict[str, int]:
    """What the side of the page says of the values of a facet."""
    rows = browser.run(
        """return [...document.querySelectorAll(`#facets [data-facet=${arguments[0]}] label`)]
        .map((one) => [".name", ".number"].map((part) => one.querySelector(part).innerText))""",
        facet,
    )
    return {name: int(number) for name, number in rows}


# --- filters ------------------------------------------------------------------------------


def test_counts_follow_the_filters(browser: Browser, page: Path) -> None:
    browser.open(page)
    before = counts(browser, "document")
    assert before[SYMBOL] == before["S/RES/9002(2031)"] > before["S/RES/9003(2032)"] == 1
    go(browser, year=["2032"])
    assert counts(browser, "verb") == {"request": 1}
    assert counts(browser, "year").keys() == {"2030", "2031", "2032"}, "a facet is not narrowed by itself"
    go(browser, view="texts", year=[], verb=["condemn"])
    assert set(counts(browser, "document")) == {SYMBOL, "S/RES/9002(2031)"}
    assert "condemn ×" in browser.text("chips")


def test_numbers_count_what_the_view_is_about(browser: Browser, page: Path) -> None:
    def forces() -> dict[str, int]:
        shown = browser.run(
            "return [...document.querySelectorAll('#forces button')].map((one) => one.innerText.split('\\n'))"
        )
        return {name: int(many) for name, many in shown}

    browser.open(page)
    asking = browser.run("return obligraph.selection.actCount")
    assert browser.text("counted") == f"{asking} acts that ask somebody"
    assert browser.text("chosen").startswith(f"{asking} acts, "), "the number beside the picture is the same"
    assert sum(forces().values()) == asking
    assert "condemn" not in counts(browser, "verb"), "nobody is asked anything by it"
    go(browser, view="texts")
    everything = browser.run("return obligraph.data.acts.id.length")
    assert browser.text("counted") == f"{everything} acts"
    assert sum(forces().values()) == everything > asking
    assert "Numbers count all acts" in browser.text("facets") and counts(browser, "verb")["condemn"] == 2
    go(browser, view="table", relation="condemns")
    assert browser.text("counted") == "2 acts that condemn somebody"
    assert counts(browser, "verb") == {"condemn": 2}


@pytest.mark.parametrize(
    ("changes", "acts", "why"),
    [
        ({"chapter": True}, 1 / 2, "of one of two texts alike"),
        ({"modality": ["prohibition"]}, 2, "one a text"),
        ({"kind": ["state"], "q": "no such words"}, 0, "nothing has both"),
        ({"from": "2032"}, 1, "the last text"),
        ({"to": "2029"}, 0, "before all"),
        ({"q": "9003"}, 1, "a symbol"),
    ],
)
def test_what_passes(browser: Browser, page: Path, changes: dict[str, Any], acts: float, why: str) -> None:
    browser.open(page)
    everything = browser.run("return obligraph.selection.actCount")
    go(browser, **changes)
    found = browser.run("return obligraph.selection.actCount")
    if acts == 1 / 2:
        assert found == (everything - 1) // 2, why
    else:
        assert found == acts, why


def test_only_what_has_a_deadline(browser: Browser, page: Path) -> None:
    browser.open(page)
    go(browser, deadline=True)
    times = browser.run(
        "return obligraph.data.acts.times.filter((_, act) => obligraph.selection.acts[act]).flat()"
    )
    assert times and {kind for kind, *_ in times} >= {"deadline"}
    assert browser.run("return obligraph.selection.actCount") == 4, "two a text"


@pytest.mark.parametrize("words", ["CTED", "counter-terrorism committee", "cTeD"])
def test_an_actor_is_found_by_its_names(browser: Browser, page: Path, words: str) -> None:
    browser.open(page)
    browser.driver.find_element("id", "query").send_keys(words)
    found = browser.wait(
        lambda: browser.run(
            "return obligraph.edges.filter((edge) => edge.to === 'cted').map((edge) => edge.verb)"
        )
    )
    assert found == ["request", "invite"]


def test_everything_taken_back(browser: Browser, page: Path) -> None:
    browser.open(page, state="view=table&to=2001&verb=request&q=nothing")
    assert "0 of" in browser.text("count")
    browser.open(page, state="view=texts&to=2001")
    assert "No act passes the filters" in browser.text("stage")
    browser.click_button("#stage", "Take all filters back")
    assert "Requests the" in browser.text("stage")
    assert browser.run("return location.hash") == "#view=texts"


# --- addresses ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "state",
    [
        "view=table&open=acts&force=decision",
        "mode=kinds&chapter=1&from=2031",
        f"view=texts&open={SYMBOL}&q=lamp+oil",
        "chosen=arrow%3Aunsc%3Ected%3Arequest",
        "mode=pair&pair=cted%7Eunodc&theme=Piracy&deadline=1",
    ],
)
def test_an_address_shows_the_same_again(browser: Browser, page: Path, state: str) -> None:
    browser.open(page, state=state)
    assert sorted(browser.run("return obligraph.wordsOf(obligraph.state)").split("&")) == sorted(
        browser.run("return obligraph.wordsOf(obligraph.stateOf(arguments[0]))", state).split("&")
    )
    shown = browser.text("main")
    browser.open(page, state=browser.run("return obligraph.wordsOf(obligraph.state)"))
    assert browser.text("main") == shown


def test_back_leads_back(browser: Browser, page: Path) -> None:
    browser.open(page)
    go(browser, view="table")
    go(browser, verb=["condemn"])
    browser.run("history.back()")
    browser.wait(lambda: browser.run("return obligraph.state.verb.length === 0"))
    assert browser.run("return obligraph.state.view") == "table"
    browser.run("history.back()")
    browser.wait(lambda: browser.run("return obligraph.state.view") == "picture")


@pytest.mark.parametrize(
    "state",
    [
        *("view=nowhere", "chosen=arrow:x", "act=%00&mode=%3Cscript%3E", "force=&from=zzz"),
        *("view=constructor", "mode=toString", "view=table&open=constructor", "relation=valueOf"),
    ],
)
def test_an_address_that_means_nothing_breaks_nothing(browser: Browser, page: Path, state: str) -> None:
    browser.open(page, state=state)
    assert browser.text("chosen") or browser.text("stage") is not None
    assert browser.complaints() == []


# --- views --------------------------------------------------------------------------------


def test_a_text_has_its_acts_in_the_margin(browser: Browser, page: Path) -> None:
    browser.open(page, state=f"view=texts&open={SYMBOL}")
    notes = browser.run(
        "return [...document.querySelectorAll('.note')].map((one) => [one.dataset.act, one.innerText])"
    )
    words = dict(notes)[f"{SYMBOL}/OP4/act/1"]
    assert words.startswith("request → CTED") and "due 30 June 2030" in words
    browser.run('document.querySelector(`[data-act="${arguments[0]}"]`).click()', f"{SYMBOL}/OP4/act/1")
    assert "Requests" in browser.text("chosen")
    assert browser.run("return document.querySelector('.note.current').dataset.act") == f"{SYMBOL}/OP4/act/1"
    order = browser.run("return [...document.querySelectorAll('.row .passage')].map((one) => one.innerText)")
    assert order[0].startswith("Recalling its resolution 8990")


def test_a_heading_stands_between_its_paragraphs(browser: Browser, page: Path) -> None:
    """Below the name of the text, for who goes from heading to heading; it leads nowhere."""
    browser.open(page, state=f"view=texts&open={SYMBOL}")
    headings = browser.run("""return [...document.querySelectorAll('.text :is(h2, h3)')].map((one) => [
        one.localName, one.innerText, one.nextElementSibling?.innerText.split(' ')[0] ?? ''])""")
    assert headings[0][:2] == ["h2", SYMBOL]
    assert headings[1:] == [["h3", "Safe passage", "1\nCondemns"]]
    assert browser.run("return document.querySelectorAll('h3.heading :is(a, button)').length") == 0


def test_an_actor_is_told_apart_by_force_and_with_whom(browser: Browser, page: Path) -> None:
    browser.open(page, state="view=actors&open=cted")
    shown = browser.text("stage")
    assert "4 acts in 2 texts ask something of it" in shown
    assert "UNODC (4)" in shown, "asked together with"
    assert "30 June 2030" in shown
    assert browser.run("return document.querySelector('.years svg').getAttribute('aria-label')") == (
        "Acts by year: 2030: 2, 2031: 2"
    )


def test_obligations_stand_in_the_order_of_their_days(browser: Browser, page: Path) -> None:
    browser.open(page, state="view=timeline")
    days = browser.run("return [...document.querySelectorAll('.lane time')].map((one) => one.dateTime)")
    assert len(days) >= 2 and days == sorted(days)
    assert "every six months" in browser.text("stage")


def test_citations_are_drawn_and_listed(browser: Browser, page: Path) -> None:
    browser.open(page, state="view=citations")
    assert "Convention on Safe Harbours" in browser.text("cites")
    labels = browser.run(
        "return Object.values(obligraph.picture.network.body.nodes).map((node) => node.options.label || '')"
    )
    assert SYMBOL in labels
    browser.click_button("#cites", "Convention on Safe Harbours")
    assert browser.text("chosen") == "Convention on Safe Harbours"
    assert "article 15 of the Convention" in browser.text("clauses")


def test_two_actors_stand_side_by_side(browser: Browser, page: Path) -> None:
    browser.open(page, state="mode=pair&pair=cted~unodc")
    assert "2 texts ask something of both" in browser.text("aside")
    assert "Asked of both at once: 4 acts" in browser.text("aside")


def test_kinds_are_folded_and_opened(browser: Browser, page: Path) -> None:
    browser.open(page, state="mode=kinds")
    nodes = (
        "return Object.keys(obligraph.picture.network.body.nodes).filter((id) => !id.startsWith('edgeId'))"
    )
    folded = browser.run(nodes)
    assert "kind:office" in folded
    said = browser.text("which")
    assert said.startswith("Folded:") and "office (" in said
    x, y = browser.run(
        """const { network } = obligraph.picture;
        const point = network.canvasToDOM(network.getPosition("kind:office"));
        const box = document.getElementById("mynetwork").getBoundingClientRect();
        return [box.left + point.x, box.top + point.y]"""
    )
    browser.click(x, y)
    browser.wait(lambda: "kind:office" not in browser.run(nodes))
    assert "office (" not in browser.text("which")
    assert browser.run("return obligraph.state.open") == "office", "the address says what is open"
    opened = browser.run(nodes)
    browser.open(page, state=browser.run("return obligraph.wordsOf(obligraph.state)"))
    assert set(browser.run(nodes)) == set(opened)
    browser.click_button("#part", "Fold all")
    assert set(browser.run(nodes)) == set(folded)


def test_communities_are_folded_and_opened(browser: Browser, page: Path) -> None:
    browser.open(page, state="mode=communities")
    key, name = browser.run("return obligraph.data.communities[0]")
    nodes = "return obligraph.picture.scene.nodes.map((node) => String(node.id))"
    assert f"community:{key}" in browser.run(nodes)
    assert "and others (" in browser.text("which")
    before = browser.run("return obligraph.picture.scene.nodes.length")
    go(browser, open=key, chosen=f"community:{key}")
    assert f"community:{key}" not in browser.run(nodes)
    assert browser.run("return obligraph.picture.scene.nodes.length") > before
    assert browser.text("chosen") == name


def test_a_moving_picture_comes_to_rest(browser: Browser, page: Path) -> None:
    browser.open(page, state="mode=map")
    assert not browser.run("return obligraph.picture.scene.moving"), "one may ask for no motion"
    browser.run(
        """const { picture } = obligraph;
        picture.network.once("stabilized", () => { window.rests = true; });
        picture.draw({ ...picture.scene, moving: true });"""
    )
    browser.wait(lambda: browser.run("return window.rests"))
    places = "return JSON.stringify(obligraph.picture.network.getPositions())"
    there = browser.run(places)
    browser.driver.execute_async_script(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));"
    )
    assert browser.run(places) == there


def test_those_who_have_no_place_are_named_as_folded(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("obligraph.graph.explorer.places.MOST", 50)
    browser.open(write_page(tmp_path, crowded_reading(62), view="explorer"), state="mode=map")
    said = browser.text("which")
    assert said.startswith("51 actors; folded") and sum(map(int, re.findall(r"\((\d+)\)", said))) == 12
    assert browser.run("return obligraph.picture.scene.nodes.length") == 51, "and the Council"


def test_one_steps_from_act_to_act(browser: Browser, page: Path) -> None:
    browser.open(page, state="chosen=actor:member-states")
    total = int(browser.text("at").split()[0])
    assert total > 1
    browser.run("document.getElementById('next').click()")
    assert browser.text("at") == f"1 of {total}"
    browser.run("document.getElementById('next').click()")
    assert browser.text("at") == f"2 of {total}"
    assert browser.run("return document.querySelectorAll('article.current').length") == 1
    browser.run("document.getElementById('previous').click()")
    assert browser.text("at") == f"1 of {total}"
    assert "act=" in browser.run("return location.hash")


def test_many_arrows_are_put_together_and_open_into_acts(browser: Browser, page: Path) -> None:
    browser.open(page, state="chosen=arrow:unsc>cted:@request")
    assert browser.text("chosen") == "Security Council → CTED"
    assert browser.run("return document.querySelectorAll('#clauses article').length") == 2


# --- files --------------------------------------------------------------------------------


def test_the_picture_as_svg_has_what_is_drawn(browser: Browser, page: Path) -> None:
    browser.open(page)
    svg = browser.run("return obligraph.svgOf(obligraph.picture).outerHTML")
    assert svg.count("<rect") == 1 + browser.run("return obligraph.picture.scene.nodes.length")
    assert svg.count("<polyline") == browser.run("return obligraph.picture.scene.edges.length")
    assert "CTED" in svg and "<script" not in svg
    browser.open(page, state="mode=map")
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
def test_cells_of_csv(browser: Browser, single: Path, value: str | None, cell: str, why: str) -> None:
    if not browser.run("return !!window.obligraph"):
        browser.open(single)
    assert browser.run("return obligraph.cell(arguments[0])", value) == cell, why


def test_files_are_saved(browser: Browser, single: Path, tmp_path: Path) -> None:
    browser.driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    browser.open(single, state="view=table")
    browser.click_button("#table", "Save as CSV")
    browser.wait(lambda: (tmp_path / "arrows.csv").exists())
    rows = (tmp_path / "arrows.csv").read_text(encoding="utf-8-sig").split("\n")
    assert rows[0].strip() == "Who,Verb,Whom,Force,Acts,Paragraphs,Identifier"
    assert len(rows) == 1 + 9 + 1
    go(browser, view="picture")
    for name in ("PNG", "SVG"):
        browser.click_button("#tools", name)
        file = tmp_path / f"who-asks-whom.{name.lower()}"
        browser.wait(file.exists)
    assert (tmp_path / "who-asks-whom.png").read_bytes().startswith(b"\x89PNG")


# --- for everybody ------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SIZES["desk"], SIZES["telephone"]], ids=["desk", "telephone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_fault(browser: Browser, page: Path, size: tuple[int, int], dark: bool) -> None:
    pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    states = [f"view={view}" for view in VIEWS]
    states += [f"mode={mode}" for mode in MODES[1:]]
    states += [
        "chosen=arrow:unsc>cted:request",
        f"view=texts&chosen=act:{SYMBOL}/OP4/act/1&act={SYMBOL}/OP4/act/1",
    ]
    found = []
    browser.open(page, size, dark=dark)
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
def test_hostile_text_is_text_everywhere(browser: Browser, page: Path, view: str) -> None:
    browser.open(page, SIZES["telephone"], state=f"{view}&document=S/RES/9003(2032)")
    assert browser.run("return window.hacked") is None
    assert browser.run("return document.querySelectorAll('img, b[onmouseover], iframe, object').length") == 0
    assert browser.run("return document.documentElement.scrollWidth") <= SIZES["telephone"][0]
    assert browser.asked_for() == [f"{page.as_uri()}#{view}&document=S/RES/9003(2032)"] or all(
        one.startswith(page.as_uri()) for one in browser.asked_for()
    )
    assert browser.complaints() == []


def test_a_hostile_name_is_a_name(browser: Browser, page: Path) -> None:
    browser.open(page, state="view=actors&open=harbour")
    assert browser.run("return document.querySelector('#stage h2').textContent") == HOSTILE_NAME


def test_nothing_is_left_of_the_window(browser: Browser, page: Path) -> None:
    for view in VIEWS:
        for size in SIZES.values():
            browser.open(page, size, state=f"view={view}")
            assert browser.run("return document.documentElement.scrollWidth") <= size[0], (view, size)


def test_views_are_reached_with_the_keyboard(browser: Browser, single: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(single)
    browser.driver.find_element("css selector", "[data-view=texts]").send_keys(Keys.ENTER)
    assert browser.run("return obligraph.state.view") == "texts"
    note = browser.driver.find_element("css selector", ".note")
    note.send_keys(Keys.ENTER)
    assert browser.run("return obligraph.state.chosen").startswith("act:")


def test_a_page_of_one_text_offers_no_choice_of_texts(browser: Browser, single: Path) -> None:
    browser.open(single)
    assert browser.run("return document.getElementById('facets').hidden")
    browser.run("document.getElementById('filter').click()")
    assert counts(browser, "document") == counts(browser, "year") == {}
    assert counts(browser, "verb")
    assert re.fullmatch(r"S/RES/9001\(2030\) · Safe harbours · 4 March 2030", browser.text("about"))

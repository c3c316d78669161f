"""The explorer in a real browser: every view of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .browser import Browser
from .pages import crowded_reading, write_page
from .samples import SYMBOL


def test_a_text_has_its_acts_in_the_margin(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state=f"view=texts&open={SYMBOL}")
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


def test_a_heading_stands_between_its_paragraphs(browser: Browser, explorer: Path) -> None:
    """Below the name of the text, for who goes from heading to heading; it leads nowhere."""
    browser.open(explorer, state=f"view=texts&open={SYMBOL}")
    headings = browser.run("""return [...document.querySelectorAll('.text :is(h2, h3)')].map((one) => [
        one.localName, one.innerText, one.nextElementSibling?.innerText.split(' ')[0] ?? ''])""")
    assert headings[0][:2] == ["h2", SYMBOL]
    assert headings[1:] == [["h3", "Safe passage", "1\nCondemns"]]
    assert browser.run("return document.querySelectorAll('h3.heading :is(a, button)').length") == 0


def test_an_actor_is_told_apart_by_force_and_with_whom(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="view=actors&open=cted")
    shown = browser.text("stage")
    assert "4 acts in 2 texts ask something of it" in shown
    assert "UNODC (4)" in shown, "asked together with"
    assert "30 June 2030" in shown
    assert browser.run("return document.querySelector('.years svg').getAttribute('aria-label')") == (
        "Acts by year: 2030: 2, 2031: 2"
    )


def test_obligations_stand_in_the_order_of_their_days(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="view=timeline")
    days = browser.run("return [...document.querySelectorAll('.lane time')].map((one) => one.dateTime)")
    assert len(days) >= 2 and days == sorted(days)
    assert "every six months" in browser.text("stage")


def test_citations_are_drawn_and_listed(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="view=citations")
    assert "Convention on Safe Harbours" in browser.text("cites")
    labels = browser.run(
        "return Object.values(obligraph.picture.network.body.nodes).map((node) => node.options.label || '')"
    )
    assert SYMBOL in labels
    browser.click_button("#cites", "Convention on Safe Harbours")
    assert browser.text("chosen") == "Convention on Safe Harbours"
    assert "article 15 of the Convention" in browser.text("clauses")


def test_two_actors_stand_side_by_side(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="mode=pair&pair=cted~unodc")
    assert "2 texts ask something of both" in browser.text("aside")
    assert "Asked of both at once: 4 acts" in browser.text("aside")


def test_kinds_are_folded_and_opened(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="mode=kinds")
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
    browser.open(explorer, state=browser.run("return obligraph.wordsOf(obligraph.state)"))
    assert set(browser.run(nodes)) == set(opened)
    browser.click_button("#part", "Fold all")
    assert set(browser.run(nodes)) == set(folded)


def test_communities_are_folded_and_opened(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="mode=communities")
    key, name = browser.run("return obligraph.data.communities[0]")
    nodes = "return obligraph.picture.scene.nodes.map((node) => String(node.id))"
    assert f"community:{key}" in browser.run(nodes)
    assert "and others (" in browser.text("which")
    before = browser.run("return obligraph.picture.scene.nodes.length")
    browser.go(open=key, chosen=f"community:{key}")
    assert f"community:{key}" not in browser.run(nodes)
    assert browser.run("return obligraph.picture.scene.nodes.length") > before
    assert browser.text("chosen") == name


def test_a_moving_picture_comes_to_rest(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="mode=map")
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


def test_one_steps_from_act_to_act(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="chosen=actor:member-states")
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


def test_many_arrows_are_put_together_and_open_into_acts(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="chosen=arrow:unsc>cted:@request")
    assert browser.text("chosen") == "Security Council → CTED"
    assert browser.run("return document.querySelectorAll('#clauses article').length") == 2

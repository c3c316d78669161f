"""The explorer in a real browser: filters, and addresses that show the same again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from .browser import Browser
from .samples import SYMBOL


def counts(browser: Browser, facet: str) -> dict[str, int]:
    """What the side of the page says of the values of a facet."""
    rows = browser.run(
        """return [...document.querySelectorAll(`#facets [data-facet=${arguments[0]}] label`)]
        .map((one) => [".name", ".number"].map((part) => one.querySelector(part).innerText))""",
        facet,
    )
    return {name: int(number) for name, number in rows}


# --- filters ------------------------------------------------------------------------------


def test_counts_follow_the_filters(browser: Browser, explorer: Path) -> None:
    browser.open(explorer)
    before = counts(browser, "document")
    assert before[SYMBOL] == before["S/RES/9002(2031)"] > before["S/RES/9003(2032)"] == 1
    browser.go(year=["2032"])
    assert counts(browser, "verb") == {"request": 1}
    assert counts(browser, "year").keys() == {"2030", "2031", "2032"}, "a facet is not narrowed by itself"
    browser.go(view="texts", year=[], verb=["condemn"])
    assert set(counts(browser, "document")) == {SYMBOL, "S/RES/9002(2031)"}
    assert "condemn ×" in browser.text("chips")


def test_numbers_count_what_the_view_is_about(browser: Browser, explorer: Path) -> None:
    def forces() -> dict[str, int]:
        shown = browser.run(
            "return [...document.querySelectorAll('#forces button')].map((one) => one.innerText.split('\\n'))"
        )
        return {name: int(many) for name, many in shown}

    browser.open(explorer)
    asking = browser.run("return obligraph.selection.actCount")
    assert browser.text("counted") == f"{asking} acts that ask somebody"
    assert browser.text("chosen").startswith(f"{asking} acts, "), "the number beside the picture is the same"
    assert sum(forces().values()) == asking
    assert "condemn" not in counts(browser, "verb"), "nobody is asked anything by it"
    browser.go(view="texts")
    everything = browser.run("return obligraph.data.acts.id.length")
    assert browser.text("counted") == f"{everything} acts"
    assert sum(forces().values()) == everything > asking
    assert "Numbers count all acts" in browser.text("facets") and counts(browser, "verb")["condemn"] == 2
    browser.go(view="table", relation="condemns")
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
def test_what_passes(
    browser: Browser, explorer: Path, changes: dict[str, Any], acts: float, why: str
) -> None:
    browser.open(explorer)
    everything = browser.run("return obligraph.selection.actCount")
    browser.go(**changes)
    found = browser.run("return obligraph.selection.actCount")
    if acts == 1 / 2:
        assert found == (everything - 1) // 2, why
    else:
        assert found == acts, why


def test_only_what_has_a_deadline(browser: Browser, explorer: Path) -> None:
    browser.open(explorer)
    browser.go(deadline=True)
    times = browser.run(
        "return obligraph.data.acts.times.filter((_, act) => obligraph.selection.acts[act]).flat()"
    )
    assert times and {kind for kind, *_ in times} >= {"deadline"}
    assert browser.run("return obligraph.selection.actCount") == 4, "two a text"


@pytest.mark.parametrize("words", ["CTED", "counter-terrorism committee", "cTeD"])
def test_an_actor_is_found_by_its_names(browser: Browser, explorer: Path, words: str) -> None:
    browser.open(explorer)
    browser.driver.find_element("id", "query").send_keys(words)
    found = browser.wait(
        lambda: browser.run(
            "return obligraph.edges.filter((edge) => edge.to === 'cted').map((edge) => edge.verb)"
        )
    )
    assert found == ["request", "invite"]


def test_everything_taken_back(browser: Browser, explorer: Path) -> None:
    browser.open(explorer, state="view=table&to=2001&verb=request&q=nothing")
    assert "0 of" in browser.text("count")
    browser.open(explorer, state="view=texts&to=2001")
    assert "No act passes the filters" in browser.text("stage")
    browser.click_button("#stage", "Take all filters back")
    assert "Requests the" in browser.text("stage")
    assert browser.run("return location.hash") == "#view=texts"


def test_a_page_of_one_text_offers_no_choice_of_texts(browser: Browser, small_explorer: Path) -> None:
    browser.open(small_explorer)
    assert browser.run("return document.getElementById('facets').hidden")
    browser.run("document.getElementById('filter').click()")
    assert counts(browser, "document") == counts(browser, "year") == {}
    assert counts(browser, "verb")
    assert re.fullmatch(r"S/RES/9001\(2030\) · Safe harbours · 4 March 2030", browser.text("about"))


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
def test_an_address_shows_the_same_again(browser: Browser, explorer: Path, state: str) -> None:
    browser.open(explorer, state=state)
    assert sorted(browser.run("return obligraph.wordsOf(obligraph.state)").split("&")) == sorted(
        browser.run("return obligraph.wordsOf(obligraph.stateOf(arguments[0]))", state).split("&")
    )
    shown = browser.text("main")
    browser.open(explorer, state=browser.run("return obligraph.wordsOf(obligraph.state)"))
    assert browser.text("main") == shown


def test_back_leads_back(browser: Browser, explorer: Path) -> None:
    browser.open(explorer)
    browser.go(view="table")
    browser.go(verb=["condemn"])
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
def test_an_address_that_means_nothing_breaks_nothing(browser: Browser, explorer: Path, state: str) -> None:
    browser.open(explorer, state=state)
    assert browser.text("chosen") or browser.text("stage") is not None
    assert browser.complaints() == []

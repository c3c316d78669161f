"""The picture in a real browser: every name is read, none lies over another, in any window."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from .browser import SIZES, Browser
from .pages import crowded_reading, write_page
from .samples import sample_reading

_DRAWN = "Object.values(obligraph.picture.network.body.edges)"
CROWDS = (1, 2, 5, 22, 150)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(tmp_path_factory.mktemp("sample"), sample_reading())


def assert_nothing_collides(browser: Browser, size: tuple[int, int]) -> None:
    """Boxes and plates are inside the canvas, and none lies over another."""
    boxes = browser.run("return obligraph.taken()")
    width, height = browser.run(
        "const { width, height } = document.getElementById('mynetwork').getBoundingClientRect();"
        "return [width, height]"
    )
    assert width <= size[0]
    for box in boxes:
        assert box["left"] >= 0 and box["top"] >= 0, box
        assert box["right"] <= width and box["bottom"] <= height, box
    for rank, one in enumerate(boxes):
        for other in boxes[:rank]:
            beside = one["right"] <= other["left"] or other["right"] <= one["left"]
            assert beside or one["bottom"] <= other["top"] or other["bottom"] <= one["top"], (one, other)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_all_actors_are_seen_and_nothing_runs_over_the_side(
    browser: Browser, page: Path, size: tuple[int, int]
) -> None:
    browser.open(page, size)
    assert browser.run("return document.documentElement.scrollWidth") <= size[0]
    assert_nothing_collides(browser, size)
    assert len(browser.run("return obligraph.taken()")) == 1 + len(
        browser.run("return [...new Set(obligraph.edges.map((edge) => edge.to))]")
    )


@pytest.mark.parametrize(
    "other", [(1920, 1080), (1000, 700), (1280, 1100)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_another_size_of_the_window_keeps_all_actors_in_it(
    browser: Browser, page: Path, other: tuple[int, int]
) -> None:
    browser.open(page)
    before = browser.run("return obligraph.taken()")
    browser.resize(other)
    browser.wait(lambda: browser.run("return obligraph.taken()") != before)
    assert_nothing_collides(browser, other)


def test_force_is_colour_and_pattern(browser: Browser, page: Path) -> None:
    browser.open(page)
    looks = browser.run(
        f"""const force = (id) => obligraph.edges.find((one) => one.id === id).force;
        const look = ({{ color, dashes }}) => [color.color, String(dashes)];
        return {_DRAWN}.map((edge) => [force(edge.id), ...look(edge.options)]);"""
    )
    by_force = {force: (colour, dashes) for force, colour, dashes in looks}
    assert len(by_force) == 4
    assert len({colour for colour, _ in by_force.values()}) == 4
    assert len({dashes for _, dashes in by_force.values()}) == 4
    assert len({tuple(look) for look in looks}) == 4, "the same force always looks the same"


@pytest.fixture(scope="module")
def crowds(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    return {
        number: write_page(tmp_path_factory.mktemp(f"crowd{number}"), crowded_reading(number))
        for number in CROWDS
    }


@pytest.mark.parametrize("number", CROWDS)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_name_lies_over_another(
    browser: Browser, crowds: dict[int, Path], size: tuple[int, int], number: int
) -> None:
    browser.open(crowds[number], size)
    assert_nothing_collides(browser, size)
    assert browser.run("return obligraph.picture.network.getScale()") >= 0.7, "letters of ten pixels or more"
    browser.run("obligraph.app.go({ chosen: 'actor:body-0' })")
    assert_nothing_collides(browser, size)


def test_many_actors_are_turned_over(browser: Browser, crowds: dict[int, Path]) -> None:
    def there() -> set[str]:
        return {box["key"] for box in browser.run("return obligraph.taken()") if box["key"]}

    browser.open(crowds[150])
    seen = there()
    assert len(seen) > 20 and "of 150" in browser.text("which")
    assert browser.run("return document.getElementById('before').disabled")
    for _ in range(20):
        if browser.run("return document.getElementById('after').disabled"):
            break
        browser.run("document.getElementById('after').click()")
        seen |= there()
    assert len(seen) == 151
    browser.run("obligraph.app.go({ chosen: 'actor:body-0' })")
    assert "body-0" in there(), "what is chosen is turned to"
    assert browser.text("chosen") == "No.0"
    browser.run("document.getElementById('query').value = 'no.77'")
    browser.run("document.getElementById('query').dispatchEvent(new Event('input'))")
    assert there() == {"unsc", "body-77"}
    assert browser.run("return document.getElementById('part').hidden")


@pytest.mark.parametrize(
    ("name", "lines", "why"),
    [
        ("CTED", "CTED", "short"),
        ("Secretary-General", "Secretary-\nGeneral", "at a hyphen"),
        ("Executive Director of UNODC", "Executive\nDirector of\nUNODC", "at a space"),
        ("a\nb\tc", "a b c", "any white space is a space"),
        ("", "", "nothing"),
    ],
)
def test_names_are_broken_into_lines(browser: Browser, page: Path, name: str, lines: str, why: str) -> None:
    browser.open(page)
    assert browser.run("return obligraph.wrapped(arguments[0], 14, 100, 3)", name) == lines, why


def test_what_does_not_fit_a_box_is_cut(browser: Browser, page: Path) -> None:
    browser.open(page)
    wrap = "return obligraph.wrapped(arguments[0], 14, 100, 3).split('\\n')"
    (endless,) = browser.run(wrap, "x" * 10_000)
    assert 8 <= len(endless) <= 25 and endless.endswith("x…")
    many = browser.run(wrap, "one two three four five six seven eight nine ten eleven twelve")
    assert len(many) == 3 and many[0].startswith("one two") and many[2].endswith("…")


def test_the_picture_stands_still_and_is_the_same_again(browser: Browser, page: Path) -> None:
    where = "return JSON.stringify(obligraph.picture.network.getPositions())"
    browser.open(page)
    first = browser.run(where)
    time.sleep(0.5)
    assert browser.run(where) == first
    browser.open(page)
    assert browser.run(where) == first


#: How far, at most, the line of an arrow ends from its head in the frame drawn last.
_GAPS = """
    const { network } = obligraph.picture;
    const ends = () => Object.values(network.body.edges).map(({ edgeType }) => edgeType.toPoint)
        .map(({ x, y }) => ({ x, y }));
    let lines = [];
    network.on('beforeDrawing', () => { lines = ends(); });
    network.on('afterDrawing', () => {
        const heads = ends();
        const gaps = lines.map(({ x, y }, at) => Math.hypot(x - heads[at].x, y - heads[at].y));
        window.gap = Math.max(...gaps);
    });
    const { scene } = obligraph.picture;
    const nodes = scene.nodes.map((node) => ({ ...node, x: node.x / 2, y: node.y / 2 }));
    obligraph.picture.draw({ ...scene, nodes });"""


def test_lines_reach_the_heads_of_their_arrows(browser: Browser, page: Path) -> None:
    """vis draws lines up to where the heads were before: what has moved takes a second frame."""
    browser.open(page)
    browser.run(_GAPS)
    browser.wait(lambda: browser.run("return window.gap !== undefined"))
    time.sleep(0.5)
    assert browser.run("return window.gap") < 1

"""What the explorer is given: every text once, numbers that lead somewhere, the same bytes twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from obligraph.extract.document import Heading, Span
from obligraph.extract.model import Reading
from obligraph.graph.explorer.look import FORCES, GROUPS, MODALITIES, RELATIONS, group_of
from obligraph.graph.explorer.page import data_of, explorer_page
from obligraph.graph.explorer.places import places
from obligraph.graph.explorer.ties import asked, communities, ties
from obligraph.graph.store import open_store
from obligraph.graph.views.clauses import ROLES
from obligraph.graph.views.facts import Filters
from obligraph.ontology.vocabulary import concepts

from .pages import hostile_reading
from .samples import SYMBOL, sample_reading


def made(*readings: Reading, filters: Filters | None = None) -> dict[str, Any]:
    with open_store("memory", create=True) as store:
        for reading in readings:
            store.put(reading)
        return data_of(store, filters)


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return made(sample_reading(), hostile_reading())


def utf16(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_columns_of_a_table_are_equally_long(data: dict[str, Any]) -> None:
    tables = {name: table for name, table in data.items() if isinstance(table, dict)}
    assert set(tables) == {
        *("documents", "paragraphs", "headings", "actors", "acts"),
        *("arrows", "obligations", "instruments", "citations"),
    }
    for name, table in tables.items():
        assert len({len(column) for column in table.values()}) == 1, name


def test_numbers_lead_to_rows(data: dict[str, Any]) -> None:
    size = {
        name: len(next(iter(data[name].values()))) for name in ("documents", "paragraphs", "actors", "acts")
    }
    size |= {"instruments": len(data["instruments"]["name"]), "communities": len(data["communities"])}
    where = [
        ("paragraphs", "document", "documents"),
        ("acts", "paragraph", "paragraphs"),
        ("acts", "issuer", "actors"),
        ("arrows", "act", "acts"),
        ("arrows", "actor", "actors"),
        ("headings", "document", "documents"),
        ("headings", "paragraph", "paragraphs"),
        ("obligations", "act", "acts"),
        ("obligations", "bearer", "actors"),
        ("obligations", "paragraph", "paragraphs"),
        ("citations", "act", "acts"),
        ("citations", "instrument", "instruments"),
        ("instruments", "whole", "instruments"),
        ("instruments", "document", "documents"),
        ("actors", "community", "communities"),
    ]
    for table, column, target in where:
        assert all(-1 <= row < size[target] for row in data[table][column]), (table, column)
    for table, column, target in (
        ("acts", "verb", "verbs"),
        ("acts", "force", "forces"),
        ("citations", "use", "uses"),
    ):
        assert all(0 <= row < len(data[target]) for row in data[table][column]), (table, column)
    assert all(0 <= theme < len(data["themes"]) for row in data["documents"]["themes"] for theme in row)


def test_an_act_is_found_again_by_its_identifier(data: dict[str, Any]) -> None:
    acts, paragraphs, documents = data["acts"], data["paragraphs"], data["documents"]
    symbols = [documents["id"][paragraphs["document"][one]] for one in acts["paragraph"]]
    keys = [f"{data['base']}{symbol}/{act}" for symbol, act in zip(symbols, acts["id"], strict=True)]
    assert len(set(keys)) == len(keys)
    assert f"https://w3id.org/obligraph/{SYMBOL}/OP4/act/1" in keys


def test_marks_lie_on_the_words_that_were_read(data: dict[str, Any]) -> None:
    acts, texts = data["acts"], data["paragraphs"]["text"]
    number = acts["id"].index("OP4/act/1")
    found: dict[str, list[str]] = {}
    for paragraph, marks in acts["passages"][number]:
        for start, end, role in zip(marks[::3], marks[1::3], marks[2::3], strict=True):
            found.setdefault(ROLES[role], []).append(utf16(texts[paragraph], start, end))
    assert found["verb"] == ["Requests"]
    assert "by 30 June 2030" in found["time"]
    assert found["addressee"][0] == "the Counter-Terrorism Committee Executive Directorate (CTED)"


def test_a_heading_stands_above_the_next_paragraph(data: dict[str, Any]) -> None:
    table, paragraphs, documents = data["headings"], data["paragraphs"], data["documents"]["id"]
    [heading] = [one for one, number in enumerate(table["document"]) if documents[number] == SYMBOL]
    assert table["text"][heading] == "Safe passage"
    below = table["paragraph"][heading]
    assert (documents[paragraphs["document"][below]], paragraphs["label"][below]) == (SYMBOL, "OP1")
    assert paragraphs["label"][below - 1] == "PP3"


@pytest.mark.parametrize(
    ("words", "label", "why"),
    [
        ("in accordance with article 15", "", "above the words that close a paragraph, not above its items"),
        ("To inform", "OP2(b)", "above an item"),
        ("Decides to remain seized", "OP5", "above the last paragraph"),
        (".", None, "behind the last paragraph it stands above none"),
    ],
)
def test_a_heading_stands_where_it_is_printed(words: str, label: str | None, why: str) -> None:
    """Words of the text are a heading that begins a character before the paragraph, or at its full stop."""
    reading = sample_reading()
    at = reading.document.text.rindex(words) - (label is not None)
    heading = Heading(Span(at, at + 1), reading.document.text[at])
    found = made(replace(reading, document=replace(reading.document, headings=(heading,))))
    [below] = found["headings"]["paragraph"]
    assert (None if below < 0 else found["paragraphs"]["label"][below]) == label, why
    if label == "":
        assert found["paragraphs"]["text"][below].startswith(words), why


def test_an_obligation_points_at_the_words_of_its_action(data: dict[str, Any]) -> None:
    table, texts = data["obligations"], data["paragraphs"]["text"]
    words = {
        utf16(texts[paragraph], start, end)
        for paragraph, start, end in zip(table["paragraph"], table["start"], table["end"], strict=True)
        if paragraph >= 0
    }
    assert "to report by 30 June 2030" in words
    assert all(paragraph >= 0 for paragraph in table["paragraph"])


def test_an_arrow_has_what_the_act_makes_to_that_actor(data: dict[str, Any]) -> None:
    actor = data["actors"]["id"].index("all-states")
    arrows = data["arrows"]
    bits = {
        arrows["modality"][row]
        for row, act in enumerate(arrows["act"])
        if arrows["actor"][row] == actor and data["verbs"][data["acts"]["verb"][act]] == "decide"
    }
    assert bits == {1 << MODALITIES.index("prohibition")}
    blamed = [
        data["actors"]["id"][actor]
        for actor, relation in zip(arrows["actor"], arrows["relation"], strict=True)
        if RELATIONS[relation] == "condemns"
    ]
    assert blamed == ["saltmarsh-brigade"]


def test_closing_words_come_behind_the_items(data: dict[str, Any]) -> None:
    labels = data["paragraphs"]["label"]
    assert labels.index("OP2(b)") + 1 == labels.index("")
    assert data["paragraphs"]["text"][labels.index("")].startswith("in accordance with article 15")


def test_what_a_document_says_of_itself(data: dict[str, Any]) -> None:
    documents = data["documents"]
    row = documents["id"].index(SYMBOL)
    assert documents["date"][row] == "2030-03-04"
    assert documents["href"][row] == f"https://undocs.org/{SYMBOL}"
    assert documents["id"] == [SYMBOL, "S/RES/9003(2032)"], "the oldest first"


def test_a_chapter_that_is_not_stated_is_neither_yes_nor_no() -> None:
    chapters = []
    for stated in (True, False, None):
        reading = sample_reading()
        document = replace(reading.document, chapter_vii=stated)
        chapters += made(replace(reading, document=document))["documents"]["chapter"]
    assert chapters == [1, 0, -1]


def test_filters_leave_out_acts() -> None:
    found = made(
        sample_reading(), hostile_reading(), filters=Filters.of(documents=[SYMBOL], verbs=["request"])
    )
    assert found["documents"]["id"] == [SYMBOL]
    assert found["verbs"] == ["request"]
    late = made(sample_reading(), filters=Filters.of(since=date(2031, 1, 1)))
    assert late["acts"]["id"] == [] and "Nothing to show" in late["about"]


def test_the_same_store_gives_the_same_bytes() -> None:
    pages = []
    for readings in ((sample_reading(), hostile_reading()), (hostile_reading(), sample_reading())):
        with open_store("memory", create=True) as store:
            for reading in readings:
                store.put(reading)
            pages.append(explorer_page(store))
    assert pages[0] == pages[1]


def test_each_kind_of_actor_has_a_group_and_each_force_a_line() -> None:
    assert {group_of(kind) for kind in concepts("actor-kind")} == set(GROUPS)
    assert set(FORCES) == set(concepts("force"))
    assert len({dashes for _, dashes in FORCES.values()}) == len(FORCES), "told apart without colours"


# --- places -------------------------------------------------------------------------------


def test_actors_of_the_same_texts_stand_together() -> None:
    """Two groups that no text joins."""
    acts = list(range(40))
    actors = [rank % 10 for rank in acts]
    documents = [rank // 5 * 2 + (rank % 10 >= 5) for rank in acts]
    tied = ties(acts, actors, documents)
    found = places(tied, asked(actors))
    assert set(found) == set(range(10))

    def far(one: int, other: int) -> float:
        return float(((found[one][0] - found[other][0]) ** 2 + (found[one][1] - found[other][1]) ** 2) ** 0.5)

    own = [far(a, b) for a in range(5) for b in range(a)] + [
        far(a, b) for a in range(5, 10) for b in range(5, a)
    ]
    other = [far(a, b) for a in range(5) for b in range(5, 10)]
    assert sum(own) / len(own) < sum(other) / len(other)
    assert found == places(ties(acts, actors, documents), asked(actors)), "the same again"
    assert [set(part) for part in communities(tied, asked(actors))] == [set(range(5)), set(range(5, 10))]


def test_whom_no_text_joins_to_others_is_in_no_community() -> None:
    """Three are asked together, one and two others each alone."""
    acts = list(range(8))
    actors = [1, 2, 3, 1, 2, 3, 4, 5]
    tied = ties(acts, actors, [0, 0, 0, 1, 1, 1, 2, 3])
    assert communities(tied, asked(actors)) == [[1, 2, 3]]
    assert communities(ties([0], [4], [0]), {4: 1}) == []


def test_a_text_that_addresses_a_crowd_ties_nobody_to_all_of_it() -> None:
    many = 300
    tied = ties(list(range(many)), list(range(many)), [0] * many)
    assert min(degree for _, degree in tied.degree()) >= 1, "nobody is left alone"
    assert tied.number_of_edges() <= 6 * many


def test_communities_are_called_after_their_most_asked(data: dict[str, Any]) -> None:
    actors = data["actors"]
    assert data["communities"]
    for number, (key, name) in enumerate(data["communities"]):
        members = [row for row, one in enumerate(actors["community"]) if one == number]
        assert len(members) >= 3
        assert key in {actors["id"][row] for row in members}
        assert set(name.split(", ")) <= {actors["name"][row] for row in members}


def test_more_actors_than_can_be_drawn_get_places_by_how_much_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("obligraph.graph.explorer.places.MOST", 60)
    number = 90
    acts = list(range(number + 30))
    actors = [*range(number), *range(number - 30, number)]
    found = places(ties(acts, actors, [act // 10 for act in acts]), asked(actors))
    assert len(found) == 60
    assert set(range(number - 30, number)) <= set(found), "those asked twice"


def test_the_shipped_example_is_small(tmp_path: Path) -> None:
    from obligraph.extract.pipeline import read_document
    from obligraph.extract.read import read_file

    example = Path(__file__).resolve().parent.parent / "examples" / "S_RES_2331_2016.md"
    with open_store("memory", create=True) as store:
        store.put(read_document(read_file(example)))
        page = explorer_page(store)
    assert len(page.encode()) <= 1_500_000
    start = page.index('id="data">') + len('id="data">')
    assert json.loads(page[start : page.index("</script>", start)])["documents"]["id"] == ["S/RES/2331(2016)"]

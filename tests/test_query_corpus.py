"""Every named query on a graph of fifty resolutions in XML; where the texts are not there, this skips."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_file
from obligraph.graph.store import Store, open_store
from obligraph.queries.library import library, named
from obligraph.queries.run import Table, Triples, run

from .asking import ask

_HOME = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("OBLIGRAPH_SHARED", _HOME.parent / "shared"))
FOLDER = SHARED / "corpus" / "akn" / "2016"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no texts at {SHARED}")

#: What to ask where the header's example is not among the fifty, or asks of another.
GIVEN = {
    "changed-by": {"instrument": "S/RES/2240(2015)"},
    "citation-paths": {"document": "S/RES/2323(2016)", "target": "S/RES/2291(2016)"},
    "cited-by-way-of": {"document": "S/RES/2323(2016)"},
    "mandate-of": {"actor": "unmil"},
    "singled-out": {},
    "words-behind": {"actor": "cted"},
    "due": {"from": "2016-06-01", "to": "2017-06-01"},
    "mandates-that-end": {"from": "2016-06-01", "to": "2017-12-31"},
    "votes-against-what-was-asked": {"actor": "secretary-general"},
}
#: Queries that may find nothing here: nobody has reviewed, all are in English, few cite each other.
MAY_BE_EMPTY = {"reviewed", "in-other-languages", "softer-or-harder", "citation-paths", "cited-by-way-of"}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    newest = sorted(FOLDER.glob("*.xml"))[-50:]
    assert len(newest) == 50
    with open_store("memory", create=True) as made:
        with made.batch() as batch:
            for path in newest:
                batch.put(read_document(read_file(path)))
        yield made


@pytest.mark.parametrize("name", sorted(library()))
def test_every_query_finds_something(store: Store, name: str) -> None:
    query = named(name)
    answer = run(store, query, GIVEN.get(name, dict(query.example)))
    if isinstance(answer, Triples):
        assert answer.triples
        return
    assert isinstance(answer, Table)
    assert answer.rows or name in MAY_BE_EMPTY
    assert len(set(answer.rows)) == len(answer.rows), "no row twice"


def rows(store: Store, name: str, **given: str) -> list[dict[str, str]]:
    head, *found = ask(store, name, **given)
    return [dict(zip(head, row, strict=True)) for row in found]


def total(found: list[dict[str, str]], column: str) -> int:
    return sum(int(row[column]) for row in found)


def _documents(store: Store) -> None:
    assert len(rows(store, "documents")) == 50
    assert total(rows(store, "by-year"), "documents") == 50


def _acts(store: Store) -> None:
    acts = next(int(row["count"]) for row in rows(store, "counts") if row["what"] == "acts")
    assert total(rows(store, "acts-by-verb"), "acts") == acts
    assert total(rows(store, "acts-by-force"), "acts") == acts
    assert total(rows(store, "verbs-by-year"), "acts") == acts
    assert total(rows(store, "documents"), "acts") == acts


def _obligations(store: Store) -> None:
    asked = total(rows(store, "actors-by-obligations"), "obligations")
    assert asked == next(int(row["count"]) for row in rows(store, "counts") if row["what"] == "obligations")
    of_one = len(rows(store, "obligations-of", actor="secretary-general"))
    assert of_one >= total(rows(store, "obligations-by-force", actor="secretary-general"), "obligations") > 50
    assert total(rows(store, "obligations-by-year", actor="secretary-general"), "obligations") == total(
        rows(store, "obligations-by-force", actor="secretary-general"), "obligations"
    )


def _asking(store: Store) -> None:
    whom = [row for row in rows(store, "who-asks-whom") if row["asked"] == "Secretary-General"]
    assert total(whom, "acts") == total(rows(store, "who-asks", actor="secretary-general"), "acts")
    assert total(whom, "acts") == total(rows(store, "force-by-year", actor="secretary-general"), "acts")


def _trafficking(store: Store) -> None:
    """Paragraph 16 of 2331 asks CTED for something in its country assessments, if appropriate."""
    found = [row for row in rows(store, "obligations-of", actor="cted") if "2331" in row["document"]]
    assert [row["paragraph"] for row in found] == ["OP16"]
    assert "country assessments" in found[0]["action"] and "as appropriate" in found[0]["limits"]
    due = rows(store, "due", **{"from": "2017-12-20", "to": "2017-12-20"})
    assert ("Secretary-General", "OP23") in [(row["who"], row["paragraph"]) for row in due]


def _votes(store: Store) -> None:
    """Resolution 2312 was adopted by fourteen votes, with one abstention."""
    ballots = rows(store, "votes-on", document="2312")
    assert [row["state"] for row in ballots if row["ballot"] == "abstaining"] == ["Venezuela"]
    assert len([row for row in ballots if row["ballot"] == "for"]) == 14
    assert len(rows(store, "council-members", year="2016")) == 15


@pytest.mark.parametrize("check", [_documents, _acts, _obligations, _asking, _trafficking, _votes])
def test_the_answers_agree_with_each_other_and_with_the_texts(
    store: Store, check: Callable[[Store], None]
) -> None:
    check(store)

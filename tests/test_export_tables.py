"""The tables are read back by pandas, DuckDB and a reader of CSV on the Web, and hang together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import csvw
import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from obligraph.errors import UsageError
from obligraph.graph.export import export
from obligraph.graph.export.schema import BY_NAME, TABLES
from obligraph.graph.export.tables import METADATA, SEPARATOR
from obligraph.graph.store import Store

from .samples import SYMBOL


@pytest.fixture(scope="module")
def folder(both: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both kinds of tables of the store: ``t.csvw`` and ``t.parquet``."""
    place = tmp_path_factory.mktemp("tables")
    export(both, place / "t.csvw")
    export(both, place / "t.parquet")
    return place


def rows(file: Path) -> list[tuple[Any, ...]]:
    """The rows of a table, by DuckDB, with all values as text."""
    kind = "parquet" if file.suffix == ".parquet" else "csv_auto"
    more = "" if file.suffix == ".parquet" else ", all_varchar=true, header=true"
    return answer(f"SELECT * FROM read_{kind}('{file}'{more})")


def answer(sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    found = duckdb.sql(sql)
    assert found is not None
    return found.fetchall()


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_a_table_is_the_same_in_both_forms(folder: Path, table: str) -> None:
    csv = pd.read_csv(folder / "t.csvw" / f"{table}.csv", keep_default_na=False, dtype=str)
    parquet = pd.read_parquet(folder / "t.parquet" / f"{table}.parquet")
    assert list(csv.columns) == list(parquet.columns) == [one.name for one in BY_NAME[table].columns]
    assert len(csv) == len(parquet) > 0
    for column in BY_NAME[table].columns:
        for text, value in zip(csv[column.name], parquet[column.name], strict=True):
            if column.many:
                assert text == SEPARATOR.join(value)
            elif pd.isna(value):
                assert text == ""
            elif column.type == "boolean":
                assert text == str(value).lower()
            elif column.type in ("integer", "decimal"):
                assert float(text) == float(value)
            else:
                assert text == str(value)


def test_the_description_is_kept(folder: Path) -> None:
    # It checks datatypes, keys, and that what a key refers to is there.
    group = csvw.TableGroup.from_file(folder / "t.csvw" / METADATA)
    for table in group.tables:
        assert list(table.iterdicts(strict=True))
    assert group.check_referential_integrity()
    described = {str(table.url).removesuffix(".csv") for table in group.tables}
    assert described == set(BY_NAME)


def test_types_and_columns_are_described_in_parquet(folder: Path) -> None:
    schema = pq.read_schema(folder / "t.parquet" / "obligations.parquet")
    assert str(schema.field("due").type) == "date32[day]"
    assert str(schema.field("qualifiers").type).startswith("list<")
    assert not schema.field("bearer").nullable
    assert all(schema.field(name).metadata[b"description"] for name in schema.names)


def test_tables_are_joined_by_their_keys(folder: Path) -> None:
    found = answer(
        f"""SELECT actor.name, obligation.modality, obligation.due::VARCHAR, document.symbol
            FROM read_parquet('{folder}/t.parquet/obligations.parquet') obligation
            JOIN read_parquet('{folder}/t.parquet/actors.parquet') actor ON actor.actor = obligation.bearer
            JOIN read_parquet('{folder}/t.parquet/documents.parquet') document USING (document)
            WHERE obligation.due IS NOT NULL ORDER BY ALL"""
    )
    assert ("CTED", "duty", "2030-06-30", SYMBOL) in found
    assert ("UNODC", "duty", "2030-06-30", SYMBOL) in found


@pytest.mark.parametrize("documents", [(), (SYMBOL,)])
def test_what_a_key_refers_to_is_there(both: Store, tmp_path: Path, documents: tuple[str, ...]) -> None:
    export(both, tmp_path / "t.csvw", documents=documents)
    keys = {
        table.name: {row[0] for row in rows(tmp_path / "t.csvw" / f"{table.name}.csv")} for table in TABLES
    }
    for table in TABLES:
        found = rows(tmp_path / "t.csvw" / f"{table.name}.csv")
        if table.keys:
            assert len({row[: table.keys] for row in found}) == len(found), f"{table.name}: one row a key"
        for place, column in enumerate(table.columns):
            if column.refers:
                named = {row[place] for row in found} - {None}
                assert named <= keys[column.refers], f"{table.name}.{column.name}"


def test_one_document_has_only_its_own_rows(both: Store, tmp_path: Path) -> None:
    export(both, tmp_path / "t.csvw", documents=[SYMBOL])
    assert [row[0] for row in rows(tmp_path / "t.csvw" / "documents.csv")] == [SYMBOL]
    assert {row[1] for row in rows(tmp_path / "t.csvw" / "acts.csv")} == {SYMBOL}
    with pytest.raises(UsageError, match=r"S/RES/1\(1946\)"):
        export(both, tmp_path / "u.csvw", documents=["S/RES/1(1946)"])
    assert not (tmp_path / "u.csvw").exists()


def test_each_column_says_what_it_holds() -> None:
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        for column in table.columns:
            assert column.about, f"{table.name}.{column.name}"
            assert not column.refers or column.refers in BY_NAME
    assert json.dumps([table.about for table in TABLES])

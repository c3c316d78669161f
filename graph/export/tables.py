"""Tables for a database or a data frame: CSV with its description, or Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...ontology.vocabulary import DATA
from .formats import Wanted
from .rows import Row, rows
from .schema import BY_NAME, TABLES, Table

if TYPE_CHECKING:
    import pyarrow

    from ..store import Store

SEPARATOR = "|"
"""Between the values of a cell of a CSV file; one in a value becomes a broken bar."""

METADATA = "csv-metadata.json"
"""Where a reader of CSV looks for a description (https://www.w3.org/TR/tabular-data-primer/)."""

_ROWS = 20_000  # of a table in memory, before they go to its Parquet file


def write_csv(store: Store, folder: Path, what: Wanted) -> None:
    """Writes the tables as CSV (RFC 4180, UTF-8) with a description after CSV on the Web.

    Args:
        store: The store.
        folder: Where to: a new and empty folder.
        what: Which documents.

    Raises:
        UsageError: A document that is not in the store.
    """
    (folder / METADATA).write_text(
        json.dumps(description(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    with ExitStack() as files:
        add: dict[str, Callable[[Sequence[object]], Any]] = {}
        for table in TABLES:
            file = files.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            add[table.name] = csv.writer(file).writerow
            add[table.name]([column.name for column in table.columns])
        for name, row in rows(store, what.documents):
            add[name]([_cell(value) for value in row])


def _cell(value: object) -> str:
    """A value as text; empty where there is none."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, tuple):
        return SEPARATOR.join(str(one).replace(SEPARATOR, "¦") for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def description() -> dict[str, Any]:
    """What the files of CSV are, after CSV on the Web (https://www.w3.org/TR/tabular-metadata/)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "What the resolutions ask of whom",
        "dc:description": "Read by obligraph. A key is an IRI without its beginning " + DATA,
        "tables": [_described(table) for table in TABLES],
    }


def _described(table: Table) -> dict[str, Any]:
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "dc:description": column.about,
            "datatype": column.type,
            **({"separator": SEPARATOR} if column.many else {}),
            **({"required": True} if column.required else {}),
        }
        for column in table.columns
    ]
    keys = [column.name for column in table.columns[: table.keys]]
    foreign = [
        {
            "columnReference": column.name,
            "reference": {
                "resource": f"{column.refers}.csv",
                "columnReference": BY_NAME[column.refers].columns[0].name,
            },
        }
        for column in table.columns
        if column.refers
    ]
    schema = {
        "columns": columns,
        **({"primaryKey": keys, "aboutUrl": f"{DATA}{{+{keys[0]}}}"} if keys else {}),
        **({"foreignKeys": foreign} if foreign else {}),
    }
    return {"url": f"{table.name}.csv", "dc:description": table.about, "tableSchema": schema}


def write_parquet(store: Store, folder: Path, what: Wanted) -> None:
    """Writes the tables as Parquet, with what each column says in its metadata.

    Args:
        store: The store.
        folder: Where to: a new and empty folder.
        what: Which documents.

    Raises:
        UsageError: A document that is not in the store.
    """
    from pyarrow import RecordBatch, array
    from pyarrow.parquet import ParquetWriter

    with ExitStack() as files:
        schemas = {table.name: _schema(table) for table in TABLES}
        writers = {
            name: files.enter_context(ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd"))
            for name, schema in schemas.items()
        }
        waiting: dict[str, list[Row]] = {name: [] for name in schemas}

        def flush(name: str) -> None:
            schema = schemas[name]
            columns = list(zip(*waiting[name], strict=True)) or [()] * len(schema)
            arrays = [array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
            writers[name].write_batch(RecordBatch.from_arrays(arrays, schema=schema))
            waiting[name].clear()

        for name, row in rows(store, what.documents):
            waiting[name].append(row)
            if len(waiting[name]) >= _ROWS:
                flush(name)
        for name, left in waiting.items():
            if left:
                flush(name)


def _schema(table: Table) -> pyarrow.Schema:
    """A table's columns for Parquet."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "date": pa.date32(),
        "integer": pa.int64(),
        "decimal": pa.float64(),
        "boolean": pa.bool_(),
    }
    about = {column.name: {"description": column.about} for column in table.columns}
    for column in table.columns:
        if column.refers:
            about[column.name]["refers"] = column.refers
    return pa.schema(
        [
            pa.field(
                column.name,
                pa.list_(types[column.type]) if column.many else types[column.type],
                nullable=not column.required,
                metadata={
                    "description": column.about,
                    **({"refers": column.refers} if column.refers else {}),
                },
            )
            for column in table.columns
        ],
        metadata={"description": table.about},
    )

"""A view as two tables of pandas."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ...errors import UsageError

if TYPE_CHECKING:
    import pandas as pd


class Frames(NamedTuple):
    """The nodes and the edges of a graph, a row each, in the graph's order.

    Attributes:
        nodes: Indexed by node (``node``), with a column an attribute.
        edges: With ``source``, ``target``, in a multigraph ``key``, and a column an attribute.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame


def to_pandas(graph: Any) -> Frames:
    """A view as tables.

    Args:
        graph: Of any view, or of ``measured``.

    Returns:
        The frames. Columns are sorted by name; days are of the type ``datetime64``, with ``NaT`` where
        one is unknown; lists stay tuples.

    Raises:
        UsageError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        raise UsageError(
            "the tables need pandas, which is not installed", remedy="pip install 'obligraph[analysis]'"
        ) from error
    ends = ["source", "target", "key"] if graph.is_multigraph() else ["source", "target"]
    rows = graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)
    named = [(row[:-1], row[-1]) for row in rows]
    edges = pd.DataFrame([place for place, _ in named], columns=pd.Index(ends))
    for name, values in _columns([data for _, data in named]):
        edges[name] = values
    nodes = pd.DataFrame({"node": list(graph)})
    for name, values in _columns([data for _, data in graph.nodes(data=True)]):
        nodes[name] = values
    return Frames(nodes.set_index("node"), edges)


def _columns(rows: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """The values of each attribute, in the order of the rows."""
    import pandas as pd

    found = []
    for name in sorted({name for row in rows for name in row}):
        values = [row.get(name) for row in rows]
        days = any(isinstance(value, date) for value in values)
        found.append((name, pd.to_datetime(pd.Series(values)) if days else pd.Series(values)))
    return found

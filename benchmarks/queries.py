"""Measures every named query on a large store: ``python -m benchmarks.queries STORE``.

Each is asked bare, where it can be, and with the example of its header; the figures are medians of
CPU time of this process, so that what else the machine does counts little, and ratios to the time of
counting the acts of the store, which hold from one machine to the next.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from obligraph.errors import QueryError
from obligraph.graph.store import Store, open_store
from obligraph.queries.library import Query, library
from obligraph.queries.run import Table, run

TIMES = 3
MEDIAN, MOST = 0.1, 2.0
"""Seconds that the median query may take, and any."""

_BASE = "SELECT (COUNT(?act) AS ?acts) { ?act a og:Act }"


def seconds(call: Callable[[], object]) -> float:
    """The median of CPU seconds that a call takes."""
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def cases(query: Query) -> Iterator[dict[str, str]]:
    """What to ask a query: nothing, where it needs nothing, and the example of its header."""
    if not any(parameter.required for parameter in query.parameters):
        yield {}
    if query.example:
        yield dict(query.example)


def measured(store: Store) -> Iterator[tuple[float, str, int]]:
    """Seconds, name with values, and rows of each query that the store has something for."""
    for query in library().values():
        for given in cases(query):
            name = " ".join([query.name, *(f"{key}={value}" for key, value in given.items())])
            try:
                answer = run(store, query, given)
            except QueryError as error:
                print(f"left out: {name}: {error}", file=sys.stderr)
                continue
            rows = len(answer.rows) if isinstance(answer, Table) else 0
            yield seconds(partial(run, store, query, given)), name, rows


def main(arguments: list[str]) -> int:
    """Prints a line a query, the slowest first; 1 if any is slower than it may be."""
    if len(arguments) != 1:
        print("usage: python -m benchmarks.queries STORE", file=sys.stderr)
        return 2
    with open_store(arguments[0]) as store:
        base = seconds(lambda: list(store.select(_BASE)))
        documents = len(store.documents())
        found = sorted(measured(store), reverse=True)
    print(f"{documents} documents; counting their acts takes {base * 1000:.1f} ms, called 1 below\n")
    for taken, name, rows in found:
        print(f"{taken * 1000:9.1f} ms {taken / base:9.1f}  {rows:6} rows  {name}")
    median = statistics.median(taken for taken, _, _ in found)
    print(f"\nmedian {median * 1000:.1f} ms (to stay under {MEDIAN * 1000:.0f}), slowest {found[0][0]:.2f} s")
    return 0 if median <= MEDIAN and found[0][0] <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

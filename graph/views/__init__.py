"""Views: what a store holds, as graphs to compute with and as a page to look at.

``VIEWS`` is the table that the command line's choices are made from. Nothing heavy is imported
until a view is drawn::

    from obligraph.graph.views.graphs import who_asks_whom
    graph = who_asks_whom(store, documents=["S/RES/2331(2016)"])
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .facts import Facts


@dataclass(frozen=True, slots=True)
class View:
    """A view that can be written to a file.

    Attributes:
        name: What the user calls it.
        summary: One line for a help text.
        function: Name of the function of ``graphs`` that makes it from facts.
        kinds: Kinds of format it can be written in: ``network``, ``page``.
        needs: What must be loaded for it, of ``load.PARTS``.
        start: State that its page opens in, as ``explorer.page.explorer_page`` takes it.
    """

    name: str
    summary: str
    function: str
    kinds: tuple[str, ...] = ("network",)
    needs: tuple[str, ...] = ("acts",)
    start: str = ""

    def draw(self, facts: Facts) -> Any:
        """The view as a NetworkX graph.

        Args:
            facts: Of ``load.load(store, filters, self.needs)``.
        """
        from . import graphs

        return getattr(graphs, self.function)(facts)


_ROWS = (
    View("explorer", "All of it on one page: pictures, texts, actors, dates, a table.", "", ("page",)),
    View("who-asks-whom", "Who asks whom to do what, in which words.", "asking", ("network", "page")),
    View(
        "who-condemns-whom",
        "Who condemns whom, in which words.",
        "condemning",
        ("network", "page"),
        start="relation=condemns",
    ),
    View("who-asks-whom-aggregated", "One edge a pair, with the number of acts.", "asking_aggregated"),
    View("obligations", "Who imposes what on whom: issuer, obligation, bearer.", "owing"),
    View("acts", "Actor, act, content: who says what to whom.", "acting"),
    View("citations", "Which document cites what, and to what use.", "citing", needs=("citations",)),
    View("co-address", "Actors that are addressed together.", "co_addressed"),
    View("hierarchy", "Which actor belongs to which.", "belonging", needs=("ties",)),
    View("who-voted-how", "States and the documents that they voted on.", "voting", needs=("votes",)),
    View("voting-agreement", "States that vote alike.", "agreeing", needs=("votes",)),
)

VIEWS: Mapping[str, View] = MappingProxyType({row.name: row for row in _ROWS})
"""All views by name, in the order of a help text."""

"""The views as NetworkX graphs, with the attributes that each function documents.

Nodes and edges are added in sorted order, so the same store gives the same graph and the same
file. Values are plain: str, int, float, bool, date, or a sorted tuple of str; an unknown one is
left out or empty, as said for each. What takes a store has a twin that takes facts that are loaded
already.

=====================  =================  =================================================
of a store             of facts           nodes and edges
=====================  =================  =================================================
``who_asks_whom``      ``asking``         actors; an act for each addressee
``who_condemns_whom``  ``condemning``     actors; an act for each target
``obligations``        ``owing``          issuer → obligation → bearer
``acts``               ``acting``         actor → act → content, addressees, targets
``citations``          ``citing``         document → what it cites
``co_address``         ``co_addressed``   actors that are addressed together
``hierarchy``          ``belonging``      body → its parts and posts
``who_voted_how``      ``voting``         State → document
``voting_agreement``   ``agreeing``       States that vote on the same documents
=====================  =================  =================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .asking import asking, condemning, who_asks_whom, who_condemns_whom
from .citations import citations, citing
from .duties import acting, acts, obligations, owing
from .frames import Frames, to_pandas
from .hierarchy import belonging, hierarchy
from .measures import MEASURES, measured
from .sums import aggregated, aggregated_by_verb, asking_aggregated
from .together import co_address, co_addressed
from .votes import agreeing, voting, voting_agreement, who_voted_how

if TYPE_CHECKING:
    from .attributes import Multi as Multi

__all__ = [
    "MEASURES",
    "Frames",
    "acting",
    "acts",
    "aggregated",
    "aggregated_by_verb",
    "agreeing",
    "asking",
    "asking_aggregated",
    "belonging",
    "citations",
    "citing",
    "co_address",
    "co_addressed",
    "condemning",
    "hierarchy",
    "measured",
    "obligations",
    "owing",
    "to_pandas",
    "voting",
    "voting_agreement",
    "who_asks_whom",
    "who_condemns_whom",
    "who_voted_how",
]

"""Who sponsored a text, who voted how, and so who sat in the body that year, as quads.

That a State voted shows that it was a member of the body in the year of adoption. Each document says
so of its own voters, and the same of the same State and year, so the memberships that a store has
are those its documents show, in whatever order these came.
"""

from __future__ import annotations

from ..extract.model import Actor, Reading
from ..ontology.vocabulary import DATA, OG, ORG
from . import iri
from .actors import add_actor
from .nquads import Quads, year

_ACTOR = f"{DATA}actor/"


def add_states(out: Quads, me: str, reading: Reading) -> None:
    """States who sponsored the draft of a document, how each State voted, and as a member of what.

    Args:
        out: Takes the quads.
        me: IRI of the document.
        reading: The reading of it; sponsors and voters that it does not describe are actors that
            the authority file lacks.
    """
    document = reading.document
    keys = {name: actor.key for actor in reading.actors for name in (actor.full_name, actor.name) if name}
    described = {actor.key for actor in reading.actors}
    bodies = {act.issuer for act in reading.acts}
    body = iri.actor_iri(bodies.pop()) if len(bodies) == 1 else ""

    def state(name: str) -> str:
        key = keys.get(name) or iri.slug(name)
        if key not in described:
            described.add(key)  # two spellings of a name are one State, by its first name here
            add_actor(out, Actor(key, name, "state", known=False))
        return iri.actor_iri(key)

    for sponsor in filter(None, document.sponsors):
        out.link(me, OG.sponsor, state(sponsor))
    for vote in document.votes:
        if vote.state:
            voter = state(vote.state)
            ballot = f"{me}/vote/{voter.removeprefix(_ACTOR)}"
            out.link(me, OG.vote, ballot)
            out.classes(ballot, OG.Vote)
            out.link(ballot, OG.voter, voter)
            out.string(ballot, OG.ballot, vote.position)
            if body and document.adopted:
                out.link(ballot, OG.membership, _membership(out.shared, body, voter, document.adopted.year))


def _membership(out: Quads, body: str, state: str, when: int) -> str:
    me = f"{body}/membership/{state.removeprefix(_ACTOR)}/{when}"
    out.classes(me, ORG.Membership)
    out.link(me, ORG.member, state)
    out.link(me, ORG.organization, body)
    out.value(me, OG.year, year(when))
    return me

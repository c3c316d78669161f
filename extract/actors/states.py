"""The States that a source says sponsored or voted, in whatever spelling, as those of the authority file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..document import Document, Vote
from ..model import Actor
from .authority import Authority


def with_known_states(document: Document, authority: Authority) -> tuple[Document, tuple[Actor, ...]]:
    """Gives sponsors and voters the names that the authority file has for them.

    Args:
        document: As its source has it: "UNITED STATES", "Venezuela (Bolivarian Republic of)".
        authority: Who is known.

    Returns:
        The document with the known names ("United States", "Venezuela") in the place of the others,
        and the actors that they name, each once. A name that nobody is known by stays as it is.
    """
    found: dict[str, Actor] = {}

    def known(name: str) -> Iterator[str]:
        actors = _actors(name, authority)
        found.update((actor.key, actor) for actor in actors)
        yield from (actor.name for actor in actors) if actors else (name,)

    sponsors = tuple(dict.fromkeys(state for name in document.sponsors for state in known(name)))
    votes = tuple(
        sorted({Vote(state, vote.position) for vote in document.votes for state in known(vote.state)})
    )
    actors = tuple(found[key] for key in sorted(found))
    return replace(document, sponsors=sponsors, votes=votes), actors


def _actors(name: str, authority: Authority) -> tuple[Actor, ...]:
    """The actor of a name; two where two names were joined by "and", as at the end of a list."""
    actor = authority.named(name)
    if actor is not None:
        return (actor,) if actor.key in authority.actors else ()
    words = name.split(" ")
    for place, word in enumerate(words):
        if word == "and":
            first = authority.lookup(" ".join(words[:place]))
            second = authority.lookup(" ".join(words[place + 1 :]))
            if first and second:
                return (first, second)
    return ()

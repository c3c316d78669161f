"""Measures who is asked most and whether the authority file has them, and what that file holds.

    python -m benchmarks.authority [--lacking] [--top 300]

The addressees of all acts of the XML resolutions, preambular ones too, are counted by whom they mean.
Of those asked most often (300), the share is told that the authority file knows: by a block of their
own, or as what a noun makes of a State or body that has one ("the Government of Mali"). The second
figure leaves the latter out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from obligraph.commands.parallel import Failure
from obligraph.extract.actors.authority import load_authority
from obligraph.extract.model import Actor, Reading
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_file

from .corpus import Row, Text, measured, share, table, texts

#: How many of the most frequent addressees are looked at.
TOP = 300


def addressed(reading: Reading) -> Counter[Actor]:
    """How many addressees of a text's acts mean each actor."""
    by_key = {actor.key: actor for actor in reading.actors}
    return Counter(
        by_key[key] for act in reading.acts for addressee in act.addressees for key in addressee.actors
    )


def addressed_by(text: Text) -> Counter[Actor]:
    """The same of a text that is still to be read."""
    return addressed(read_document(read_file(text.path)))


def most_asked(found: Iterable[Counter[Actor]], top: int = TOP) -> list[tuple[Actor, int]]:
    """Those asked most often in all texts, with how often; by key where two are asked alike."""
    total: Counter[Actor] = Counter()
    for one in found:
        total.update(one)
    return sorted(total.items(), key=lambda pair: (-pair[1], pair[0].key))[:top]


def rows(asked: list[tuple[Actor, int]]) -> tuple[Row, ...]:
    """The shares of those asked most that are known, and that have a block of their own."""
    own = load_authority().actors
    known = sum(actor.known for actor, _ in asked)
    blocks = sum(actor.key in own for actor, _ in asked)
    note = f"asked at least {asked[-1][1]} times each" if asked else ""
    return (
        Row("known to the authority file", share(known, len(asked)), 0.95, note),
        Row("with a block of their own", share(blocks, len(asked)), None, f"{blocks} of {len(asked)}"),
        Row("actors in the authority file", len(own), 600, digits=0),
    )


def main() -> int:
    """Prints the shares; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lacking", action="store_true", help="list those asked most that are not known")
    parser.add_argument("--top", type=int, default=TOP, metavar="N", help="how many to look at")
    options = parser.parse_args()
    found = [one for _, one in measured(addressed_by, texts("xml")) if not isinstance(one, Failure)]
    if found:
        asked = most_asked(found, options.top)
        table(f"The {len(asked)} most frequent addressees of {len(found):,} XML resolutions", rows(asked))
        if options.lacking:
            print(*(f"  {count:5} {actor.name}" for actor, count in asked if not actor.known), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

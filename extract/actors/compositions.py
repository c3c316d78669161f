"""Actors named with the help of others: "the Governments of Sudan and South Sudan", "Chair of the CTC"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Actor
from .authority import GROUPS, Authority
from .derived import DerivedRow, derive, hold, load_nouns, load_offices, with_article
from .matching import Hit
from .names import head_of, key_of, plain

Find = tuple[Hit, tuple[Actor, ...]]

#: Between the names of a list.
_AND = re.compile(r"(?:, and|,| and|,? as well as| or)(?: of)?(?: the)? ")
#: Offices under the Secretary-General whose file or country follows: "Special Envoy … for Yemen".
_ENVOYS = frozenset(
    [
        "srsg",
        "dsrsg",
        "special-envoy",
        "personal-envoy",
        "personal-representative",
        "special-adviser",
        "special-coordinator",
        "executive-representative",
        "representative-of-the-secretary-general",
        "jsr-darfur",
    ]
)
_FOR = re.compile(
    r" (?:for|on|in|to) (?:the )?(?P<topic>[A-Z][\w’'‑-]+(?:(?: (?:of|for|in|on)(?: the)?)? [A-Z][\w’'‑-]+)*)"
)
_ENVOYS_OF = re.compile(
    r"\b(?P<office>(?:Special|Personal) (?:Representative|Envoy|Adviser|Advisor))s"
    r"(?P<of> of the Secretary-General)? (?=on |for )"
)
_TOPIC = re.compile(r"(?:on|for)(?: (?:[A-Z][\w’'‑-]+|and|of|the|in|to)){1,12}")
_JOINT = re.compile(r",? and |, ")
#: How a body's founding is told behind a comma, and the longest bracket before that.
_FOUNDING = ("established", "created", "appointed", "which", "originally")
_BRACKET = 66
_FOUNDED = re.compile(
    r"\b(?P<name>(?:Security Council |Sanctions |Monitoring |Working |International |Independent )?"
    r"(?:Committee|Panel of Experts|Panel|Group of Experts|Group|Team|Mechanism|Commission"
    r" of (?:Inquiry|Experts)|Commission|Mission|Tribunal))(?: of the Security Council)?"
    r"(?: \([^()\n]{2,60}\))?,?(?: which was| was)? (?:originally )?"
    r"(?:established|created|appointed|set up|re-established|reestablished|constituted)"
    r"(?: by the (?:Security )?Council)?"
    r" (?:pursuant to|by|under|in accordance with|in pursuance of|in)(?: the)?"
    r"(?: paragraphs? \d+(?: \(\w\))? of)?(?: Security Council)? resolutions?"
    r" (?P<number>\d{1,4})(?: ?\((?P<year>\d{4})\))?(?P<more>(?:(?:,? and|,) \d{1,4} \(\d{4}\))*)"
)


def compositions(text: str, hits: Sequence[Hit], authority: Authority) -> Iterator[Find]:
    """Actors built on names that were found.

    Args:
        text: The document's text.
        hits: Names and demonyms, in the order of the text, none overlapping another.
        authority: The authority file.

    Yields:
        The place and the actors; the hits that they are built on stand within it.
    """
    states = _states(hits, authority)
    yield from _of_states(text, hits, states, authority)
    yield from _offices(text, hits, authority)
    yield from _envoys(text, hits, states, authority)
    yield from _several(text, authority)
    yield from _founded(text, authority)


def _states(hits: Sequence[Hit], authority: Authority) -> dict[int, Actor]:
    """The State that each hit names, by the hit's rank.

    An adjective of several States means the one that the document names most.
    """
    named = Counter(h.keys[0] for h in hits if h.rule == "name")
    states = {}
    for rank, hit in enumerate(hits):
        if hit.rule == "demonym":
            keys = authority.demonyms[hit.keys[0]]
            states[rank] = authority.actors[max(keys, key=lambda key: (named[key], -keys.index(key)))]
        elif (actor := authority.actors[hit.keys[0]]).kind == "state":
            states[rank] = actor
    return states


def _of_states(
    text: str, hits: Sequence[Hit], states: dict[int, Actor], authority: Authority
) -> Iterator[Find]:
    nouns = load_nouns()
    for rank, state in states.items():
        hit = hits[rank]
        if found := nouns.following(text, hit.end):
            row, end = found
            first, members = rank, [state]
            while (
                _plural(row)
                and first - 1 in states
                and hits[first - 1].rule == hit.rule  # not "the President of Lebanon and | Lebanese leaders"
                and _AND.fullmatch(text, hits[first - 1].end, hits[first].start)
            ):
                first -= 1
                members.insert(0, states[first])
            yield _derived(hits[first].start, end, row, members, authority)
        if hit.rule == "name" and (found := nouns.preceding(text, hit.start)):
            row, start = found
            last, members = rank, [state]
            plural = text[start : hit.start].split(" ")[0].endswith("s")
            while (
                plural and last + 1 in states and _AND.fullmatch(text, hits[last].end, hits[last + 1].start)
            ):
                last += 1
                members.append(states[last])
            yield _derived(start, hits[last].end, row, members, authority)


def _plural(row: DerivedRow) -> bool:
    return any(word.endswith("s") for word in row.words)


def _derived(start: int, end: int, row: DerivedRow, states: Sequence[Actor], authority: Authority) -> Find:
    actors = tuple(_known(derive(row, state), authority) for state in states)
    return Hit(start, end, tuple(a.key for a in actors), "derived"), actors


def _known(actor: Actor, authority: Authority) -> Actor:
    """The row of the authority file that has this name, if there is one."""
    return authority.lookup(actor.name) or actor


def _offices(text: str, hits: Sequence[Hit], authority: Authority) -> Iterator[Find]:
    offices = load_offices()
    for hit in hits:
        if hit.rule != "name":
            continue
        body = authority.actors[hit.keys[0]]
        if body.kind in GROUPS or body.kind == "state":
            continue
        if found := offices.preceding(text, hit.start):
            actor = _known(hold(found[0], body), authority)
            yield Hit(found[1], hit.end, (actor.key,), "office"), (actor,)
        if body.kind != "role" and (found := offices.following(text, hit.end)):
            actor = _known(hold(found[0], body), authority)
            yield Hit(hit.start, found[1], (actor.key,), "office"), (actor,)


def _envoys(text: str, hits: Sequence[Hit], states: dict[int, Actor], authority: Authority) -> Iterator[Find]:
    for rank, hit in enumerate(hits):
        if hit.rule == "name" and hit.keys[0] in _ENVOYS and (found := _FOR.match(text, hit.end)):
            office = authority.actors[hit.keys[0]]
            title = office.full_name or office.name
            after = rank + 1
            if after in states and hits[after].start == found.start("topic") and hits[after].rule == "name":
                state, end = states[after], hits[after].end
                short = title.replace(" of the Secretary-General", "")
                actor = Actor(
                    f"{office.key}-{state.key}",
                    f"{short} for {with_article(state.name)}",
                    "role",
                    f"{title} for {with_article(state.name)}",
                    office.parent,
                )
            else:
                end = found.end()
                name = plain(text[hit.start : end])
                actor = Actor(key_of(name), name, "role", "", office.parent, known=False)
            actor = _known(actor, authority)
            yield Hit(hit.start, end, (actor.key,), "office"), (actor,)


def _several(text: str, authority: Authority) -> Iterator[Find]:
    """Envoys named together: "the Special Representatives … on Sexual Violence … and on Children …"."""
    for found in _ENVOYS_OF.finditer(text):
        office = found["office"] + (found["of"] or "")
        actors: list[Actor] = []
        end = at = found.end()
        while topic := _TOPIC.match(text, at):
            words = topic[0].split(" ")
            named = (
                (actor, count)
                for count in range(len(words), 1, -1)
                if (actor := authority.lookup(f"{office} {' '.join(words[:count]).strip()}"))
            )
            best = next(named, None)
            if best is None:
                break
            actors.append(best[0])
            end = at + len(" ".join(words[: best[1]]))
            joint = _JOINT.match(text, end)
            if joint is None:
                break
            at = joint.end()
        if actors:
            yield (
                Hit(found.start(), end, tuple(dict.fromkeys(a.key for a in actors)), "office"),
                tuple(actors),
            )


def _founded(text: str, authority: Authority) -> Iterator[Find]:
    """Bodies named by the resolution that set them up."""
    for found in _FOUNDED.finditer(text):
        name, number, year = found["name"], found["number"], found["year"]
        head = head_of(name)
        key = authority.founded.get((head, number))
        if key:
            actor = authority.actors[key]
        elif head == "committee":
            actor = Actor(
                f"committee-{number}",
                f"{number} Committee",
                "committee",
                plain(found[0]),
                "unsc",
                known=False,
            )
        else:
            full = f"{name} established pursuant to resolution {number}" + (f" ({year})" if year else "")
            actor = Actor(f"{key_of(name)}-{number}", full, "committee", "", "unsc", known=False)
        # "the Team, established …" is told more of, "the Committee established …" is named so
        comma = text.find(",", found.start(), found.end("name") + _BRACKET)
        set_off = comma >= 0 and text.startswith(_FOUNDING, comma + 2)
        yield Hit(found.start(), comma if set_off else found.end(), (actor.key,), "founded"), (actor,)

"""Who is named in a document: the known actors, those built on them, those that the text introduces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from .authority import GROUPS, Authority, load_authority
from .compositions import compositions
from .derived import load_standing
from .introductions import introductions, long_name
from .matching import Hit, NameMatcher, longest
from .model import Actor, Document, Mention, MentionKind, Span
from .names import head_of, is_acronym, key_of, plain
from .references import Index, described, index

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Kinds of actors that the file lacks, by the head noun of their name.
_KINDS = {
    "mission": "mission",
    "operation": "mission",
    "force": "mission",
    "committee": "committee",
    "panel": "committee",
    "group": "unknown",
    "office": "office",
    "agency": "agency",
    "organization": "organization",
    "union": "organization",
    "community": "organization",
    "army": "armed-group",
    "front": "armed-group",
}


@dataclass(frozen=True, slots=True)
class FoundActors:
    """Who is named in a document.

    Attributes:
        mentions: In the order of the text, those that stand in a paragraph.
        actors: Every actor named, by key.
        hits: All that was found, with what stands in titles, headings and notes.
        aliases: What the text itself calls somebody: plain text to key.
        authority: The authority file.
        index: The hits by what they can be called later.
    """

    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]
    hits: tuple[Hit, ...] = field(repr=False)
    aliases: Mapping[str, str]
    authority: Authority = field(repr=False)
    index: Index = field(repr=False)

    def named(self, phrase: str) -> Actor | None:
        """The actor that a phrase names in this document, by its own aliases first."""
        text = plain(phrase)
        key = self.aliases.get(text) or self.aliases.get(text.removeprefix("the "))
        return self.actors[key] if key else self.authority.named(phrase)


class ActorFinder:
    """Finds the actors of documents; built once for a pipeline.

    Args:
        nlp: The pipeline whose tokeniser makes the Docs.
        authority: The authority file, by default the package's own.
    """

    name = "actors"

    def __init__(self, nlp: Language, authority: Authority | None = None) -> None:
        self.authority = authority or load_authority()
        self._names = NameMatcher(nlp, self.authority)

    def process(self, doc: Doc) -> FoundActors:
        """Finds who is named in a Doc; see ``find_actors``."""
        return _find(doc, self.authority, self._names)

    def __call__(self, doc: Doc) -> Doc:
        """Stores what ``process`` finds in ``doc.user_data["actors"]``."""
        doc.user_data[self.name] = self.process(doc)
        return doc


@cache
def _default() -> ActorFinder:
    from .tokens import blank

    return ActorFinder(blank())


def find_actors(doc: Doc, finder: ActorFinder | None = None) -> FoundActors:
    """Finds who is named in a document.

    Args:
        doc: A Doc with its document in ``doc.user_data["document"]``.
        finder: A finder that was built before; without it the package's own is built once.

    Returns:
        The mentions and the actors, with what the text itself calls them.
    """
    return (finder or _default()).process(doc)


def _find(doc: Doc, authority: Authority, names: NameMatcher) -> FoundActors:
    document: Document = doc.user_data["document"]
    text = document.text
    known: dict[str, Actor] = {}
    base = longest((hit for hit in names.hits(doc) if not _common(hit, text, authority)), len(text))
    finds = [*compositions(text, base, authority), *_capitals(text, authority)]
    for actor in (actor for _, actors in finds for actor in actors):
        if actor.key not in known or actor.known:
            known[actor.key] = authority.actors.get(actor.key, actor)
    hits = longest([*base, *(hit for hit, _ in finds)], len(text))
    hits = [hit for hit in hits if hit.rule != "demonym"]
    learned = _learn(text, hits, authority, known)
    hits = longest(_renamed(text, hits, learned), len(text))
    known.update((key, authority.actors[key]) for hit in hits for key in hit.keys if key not in known)
    known.update((key, authority.actors[key]) for key in load_standing().values())
    known.update((key, authority.actors[key]) for key in learned.aliases.values() if key not in known)
    names_index = index(hits, known)
    hits = longest([*hits, *described(text, names_index, learned.aliases)], len(text))
    used = {key for hit in hits for key in hit.keys}
    return FoundActors(
        mentions=tuple(_mentions(document, hits)),
        actors={key: known[key] for key in sorted(known) if key in used or key in learned.aliases.values()},
        hits=tuple(hits),
        aliases=learned.aliases,
        authority=authority,
        index=names_index,
    )


def _common(hit: Hit, text: str, authority: Authority) -> bool:
    """Whether a hit is a single common noun: "persons" in "trafficking in persons" mentions nobody.

    As an addressee such a word does count; ``identify`` sees to that.
    """
    words = text[hit.start : hit.end]
    return (
        hit.rule == "name"
        and words.islower()
        and " " not in words
        and authority.actors[hit.keys[0]].kind in GROUPS
    )


_CAPITALS = re.compile(
    r"(?<=\b[Tt]he )[A-ZÉ][\w’'‑-]*(?:(?: (?:of|for|on|to|in|against)(?: the)?)? [A-ZÉ][\w’'‑-]+)+"
)
#: Heads of names that are events or talks rather than somebody.
_EVENTS = frozenset(
    ["conference", "process", "initiative", "forum", "point", "programme", "partnership", "party", "state"]
)


def _capitals(text: str, authority: Authority) -> Iterator[tuple[Hit, tuple[Actor, ...]]]:
    """Capitalised names with a head noun that the authority file lacks."""
    for found in _CAPITALS.finditer(text):
        name = plain(found[0]).removesuffix("'s")
        head = head_of(name)
        if head and head not in _EVENTS and not authority.named(name):
            actor = Actor(key_of(name), name, _KINDS.get(head, "unknown"), known=False)
            yield (
                Hit(
                    found.start(),
                    found.start() + len(found[0].removesuffix("’s").removesuffix("'s")),
                    (actor.key,),
                    "capitals",
                ),
                (actor,),
            )


@dataclass(frozen=True, slots=True)
class _Learned:
    """What the text teaches: other names of actors, and acronyms that mean no actor here."""

    aliases: dict[str, str]
    others: frozenset[str]
    hits: tuple[Hit, ...]


def _learn(text: str, hits: list[Hit], authority: Authority, known: dict[str, Actor]) -> _Learned:
    """Reads the introductions; adds actors that only the text knows to ``known``."""
    by_end = {hit.end: hit for hit in hits}
    aliases: dict[str, str] = {}
    others: set[str] = set()
    more: list[Hit] = []
    for intro in introductions(text):
        hit = by_end.get(intro.end)
        acronym = next((name for name in intro.names if is_acronym(name)), "")
        start = long_name(text, intro.end, acronym) if acronym else None
        if hit and hit.rule != "capitals" and (start is None or start >= hit.start - len("the ")):
            if len(hit.keys) == 1:
                aliases.update(dict.fromkeys(intro.names, hit.keys[0]))
            continue
        start = hit.start if start is None and hit else start
        if start is None:
            continue
        phrase = plain(text[start : intro.end])
        actor = authority.named(phrase) or _meant(acronym, phrase, authority)
        if actor is None and head_of(phrase):
            kind = _KINDS.get(head_of(phrase), "unknown")
            # The key is made of the long name: short ones are used for many ("the IEC", "the Panel").
            actor = Actor(key_of(phrase), acronym or phrase, kind, phrase if acronym else "", known=False)
        if actor is None:
            others.update(intro.names)
        else:
            if actor.key not in known or not known[actor.key].known:
                known[actor.key] = authority.actors.get(actor.key, actor)
            aliases.update(dict.fromkeys(intro.names, actor.key))
            more.append(Hit(start, intro.end, (actor.key,), "introduced"))
    return _Learned(aliases, frozenset(others - aliases.keys()), tuple(more))


def _meant(acronym: str, phrase: str, authority: Authority) -> Actor | None:
    """The actor of an acronym, if the long name in the text is about the one that the file has."""
    actor = authority.lookup(acronym)
    if actor is None:
        return None
    ours, theirs = (
        set(plain(actor.full_name or actor.name).casefold().split()),
        set(phrase.casefold().split()),
    )
    return actor if len(ours & theirs) >= len(ours | theirs) / 2 else None


def _renamed(text: str, hits: list[Hit], learned: _Learned) -> Iterator[Hit]:
    """The hits with the text's own names put in: its acronyms may mean others than ours."""
    for hit in hits:
        words = plain(text[hit.start : hit.end])
        key = learned.aliases.get(words)
        if key:
            yield Hit(hit.start, hit.end, (key,), "alias")
        elif words not in learned.others:
            yield hit
    yield from learned.hits
    if learned.aliases:
        names = sorted(learned.aliases, key=len, reverse=True)
        pattern = "|".join(re.escape(name).replace("'", "['’]").replace(r"\-", "[-‑]") for name in names)
        for found in re.finditer(rf"(?<![\w‑-])(?:{pattern})(?![\w])", text):
            yield Hit(found.start(), found.end(), (learned.aliases[plain(found[0])],), "alias")


def _mentions(document: Document, hits: Iterable[Hit]) -> Iterator[Mention]:
    """The hits that stand in a paragraph's words or its wrap-up."""
    places = sorted(
        (span.start, span.end, paragraph.label)
        for paragraph in document.paragraphs
        for span in (paragraph.span, paragraph.wrap_up)
        if span is not None
    )
    starts = [start for start, _, _ in places]
    for hit in hits:
        rank = bisect_right(starts, hit.start) - 1
        if rank >= 0 and hit.end <= places[rank][1]:
            span = Span(hit.start, hit.end)
            yield Mention(MentionKind.ACTOR, hit.keys, places[rank][2], span, document.words(span))

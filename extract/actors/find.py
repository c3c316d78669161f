"""Who is named in a document: the known actors, those built on them, those that the text introduces."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from ..document import Document, Span
from ..model import Actor, Mention, MentionKind
from ..tokens import blank
from .authority import GROUPS, Authority, load_authority
from .compositions import compositions
from .derived import load_standing
from .learning import learn, renamed
from .matching import Hit, NameMatcher, longest
from .names import plain
from .references import Index, described, index
from .unlisted import capitals

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


#: How many namings before a description are looked through.
_NEAR = 40


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
        state: Key of the State or territory that the document names most, or empty.
        lines: Where the lines of the text begin.
    """

    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]
    hits: tuple[Hit, ...] = field(repr=False)
    aliases: Mapping[str, str]
    authority: Authority = field(repr=False)
    index: Index = field(repr=False)
    state: str = ""
    lines: tuple[int, ...] = field(default=(), repr=False)

    def hits_from(self, start: int) -> Iterator[Hit]:
        """The hits that begin at ``start`` or later."""
        first = bisect_left(self.hits, (start,))
        return (self.hits[rank] for rank in range(first, len(self.hits)))

    def hits_before(self, at: int) -> tuple[Hit, ...]:
        """Some forty of the hits that begin before ``at``, the nearest last."""
        last = bisect_left(self.hits, (at,))
        return self.hits[max(0, last - _NEAR) : last]

    def line_before(self, at: int) -> tuple[Hit, ...]:
        """The hits that begin before ``at`` in the same line of the text."""
        line = self.lines[bisect_right(self.lines, at) - 1] if self.lines else 0
        return self.hits[bisect_left(self.hits, (line,)) : bisect_left(self.hits, (at,))]

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
    finds = [*compositions(text, base, authority), *capitals(text, authority)]
    for actor in (actor for _, actors in finds for actor in actors):
        if actor.key not in known or actor.known:
            known[actor.key] = authority.actors.get(actor.key, actor)
    hits = longest([*base, *(hit for hit, _ in finds)], len(text))
    hits = [hit for hit in hits if hit.rule != "demonym"]
    learned = learn(text, hits, authority, known)
    hits = longest(renamed(text, hits, learned), len(text))
    known.update((key, authority.actors[key]) for hit in hits for key in hit.keys if key not in known)
    known.update((key, authority.actors[key]) for key in load_standing().values())
    known.update((key, authority.actors[key]) for key in learned.aliases.values() if key not in known)
    names_index = index(text, hits, known, authority)
    hits = longest([*hits, *described(text, names_index, learned.aliases)], len(text))
    known.update(names_index.actors)
    used = {key for hit in hits for key in hit.keys}
    states = Counter(key for hit in hits for key in _states_in(hit, known))
    return FoundActors(
        mentions=tuple(_mentions(document, hits)),
        actors={key: known[key] for key in sorted(known) if key in used or key in learned.aliases.values()},
        hits=tuple(hits),
        aliases=learned.aliases,
        authority=authority,
        index=names_index,
        state=min(states, key=lambda key: (-states[key], key), default=""),
        lines=(0, *(found.end() for found in re.finditer("\n", text))),
    )


def _states_in(hit: Hit, known: Mapping[str, Actor]) -> Iterator[str]:
    """Keys of the States that a hit names, itself or as the State of what it names."""
    for key in hit.keys:
        state = key if known[key].kind == "state" else known[key].parent
        if state in known and known[state].kind == "state":
            yield state


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

"""The authority file: everybody who is known, by every name that resolutions give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ...errors import LexiconError
from ..model import Actor
from .derived import derive, load_nouns
from .names import folded, head_of, is_acronym, plain, weak_length, without_brackets
from .rows import load_actors

_QUOTE = re.compile(r"(?<!\w)'|'(?!\w)|\"")
#: Weak words before a name that are taken off one by one: "all other relevant | United Nations entities".
_MOST_WEAK = 12
#: Kinds whose names are common nouns, written in any case.
GROUPS = frozenset({"group", "group-of-states"})


@dataclass(frozen=True, slots=True)
class Authority:
    """The known actors and what they are called.

    Attributes:
        actors: By key, in the order of the keys.
        exact: Names that count only as written: single words such as "CTED" or "Chad".
        folded: Names of several words and of groups, in lower case.
        demonyms: Keys of the States that an adjective may mean.
        founded: Keys of the bodies set up by a resolution, by head noun and number:
            ``("committee", "1970")``.
    """

    actors: dict[str, Actor]
    exact: dict[str, str]
    folded: Mapping[str, str]
    demonyms: dict[str, tuple[str, ...]]
    founded: dict[tuple[str, str], str]

    def lookup(self, name: str) -> Actor | None:
        """The actor of exactly this name, with no word put aside."""
        text = plain(name)
        key = self.exact.get(text) or self.folded.get(folded(text))
        return self.actors[key] if key else None

    def named(self, phrase: str) -> Actor | None:
        """The actor that a noun phrase names.

        Args:
            phrase: As printed: "the Counter-Terrorism Committee Executive Directorate (CTED)", "all
                relevant Member States", "the Libyan Government".

        Returns:
            The known actor, or one derived from a known State ("Government of Libya"); None
            where the phrase names nobody who is known.
        """
        return next(
            (actor for text in _shorter(phrase) if (actor := self.lookup(text))), None
        ) or self._derived(phrase)

    def _derived(self, phrase: str) -> Actor | None:
        text = plain(without_brackets(phrase)[0])
        text = text[weak_length(text) :]
        nouns = load_nouns()
        words = text.split(" ")
        if len(words) == 1 and (keys := self.demonyms.get(text.removesuffix("s"))) and text.endswith("s"):
            return derive(nouns.rows["people"], self.actors[keys[0]])  # "all Yemenis"
        for count in range(1, min(len(words), 8)):
            first, last = " ".join(words[:count]), " ".join(words[-count:])
            if state := self.state(first.removesuffix("'s")):
                found = nouns.following(text, len(first))
                if found and found[1] == len(text):
                    return derive(found[0], state)
            if (state := self.lookup(last)) and state.kind == "state":
                found = nouns.preceding(text, len(text) - len(last))
                if found and weak_length(text[: found[1]] + "x") == found[1]:
                    return derive(found[0], state)
        return None

    def state(self, name: str) -> Actor | None:
        """The State of a name or an adjective: "Libya", "Libyan"."""
        actor = self.lookup(name)
        if actor is not None:
            return actor if actor.kind == "state" else None
        keys = self.demonyms.get(plain(name))
        return self.actors[keys[0]] if keys else None


def _shorter(phrase: str) -> Iterator[str]:
    """The phrase, and the shorter ones that name the same: without weak words, "concerned", brackets."""
    text = plain(phrase)
    outer, inside = without_brackets(text)
    for words in dict.fromkeys((text, outer, _QUOTE.sub("", outer))):
        for _ in range(_MOST_WEAK):
            if not words:
                break
            yield words
            yield words.removesuffix(" concerned").removesuffix(" involved")
            first, _, rest = words.partition(" ")
            words = rest if weak_length(words) > len(first) else ""
    yield from (name for words in inside if is_acronym(name := words.split(",")[0]))


@cache
def load_authority() -> Authority:
    """Reads the authority file.

    Raises:
        LexiconError: A block is wrong, or two claim one key or one name.
    """
    rows = load_actors()
    actors = {row.key: Actor(row.key, row.name, row.kind, row.full_name, row.parent) for row in rows}
    exact, many = _index((row.key, row.kind, (row.name, row.full_name, *row.aliases)) for row in rows)
    demonyms: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for word in row.demonyms:
            demonyms[plain(word)] = (*demonyms.get(plain(word), ()), row.key)
    founded = {
        (head, number): row.key
        for row in rows
        if (head := head_of(row.full_name or row.name))
        for number in row.resolutions
    }
    return Authority(actors, exact, many, demonyms, founded)


def _index(rows: Iterable[tuple[str, str, tuple[str, ...]]]) -> tuple[dict[str, str], dict[str, str]]:
    """Names to keys: those that count as written, and those in lower case."""
    exact: dict[str, str] = {}
    many: dict[str, str] = {}
    for key, kind, names in rows:
        for name in filter(None, names):
            text = plain(name)
            several = " " in text or "-" in text or kind in GROUPS
            index, text = (many, folded(text)) if several else (exact, text)
            if index.setdefault(text, key) != key:
                raise LexiconError(
                    f"name {name!r} is claimed by {index[text]} too", place=f"authority file, actor {key}"
                )
    return exact, many

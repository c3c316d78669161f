"""The authority file: everybody who is known, by every name that resolutions give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ...errors import LexiconError
from ..lexicon import load_rows
from ..model import Actor
from .derived import derive, load_nouns
from .names import folded, head_of, is_acronym, plain, weak_length, without_brackets

#: The data files, each with a table ``actor``; States have a file and a table of their own.
FILES = (
    "actors_organs.toml",
    "actors_committees.toml",
    "actors_offices.toml",
    "actors_agencies.toml",
    "actors_missions.toml",
    "actors_roles.toml",
    "actors_organizations.toml",
    "actors_authorities.toml",
    "actors_parties.toml",
    "actors_armed_groups.toml",
    "actors_groups.toml",
)
_QUOTE = re.compile(r"(?<!\w)'|'(?!\w)|\"")
_UN = re.compile(r"^(?:the )?(?:United Nations|UN) ")
#: Kinds whose names are common nouns, written in any case.
GROUPS = frozenset({"group", "group-of-states"})


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor as the data files have it; ``resolutions`` are the numbers of those that set it up."""

    key: str
    name: str
    kind: str
    examples: tuple[str, ...]
    full_name: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateRow:
    """A State or territory; ``demonyms`` are the adjectives made of its name."""

    key: str
    name: str
    examples: tuple[str, ...]
    full_name: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


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
    folded: dict[str, str]
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
        while words:
            yield words
            yield words.removesuffix(" concerned").removesuffix(" involved")
            first, _, rest = words.partition(" ")
            words = rest if weak_length(words) > len(first) else ""
    yield from (name for words in inside if is_acronym(name := words.split(",")[0]))


@cache
def load_authority() -> Authority:
    """Reads the authority file.

    Raises:
        LexiconError: A row is wrong, or two rows claim one key or one name.
    """
    rows = [row for file in FILES for row in load_rows(file, "actor", ActorRow)]
    states = load_rows("actors_states.toml", "state", StateRow)
    actors = [Actor(r.key, r.name, r.kind, r.full_name, r.parent) for r in rows]
    actors += [Actor(s.key, s.name, "state", s.full_name) for s in states]
    by_key = {actor.key: actor for actor in sorted(actors)}
    if len(by_key) < len(actors):
        twice = sorted(a.key for n, a in enumerate(actors) if any(b.key == a.key for b in actors[:n]))
        raise LexiconError("key given twice", place=f"authority file, actor {twice[0]}")
    exact, many = _index([(r.key, r.kind, (r.name, r.full_name, *r.aliases)) for r in rows])
    more, words = _index([(s.key, "state", (s.name, s.full_name, *s.aliases)) for s in states])
    for ours, theirs in ((exact, more), (many, words)):
        for name in sorted(ours.keys() & theirs.keys()):
            raise LexiconError(
                f"name {name!r} given to {ours[name]} and {theirs[name]}", place="authority file"
            )
    demonyms: dict[str, tuple[str, ...]] = {}
    for state in states:
        for word in state.demonyms:
            demonyms[plain(word)] = (*demonyms.get(plain(word), ()), state.key)
    founded = {(head_of(r.full_name or r.name), number): r.key for r in rows for number in r.resolutions}
    return Authority(by_key, exact | more, many | words, demonyms, founded)


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

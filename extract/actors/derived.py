"""Actors named by a State and a noun: "the Libyan Government", "parties in Mali"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..lexicon import load_rows
from ..model import Actor
from .names import is_acronym, key_of, plain

#: First words of State names that take "the" after a preposition.
_WITH_ARTICLE = re.compile(
    r"(?:Democratic|Central|United|Russian|Syrian|Lao|Dominican|German|Netherlands|Philippines|Gambia"
    r"|Bahamas|Comoros|Congo|Maldives|Marshall|Solomon|Holy|Republic|Federal|State|USSR)\b"
)


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """What a noun beside a State's name makes of it; see ``data/actors_derived.toml``."""

    key: str
    name: str
    kind: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BetweenRow:
    """A word that may stand between a State's adjective and the noun."""

    word: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office that somebody holds in a body, or a part of its members."""

    name: str
    kind: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Whom a bare description means where the text introduces nobody else by it."""

    word: str
    key: str
    examples: tuple[str, ...]


def with_article(state: str) -> str:
    """A State's name as it stands after a preposition: "the Democratic Republic of the Congo"."""
    return f"the {state}" if _WITH_ARTICLE.match(state) else state


def derive(row: DerivedRow, state: Actor) -> Actor:
    """The actor that a noun makes of a State: key ``government-of-libya``, parent the State."""
    return Actor(f"{row.key}-{state.key}", f"{row.name} {with_article(state.name)}", row.kind, "", state.key)


def hold(row: OfficeRow, body: Actor) -> Actor:
    """The holder of an office in a body: key ``chair-of-committee-1970``, parent the body."""
    article = "" if is_acronym(body.name) or body.kind == "state" else "the "
    return Actor(
        f"{key_of(row.name)}-of-{body.key}", f"{row.name} of {article}{body.name}", row.kind, "", body.key
    )


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns that derive actors, and patterns that find them beside a State's name.

    Attributes:
        rows: The row of each noun.
        after: Matches, at the end of a State's name or adjective, the noun that follows it.
        before: Matches the noun and preposition at the end of the words before a State's name.
    """

    rows: Mapping[str, DerivedRow]
    after: re.Pattern[str]
    before: re.Pattern[str]

    def following(self, text: str, at: int) -> tuple[DerivedRow, int] | None:
        """The row and the end of a noun that follows a State's name ending at ``at``."""
        found = self.after.match(text, at)
        return (self.rows[plain(found["noun"])], found.end()) if found else None

    def preceding(self, text: str, at: int) -> tuple[DerivedRow, int] | None:
        """The row and the start of a noun that leads to a State's name beginning at ``at``."""
        window = max(0, at - _WINDOW)
        found = self.before.search(text[window:at])
        return (self.rows[plain(found["noun"])], window + found.start()) if found else None


#: Characters looked at before a State's name; the longest noun and preposition are shorter.
_WINDOW = 70


@cache
def load_nouns() -> Nouns:
    """The nouns of the data file."""
    rows = {
        plain(word): row
        for row in load_rows("actors_derived.toml", "derived", DerivedRow)
        for word in row.words
    }
    between = [row.word for row in load_rows("actors_derived.toml", "between", BetweenRow)]
    nouns = "|".join(sorted((re.escape(word).replace("'", "['’]") for word in rows), key=len, reverse=True))
    adjectives = "|".join(map(re.escape, between))
    return Nouns(
        rows,
        re.compile(rf"(?:['’]s?)? (?:(?:{adjectives}) )?(?P<noun>{nouns})(?![\w‑-])"),
        re.compile(rf"(?<![\w‑-])(?:(?:Federal|national) )?(?P<noun>{nouns}) (?:of|in|from) (?:the )?$"),
    )


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices by their words, and a pattern that finds one and its preposition before a name."""

    rows: Mapping[str, OfficeRow]
    before: re.Pattern[str]
    after: re.Pattern[str]

    def following(self, text: str, at: int) -> tuple[OfficeRow, int] | None:
        """The row and the end of an office that follows a name ending at ``at``: "ISAF leadership"."""
        found = self.after.match(text, at)
        return (self.rows[plain(found["office"])], found.end()) if found else None

    def preceding(self, text: str, at: int) -> tuple[OfficeRow, int] | None:
        """The row and the start of an office that leads to a name beginning at ``at``."""
        window = max(0, at - _WINDOW)
        found = self.before.search(text[window:at])
        return (self.rows[plain(found["office"])], window + found.start()) if found else None


@cache
def load_offices() -> Offices:
    """The offices of the data file."""
    rows = {
        plain(word): row
        for row in load_rows("actors_derived.toml", "office", OfficeRow)
        for word in row.words
    }
    words = "|".join(sorted(map(re.escape, rows), key=len, reverse=True))
    return Offices(
        rows,
        re.compile(rf"(?<![\w‑-])(?P<office>{words}) of (?:the )?$"),
        re.compile(rf"(?:['’]s?)? (?P<office>{words})(?![\w‑-])"),
    )


@cache
def load_standing() -> Mapping[str, str]:
    """Bare descriptions, in lower case, and the keys of those they mean by default."""
    return {row.word.lower(): row.key for row in load_rows("actors_derived.toml", "standing", StandingRow)}

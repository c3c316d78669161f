"""Noun phrases of actors: a list of the asked, split into one phrase an actor.

"UNODC and other relevant United Nations entities, including UNHCR, and other international and
regional bodies" are four. What joins two actors also joins two adjectives ("international and
regional bodies") and stands inside names ("Bosnia and Herzegovina"), so a joint splits only where
the words on both sides can each be an actor: they are mentioned by name, or end in a noun that
``data/heads.toml`` lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from ..actors.heads import is_head
from ..model import Span
from .words import Word, word_classes

_JOINTS = frozenset({"and", "or", "and/or", ","})
_HANGING = frozenset({"in", "on", "of", "for", "from", "by", "with", "at", "to", "and", "or", "under"})
_ANAPHORS = frozenset(
    {"above-mentioned", "abovementioned", "aforementioned", "afore-mentioned", "above-named"}
)
_REPORTS = frozenset({"report", "reports", "reporting", "briefing", "briefings"})
_PRONOUNS = frozenset(
    {"them", "they", "he", "she", "it", "him", "her", "those", "both", "all", "others", "each", "themselves"}
)
_PREPOSITIONS = frozenset(
    {
        "of",
        "in",
        "on",
        "for",
        "from",
        "at",
        "with",
        "under",
        "by",
        "among",
        "between",
        "to",
        "within",
        "concerned",
        "involved",
        "against",
        "about",
        "as",
        "outside",
        "inside",
        "established",
        "responsible",
        "engaged",
        "party",
        "near",
        "beyond",
        "across",
        "(",
        "parties’",
        "around",
        "represented",
        "mentioned",
        "referred",
        "deployed",
        "authorized",
        "appointed",
        "named",
        "present",
        "also",
        "created",
        "designated",
        "active",
        "affected",
        "capable",
        "able",
        "willing",
        "interested",
    }
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One actor as printed; ``via`` is ``including`` for a member singled out of a group."""

    span: Span
    via: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Where a document names actors: spans sorted by start, none inside another."""

    spans: tuple[Span, ...]

    def at(self, start: int, end: int) -> Span | None:
        """The name that takes in the characters ``start`` to ``end``."""
        place = bisect_right(self.spans, start, key=lambda s: s.start) - 1
        if place >= 0 and self.spans[place].end >= end:
            return self.spans[place]
        return None

    def near(self, span: Span) -> tuple[Span, ...]:
        """The names that share a character with ``span``."""
        place = max(0, bisect_right(self.spans, span.start, key=lambda s: s.start) - 1)
        found = []
        for name in self.spans[place:]:
            if name.start >= span.end:
                break
            if name.overlaps(span):
                found.append(name)
        return tuple(found)


@dataclass(slots=True)
class _Part:
    words: list[Word]
    joint: str  # what stood before it: "", ",", "and", ", and", "including"


def actor_phrases(region: list[Word], names: Names, limits: Callable[[int], bool]) -> tuple[Phrase, ...]:
    """Splits the words of a list of actors into one phrase each.

    Args:
        region: The words between the verb that asks and what is asked.
        names: The actors named in the document.
        limits: Whether a qualifier or a time starts at an offset: there a phrase ends.

    Returns:
        The phrases in the order of the text; empty where the words hold no actor.
    """
    if any(word.lower in _ANAPHORS for word in region[:3]):
        whole = _cut(region, names, limits)
        return (Phrase(whole),) if whole is not None else ()
    phrases: list[Phrase] = []
    open_ended = False  # whether the last phrase runs to the end of its part, so that more may join it
    via = ""
    parenthesis = False  # inside a phrase of manner: "in close cooperation with UNODC and …"
    listing = False  # …that is itself a list with commas
    pending: list[Word] = []
    joint = ""
    for part in _parts(region, names):
        if part.joint.startswith("including"):
            via, parenthesis = "including", False
        if not part.words:
            continue
        if _opens_manner(part.words, names, limits) and not pending:
            via = "" if part.joint.startswith("including") else via
            parenthesis, listing = True, False
            continue
        if parenthesis:
            if part.joint in ("and", "or") or (part.joint == "," and not _opens_phrase(part.words)):
                listing = listing or part.joint == ","
                continue
            if part.joint.startswith(",") and part.joint != "," and listing:
                continue
            parenthesis = False
        complete = is_actor(part.words, names)
        if pending:
            part.words = pending + part.words
            pending = []
            complete = is_actor(part.words, names)
        if not complete:
            pending, joint = part.words, part.joint
            continue
        if via and part.joint in (", and", ",", ", as well as", "as well as") and _outside(part.words):
            via = ""
        span = _cut(part.words, names, limits)
        if span is not None:
            phrases.append(Phrase(span, via))
            open_ended = span.end == part.words[-1].end
    if pending:
        span = _cut(pending, names, limits)
        if span is not None and (not phrases or (via and (open_ended or joint != "and"))):
            phrases.append(Phrase(span, via))
        elif phrases and span is not None and open_ended and not _opens_phrase(pending):
            phrases[-1] = Phrase(Span(phrases[-1].span.start, span.end), phrases[-1].via)
    return tuple(phrases)


def is_actor(sequence: list[Word], names: Names) -> bool:
    """Whether the words can be an actor: a name, a pronoun, or a phrase whose noun is an actor's."""
    core = _core(sequence, names)
    if not core:
        return sequence[0].lower in _PRONOUNS
    last = core[-1]
    if names.at(last.start, last.end) is not None or _ends_actor(last):
        return True
    if all(word.lower in _PRONOUNS for word in core):
        return True
    if last.lower in _REPORTS and sequence[0].lower in ("this", "such", "these", "that", "his", "those"):
        return True  # stands for whoever is asked to report
    return last.text.isupper() and len(last.text) > 1


def _core(sequence: list[Word], names: Names) -> list[Word]:
    """The words of the noun phrase before its first preposition, relative or bracket."""
    classes = word_classes()
    core: list[Word] = []
    for place, word in enumerate(sequence):
        if names.at(word.start, word.end) is not None:
            core.append(word)
            continue
        if (core and word.text in ",;:") or word.lower in classes["including"]:
            break
        if word.lower == "party" and not core:
            core.append(word)
            continue
        if (
            word.lower in _PREPOSITIONS
            or word.lower in classes["boundary"]
            or (word.lower == "that" and core)
        ):
            break
        if core and _participle(sequence, place) and _ends_actor(core[-1]):
            break
        if word.lower in classes["determiner"] and word.lower not in _PRONOUNS:
            continue
        core.append(word)
    return core


def _participle(sequence: list[Word], place: int) -> bool:
    """Whether a word in -ing opens a clause, and is no part of a name ("troop-contributing countries")."""
    classes = word_classes()
    lower = sequence[place].lower
    if not lower.endswith("ing") or lower in classes["noun-ing"]:
        return False
    following = sequence[place + 1] if place + 1 < len(sequence) else None
    return lower not in classes["adjectival-ing"] or following is None or not _ends_actor(following)


def _ends_actor(word: Word) -> bool:
    """Whether a noun can end an actor's name, in whatever case and number it is printed."""
    text = word.text
    return (
        is_head(text) or is_head(text.capitalize()) or is_head(f"{text}s") or is_head(f"{text.capitalize()}s")
    )


def _opens_phrase(sequence: list[Word]) -> bool:
    return sequence[0].lower in word_classes()["determiner"]


def _outside(sequence: list[Word]) -> bool:
    """Whether a phrase after "including X" goes back to the list: "and other bodies"."""
    return (
        sequence[0].lower in ("other", "all", "the", "relevant", "international", "regional", "others")
        and not sequence[0].text.isupper()
        and sequence[0].lower != "the"
    )


def _opens_manner(sequence: list[Word], names: Names, limits: Callable[[int], bool]) -> bool:
    first = sequence[0]
    if names.at(first.start, first.end) is not None:
        return False
    classes = word_classes()
    return first.lower in classes["opener"] or first.lower in classes["boundary"] or limits(first.start)


def _cut(sequence: list[Word], names: Names, limits: Callable[[int], bool]) -> Span | None:
    """The phrase without a trailing relative clause, adverb, manner or time."""
    classes = word_classes()
    end = len(sequence)
    for place, word in enumerate(sequence):
        named = names.at(word.start, word.end)
        if named is not None and named.start < word.start:
            continue
        if place and (limits(word.start) or word.lower in classes["boundary"]):
            end = place
            break
        if (
            place
            and word.lower == "that"
            and place + 1 < len(sequence)
            and sequence[place + 1].lower in classes["finite"]
        ):
            end = place
            break
        if place and named is None and _participle(sequence, place) and _ends_actor(sequence[place - 1]):
            end = place
            break
    while (
        end
        and named_end(sequence, end, names) is None
        and (
            sequence[end - 1].lower in classes["adverb"]
            or sequence[end - 1].lower in _HANGING
            or sequence[end - 1].lower.endswith("ly")
            or sequence[end - 1].text in ",;:"
        )
    ):
        end -= 1
    if not end:
        return None
    return Span(sequence[0].start, sequence[end - 1].end)


def named_end(sequence: list[Word], end: int, names: Names) -> Span | None:
    """The name, if any, that the last word before ``end`` stands in."""
    word = sequence[end - 1]
    return names.at(word.start, word.end)


def _parts(region: list[Word], names: Names) -> list[_Part]:
    """The region cut at each joint outside names and brackets."""
    including = word_classes()["including"]
    parts = [_Part([], "")]
    depth = 0
    skip = 0
    for place, word in enumerate(region):
        if skip:
            skip -= 1
            continue
        if word.text == "(":
            depth += 1
        elif word.text == ")":
            depth = max(0, depth - 1)
        named = names.at(word.start, word.end)
        inside = depth > 0 or (named is not None and named.start < word.start)
        joint = "" if inside else _joint(region, place, including)
        if not joint:
            parts[-1].words.append(word)
            continue
        if parts[-1].words or not parts[-1].joint:
            parts.append(_Part([], joint.split("|")[0]))
        else:
            parts[-1].joint = _joined(parts[-1].joint, joint.split("|")[0])
        skip = int(joint.split("|")[1])
    return [part for part in parts if part.words]


def _joined(first: str, second: str) -> str:
    if second.startswith("including") or first.startswith("including"):
        return "including"
    return f"{first} {second}" if second != "," else first


def _joint(region: list[Word], place: int, including: frozenset[str]) -> str:
    """The joint that starts at ``place`` and how many further words it takes, or nothing."""
    lowers = [word.lower for word in region[place : place + 3]]
    if lowers[0] in including:
        return "including|0"
    if lowers[:2] == ["in", "particular"] or lowers[:2] == ["such", "as"]:
        return "including|1"
    if lowers == ["as", "well", "as"]:
        return "as well as|2"
    if lowers[0] in _JOINTS:
        return f"{'and' if lowers[0] in ('and/or',) else lowers[0]}|0"
    return ""

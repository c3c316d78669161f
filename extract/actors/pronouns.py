"""Words that stand for somebody named before: "them", "his", "the above-mentioned bodies", "this report"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..document import Span
from ..model import Actor
from .authority import GROUPS
from .derived import hold, load_offices
from .find import FoundActors
from .heads import is_head
from .matching import Hit
from .names import head_of, key_of

#: Whom a reading names: actors, a certainty, and why it is less than 1.
Reading = tuple[tuple[Actor, ...], float, str]

_PLURAL = frozenset(["them", "they", "themselves", "these", "those", "both", "each", "all of them", "all"])
_PERSON = frozenset(["him", "he", "himself", "her", "she", "herself"])
_SINGLE = frozenset(["it", "itself", "the latter", "this", "that"])
#: A pronoun with words that narrow it: "in particular | those with influence".
_THOSE = re.compile(
    r"(?:all )?(?:those|others) (?:in|of|with|within|from|that|which|who|near|having|close|not"
    r"|involved|concerned|responsible|engaged|\w+ly)\b"
)
_REPORT = re.compile(
    r"(?:(?:this|these|such|the|that|his|its|all|future|next|written|regular|following|said|comprehensive|final"
    r"|interim|periodic|first) )*(?:reports?|reporting|review|briefings?|assessment)\b",
    re.I,
)
_ABOVE = re.compile(
    r"\b(?:above[- ]?mentioned|afore-?mentioned|mentioned above|referred to above|said|latter)\b"
)
_OWNER = re.compile(r"(?P<owner>its|his|their|her) (?P<what>.+)", re.I)
_OBJECT = {"his": "him", "her": "her", "their": "them", "its": "it"}
#: How many namings before a pronoun, and how many earlier acts, are looked through.
_FAR = 40
LOST = "no antecedent in the document"


def stand_in(
    phrase: str, span: Span, found: FoundActors, earlier: Sequence[tuple[str, ...]]
) -> Reading | None:
    """Whom a pronoun, a back reference or a possessive stands for.

    Args:
        phrase: The phrase, normalised.
        span: Where it stands.
        found: Who is named in the document.
        earlier: The keys of the addressees of earlier acts, the nearest last.

    Returns:
        None where the phrase is none of these.
    """
    return (
        _pronoun(phrase, span, found, earlier)
        or _above(phrase, span, found, earlier)
        or _report(phrase, found)
        or _owned(phrase, span, found, earlier)
    )


def actors_of(found: FoundActors, keys: Sequence[str]) -> tuple[Actor, ...]:
    """The actors of keys, each once; a key from another document gives a bare actor."""
    return tuple(
        found.actors.get(key)
        or found.authority.actors.get(key)
        or Actor(key, key.replace("-", " "), known=False)
        for key in dict.fromkeys(keys)
    )


def _near(span: Span, found: FoundActors) -> list[Hit]:
    """The hits before a span in its line of the text, the nearest first."""
    hits = found.line_before(span.start)[-_FAR:]
    return [hit for hit in reversed(hits) if hit.end <= span.start]


def _agrees(word: str, keys: Sequence[str], found: FoundActors) -> bool:
    """Whether a pronoun can stand for these in number, and in being a person or not."""
    actors = actors_of(found, keys)
    first = actors[0]
    plural = len(actors) > 1 or first.kind in GROUPS
    if not plural and first.kind not in ("state", "organization"):  # the United Nations are one
        plural = head_of(first.name).endswith("s")
    if word in _PLURAL:
        return plural or first.kind == "armed-group"
    return not plural and (first.kind == "role") == (word in _PERSON)


def _pronoun(
    phrase: str, span: Span, found: FoundActors, earlier: Sequence[tuple[str, ...]]
) -> Reading | None:
    word = phrase.lower()
    narrowed = _THOSE.match(word)
    if narrowed and found.named(phrase) is None:
        word = "those"
    if word not in _PLURAL | _PERSON | _SINGLE:
        return None
    near = [hit.keys for hit in _near(span, found)]
    for keys, certainty in _candidates(near, earlier):
        if _agrees(word, keys, found):
            return actors_of(found, keys), certainty, f"“{phrase}” taken to be whom the text last names"
    return (), 0.0, f"{LOST} for “{phrase}”"


def _candidates(
    near: list[tuple[str, ...]], earlier: Sequence[tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], float]]:
    """Keys that a pronoun may stand for, the likeliest first.

    An addressee of the act before that is named in the same paragraph is the likeliest ("Urges
    Member States to …, and encourages them to …"), then whoever the paragraph names.
    """
    last = earlier[-1] if earlier else ()
    if last and any(set(last) & set(keys) for keys in near):
        yield last, 0.8
        yield from (((key,), 0.7) for key in reversed(last))
    yield from ((keys, 0.6) for keys in near)
    yield from ((keys, 0.5) for keys in reversed(earlier[-_FAR:]))


def _above(phrase: str, span: Span, found: FoundActors, earlier: Sequence[tuple[str, ...]]) -> Reading | None:
    """Resolves "the above-mentioned entities and bodies": everybody whom the act before addressed."""
    if not _ABOVE.search(phrase):
        return None
    rest = " ".join(_ABOVE.sub("", phrase).split())
    same = found.named(rest)
    if same is None and not (rest and is_head(rest.split()[-1])):
        return None
    if same and any(
        same.key in keys for keys in (*earlier[-_FAR:], *(hit.keys for hit in _near(span, found)))
    ):
        return (same,), 0.9, "taken to be those of the same name"
    if earlier and rest.endswith("s"):
        return actors_of(found, earlier[-1]), 0.7, "taken to be the addressees of the act before"
    if same is None and not rest.endswith("s"):
        return None  # one of its kind, which is looked for by its name
    return (same or Actor(key_of(rest), rest, known=False),), 0.3, LOST


def _report(phrase: str, found: FoundActors) -> Reading | None:
    """Resolves "this report": to ask that it say something asks whoever reports, the Secretary-General."""
    if not _REPORT.fullmatch(phrase):
        return None
    doubt = "a report is asked for: taken to be the Secretary-General’s"
    return actors_of(found, ("secretary-general",)), 0.7, doubt


def _owned(phrase: str, span: Span, found: FoundActors, earlier: Sequence[tuple[str, ...]]) -> Reading | None:
    """Resolves "its Chair", "their members": an office or part of somebody named before."""
    match = _OWNER.fullmatch(phrase)
    row = load_offices().rows.get(match["what"]) if match else None
    if match is None or row is None or found.authority.lookup(phrase):
        return None
    word = _OBJECT[match["owner"].lower()]
    for keys, certainty in _candidates([hit.keys for hit in _near(span, found)], earlier):
        if _agrees(word, keys, found):
            holders = tuple(hold(row, owner) for owner in actors_of(found, keys))
            return holders, certainty, f"“{match['owner']}” taken to be whom the text last names"
    return (Actor(key_of(match["what"]), match["what"], row.kind, known=False),), 0.3, LOST

"""Whom a noun phrase stands for: names, groups, pronouns and descriptions of those named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .actors import FoundActors
from .authority import GROUPS
from .derived import derive, hold, load_nouns, load_offices, load_standing
from .heads import is_head
from .matching import Hit
from .model import Actor, Document, Span
from .names import head_of, is_acronym, key_of, plain, strip_weak, weak_length, without_brackets

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a noun phrase stands for.

    Attributes:
        actors: Usually one; none where nobody can be meant.
        certainty: 0–1.
        doubt: Why it is less than 1, else empty.
        apart: Whether the phrase names several one by one ("the Presidents of A and B"); a pronoun
            or a description stands for several together.
    """

    actors: tuple[Actor, ...]
    certainty: float = 1.0
    doubt: str = ""
    apart: bool = False


_NOBODY = Identity((), 0.0, "no actor in the phrase")
_PLURAL = frozenset(
    ["them", "they", "themselves", "these", "those", "the former", "both", "each", "all of them", "all"]
)
_PERSON = frozenset(["him", "he", "himself", "her", "she", "herself"])
_SINGLE = frozenset(["it", "itself", "the latter", "this", "that"])
#: Who reports is asked by asking the report.
_REPORT = re.compile(
    r"(?:(?:this|these|such|the|that|his|its|future|next|written|regular|following|said|comprehensive|final|interim|periodic"
    r"|first|all|such) )*(?:reports?|reporting|review|briefings?|assessment)\b",
    re.I,
)
_ABOVE = re.compile(
    r"\b(?:above-?\s?mentioned|above‑mentioned|aforementioned|afore-mentioned|mentioned above"
    r"|referred to above|said|latter)\b"
)
_OWNER = re.compile(r"(?P<owner>its|his|their|her)\s+(?P<what>.+)", re.I | re.S)
_THOSE = re.compile(r"(?:these|those|such|the said|the above-mentioned)\s+", re.I)
_RELATIVE = re.compile(
    r",|\s(?:that|which|who|whose|with|in|on|at|of|to|for|from|by|under|within|near|other than|acting"
    r"|participating|listed|designated|involved|concerned|operating|responsible|referred|mentioned|having|contributing|affected|engaged"
    r"|present|bordering|including|providing|working|established|through|against|wishing|able|capable|parties|party"
    r"|identified|named|represented|deployed|authorized|exercising|whether|as|described|cooperating|co-operating)\b"
)


def identify(span: Span, doc: Doc, found: FoundActors, earlier: Sequence[tuple[str, ...]] = ()) -> Identity:
    """Finds whom a noun phrase of the document stands for.

    Args:
        span: The phrase as printed, an addressee or a target: "other relevant United Nations entities".
        doc: The Doc with its document in ``doc.user_data["document"]``.
        found: Who is named in the document.
        earlier: The actors' keys of the addressees of the document's earlier acts, the nearest last.

    Returns:
        The actors, with a certainty and its reason. A phrase that nobody in the authority file
        fits gives an actor of its own, with ``known`` False.
    """
    document: Document = doc.user_data["document"]
    phrase = plain(document.words(span))
    if not phrase:
        return _NOBODY
    return (
        _pronoun(phrase, span, document, found, earlier)
        or _above(phrase, span, document, found, earlier)
        or (_report(phrase) and _report_of(found))
        or _owned(phrase, span, document, found, earlier)
        or _apart(_named(phrase, span, found))
        or _described(phrase, span, found)
        or _apart(_composed(phrase, found))
        or _narrowed(phrase, span, found)
        or _unknown(phrase)
    )


def _apart(identity: Identity | None) -> Identity | None:
    return replace(identity, apart=len(identity.actors) > 1) if identity else None


def _actors(found: FoundActors, keys: Sequence[str]) -> tuple[Actor, ...]:
    known = (
        found.actors.get(key) or found.authority.actors.get(key) or _stub(key) for key in dict.fromkeys(keys)
    )
    return tuple(known)


def _stub(key: str) -> Actor:
    return Actor(key, key.replace("-", " "), known=False)


def _pronoun(
    phrase: str, span: Span, document: Document, found: FoundActors, earlier: Sequence[tuple[str, ...]]
) -> Identity | None:
    word = phrase.lower()
    if word not in _PLURAL | _PERSON | _SINGLE:
        return None
    near = _in_paragraph(span, document, found)
    last = earlier[-1] if earlier else ()
    for keys in (
        last if any(set(last) & set(h.keys) for h in near) else (),
        *(h.keys for h in reversed(near)),
        last,
    ):
        if keys and _agrees(word, keys, found):
            return Identity(
                _actors(found, keys),
                0.8 if keys == last else 0.6,
                f"“{phrase}” taken to be whom the text last names",
            )
    for keys in reversed(earlier):
        if _agrees(word, keys, found):
            return Identity(_actors(found, keys), 0.5, f"“{phrase}” taken to be an earlier addressee")
    return Identity((), 0.0, f"no antecedent in the document for “{phrase}”")


def _in_paragraph(span: Span, document: Document, found: FoundActors) -> list[Hit]:
    """The hits before the span in its line of the text."""
    start = document.text.rfind("\n", 0, span.start) + 1
    return [hit for hit in found.hits if start <= hit.start and hit.end <= span.start]


def _agrees(word: str, keys: Sequence[str], found: FoundActors) -> bool:
    actors = _actors(found, keys)
    plural = len(actors) > 1 or actors[0].kind in GROUPS or actors[0].name.endswith("s")
    if word in _PLURAL:
        return plural
    if word in _PERSON:
        return not plural and actors[0].kind == "role"
    return not plural and actors[0].kind != "role"


def _above(
    phrase: str, span: Span, document: Document, found: FoundActors, earlier: Sequence[tuple[str, ...]]
) -> Identity | None:
    """Resolves "the above-mentioned entities and bodies": everybody whom the last act addressed."""
    if not _ABOVE.search(phrase) or (
        found.named(_ABOVE.sub("", phrase)) is None and not is_head(phrase.split()[-1])
    ):
        return None
    if not earlier:
        return Identity(_unknown(phrase).actors, 0.3, "no antecedent in the document")
    near = [hit.keys for hit in _in_paragraph(span, document, found)]
    same = found.named(_ABOVE.sub("", phrase))
    if same and same.kind in GROUPS and any(same.key in keys for keys in (*earlier, *near)):
        return Identity((same,), 0.8, "taken to be whom the text last names so")
    return Identity(_actors(found, earlier[-1]), 0.7, "taken to be the addressees of the act before")


def _report(phrase: str) -> bool:
    return bool(_REPORT.fullmatch(phrase))


def _report_of(found: FoundActors) -> Identity:
    return Identity(
        _actors(found, ("secretary-general",)), 0.7, "a report asked for: taken to be the Secretary-General’s"
    )


def _owned(
    phrase: str, span: Span, document: Document, found: FoundActors, earlier: Sequence[tuple[str, ...]]
) -> Identity | None:
    """Resolves "its Chair", "his Special Representative", "their members": an office of somebody named before."""
    match = _OWNER.match(phrase)
    if match is None or found.authority.lookup(phrase):
        return None
    what = match["what"]
    row = load_offices().rows.get(what)
    if row is None:
        return None
    near = [hit.keys for hit in reversed(_in_paragraph(span, document, found))]
    word = {"his": "him", "her": "her", "their": "them"}.get(match["owner"].lower(), "it")
    for keys in (*near, *reversed(earlier)):
        if _agrees(word, keys, found):
            actors = tuple(hold(row, owner) for owner in _actors(found, keys))
            return Identity(actors, 0.7, f"“{match['owner']}” taken to be whom the text last names")
    return Identity((Actor(key_of(what), what, row.kind, known=False),), 0.3, "no antecedent in the document")


def _named(phrase: str, span: Span, found: FoundActors) -> Identity | None:
    """The phrase is a name, or one that the text uses, with nothing left over."""
    hit = next(
        (h for h in found.hits if h.start >= span.start and h.end <= span.end and h.rule != "reference"), None
    )
    actor = found.named(phrase)
    if (
        actor
        and actor.key in found.authority.actors
        and actor.kind in ("role",)
        and not found.aliases.get(phrase)
    ):
        # A bare title may stand for the holder of an office that the text names in full.
        standing = next((d for d, k in load_standing().items() if k == actor.key), "")
        full = found.index.before(standing.title(), span.start) if standing else None
        if full and full != actor.key and full.startswith(actor.key):
            return Identity(_actors(found, (full,)), 0.8, "taken to be the one that the text names in full")
    if hit and len(hit.keys) > 1 and hit.start - span.start <= weak_length(phrase):
        return Identity(_actors(found, hit.keys))
    if actor:
        return Identity((found.actors.get(actor.key, actor),))
    if hit and hit.start - span.start <= weak_length(phrase):
        rest = without_brackets(phrase[hit.end - span.start :])[0].strip(" '\"”’s")
        if not rest:
            return Identity(_actors(found, hit.keys))
    return None


def _described(phrase: str, span: Span, found: FoundActors) -> Identity | None:
    """Resolves "the Committee", "the Mission", "this Panel", "the mission": the last one named that it fits."""
    what = strip_weak(phrase)
    head = head_of(what)
    if not head or len(what.split()) > 4 or (phrase == what and not what[0].isupper()):
        return None
    if head == "government":
        return _government(what, span, found)
    if not what[0].isupper() and head not in (
        "mission",
        "committee",
        "panel",
        "commission",
        "operation",
        "force",
        "tribunal",
    ):
        return None
    titled = what[0].upper() + what[1:]
    key = found.aliases.get(titled) or (
        load_standing().get(what.lower()) if titled in ("Council", "Assembly") else None
    )
    if key:
        return Identity(_actors(found, (key,)))
    if key := found.index.before(titled, span.start):
        return Identity(_actors(found, (key,)), 0.9, "taken to be the last one named that it fits")
    if key := found.index.anywhere(titled):
        return Identity(_actors(found, (key,)), 0.7, "named only later in the document")
    if key := load_standing().get(what.lower()):
        return Identity(_actors(found, (key,)), 0.7, "not named in the document")
    if " " not in what:
        actor = Actor(key_of(what), what, known=False)
        return Identity((actor,), 0.4, "no antecedent in the document")
    return None


def _government(what: str, span: Span, found: FoundActors) -> Identity | None:
    if what.lower() not in ("government", "governments"):
        return None
    if key := found.index.before("Government", span.start):
        return Identity(_actors(found, (key,)), 0.9, "taken to be the last one named that it fits")
    states = [h.keys[0] for h in found.hits if len(h.keys) == 1 and found.actors[h.keys[0]].kind == "state"]
    if states:
        state = found.actors[max(sorted(set(states)), key=states.count)]
        actor = derive(load_nouns().rows["Government"], state)
        return Identity(
            (found.authority.lookup(actor.name) or actor,), 0.6, "of the State that the document names most"
        )
    return Identity((Actor("government", "Government", known=False),), 0.4, "no antecedent in the document")


def _composed(phrase: str, found: FoundActors) -> Identity | None:
    """Resolves "the Presidents of A and B", "States and organizations" left in one piece."""
    parts = re.split(r",? and (?:the )?|, ", strip_weak(phrase))
    if len(parts) < 2:
        return None
    actors = [found.named(part) for part in parts]
    if all(actors):
        return Identity(tuple(dict.fromkeys(actor for actor in actors if actor)))
    return None


def _narrowed(phrase: str, span: Span, found: FoundActors) -> Identity | None:
    """A name or group with words behind it: "Member States acting under paragraph 3"."""
    outer = without_brackets(phrase)[0]
    cut = _RELATIVE.search(outer)
    while cut:
        base, rest = outer[: cut.start()], outer[cut.start() :].strip(" ,")
        actor = found.named(base)
        if actor:
            return Identity((found.actors.get(actor.key, actor),), 0.9, f"narrowed by “{rest}”")
        cut = _RELATIVE.search(outer, cut.end())
    words = outer.split()
    first = next((h for h in found.hits if span.start <= h.start and h.end <= span.end), None)
    if (
        first
        and words
        and is_head(words[-1])
        and found.actors[first.keys[0]].kind == "state"
        and len(words) <= 6
    ):
        name = strip_weak(outer)
        parent = first.keys[0]
        return Identity(
            (Actor(key_of(name), name, "group", parent=parent, known=False),),
            0.8,
            "not in the authority file",
        )
    return None


def _unknown(phrase: str) -> Identity:
    outer, inside = without_brackets(phrase)
    name = strip_weak(outer) or outer
    short = next((text for text in inside if is_acronym(text)), "")
    head = head_of(name)
    actor = Actor(
        key_of(name),
        short or name,
        "group" if name.islower() and head else "unknown",
        name if short else "",
        known=False,
    )
    if head or name[:1].isupper():
        return Identity((actor,), 0.8, "not in the authority file")
    return Identity((actor,), 0.5, "no word that names an actor")

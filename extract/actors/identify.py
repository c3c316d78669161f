"""Whom a noun phrase stands for: names, groups, pronouns and descriptions of those named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..document import Document, Span
from ..model import Actor
from .derived import derive, hold, load_nouns, load_offices, load_standing
from .find import FoundActors
from .heads import is_head
from .matching import Hit
from .names import head_of, is_acronym, key_of, plain, strip_weak, weak_length, without_brackets
from .pronouns import LOST, actors_of, stand_in
from .references import OUR_OWN

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a noun phrase stands for.

    Attributes:
        actors: Usually one; none where nobody can be meant.
        certainty: 0–1.
        doubt: Why it is less than 1, else empty.
    """

    actors: tuple[Actor, ...]
    certainty: float = 1.0
    doubt: str = ""


#: Characters of a phrase within which its head is looked for.
_FAR = 250
_LAST = "taken to be the last one named that it fits"
_UNKNOWN = "not in the authority file"
#: Lower-case heads that describe a body named before: "the mission".
_SMALL = frozenset(["mission", "committee", "panel", "commission", "operation", "force", "tribunal"])
_HELD = re.compile(r"(?P<office>[\w‑-]+(?: [\w‑-]+){0,2}) of (?=the |its |[A-Z])")
_MEMBERS = re.compile(
    r"(?P<body>[A-Z]\w+(?: of Experts)?) (?P<office>members|staff|experts|Chair|secretariat)"
)
_AND = re.compile(r",? and (?:the )?|, ")
#: Where the words behind a noun phrase's head begin: "Member States | acting under paragraph 3".
_BEHIND = re.compile(
    r",|\s(?:that|which|who|whose|with|without|in|on|at|of|to|for|from|by|under|within|near|other than|acting"
    r"|participating|listed|designated|involved|concerned|operating|responsible|referred|mentioned|having"
    r"|contributing|affected|engaged|present|bordering|neighbouring|including|providing|working|established"
    r"|through|against|wishing|able|capable|identified|named|represented|deployed|authorized|exercising|whether"
    r"|as|described|cooperating|co-operating|contacted|individually|not|thereafter|periodically|during|each"
    r"|after|before|regarding|together|when|where|via|until|upon|signatory|signatories|party|parties)\b"
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
        fits gives an actor of its own, with ``known`` False; words that name nobody do so with
        a certainty below 0.5.
    """
    document: Document = doc.user_data["document"]
    words = document.words(span)
    phrase = plain(words)
    if not phrase:
        return Identity((), 0.0, "no words")
    if stood := stand_in(phrase, span, found, earlier):
        return Identity(*stood)
    return (
        _named(phrase, span, found)
        or _described(phrase, span, found)
        or _held(words, span, doc, found, earlier)
        or _joined(phrase, found)
        or _narrowed(words, span, found)
        or _of_state(phrase, span, found)
        or _unknown(phrase)
    )


def _named(phrase: str, span: Span, found: FoundActors) -> Identity | None:
    """The phrase is a name, or one that the text uses, with nothing left over."""
    hit = _first(span, found)
    if hit and hit.rule != "reference" and hit.start - span.start <= weak_length(phrase):
        rest = without_brackets(phrase[max(0, hit.end - span.start) :])[0].strip(" '\"s)")
        if len(hit.keys) > 1 and not rest:
            return Identity(actors_of(found, hit.keys))
    actor = found.named(phrase)
    if actor is None:
        whole = hit is not None and hit.rule != "reference" and hit.start - span.start <= weak_length(phrase)
        return Identity(actors_of(found, hit.keys)) if hit and whole and not rest else None
    title = next((words for words, key in load_standing().items() if key == actor.key), "")
    if title and actor.kind == "role":
        # A bare title may stand for the holder of an office that the text names in full.
        full = found.index.before(title.title(), span.start)
        if full and full != actor.key and full.startswith(actor.key):
            return Identity(actors_of(found, (full,)), 0.8, "taken to be the one that the text names in full")
    return Identity((found.actors.get(actor.key, actor),))


def _first(span: Span, found: FoundActors) -> Hit | None:
    """The first hit that stands within a span."""
    return next((hit for hit in found.hits_from(span.start) if hit.end <= span.end), None)


def _described(phrase: str, span: Span, found: FoundActors) -> Identity | None:
    """Resolves "the Committee", "the Mission", "this Panel": the last one named that it fits."""
    what = strip_weak(without_brackets(phrase)[0])
    head = head_of(what)
    if not head or len(what.split()) > 5 or (phrase == what and not what[0].isupper()):
        return None
    if what in ("Government", "government", "Governments"):
        return _government(span, found)
    row = load_nouns().rows.get(what)
    if row and row.kind == "role" and found.state and not found.index.before(what, span.start):
        actor = derive(row, found.authority.actors[found.state])
        return Identity((actor,), 0.6, "taken to be that of the State which the document names most")
    office = load_offices().rows.get(what)
    if office and office.kind == "role" and what[0].isupper() and not found.aliases.get(what):
        if body := _last_body(span, found):
            return Identity(
                (hold(office, body),), 0.6, f"taken to be that of the {body.name}, last named before"
            )
        return Identity((Actor(key_of(what), what, "role", known=False),), 0.4, LOST)
    titled = what[0].upper() + what[1:]
    if titled == what or head in _SMALL:
        if key := found.aliases.get(titled):
            return Identity(actors_of(found, (key,)))
        if titled in OUR_OWN:
            return Identity(actors_of(found, (load_standing()[what.lower()],)))
        if key := found.index.before(titled, span.start):
            return Identity(actors_of(found, (key,)), 0.9, _LAST)
        if keys := found.index.cited(titled):
            certainty = 0.8 if len(keys) == 1 else 0.5
            return Identity(_of(found, keys[0]), certainty, "set up by a resolution that the document cites")
        if key := found.index.anywhere(titled):
            return Identity(actors_of(found, (key,)), 0.7, "named only later in the document")
        if key := load_standing().get(what.lower()):
            return Identity(actors_of(found, (key,)), 0.7, "not named in the document")
        if " " not in what:
            return Identity((Actor(key_of(what), what, known=False),), 0.4, LOST)
    return None


def _last_body(span: Span, found: FoundActors) -> Actor | None:
    """The committee, mission or tribunal last named before a span."""
    for hit in reversed(found.hits_before(span.start)):
        actor = found.actors[hit.keys[0]]
        if actor.kind in ("committee", "mission") or head_of(actor.full_name or actor.name) == "tribunal":
            return actor
    return None


def _of(found: FoundActors, key: str) -> tuple[Actor, ...]:
    return (found.index.actors[key],)


def _government(span: Span, found: FoundActors) -> Identity:
    """The Government last named, else that of the State that the document names most."""
    if key := found.index.before("Government", span.start):
        return Identity(actors_of(found, (key,)), 0.9, _LAST)
    if found.state:
        actor = derive(load_nouns().rows["Government"], found.authority.actors[found.state])
        actor = found.authority.lookup(actor.name) or actor
        return Identity((actor,), 0.6, "taken to be that of the State which the document names most")
    return Identity((Actor("government", "Government", "organ", known=False),), 0.4, LOST)


def _held(
    words: str, span: Span, doc: Doc, found: FoundActors, earlier: Sequence[tuple[str, ...]]
) -> Identity | None:
    """Resolves "the Chair of the Committee", "Council members": an office in whoever the rest stands for."""
    start = weak_length(words)
    if match := _MEMBERS.fullmatch(words, start):
        row, body = load_offices().rows.get(match["office"]), match.span("body")
    elif match := _HELD.match(words, start):
        row, body = load_offices().rows.get(match["office"]), (match.end(), len(words))
    else:
        return None
    if row is None:
        return None
    whose = identify(Span(span.start + body[0], span.start + body[1]), doc, found, earlier)
    if match.re is _MEMBERS:
        whose = _described(match["body"], span, found) or whose
    if not whose.actors or not whose.actors[0].known:
        return None
    return Identity(tuple(hold(row, actor) for actor in whose.actors), whose.certainty, whose.doubt)


def _joined(phrase: str, found: FoundActors) -> Identity | None:
    """Resolves "States and regional organizations" where it was left in one piece."""
    parts = _AND.split(strip_weak(phrase))
    actors = [found.named(part) for part in parts]
    if len(parts) > 1 and all(actors):
        return Identity(tuple(dict.fromkeys(actor for actor in actors if actor)))
    return None


def _narrowed(words: str, span: Span, found: FoundActors) -> Identity | None:
    """A name or group with words behind it: "Member States acting under paragraph 3"."""
    for cut in _BEHIND.finditer(words, 0, _FAR):
        base, rest = plain(words[: cut.start()]), plain(words[cut.start() :])
        if not base:
            continue
        actor = found.named(base)
        if actor:
            return Identity((found.actors.get(actor.key, actor),), 0.9, f"narrowed by “{rest}”")
        meant = _described(base, span, found)
        if meant and meant.actors[0].known:
            return Identity(meant.actors, min(0.8, meant.certainty), f"narrowed by “{rest}”")
    return None


def _of_state(phrase: str, span: Span, found: FoundActors) -> Identity | None:
    """A group named by a State that the data have no row for: "Lebanese militias and leaders"."""
    hit = _first(span, found)
    words = strip_weak(without_brackets(phrase)[0]).split()
    if hit and words and is_head(words[-1]) and len(words) <= 6:
        state = actors_of(found, hit.keys)[0]
        if state.kind == "state":
            name = " ".join(words)
            return Identity((Actor(key_of(name), name, "group", "", state.key, False),), 0.8, _UNKNOWN)
    return None


def _unknown(phrase: str) -> Identity:
    """An actor of its own for a phrase that nobody known fits."""
    outer, inside = without_brackets(phrase)
    name = strip_weak(outer) or outer or phrase
    short = next((text for text in inside if is_acronym(text)), "")
    head = head_of(name)
    kind = "group" if name.islower() and head else "unknown"
    actor = Actor(key_of(name), short or name, kind, name if short else "", known=False)
    if head or name[:1].isupper():
        return Identity((actor,), 0.8, _UNKNOWN)
    return Identity((actor,), 0.3, "no word in it names an actor")

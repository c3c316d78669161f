"""Content negotiation: which form of an answer a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .problems import Problem


@dataclass(frozen=True, slots=True)
class Offer:
    """A form that an answer can take.

    Attributes:
        kind: What the program calls it: a key of ``queries.formats.FORMATS`` where there is one.
        media_type: Its own type.
        aliases: Types that it may be asked for by, beside its own.
        suffix: The end of an address that asks for it; empty where none does.
    """

    kind: str
    media_type: str
    aliases: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """All types that it may be asked for by."""
        return (self.media_type, *self.aliases)


@dataclass(frozen=True, slots=True)
class Form:
    """The form that was agreed on.

    Attributes:
        kind: Of the offer.
        media_type: What to call it to this client.
    """

    kind: str
    media_type: str

    @property
    def content_type(self) -> str:
        """The value of the header."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


#: Forms of the answer to a SELECT or an ASK, the preferred one first.
TABLES = (
    Offer("json", "application/sparql-results+json", ("application/json",)),
    Offer("xml", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Offer("csv", "text/csv"),
    Offer("tsv", "text/tab-separated-values"),
)
#: Forms of triples, the preferred one first.
TRIPLES = (
    Offer("turtle", "text/turtle", ("application/x-turtle", "application/turtle"), ".ttl"),
    Offer("ntriples", "application/n-triples", ("text/plain",), ".nt"),
    Offer("jsonld", "application/ld+json", ("application/json",), ".jsonld"),
    Offer("rdfxml", "application/rdf+xml", ("application/xml", "text/xml"), ".rdf"),
)
HTML = Offer("html", "text/html", ("application/xhtml+xml",))
JSON = Offer("json", "application/json", ("application/problem+json",))

_RANGE = re.compile(r"[ \t]*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)[ \t]*(?:;(.*))?", re.DOTALL)
_QUALITY = re.compile(r"[ \t]*q[ \t]*=[ \t]*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*", re.IGNORECASE)


def choose(accept: str | None, offers: Sequence[Offer]) -> Form | None:
    """The form that suits a client best.

    Among forms that suit it equally, the one that it names most exactly, then the one that it names
    first, then the one that is offered first.

    Args:
        accept: The header; None or an empty one takes anything.
        offers: What there is.

    Returns:
        The form; None where the client takes none of them.
    """
    ranges = _ranges(accept or "*/*")
    best: tuple[float, int, int, int] = (0.0, 0, 0, 0)
    found = None
    for rank, offer in enumerate(offers):
        for media_type in offer.types:
            quality, exact, place = _suits(media_type, ranges)
            score = (quality, exact, -place, -rank)
            if quality > 0 and (found is None or score > best):
                best, found = score, Form(offer.kind, media_type)
    return found


def required(accept: str | None, offers: Sequence[Offer]) -> Form:
    """As ``choose``, for what cannot do without.

    Raises:
        Problem: The client takes none of them.
    """
    return choose(accept, offers) or refuse(offers)


def refuse(offers: Sequence[Offer]) -> Form:
    """Says what is on offer.

    Raises:
        Problem: Always.
    """
    listed = ", ".join(offer.media_type for offer in offers)
    raise Problem("no form that you accept is on offer", code=406, remedy=f"accept one of {listed}")


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    """Type, subtype and quality of each range of a header; what is malformed is left out."""
    found = []
    for part in accept.split(","):
        matched = _RANGE.fullmatch(part)
        if matched:
            quality = 1.0
            for parameter in (matched[3] or "").split(";"):
                if weight := _QUALITY.fullmatch(parameter):
                    quality = float(weight[1])
            found.append((matched[1].lower(), matched[2].lower(), quality))
    return found


def _suits(media_type: str, ranges: Sequence[tuple[str, str, float]]) -> tuple[float, int, int]:
    """How well a type suits: the quality of the most exact range, how exact that is, and its place."""
    kind, _, subtype = media_type.partition("/")
    best = (0.0, -1, 0)
    for place, (one, other, quality) in enumerate(ranges):
        exact = 2 if (one, other) == (kind, subtype) else 1 if (one, other) == (kind, "*") else 0
        if not exact and (one, other) != ("*", "*"):
            continue
        if exact > best[1]:
            best = (quality, exact, place)
    return best

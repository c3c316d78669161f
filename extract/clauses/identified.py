"""Identification: the addressees and targets of acts, from the phrases that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from ..actors.authority import load_authority
from ..actors.find import FoundActors
from ..actors.identify import Identity, identify
from ..document import Document
from ..model import Actor, Addressee, Target
from .grammar import grammar
from .phrases import Phrase

#: How participles end: "those concerned".
_PARTICIPLES = ("ed", "ing")
#: How sure it is that "those in the region" are some of those just named, and no others.
_SOME_OF = 0.9


class Identifier:
    """Says whom the phrases of one document mean; pronouns mean those asked before."""

    def __init__(self, doc: Doc, actors: FoundActors) -> None:
        self._doc = doc
        self._document: Document = doc.user_data["document"]
        self._actors = actors
        self._earlier: list[tuple[str, ...]] = []
        self._new: dict[str, Actor] = {}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All that were identified so far, each once, in the order of the text."""
        return tuple(self._new.values())

    def is_known(self, phrase: Phrase) -> bool:
        """Whether a phrase means somebody in the authority file."""
        return any(actor.known for actor in self._identity(phrase).actors)

    def addressees(self, phrases: Iterable[Phrase], doubt: str) -> tuple[Addressee, ...]:
        """Identifies the addressees of the next act of the text.

        Args:
            phrases: Who is asked, as printed.
            doubt: Why they are not certain to be the asked, or empty.

        Returns:
            An addressee a phrase, several for one that lists names. One without actors for a
            pronoun that stands for nobody whom the document names.
        """
        found: list[Addressee] = []
        for phrase in phrases:
            if found and _is_bare(self._document.words(phrase.span)):
                found.append(self._members(phrase, found[-1]))
            else:
                found += self._addressees(phrase, doubt)
        if keys := tuple(dict.fromkeys(key for a in found for key in a.actors)):
            self._earlier.append(keys)
        return tuple(found)

    def targets(self, phrases: Iterable[Phrase]) -> tuple[Target, ...]:
        """Identifies the targets of an act, each wording once; phrases that mean nobody are left out."""
        found: dict[str, Target] = {}
        for phrase in phrases:
            text = self._document.words(phrase.span)
            keys = tuple(actor.key for actor in self._kept(phrase).actors) or self._state(text)
            if keys:
                found.setdefault(text, Target(keys, phrase.span, text))
        return tuple(found.values())

    def _state(self, adjective: str) -> tuple[str, ...]:
        """Key of the State whose adjective a word is: "the Israeli incursions"."""
        state = load_authority().state(adjective)
        if state is None:
            return ()
        self._new.setdefault(state.key, state)
        return (state.key,)

    def _addressees(self, phrase: Phrase, doubt: str) -> list[Addressee]:
        identity = self._kept(phrase)
        keys = tuple(actor.key for actor in identity.actors)
        text = self._document.words(phrase.span)
        if not text.strip():
            return []
        doubt = identity.doubt or doubt
        addressee = Addressee(keys, phrase.span, text, phrase.via, identity.certainty, doubt)
        if len(keys) > 1 and _lists_names(text):
            return [replace(addressee, actors=(key,)) for key in keys]
        return [addressee]

    def _members(self, phrase: Phrase, of: Addressee) -> Addressee:
        """Some of those just named: "all States, in particular those in the region"."""
        text = self._document.words(phrase.span)
        certainty = min(of.certainty, _SOME_OF)
        return Addressee(of.actors, phrase.span, text, phrase.via, certainty, f"some of “{of.text}”")

    def _kept(self, phrase: Phrase) -> Identity:
        identity = self._identity(phrase)
        for actor in identity.actors:
            self._new.setdefault(actor.key, actor)
        return identity

    def _identity(self, phrase: Phrase) -> Identity:
        return identify(phrase.span, self._doc, self._actors, self._earlier)


def _is_bare(phrase: str) -> bool:
    """Whether "those" has no noun: "those in the region", "those concerned", not "those armed groups"."""
    match re.findall(r"\w+", phrase.lower()):
        case ["those"]:
            return True
        case ["those", str(following), *_]:
            return following in grammar().behind_those or following.endswith(_PARTICIPLES)
        case _:
            return False


def _lists_names(phrase: str) -> bool:
    """Whether a phrase names several one by one, and does not stand for several named before."""
    first, *rest = phrase.lower().split()
    if first in grammar().stand_in or any("mentioned" in word for word in rest):
        return False
    return "and" in rest

"""Lists of actors, split into one phrase an actor.

"UNODC and other relevant United Nations entities, including UNHCR, and other international and
regional bodies" are four. What joins two actors also joins two adjectives ("international and
regional bodies") and stands inside names ("Bosnia and Herzegovina"), so a joint splits only where
the words on both sides can each be an actor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..document import Span
from .grammar import grammar
from .joints import INCLUDING, Part, parts_of
from .landmarks import Landmarks
from .nouns import ends_actor, is_actor, is_numbers, trimmed
from .words import Word, lowers

#: What Israel is called besides in the territories that it holds.
_POWER = ["the", "occupying", "power"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One actor as printed; ``via`` is ``including`` for a member singled out of a group."""

    span: Span
    via: str = ""


def actor_phrases(region: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Splits the words of a list of actors into one phrase each.

    Args:
        region: The words between the verb that asks and what is asked.
        marks: Where the document names actors, and where a qualifier or a time ends a phrase.

    Returns:
        The phrases in the order of the text; empty where the words hold no actor.
    """
    if any(word.lower in grammar().anaphor for word in region[:3]):
        return _mentioned(region, marks)
    splitter = _Splitter(marks)
    parts = parts_of(region, marks)
    for place, part in enumerate(parts):
        splitter.take(part, closing=_closes_list(parts, place))
    return splitter.phrases()


def _mentioned(region: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Several named before, with those singled out: "all the above-mentioned bodies, in particular X"."""
    parts = parts_of(region, marks)
    singled = next((i for i, part in enumerate(parts) if part.joint.startswith(INCLUDING)), None)
    parts = parts[:singled]
    end = parts[-1].words[-1].end if parts else 0
    whole = trimmed([word for word in region if word.end <= end], marks)
    if whole is None:
        return ()
    behind = [word for word in region if word.start > end]
    others = actor_phrases(behind, marks) if singled else ()
    return (Phrase(whole), *others)


def _closes_list(parts: Sequence[Part], place: int) -> bool:
    """Whether from a part on one list alone can follow: "the industry, | the insurers and the press"."""
    rest = parts[place:]
    if len(rest) < 2 or rest[-1].joint not in ("and", ", and"):
        return False
    return all(part.joint == "," for part in rest[:-1])


def actor_list(region: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """As ``actor_phrases``, but empty unless the first phrase can be an actor."""
    phrases = actor_phrases(region, marks)
    return phrases if phrases and is_actor(words_in(region, phrases[0]), marks) else ()


def words_in(region: Sequence[Word], phrase: Phrase) -> list[Word]:
    """Those of some words that a phrase holds."""
    return [word for word in region if phrase.span.start <= word.start and word.end <= phrase.span.end]


def _is_thing(words: Sequence[Word]) -> bool:
    """Whether what is left behind "including" names no actor: "measures to …", "involved in …"."""
    classes = grammar()
    if words[0].lower in classes.postpositive:
        return True
    core = next((i for i, word in enumerate(words) if i and word.lower in classes.core_end), len(words))
    noun = words[core - 1]
    abstract = noun.lower.endswith(tuple(classes.abstract_ending))
    return noun.lower in classes.purposeful or (noun.text.islower() and abstract)


def _can_be_left(words: Sequence[Word]) -> bool:
    """Whether words can be somebody though no noun of actors ends them: neither numbers nor "(a) of …"."""
    return words[0].text != "(" and not is_numbers(words)


class _Splitter:
    """Takes the parts of a list one by one, and keeps what is not yet an actor for the next one."""

    def __init__(self, marks: Landmarks) -> None:
        self._marks = marks
        self._found: list[Phrase] = []
        self._open_ended = False  # whether the last phrase runs to its part's end, so that more may join it
        self._last: Sequence[Word] = ()  # the words of the last phrase
        self._via = ""
        self._aside = False  # inside a phrase of manner: "in close cooperation with UNODC and …"
        self._limits = False  # …that tells a limit, and names nobody: "within existing resources"
        self._aside_lists = False  # …that is itself a list with commas
        self._partners = False  # …that names those with whom to act
        self._both = False  # inside "all banks, both those on the coast and others"
        self._pending = Part("")  # words that are no actor without the next part: "international"

    def take(self, part: Part, *, closing: bool = False) -> None:
        """Takes the next part of the list; ``closing`` where only one list goes on from it to the end."""
        if part.joint.startswith(INCLUDING):
            self._via, self._aside = INCLUDING, False
        if self._is_apposition(part):
            return
        if self._asks_again(part):
            part = Part(part.joint, part.words[1:])
        if self._partners and closing and part.joint == ",":
            self._aside_lists = True
            return  # "in cooperation with the industry, | the insurers | and the Organization, to …"
        if self._is_aside(part):
            return
        if self._goes_on(part):
            return
        if self._pending.words and part.joint.startswith(",") and self._begins_anew(part):
            self._extend(self._pending.words)
            self._pending = Part("")
        joint = self._pending.joint if self._pending.words else part.joint
        words = self._pending.words + part.words
        self._pending = Part("")
        if not is_actor(words, self._marks):
            self._pending = Part(joint, words)
            return
        if self._via and part.joint in (",", ", and", ", as well as", "as well as") and _resumes(words):
            self._via = ""
        self._add(words)

    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases, with what is left over joined to the last or told apart from it."""
        left = self._pending
        span = trimmed(left.words, self._marks) if left.words and _can_be_left(left.words) else None
        if span is None or (self._via and left.words[-1].lower in grammar().instrument_noun):
            return tuple(self._found)
        bare = left.words[0].lower not in grammar().determiner
        joins = self._open_ended and bare
        inside = left.joint in ("and", "or") or (left.joint == "," and self._ends_inside())
        common = bare and inside and left.words[0].text[0].islower()
        if not self._found or (self._via and (self._open_ended or left.joint != "and") and not common):
            thing = bool(self._via) and _is_thing(left.words)
            return tuple(self._found) if thing else (*self._found, Phrase(span, self._via))
        if joins:
            self._extend(left.words)
        return tuple(self._found)

    def _ends_inside(self) -> bool:
        """Whether the last phrase ends with "of residence", so that "nationality" may go on from that."""
        return len(self._last) > 1 and self._last[-2].lower in grammar().before_member

    def _is_apposition(self, part: Part) -> bool:
        """Whether a part says more of the one before: "the Mediation, | led by Mr. Berg, | and the Board"."""
        if not self._found or part.joint != ",":
            return False
        return part.words[0].lower in grammar().telling_more or lowers(part.words) == _POWER

    def _asks_again(self, part: Part) -> bool:
        """Whether the preposition of the asked is said again: "appeals to the States and | to all others"."""
        first, *rest = part.words
        again = (
            bool(self._found) and part.joint.endswith(("and", "as")) and first.lower in grammar().asked_again
        )
        return again and bool(rest) and is_actor(rest, self._marks)

    def _goes_on(self, part: Part) -> bool:
        """Whether a part goes on inside the last phrase: "States of victims | and perpetrators"."""
        first = part.words[0]
        if self._pending.words or not self._open_ended or part.joint not in ("and", "or"):
            return False
        if self._last and self._last[-1].lower in grammar().adjective_alone and first.lower != "the":
            self._extend(part.words)  # "the leaders of the existing | and emerging administrations"
            return True
        if (
            len(self._last) < 2
            or self._last[-2].lower not in grammar().before_member
            or self._marks.named(self._last[-1])
        ):
            return False
        if not ends_actor(first) or not first.text[0].islower() or self._marks.named(first):
            return False
        self._extend(part.words)
        return True

    def _begins_anew(self, part: Part) -> bool:
        """Whether a part is a member of the list by itself, and needs none of the words before it."""
        determined = part.words[0].lower in grammar().determiner
        return bool(self._found) and self._open_ended and determined and is_actor(part.words, self._marks)

    def _extend(self, words: list[Word]) -> None:
        """Adds words to the last phrase."""
        span = trimmed(words, self._marks)
        if span is not None:
            last = self._found[-1]
            self._found[-1] = Phrase(Span(last.span.start, span.end), last.via)
            self._last = words

    def _is_aside(self, part: Part) -> bool:
        """Whether a part belongs to a phrase of manner, which names nobody who is asked."""
        further = " ".join(lowers(part.words[:2])) in grammar().aside_opener
        if not self._pending.words and (further or self._opens_manner(part.words[0])):
            self._via = "" if part.joint.startswith(INCLUDING) else self._via
            self._partners = not self._partners and "with" in lowers(part.words[:4])
            # "with assistance, as appropriate, from all agencies, | offices": an aside in an aside
            self._limits = part.words[0].lower in grammar().limiting and (self._limits or not self._aside)
            self._aside, self._aside_lists = True, False
            return True
        if not self._aside:
            return False
        if part.joint in ("and", "or"):
            return True
        if self._limits and part.joint.startswith(",") and is_actor(part.words, self._marks):
            self._aside = False  # "the Mission, within existing resources, | Member States and the parties"
            return False
        if part.joint == "," and part.words[0].lower not in grammar().determiner:
            self._aside_lists = True
            return True
        if part.joint.startswith(", ") and self._aside_lists:
            return True
        self._aside = False
        return False

    def _opens_manner(self, word: Word) -> bool:
        if self._marks.named(word):
            return False
        classes = grammar()
        return (
            word.lower in classes.manner_opener
            or word.lower in classes.phrase_end
            or self._marks.limits_at(word)
        )

    def _add(self, words: list[Word]) -> None:
        span = trimmed(words, self._marks)
        if span is not None:
            self._found.append(Phrase(span, self._via))
            self._open_ended = span.end == words[-1].end
            self._last = words


def _resumes(words: list[Word]) -> bool:
    """Whether a phrase after "including X" goes back to the list: "and other bodies"."""
    return words[0].lower in grammar().list_resumption and not words[0].text.isupper()

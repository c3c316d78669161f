"""How a verb group is read off the words of a clause.

A group is a head ("calls", "taking", "concerned"), what belongs to it ("upon", "note of", "its deep
concern") and adverbs before, inside and after it ("Calls once again upon", "Notes with concern").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .verbs import Complement, Form, Verb, lexicon
from .verbs import Reading as Head

#: Words between the parts of a group that a set-off phrase may have ("Calls, in view of …, upon").
_INSERTION = 30
_LINKS = frozenset({"of", "at", "over", "about", "by", "with", "for", "on", "in", "regarding"})
_DETERMINERS = frozenset({"its", "the", "their", "his", "a", "an"})
#: Words before which "further" is an adverb.
_FUNCTION_WORDS = (
    _LINKS
    | _DETERMINERS
    | {
        "that",
        "to",
        "upon",
        "all",
        "this",
        "these",
        "those",
        "such",
        "any",
        "each",
        "both",
        "and",
        "as",
        "from",
        "into",
        "member",
        "states",
        "parties",
        "in",
        "when",
        "how",
        "whether",
        "other",
        "relevant",
        "every",
    }
)
#: Last words of phrases that a comma may follow: "Notes in this regard, that".
_SET_OFF = frozenset({"regard", "context", "respect", "connection", "end"})
#: Last words of the names of bodies, whose feeling is told as somebody's.
_BODIES = frozenset({"council", "assembly", "commission", "committee", "conference", "board"})
_BEING = frozenset({"being", "is"})


class Group(NamedTuple):
    """A verb group among the words: ``start`` to ``end`` is printed as the verb.

    What hangs on the verb begins at ``rest``: behind set-off adverbs and a linking preposition.
    """

    verb: Verb
    form: Form
    start: int
    end: int
    rest: int


def modifier_at(words: Sequence[str], i: int, end: int) -> int:
    """Where the modifier that begins at ``i`` ends; ``i`` when none does."""
    lex = lexicon()
    if i >= end:
        return i
    for phrase in lex.modifiers.get(words[i], ()):
        j = i + len(phrase)
        if j <= end and tuple(words[i:j]) == phrase:
            return j
    if words[i] in ("with", "without"):
        j = i + 1
        while j < end and (words[j] in lex.intensities or words[j] in ("the", "and")):
            j += 1
        if j < end and words[j] in lex.manners:
            # "with concern and dismay"
            if j + 2 < end and words[j + 1] == "and" and words[j + 2] in lex.manners:
                return j + 3
            return j + 1
    return i


def modifier_before(words: Sequence[str], i: int, start: int) -> int:
    """Where the modifier that ends before ``i`` begins; ``i`` when none does."""
    lex = lexicon()
    if i <= start:
        return i
    for phrase in lex.closers.get(words[i - 1], ()):
        j = i - len(phrase)
        if j >= start and tuple(words[j:i]) == phrase:
            return j
    return i


def skip_modifiers(words: Sequence[str], i: int, end: int, *, set_off: bool = True) -> int:
    """Behind all modifiers from ``i`` on, and those between commas (", in this context,")."""
    while True:
        j = modifier_at(words, i, end)
        if j == i and set_off and i < end and words[i] == ",":
            j = modifier_at(words, i + 1, end)
            j = j + 1 if j > i + 1 and j < end and words[j] == "," else i
        if j == i:
            return i
        i = j


def group_at(words: Sequence[str], i: int, end: int) -> Group | None:
    """Reads the verb group whose head (or "being", "having", "continues to") begins at ``i``.

    Args:
        words: Words in lower case, punctuation apart.
        i: Where the group may begin, adverbs before it apart.
        end: Where the clause's paragraph ends.

    Returns:
        The group with most words that fits, or None.
    """
    word = words[i]
    if word == "having":
        found = _best(words, skip_modifiers(words, i + 1, end), end, (Form.PAST,))
        if found:
            return found._replace(start=i)
    elif word in _BEING:
        found = _best(words, skip_modifiers(words, i + 1, end), end, (Form.ADJECTIVE,))
        if found:
            form = Form.PARTICIPLE if word == "being" else Form.THIRD
            return found._replace(start=i, form=form)
    elif word in ("continues", "continuing"):
        j = skip_modifiers(words, i + 1, end)
        if j < end and words[j] == "to":
            j = skip_modifiers(words, j + 1, end)
            found = _best(words, j, end, (Form.THIRD,), lexicon().bases)
            if found is None and j < end and words[j] == "be":
                found = _best(words, skip_modifiers(words, j + 1, end), end, (Form.ADJECTIVE,))
            if found:
                form = Form.THIRD if word == "continues" else Form.PARTICIPLE
                return found._replace(start=i, form=form)
    return _best(words, i, end, (Form.THIRD, Form.PARTICIPLE, Form.ADJECTIVE))


def plural_at(words: Sequence[str], i: int, end: int) -> Group | None:
    """Reads a group in the plural, as after "resolutions …, which": "express concern", "call upon"."""
    return _best(words, i, end, (Form.THIRD,), lexicon().bases)


def _best(
    words: Sequence[str],
    i: int,
    end: int,
    forms: Sequence[Form],
    heads: Mapping[str, tuple[Head, ...]] | None = None,
) -> Group | None:
    if i >= end:
        return None
    for reading in (lexicon().heads if heads is None else heads).get(words[i], ()):
        if reading.form in forms:
            group = _complete(words, i, end, reading)
            if group:
                return group
    return None


def _complete(words: Sequence[str], i: int, end: int, reading: Head) -> Group | None:
    """The group with the head at ``i``, when all that the reading asks for is there."""
    j = i + len(reading.words)
    if tuple(words[i:j]) != reading.words:
        return None
    if reading.verb.nouns:
        noun = _noun(words, j, end, reading.verb)
        if noun is None:
            return None
        j = _second_noun(words, noun, end) if reading.verb.act.startswith("express ") else noun
    elif reading.tail:
        tail = _tail(words, j, end, reading.tail)
        if tail is None:
            return None
        j = tail
    behind = skip_modifiers(words, j, end, set_off=False)
    printed = _without_adjective(words, j, behind, end)
    rest = printed if printed < behind else skip_modifiers(words, printed, end)
    if words[rest - 1 : rest] == [","]:
        printed = rest - 1
    elif rest == printed > j and words[rest : rest + 1] == [","] and words[rest - 1] in _SET_OFF:
        rest += 1
    linking = not reading.tail or reading.verb.act.startswith("remain ")
    if rest < end and words[rest] in _LINKS and linking:
        rest += 1
    if reading.before and not any(_follows(words, rest, end, phrase) for phrase in reading.before):
        return None
    return Group(reading.verb, reading.form, i, printed, rest)


def _follows(words: Sequence[str], i: int, end: int, phrase: Sequence[str]) -> bool:
    """Whether a phrase follows, adverbs between its words: "to remain | actively and fully | seized"."""
    for wanted in phrase:
        while i < end and words[i] != wanted and (words[i].endswith("ly") or _joins_adverbs(words, i, end)):
            i += 1
        if i >= end or words[i] != wanted:
            return False
        i += 1
    return True


def _joins_adverbs(words: Sequence[str], i: int, end: int) -> bool:
    return words[i] == "and" and words[i - 1].endswith("ly") and i + 1 < end and words[i + 1].endswith("ly")


def _without_adjective(words: Sequence[str], j: int, printed: int, end: int) -> int:
    """Takes back a last "further" that goes with a noun: "Welcomes further briefings"."""
    if printed > j and words[printed - 1] == "further" and printed < end:
        following = words[printed]
        if following[0].isalpha() and following not in _FUNCTION_WORDS:
            return printed - 1
    return printed


def _tail(words: Sequence[str], j: int, end: int, tail: tuple[str, ...]) -> int | None:
    """Behind the words of the tail, with modifiers and adjectives between them."""
    lex = lexicon()
    for place, wanted in enumerate(tail):
        if j < end and words[j] != wanted:
            k = skip_modifiers(words, j, end)
            while k < end and words[k] in lex.intensities and words[k] != wanted:
                k += 1
            if k < end and words[k] != wanted and place == 0 and words[j] == ",":
                k = _behind_insertion(words, j, end, wanted)
            j = k
        if j >= end or words[j] != wanted:
            return None
        j += 1
    return j


def _behind_insertion(words: Sequence[str], j: int, end: int, wanted: str) -> int:
    """Where ``wanted`` stands behind a phrase between commas that begins at ``j``."""
    for k in range(j + 2, min(end, j + _INSERTION)):
        if words[k] in (";", ":"):
            break
        if words[k] == wanted and words[k - 1] == ",":
            return k
    return j


def _second_noun(words: Sequence[str], j: int, end: int) -> int:
    """Behind a second feeling: "solidarity with and compassion for", "its concern and its regret"."""
    lex = lexicon()
    link = j < end and (words[j] in _LINKS or words[j] == "to")
    k = j + 1 if link else j
    if k >= end or words[k] != "and":
        return j
    k += 1
    while k < end and (words[k] in lex.intensities or words[k] in _DETERMINERS):
        k += 1
    if k >= end or words[k] not in lex.feelings:
        return j
    k += 1
    return k + 1 if link and k < end and (words[k] in _LINKS or words[k] == "to") else k


def _noun(words: Sequence[str], j: int, end: int, verb: Verb) -> int | None:
    """Behind the noun of "its deep and continuing concern", when it is one of the verb's."""
    lex = lexicon()
    while j < end:
        if words[j] in verb.nouns:
            told = verb.complement is Complement.ADDRESSEE and words[j + 1 : j + 2] == ["of"]
            return None if told else j + 1
        k = modifier_at(words, j, end)
        if k == j and words[j + 1 : j + 2] == ["’s"] and words[j] in _BODIES:
            k = j + 2  # "expresses the Council’s intention", "reiterates the Council’s readiness"
        if k == j and words[j] == "security":
            k = j + 1
        if k == j and words[j] == ",":
            k = j + 1 if modifier_at(words, j + 1, end) > j + 1 or words[j - 1] in lex.intensities else j
            if k == j and modifier_before(words, j, 0) < j:
                k = j + 1
        if k == j and (words[j] in lex.intensities or words[j] in _DETERMINERS or words[j] == "and"):
            k = j + 1
        if k == j:
            return None
        j = k
    return None

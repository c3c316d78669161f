"""Noun phrases: whether one can be an actor, and where it ends.

What kind of noun phrase it is shows in the noun before its first preposition or relative ("the
armed | groups | of the region"): a name, a pronoun, or a noun that ``data/heads.toml`` lists.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.heads import is_head
from ..document import Span
from .grammar import grammar
from .landmarks import Landmarks
from .words import Word, find_word, is_adverb, is_relative, lowers, owner_of, span_of

_PARTS = frozenset({"parts", "segments", "sections"})
#: Behind "in" or "at" they tell in what somebody acts, or how, and not who.
_IN_WHOSE = frozenset({"their", "its", "his", "light"})
_IN_THIS = frozenset({"regard", "context", "connection", "respect"})
_QUOTES = "“”‘’\"'"


def is_actor(phrase: Sequence[Word], marks: Landmarks) -> bool:
    """Whether a noun phrase can be an actor.

    Args:
        phrase: Its words; at least one.
        marks: Where the document names actors.

    Returns:
        True for a name, an acronym, a pronoun, and a phrase whose noun is an actor's.
    """
    if _is_no_actor(phrase):
        return False
    core = _core(phrase, marks)
    if core and core[-1].lower in _PARTS:  # "all parts of | the Government", through one "of" alone
        of = find_word(phrase, "of")
        phrase = phrase[of + 1 :] if of is not None and of + 1 < len(phrase) else phrase
        if _is_no_actor(phrase):
            return False
        core = _core(phrase, marks)
    classes = grammar()
    if not core:
        return phrase[0].lower in classes.pronoun
    last = core[-1]
    if owner_of(last):
        return False  # "the Government’s | efforts"
    if marks.named(last) or (ends_actor(last) and not _is_adjective(phrase, last)):
        return True
    if last.lower in classes.pronoun:
        return True  # "them", "all parties and others"
    if last.lower in classes.report and phrase[0].lower in classes.pointing:
        return True  # stands for whoever is asked to report
    return (last.text.isupper() and len(last.text) > 1) or _is_person(core)


def _is_no_actor(phrase: Sequence[Word]) -> bool:
    """Whether the first words of a phrase tell that it is nobody: "(a) of the authorities", "1636 (2005)"."""
    if phrase[0].text == "(" or is_numbers(phrase):
        return True
    in_ing = phrase[0].lower.endswith("ing") and len(phrase) > 1
    return in_ing and phrase[1].lower in grammar().determiner  # "strengthening the Committee"


def _is_person(core: Sequence[Word]) -> bool:
    """Whether somebody is named behind a title: "Judge Anna Berg", "former Vice President Berg"."""
    title = next((i for i, word in enumerate(core) if word.text[0].isupper()), len(core))
    titles = grammar().personal_title
    while title < len(core) - 1 and core[title].lower not in titles and core[title + 1].lower in titles:
        title += 1  # "Vice | President"
    named = title + 1 < len(core) and core[title].lower in titles
    return named and core[title + 1].text[0].isupper() and core[-1].text[0].isupper()


def is_numbers(phrase: Sequence[Word]) -> bool:
    """Whether a phrase holds numbers and joints alone: "1636 (2005), and 751 (1992)"."""
    return all(not word.text[0].isalpha() or word.lower in grammar().list_joint for word in phrase)


def ends_actor(noun: Word) -> bool:
    """Whether a noun can end an actor's name, in whatever case and number it is printed."""
    text = noun.text
    if noun.lower == "troop":
        return False  # "the troop | and police contributing countries"
    titled = text.capitalize()
    return is_head(text) or is_head(titled) or is_head(f"{text}s") or is_head(f"{titled}s")


def _is_adjective(phrase: Sequence[Word], noun: Word) -> bool:
    """Whether a bare singular stands where only an adjective can: "terrorist | and other armed groups"."""
    text = noun.text
    bare = phrase[0].lower not in grammar().determiner and text[0].islower()
    return bare and not (is_head(text) or is_head(text.capitalize()))


def trimmed(phrase: Sequence[Word], marks: Landmarks) -> Span | None:
    """A noun phrase without a trailing relative clause, adverb, manner or time; a participle belongs to it.

    Args:
        phrase: Its words.
        marks: Where the document names actors, and where a qualifier or a time starts.

    Returns:
        The characters that it keeps; None where nothing is left.
    """
    depth = 0
    end = len(phrase)
    for place in range(1, len(phrase)):
        depth += (phrase[place].text == "(") - (phrase[place - 1].text == ")")
        if depth <= 0 and _ends_at(phrase, place, marks):
            end = place
            break
    while end and not marks.named(phrase[end - 1]) and _dangles(phrase[end - 1]):
        end -= 1
    return span_of(phrase[:end]) if end else None


def _core(phrase: Sequence[Word], marks: Landmarks) -> list[Word]:
    """The words of a noun phrase before its first preposition, relative or bracket, determiners left out."""
    classes = grammar()
    core: list[Word] = []
    for place, word in enumerate(phrase):
        lower = word.lower
        if (marks.named(word) and not _is_cut_off(phrase, place, marks)) or (lower == "party" and not core):
            core.append(word)
            continue
        if word.text in _QUOTES:
            continue
        if owner_of(word):  # "the parties’ | full compliance": whose it is, not who
            core.append(word)
            continue
        complete = bool(core) and (_is_noun_of_actor(core[-1], marks) or _stands_alone(phrase, place))
        if (word.text in ",;:" and complete) or lower in classes.singling_out:
            break  # "bilateral, regional and international partners" goes on
        if complete and (lower.endswith("ed") or is_adverb(word)):
            break  # "the parties | identified in the report", "States | individually or together"
        before_noun = not core and lower in classes.postpositive  # "the concerned | countries"
        if before_noun:
            continue
        if lower in classes.core_end or lower in classes.phrase_end or (core and lower == "that"):
            break
        if complete and _opens_clause(phrase, place):
            break
        if lower in classes.determiner and lower not in classes.pronoun:
            continue
        core.append(word)
    while core and core[-1].lower in classes.list_joint:
        core.pop()
    return core


def _is_cut_off(phrase: Sequence[Word], place: int, marks: Landmarks) -> bool:
    """Whether a name ends in the middle of the next word: "armed groups | in | Sudan’s territory"."""
    if phrase[place].lower not in grammar().dangling or place + 1 == len(phrase):
        return False
    return not marks.named(phrase[place + 1])


def _stands_alone(phrase: Sequence[Word], place: int) -> bool:
    """Whether "those" before ``place`` needs no noun: "all those | directly involved in the process"."""
    word = phrase[place]
    behind = is_adverb(word) or word.lower in grammar().postpositive or _opens_clause(phrase, place)
    behind = behind or word.lower == "allied"
    return phrase[place - 1].lower == "those" and behind


def _is_noun_of_actor(word: Word, marks: Landmarks) -> bool:
    """Whether a word is a name, an actor's noun, or a pronoun that cannot go before a noun ("others")."""
    classes = grammar()
    bare = word.lower in classes.pronoun and word.lower not in classes.determiner
    return bare or marks.named(word) or ends_actor(word)


def _ends_at(phrase: Sequence[Word], place: int, marks: Landmarks) -> bool:
    """Whether a noun phrase ends before ``place``: something else starts there."""
    word = phrase[place]
    if marks.continues_name(word) or (marks.named(word) and word.text.isupper()):
        return False  # "the WHO" is nobody's relative
    if word.lower in ("in", "at"):
        match lowers(phrase[place + 1 : place + 3]):
            case [whose, *_] if whose in _IN_WHOSE:
                return True  # "the authorities | in their efforts"
            case ["this" | "that", what] if what in _IN_THIS:
                return True  # "them | in this regard"
    if word.lower == "as" and phrase[place - 1].lower == "known":
        return False  # "the faction known | as the Taliban"
    if marks.limits_at(word) or word.lower in grammar().phrase_end:
        return True
    return word.lower == "that" and is_relative(phrase, place)


def _opens_clause(phrase: Sequence[Word], place: int) -> bool:
    """Whether a word in -ing opens a clause, and is no part of a name ("troop-contributing countries")."""
    classes = grammar()
    lower = phrase[place].lower
    if not lower.endswith("ing") or lower in classes.noun_in_ing:
        return False
    if lower not in classes.adjective_in_ing or place + 1 == len(phrase):
        return True
    return not ends_actor(phrase[place + 1])


def _dangles(word: Word) -> bool:
    """Whether no noun phrase ends with a word. Any word in -ly counts: none of them is a noun's end here."""
    classes = grammar()
    return (
        word.lower in classes.adverb
        or word.lower in classes.dangling
        or word.lower.endswith("ly")
        or word.text in ",;:"
    )

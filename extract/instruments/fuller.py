"""The full names of instruments that a document also calls by fewer words.

"The Peace Accords" of a document that names the "Peace Accords for Angola" are those, and so is "the
Arusha Agreement" where the "Arusha Peace and Reconciliation Agreement for Burundi" is named, whichever
stands first. Where two names go on from the same words, nobody can tell, and each stays what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from .treaties import Title, head_words, is_key_of_table, title_words, word_class

#: Words that may be left out of a name without changing it.
_SMALL = frozenset({"the", "a", "an"})


#: Names in one family above which no short forms are looked for: where so many begin alike, nobody can tell.
_MANY = 50


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of an instrument, in lower case: what stands before its head word, that word, what follows.

    ``size`` is how many words the name has besides its head.
    """

    key: str
    before: tuple[str, ...]
    head: tuple[str, ...]
    after: tuple[str, ...]
    size: int


def fuller_names(titles: Iterable[Title]) -> Mapping[str, tuple[str, str]]:
    """What names stand for that are a shorter form of just one other name of the document.

    Args:
        titles: All that the document names, in any order.

    Returns:
        Keys that are short forms, each with the key and the kind of the full name. A name of the table
        of instruments is never a short form, nor is one of more than 50 that begin alike.
    """
    kinds: dict[str, str] = {}
    families: dict[tuple[str, tuple[str, ...]], list[_Name]] = defaultdict(list)
    for title in titles:
        if not title.bare and title.head and title.key not in kinds:
            kinds[title.key] = title.kind
            name = _name(title)
            if name is not None:
                families[(*name.before, *name.head)[0], name.head].append(name)
    generic = frozenset(word.lower() for word in word_class("generic"))
    found: dict[str, tuple[str, str]] = {}
    for family in families.values():
        if not 1 < len(family) <= _MANY:
            continue
        for short in family:
            longer = [name for name in family if _shortens(short, name, generic)]
            if longer and not is_key_of_table(short.key):
                full = max(longer, key=lambda name: (name.size, name.key))
                if all(name is full or _shortens(name, full, generic) for name in longer):
                    found[short.key] = (full.key, kinds[full.key])
    return found


def _name(title: Title) -> _Name | None:
    """A title cut at its head word; None where its key, from the table, has no such word."""
    words = [word for word in title_words(title.key) if word not in _SMALL]
    table = head_words()
    for at, word in enumerate(words):
        for phrase, row in table.get(word, ()):
            if row.word == title.head and tuple(words[at : at + len(phrase)]) == phrase:
                end = at + len(phrase)
                before, after = _lower(words[:at]), _lower(words[end:])
                return _Name(title.key, before, _lower(phrase), after, len(before) + len(after))
    return None


def _lower(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _shortens(short: _Name, full: _Name, generic: Collection[str]) -> bool:
    """Whether words left out of a name, before its head or at its end, make the short one of it.

    ``generic`` are words that make no name of their own.
    """
    if short.size >= full.size or full.after[: len(short.after)] != short.after:
        return False
    if short.before == full.before:
        return True
    if all(word in generic for word in short.before):  # "the Joint Communiqué" is not any joint one
        return False
    rest = iter(full.before)
    return all(word in rest for word in short.before)

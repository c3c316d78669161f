"""Instruments that share the word for what they are: "the London, Kabul and Tokyo Conference Communiqués"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .treaties import Title, find_listed, heads, title_words, word_class

#: Characters before a head word in which the list of names is looked for.
_REACH = 120
_NAME = r"[A-Z][\w’-]+(?: [IVX]+\b| [A-Z][\w-]+)?"
#: Names of places, and what else the members share: "Kabul and Bonn | Conferences | ".
_NAMES = re.compile(
    rf"(?<![\w-])(?P<names>(?:{_NAME}, ){{0,5}}{_NAME},? and {_NAME}?) "
    r"(?P<shared>(?:Conference|Summit|Peace|Ceasefire)s? )?$"
)
_HEADS = re.compile(r"(?<!\w)(?:Communiqués|Agreements|Accords|Declarations)(?!\w)")
_SINGLE = re.compile(_NAME)


def find_shared(text: str, start: int, end: int) -> Iterator[Title]:
    """The members of such lists in ``text`` from ``start`` to ``end``, in order.

    Each has the words of its own name as its place, and the key that it would have alone.
    """
    for head in _HEADS.finditer(text, start, end):
        row = next(row for row in heads() if row.plural == head.group())
        left = max(start, head.start() - _REACH)
        names = _NAMES.search(text, left, head.start())
        if names is None:
            continue
        shared = (names["shared"] or "").rstrip(" s")
        members = list(_SINGLE.finditer(text, names.start("names"), names.end("names")))
        if not all(_is_place(member.group()) for member in members):
            continue
        for member in members:
            name = " ".join(part for part in (member.group(), shared, row.word) if part)
            known = [title for title in find_listed(name, 0, len(name)) if title.end == len(name)]
            key, kind = (known[0].key, known[0].kind) if known else (name, row.kind)
            yield Title(member.start(), member.end(), key, kind, row.word)


def _is_place(name: str) -> bool:
    """Whether a name can be that of a place: no common word, no abbreviation, no body's."""
    words = title_words(name)
    common = word_class("generic") | word_class("actors") | word_class("no-place")
    return not any(
        word in common or (len(word) > 1 and word.isupper() and set(word) - set("IVX")) for word in words
    )

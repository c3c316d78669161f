"""Second halves: "expresses alarm at the fighting | and grave concern at the number of refugees".

The verb is said once, for two feelings that have an object each. Both are acts; the second is printed
without its verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .groups import Group
from .verbs import Complement, Form, Polarity, Verb, lexicon

#: What links a feeling to what it is about.
_LINKS = frozenset({"at", "over", "about", "regarding", "that", "for", "with", "of", "to"})
#: Good feelings that nobody else has in the object of the first: "its support" may be somebody else's.
_OWN = frozenset({"express appreciation", "express gratitude"})


def half_at(words: Sequence[str], i: int, start: int, end: int, form: Form) -> tuple[Group, int] | None:
    """Reads the second half of what is expressed, if one has its noun at ``i``.

    Args:
        words: The words of the document in lower case.
        i: Where the noun stands.
        start: Where the object of the first half begins.
        end: Where the paragraph ends.
        form: How the verb of the first half stands.

    Returns:
        The group, which begins at its determiner or adjective, and the place of the "and" before it
        (of the comma before that, if there is one). None where the noun belongs to the object.
    """
    verb = _verbs().get(words[i])
    if verb is None or i + 1 >= end or words[i + 1] not in _LINKS:
        return None
    first = i
    while first > start and words[first - 1] in lexicon().intensities:
        first -= 1
    owned = first > start and words[first - 1] == "its"
    first -= owned
    if first <= start + 1 or words[first - 1] != "and":
        return None
    negative = verb.polarity is Polarity.NEGATIVE
    if verb.complement is Complement.SELF:
        fits = owned and words[i + 1] == "to"
    elif owned:
        fits = negative or verb.act in _OWN
    else:
        fits = negative and first < i and words[i + 1] not in ("of", "to", "with")
    if not fits:
        return None
    rest = i + 1 if words[i + 1] in ("that", "to") else i + 2
    joint = first - 1 - (words[first - 2] == ",")
    return Group(verb, form, first, i + 1, min(rest, end - 1)), joint


@cache
def _verbs() -> dict[str, Verb]:
    """The verb "express" for each feeling."""
    return {
        noun: verb
        for verb in lexicon().verbs.values()
        if verb.act.startswith("express ")
        for noun in verb.nouns
    }

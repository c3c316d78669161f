"""Nouns beside verbs: forms such as "requests" that are a noun, and letters, which ask on their own."""

from __future__ import annotations

from collections.abc import Sequence

from .groups import Group
from .joints import Joint, Left
from .verbs import Form, lexicon

#: A noun reading of "requests", "calls", "demands", … shows by what follows it.
_AFTER_NOUN = frozenset(
    {"of", "for", "from", "by", "made", "contained", "received", "submitted", "tendered", "addressed"}
    | {"concerning", "regarding", "and", "or"}
    | {";", ".", ":", ")", "in", "to", "under", "is", "are", "was", "were", "have", "has"}
)
_NOUN_LIKE = frozenset(
    {"requests", "demands", "notes", "supports", "stresses", "regrets", "reminds", "calls", "appeals"}
)
#: What others write to the body, and words within which the noun that an act is about stands.
_LETTERS = frozenset({"letter", "letters", "communication", "communications"})
_NOUN_WITHIN = 3


def is_noun(words: Sequence[str], texts: Sequence[str], group: Group, left: Left) -> bool:
    """Whether the group is a noun: "letters and requests for help", "all States, States of".

    Args:
        words: The words of the paragraph in lower case.
        texts: The same as printed.
        group: The verb group.
        left: What stands before it.
    """
    head = words[group.start]
    if group.form is not Form.THIRD:
        return False
    if texts[group.start][0].isupper() and group.form in group.verb.shy + group.verb.lead:
        return True
    behind = words[group.end] if group.end < len(words) else ""
    if head in _NOUN_LIKE and behind in _AFTER_NOUN:
        beside = words[group.end + 1 : group.end + 2]
        return behind != "and" or not beside or beside[0] not in lexicon().heads
    # "its requests and calls for help"
    return left.joint is Joint.AND and head in _NOUN_LIKE and words[left.at - 1] in _NOUN_LIKE


def is_about_letter(words: Sequence[str], group: Group) -> bool:
    """Whether an act is about what somebody wrote to the body: "Welcoming the letter from the President".

    Args:
        words: The words of the paragraph in lower case.
        group: The verb group of the act.
    """
    return not _LETTERS.isdisjoint(words[group.rest : group.rest + _NOUN_WITHIN])

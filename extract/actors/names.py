"""Names and phrases made comparable: quotes, hyphens, spaces, determiners, keys, heads."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .heads import is_head, load_weak

#: Characters that print the same thing; soft hyphens and marks of direction print nothing.
_SAME = str.maketrans(
    dict.fromkeys("’‘ʼ´`", "'")
    | dict.fromkeys("“”„«»", '"')
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060*_", "")
)
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_SPACE = re.compile(r"\s+")
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
_SPELLED = {
    "organisation": "organization",
    "sub-regional": "subregional",
    "sub regional": "subregional",
    "inter-governmental": "intergovernmental",
    "co-operation": "cooperation",
    "peace-keeping": "peacekeeping",
    "peace-building": "peacebuilding",
    "neighboring": "neighbouring",
    "secretary general": "secretary-general",
    ", and ": " and ",
    ", or ": " or ",
}
_SPELLINGS = re.compile("|".join(_SPELLED))
_OF = re.compile(r",? (?:of|for|in|on|to|against|with|at|under|from|established|created|that|who|which)\b")


def plain(text: str) -> str:
    """The text with straight quotes, plain hyphens, single spaces and no markup."""
    return _SPACE.sub(" ", text.translate(_SAME)).strip(' ,;:."')


def folded(name: str) -> str:
    """A name of several words as the authority file compares it: one case, one spelling."""
    return _SPELLINGS.sub(lambda found: _SPELLED[found[0]], plain(name).casefold())


def key_of(name: str) -> str:
    """A stable key, ``[a-z0-9-]+``, for a name that the authority file lacks.

    Returns:
        The name in lower-case ASCII with hyphens; ``unnamed`` where nothing is left of it.
    """
    text = unicodedata.normalize("NFKD", plain(name).casefold().translate(_LETTERS))
    text = text.replace("'", "").encode("ascii", "ignore").decode()
    return _NOT_KEY.sub("-", text).strip("-") or "unnamed"


def strip_weak(phrase: str) -> str:
    """The phrase without the determiners and weak adjectives before its first strong word."""
    return phrase[weak_length(phrase) :]


def weak_length(phrase: str) -> int:
    """How many characters of determiners and weak adjectives the phrase begins with.

    A phrase of weak words alone keeps its last one: "all" stays "all".
    """
    weak = load_weak()
    at = 0
    while (space := phrase.find(" ", at)) > 0 and phrase[at:space].strip(",").lower() in weak:
        at = space + 1
    return at


def without_brackets(phrase: str) -> tuple[str, tuple[str, ...]]:
    """The phrase without what stands in brackets, and what stands there."""
    inside = tuple(part.strip() for part in _BRACKET.findall(phrase))
    return _BRACKET.sub(" ", phrase).strip(), inside


@cache
def head_of(name: str) -> str:
    """The head noun of a name, in lower case: "committee" of "Committee on the Rights of the Child".

    It is the last word before the first preposition; empty where that word cannot end an actor's name.
    """
    words = _OF.split(plain(without_brackets(name)[0]), maxsplit=1)[0].split()
    word = words[-1] if words else ""
    return word.lower().replace("organisation", "organization") if is_head(word) else ""


def is_acronym(text: str) -> bool:
    """Whether a text looks like an acronym: "CTED", "UN-Women", "AU-HIP", "TGoNU", "T/PCCs"."""
    return (
        1 < len(text) <= 16
        and " " not in text
        and text[0].isupper()
        and sum(c.isupper() for c in text) >= 2
        and all(c.isalnum() or c in "-‑/.'’&" for c in text)
        and not ("/" in text and any(c.isdigit() for c in text))  # the symbol of a document
    )


def fits_acronym(acronym: str, name: str) -> bool:
    """Whether a name can be what an acronym is short for: its letters come in order at word beginnings.

    Small words and inner letters may be used or passed over, as in "MINUSMA" or "INTERPOL"; the
    first letters must agree.
    """
    letters = [c for c in acronym.lower().rstrip("s") if c.isalpha()]
    text = unicodedata.normalize("NFKD", plain(name).lower())
    if not letters or not text or text[0] != letters[0]:
        return False
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True

"""How paragraphs of resolutions begin and end: what a reader sees before understanding a word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon import load_rows


@dataclass(frozen=True, slots=True)
class Words:
    """A row of ``paragraphs.toml``: words that share what they tell about a paragraph."""

    id: str
    why: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


_ROWS = {row.id: row.words for row in load_rows("paragraphs.toml", "words", Words)}
KEPT_HYPHENS = frozenset(_ROWS["kept-hyphens"])
HYPHENED_ENDS = frozenset(_ROWS["hyphened-ends"])

BODY_NAMES = (
    r"(?:Security Council|General Assembly|Economic and Social Council|Human Rights Council|"
    r"Trusteeship Council|Peacebuilding Commission|Commission on [A-Z][A-Za-z ]{2,60}|"
    r"[A-Z][A-Za-z]+(?: (?:of|for|on|and|the|[A-Z][A-Za-z]+)){0,6} "
    r"(?:Council|Assembly|Commission|Conference|Committee|Board))"
)
OPENER = re.compile(rf"[“\"]?The ({BODY_NAMES})\s?[,:.]?\s?[—–-]?$")
OPENER_INLINE = re.compile(rf"[“\"]?The ({BODY_NAMES})(?=[ ,])")

#: The line that says how a resolution was adopted, as scans leave it.
ADOPTED = re.compile(r"(?:Ad[ao]pted|Approved) (?:unanimous(?:ly)?|at|ut|by|without|as|in)\b")

_ADVERBS = (
    r"(?:(?:[A-Z]?[a-z]+ly|[Aa]lso|[Ff]urther|[Ff]urthermore|[Aa]gain|[Oo]nce|[Hh]ereby|[Oo]nce again|"
    r"[Mm]oreover|[Tt]herefore|[Aa]ccordingly|[Tt]hus|[Ii]n this (?:regard|context|connection|respect)|"
    r"[Aa]nd),? )"
)
_PARTICIPLE = re.compile(rf"[“\"]?{_ADVERBS}{{0,3}}(?P<word>[A-Za-z]+(?:ing|ed))\b")
_OPENING = re.compile(rf"[“\"]?(?:{'|'.join(_ROWS['preambular-openings'])})\b")
_NO_PARTICIPLES = frozenset(_ROWS["no-participles"])
_THIRD_PERSON = re.compile(rf"[“\"]?{_ADVERBS}{{0,3}}(?P<word>[A-Za-z][a-z]+s)\b")
_COUNCIL_ACTS = re.compile(
    r"(?:[A-Z]\w+ (?:\w+ ){0,4}|[A-Z]\w+, )?[Tt]he (?:Security Council|Council|General Assembly) "
    r"(?:\w+ly |hereby |also )?(?!has\b|was\b|is\b)[a-z]+s\b|It is (?:hereby )?resolved\b"
)
_NO_VERBS = frozenset(_ROWS["no-operative-verbs"])
_NO_ENDINGS = _ROWS["no-operative-endings"]

ANNEX = re.compile(
    r"(?:ANNEX|Annex|APPENDIX|Appendix|ATTACHMENT|Attachment|Enclosure|ENCLOSURE)"
    r"(?: (?:[IVX]{1,5}|[A-Z]|\d{1,2}))?(?:[.*]{0,2}|\s?[:–—-] ?\S.{0,200})$"
)
SEIZED = re.compile(r"\bremain(?:s|ing)? (?:actively )?seized\b[^.;]{0,60}\.[”\"]?$")
_ENDED = re.compile(
    r"(?:[,;.:!?]|[;,] (?:and|or|and/or)|[,;.:][”’\"')\]]+|[”\"][,;.]|[—–]|\band/or|\b(?:and|or) ?[:;])"
    r"(?:\d{1,3})?(?: ?\[\d{1,3}\]| \d{1,3}){0,3} ?\*{0,3}$"
)
_ENDED_FIRMLY = re.compile(r"(?:[;.:]|[;,] (?:and|or)|[;.:][”’\"')\]]+)(?: ?\d{1,3})?$")
_LEAD_OFF = re.compile(r"(?:[:—–]|\b(?:to|that|by|shall|of|following))(?: ?\d{1,3})?$")


def participle(text: str) -> bool:
    """Whether a text opens as preambular paragraphs do: "Recalling", "Deeply concerned"."""
    if _OPENING.match(text):
        return True
    found = _PARTICIPLE.match(text)
    return bool(found and text.lstrip('“"')[:1].isupper() and found["word"] not in _NO_PARTICIPLES)


def preambular(text: str) -> bool:
    """Whether a text opens as preambular paragraphs alone do: with a verb in -ing, not with a name in -ed."""
    found = _PARTICIPLE.match(text)
    return bool(found and participle(text) and found["word"].endswith("ing"))


def operative(text: str) -> bool:
    """Whether a text opens as operative paragraphs do: "Decides", "Strongly condemns"."""
    if _COUNCIL_ACTS.match(text):
        return True
    found = _THIRD_PERSON.match(text)
    return bool(
        found
        and text.lstrip('“"')[:1].isupper()
        and found["word"] not in _NO_VERBS
        and not found["word"].endswith(_NO_ENDINGS)
    )


def ended(text: str) -> bool:
    """Whether a text ends as paragraphs and items do, with a stop of any kind."""
    return bool(_ENDED.search(text[-20:]))


def ended_firmly(text: str) -> bool:
    """The same without the bare comma, which also ends many lines."""
    return bool(_ENDED_FIRMLY.search(text[-20:]))


def leads_off(text: str) -> bool:
    """Whether a text calls for a list after it."""
    return bool(_LEAD_OFF.search(text[-20:]))


def lower(text: str) -> bool:
    """Whether the first letter is a small one."""
    for char in text[:4]:
        if char.isalpha():
            return char.islower()
    return False

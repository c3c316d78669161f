"""How paragraphs of resolutions begin and end: what a reader sees before understanding a word."""

from __future__ import annotations

import re

BODY_NAMES = (
    r"(?:Security Council|General Assembly|Economic and Social Council|Human Rights Council|"
    r"Trusteeship Council|Peacebuilding Commission|Commission on [A-Z][A-Za-z ]{2,60}|"
    r"[A-Z][A-Za-z]+(?: (?:of|for|on|and|the|[A-Z][A-Za-z]+)){0,6} "
    r"(?:Council|Assembly|Commission|Conference|Committee|Board))"
)
OPENER = re.compile(rf"[“\"]?The ({BODY_NAMES})\s?[,:]?\s?[—–-]?$")
OPENER_INLINE = re.compile(rf"[“\"]?The ({BODY_NAMES})(?=[ ,])")

_ADVERBS = (
    r"(?:(?:[A-Z]?[a-z]+ly|[Aa]lso|[Ff]urther|[Ff]urthermore|[Aa]gain|[Oo]nce|[Hh]ereby|[Oo]nce again|[Mm]oreover|"
    r"[Tt]herefore|[Aa]ccordingly|[Tt]hus|[Ii]n this (?:regard|context|connection|respect)|[Aa]nd),? )"
)
_PARTICIPLE = re.compile(rf"[“\"]?{_ADVERBS}{{0,3}}(?P<word>[A-Za-z]+(?:ing|ed))\b")
_KNOWN = re.compile(
    r"[“\"]?(?:Deeply|Gravely|Seriously|Profoundly|Fully|Bearing|Having|Mindful|Aware|Conscious|Cognizant|"
    r"Anxious|Appalled|Desirous|Eager|Hopeful|Faithful|Confident|Taking|Whereas|In view of|In accordance with|"
    r"In pursuance of|In order to|Pursuant to|With a view to|Further|Also|Being|Once again|Still|"
    r"Particularly|Outraged|Shocked|Struck|Grateful|Resolute|Alarmed|Concerned|Convinced|Determined|Guided)\b"
)
_NOT_PARTICIPLE = frozenset(
    "Beijing King Spring Wing Meeting Building Sterling United Hundred Red Ahmed Mohamed Mohammed Muhammad "
    "Funding Training Housing Banking Shipping Nothing Something Anything Everything During Including Need "
    "According Following".split()
)
_OPERATIVE = re.compile(rf"[“\"]?{_ADVERBS}{{0,3}}(?P<word>[A-Za-z][a-z]+s)\b")
_COUNCIL_ACTS = re.compile(
    r"(?:[A-Z]\w+ (?:\w+ ){0,4}|[A-Z]\w+, )?[Tt]he (?:Security Council|Council|General Assembly) (?:\w+ly |hereby |also )?"
    r"(?!has\b|was\b|is\b)[a-z]+s\b|It is (?:hereby )?resolved\b"
)
_NOT_OPERATIVE = frozenset(
    "This Its As Whereas States Is Has Was Thus Members Parties Governments His Nations Unless Across Towards "
    "Measures Sanctions Provisions Tasks Principles Elections Children Human Arms Forces Countries Perhaps "
    "Always Besides These Weapons Refugees Women Affairs Operations Matters Items Funds Assets "
    "Relations Rights Reports Missions Aspects Details Others Does Representatives Supplies Persons "
    "Individuals Entities Groups".split()
)
_PLURAL = re.compile(
    r"(?:ss|ous|ions|ities|ilities|ments|ists|ships|ances|ences|isms|vities|ives|ors|[inru]als|ures)$"
)
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
    if _KNOWN.match(text):
        return True
    found = _PARTICIPLE.match(text)
    return bool(found and text.lstrip('“"')[:1].isupper() and found["word"] not in _NOT_PARTICIPLE)


def operative(text: str) -> bool:
    """Whether a text opens as operative paragraphs do: "Decides", "Strongly condemns"."""
    if _COUNCIL_ACTS.match(text):
        return True
    found = _OPERATIVE.match(text)
    return bool(
        found
        and text.lstrip('“"')[:1].isupper()
        and found["word"] not in _NOT_OPERATIVE
        and not _PLURAL.search(found["word"])
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

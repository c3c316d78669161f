"""The metadata of an AKN4UN file: symbol, adoption, draft, sponsors, votes, subjects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lxml import etree

from ..document import READ, Subject, Vote
from .languages import language_code
from .metadata import normalised
from .rich import same

_POSITIONS = {"inFavour": "for", "against": "against", "abstaining": "abstaining", "absent": "absent"}
_MEETING = re.compile(r"(\d{1,5})(?:st|nd|rd|th)")
# States that have "and" in their names.
_AND = re.compile(
    r"^(?:Bosnia|Trinidad|Antigua|Saint (?:Vincent|Kitts)|S[aã]o Tome|Serbia)"
    r" and [^ ]+(?: [^ ]+)?$|and Northern Ireland$"
)
_SMALL = frozenset(("and", "of", "the", "da", "de", "la", "du", "et"))
#: Keywords that say something else of a document than what it is about.
_NO_SUBJECTS = frozenset(("agenda", "title", "#agenda", "#title"))
_BODIES = {
    "sc": "Security Council",
    "unsc": "Security Council",
    "ga": "General Assembly",
    "unga": "General Assembly",
    "ecosoc": "Economic and Social Council",
    "hrc": "Human Rights Council",
}


@dataclass(frozen=True, slots=True)
class AknMetadata:
    """The fields are those of ``Document``."""

    symbol: str
    kind: str
    body: str
    title: str
    adopted: date | None
    meeting: int | None
    language: str
    uri: str
    draft: str
    draft_date: date | None
    agenda: str
    chapter_vii: bool | None
    sponsors: tuple[str, ...]
    votes: tuple[Vote, ...]
    subjects: tuple[Subject, ...]


def read_metadata(root: etree._Element, name: str, sha256: str) -> AknMetadata:
    """Reads the metadata of an AKN4UN document."""
    find = _Finder(root)
    symbol = normalised(find.text("docNumber"))
    statement = next((e for e in root if isinstance(e.tag, str)), root)
    prst = "PRST" in symbol or "presidential" in (statement.get("name") or "").lower()
    body = find.refers("docAuthority", "#issuingBody")
    if not body:
        author = find.attribute("FRBRWork", "FRBRauthor", "href").lstrip("#")
        body = _BODIES.get(author, "Security Council")
    kind = "statement" if prst else "resolution" if "RES" in symbol or not symbol else "draft"
    draft, draft_date, sponsors, outcome = _workflow(find)
    adoption = find.element("docTitle", "#adoption")
    adopted = _day(find.attribute("FRBRWork", "FRBRdate", "date"))
    meeting = _number(" ".join(adoption.itertext()) if adoption is not None else "") or _number(outcome)
    if meeting is None and prst:
        meeting = _number(" ".join(" ".join(e.itertext()) for e in find.all("alinea")[:1]))
    language = _language(find, root)
    # The titles of the catalogue are in English whatever the text is in.
    title = (find.keyword("title") if language == READ else "") or find.text("docTitle")
    return AknMetadata(
        symbol=symbol or f"untitled/{sha256[:12]}",
        kind=kind,
        body=same(body),
        title=title,
        adopted=adopted,
        meeting=meeting,
        language=language,
        uri=find.attribute("FRBRWork", "FRBRuri", "value"),
        draft=draft,
        draft_date=draft_date,
        agenda=find.keyword("agenda", "S/").removesuffix("."),
        chapter_vii=_chapter_vii(find),
        sponsors=sponsors,
        votes=_votes(find),
        subjects=_subjects(find),
    )


def _language(find: _Finder, root: etree._Element) -> str:
    """What the expression says it is in, else the first element that is marked with a language."""
    stated = find.attribute("FRBRExpression", "FRBRlanguage", "language")
    if not stated:
        marked = (element.get("{http://www.w3.org/XML/1998/namespace}lang") for element in root.iter())
        stated = next((code for code in marked if code), "")
    return language_code(stated) if stated.strip() else READ


class _Finder:
    """Looks elements up by their local names; one pass over the tree."""

    def __init__(self, root: etree._Element) -> None:
        self._by_name: dict[str, list[etree._Element]] = {}
        for element in root.iter():
            if isinstance(element.tag, str):
                self._by_name.setdefault(element.tag.rpartition("}")[2], []).append(element)

    def all(self, name: str) -> list[etree._Element]:
        return self._by_name.get(name, [])

    def element(self, name: str, refers: str) -> etree._Element | None:
        return next((e for e in self.all(name) if e.get("refersTo") == refers), None)

    def text(self, name: str) -> str:
        found = self.all(name)
        return " ".join(same("".join(found[0].itertext())).split()) if found else ""

    def refers(self, name: str, refers: str) -> str:
        found = self.element(name, refers)
        return " ".join("".join(found.itertext()).split()) if found is not None else ""

    def attribute(self, parent: str, name: str, attribute: str) -> str:
        for element in self.all(name):
            above = element.getparent()
            if above is not None and isinstance(above.tag, str) and above.tag.endswith("}" + parent):
                return element.get(attribute) or ""
        return ""

    def keyword(self, refers: str, dictionary: str = "") -> str:
        """What the first keyword of this sort says, of this list if one is named."""
        for element in self.all("keyword"):
            if element.get("refersTo") == refers and dictionary in ("", element.get("dictionary")):
                return " ".join(same(element.get("showAs") or element.get("value") or "").split())
        return ""


def _workflow(find: _Finder) -> tuple[str, date | None, tuple[str, ...], str]:
    draft, draft_date, outcome = "", None, ""
    sponsors: list[str] = []
    for step in find.all("step"):
        what = step.get("outcome") or ""
        if what == "draftResolution":
            draft, draft_date = normalised(step.get("as") or ""), _day(step.get("date") or "")
        if what.startswith("draftResolution"):
            sponsors += states(step.get("by") or "")
        elif what == "adopted":
            outcome = step.get("by") or ""
    return draft, draft_date, tuple(dict.fromkeys(sponsors)), outcome


def _chapter_vii(find: _Finder) -> bool | None:
    """Whether the step of adoption is marked with Chapter VII; None where the file has no such step."""
    marks = [step.get("refersTo") or "" for step in find.all("step") if step.get("outcome") == "adopted"]
    return any("chaptervii" in "".join(mark.casefold().split()) for mark in marks) if marks else None


def _votes(find: _Finder) -> tuple[Vote, ...]:
    votes: set[Vote] = set()
    for count in find.all("count"):
        position = _POSITIONS.get((count.get("refersTo") or "").lstrip("#"))
        if position is None:
            continue
        for state in count.iter("{*}organization"):
            words = " ".join("".join(state.itertext()).split())
            if words:
                votes.add(Vote(usual_case(words), position))
    return tuple(sorted(votes))


def _subjects(find: _Finder) -> tuple[Subject, ...]:
    found: set[Subject] = set()
    for keyword in find.all("keyword"):
        if keyword.get("refersTo") in _NO_SUBJECTS:
            continue
        label = same(keyword.get("showAs") or keyword.get("value") or "").replace("_", " ").strip()
        if label:
            found.add(Subject(label, keyword.get("dictionary") or "", keyword.get("href") or ""))
    return tuple(sorted(found))


def states(listed: str) -> list[str]:
    """The States of a list "A, B and C", in usual letters."""
    names: list[str] = []
    for part in listed.split(","):
        name = usual_case(part).removeprefix("and ")
        first, joined, last = name.rpartition(" and ")
        if joined and not _AND.search(name):
            names += [usual_case(first), usual_case(last)]
        elif name:
            names.append(name)
    return names


def usual_case(name: str) -> str:
    """A State's name that is printed in capitals, in usual letters: "Viet Nam"."""
    name = " ".join(same(name).split())
    if name != name.upper():
        return name
    words = []
    for at, word in enumerate(name.lower().split(" ")):
        words.append(word if at and word.strip("()") in _SMALL and word[0] != "(" else _capital(word))
    return " ".join(words)


def _capital(word: str) -> str:
    if word.startswith(("d'", "d’", "l'", "l’")):  # d'Ivoire
        return word[:2] + word[2:].capitalize()
    return re.sub(r"(^|[(-])(\w)", lambda m: m[1] + m[2].upper(), word)


def _number(text: str) -> int | None:
    found = _MEETING.search(text)
    return int(found[1]) if found else None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year > 1900 else None

"""Resolutions and statements that a text names by number: "resolutions 2195 (2014) and 2253".

Ways of naming them, each found in one pass over a paragraph: a number with its year
anywhere ("as well as 2242 (2015)"), a list after the word "resolution" (which may leave years
out, or hold numbers of the General Assembly), a series of numbers (``series``), and a number behind
paragraphs ("paragraph 15 of 1970").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .series import find_series, series_at
from .symbols import SYMBOL, Symbol, council_resolution, is_council_resolution, year_of

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ROMAN = re.compile(r"(?P<mark>E?S-)?(?P<roman>[IVXL1]{1,7})(?P<tail>D?)")
#: Letters that scans put for digits.
_DIGITS = str.maketrans("IlOoSB", "110058")

# A year in brackets, as scans leave it: "( 1967)", "(l967}", "[1993)".
_YEAR = r" ?[(\[{] ?(?P<year>[12Il][\dIlOoSB]{3})(?: ?[)\]}]|(?=[ ,;]))"
_WITH_YEAR = re.compile(r"(?<![\w/.,-])(?P<number>\d{1,4})" + _YEAR)
_HEAD = re.compile(r"\b(?:[Rr]esolutions?|RESOLUTIONS?|UNSCRs?|SCRs?)(?: Nos?\.)? (?=[\dSE])")
_STATEMENTS = re.compile(
    r"\b(?:[Pp]residential [Ss]tatements?|[Ss]tatements? (?:by|of) (?:the|its) President,?)"
    r"(?: Nos?\.)? \(?(?=(?:19|20)\d\d ?/ ?\d)"
)
_STATEMENT = re.compile(r"(?:S/PRST/)?(?P<year>(?:19|20)\d\d) ?/ ?(?P<number>\d{1,3})(?!\d)")
#: A resolution by its number alone, known by its paragraphs: "paragraphs 15 and 16 of 1970".
_OF_NUMBER = re.compile(
    r"\b[Pp]aragraphs? \d{1,2}(?:,? (?:and |to )?\d{1,2}| \([a-z]\)){0,8}"
    r" of (?P<number>\d{3,4})(?=[,;.] | as |$)"
)

# What a list item after "resolutions" can be. Longest first.
_ITEM = re.compile(
    r"(?P<special>E?S-\d{1,2} ?/ ?\d{1,3})"
    r"|(?P<slash>\d{1,4} ?/ ?(?:S-\d+/)?\d{1,3})(?P<part> ?[A-Z](?![\w’'-]))?(?: \((?P<session>(?:19"
    r"|20)\d\d)\))?"
    r"|(?P<old>\d{1,4}) ?(?P<oldpart>[A-H] )?\((?P<roman>(?:E?S-)?[IVXL]{1,7}D?"
    r"|1(?=\)))\)?(?P<after> ?[A-H](?![\w’'-]))?"
    r"|(?P<number>\d{1,4})" + _YEAR + r"|(?P<ocr>\d{1,4}) (?P<ocryear>(?:19|20)\d\d)(?= of \d)"
    r"|(?P<plain>\d{1,4})(?P<plainpart> [A-H](?= of\b))?(?![\w/(%]|,\d{3}|\.\d| ?(?:"
    + _MONTHS
    + r"|per cent|%))"
)
_AFTER_ITEM = re.compile(
    r"(?:,? ?(?:of|adopted on|dated|on) \d{1,2} (?:"
    + _MONTHS
    + r")(?: (?P<date>\d{4}))?)?(?:,? annex(?: [IVX]+)?)?"
    r"(?: \([^()\d]{1,90}\))?"
)
_SEPARATOR = re.compile(
    r" ?(?:[,;] ?)?(?:(?:and|or|as well as|also|its|the|to|inter alia,|and/or|most recently"
    r"|in particular) ){0,3}"
    r"(?:in |of )?(?:(?:its |the )?(?:subsequent |successor "
    r"|previous )?(?:Security Council )?[Rr]esolutions? )?"
)
_CLOSED = re.compile(
    r" ?(?:[,;.:)\]”\"’']|$)| (?:and|or|of|on|in|to|as|which|that|by|with|for|at|the|shall|is|are|was"
    r"|were|adopted"
    r"|concerning|against|should|must|will|may|has|have|calls|it|all|regarding|including|both|from"
    r"|when|where)\b"
)

# Whose resolutions a list holds, by the words before it.
_BODIES = (
    (re.compile(r"\bHuman Rights Council(?:’s|'s)?(?: in its)?,? $"), "A/HRC/RES/"),
    (re.compile(r"\bEconomic and Social Council(?: in its)?,? $"), "E/RES/"),
    (re.compile(r"\b(?:General )?Assembly(?:’s|'s)?(?:,? in its)?,? $"), "A/RES/"),
    (
        re.compile(
            r"\b(?:Arab States|Arab League|OAU|African Unity|AU|Islamic Conference|OIC|IAEA|Agency"
            r"|League of Nations|Governors|ECOWAS"
            r"|Commission on Human Rights|Health Assembly|Maritime Organization|IMO|ICAO|Organization"
            r"|OAS|Committee)"
            r"(?:’s|'s)?(?: (?:Council|Assembly|Board|Summit|Ministerial|Conference"
            r"|General Conference))?(?: in its)?,? $"
        ),
        "",
    ),
)
#: How the words before a list end when they can name a body: spares most lists the patterns.
_BODY_ENDS = ("y ", "cil ", "s ", "U ", "O ", "C ", "A ", "n ", "e ", ", ")
_LOOK_BACK = 60


def find_resolutions(text: str, start: int, end: int) -> list[Symbol]:
    """The resolutions and statements named by number in ``text`` from ``start`` to ``end``.

    Printed symbols ("S/RES/1373 (2001)") are left to ``symbols.find_symbols``.

    Returns:
        One value for each number, in order and without overlaps; the span is that of the number
        with its year ("1373 (2001)").
    """
    found: dict[int, Symbol] = {}
    slash = text.find("/", start, end) >= 0
    plain = (_lists, _numbered, _of_paragraphs)
    for finder in (*plain, _statements, find_series) if slash else plain:
        for symbol in finder(text, start, end):
            found.setdefault(symbol.start, symbol)
    kept: list[Symbol] = []
    for symbol in sorted(found.values()):
        if not kept or symbol.start >= kept[-1].end:
            kept.append(symbol)
    return kept


def _numbered(text: str, start: int, end: int) -> Iterator[Symbol]:
    """Numbers with their years, wherever they stand, when the pair is right."""
    for match in _WITH_YEAR.finditer(text, start, end):
        number, year = int(match["number"]), int(match["year"].translate(_DIGITS))
        if is_council_resolution(number, year):
            yield Symbol(match.start(), match.end(), council_resolution(number, year), "resolution")


def _lists(text: str, start: int, end: int) -> Iterator[Symbol]:
    """What follows the word "resolution"."""
    reached = start
    for head in _HEAD.finditer(text, start, end):
        if head.end() <= reached:
            continue  # "resolutions 1 (1946) and resolution 2 (1946)" is one list
        prefix = _body(text, max(start, head.start() - _LOOK_BACK), head.start())
        at, first = head.end(), True
        while True:
            symbol = SYMBOL.match(text, at, end)
            series = series_at(text, at, end) if prefix is None and not symbol else ()
            if series:  # "1267/1989/2253"
                yield from series
                after = series[-1].end
            elif symbol:  # a printed symbol in the list: pass over it
                after = symbol.end()
            else:
                item = _ITEM.match(text, at, end)
                if item is None:
                    break
                read = _read(item, prefix, text, end, first=first)
                if read is None:
                    break
                if read.key:
                    yield read
                after = read.end
            reached = after
            tail = _AFTER_ITEM.match(text, after, end)
            separator = _SEPARATOR.match(text, tail.end() if tail else after, end)
            if separator is None or separator.end() == separator.start():
                break
            at, first = separator.end(), False


def _body(text: str, start: int, end: int) -> str | None:
    """Prefix of the symbols of the body named just before a list; None where none is named."""
    before = text[start:end]
    if not before.endswith(_BODY_ENDS):
        return None
    for pattern, prefix in _BODIES:
        if pattern.search(before):
            return prefix
    return None


def _read(item: re.Match[str], prefix: str | None, text: str, end: int, *, first: bool) -> Symbol | None:
    """One item of a list as a symbol; None where it is none; an empty key for other bodies'."""

    def made(key: str, until: int) -> Symbol:
        return Symbol(item.start(), until, "" if prefix == "" else key, "resolution")

    assembly = prefix or "A/RES/"
    if item["special"]:
        return made(assembly + item["special"].replace(" ", ""), item.end())
    if item["slash"]:
        part = (item["part"] or "").strip()
        if len(item["slash"].partition("/")[0].strip()) == 4 and not prefix:
            return made("", item.end())  # "resolution 2006/3": of a body that numbers by years
        return made(assembly + item["slash"].replace(" ", "") + part, item.end())
    if item["old"]:
        part = (item["oldpart"] or item["after"] or "").strip()
        return made(f"{assembly}{item['old']}{part}({_roman(item['roman'])})", item.end())
    if item["number"]:
        return made(council_resolution(int(item["number"]), int(item["year"].translate(_DIGITS))), item.end())
    if item["ocr"]:
        return made(council_resolution(int(item["ocr"]), int(item["ocryear"])), item.end())
    number = int(item["plain"])
    if prefix and prefix.startswith("A/RES"):
        return made(f"{assembly}{number}{(item['plainpart'] or '').strip()}", item.end())
    if prefix is not None or (not first and (number < 100 or not _CLOSED.match(text, item.end(), end))):
        return None
    dated = _AFTER_ITEM.match(text, item.end(), end)
    if year_of(number) is None:
        if dated is None or not dated["date"]:
            return None
        return made(council_resolution(number, int(dated["date"])), item.end())
    return made(council_resolution(number), item.end())


def _roman(printed: str) -> str:
    """A session in Roman numerals, with what scans make of it put right: "XVID" is XVII, "1" I."""
    match = _ROMAN.fullmatch(printed)
    if match is None:
        return printed
    roman = match["roman"].replace("1", "I") + ("I" if match["tail"] else "")
    return (match["mark"] or "") + roman


def _statements(text: str, start: int, end: int) -> Iterator[Symbol]:
    """Statements named in words: "Presidential Statements 2012/11 and 2013/7"."""
    for head in _STATEMENTS.finditer(text, start, end):
        at = head.end()
        while item := _STATEMENT.match(text, at, end):
            yield Symbol(item.start(), item.end(), f"S/PRST/{item['year']}/{item['number']}", "statement")
            tail = _AFTER_ITEM.match(text, item.end(), end)
            separator = _SEPARATOR.match(text, tail.end() if tail else item.end(), end)
            if separator is None:
                break
            at = separator.end()


def _of_paragraphs(text: str, start: int, end: int) -> Iterator[Symbol]:
    """Resolutions named by their number alone behind paragraphs of theirs."""
    for match in _OF_NUMBER.finditer(text, start, end):
        number = int(match["number"])
        if year_of(number) is not None:
            yield Symbol(match.start("number"), match.end(), council_resolution(number), "resolution")

"""What a provision belongs to: the instrument after it, before it, the document itself, the Charter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..document import Paragraph, Span
from ..model import Instrument
from .cited import Cited
from .own import is_own, own_paragraphs, preceding
from .provisions import CHARTER, Provision, belongs_to_charter

_OWN_AFTER = re.compile(
    r"(?: \([^()]{1,60}\))?,? ?(?:above|below|hereof|herein|hereinabove|hereunder|supra|infra)\b"
    r"|,? (?:of|in|to|under) (?:this|the present|the current) (?:resolution|paragraph|statement"
    r"|presidential statement|decision|text|draft)\b"
)
_THEREOF = re.compile(r",? thereof\b")
_SAME = re.compile(
    r",? (?:of|in) (?:that|the same|the said|said|the aforementioned|the above-?(?: ?)mentioned"
    r"|the aforesaid|the latter|such)"
    r" (?P<what>resolution|report|letter|Convention|Agreement|Treaty|Protocol|document|note)\b"
)
_TO_RESOLUTION = re.compile(
    r",? ?(?:of|in|to|from|under|within|and of|contained in|set out in)?(?: (?:the|its|his|their|said"
    r"|previous|earlier|prior|relevant"
    r"|above-mentioned|aforementioned|Security|Council|Council’s|Council's|General|Assembly|United"
    r"|Nations|UN|UNSC|Human|Rights"
    r"|resolutions?|Resolutions?|SCR|UNSCR|documents?|Presidential|presidential|[Ss]tatements?"
    r"|both)){0,8} ?\(?"
)
_TO_DOCUMENT = re.compile(
    r",? (?:of|in|to) (?:the|his|its|this|that) [^;.()]{0,140}?\b(?:report|reports|letter|note"
    r"|statement|plan|document|proposal"
    r"|memorandum|communiqué|Communiqué|concept)\b[^;.()]{0,140} \("
)
_TO_TITLE = re.compile(
    r",? (?:of|in|to|under|from) (?:the |its |their |that |said )?(?:[A-Z][\w-]+[’']s )?(?:\d{4} )?"
    r"(?:UN |United Nations )?"
)
# "section 1 on rural reform and section 2 on victims of the Lagos Agreement": what it is on is no instrument.
_ON_SOMETHING = re.compile(
    r" on (?!the (?:basis|grounds?|condition|occasion) )[^,;.:()]{1,120} of (?:the |its )"
)
# "Chapter VII as provided by the Charter", "a Chapter VII mandate of the Charter".
_TO_CHARTER = re.compile(r" (?:as provided (?:by|in|for in) |mandate (?:of|under) )?the ")
_THE_RESOLUTION = re.compile(r",? (?:of|in) the resolution\b(?! (?:\d|of|adopted|concerning|on)\b)")
_OTHERS = re.compile(
    r",? of (?:the|its|his|their|that|this|an?|annex|such|article|council regulation|regulation|[A-Z])"
    r"|,? (?:in|to) (?:the |its |his |their |this )?(?:annex|report|letter|note|statement|proposal"
    r"|plan|document)\b",
    re.IGNORECASE,
)
_FROM_BEFORE = re.compile(
    r"\)?(?:,? ?(?:of|dated|adopted on"
    r"|on) \d{1,2} \w+(?: \d{4})?)?(?:,? ?\([^()]{1,60}\))?,? ?(?:\d{1,3} )?\(?(?:and |or "
    r"|as well as )?"
    r"(?:in particular|particularly|especially|notably|including|specifically|inter alia|namely"
    r"|most notably|noting|noting in particular|and in particular)?,? ?"
    r"(?:in |under |with |by |to |of )?(?:its |operative |the provisions of (?:its )?|the )?"
)
# "the report (S/2006/997) on best practices, including paragraphs 21 to 23".
_AMONG = re.compile(r"[^;.:]{0,120}\b(?:including|in particular|especially|notably),? (?:in |its |the )?$")
_OF_CHAPTER = re.compile(r",? (?:of|in) Chapter V")
_OF_ANYTHING = re.compile(r",? (?:of|to|in) ")
#: How sure it is what a provision belongs to that does not name it, and why no more.
_SAME_DOUBT = (0.9, "taken to be part of the instrument last named")
_CHARTER_DOUBT = (0.9, "taken to be an article of the Charter, which is named just before")
_OWN_DOUBT = (0.8, "taken to be a paragraph of the document itself")
_ABSENT_DOUBT = (0.5, "the document has no such paragraph")
#: Kinds of instruments whose parts are paragraphs.
_NUMBERED = frozenset({"resolution", "statement", "document"})
#: Parts of instruments that have titles of their own, or are counted through.
_TITLED = frozenset({"article", "section", "annex", "part"})
#: What stands before and between the resolutions that all have such a paragraph.
_SEVERAL = re.compile(r"\bresolutions $")
_LISTED = re.compile(r"(?: of \d{1,2} \w+ \d{4})?(?:,| and|, and) ")
_AND = re.compile(r"(?: on [^,;.:()]{1,120})?,? (?:and|or)(?: of| in| under)? ")
_ITS = re.compile(r"\bits (?:operative )?$")


def bind(
    text: str,
    span: Span,
    wholes: Sequence[Cited],
    provisions: Sequence[Provision],
    paragraph: Paragraph,
    own: Collection[str],
    earlier: Sequence[Cited],
) -> list[Cited]:
    """Puts provisions and whole instruments together.

    Args:
        text: The document's text.
        span: The words that all of these stand in.
        wholes: Whole instruments named there, in order.
        provisions: Provisions named there, in order.
        paragraph: The paragraph that they stand in.
        own: Labels of the document's paragraphs.
        earlier: What was cited before, nearest last.

    Returns:
        What is cited, in order. A whole instrument that a provision was bound to is not cited apart.
    """
    binder = _Binder(text, span, wholes, paragraph, own, earlier[-1] if earlier else None)
    loose: list[Provision] = []
    for provision in provisions:
        if not binder.within_a_whole(provision) and not binder.add(provision) and provision.unit in _TITLED:
            loose.append(provision)
    starts = [one.start for one in binder.bound]
    for provision in reversed(loose):  # "article 2, paragraph 3, and article 33 of the Charter"
        at = bisect_right(starts, provision.end)
        if at == len(starts) or binder.bound[at].own:
            continue
        if _AND.fullmatch(text, provision.end, starts[at]):
            binder.bound.insert(at, _part(provision, binder.bound[at], provision.start, provision.end))
            starts.insert(at, provision.start)
    rest = [whole for number, whole in enumerate(wholes) if number not in binder.used]
    before = [one for one in preceding(text, span, paragraph, own) if not binder.overlaps(one)]
    return sorted([*rest, *binder.bound, *before], key=lambda one: (one.start, one.end))


class _Binder:
    """Binds the provisions of one paragraph, in order."""

    def __init__(
        self,
        text: str,
        span: Span,
        wholes: Sequence[Cited],
        paragraph: Paragraph,
        own: Collection[str],
        earlier: Cited | None,
    ) -> None:
        self._text = text
        self._span = span
        self._wholes = wholes
        self._starts = [whole.start for whole in wholes]
        self._paragraph = paragraph
        self._own = own
        self._earlier = earlier
        self.used: set[int] = set()  # numbers of the wholes that a provision was bound to
        self.bound: list[Cited] = []

    def within_a_whole(self, provision: Provision) -> bool:
        """Whether the words are part of an instrument's name: "Plan, part II"."""
        before = bisect_right(self._starts, provision.start) - 1
        if before >= 0 and self._wholes[before].end > provision.start:
            return True
        return before + 1 < len(self._wholes) and self._starts[before + 1] < provision.end

    def overlaps(self, cited: Cited) -> bool:
        """Whether words are part of what a provision was bound to."""
        return any(one.start < cited.end and cited.start < one.end for one in self.bound)

    def add(self, provision: Provision) -> bool:
        """Binds a provision; says whether it belongs to anything."""
        cited = self._bind(provision)
        if cited is not None:
            self.bound.append(cited)
        return cited is not None

    def _bind(self, provision: Provision) -> Cited | None:
        text, end = self._text, provision.end
        if _OWN_AFTER.match(text, end, self._span.end):
            own = own_paragraphs(provision, self._paragraph)
            absent = own is not None and any(one.key[1:] not in self._own for one in own.instruments)
            return own.doubted(*_ABSENT_DOUBT) if own and absent else own
        after = self._to_what_follows(provision)
        if after is not None:
            return after
        at = bisect_right(self._starts, provision.start) - 1
        last = self._wholes[at] if at >= 0 else None
        same = _SAME.match(text, end, self._span.end)
        if same or _THEREOF.match(text, end, self._span.end):
            return self._to_the_same(provision, last, same["what"].lower() if same else "")
        if last is not None and _THE_RESOLUTION.match(text, end, self._span.end):
            return self._to_the_same(provision, last, "resolution")
        if belongs_to_charter(provision) and (
            provision.unit == "chapter" or self._near_charter(provision, last)
        ):
            charter = _of(CHARTER, "charter", provision, provision.start, end)
            named = provision.unit == "chapter" or _OF_CHAPTER.match(text, end, self._span.end)
            return charter if named else charter.doubted(*_CHARTER_DOUBT)
        if last is not None and self._goes_with(provision, last):
            beside = text[last.end : provision.start] in {", ", " "}
            if beside and provision.unit == "annex" and last.instruments[0].kind == "document":
                self.used.add(at)  # "(S/1994/397, annex II)" is the annex alone
                return _part(provision, last, last.start, end)
            return _part(provision, last, provision.start, end)
        if _OTHERS.match(text, end, self._span.end) or not is_own(provision, self._paragraph, self._own):
            return None
        own = own_paragraphs(provision, self._paragraph)
        return own.doubted(*_OWN_DOUBT) if own else None

    def _to_what_follows(self, provision: Provision) -> Cited | None:
        """As in "paragraph 4 of resolution 731 (1992)": the instrument is used up by it."""
        at = bisect_left(self._starts, provision.end)
        if at == len(self._wholes):
            return None
        whole, start = self._wholes[at], self._starts[at]
        numbered = whole.instruments[0].kind in _NUMBERED
        gap = _TO_RESOLUTION if numbered else _TO_TITLE
        joined = start > provision.end and gap.fullmatch(self._text, provision.end, start)
        if not joined and whole.key == CHARTER and provision.unit == "chapter":
            joined = _TO_CHARTER.fullmatch(self._text, provision.end, start)
        elif not joined and not numbered and provision.unit in _TITLED:
            joined = _ON_SOMETHING.fullmatch(self._text, provision.end, start)
        if not joined and whole.instruments[0].kind == "document":
            joined = _TO_DOCUMENT.fullmatch(self._text, provision.end, start)
        if not joined:
            return None
        several = numbered and _SEVERAL.search(self._text, provision.end, start)
        last = self._last_of_list(at) if several else at
        self.used.update(range(at, last + 1))
        parts = [_part(provision, one, provision.start, one.end) for one in self._wholes[at : last + 1]]
        instruments = tuple(instrument for part in parts for instrument in part.instruments)
        return replace(parts[-1], instruments=instruments)

    def _last_of_list(self, at: int) -> int:
        """Number of the last resolution of a list: "paragraph 2 of resolutions 1 (1946) and | 2 (1946)"."""
        while at + 1 < len(self._wholes) and self._wholes[at + 1].instruments[0].kind == "resolution":
            if not _LISTED.fullmatch(self._text, self._wholes[at].end, self._starts[at + 1]):
                break
            at += 1
        return at

    def _to_the_same(self, provision: Provision, last: Cited | None, what: str) -> Cited | None:
        """As in "paragraph 5 thereof", "paragraph 6 of that resolution": the last instrument of that sort."""
        nearest = sorted(
            (one for one in (self._earlier, *self.bound[-1:], last) if one), key=_end, reverse=True
        )
        for whole in nearest:
            if not whole.own and (what != "resolution" or whole.instruments[0].kind == "resolution"):
                return _part(provision, whole, provision.start, provision.end).doubted(*_SAME_DOUBT)
        return None

    def _goes_with(self, provision: Provision, last: Cited) -> bool:
        """As in "resolution 748 (1992), especially its paragraph 5 (a)"."""
        if not _kin(provision, last):
            return False
        gap = self._text[last.end : provision.start]
        if gap.strip() and _FROM_BEFORE.fullmatch(gap):
            others = _OTHERS.match(self._text, provision.end, self._span.end)
            if not others or gap[0] != ")":
                return not others
        if _ITS.search(gap[-20:]):
            return True
        return last.instruments[0].kind == "document" and _AMONG.fullmatch(gap) is not None

    def _near_charter(self, provision: Provision, last: Cited | None) -> bool:
        """Whether a bare "Article 41" is the Charter's: it is named, or acted under, just before."""
        if _OF_CHAPTER.match(self._text, provision.end, self._span.end):
            return True
        if _OF_ANYTHING.match(self._text, provision.end, self._span.end):
            return False
        before = self._text[max(self._span.start, provision.start - 90) : provision.start]
        near = last or (self.bound[-1] if self.bound else self._earlier)
        return (near is not None and near.key == CHARTER) or "Chapter V" in before or "cting under" in before


def _end(one: Cited) -> int:
    return one.end


def _kin(provision: Provision, whole: Cited) -> bool:
    """Whether such a provision can be one of such an instrument: resolutions have no articles."""
    if provision.unit in {"annex", "section", "part"}:
        return True
    return (whole.instruments[0].kind in _NUMBERED) == (provision.unit in {"paragraph", "sub", "preambular"})


def _part(provision: Provision, whole: Cited, start: int, end: int) -> Cited:
    return _of(whole.key, whole.instruments[0].kind, provision, start, end)


def _of(key: str, kind: str, provision: Provision, start: int, end: int) -> Cited:
    instruments = tuple(Instrument(f"{key}, {name}", kind, key, name) for name in provision.names())
    return Cited(start, end, instruments)

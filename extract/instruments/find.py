"""Every instrument that a document names: resolutions, symbols, treaties, provisions, own paragraphs.

The pieces are found by ``symbols`` (printed symbols), ``resolutions`` (numbers), ``treaties``
(names) and ``provisions`` (articles, paragraphs); here they are put together paragraph by
paragraph, in reading order, since a name that is introduced ("(“the Agreement”)") holds from there on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..document import Document, Span
from ..model import Citation, Instrument, Mention, MentionKind
from .binding import bind
from .citations import governing, use_of
from .cited import Cited
from .fuller import fuller_names
from .provisions import find_provisions
from .resolutions import find_resolutions
from .shortnames import ShortNames
from .symbols import find_symbols, is_misnumbered
from .titles import find_titles
from .treaties import Title

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: How sure it is that a resolution is meant whose number is not of its year.
_MISPRINT = (0.8, "no resolution has that number in that year: a misprint, cited as printed")
#: What stands between the members of one list, so that they share their use.
_LIST_GAP = 60


@dataclass(frozen=True, slots=True)
class FoundInstruments:
    """What a document names.

    Attributes:
        mentions: In reading order. "paragraphs 3 to 7 above" is one mention with five keys. A mere
            "the Convention" is a mention of what it points back to, but no citation; so are the numbers
            in the name of a body ("1267/1989/2253 Committee").
        instruments: Each that a mention names, sorted by key.
        citations: One for each instrument named, in reading order, with its use.
    """

    mentions: tuple[Mention, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    citations: tuple[Citation, ...] = ()


def find_instruments(doc: Doc) -> FoundInstruments:
    """The instruments that a document names.

    Args:
        doc: As ``tokens.make_doc`` gives it, with the document in ``user_data["document"]``.

    Returns:
        Mentions, instruments and citations; their spans count in the document's text.
    """
    return instruments_of(doc.user_data["document"])


def instruments_of(document: Document) -> FoundInstruments:
    """The instruments that a document names; as ``find_instruments``, which needs no tokens."""
    spans = [
        (paragraph, span)
        for paragraph in document.paragraphs
        for span in (paragraph.span, paragraph.wrap_up)
        if span is not None
    ]
    titles = [find_titles(document.text, span.start, span.end) for _, span in spans]
    short = ShortNames(fuller_names(title for found in titles for title in found))
    own = frozenset(paragraph.label for paragraph in document.paragraphs)
    mentions: list[Mention] = []
    citations: list[Citation] = []
    instruments: dict[str, Instrument] = {}
    earlier: list[Cited] = []
    for (paragraph, span), named in zip(spans, titles, strict=True):
        wholes = _wholes(document.text, span, short, named)
        provisions = find_provisions(document.text, span.start, span.end)
        cited = bind(document.text, span, wholes, provisions, paragraph, own, earlier)
        earlier.extend(one for one in cited if not one.own)
        mentions.extend(
            Mention(
                MentionKind.INSTRUMENT,
                tuple(instrument.key for instrument in one.instruments),
                paragraph.label,
                Span(one.start, one.end),
                document.text[one.start : one.end],
            )
            for one in cited
        )
        for one in cited:
            instruments.update((instrument.key, instrument) for instrument in one.instruments)
        citations.extend(_citations(document.text, span, cited))
    for instrument in list(instruments.values()):
        if instrument.whole and instrument.whole not in instruments:
            whole_kind = instrument.kind
            instruments[instrument.whole] = Instrument(instrument.whole, whole_kind)
    return FoundInstruments(
        tuple(mentions), tuple(instruments[key] for key in sorted(instruments)), tuple(citations)
    )


def _wholes(text: str, span: Span, short: ShortNames, titles: list[Title]) -> list[Cited]:
    """Whole instruments named in a span, in order and without overlaps."""
    found: list[Cited] = []
    for symbol in find_symbols(text, span.start, span.end):
        found.append(Cited.whole(symbol.start, symbol.end, symbol.key, symbol.kind))
    for symbol in find_resolutions(text, span.start, span.end):
        found.append(Cited.whole(symbol.start, symbol.end, symbol.key, symbol.kind, bare=symbol.names))
    found.extend(short.read(text, span, titles))
    kept: list[Cited] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _citations(text: str, span: Span, cited: list[Cited]) -> Iterator[Citation]:
    """Citations with their uses; the members of a list share that of the first."""
    if not cited:
        return
    verbs = governing(text, span.start, span.end)
    last: tuple[int, str] | None = None
    for one in cited:
        if last is not None and _listed(text[last[0] : one.start]):
            use = last[1]
        else:
            use = use_of(text, span.start, one.start, verbs)
        last = (one.end, use)
        if one.bare:
            continue
        for instrument in one.instruments:
            certainty, doubt = one.certainty, one.doubt
            if not doubt and is_misnumbered(instrument.whole or instrument.key):
                certainty, doubt = _MISPRINT
            words = text[one.start : one.end]
            yield Citation(instrument.key, Span(one.start, one.end), words, use, certainty, doubt)


def _listed(gap: str) -> bool:
    """Whether what stands between two citations only joins them: ", ", " and ", " of 3 May 1999 and "."""
    if len(gap) > _LIST_GAP or ";" in gap or "." in gap:
        return False
    words = gap.replace(",", " ").replace("(", " ").replace(")", " ").split()
    return all(word.lower() in _JOINING or word[0].isdigit() or word.istitle() for word in words)


#: Words that only join the members of a list of instruments.
_JOINING = frozenset(
    {
        "and",
        "or",
        "as",
        "well",
        "its",
        "the",
        "of",
        "resolution",
        "resolutions",
        "to",
        "in",
        "security",
        "council",
    }
    | {"presidential", "statement", "statements", "paragraph", "paragraphs", "above", "by", "also", "annex"}
    | {"dated", "on"}
)

"""The times, qualifiers and citations of an act, as a reader says that they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..document import Document, Span
from ..instruments.citations import governing, use_of
from ..model import Act, Citation, Instrument, Qualifier, Reading, Time
from ..times.find import times_in
from ..times.iso import worked_out
from .corrections import Correction, When
from .names import instrument_named, labels_of
from .places import Finder, stretch_of


def times_said(document: Document, act: Act, correction: Correction) -> tuple[Time, ...]:
    """The times that a correction gives an act, in the order of the text.

    Days that it leaves out are what the rules make of the words where they read the same in them,
    and are counted from the adoption otherwise.

    Raises:
        InputError: Words are not in the paragraph.
    """
    finder = Finder(document, act.paragraph, act.verb_span)
    found = [
        _time(document, finder.words(when.text, correction.place).span, when) for when in correction.times
    ]
    return tuple(sorted(found, key=lambda time: time.span))


def _time(document: Document, span: Span, when: When) -> Time:
    said = Time(
        when.what, span, document.words(span), when.iso or None, when.due, when.until, event=when.event
    )
    read = time_in_words(document, span)
    if read is None or (read.what, read.iso) != (said.what, said.iso) or when.event not in ("", read.event):
        return worked_out(said, document.adopted)
    return replace(said, due=said.due or read.due, until=said.until or read.until, event=read.event)


def time_in_words(document: Document, span: Span) -> Time | None:
    """The time that the rules read in these very words, where they stand or by themselves."""
    for words in (stretch_of(document, span), span):
        for time in times_in(document.text, words, document.adopted):
            if time.span == span:
                return time
    return None


def qualifiers_said(document: Document, act: Act, correction: Correction) -> tuple[Qualifier, ...]:
    """The qualifiers that a correction gives an act, in the order of the text.

    Raises:
        InputError: Words are not in the paragraph.
    """
    finder = Finder(document, act.paragraph, act.verb_span)
    found = [finder.words(words, correction.place).span for words in correction.qualifiers]
    return tuple(Qualifier(span, document.words(span)) for span in sorted(found))


def citations_said(
    reading: Reading, act: Act, correction: Correction
) -> tuple[tuple[Citation, ...], tuple[Instrument, ...]]:
    """The citations that a correction gives an act, in the order of the text, and what they cite.

    Words that cite several instruments ("paragraphs 3 to 7 above") are given once for each. A use
    that is left out is what the rules make of the words before.

    Raises:
        InputError: Words are not in the paragraph, or the document has no paragraph that is cited.
    """
    document = reading.document
    labels = labels_of(document)
    finders: dict[str, Finder] = {}
    found = []
    for which in correction.citations:
        instrument = instrument_named(which.instrument, labels, correction.place)
        finder = finders.setdefault(instrument.key, Finder(document, act.paragraph, act.verb_span))
        span = finder.words(which.text, correction.place).span
        use = which.use or use_at(document, span, (*reading.acts, *reading.reported))
        found.append((Citation(instrument.key, span, document.words(span), use), instrument))
    found.sort(key=lambda pair: pair[0].span)
    return tuple(citation for citation, _ in found), tuple(instrument for _, instrument in found)


def use_at(document: Document, span: Span, acts: Iterable[Act]) -> str:
    """How the instrument cited at ``span`` is used: as the rules read it in the acts, or would."""
    for act in acts:
        for citation in act.citations:
            if citation.span == span:
                return citation.use
    around = stretch_of(document, span)
    return use_of(document.text, around.start, span.start, governing(document.text, around.start, around.end))

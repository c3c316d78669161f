"""What was not understood: counted over any number of readings, with examples.

A report is a sum: those of single readings, made in several processes, add up to that of all of
them, and none of them holds a reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from .actors.pronouns import LOST
from .acts.judge import RULES
from .acts.verbs import lexicon
from .document import Paragraph, ParagraphKind, Span
from .instruments.citations import use_rules
from .lacking import above, asks_for_thing, directive, is_heading, numbering_gaps, self_directed
from .model import Act, Force, MentionKind, Modality, Reading, TimeKind, VerbKind

#: Acts below this certainty are listed.
LOW = 0.7

#: What is listed, in the order in which it is written: the section's name and its title.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("documents-without-acts", "Documents without acts"),
    ("numbering-gaps", "Operative numbers that are missing"),
    ("paragraphs-without-act", "Paragraphs without an act, by kind"),
    ("unnamed", "Directives that ask somebody unnamed, by act"),
    ("things", "Directives that ask for a thing and name nobody, by act"),
    ("unknown-actors", "Actors that the authority file lacks"),
    ("lost-references", "References without an antecedent in the document, by their words"),
    ("doubts", "Doubts, by reason"),
    ("uncertain-acts", f"Acts of a certainty below {LOW}, by certainty"),
)

#: Characters of an example.
_SHOWN = 160
_QUOTED = re.compile(r"“[^”]*”")
_NAMED = re.compile(r"\bthat of the .*(?=, last named)")


@dataclass(frozen=True, slots=True)
class Place:
    """An example: a document's symbol, the label of a paragraph (or empty), words."""

    symbol: str
    paragraph: str
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was not understood, how often, and where first."""

    what: str
    count: int
    examples: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, and what was not understood.

    Attributes:
        totals: Counts by name, sorted: ``documents``, ``paragraphs`` (outside annexes), ``acts``,
            ``reported``, ``directives`` (see ``lacking``), ``directives-addressed``,
            ``directives-self`` (see ``lacking.self_directed``), ``addressees``, ``addressees-known``.
        findings: By section, those of ``SECTIONS``; the most frequent first.
        fired: How often each rule was used: table, rule, count; sorted. Only what shows in a
            reading: verbs by their act, kind and force, the finder's rules, modalities, kinds of
            times, uses of citations. Rules for qualifiers and the wordings of times do not show.
    """

    totals: tuple[tuple[str, int], ...]
    findings: tuple[tuple[str, tuple[Finding, ...]], ...]
    fired: tuple[tuple[str, str, int], ...]

    def total(self, name: str) -> int:
        """A count of ``totals``; 0 where nothing was counted."""
        return dict(self.totals).get(name, 0)

    def section(self, name: str) -> tuple[Finding, ...]:
        """The findings of a section of ``SECTIONS``."""
        return dict(self.findings).get(name, ())

    def never_fired(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The rules that were not used once, by table; sorted. None where nothing was read.

        Verbs that no reading can tell apart (same act, kind and force) are all held to be used
        when one of them is.
        """
        if not self.total("documents"):
            return ()
        used = {(table, rule) for table, rule, _ in self.fired}
        return tuple(
            (table, tuple(rule for rule in sorted(rules) if (table, rule) not in used))
            for table, rules in sorted(_tables().items())
        )


def report(readings: Iterable[Reading], examples: int = 3) -> Report:
    """Reports on readings, one after the other.

    Args:
        readings: What was read; taken one at a time, none is kept.
        examples: How many places to keep for a finding, the first in the order of the readings.
    """
    tally = _Tally(examples)
    for reading in readings:
        tally.read(reading)
    return tally.report()


def merged(reports: Iterable[Report], examples: int = 3) -> Report:
    """The report on all readings together that the reports are on, in the order of these."""
    tally = _Tally(examples)
    for one in reports:
        tally.add(one)
    return tally.report()


class _Tally:
    """Counts while readings or reports go by."""

    def __init__(self, examples: int) -> None:
        self._examples = examples
        self._totals: Counter[str] = Counter()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._places: dict[tuple[str, str], list[Place]] = {}
        self._fired: Counter[tuple[str, str]] = Counter()

    def add(self, one: Report) -> None:
        self._totals.update(dict(one.totals))
        self._fired.update({(table, rule): count for table, rule, count in one.fired})
        for section, findings in one.findings:
            for finding in findings:
                self._note(section, finding.what, finding.count, finding.examples)

    def read(self, reading: Reading) -> None:
        document = reading.document
        own = [p for p in document.paragraphs if p.kind is not ParagraphKind.ANNEX]
        self._totals.update(
            {"documents": 1, "paragraphs": len(own), "acts": len(reading.acts)}
            | {"reported": len(reading.reported)}
        )
        self._document(reading)
        self._paragraphs(reading, own)
        self._actors(reading)
        labels = {paragraph.label: paragraph for paragraph in document.paragraphs}
        for act in reading.acts:
            self._act(reading, act, labels[act.paragraph])
        for act in (*reading.acts, *reading.reported):
            self._rules(act)

    def report(self) -> Report:
        findings: dict[str, list[Finding]] = {name: [] for name, _ in SECTIONS}
        for (section, what), count in sorted(self._counts.items(), key=lambda x: (-x[1], x[0])):
            findings[section].append(Finding(what, count, tuple(self._places.get((section, what), ()))))
        return Report(
            totals=tuple(sorted(self._totals.items())),
            findings=tuple((name, tuple(found)) for name, found in findings.items()),
            fired=tuple((table, rule, count) for (table, rule), count in sorted(self._fired.items())),
        )

    def _note(self, section: str, what: str, count: int, places: Iterable[Place]) -> None:
        self._counts[section, what] += count
        # One place is enough to look up a name; what is a kind of case wants several.
        limit = min(1, self._examples) if section == "unknown-actors" else self._examples
        kept = self._places.setdefault((section, what), [])
        for place in places:
            if len(kept) < limit:
                kept.append(place)

    def _document(self, reading: Reading) -> None:
        document = reading.document
        if not reading.acts:
            why = "no act in any paragraph" if document.paragraphs else "no paragraphs"
            self._note("documents-without-acts", why, 1, [Place(document.symbol, "", _shown(document.text))])
        if missing := numbering_gaps(document):
            place = Place(document.symbol, missing[0], f"missing: {', '.join(missing)}")
            self._note("numbering-gaps", document.symbol, len(missing), [place])

    def _paragraphs(self, reading: Reading, own: list[Paragraph]) -> None:
        """Paragraphs, items apart, in which (and in whose items) nothing is an act, told or done."""
        acting = {label for act in (*reading.acts, *reading.reported) for label in above(act.paragraph)}
        for paragraph in own:
            if paragraph.parent is None and paragraph.label not in acting and not is_heading(paragraph):
                place = Place(reading.document.symbol, paragraph.label, _shown(paragraph.text))
                self._note("paragraphs-without-act", paragraph.kind, 1, [place])

    def _actors(self, reading: Reading) -> None:
        """Unknown actors by their places: each is counted once where it is both named and asked."""
        unknown = {actor.key: actor.name for actor in reading.actors if not actor.known}
        places: dict[tuple[str, Span], Place] = {}
        symbol = reading.document.symbol
        for act in reading.acts:
            for asked in act.addressees:
                lost = asked.doubt.startswith(LOST)
                known = bool(asked.actors) and not any(key in unknown for key in asked.actors)
                self._totals.update({"addressees": 1, "addressees-known": int(known)})
                if lost:
                    place = Place(symbol, act.paragraph, _shown(act.text))
                    self._note("lost-references", asked.text.lower(), 1, [place])
                for key in asked.actors:
                    if key in unknown and not lost:
                        places[key, asked.span] = Place(symbol, act.paragraph, asked.text)
            for target in act.targets:
                places.update(
                    {(k, target.span): Place(symbol, act.paragraph, target.text) for k in target.actors}
                )
        for mention in reading.mentions:
            if mention.kind is MentionKind.ACTOR:
                place = Place(symbol, mention.paragraph, mention.text)
                places.update({(key, mention.span): place for key in mention.keys})
        for (key, _), place in sorted(places.items(), key=lambda x: (x[0][1], x[0][0])):
            if key in unknown:
                self._note("unknown-actors", unknown[key], 1, [place])

    def _act(self, reading: Reading, act: Act, paragraph: Paragraph) -> None:
        place = Place(reading.document.symbol, act.paragraph, _shown(act.text))
        if directive(act, paragraph):
            self._totals["directives"] += 1
            if act.addressees:
                self._totals["directives-addressed"] += 1
            elif self_directed(act):
                self._totals["directives-self"] += 1
            else:
                self._note("things" if asks_for_thing(act, reading) else "unnamed", act.act, 1, [place])
        for doubt in act.doubts:
            self._note("doubts", _reason(doubt), 1, [place])
        for citation in act.citations:
            if citation.doubt:
                self._note("doubts", citation.doubt, 1, [place])
        if act.certainty < LOW:
            self._note("uncertain-acts", f"{act.certainty:.1f}", 1, [place])

    def _rules(self, act: Act) -> None:
        used = [("verb", rule) for rule in _verbs().get((act.act, act.kind, act.force), ())]
        used.append(("finder", act.rule))
        used += [("modality", content.modality) for content in act.contents if content.modality]
        used += [("time", time.what) for time in act.times]
        used += [("use", citation.use) for citation in act.citations]
        self._fired.update((table, str(rule)) for table, rule in used)


def _shown(text: str) -> str:
    """The first words of a text, in one line."""
    text = " ".join(text[: 2 * _SHOWN].split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + " …"


def _reason(doubt: str) -> str:
    """A doubt without the names and words that it quotes, so that equal reasons count together."""
    return _NAMED.sub("that of the body", _QUOTED.sub("“…”", doubt))


@cache
def _verbs() -> Mapping[tuple[str, VerbKind, Force], tuple[str, ...]]:
    """The ids of the verbs by what of them shows in an act."""
    found: dict[tuple[str, VerbKind, Force], tuple[str, ...]] = {}
    for row in lexicon().verbs.values():
        key = (row.act, row.kind, row.force)
        found[key] = (*found.get(key, ()), row.id)
    return found


@cache
def _tables() -> Mapping[str, frozenset[str]]:
    """All rules whose use shows in a reading, by table."""
    return {
        "finder": RULES,
        "modality": frozenset(Modality),
        "time": frozenset(TimeKind),
        "use": frozenset(row.use for row in use_rules()),
        "verb": frozenset(lexicon().verbs),
    }

"""How a report on what was not understood is written: as text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from types import MappingProxyType

from ..extract.report import SECTIONS, Finding, Place, Report

_COUNTS = (
    ("documents", "documents"),
    ("paragraphs", "paragraphs outside annexes"),
    ("acts", "acts"),
    ("reported", "acts of other texts"),
    ("directives", "operative directives"),
    ("directives-addressed", "of them with an addressee"),
    ("directives-self", "of them to the body itself"),
    ("addressees", "addressees"),
    ("addressees-known", "of them in the authority file"),
)
_NOT_SEEN = "What qualifiers and the wordings of times were read by does not show here."


def _text(report: Report) -> str:
    """Lines to read in a terminal."""
    lines = [f"{report.total(name):9,} {title}" for name, title in _COUNTS]
    for name, title in SECTIONS:
        findings = report.section(name)
        lines += ["", f"{title}: {_sum(findings)}"]
        for finding in findings:
            lines.append(f"{finding.count:9,} {finding.what}")
            lines += [f"{'':12}{_where(place)}: {place.words}" for place in finding.examples]
    unused = report.never_fired()
    if unused:
        lines += ["", f"Rules that were never used. {_NOT_SEEN}"]
    for table, rules in unused:
        lines.append(f"{len(rules):9,} {table}: {', '.join(rules) or 'none'}")
    return "\n".join(lines) + "\n"


def _markdown(report: Report) -> str:
    """A page with a table a section."""
    lines = ["# What was not understood", "", "| count | of |", "|---:|---|"]
    lines += [f"| {report.total(name):,} | {title} |" for name, title in _COUNTS]
    for name, title in SECTIONS:
        findings = report.section(name)
        lines += ["", f"## {title}: {_sum(findings)}", ""]
        if findings:
            lines += ["| count | what | for example |", "|---:|---|---|"]
        for finding in findings:
            examples = "<br>".join(f"{_where(p)}: {_cell(p.words)}" for p in finding.examples)
            lines.append(f"| {finding.count:,} | {_cell(finding.what)} | {examples} |")
    unused = report.never_fired()
    if unused:
        lines += ["", "## Rules that were never used", "", _NOT_SEEN, "", "| table | rules |", "|---|---|"]
    for table, rules in unused:
        lines.append(f"| {table} | {', '.join(rules) or 'none'} |")
    return "\n".join(lines) + "\n"


def _json(report: Report) -> str:
    """One object: ``totals``, the sections by name, ``never_fired`` and ``fired`` by table."""
    fired: dict[str, dict[str, int]] = {}
    for table, rule, count in report.fired:
        fired.setdefault(table, {})[rule] = count
    found = {
        "totals": {name: report.total(name) for name, _ in _COUNTS},
        **{name: [asdict(finding) for finding in report.section(name)] for name, _ in SECTIONS},
        "never_fired": {table: list(rules) for table, rules in report.never_fired()},
        "fired": fired,
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _sum(findings: tuple[Finding, ...]) -> str:
    total = sum(finding.count for finding in findings)
    return f"{total:,}" if total == len(findings) else f"{total:,} in {len(findings):,} kinds"


def _where(place: Place) -> str:
    return f"{place.symbol} {place.paragraph}".strip()


def _cell(words: str) -> str:
    """Words that a cell of a Markdown table can hold as they are."""
    kept: Iterator[str] = (f"\\{c}" if c in "|\\`*_[]<>" else c for c in words)
    return "".join(kept)


#: How to write a report, by the name of the format.
FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"json": _json, "markdown": _markdown, "text": _text}
)

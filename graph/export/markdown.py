"""A digest of each document in Markdown: who is to do what by when, then the text and how to cite it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import records
from .documents import read_documents
from .files import FileNames
from .formats import Wanted
from .names import Names

if TYPE_CHECKING:
    from ..store import Store

# What Markdown (CommonMark, with tables) would take for markup, and HTML in it.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&])")
_LEADING = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s|$)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_MODALITIES = {
    "duty": "must",
    "recommendation": "should",
    "permission": "may",
    "prohibition": "must not",
    "exemption": "need not",
}


def write_markdown(store: Store, folder: Path, what: Wanted) -> None:
    """Writes a file a document.

    Args:
        store: The store.
        folder: Where to: a new and empty folder.
        what: Which documents.

    Raises:
        UsageError: A document that is not in the store.
    """
    names, files = Names.of(store), FileNames(".md")
    for document in read_documents(store, what.documents):
        text = "\n".join(_digest(document, names))
        (folder / files.of(document.symbol)).write_text(text + "\n", encoding="utf-8")


def _digest(document: records.Document, names: Names) -> Iterator[str]:
    """The lines of a document's digest."""
    heading = document.symbol
    if document.title and document.title != document.symbol:
        heading += f": {document.title}"
    yield f"# {escaped(heading)}"
    yield ""
    yield from (f"- {line}" for line in _facts(document, names))
    yield ""
    yield "## Who is to do what"
    yield ""
    yield from _table(document, names)
    yield "## Text"
    yield ""
    yield from _text(document)
    yield ""
    yield "## To cite"
    yield ""
    yield citation(document, names)


def _text(document: records.Document) -> Iterator[str]:
    """The paragraphs as a list, items within them, and below the items the words that close them."""
    open_: list[records.Paragraph] = []
    headings = document.headings_above()
    for paragraph in (*document.paragraphs, None):
        while open_ and (paragraph is None or paragraph.parent != open_[-1].iri):
            closed = open_.pop()
            if closed.wrap_up:
                yield f"\n{'  ' * len(open_)}  {escaped(closed.wrap_up)}"
        yield from _headings(headings.get(paragraph.iri if paragraph else "", ()), len(open_))
        if paragraph is not None:
            words = f"**{escaped(paragraph.label)}** {escaped(paragraph.text)}"
            yield f"{'  ' * len(open_)}- {words}".rstrip()
            open_.append(paragraph)


def _headings(texts: Sequence[str], depth: int) -> Iterator[str]:
    """Headings of what comes next; among the items of a paragraph, where no heading can be, in bold."""
    for text in texts:
        yield ""
        yield f"{'  ' * depth}**{escaped(text)}**" if depth else f"### {escaped(text)}"
    if texts:
        yield ""


def _facts(document: records.Document, names: Names) -> Iterator[str]:
    """What the document says of itself."""
    bodies = ", ".join(escaped(names.actor(one)) for one in document.bodies)
    if document.date:
        meeting = f", meeting {document.meeting}" if document.meeting else ""
        yield f"Adopted on {document.date.isoformat()}" + (f" by the {bodies}" if bodies else "") + meeting
    if document.agenda:
        yield f"Agenda: {escaped(document.agenda)}"
    if document.chapter_vii:
        yield "Acting under Chapter VII of the Charter"
    votes: dict[str, int] = {}
    for vote in document.votes:
        votes[vote.ballot] = votes.get(vote.ballot, 0) + 1
    if votes:
        yield "Votes: " + ", ".join(f"{votes[ballot]} {escaped(ballot)}" for ballot in sorted(votes))
    if document.link:
        yield f"Official text: <{document.link}>"
    yield "Read by a program, which can err: what counts is the official text"


def _table(document: records.Document, names: Names) -> Iterator[str]:
    """The obligations, a row for each action with all who are bound by it."""
    if not document.obligations:
        yield "Nobody is asked to do anything."
        yield ""
        return
    labels = {paragraph.iri: paragraph.label for paragraph in document.paragraphs}
    rows: dict[tuple[str, str], list[records.Obligation]] = {}
    for one in document.obligations:
        rows.setdefault((one.action.iri, one.modality), []).append(one)
    yield "| Paragraph | Who | | What | When | Force |"
    yield "|---|---|---|---|---|---|"
    for duties in rows.values():
        one = duties[0]
        who = ", ".join(dict.fromkeys(names.actor(duty.bearer) for duty in duties))
        days = [f"by {one.due.isoformat()}"] if one.due else []
        days += [f"until {one.until.isoformat()}"] if one.until else []
        when = "; ".join((*(time.text for time in one.times), *days))
        cells = (
            labels.get(one.paragraph, ""),
            who,
            _MODALITIES.get(one.modality, one.modality),
            one.action.text,
            when,
            f"{one.act.verb} ({one.act.force})",
        )
        yield "| " + " | ".join(map(escaped, cells)) + " |"
    yield ""


def citation(document: records.Document, names: Names) -> str:
    """A line that cites a document, after the editorial manual of the United Nations."""
    bodies = ", ".join(escaped(names.actor(one)) for one in document.bodies) or "United Nations"
    kind = {"resolution": "resolution", "statement": "statement", "draft": "draft"}.get(document.kind, "")
    adopted = document.date
    day = f" of {adopted.day} {_MONTHS[adopted.month - 1]} {adopted.year}" if adopted else ""
    link = f", <{document.link}>" if document.link else ""
    return f"{bodies}, {kind} {escaped(document.symbol)}{day}{link}."


def escaped(text: str) -> str:
    """Text on one line, in which nothing is taken for markup."""
    line = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _LEADING.sub(lambda found: f"{found[1]}{_mark(found[2])}", line)


def _mark(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}" if mark[-1] in ".)" else f"\\{mark}"

"""Read texts and put their graph into a store.

Building again replaces what has changed and skips what has not. A text that cannot be read is
reported in one line and the others are read; the exit status is then 3. Of two texts that are the
same document the first stays, and a line says so. A build that is stopped leaves the store as it was.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..terminal import Words
from .sources import (
    Failure,
    Source,
    Text,
    add_sources,
    attempt,
    debugging,
    each,
    expand,
    processes,
    stale_lines,
)
from .stores import DEFAULT, refuse_http

if TYPE_CHECKING:
    from ..graph.batch import Batch

EXAMPLES = """\
  obligraph build examples/S_RES_2331_2016.md
  obligraph build resolutions/ -o council.store
  obligraph build resolutions/ -o memory      (reads and checks, keeps nothing)
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_sources(parser)
    parser.add_argument(
        "-o",
        "--store",
        "--output",
        dest="store",
        default=DEFAULT,
        metavar="STORE",
        help=f"folder of the store, made if it is not there (default: {DEFAULT})",
    )
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="say what was done, also where no terminal is"
    )


@dataclass(slots=True)
class _Tally:
    """What became of the sources."""

    put: int = 0
    unchanged: int = 0
    stale: int = 0
    skipped: int = 0
    failures: list[Failure] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def fail(self, failure: Failure, words: Words) -> None:
        """Reports a source that was not read."""
        words.complain(failure.line)
        self.failures.append(failure)

    @property
    def done(self) -> int:
        return self.put + self.unchanged + self.skipped + len(self.failures)


def run(args: argparse.Namespace) -> int:
    """Builds; returns the exit status."""
    from ..graph.store import open_store

    refuse_http(args.store)
    sources = expand(args.sources)
    words = Words(args.verbose)
    tally = _Tally()
    with open_store(args.store, create=True) as store, store.batch() as batch:
        tasks = _tasks(sources, batch, tally, words, debugging(args))
        count = processes(args.jobs, len(sources))
        for task, result in each(_graph, tasks, count, debugging(args)):
            if isinstance(result, Failure):
                tally.fail(result, words)
            else:
                graph, stale = result
                for line in stale:
                    words.complain(line)
                tally.stale += len(stale)
                if batch.put_lines(task.document.symbol, graph.splitlines(keepends=True)):
                    tally.put += 1
                else:
                    tally.unchanged += 1
            words.count(tally.done, len(sources), "texts read")
        words.count(tally.done, len(sources), "texts read; storing")
    words.say(
        f"{args.store}: {tally.put} put in, {tally.unchanged} unchanged, {len(tally.failures)} not read"
    )
    return max((1 if tally.stale else 0, *(failure.status for failure in tally.failures)))


def _tasks(
    sources: Sequence[Source], batch: Batch, tally: _Tally, words: Words, debug: bool
) -> Iterator[Text]:
    """Reads the documents, which is quick, and gives on those that the store does not have as they are."""
    for source in sources:
        text = attempt(Source.text, source, debug)
        if isinstance(text, Failure):
            tally.fail(text, words)
            continue
        document = text.document
        first = tally.names.setdefault(document.symbol, source.name)
        if first != source.name:
            words.complain(f"{source.name}: left out: it is {document.symbol} too, and {first} stays")
            tally.skipped += 1
            continue
        if batch.unchanged(document):
            tally.unchanged += 1
            continue
        yield text


def _graph(text: Text) -> tuple[str, tuple[str, ...]]:
    """The graph of a document as N-Quads: one text, which travels well between processes.

    With it come lines on corrections that no longer fit.
    """
    from ..graph.build import nquads

    reading = text.reading()
    return "".join(nquads(reading)), stale_lines(text.name, reading)

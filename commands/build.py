"""Read texts and put their graph into a store.

Building again replaces what has changed and skips what has not. A text that cannot be read is
reported in one line and the others are read; the exit status is then 3. Of two texts that are the
same document the first stays, and a line says so. The words of a text in another language than
English are attached to the paragraphs of the English one, whichever of the two is named first. A
build that is stopped leaves the store as it was.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..terminal import Words
from .parallel import Failure, attempt, each, processes
from .sources import Source, Text, add_sources, debugging, expand, stale_lines
from .stores import DEFAULT, check_address
from .translating import attach, translated

if TYPE_CHECKING:
    from ..graph.store import Changes, Store

EXAMPLES = """\
  obligraph build examples/S_RES_2331_2016.md
  obligraph build resolutions/ -o council.store
  obligraph build resolutions/ -o memory      (reads and checks, keeps nothing)
  obligraph build resolutions/ --store http://localhost:7878
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
        help=f"folder of the store, made if it is not there, or the http address of a SPARQL server "
        f"(default: {DEFAULT})",
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
    names: dict[tuple[str, str], Source] = field(default_factory=dict)
    translations: list[Source] = field(default_factory=list)

    def fail(self, failure: Failure, words: Words) -> None:
        """Reports a source that was not read."""
        words.complain(failure.line)
        self.failures.append(failure)

    @property
    def done(self) -> int:
        return self.put + self.unchanged + self.skipped + len(self.failures)


def run(args: argparse.Namespace) -> int:
    """Builds; returns the exit status."""
    from ..graph.ntriples import split
    from ..graph.store import open_store

    check_address(args.store)
    sources = expand(args.sources)
    words = Words(args.verbose)
    tally = _Tally()
    with open_store(args.store, create=True) as store, store.batch() as batch:
        place = store.place
        tasks = _tasks(sources, batch, tally, words, debugging(args))
        count = processes(args.jobs, len(sources))
        for task, result in each(_graph, tasks, count, debugging(args)):
            if isinstance(result, Failure):
                tally.fail(result, words)
                tally.names.pop((task.document.symbol, task.document.language))
            else:
                graph, stale = result
                for line in stale:
                    words.complain(line)
                tally.stale += len(stale)
                if batch.put_lines(task.document.symbol, split(graph)):
                    tally.put += 1
                else:
                    tally.unchanged += 1
            words.count(tally.done, len(sources), "texts read")
        for source in tally.translations:  # when all that they are translations of have been put in
            _attach(source, store, batch, tally, words, debugging(args))
        words.count(tally.done, len(sources), "texts read; storing")
    words.say(f"{place}: {tally.put} put in, {tally.unchanged} unchanged, {len(tally.failures)} not read")
    return max((1 if tally.stale else 0, *(failure.status for failure in tally.failures)))


def _tasks(
    sources: Sequence[Source], batch: Changes, tally: _Tally, words: Words, debug: bool
) -> Iterator[Text]:
    """Reads the documents, which is quick, and gives on those that the store does not have as they are."""
    for source in sources:
        text = attempt(Source.text, source, debug)
        if isinstance(text, Failure):
            tally.fail(text, words)
            continue
        document = text.document
        first = tally.names.setdefault((document.symbol, document.language), source)
        if first is not source:
            words.complain(f"{source.name}: left out: it is {document.symbol} too, and {first.name} stays")
            tally.skipped += 1
            continue
        if translated(document):
            tally.translations.append(source)  # to be read again, for the texts of many would fill the memory
            continue
        if batch.unchanged(document):
            tally.unchanged += 1
            continue
        yield text


def _attach(source: Source, store: Store, batch: Changes, tally: _Tally, words: Words, debug: bool) -> None:
    """Attaches the words of a text in another language to the paragraphs of the English one."""
    result = attempt(lambda source: attach(source.text(), tally.names, store, batch), source, debug)
    if isinstance(result, Failure):
        tally.fail(result, words)
        return
    changed, apart = result
    for line in apart:
        words.complain(f"{source.name}: {line}")
    if changed:
        tally.put += 1
    else:
        tally.unchanged += 1


def _graph(text: Text) -> tuple[str, tuple[str, ...]]:
    """The graph of a document as N-Quads: one text, which travels well between processes.

    With it come lines on corrections that no longer fit.
    """
    from ..graph.build import nquads

    reading = text.reading()
    return "".join(nquads(reading)), stale_lines(text.name, reading)

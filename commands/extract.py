"""Read texts and write what is in them as JSON.

Each document becomes one object with its paragraphs and its acts: who asks whom to do what, with
times, qualifiers, citations, and the place of every word. "-O json" writes one object for a single
file (or standard input), and an array of objects for several sources or a folder; "-O jsonl" writes
one object a line. Nothing is stored.

"--report" lists instead what was not understood, over all the texts together: paragraphs without an
act, directives that name nobody, unknown actors by frequency, doubts by reason, rules never used.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ..errors import UsageError
from ..terminal import Words, output
from .arguments import by_name, whole
from .parallel import Failure, each, processes
from .sources import Source, add_sources, debugging, expand, stale_lines

if TYPE_CHECKING:
    from ..extract.report import Report

T = TypeVar("T")
_Read = tuple[T, tuple[str, ...]]  # what was made of a source, and lines on corrections that are stale

EXAMPLES = """\
  obligraph extract examples/S_RES_2331_2016.md
  obligraph extract resolutions/ -o acts.jsonl
  cat text.txt | obligraph extract - -O jsonl
  obligraph extract --report resolutions/ -o report.md
"""

#: The formats, with the ending of a file's name that asks for each; the first where none does.
FORMATS = {"json": ".json", "jsonl": ".jsonl"}

#: The same for a report.
REPORT_FORMATS = {"text": ".txt", "json": ".json", "markdown": ".md"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_sources(parser)
    parser.add_argument(
        "-O",
        "--output-type",
        choices=sorted({**FORMATS, **REPORT_FORMATS}),
        help="json, jsonl; of a report text, json, markdown (default: by the file's name, else the first)",
    )
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help="file to write (default: -)")
    parser.add_argument("--report", action="store_true", help="list what was not understood instead")
    parser.add_argument(
        "--examples",
        type=whole(0, 999_999),
        default=3,
        metavar="N",
        help="places that a report shows of each kind (default: 3)",
    )


def run(args: argparse.Namespace) -> int:
    """Reads the sources and writes the objects; returns the exit status."""
    formats = REPORT_FORMATS if args.report else FORMATS
    endings = {ending: kind for kind, ending in formats.items()}
    kind = args.output_type or by_name(args.output, endings) or next(iter(formats))
    if kind not in formats:
        written = "a report" if args.report else "what is in the texts"
        raise UsageError(f"{written} is not written as {kind}", remedy=f"give {' or '.join(formats)}")
    sources = expand(args.sources)
    words = Words()
    if args.report:
        return _report(args, kind, sources, words)
    work = _line if kind == "jsonl" else _object
    single = kind == "json" and len(args.sources) == 1 and [s.name for s in sources] == args.sources
    failures: list[Failure] = []
    count = processes(args.jobs, len(sources))
    results = _succeeding(each(work, sources, count, debugging(args)), len(sources), words, failures)
    if single:
        text = next(results, None)
        if text is None:
            return failures[0].status
        with output(args.output) as stream:
            stream.write(f"{text}\n")
        return max((failure.status for failure in failures), default=0)
    from ..extract.output import json_array

    with output(args.output) as stream:
        pieces = (f"{text}\n" for text in results) if kind == "jsonl" else json_array(results)
        stream.writelines(pieces)
    return max((failure.status for failure in failures), default=0)


def _report(args: argparse.Namespace, kind: str, sources: tuple[Source, ...], words: Words) -> int:
    """Reads the sources and writes what was not understood; returns the exit status."""
    from ..extract.report import merged
    from .reporting import FORMATS

    failures: list[Failure] = []
    results = each(
        partial(_findings, examples=args.examples),
        sources,
        processes(args.jobs, len(sources)),
        debugging(args),
    )
    found = merged(_succeeding(results, len(sources), words, failures), args.examples)
    with output(args.output) as stream:
        stream.write(FORMATS[kind](found))
    return max((failure.status for failure in failures), default=0)


def _findings(source: Source, examples: int) -> _Read[Report]:
    from ..extract.report import report

    reading = source.reading()
    return report([reading], examples), stale_lines(source.name, reading)


def _object(source: Source) -> _Read[str]:
    from ..extract.output import json_text

    reading = source.reading()
    return json_text(reading), stale_lines(source.name, reading)


def _line(source: Source) -> _Read[str]:
    from ..extract.output import json_text

    reading = source.reading()
    return json_text(reading, indent=None), stale_lines(source.name, reading)


def _succeeding(
    results: Iterator[tuple[Source, _Read[T] | Failure]], total: int, words: Words, failures: list[Failure]
) -> Iterator[T]:
    """The results of the sources that were read.

    Reports the others, and corrections that no longer fit, and keeps them in ``failures``.
    """
    for number, (_, result) in enumerate(results, 1):
        words.count(number, total, "texts read")
        found = [result] if isinstance(result, Failure) else [Failure(line, 1) for line in result[1]]
        for failure in found:
            words.complain(failure.line)
        failures += found
        if not isinstance(result, Failure):
            yield result[0]
    words.done()

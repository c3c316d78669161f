"""Read texts and write what is in them as JSON.

Each document becomes one object with its paragraphs and its acts: who asks whom to do what, with
times, qualifiers, citations, and the place of every word. "-O json" writes one object for a single
file (or standard input), and an array of objects for several sources or a folder; "-O jsonl" writes
one object a line. Nothing is stored.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import PurePath

from ..terminal import Words, output
from .sources import Failure, Source, add_sources, debugging, each, expand, processes

EXAMPLES = """\
  obligraph extract examples/S_RES_2331_2016.md
  obligraph extract resolutions/ -o acts.jsonl
  cat text.txt | obligraph extract - -O jsonl
"""

#: The formats, with the ending of a file's name that asks for each.
FORMATS = {"json": ".json", "jsonl": ".jsonl"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_sources(parser)
    parser.add_argument(
        "-O", "--output-type", choices=sorted(FORMATS), help="format (default: by the file's name, else json)"
    )
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help="file to write (default: -)")


def run(args: argparse.Namespace) -> int:
    """Reads the sources and writes the objects; returns the exit status."""
    sources = expand(args.sources)
    words = Words()
    kind = args.output_type or _by_name(args.output)
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
        return 0
    from ..extract.output import json_array

    with output(args.output) as stream:
        pieces = (f"{text}\n" for text in results) if kind == "jsonl" else json_array(results)
        stream.writelines(pieces)
    return max((failure.status for failure in failures), default=0)


def _by_name(name: str) -> str:
    endings = {ending: kind for kind, ending in FORMATS.items()}
    return endings.get(PurePath(name).suffix.lower(), "json")


def _object(source: Source) -> str:
    from ..extract.output import json_text

    return json_text(source.reading())


def _line(source: Source) -> str:
    from ..extract.output import json_text

    return json_text(source.reading(), indent=None)


def _succeeding(
    results: Iterator[tuple[Source, str | Failure]], total: int, words: Words, failures: list[Failure]
) -> Iterator[str]:
    """The texts of the sources that were read; reports the others and keeps them in ``failures``."""
    for number, (_, result) in enumerate(results, 1):
        words.count(number, total, "texts read")
        if isinstance(result, Failure):
            words.complain(result.line)
            failures.append(result)
        else:
            yield result
    words.done()

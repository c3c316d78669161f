"""Compare what two documents ask: what was added, dropped, hardened or softened.

A and B are documents of the store, or files. Obligations of the same bearer are matched by their
words. The exit status is 0 whether or not they differ.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from ..terminal import output
from .stores import add_store, opened

if TYPE_CHECKING:
    from ..graph.diff import Change, Duty

EXAMPLES = """\
  obligraph diff 'S/RES/2195(2014)' 'S/RES/2331(2016)'
  obligraph diff draft.txt final.txt -O json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("before", metavar="A", help="a document of the store by its symbol, or a file")
    parser.add_argument("after", metavar="B", help="another one")
    parser.add_argument(
        "-O", "--output-type", choices=["json", "text"], default="text", help="format (default: text)"
    )
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help="file to write (default: -)")
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Compares; returns the exit status."""
    from ..graph.diff import compare

    changes = compare(_duties(args, args.before), _duties(args, args.after))
    with output(args.output) as stream:
        stream.writelines(_json(changes) if args.output_type == "json" else _text(changes))
    return 0


def _duties(args: argparse.Namespace, name: str) -> list[Duty]:
    """The obligations of a file, or of a document of the store."""
    from ..graph.diff import duties
    from ..queries.naming import document

    with ExitStack() as held:
        if Path(name).is_file():
            alone = argparse.Namespace(store=None, texts=[name])
            store = held.enter_context(opened(alone))
            (found,) = store.documents()
        else:
            store = held.enter_context(opened(args))
            found = document(store, name).value
        return duties(store, found)


def _text(changes: list[Change]) -> Iterator[str]:
    from ..graph.diff import KINDS

    for kind in KINDS:
        rows = [change for change in changes if change.kind == kind]
        yield f"{kind}: {len(rows)}\n"
        if kind == "kept":
            continue
        for change in rows:
            for sign, duty in (("-", change.before), ("+", change.after)):
                if duty is not None:
                    how = f"{duty.force}, {duty.modality}"
                    yield f"  {sign} {duty.paragraph}  {duty.who} ({how}): {duty.action}\n"


def _json(changes: list[Change]) -> Iterator[str]:
    import json

    yield json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=1) + "\n"

"""Sum up a store: its paragraphs, acts, who is asked most, what is cited most.

Each list is the beginning of a named query, whose name stands above it.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from ..terminal import coloured, output, styled, width
from .arguments import whole
from .stores import add_store, opened

EXAMPLES = """\
  obligraph summary
  obligraph summary --top 25
  obligraph summary --from examples/S_RES_2331_2016.md
"""

#: The queries that are summed up, with what their lists are called.
_LISTS = {
    "counts": "How much there is",
    "acts-by-verb": "Acts by verb",
    "actors-by-obligations": "Who is asked most",
    "instruments-cited": "Instruments cited",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "--top",
        type=whole(1, 100_000),
        default=10,
        metavar="N",
        help="how long each list may be (default: 10)",
    )
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the summary; returns the exit status."""
    from ..queries.formats import formatted
    from ..queries.library import named
    from ..queries.run import Table
    from ..queries.run import run as answered

    with opened(args) as store:
        answers = {name: answered(store, named(name)) for name in _LISTS}
    bold = ("bold",) if coloured(sys.stdout) else ()
    with output("-") as stream:
        for number, (name, title) in enumerate(_LISTS.items()):
            table = answers[name]
            assert isinstance(table, Table)
            stream.write("\n" if number else "")
            stream.write(f"{styled(title, *bold)}  (obligraph query {name})\n\n")
            top = args.top if number else len(table.rows)  # the counts are no list to be cut
            stream.write(formatted(replace(table, rows=table.rows[:top]), "table", width(sys.stdout)))
            if len(table.rows) > top:
                stream.write(f"… and {len(table.rows) - top} more\n")
    return 0

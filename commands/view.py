"""Draw a view of the graph: a page to click in, or a file for a drawing program.

The format follows the file's name, or -O. A page stands alone: it loads nothing from elsewhere, and
a click on an edge shows the words that it was read from.
"""

from __future__ import annotations

import argparse

from ..graph.export import FORMATS
from ..graph.views import VIEWS
from ..terminal import Words
from .arguments import day
from .stores import add_store, opened

EXAMPLES = """\
  obligraph view who-asks-whom -o council.html
  obligraph view who-asks-whom -o 2016.graphml --since 2016-01-01 --until 2016-12-31
  obligraph view who-condemns-whom -o - -O csv
  obligraph view citations -o citations.graphml --measures
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    names = "; ".join(f"{view.name}: {view.summary.rstrip('.')}" for view in VIEWS.values())
    parser.add_argument("name", choices=list(VIEWS), metavar="NAME", help=names)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="file to write, or -")
    parser.add_argument(
        "-O",
        "--output-type",
        default="",
        choices=[name for name, row in FORMATS.items() if row.kind in ("network", "page")],
        help="format (default: by the file's name)",
    )
    parser.add_argument(
        "--document", action="append", default=[], metavar="SYMBOL", help="only acts of this document"
    )
    parser.add_argument("--verb", action="append", default=[], help="only acts with this verb")
    parser.add_argument(
        "--force", action="append", default=[], help="only acts of this force, such as demand"
    )
    parser.add_argument(
        "--actor", action="append", default=[], help="only what has this actor at an end: a key or a name"
    )
    parser.add_argument("--since", type=day, metavar="DATE", help="only texts adopted on this day or later")
    parser.add_argument("--until", type=day, metavar="DATE", help="only texts adopted by this day")
    parser.add_argument(
        "--measures",
        action="store_true",
        help="give each node its degree, PageRank, betweenness and community",
    )
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the view; returns the exit status."""
    from ..graph.export import write_view
    from ..queries.naming import keys, symbols

    with opened(args) as store:
        found = write_view(
            store,
            args.name,
            args.output,
            format=args.output_type,
            since=args.since,
            until=args.until,
            verbs=args.verb,
            documents=symbols(store, args.document),
            forces=args.force,
            actors=keys(store, args.actor),
            measures=args.measures,
        )
    if not found:
        given = _filters(args)
        why = f"nothing passes these filters ({given})" if given else "the store has nothing for this view"
        Words().complain(f"{args.output}: {why}: the file is empty")
    elif args.output != "-":
        Words().say(f"{args.output}: written")
    return 0


def _filters(args: argparse.Namespace) -> str:
    """The filters as they were given."""
    names = ("document", "verb", "force", "actor", "since", "until")
    values = {name: getattr(args, name) for name in names}
    return ", ".join(
        f"--{name} {one}"
        for name, value in values.items()
        if value
        for one in (value if isinstance(value, list) else [value])
    )

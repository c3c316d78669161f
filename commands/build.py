"""Read texts and put their graph into a store.

Building again replaces what has changed and skips what has not. A text that cannot be read is
reported in one line and the others are read; the exit status is then 3. A build that is stopped
leaves the store as it was.
"""

from __future__ import annotations

import argparse

from ..terminal import Words
from .sources import add_sources, expand
from .stores import DEFAULT

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
        "-v", "--verbose", action="store_true", help="say what was done, not only on a terminal"
    )


def run(args: argparse.Namespace) -> int:
    """Builds; returns the exit status."""
    raise NotImplementedError(expand, Words)

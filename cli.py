"""The command line: finds the command, and turns errors into one line and an exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from . import __version__
from .commands import COMMANDS, load
from .commands.guard import guarded
from .errors import UsageError

_EPILOG = """\
exit status:
  0 done   1 findings   2 wrong usage   3 bad input (the rest was done)   4 a fault of obligraph

Data goes to standard output, words to standard error. The first steps:
  obligraph build resolutions/
  obligraph query obligations-of -p actor=cted
"""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Raises what is wrong with the command line as a UsageError."""
        raise UsageError(message, remedy=f"see “{self.prog} --help”")


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The parser of the command line.

    Args:
        command: The command whose arguments are to be declared; the others are known by name only.
    """
    common = _Parser(add_help=False, allow_abbrev=False)
    common.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help="show the traceback of an error"
    )
    top = _Parser(
        prog="obligraph",
        description="Who asks whom to do what, under which instrument, by when, and in which words.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"obligraph {__version__}")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        if name != command:
            commands.add_parser(name, help=summary.rstrip("."))
            continue
        module = load(name)
        sub = commands.add_parser(
            name,
            help=summary.rstrip("."),
            description=(module.__doc__ or "").strip(),
            epilog=f"examples:\n{module.EXAMPLES.rstrip()}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[common],
            allow_abbrev=False,
        )
        module.configure(sub)
        sub.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command.

    Args:
        argv: The arguments after the program's name; those of the process if None.

    Returns:
        The exit status: 0 done, 1 findings, 2 wrong usage, 3 bad input, 4 a fault of ours, and
        130 when the user interrupts.
    """
    # numpy, which spaCy brings, starts a thread a processor that nothing here would use
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = sys.argv[1:] if argv is None else list(argv)
    command = next((argument for argument in arguments if not argument.startswith("-")), None)

    def work() -> int:
        args = parser(command).parse_args(arguments)
        status: int = args.run(args)
        return status

    return guarded(work, debug="--debug" in arguments)

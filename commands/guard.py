"""Errors become one line and an exit status; nothing else of the command line catches them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from ..errors import ObligraphError
from ..terminal import Words


def guarded(work: Callable[[], int], *, debug: bool = False) -> int:
    """Does a piece of work and returns its exit status, or that of the error that ended it.

    Args:
        work: What to do; returns an exit status.
        debug: Let errors through, so that a traceback shows where they arose.

    Returns:
        The status of the work; that of an ``ObligraphError``; 3 where the system refuses to read
        or write; 130 after Ctrl-C; 0 where the reader of standard output has left; 4 for a fault
        of ours.
    """
    try:
        status = work()
        sys.stdout.flush()
        return status
    except SystemExit as end:  # argparse, after --help and --version
        status = end.code if isinstance(end.code, int) else 0
        return guarded(lambda: status)
    except KeyboardInterrupt:
        return _failed("interrupted", 130)
    except BrokenPipeError:
        _drop_stdout()
        return 0
    except ObligraphError as error:
        if debug:
            raise
        return _failed(str(error), error.status)
    except OSError as error:
        if debug:
            raise
        place = f"{error.filename}: " if error.filename else ""
        return _failed(f"{place}{(error.strerror or str(error)).lower()}", 3)
    except MemoryError:
        return _failed("not enough memory: ask for less", 3)
    except RecursionError:
        if debug:
            raise
        return _failed("nested too deeply to be read", 3)
    except Exception as error:  # the last stop: a user gets a line, not a traceback
        if debug:
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return _failed(f"a fault of obligraph, not of yours: {reason}; --debug shows where", 4)


def _failed(line: str, status: int) -> int:
    Words().complain(line)
    try:
        sys.stdout.flush()
    except OSError:
        _drop_stdout()
    return status


def _drop_stdout() -> None:
    """Points standard output at nothing, so that the interpreter can flush it when it ends."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except (OSError, ValueError):
        pass

"""Placeholder."""

from __future__ import annotations

import argparse

EXAMPLES = """\
  obligraph summary
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""


def run(args: argparse.Namespace) -> int:
    """Runs; returns the exit status."""
    raise NotImplementedError

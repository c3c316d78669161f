"""The commands, one module each, imported when they are asked for.

A module's docstring is its help text. ``EXAMPLES`` are shown beneath it, ``configure`` declares the
arguments, ``run`` does the work and returns the exit status.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

#: The commands in the order of the help text, each with the first line of its module's docstring.
#: It is written down twice so that the list of commands needs none of them.
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "build": "Read texts and put their graph into a store.",
        "extract": "Read texts and write what is in them as JSON.",
        "review": "Correct what was read, in a file beside the text that later readings heed.",
        "show": "Show a paragraph with what was read in it marked, and each act with its rule.",
        "query": "Ask the graph: a named query, or SPARQL of your own.",
        "queries": "List the named queries, with what each of them answers.",
        "summary": "Sum up a store: its paragraphs, acts, who is asked most, what is cited most.",
        "view": "Draw a view of the graph: a page to click in, or a file for a drawing program.",
        "export": "Write the graph to a file: RDF, tables, a workbook, a calendar, marked texts and others.",
        "serve": "Serve the graph: a SPARQL endpoint, pages to ask it with, a page for everything in it.",
        "diff": "Compare what two documents ask: what was added, dropped, hardened or softened.",
        "validate": "Check the graph against the rules of its ontology.",
    }
)


class Command(Protocol):
    """What the command line needs of a module."""

    __doc__: str | None
    EXAMPLES: str

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Declares the command's arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Does the work and returns the exit status."""


def load(name: str) -> Command:
    """The module of a command, by a key of ``COMMANDS``."""
    return cast(Command, import_module(f".{name}", __name__))

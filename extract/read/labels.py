"""Labels of paragraphs, each given once.

Labels are made of printed numbers (``OP3(a)(ii)``). Where a document has parts whose numbering
begins again, the labels of each later part begin with its printed letter or, where none is
printed, with its place: ``B.OP1``, ``2.OP1``. A second list with the same letters in one paragraph
is ``OP3+2(a)``. Items that are set off by dashes or dots are counted: ``OP3(-1)``. Words such as
"Decides:" that stand over the numbered paragraphs are ``OP0``. Lettered paragraphs that no
number stands over are ``OP(a)``. Paragraphs of annexes are counted: ``AN1``.
"""

from __future__ import annotations

from .numbers import Series


class Labels:
    """Gives out labels, and knows which are taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._again: dict[str, int] = {}
        self._count: dict[str, int] = {}
        self._parts = 1
        self._part = ""

    def part(self, letter: str = "", *, count: bool = True) -> None:
        """Begins another part of the document.

        Args:
            letter: As printed; its place among the parts where none is.
            count: Whether its paragraphs are counted from 1 again.
        """
        self._parts += 1
        self._part = f"{letter or self._parts}."
        if count:
            self._count.clear()

    def counted(self, stem: str) -> str:
        """The next one of ``PP1``, ``PP2``, …."""
        self._count[stem] = self._count.get(stem, 0) + 1
        return self._free(f"{self._part}{stem}{self._count[stem]}")

    def numbered(self, value: int, body: str) -> str:
        """``OP12`` for a printed 12; unnumbered ones count on from it."""
        self._count["OP"] = value
        return self._free(f"{self._part}OP{body.replace(' ', '')}")

    def lettered(self, body: str) -> str:
        """``OP(a)``."""
        return self._free(f"{self._part}OP({body})")

    def item(self, parent: str, series: Series, body: str) -> str:
        """``OP3(a)`` for an (a) under ``OP3``."""
        if series.family == "bullet":
            self._count[parent] = self._count.get(parent, 0) + 1
            body = f"-{self._count[parent]}"
        return self._free(f"{parent}({body.replace(' ', '')})")

    @property
    def latest(self) -> int:
        """The number of the latest operative paragraph of this part."""
        return self._count.get("OP", 0)

    def _free(self, label: str) -> str:
        free = label
        while free in self._taken:
            number = self._again[label] = self._again.get(label, 1) + 1
            head, bracket, tail = label.rpartition("(")
            free = f"{head}+{number}{bracket}{tail}" if head else f"{label}+{number}"
        self._taken.add(free)
        return free

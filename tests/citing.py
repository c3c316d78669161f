"""What short clauses cite, for the tests of instruments."""

from __future__ import annotations

from obligraph.extract.instruments.find import instruments_of

from .documents import document

OTHERS = {f"OP{number}": "Decides to act;" for number in (1, 2, 3, 4, 5, 8)}


def cited(*clauses: str, label: str = "OP9") -> list[str]:
    """What the clauses cite; they are paragraph 9 and on, or the one labelled."""
    texts = {label: clauses[0]} | {f"OP{10 + n}": clause for n, clause in enumerate(clauses[1:])}
    return [citation.instrument for citation in instruments_of(document(OTHERS | texts)).citations]

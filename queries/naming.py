"""Which document, actor or instrument of a store a user means: by symbol, key, name or acronym.

A look-up by what was written comes first, which costs the same in a store of any size. Only if that
finds nothing, all names are gone through, without regard to case, to tell what is meant or near it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from ..errors import WrongNameError, near, no_such
from .prefixes import DATA, PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

    from .parameters import Store, Term

_SYMBOLS = "SELECT ?document ?symbol { GRAPH ?document { ?document dcterms:identifier ?symbol } }"
_IDENTIFIERS = "SELECT ?thing ?name { ?thing dcterms:identifier ?name }"
_NAMES = "SELECT ?actor ?name { ?actor %s ?name }"
_PROPERTIES = ("skos:prefLabel", "skos:altLabel", "og:fullName")
_KNOWN = "SELECT ?actor ?known { ?actor og:known ?known }"


def document(store: Store, text: str) -> NamedNode:
    """The document with this symbol; case and spaces do not count.

    A part of a symbol does where it fits one document alone: ``2331``, ``RES/2331``.

    Raises:
        WrongNameError: The store has no such document, or several.
    """
    wanted = text.removeprefix(DATA)
    exact = [row[0] for row in _asked(store, _SYMBOLS, symbol=_string(_squeezed(wanted).upper()))]
    if exact:
        return cast("NamedNode", exact[0])
    symbols = {row[1].value: row[0] for row in _asked(store, _SYMBOLS)}
    found = [symbol for symbol in symbols if _squeezed(symbol).casefold() == _squeezed(wanted).casefold()]
    found = found or sorted(symbol for symbol in symbols if _within(wanted, symbol))
    if len(found) == 1:
        return cast("NamedNode", symbols[found[0]])
    if found:
        raise WrongNameError(
            f"“{text}” fits several documents",
            remedy=f"give the symbol of one, such as {' or '.join(found[:3])}",
        )
    numbers = {part: symbol for symbol in sorted(symbols) for part in _parts(symbol) if part.isdigit()}
    like = near(wanted, symbols) or [numbers[one] for one in near(wanted, numbers)]
    raise no_such("document", text, like)


def symbols(store: Store, texts: Iterable[str]) -> tuple[str, ...]:
    """The symbols of the documents that are meant, each as ``document`` finds it.

    Raises:
        WrongNameError: The store has no such document, or several.
    """
    nodes = [document(store, text) for text in texts]
    return tuple(row[1].value for node in nodes for row in _asked(store, _SYMBOLS, document=node))


def keys(store: Store, texts: Iterable[str]) -> tuple[str, ...]:
    """The keys of the actors that are meant, each as ``actor`` finds it.

    Raises:
        WrongNameError: The store has no such actor, or several.
    """
    return tuple(actor(store, text).value.removeprefix(PREFIXES["actor"]) for text in texts)


def actor(store: Store, text: str) -> NamedNode:
    """The actor with this key, name, acronym or full name; case and "the" do not count.

    Where several have the name, it is the one that the authority file knows.

    Raises:
        WrongNameError: The store has no such actor, or several.
    """
    from pyoxigraph import Literal, NamedNode

    written = text.removeprefix(PREFIXES["actor"]).strip()
    key = "-".join(written.casefold().split())
    if re.fullmatch(r"[\w.()-]+", key):
        node = NamedNode(PREFIXES["actor"] + key)
        if _asked(store, _NAMES % "skos:prefLabel", actor=node):
            return node
    name = Literal(written, language="en")
    nodes = {row[0] for one in _PROPERTIES for row in _asked(store, _NAMES % one, name=name)}
    names: dict[str, set[Any]] = {}
    if not nodes:
        for one in _PROPERTIES:
            for node, label in _asked(store, _NAMES % one):
                if node.value.startswith(PREFIXES["actor"]):  # concepts have labels as well
                    names.setdefault(_plain(label.value), set()).add(node)
                    names.setdefault(_plain(node.value.removeprefix(PREFIXES["actor"])), set()).add(node)
        nodes = names.get(_plain(written), set())
    nodes = {node for node in nodes if node.value.startswith(PREFIXES["actor"])}
    if len(nodes) > 1:
        known = {n for n in nodes if any(row[1].value == "true" for row in _asked(store, _KNOWN, actor=n))}
        nodes = known or nodes
    if len(nodes) == 1:
        return cast("NamedNode", nodes.pop())
    if nodes:
        keys = ", ".join(sorted(node.value.removeprefix(PREFIXES["actor"]) for node in nodes))
        raise WrongNameError(f"“{text}” names several actors", remedy=f"give the key of one: {keys}")
    raise no_such("actor", text, near(_plain(written), names))


def instrument(store: Store, text: str) -> Literal:
    """How the names of an instrument and of its provisions begin; case does not count.

    A part of a symbol does where it fits one instrument alone: ``1373``.

    Raises:
        WrongNameError: No instrument that the store knows is called so.
    """
    wanted = " ".join(text.split())
    names = {row[1].value for row in _asked(store, _IDENTIFIERS)}
    if any(name.casefold().startswith(wanted.casefold()) for name in names):
        return _string(wanted)
    squeezed = _squeezed(wanted).casefold()
    found = {name for name in names if _squeezed(name).casefold() == squeezed}
    found = found or {name for name in names if "," not in name and _within(wanted, name)}
    if len(found) == 1:
        return _string(found.pop())
    if found:
        some = " or ".join(sorted(found)[:3])
        raise WrongNameError(
            f"“{text}” fits several instruments", remedy=f"give the name of one, such as {some}"
        )
    raise no_such("instrument", text, near(text, names))


def plain_label(text: str) -> str:
    """The label of a paragraph that is meant, in small letters: ``16`` and ``OP 16.`` are ``op16``."""
    wanted = re.sub(r"[\s.]", "", text).casefold()
    return f"op{wanted}" if wanted[:1].isdigit() else wanted


def no_paragraph(symbol: str, text: str, labels: Sequence[str]) -> WrongNameError:
    """The complaint about a label that no paragraph of a document has.

    Args:
        symbol: Of the document.
        text: The label as it was written.
        labels: Those of the document, in its order.
    """
    span = f"it has {labels[0]} to {labels[-1]}" if labels else "it has none"
    return no_such("paragraph", text, near(plain_label(text), labels), of=symbol, otherwise=span)


def _asked(store: Store, sparql: str, **bound: Term) -> list[tuple[Any, ...]]:
    """The rows of a SELECT of two columns."""
    found = cast("Iterable[Iterable[Any]]", store.query(sparql, bound, PREFIXES))
    return [tuple(row) for row in found]


def _string(text: str) -> Literal:
    from pyoxigraph import Literal

    return Literal(text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split()).removeprefix("the ")


def _within(wanted: str, symbol: str) -> bool:
    """Whether the parts of a text follow each other in a symbol; a year in brackets alone does not do."""
    parts, whole = list(_parts(wanted)), list(_parts(symbol))
    if not parts or parts[0].startswith("("):
        return False
    spans = (whole[i : i + len(parts)] for i in range(len(whole) - len(parts) + 1))
    return any(span == parts for span in spans)


def _parts(symbol: str) -> Iterator[str]:
    yield from re.findall(r"\(?\w+", symbol.casefold())

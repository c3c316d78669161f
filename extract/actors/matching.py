"""Names of the authority file found in a Doc, and which of overlapping finds to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from .authority import Authority

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Hit(NamedTuple):
    """Characters ``start`` to ``end`` of the text name the actors ``keys``.

    ``rule`` says how it was found; ``RULES`` lists the ways, the surest first. A named tuple and no
    dataclass, since tens of thousands are sorted.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    rule: str


#: Of two finds of the same words the earlier rule wins.
RULES = ("alias", "name", "founded", "introduced", "derived", "office", "demonym", "reference", "capitals")

_RANKS = {rule: rank for rank, rule in enumerate(RULES)}
_DEMONYM = "demonym "
#: A node of a trie of token ids; the key of a name that ends here stands under 0, the id of no token.
_Node = dict[int, Any]


class NameMatcher:
    """Finds the names of the authority file among the tokens of Docs, in one pass.

    It is a trie over spaCy's ids of tokens, one for names that count as written and one for
    lower case. spaCy's PhraseMatcher finds the same as fast, but wants a Doc per name, and five
    thousand of them take longer to build than all else that reading a resolution needs.

    Args:
        nlp: A pipeline whose tokeniser made, or will make, the Docs that are searched.
        authority: The names to find.
    """

    def __init__(self, nlp: Language, authority: Authority) -> None:
        # "Pakistan" is a name first, though "Pakistan authorities" are told by it as by an adjective
        demonyms = {text: _DEMONYM + text for text in authority.demonyms if text not in authority.exact}
        self._exact = _trie(nlp, authority.exact | demonyms, "ORTH")
        self._folded = _trie(nlp, authority.folded, "LOWER")

    def hits(self, doc: Doc) -> Iterator[Hit]:
        """The longest name at each place of a Doc; they may overlap. A demonym's key is the word."""
        for trie, attribute in ((self._exact, "ORTH"), (self._folded, "LOWER")):
            ids: list[int] = doc.to_array(attribute).tolist()
            beginnings = [
                rank
                for rank, (id_, after) in enumerate(pairwise([*ids, 0]))
                if (node := trie.get(id_)) and (after in node or 0 in node)
            ]
            for first in beginnings:
                if found := _longest(trie, ids, first):
                    key, last = found
                    start, end = doc[first].idx, doc[last].idx + len(doc[last])
                    if key.startswith(_DEMONYM):
                        yield Hit(start, end, (key.removeprefix(_DEMONYM),), "demonym")
                    else:
                        yield Hit(start, end, (key,), "name")


def _trie(nlp: Language, names: Mapping[str, str], attribute: str) -> _Node:
    """A trie of names, tokenised as the lines of one text: much faster than each by itself."""
    lines = [(form, key) for text, key in names.items() for form in sorted(_printed(text))]
    doc = nlp.tokenizer("\n".join(form for form, _ in lines) + "\n")
    line_end = nlp.vocab.strings["\n"]
    root: _Node = {}
    node, number = root, 0
    for id_ in doc.to_array(attribute).tolist():
        if id_ == line_end:
            node[0] = lines[number][1]
            node, number = root, number + 1
        else:
            node = node.setdefault(id_, {})
    return root


def _longest(trie: _Node, ids: list[int], first: int) -> tuple[str, int] | None:
    """The key of the longest name that begins with the token ``first``, and its last token."""
    node, found = trie, None
    for at in range(first, len(ids)):
        node = node.get(ids[at])  # type: ignore[assignment]  # a leaf is a key, and has the id 0
        if node is None:
            break
        if 0 in node:
            found = node[0], at
    return found


#: Spellings of resolutions that ``names.folded`` takes for one.
_ALSO = (
    ("organization", "organisation"),
    ("subregional", "sub-regional"),
    ("cooperation", "co-operation"),
    ("peacekeeping", "peace-keeping"),
    ("peacebuilding", "peace-building"),
    ("neighbouring", "neighboring"),
    ("secretary-general", "secretary general"),
)


def _printed(text: str) -> set[str]:
    """The ways to print a normalised name: other apostrophes, hyphens, spellings, a comma before "and"."""
    forms = {text}
    for one, other in _ALSO:
        if one in text:
            forms |= {form.replace(one, other) for form in forms}
    if ", " in text and " and " in text:
        forms |= {", and ".join(form.rsplit(" and ", 1)) for form in forms}
    curly = {form.replace("'", "’") for form in forms}
    return forms | curly | {form.replace("-", "‑") for form in curly}


def longest(hits: Iterable[Hit], length: int) -> list[Hit]:
    """Hits that do not overlap, in the order of the text: of two that do, the longer one is kept.

    Args:
        hits: In any order.
        length: Of the text.
    """
    taken = bytearray(length + 1)
    kept = []
    for hit in sorted(set(hits), key=_preference):
        if not (taken[hit.start] or taken[hit.end - 1]):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            kept.append(hit)
    return sorted(kept)


def _preference(hit: Hit) -> tuple[int, int, int, tuple[str, ...]]:
    return hit.start - hit.end, hit.start, _RANKS[hit.rule], hit.keys

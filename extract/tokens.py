"""One spaCy Doc per document, with the document's own offsets."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from .document import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Tokens that the tokeniser may remember; spaCy's own figure is 10,000.
_CACHE = 1_000_000


@cache
def blank() -> Language:
    """The blank English pipeline, one a process, whose tokeniser is set up for long plain texts.

    Rules for tokens of mere white space ("\\n", "\\t" and the like) are taken out: with them the
    first line break in a text makes the tokeniser look for special cases across tokens, which
    switches its cache off for the rest of the text and triples its time. The tokens are the same.
    """
    from spacy.lang.en import English

    # What spacy.blank("en") is, less those rules: to set them afterwards would load them all twice.
    defaults: Any = English.Defaults
    kept = {text: rule for text, rule in defaults.tokenizer_exceptions.items() if not text.isspace()}
    fewer = type("Defaults", (defaults,), {"tokenizer_exceptions": kept})
    plain: Any = type("Plain", (English,), {"Defaults": fewer})
    nlp: Language = plain()
    tokenizer: Any = nlp.tokenizer  # spaCy types it as any callable
    tokenizer.max_cache_size = _CACHE
    return nlp


def make_doc(nlp: Language, document: Document) -> Doc:
    """Tokenises a document.

    Args:
        nlp: A pipeline, of which only the tokeniser is used; see ``blank``.
        document: What a reader returned.

    Returns:
        A Doc with ``doc.text == document.text`` (so ``token.idx`` is an offset of the document),
        a run of line breaks being one token, and ``doc.user_data["document"]`` the document.
    """
    doc = nlp.tokenizer(document.text)
    doc.user_data["document"] = document
    return doc


class Tokens(NamedTuple):
    """The tokens of a Doc as plain lists.

    ``texts`` as printed, ``lower`` in lower case (with a plain hyphen for the one that does not
    break), ``starts`` their offsets in the document.
    """

    texts: list[str]
    lower: list[str]
    starts: list[int]


def plain_tokens(doc: Doc) -> Tokens:
    """The tokens of a Doc of ``make_doc`` as plain lists, in a tenth of the time of walking it."""
    from spacy.attrs import LENGTH, SPACY  # type: ignore[import-not-found]  # compiled

    if not len(doc):
        return Tokens([], [], [])
    table = doc.to_array([LENGTH, SPACY])
    lengths = table[:, 0].astype("int64")
    ends = (lengths + table[:, 1].astype("int64")).cumsum()
    starts: list[int] = [0, *ends[:-1].tolist()]
    document: Document = doc.user_data["document"]
    text = document.text
    texts = [text[start : start + length] for start, length in zip(starts, lengths.tolist(), strict=True)]
    lower = [word.lower() for word in texts]
    if "\u2011" in text:
        lower = [word.replace("\u2011", "-") for word in lower]
    return Tokens(texts, lower, starts)

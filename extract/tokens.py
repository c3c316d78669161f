"""One spaCy Doc per document, with the document's own offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .model import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Tokens that the tokeniser may remember; spaCy's own figure is 10,000.
_CACHE = 1_000_000


def blank() -> Language:
    """A blank English pipeline whose tokeniser is set up for long plain texts.

    Rules for tokens of mere white space ("\\n", "\\t" and the like) are taken out: with them the
    first line break in a text makes the tokeniser look for special cases across tokens, which
    switches its cache off for the rest of the text and triples its time. The tokens are the same.
    """
    import spacy

    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer  # spaCy types it as any callable
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if not text.isspace()}
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

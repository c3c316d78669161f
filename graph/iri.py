"""Identifiers: from symbols, printed numbers and keys to IRIs, and nothing but strings.

The same thing has the same IRI in every document and on every run; there are no blank nodes and
no counters but the rank of a thing among those of its kind in its paragraph or act. Two different
things never share one. What a source says (a symbol, a label, a name) is data: characters that
are unsafe in an IRI are percent-encoded, and a symbol that does not look like one cannot reach
into the identifiers of another document::

    S/RES/2331(2016)                 …/S/RES/2331(2016)
    S/RES/2331(2016), OP2(c)         …/S/RES/2331(2016)/OP2(c)
    its second act                   …/S/RES/2331(2016)/OP2(c)/act/2
    an actor                         …/actor/cted
    a treaty, an article of it       …/instrument/rome-statute, …/instrument/rome-statute/article-5
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from ..extract.model import Act, Instrument
from ..ontology.vocabulary import DATA

# A segment of a symbol begins with a capital or a digit, all other first segments of ours with a
# small letter; and it is no label of a paragraph.
_SEGMENT = r"(?!(?:PP|OP|P|AN)\d)[A-Z0-9][A-Za-z0-9.()*_-]*"
_SYMBOL = re.compile(rf"[A-Z][A-Za-z0-9.()*_-]*(?:/{_SEGMENT})+")
_UNTITLED = re.compile(r"untitled/[0-9a-f]{12}")
_LABEL = re.compile(r"(?:PP|OP|P|AN)\d[A-Za-z0-9()]*")
_ACT = re.compile(r"(.+)/[a-z]+/([1-9][0-9]*)", re.DOTALL)
_PROVISION = re.compile(r"(preambular )?paragraph (\d+(?: ?\([a-z0-9]+\))*)", re.IGNORECASE)
_TRANSLATION = "/translation/"  # no segment of a symbol begins with a small letter
_RUN = re.compile(r"[^\w]+|_+")
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?")


def document_iri(symbol: str) -> str:
    """The IRI of a document, which is also the name of its graph.

    Args:
        symbol: Its symbol, ``S/RES/2331(2016)``, or ``untitled/`` and twelve hex digits.
    """
    if _SYMBOL.fullmatch(symbol) or _UNTITLED.fullmatch(symbol):
        return DATA + symbol
    return f"{DATA}document/{_segment(symbol)}"


def paragraph_iri(symbol: str, label: str) -> str:
    """The IRI of a paragraph: ``OP2(c)`` of a document."""
    if _LABEL.fullmatch(label):
        return f"{document_iri(symbol)}/{label}"
    return f"{document_iri(symbol)}/paragraph/{_segment(label)}"


def heading_iri(symbol: str, rank: int) -> str:
    """The IRI of a heading: the ``rank``-th of those between a document's paragraphs, from 1."""
    return f"{document_iri(symbol)}/heading/{rank}"


def translation_iri(symbol: str, language: str) -> str:
    """The IRI of a document in another language, which is also the name of the graph that has its words."""
    return f"{document_iri(symbol)}{_TRANSLATION}{_segment(language)}"


def is_translation(graph: str) -> bool:
    """Whether a graph has the words of a document in another language, by its IRI."""
    return _TRANSLATION in graph


def translated(graph: str) -> str:
    """The document that a graph has the words of, by their IRIs: itself, of a document's own graph."""
    return graph.partition(_TRANSLATION)[0]


def act_iri(symbol: str, act: Act) -> str:
    """The IRI of an act: that of its paragraph, and the act's rank in it.

    Acts that are only reported count apart from the document's own.

    Raises:
        ValueError: The act's id does not end in its rank.
    """
    parts = _ACT.fullmatch(act.id)
    if parts is None:
        raise ValueError(f"act id without a rank: {act.id!r}")
    part = "reported" if act.reported else "act"
    return f"{paragraph_iri(symbol, parts[1])}/{part}/{parts[2]}"


def actor_iri(key: str) -> str:
    """The IRI of an actor, by its key in the authority file: ``cted``."""
    return f"{DATA}actor/{_segment(key)}"


def instrument_iri(instrument: Instrument, symbol: str) -> str:
    """The IRI of an instrument as cited.

    A paragraph of a document with a symbol is that paragraph, a document with a symbol that
    document, so that what is cited and what is read are one.

    Args:
        instrument: The instrument.
        symbol: Symbol of the citing document, for a citation of its own paragraphs (``#OP5``).
    """
    if instrument.key.startswith("#"):
        return paragraph_iri(symbol, instrument.key[1:])
    if not instrument.whole:
        return _whole_iri(instrument.key)
    label = provision_label(instrument.whole, instrument.provision)
    if label:
        return paragraph_iri(instrument.whole, label)
    part = slug(instrument.provision or instrument.key)
    if _SYMBOL.fullmatch(instrument.whole):
        return f"{document_iri(instrument.whole)}/provision/{part}"
    return f"{_whole_iri(instrument.whole)}/{part}"


def provision_label(whole: str, provision: str) -> str:
    """The label of the paragraph that a provision is: ``paragraph 4 (c)`` gives ``OP4(c)``.

    Args:
        whole: Key of the instrument that it is a provision of.
        provision: The provision's words.

    Returns:
        The label, or an empty string where it is no paragraph of a resolution or a statement.
    """
    found = _PROVISION.fullmatch(provision)
    if found is None or not _SYMBOL.fullmatch(whole):
        return ""
    if "/PRST/" in whole:
        part = "P"
    elif "/RES/" in whole:
        part = "PP" if found[1] else "OP"
    else:
        return ""
    return part + found[2].replace(" ", "").lower()


def provision_name(label: str) -> str:
    """What a paragraph is called by a text that cites it: ``OP4(c)`` gives ``paragraph 4(c)``."""
    part = label.rstrip("0123456789()abcdefghijklmnopqrstuvwxyz")
    number = label.removeprefix(part)
    return {"OP": "", "P": "", "PP": "preambular "}.get(part, f"{part} ") + f"paragraph {number}"


def concept_iri(scheme: str, key: str) -> str:
    """The IRI of a concept: ``force`` and ``appeal``."""
    return f"{DATA}{scheme}/{_segment(key)}"


def verb_key(act: str) -> str:
    """The last part of a verb's IRI: ``call upon`` gives ``call-upon``."""
    return slug(act)


def verb_iri(act: str) -> str:
    """The IRI of a verb, by its dictionary form."""
    return concept_iri("verb", verb_key(act))


def subject_iri(scheme: str, label: str) -> str:
    """The IRI of a keyword that the source gives no safe IRI of its own."""
    return f"{DATA}subject/{slug(scheme)}/{slug(label)}"


def source_iri(sha256: str) -> str:
    """The IRI of a source, by the SHA-256 of its bytes."""
    return f"{DATA}source/{_segment(sha256)}"


def slug(name: str) -> str:
    """A name as one segment of an IRI: small letters without accents, hyphens between the words.

    Names that differ only in case, accents and punctuation share it, as they should. What has
    no letter or digit at all is percent-encoded as it stands.

    Raises:
        ValueError: The name is empty.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = "-".join(part for part in _RUN.split(plain) if part)
    return quote(words, safe="-") if words else _segment(name)


def safe_iri(iri: str) -> bool:
    """Whether an IRI that a source gives may be used: absolute, on the web, and none of ours."""
    return bool(_WEB.fullmatch(iri)) and not iri.startswith(DATA)


def _whole_iri(key: str) -> str:
    if _SYMBOL.fullmatch(key) or _UNTITLED.fullmatch(key):
        return document_iri(key)
    return f"{DATA}instrument/{slug(key)}"


def _segment(text: str) -> str:
    """Any text as one segment of an IRI, reversibly; dots alone would step out of their folder."""
    if not text:
        raise ValueError("an empty name has no IRI")
    quoted = quote(text, safe="()", errors="surrogatepass")
    return quoted if quoted.strip(".") else quoted.replace(".", "%2E")

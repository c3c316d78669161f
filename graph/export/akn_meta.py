"""What AKN4UN says of a document besides its text: its identification, keywords, references, preface."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from lxml import etree

from ...ontology.vocabulary import DATA
from .names import key
from .xmltext import fit

if TYPE_CHECKING:
    from . import records
    from .names import Names

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho", "de": "deu"}
_UNKNOWN_DAY = "0001-01-01"  # the schema asks for a date of every work
_SYMBOL = re.compile(r"[A-Z]+/[A-Za-z0-9()./-]+")


def body_of(document: records.Document, names: Names) -> str:
    """What the body that adopted a document is called."""
    return names.actor(document.bodies[0]) if document.bodies else "Security Council"


def write_meta(
    meta: etree._Element,
    document: records.Document,
    names: Names,
    entries: Mapping[str, tuple[str, str, str]],
) -> None:
    """Says what a document is, is about and refers to.

    Args:
        meta: Where to.
        document: The document.
        names: What things are called.
        entries: What marks refer to: by id the element, the address and the name.
    """
    write_identification(meta, document, "main")
    keywords = [("title", document.title, "DHL", ""), ("agenda", document.agenda, "S/", "")]
    for iri in document.subjects:
        label, scheme = names.subjects.get(iri, (names.subject(iri), ""))
        keywords.append(("", label, scheme or "subject", address_of(iri)))
    if any(label for _, label, _, _ in keywords):
        classification = sub(meta, "classification", source="#obligraph")
        for refers, label, dictionary, address in keywords:
            if label:
                more = {"refersTo": refers} if refers else {"href": address}
                sub(classification, "keyword", value=label, showAs=label, dictionary=dictionary, **more)
    references = sub(meta, "references", source="#obligraph")
    fixed = {
        "obligraph": ("TLCOrganization", f"{DATA}software/obligraph", "obligraph"),
        "body": ("TLCOrganization", address_of((*document.bodies, DATA)[0]), body_of(document, names)),
        **{
            name: ("TLCConcept", f"/akn/ontology/concept/un/{name}", name)
            for name in ("symbol", "resolutionTitle", "adoption", "adoptionDate", "issuingBody", "time")
        },
    }
    for name, (tag, address, shown) in {**fixed, **dict(sorted(entries.items()))}.items():
        sub(references, tag, eId=name, href=address, showAs=shown)


def write_identification(meta: etree._Element, document: records.Document, part: str) -> None:
    """Says which work, expression and manifestation a part of a document is of: ``main``, ``annex_1``."""
    uri = document.uri.rstrip("/") or f"/akn/un/statement/{quote(document.symbol)}"
    day = document.date.isoformat() if document.date else _UNKNOWN_DAY
    language = _LANGUAGES.get(document.language, document.language or "und")
    expression = f"{uri}/{language}@"
    levels = (("Work", uri, "adoption"), ("Expression", expression, "publication"))
    identification = sub(meta, "identification", source="#obligraph")
    for level, address, name in (*levels, ("Manifestation", f"{expression}.akn", "markup")):
        element = sub(identification, f"FRBR{level}")
        sub(element, "FRBRthis", value=f"{address}/!{part}")
        sub(element, "FRBRuri", value=address)
        sub(element, "FRBRdate", date=day, name=name)
        author = "obligraph" if level == "Manifestation" else "body"
        sub(element, "FRBRauthor", href=f"#{author}")
        if level == "Work":
            sub(element, "FRBRcountry", value="un")
        elif level == "Expression":
            sub(element, "FRBRlanguage", language=language)


def write_preface(preface: etree._Element, document: records.Document, names: Names) -> None:
    """Writes what stands above a text: its symbol, its title, who adopted it and when."""
    number = sub(sub(preface, "p"), "docNumber", refersTo="#symbol")
    number.text = fit(document.symbol)
    if document.title:
        title = sub(sub(preface, "p"), "docTitle", refersTo="#resolutionTitle")
        title.text = fit(document.title)
    adoption = sub(sub(preface, "p"), "docTitle", refersTo="#adoption")
    adoption.text = "Adopted by the "
    body = sub(adoption, "docAuthority", refersTo="#issuingBody")
    body.text = fit(body_of(document, names))
    if document.meeting is not None:
        body.tail = f" at its {document.meeting}th meeting"
    if document.date is not None:
        body.tail = f"{body.tail or ''}, on "
        day = sub(adoption, "docDate", date=document.date.isoformat(), refersTo="#adoptionDate")
        day.text = document.date.isoformat()


def sub(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    """A new element of Akoma Ntoso."""
    fitting = {name: fit(value) for name, value in attributes.items()}
    element: etree._Element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", fitting)
    return element


def address_of(iri: str) -> str:
    """Where a thing is to be found: the official document of a symbol, else its own IRI."""
    name = key(iri)
    return f"https://undocs.org/{name}" if _SYMBOL.fullmatch(name) and "/OP" not in name else iri

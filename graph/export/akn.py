"""AKN4UN, the UN's Akoma Ntoso: the text of each document with what was read in it marked.

The structure is that of the UN's own files, so that what reads those reads these: a preamble of
containers, a body of numbered paragraphs and lists of points. Citations are ``<ref>``, actors
``<organization>``, ``<role>``, ``<person>`` or ``<concept>`` that refer to an entry of the metadata,
times ``<date>`` or ``<quantity>``. (https://docs.oasis-open.org/legaldocml/akn-core/v1.0/,
https://unsceb-hlcm.github.io/onto-undo/)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from . import records
from .akn_meta import NAMESPACE, address_of, body_of, sub, write_identification, write_meta, write_preface
from .documents import read_documents
from .files import FileNames
from .formats import Wanted
from .marks import Mark, mark
from .names import Names, key
from .xmltext import fit, indent

if TYPE_CHECKING:
    from ..store import Store

_NO_ID = re.compile(r"[^A-Za-z0-9_.-]+")
_ITEMS = re.compile(r"\(([^()]*)\)")
# What marks an actor, and its entry in the metadata, by its kind; others are concepts: of a group it is
# not certain who they are.
_ACTORS = {"role": ("role", "TLCRole"), "person": ("person", "TLCPerson")} | dict.fromkeys(
    ("organ", "committee", "mission", "office", "agency", "state", "organization", "armed-group"),
    ("organization", "TLCOrganization"),
)
_CONCEPT = ("concept", "TLCConcept")
_WORDS = frozenset(
    ("p", "docTitle", "listIntroduction", "listWrapUp", "heading", "subheading", "crossHeading")
)


def write_akn(store: Store, folder: Path, what: Wanted) -> None:
    """Writes a file a document.

    Args:
        store: The store.
        folder: Where to: a new and empty folder.
        what: Which documents.

    Raises:
        UsageError: A document that is not in the store.
    """
    names, files = Names.of(store), FileNames(".xml")
    for document in read_documents(store, what.documents, places=True):
        root = _Writer(document, names).root()
        indent(root, _WORDS)
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        (folder / files.of(document.symbol)).write_bytes(data + b"\n")


class _Writer:
    """Writes one document."""

    def __init__(self, document: records.Document, names: Names) -> None:
        self._document = document
        self._names = names
        self._ids: dict[str, str] = {}
        self._entries: dict[str, tuple[str, str, str]] = {}  # id: element, address, name
        self._children: dict[str, list[records.Paragraph]] = {}
        self._headings = document.headings_above()
        self._headed = 0  # headings that are written
        known = {paragraph.iri for paragraph in document.paragraphs}
        for paragraph in document.paragraphs:
            above = paragraph.parent if paragraph.parent in known else ""
            self._children.setdefault(above, []).append(paragraph)
        self._marks = sorted(self._found(), key=lambda one: one.start)
        self._starts = [one.start for one in self._marks]

    def root(self) -> etree._Element:
        """The whole document."""
        root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
        document = self._document
        statement = document.kind == "statement"
        name = "presidentialStatement" if statement else "resolution"
        whole = sub(root, "statement", name=name, contains="originalVersion")
        write_meta(sub(whole, "meta"), document, self._names, self._entries)
        write_preface(sub(whole, "preface"), document, self._names)
        tops = self._children.get("", [])
        preamble = [one for one in tops if one.kind == "preambular"]
        annexes = [one for one in tops if one.kind == "annex"]
        if not statement:
            part = sub(whole, "preamble")
            formula = sub(part, "formula", name="enactingFormula", eId="formula_1")
            sub(formula, "p").text = fit(f"The {body_of(document, self._names)},")
            for number, paragraph in enumerate(preamble, start=1):
                self._preambular(part, paragraph, f"container_{number}")
        body = sub(whole, "mainBody")
        for paragraph in tops:
            if paragraph.kind not in ("preambular", "annex"):
                self._operative(body, paragraph)
        if not len(body):
            sub(body, "p")  # the schema asks for something
        if annexes:
            attachment = sub(sub(whole, "attachments"), "attachment", eId="att_1")
            annex = sub(attachment, "doc", name="annex")
            write_identification(sub(annex, "meta"), document, "annex_1")
            sub(sub(sub(annex, "preface"), "p"), "docTitle").text = "Annex"
            body = sub(annex, "mainBody")
            for paragraph in annexes:
                self._operative(body, paragraph)
        self._head(body, "")
        return root

    # --- its paragraphs --------------------------------------------------------------------------

    def _head(self, parent: etree._Element, paragraph: str) -> None:
        """The headings above a paragraph, by its IRI, in the form that the schema has for the place."""
        place = str(parent.tag).rpartition("}")[2]
        for text in self._headings.get(paragraph, ()):
            self._headed += 1
            eid = f"heading_{self._headed}"
            if place == "list":
                sub(parent, "crossHeading", eId=eid).text = fit(text)
            elif place == "item":
                sub(parent, "heading").text = fit(text)
            elif place == "preamble":
                titled = sub(parent, "tblock", eId=eid)
                sub(titled, "heading").text = fit(text)
                sub(titled, "p")  # the schema asks for something
            else:  # as the UN's own files have it
                sub(sub(parent, "paragraph", eId=eid), "subheading").text = fit(text)

    def _preambular(self, parent: etree._Element, paragraph: records.Paragraph, eid: str) -> None:
        first = paragraph.text.split(" ", 1)[0].strip(",;:") or paragraph.label
        self._head(parent, paragraph.iri)
        container = sub(parent, "container", name=fit(first), eId=eid)
        items = self._children.get(paragraph.iri, [])
        if not items:
            self._words(container, paragraph)
            return
        blocks = sub(container, "blockList", eId=f"{eid}__list_1")
        if paragraph.text:
            self._mark(sub(blocks, "listIntroduction"), paragraph.text, paragraph.start)
        for item in items:
            self._item(blocks, item, f"{eid}__list_1")
        if paragraph.wrap_up:
            self._mark(sub(blocks, "listWrapUp"), paragraph.wrap_up, paragraph.wrap_start)

    def _item(self, parent: etree._Element, paragraph: records.Paragraph, above: str) -> None:
        eid = f"{above}__item_{_last(paragraph)}"
        item = sub(parent, "item", eId=eid)
        self._head(item, paragraph.iri)
        sub(item, "num").text = _number(paragraph)
        self._words(item, paragraph)
        inner = self._children.get(paragraph.iri, [])
        if inner:
            blocks = sub(item, "blockList", eId=f"{eid}__list_1")
            for one in inner:
                self._item(blocks, one, f"{eid}__list_1")

    def _operative(self, parent: etree._Element, paragraph: records.Paragraph, above: str = "") -> None:
        eid = f"{above}__point_{_last(paragraph)}" if above else f"para_{_NO_ID.sub('_', paragraph.label)}"
        self._head(parent, paragraph.iri)
        element = sub(parent, "point" if above else "paragraph", eId=eid)
        if paragraph.number or above:
            sub(element, "num").text = fit(_number(paragraph))
        items = self._children.get(paragraph.iri, [])
        if not items:
            self._words(sub(element, "content", eId=f"{eid}__content"), paragraph)
            return
        inner = sub(element, "list", eId=f"{eid}__list_1")
        self._words(sub(inner, "intro", eId=f"{eid}__list_1__intro"), paragraph)
        for item in items:
            self._operative(inner, item, f"{eid}__list_1")
        if paragraph.wrap_up:
            closing = sub(inner, "wrapUp", eId=f"{eid}__list_1__wrapup")
            self._mark(sub(closing, "p"), paragraph.wrap_up, paragraph.wrap_start)

    def _words(self, parent: etree._Element, paragraph: records.Paragraph) -> None:
        self._mark(sub(parent, "p"), paragraph.text, paragraph.start)

    def _mark(self, element: etree._Element, text: str, start: int) -> None:
        """Puts words into an element with the marks that begin among them."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, start + len(text))
        mark(element, text, start, self._marks[first:last])

    # --- what was read in them -------------------------------------------------------------------

    def _found(self) -> Iterator[Mark]:
        """The marks of all acts, in no order."""
        for act in self._document.acts:
            for part in act.parts:
                if part.place is not None:
                    tag, attributes = self._shown(part)
                    if tag:
                        yield Mark(part.place.start, part.place.end, f"{{{NAMESPACE}}}{tag}", attributes)

    def _shown(self, part: records.Part) -> tuple[str, Mapping[str, str]]:
        """The element that marks a part of an act; none for contents and qualifiers."""
        if part.role == "citation" and part.things:
            return "ref", {"href": address_of(part.things[0])}
        if part.role in ("addressee", "target") and part.things:
            tags = [self._entry(iri) for iri in part.things]
            return tags[0][0], {"refersTo": " ".join(f"#{name}" for _, name in tags)}
        if part.role == "time":
            day = part.due or part.until or part.day
            if day is not None:
                return "date", {"date": day.isoformat()}
            more = {"normalized": part.iso} if part.iso else {}
            return "quantity", {"refersTo": "#time", **more}
        return "", {}

    def _entry(self, iri: str) -> tuple[str, str]:
        """The element that marks an actor, and the id of its entry in the metadata, which is made."""
        actor = self._names.actors.get(iri)
        tag, entry = _ACTORS.get(actor.kind if actor else "", _CONCEPT)
        if iri not in self._ids:
            name = "actor_" + _NO_ID.sub("_", key(iri).removeprefix("actor/"))
            while name in self._entries:
                name += "_"
            self._ids[iri] = name
            self._entries[name] = (entry, address_of(iri), self._names.actor(iri))
        return tag, self._ids[iri]


def _number(paragraph: records.Paragraph) -> str:
    """A paragraph's number as it is printed; items that are set off by a dash have none."""
    if not paragraph.number:
        return "–"
    return f"({paragraph.number})" if "(" in paragraph.label else f"{paragraph.number}."


def _last(paragraph: records.Paragraph) -> str:
    """The last part of an item's label, for its id."""
    found = _ITEMS.findall(paragraph.label)
    return _NO_ID.sub("_", found[-1] if found else paragraph.label)

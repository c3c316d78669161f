"""Reads AKN4UN, the UN's Akoma Ntoso: XML with numbered paragraphs, points and metadata.

What is printed in ``<num>`` numbers the paragraphs; the nesting of the elements is not relied
on, since many files print "(i)" in a paragraph of its own after "(a)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ...errors import InputError
from ..document import READ, Document
from .akn_metadata import read_metadata
from .assemble import Assembled
from .blocks import Block, Role
from .languages import body_name, latin_number
from .numbers import Marker, marker_at
from .outline import Outline
from .rich import OFF, ON, drop, plain, same, squeeze
from .translated import Neutral
from .wording import OPENER, ended, participle

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/"
_EMPHASIS = ("italic", "underline")
_DOCUMENTS = frozenset(("statement", "doc", "debate", "act", "documentCollection"))
_HEADINGS = frozenset(("heading", "subheading", "crossHeading", "docTitle"))
#: A footnote that stands among the paragraphs: "** The initial memoir was …".
_STARRED = re.compile(r"\*{1,3}\s+\S")
_BLOCKS = frozenset(("p", "listIntroduction", "heading", "subheading", "crossHeading"))


def parse(data: bytes, name: str) -> etree._Element:
    """The root of an XML file; nothing outside it is loaded, and no entity is expanded.

    Raises:
        InputError: If it is no well-formed XML, or declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        dtd_validation=False,
        attribute_defaults=False,
    )
    if b"<!DOCTYPE" in data[:65536] or b"<!ENTITY" in data:
        raise InputError(
            "the XML declares a document type or entities, which are not read",
            place=name,
            remedy="take the <!DOCTYPE …> out",
        )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"broken XML ({str(error.msg).split(', line')[0]})",
            place=f"{name}, line {error.lineno}",
            remedy="mend it or fetch it again",
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            "the XML declares a document type or entities, which are not read",
            place=name,
            remedy="take the <!DOCTYPE …> out",
        )
    return root


def read_akn(data: bytes, name: str, sha256: str) -> Document:
    """Reads a document from AKN4UN XML.

    Args:
        data: The whole source.
        name: The source's name, for errors and ``Document.source``.
        sha256: Of the source's bytes.

    Raises:
        InputError: If it is no well-formed AKN, or has no paragraphs.
    """
    root = parse(data, name)
    tag = etree.QName(root)
    if tag.localname != "akomaNtoso" or not (tag.namespace or "").startswith(_NAMESPACE):
        raise InputError(
            f"XML, but no Akoma Ntoso: its root is <{tag.localname}>",
            place=name,
            remedy="give an AKN4UN file or plain text",
        )
    metadata = read_metadata(root, name, sha256)
    statement = metadata.kind == "statement"
    neutral = None if metadata.language == READ else Neutral(statement=statement)
    rows = Outline(list(_Walk(root, neutral).blocks()), statement=statement).rows
    parts = Assembled(rows if neutral is None else neutral.restored(rows))
    if not parts.paragraphs:
        raise InputError(
            "no paragraph in this AKN file", place=name, remedy="give the file of a resolution or statement"
        )
    return Document(
        text=parts.text,
        sha256=sha256,
        source=name,
        format="akn",
        paragraphs=parts.paragraphs,
        headings=tuple(parts.headings),
        notes=tuple(parts.notes),
        emphases=tuple(parts.emphases),
        language=metadata.language,
        symbol=metadata.symbol,
        kind=metadata.kind,
        body=metadata.body,
        title=metadata.title,
        adopted=metadata.adopted,
        meeting=metadata.meeting,
        uri=metadata.uri,
        draft=metadata.draft,
        draft_date=metadata.draft_date,
        agenda=metadata.agenda,
        chapter_vii=metadata.chapter_vii,
        sponsors=metadata.sponsors,
        votes=metadata.votes,
        subjects=metadata.subjects,
    )


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _Walk:
    """Goes through the elements in reading order and leaves blocks.

    Args:
        root: Of the tree.
        neutral: Of a text in another language than English, what puts neutral words in its blocks.
    """

    def __init__(self, root: etree._Element, neutral: Neutral | None = None) -> None:
        self._root = root
        self._neutral = neutral
        self._notes: list[Block] = []

    def blocks(self) -> Iterator[Block]:
        for part in self._root:
            if _local(part) in _DOCUMENTS:
                yield from self._document(part)
        yield from self._notes

    def _document(self, document: etree._Element) -> Iterator[Block]:
        for part in document:
            name = _local(part)
            if name in ("coverPage", "preface"):
                for element in part.iter():
                    if _local(element) == "docTitle":
                        rich, _ = self._words(element)
                        if rich:
                            yield Block(Role.HEADING, rich, place=self._place(element))
            elif name in ("preamble", "mainBody", "conclusions"):
                blocks = self._inside(part)
                yield from blocks if self._neutral is None else self._neutral.part(name, blocks)
            elif name == "attachments":
                for attachment in part:
                    yield Block(Role.ANNEX, "", place=self._place(attachment))
                    yield from self._inside(attachment)

    def _inside(self, parent: etree._Element, marker: Marker | None = None) -> Iterator[Block]:
        """The blocks of an element; its printed number goes to the first of them."""
        place = self._place(parent)
        pending = marker
        for element in parent:
            name = _local(element)
            if name == "num":
                printed = plain(squeeze(same("".join(element.itertext()))))
                if self._neutral is not None:
                    printed = latin_number(printed)
                found = marker_at(printed + " x")
                if found is None and printed:
                    found = marker_at(f"({printed}) x") if len(printed) <= 4 else None
                if _local(parent) == "section":
                    yield Block(Role.HEADING, printed, place=place)
                    continue
                if pending is not None:  # "5. (a)": the paragraph has no words before its first item
                    yield Block(Role.BODY, "", pending, True, place)
                pending = found
            elif name in _BLOCKS:
                rich, notes = self._words(element)
                role = Role.HEADING if name in _HEADINGS and pending is None else Role.BODY
                if name in _HEADINGS and pending is not None and not pending.arabic and not pending.bullet:
                    role = Role.BODY
                if (
                    role is Role.HEADING
                    and ended(plain(rich))
                    and (participle(plain(rich)) or len(rich) > 200)
                ):
                    role = Role.BODY
                if not rich and pending is None:
                    pass
                elif pending is None and _STARRED.match(plain(rich)):
                    self._notes.append(Block(Role.NOTE, rich, place=place))
                elif OPENER.match(plain(rich)) or (self._neutral is not None and body_name(plain(rich))):
                    yield Block(Role.OPENER, rich, place=place)
                else:
                    yield self._block(role, rich, pending, place)
                    pending = None
                self._notes += [Block(Role.NOTE, note, place=place) for note in notes]
            elif name == "table":
                for row in element.iter("{*}tr"):
                    cells = [self._words(cell)[0] for cell in row if _local(cell) in ("td", "th")]
                    rich = squeeze(" | ".join(cell for cell in cells if cell))
                    if rich:
                        yield Block(Role.HEADING, rich, place=place)
            elif name == "meta":
                continue
            elif name in _DOCUMENTS:  # in an attachment, whose number is none of a paragraph
                pending = None
                yield from self._document(element)
            else:
                inner = list(self._inside(element, pending))
                if inner:
                    pending = None
                yield from inner
        if pending is not None and marker is None:
            yield Block(Role.BODY, "", pending, True, place)

    @staticmethod
    def _block(role: Role, rich: str, marker: Marker | None, place: str) -> Block:
        if marker is None and role is Role.BODY:  # the number may stand in the words
            words = plain(rich)
            found = marker_at(words)
            if found and not found.bullet:
                return Block(role, drop(rich, found.width), found, True, place)
        return Block(role, rich, marker, True, place)

    def _place(self, element: etree._Element) -> str:
        while element is not None:
            if found := element.get("eId"):
                return found
            parent = element.getparent()
            if parent is None:
                return ""
            element = parent
        return ""

    def _words(self, element: etree._Element) -> tuple[str, list[str]]:
        """The words of an element with marks of emphasis, and its footnotes."""
        out: list[str] = []
        notes: list[str] = []

        def walk(node: etree._Element, marked: bool) -> None:
            name = _local(node)
            if name == "authorialNote":
                words = squeeze(same(" ".join(node.itertext())))
                number = node.get("marker") or ""
                notes.append(f"{number} {words}".strip())
            elif name == "sup":
                pass
            else:
                here = not marked and any(c in _EMPHASIS for c in (node.get("class") or "").split())
                if here or (name == "i" and not marked):
                    out.append(ON)
                    here = True
                out.append(same(node.text or ""))
                for child in node:
                    walk(child, marked or here)
                if here:
                    out.append(OFF)
                if name in ("br", "p") and node is not element:
                    out.append(" ")
            if node is not element:
                out.append(same(node.tail or ""))

        walk(element, False)
        return squeeze("".join(out)), notes

"""Tells formats apart by their content, and decodes text."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable
from types import MappingProxyType

from ...errors import InputError
from ..document import Document

Reader = Callable[[bytes, str], Document]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What begins like this is known, and not read (yet).
_KNOWN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_XML = re.compile(rb"\s*(?:<\?xml\b|<!--|<!DOCTYPE\s+(?!html)|<(?:\w+:)?akomaNtoso\b)", re.IGNORECASE)
_HTML = re.compile(rb"\s*(?:<!DOCTYPE\s+html|<html\b|<head\b|<body\b)", re.IGNORECASE)
_TAGGED = re.compile(rb"\s*<[A-Za-z][\w:.-]*(?:\s[^<>]{0,2000})?/?>")


def _read_akn(data: bytes, name: str) -> Document:
    from .akn import read_akn

    return read_akn(data, name, _digest(data))


def _read_text(data: bytes, name: str) -> Document:
    from .text import read_text

    return read_text(decode(data, name), name, _digest(data))


READERS: MappingProxyType[str, Reader] = MappingProxyType({"akn": _read_akn, "text": _read_text})
"""The formats, each with its reader."""


def recognise(data: bytes, name: str) -> Reader:
    """The reader for these bytes.

    Raises:
        InputError: If they are empty or of a format that is not read.
    """
    if not data.strip():
        raise InputError("the file is empty", place=name, remedy="give a file with the text of a resolution")
    for magic, what in _KNOWN:
        if data.startswith(magic):
            raise InputError(
                f"this is {what}, which is not read",
                place=name,
                remedy="give plain text, Markdown or AKN XML",
            )
    start = data[:4096].removeprefix(codecs.BOM_UTF8)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = data[:4096].decode("utf-16", "ignore").encode()
    if _HTML.match(start):
        raise InputError(
            "this is a web page, which is not read", place=name, remedy="give plain text, Markdown or AKN XML"
        )
    if _XML.match(start) or _TAGGED.match(start):
        return READERS["akn"]
    return READERS["text"]


def decode(data: bytes, name: str) -> str:
    """The text that the bytes encode.

    Raises:
        InputError: If they are binary, or in no encoding that is told by them.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError:
                raise InputError(
                    f"damaged {encoding.removesuffix('-sig').upper()} text",
                    place=name,
                    remedy="save it as UTF-8",
                ) from None
    if b"\0" in data:
        raise InputError("a binary file, no text", place=name, remedy="give plain text, Markdown or AKN XML")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            place=f"{name}, line {line}",
            remedy="save it as UTF-8",
        ) from None
    controls = sum(1 for char in text[:65536] if char < " " and char not in "\t\n\r\f\v")
    if controls * 100 > len(text[:65536]):
        raise InputError("a binary file, no text", place=name, remedy="give plain text, Markdown or AKN XML")
    return text


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

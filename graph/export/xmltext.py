"""Text that XML can hold, and elements on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

# All but these (https://www.w3.org/TR/xml/#charsets).
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit(text: str) -> str:
    """Text with a replacement character for each character that XML 1.0 cannot hold."""
    # What is printable is fit, which is told many times faster.
    return text if text.isprintable() else _UNFIT.sub("\ufffd", text)


def indent(element: etree._Element, words: Container[str], level: int = 1) -> None:
    """Puts each element on a line of its own, but for those within words, where a space counts.

    Args:
        element: Where to begin.
        words: Names of the elements that hold words.
        level: How deep it lies.
    """
    if not len(element) or str(element.tag).rpartition("}")[2] in words:
        return
    element.text = "\n" + " " * level
    for child in element:
        indent(child, words, level + 1)
        child.tail = "\n" + " " * level
    element[-1].tail = "\n" + " " * (level - 1)

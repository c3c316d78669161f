"""Text that XML can hold."""

from __future__ import annotations

import re

# All but these (https://www.w3.org/TR/xml/#charsets).
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit(text: str) -> str:
    """Text with a replacement character for each character that XML 1.0 cannot hold."""
    return _UNFIT.sub("\ufffd", text)

"""Languages that a source says its text is in, and numbers as they print them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_CODES: Mapping[str, str] = MappingProxyType(
    {
        "ara": "ar",
        "chi": "zh",
        "deu": "de",
        "eng": "en",
        "fra": "fr",
        "fre": "fr",
        "ger": "de",
        "por": "pt",
        "rus": "ru",
        "spa": "es",
        "zho": "zh",
    }
)
"""ISO 639-2, both its forms, to ISO 639-1, where AKN4UN has the former; source: the Library of
Congress, https://www.loc.gov/standards/iso639-2/php/code_list.php."""

#: How bodies are called at the head of their resolutions, without quotation marks and comma.
_BODIES = frozenset(
    {
        "le conseil de sécurité",
        "l'assemblée générale",
        "le conseil économique et social",
        "el consejo de seguridad",
        "la asamblea general",
        "el consejo económico y social",
        "совет безопасности",
        "генеральная ассамблея",
        "экономический и социальный совет",
        "مجلس الأمن",
        "إن مجلس الأمن",
        "الجمعية العامة",
        "إن الجمعية العامة",
        "安全理事会",
        "大会",
        "经济及社会理事会",
    }
)

#: The order in which Arabic texts letter items, which is that of the abjad.
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشت"
_LETTERED = re.compile(rf"\(?\s*([{_ABJAD}اآ])\s*\)")
_DASHED = re.compile(r"(\d{1,3})\s*[-–—]$")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")


def language_code(code: str) -> str:
    """The tag of a language by any of its codes: ``fra``, ``fre``, ``fr`` and ``fr-CH`` give ``fr``.

    Returns:
        ISO 639-1 where it has the language, else the code itself in small letters; ``und`` where it
        is no code.
    """
    found = _TAG.fullmatch(code.strip())
    if found is None:
        return "und"
    plain = found[1].lower()
    return _CODES.get(plain, plain)


def body_name(text: str) -> bool:
    """Whether a text in another language than English is but the name of the body that speaks."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").strip(' ,،:：—–-«»“”"').casefold()
    return plain in _BODIES


def latin_number(printed: str) -> str:
    """A printed number in Latin letters and digits: ``٣ -`` gives ``3.``, ``(ب)`` gives ``(b)``."""
    text = unicodedata.normalize("NFKC", printed).replace("\u0640", "").strip()
    text = "".join(str(unicodedata.decimal(c, None) or 0) if c.isdecimal() else c for c in text)
    if dashed := _DASHED.fullmatch(text):
        return f"{dashed[1]}."
    if lettered := _LETTERED.fullmatch(text):
        letter = "أ" if lettered[1] in "اآ" else lettered[1]
        return f"({chr(ord('a') + _ABJAD.index(letter))})"
    return text

"""What the arguments of ``obligraph review`` say, taken apart; refused in one line when ill-formed."""

from __future__ import annotations

import argparse

from ..errors import UsageError

_CONTENTS = ("action", "proposition", "object")
_TIMES = ("deadline", "recurrence", "period", "start")

PARTS = ("targets", "contents", "times", "qualifiers", "citations")
"""The parts of an act that ``--none`` can say that it has none of."""


def who(text: str) -> tuple[str, ...]:
    """Words and keys: ``the Chair``, ``chair-1267``, with the way in which they came in between."""
    words, equals, keys = text.rpartition("=")
    found = tuple(key.strip() for key in keys.split(","))
    if not equals or not words.strip() or not all(found):
        raise argparse.ArgumentTypeError(f"“{text}” is not WORDS=KEY")
    printable(text)
    return (words.strip(), "", *found)


def included(text: str) -> tuple[str, ...]:
    """The same, for a member singled out of a group."""
    words, _, *keys = who(text)
    return (words, "including", *keys)


def content(text: str) -> tuple[str, ...]:
    """Kind and words: all of them, or the first and the last."""
    kind, equals, words = text.partition("=")
    if not equals or kind.strip() not in _CONTENTS or not words.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not KIND=WORDS, KIND being {', '.join(_CONTENTS)}")
    printable(text)
    begins, dots, ends = words.replace(" ... ", " … ").partition(" … ")
    return (kind.strip(), begins.strip(), ends.strip()) if dots else (kind.strip(), words.strip())


def time(text: str) -> tuple[str, ...]:
    """Kind and words, and their value in ISO 8601 where it is given, which may be none."""
    kind, equals, rest = (part.strip() for part in text.partition("="))
    words, given, iso = rest.rpartition("=") if "=" in rest else (rest, "", "")
    if not equals or kind not in _TIMES or not words.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not KIND=WORDS[=ISO], KIND being {', '.join(_TIMES)}")
    printable(text)
    if not given:
        return (kind, words.strip())
    from ..extract.model import TimeKind
    from ..extract.times.iso import iso_fault

    if fault := iso_fault(TimeKind(kind), iso.strip()):
        raise argparse.ArgumentTypeError(fault)
    return (kind, words.strip(), iso.strip())


def qualifier(text: str) -> str:
    """Words that limit the duty."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a qualifier has words")
    printable(text)
    return text.strip()


def citation(text: str) -> tuple[str, ...]:
    """Words, the instrument that they cite, and to what use where it is given."""
    found = tuple(part.strip() for part in text.split("="))
    if len(found) not in (2, 3) or not all(found):
        raise argparse.ArgumentTypeError(f"“{text}” is not WORDS=INSTRUMENT[=USE]")
    printable(text)
    if len(found) == 3:
        from ..extract.review.names import uses

        if found[2] not in uses():
            raise argparse.ArgumentTypeError(f"“{found[2]}” is no use, which are: {', '.join(uses())}")
    return found


def printable(text: str) -> None:
    """Refuses what cannot be written to a file: bytes of the command line that are no text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError("an argument is not in the terminal's encoding", remedy="type it anew") from None

"""Correct what was read, in a file beside the text that later readings heed.

Without a change, the doubtful acts of SOURCE are listed with the corrections to it; with PARAGRAPH
all acts of that paragraph. A change is kept in SOURCE.review.toml, which can be edited by hand too;
build, extract and the others heed it, and the graph names who made it. A correction that no longer
fits its text is reported and not applied; the exit status is then 1.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError, UsageError
from ..terminal import Words, output

if TYPE_CHECKING:
    from ..extract.review.corrections import Correction
    from .reviewing import Change, Review

EXAMPLES = """\
  obligraph review resolution.txt
  obligraph review resolution.txt OP16
  obligraph review resolution.txt OP16 --accept --by "A. Reader"
  obligraph review resolution.txt OP16 --verb calls --reject --by "A. Reader" --why "a noun"
  obligraph review resolution.txt OP2 --verb urges --addressee "all States=all-states" --by "A. Reader"
  obligraph review resolution.txt OP5 --verb "looks to" --add request --by "A. Reader"
  obligraph review resolution.txt OP2 --content "action=to report … in 2030" --by "A. Reader"
  obligraph review resolution.txt --remove 2
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("source", metavar="SOURCE", help="the file of a text")
    parser.add_argument("paragraph", nargs="?", default="", metavar="PARAGRAPH", help="a label, such as OP16")
    which = parser.add_argument_group("which verb")
    which.add_argument("--verb", metavar="WORDS", help="its words (needed where the paragraph has several)")
    which.add_argument(
        "--rank", type=_rank, metavar="N", help="the N-th place where the paragraph has these words"
    )
    change = parser.add_argument_group("what is right")
    verb = change.add_mutually_exclusive_group()
    verb.add_argument("--accept", action="store_true", help="the act is right as it is read")
    verb.add_argument("--reject", action="store_true", help="no act is done by these words")
    verb.add_argument("--act", metavar="ACT", help="the act is this one of the lexicon, such as “call upon”")
    verb.add_argument("--add", metavar="ACT", help="these words do an act that was missed")
    change.add_argument(
        "--addressee",
        dest="addressees",
        type=_who,
        action="append",
        metavar="WORDS=KEY[,KEY]",
        help="who is asked: all of them, one an option, with the keys of the actors meant",
    )
    change.add_argument(
        "--including",
        dest="addressees",
        type=_included,
        action="append",
        metavar="WORDS=KEY[,KEY]",
        help="the same, for a member singled out of a group",
    )
    change.add_argument("--nobody", action="store_true", help="nobody is asked")
    change.add_argument(
        "--content",
        dest="contents",
        type=_content,
        action="append",
        metavar="KIND=WORDS",
        help="what it is about: all pieces, one an option; KIND is action, proposition or object, "
        "and “…” may stand for words in the middle",
    )
    change.add_argument(
        "--target",
        dest="targets",
        type=_who,
        action="append",
        metavar="WORDS=KEY[,KEY]",
        help="who is blamed, in the same way",
    )
    change.add_argument(
        "--remove", type=_rank, action="append", metavar="N", help="take the N-th correction away"
    )
    said = parser.add_argument_group("who says so")
    said.add_argument("--by", metavar="NAME", help="name of the reader")
    said.add_argument("--why", default="", metavar="TEXT", help="the reason, for other readers")
    said.add_argument("--on", type=_day, metavar="DATE", help="the day (default: today)")


def run(args: argparse.Namespace) -> int:
    """Lists, or makes a change and shows it; returns the exit status."""
    from .reviewing import changed, opened_review, removed

    _check(args)
    words = Words()
    review = opened_review(Path(args.source))
    before = review.corrections
    if args.remove:
        review = removed(review, args.remove)
    change = _change(args)
    if change is not None:
        review = changed(review, change)
        for note in review.notes:
            words.complain(note)
    if review.corrections != before:
        _write(review)
        words.say(f"{review.path}: {len(review.corrections)} corrections")
    return _show(review, args.paragraph)


def _show(review: Review, paragraph: str) -> int:
    from .review_listing import listing

    with output("-") as stream:
        stream.writelines(listing(review, paragraph))
    return 1 if review.reading.stale else 0


def _check(args: argparse.Namespace) -> None:
    """Raises a UsageError where the arguments contradict each other or leave something out."""
    if args.source == "-":
        raise UsageError("corrections are kept beside a file", remedy="name a file instead of -")
    if Path(args.source).is_dir():
        raise UsageError(f"{args.source} is a folder", remedy="name one of the files in it")
    parts = args.addressees or args.nobody or args.contents or args.targets
    changes = args.accept or args.reject or args.act is not None or args.add is not None or parts
    if args.remove and (changes or args.paragraph):
        raise UsageError("--remove stands alone", remedy="make the other change by a second command")
    if (args.reject or args.accept) and parts:
        raise UsageError(
            f"--{'reject' if args.reject else 'accept'} says all there is to say of an act",
            remedy="leave the other changes out",
        )
    if args.nobody and args.addressees:
        raise UsageError("--nobody and --addressee contradict each other", remedy="give one of them")
    if changes and not args.paragraph:
        raise UsageError("which paragraph?", remedy="give its label after the file, such as OP16")
    if changes and not (args.by and args.by.strip()):
        raise UsageError("a correction needs a name", remedy="say who you are with --by NAME")
    if args.add is not None and not args.verb:
        raise UsageError("--add needs the words of the act", remedy="give them with --verb WORDS")
    if not changes and (args.verb or args.rank):
        raise UsageError("--verb changes nothing by itself", remedy="say what is right, such as --accept")
    for value in (args.verb, args.by, args.why, args.act, args.add):
        if value:
            _printable(value)


def _change(args: argparse.Namespace) -> Change | None:
    from .reviewing import Change

    said = (args.accept, args.reject, args.act, args.add, args.addressees, args.contents, args.targets)
    if not any(one not in (None, False) for one in said) and not args.nobody:
        return None
    return Change(
        paragraph=args.paragraph,
        verb=args.verb or "",
        rank=args.rank,
        by=" ".join(args.by.split()),
        why=" ".join(args.why.split()),
        on=args.on or date.today(),
        accept=args.accept,
        reject=args.reject,
        act=args.act,
        add=args.add,
        addressees=() if args.nobody else _tuple(args.addressees),
        contents=_tuple(args.contents),
        targets=_tuple(args.targets),
    )


def _tuple(given: list[tuple[str, ...]] | None) -> tuple[tuple[str, ...], ...] | None:
    return None if given is None else tuple(given)


def _write(review: Review) -> None:
    """Writes the file whole or not at all; without corrections there is none."""
    from ..extract.review.file import toml_text
    from ..graph.export.atomic import writing

    corrections: tuple[Correction, ...] = review.corrections
    try:
        if not corrections:
            review.path.unlink()
            return
        with writing(review.path) as file:
            file.write(toml_text(corrections, review.text.document.source).encode())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"cannot write: {reason}", place=str(review.path), remedy="the corrections are as they were"
        ) from error


def _who(text: str) -> tuple[str, ...]:
    """Words and keys: ``the Chair``, ``chair-1267``, with the way in which they came in between."""
    words, equals, keys = text.rpartition("=")
    found = tuple(key.strip() for key in keys.split(","))
    if not equals or not words.strip() or not all(found):
        raise argparse.ArgumentTypeError(f"“{text}” is not WORDS=KEY")
    _printable(text)
    return (words.strip(), "", *found)


def _included(text: str) -> tuple[str, ...]:
    words, _, *keys = _who(text)
    return (words, "including", *keys)


def _content(text: str) -> tuple[str, ...]:
    """Kind and words: all of them, or the first and the last."""
    kind, equals, words = text.partition("=")
    if not equals or kind.strip() not in ("action", "proposition", "object") or not words.strip():
        raise argparse.ArgumentTypeError(
            f"“{text}” is not KIND=WORDS, KIND being action, proposition, object"
        )
    _printable(text)
    begins, dots, ends = words.replace(" ... ", " … ").partition(" … ")
    return (kind.strip(), begins.strip(), ends.strip()) if dots else (kind.strip(), words.strip())


def _rank(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 to 100000")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write 2030-03-05") from None


def _printable(text: str) -> None:
    """Refuses what cannot be written to a file: bytes of the command line that are no text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError("an argument is not in the terminal's encoding", remedy="type it anew") from None

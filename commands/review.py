"""Correct what was read, in a file beside the text that later readings heed.

Without a change, the doubtful acts of SOURCE are listed with the corrections to it; with PARAGRAPH
all acts of that paragraph. A change is kept in SOURCE.review.toml, which can be edited by hand too;
build, extract and the others heed it, and the graph names who made it. A correction that no longer
fits its text is reported and not applied; the exit status is then 1.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError, UsageError
from ..terminal import Words, output
from . import review_arguments as given
from .arguments import day, whole

if TYPE_CHECKING:
    from ..extract.review.corrections import Correction
    from .review_rows import Change
    from .reviewing import Review

EXAMPLES = """\
  obligraph review resolution.txt
  obligraph review resolution.txt OP16
  obligraph review resolution.txt OP16 --accept --by "A. Reader"
  obligraph review resolution.txt OP16 --verb calls --reject --by "A. Reader" --why "a noun"
  obligraph review resolution.txt OP2 --verb urges --addressee "all States=all-states" --by "A. Reader"
  obligraph review resolution.txt OP5 --verb "looks to" --add request --by "A. Reader"
  obligraph review resolution.txt OP2 --content "action=to report … in 2030" --by "A. Reader"
  obligraph review resolution.txt OP2 --time "deadline=by 30 June" --none qualifiers --by "A. Reader"
  obligraph review resolution.txt OP2 --citation "1373 (2001)=S/RES/1373(2001)" --by "A. Reader"
  obligraph review resolution.txt --remove 2
"""


_GIVEN = ("addressees", *given.PARTS)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("source", metavar="SOURCE", help="the file of a text")
    parser.add_argument("paragraph", nargs="?", default="", metavar="PARAGRAPH", help="a label, such as OP16")
    which = parser.add_argument_group("which verb")
    which.add_argument("--verb", metavar="WORDS", help="its words (needed where the paragraph has several)")
    which.add_argument(
        "--rank",
        type=whole(1, 100_000),
        metavar="N",
        help="the N-th place where the paragraph has these words",
    )
    change = parser.add_argument_group("what is right")
    verb = change.add_mutually_exclusive_group()
    verb.add_argument("--accept", action="store_true", help="the act is right as it is read")
    verb.add_argument("--reject", action="store_true", help="no act is done by these words")
    verb.add_argument("--act", metavar="ACT", help="the act is this one of the lexicon, such as “call upon”")
    verb.add_argument("--add", metavar="ACT", help="these words do an act that was missed")
    people = "WORDS=KEY[,KEY]"
    _part(
        change,
        "--addressee",
        given.who,
        people,
        "who is asked: all of them, one an option, with the keys of the actors meant",
    )
    _part(
        change,
        "--including",
        given.included,
        people,
        "the same, for a member singled out of a group",
        into="addressees",
    )
    change.add_argument("--nobody", action="store_true", help="nobody is asked")
    _part(
        change,
        "--content",
        given.content,
        "KIND=WORDS",
        "what it is about: all pieces, one an option; KIND is action, proposition or object, "
        "and “…” may stand for words in the middle",
    )
    _part(change, "--target", given.who, people, "who is blamed, in the same way")
    _part(
        change,
        "--time",
        given.time,
        "KIND=WORDS[=ISO]",
        "when: all times, one an option; KIND is deadline, recurrence, period or start, ISO a date or "
        "duration in ISO 8601 (default: what the rules read in these words; nothing behind “=” for none)",
    )
    _part(change, "--qualifier", given.qualifier, "WORDS", "what limits the duty: all of it, one an option")
    _part(
        change,
        "--citation",
        given.citation,
        "WORDS=INSTRUMENT[=USE]",
        "what it cites: all instruments, one an option, by symbol or name (default: the use that the "
        "rules read)",
    )
    change.add_argument(
        "--none",
        choices=given.PARTS,
        action="append",
        default=[],
        metavar="PART",
        help=f"it has none of these: {', '.join(given.PARTS)}",
    )
    change.add_argument(
        "--remove", type=whole(1, 100_000), action="append", metavar="N", help="take the N-th correction away"
    )
    said = parser.add_argument_group("who says so")
    said.add_argument("--by", metavar="NAME", help="name of the reader")
    said.add_argument("--why", default="", metavar="TEXT", help="the reason, for other readers")
    said.add_argument("--on", type=day, metavar="DATE", help="the day (default: today)")


def _part(
    group: argparse._ArgumentGroup,
    option: str,
    read: Callable[[str], object],
    metavar: str,
    about: str,
    *,
    into: str = "",
) -> None:
    """Declares an option that is repeated, once for each of the parts of one kind."""
    dest = into or f"{option.removeprefix('--')}s"
    group.add_argument(option, dest=dest, type=read, action="append", metavar=metavar, help=about)


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
    parts = args.nobody or args.none or any(getattr(args, name) for name in _GIVEN)
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
    for name in args.none:
        if getattr(args, name):
            raise UsageError(
                f"--none {name} and --{name[:-1]} contradict each other", remedy="give one of them"
            )
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
            given.printable(value)


def _change(args: argparse.Namespace) -> Change | None:
    from .review_rows import Change

    parts = {name: None if getattr(args, name) is None else tuple(getattr(args, name)) for name in _GIVEN}
    parts |= dict.fromkeys(args.none, ())
    if args.nobody:
        parts["addressees"] = ()
    said = (args.act, args.add, *parts.values())
    if not args.accept and not args.reject and all(one is None for one in said):
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
        **parts,
    )


def _write(review: Review) -> None:
    """Writes the file whole or not at all; without corrections there is none."""
    from ..extract.review.writing import toml_text
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

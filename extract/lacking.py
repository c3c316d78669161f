"""What a reading lacks: who is asked, what is asked for, which numbers are skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .actors.heads import is_head
from .acts.verbs import Complement, lexicon
from .document import Document, Paragraph, ParagraphKind, Span
from .model import Act, ContentKind, Force, MentionKind, Reading, VerbKind

#: Words of a run-in heading at most.
_HEADING = 6
_NUMBER = re.compile(r"(.*?)OP(\d+)")
#: Where the head of a noun phrase is behind one at the latest.
_END = re.compile(
    r",|;|\b(?:of|for|with|by|in|to|on|at|from|between|among|within|under|against|over|into|that|who|which)\b"
)


def directive(act: Act, paragraph: Paragraph) -> bool:
    """Whether an act of the operative part (or of a statement) asks: a directive above a statement."""
    return paragraph.operative and act.kind is VerbKind.DIRECTIVE and act.force is not Force.STATEMENT


def self_directed(act: Act) -> bool:
    """Whether a directive that names nobody is to the body itself: an infinitive of its own.

    That is an infinitive of a verb that the lexicon has as the body's own, or a passive one right
    behind the verb ("Requests to be kept informed"). "Recommends to hold talks" asks somebody
    unnamed, and a noun phrase that is called for does so too.
    """
    first = act.contents[0] if act.contents else None
    if act.addressees or first is None or first.kind is not ContentKind.ACTION:
        return False
    own = any(v.act == act.act and v.complement is Complement.SELF for v in lexicon().verbs.values())
    near = first.span.start - act.verb_span.end <= 1
    return first.text.startswith("to ") and (own or (near and first.text.startswith("to be ")))


def asks_for_thing(act: Act, reading: Reading) -> bool:
    """Whether a directive that names nobody asks for a thing: "Calls for the release of …".

    What hangs on it is a noun phrase or nothing. A verb that can only take somebody ("calls
    upon") asks for no thing, nor does a phrase that is somebody: one that begins with an actor and
    goes on with "to" or a comma, or whose head noun is one of actors ("those having influence",
    "all individuals contacted by the Panel"). There somebody is named, and was not understood.
    """
    if act.act.endswith((" upon", " to")) or any(c.kind is not ContentKind.OBJECT for c in act.contents):
        return False
    return not any(_is_somebody(content.span, reading) for content in act.contents)


def _is_somebody(span: Span, reading: Reading) -> bool:
    """Whether a noun phrase is an actor, by its first mention or by its head noun."""
    text = reading.document.text
    for mention in reading.mentions:
        if mention.kind is MentionKind.ACTOR and span.start <= mention.span.start <= span.start + 5:
            before = text[span.start : mention.span.start].strip()
            if " " not in before and text.startswith((" to ", ","), mention.span.end):
                return True
    phrase = text[span.start : span.end]
    end = _END.search(phrase)
    words = (phrase[: end.start()] if end else phrase).split()
    if words[:1] in (["those"], ["others"]) and (len(words) == 1 or words[1].endswith("ing")):
        return True
    for word, following in pairwise([*words, "and"]):
        # "States cooperation" is none of States; "States concerned" and "States and others" are.
        if is_head(word) and (following in ("and", "or") or following.endswith(("ed", "ing"))):
            return True
    return False


def numbering_gaps(document: Document) -> tuple[str, ...]:
    """The labels that operative numbers skip: ``OP4`` between ``OP3`` and ``OP5``, in each part."""
    last: dict[str, int] = {}
    missing: list[str] = []
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.OPERATIVE and (found := _NUMBER.fullmatch(paragraph.label)):
            part, number = found[1], int(found[2])
            # A number misread as a year or a page is one gap, not a thousand.
            missing += [f"{part}OP{n}" for n in range(last.get(part, 0) + 1, number)][:10]
            last[part] = max(number, last.get(part, 0))
    return tuple(missing)


def above(label: str) -> Iterator[str]:
    """A label and those that it hangs under: ``OP3(a)(ii)``, ``OP3(a)``, ``OP3``."""
    while label:
        yield label
        label = label.rpartition("(")[0]


def is_heading(paragraph: Paragraph) -> bool:
    """Whether words that were taken for a paragraph are a line on their own: few, with no mark at the end."""
    words = paragraph.text.split()
    return len(words) <= _HEADING and (not words or words[-1][-1].isalnum())

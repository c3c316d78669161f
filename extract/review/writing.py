"""The file of corrections, written: with a head that explains it, the same from the same corrections."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from .corrections import Correction, Piece, When, Which, Who

_HEAD = """\
# Corrections of a reader to what is read in {source}, applied whenever it is read.
#
# Each [[correction]] has:
#   paragraph  label of the paragraph: "OP2(c)"        verb  the verb as printed: "Calls upon"
#   rank       which one, where the paragraph has these words several times (1 where left out)
#   kind       "reject"      no act is done here
#              "add"         an act was missed: act = "call upon"
#              "act"         another dictionary form: act = "call upon"
#              "addressees"  addressees = [{{ text = "all States", actors = ["all-states"] }}]; and
#                            via = "including" for a member singled out of a group; [] for nobody
#              "contents"    contents = [{{ kind = "action", text = "to report" }}]; for long ones
#                            begins = "to report" and ends = "in 2030"; modality = "duty" if it is read wrong
#              "targets"     targets = [{{ text = "the Brigade", actors = ["brigade"] }}]
#              "times"       times = [{{ what = "deadline", text = "by 30 June 2030", iso = "2030-06-30" }}];
#                            what is deadline, recurrence, period or start; iso may be a duration, "P90D".
#                            due = 2030-06-30 (of a period: until) if it is not what adoption and iso
#                            give; event = "the lifting" if it counts from something else
#              "qualifiers"  qualifiers = ["as appropriate"]
#              "citations"   citations = [{{ text = "1373 (2001)", instrument = "S/RES/1373(2001)",
#                            use = "recalls" }}]; use may be left out; instrument = "#OP5" is a
#                            paragraph of the text itself
#              "accept"      what is read here is right
#              of each of these parts, [] says that the act has none
#   by         who says so; and, if you like: on = 2030-03-05, why = "…"
#   quote      words of the paragraph. Where they are not in it any more, the correction is reported
#              and not applied. So it is where hash (of the paragraph) or seen (of the act that was
#              accepted) no longer fits; leave them out of what you write by hand.
#
# “obligraph review” writes this file anew: it keeps every field, and no comment but this one.
"""


def toml_text(corrections: Iterable[Correction], source: str) -> str:
    """The corrections as the text of a file, in the order given; ``source`` is the text's name."""
    return _HEAD.format(source=" ".join(source.split())) + "".join(map(_table, corrections))


def _table(correction: Correction) -> str:
    lines = ["", "[[correction]]"]
    for one in fields(correction):
        value = getattr(correction, one.name)
        own = one.name == correction.kind  # "addressees = []" says that there are none
        if one.name != "place" and (own or value != one.default):
            lines.append(f"{one.name} = {_value(value)}")
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        if not value or isinstance(value[0], str):
            return f"[{', '.join(map(_value, value))}]"
        rows = "".join(f"  {_inline(one)},\n" for one in value)
        return f"[\n{rows}]"
    return str(value)


def _inline(one: Who | Piece | When | Which) -> str:
    given = ((f.name, getattr(one, f.name)) for f in fields(one))
    return f"{{ {', '.join(f'{name} = {_value(value)}' for name, value in given if value)} }}"


def _string(value: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")

"""Acts, arrows and obligations, as the explorer gets them."""

from __future__ import annotations

from collections.abc import Mapping

from ..views.clauses import ROLES, passages
from ..views.facts import ActFact, Facts, ObligationFact
from .data_texts import closing
from .look import FORCES, MODALITIES, RELATIONS
from .numbers import Columns, Numbers, columns


def act_columns(facts: Facts, paragraphs: Mapping[str, int], verbs: Numbers, actors: Numbers) -> Columns:
    """The table of acts, with the passages that show their words."""
    forces = list(FORCES)
    found: Columns = {
        name: []
        for name in (
            *("id", "paragraph", "verb", "printed", "force", "issuer", "certainty", "doubts", "rule"),
            *("times", "passages"),
        )
    }
    for act in facts.acts:
        row = {
            "id": act.iri.removeprefix(f"{act.document}/"),
            "paragraph": paragraphs.get(act.paragraph, -1),
            "verb": verbs[act.act],
            "printed": act.verb,
            "force": forces.index(act.force if act.force in FORCES else "statement"),
            "issuer": actors[act.issuer],
            "certainty": min([act.certainty, *(a.certainty for a in act.addresses)]),
            "doubts": list(dict.fromkeys([*act.doubts, *(a.doubt for a in act.addresses if a.doubt)])),
            "rule": act.rule,
            "times": [[t.detail, t.text, t.due, t.until] for t in act.times],
            "passages": [
                [
                    paragraphs[p.paragraph.iri],
                    [x for m in p.marks for x in (m.start, m.end, ROLES.index(m.role))],
                ]
                for p in passages(facts, act)
            ],
        }
        for name, value in row.items():
            found[name].append(value)
    return found


def arrow_columns(facts: Facts, actors: Numbers) -> Columns:
    """The table of arrows: whom each act asks something of or condemns."""
    rows: list[tuple[int, int, int, int]] = []
    for number, act in enumerate(facts.acts):
        for whom in dict.fromkeys(a.actor for a in act.addresses):
            bits = {1 << MODALITIES.index(o.modality) for o in act.obligations if o.bearer == whom}
            rows.append((number, RELATIONS.index("asks"), actors[whom], sum(bits)))
        rows += [(number, RELATIONS.index("condemns"), actors[whom], 0) for whom in act.targets]
    return columns(("act", "relation", "actor", "modality"), rows)


def obligation_columns(facts: Facts, paragraphs: Mapping[str, int], actors: Numbers) -> Columns:
    """The table of obligations."""
    rows = [
        (
            *(number, actors[one.bearer], MODALITIES.index(one.modality)),
            *_where(facts, act, one, paragraphs),
            *(one.due, one.until),
        )
        for number, act in enumerate(facts.acts)
        for one in act.obligations
    ]
    return columns(("act", "bearer", "modality", "paragraph", "start", "end", "due", "until"), rows)


def _where(
    facts: Facts, act: ActFact, one: ObligationFact, paragraphs: Mapping[str, int]
) -> tuple[int, int, int]:
    """Where the words of an obligation's action stand, in UTF-16 units."""
    for piece in act.contents:
        paragraph = facts.paragraphs.get(piece.paragraph)
        if piece.text != one.text or paragraph is None:
            continue
        for part in (paragraph, *closing(paragraph)):
            start = piece.start - part.start if piece.start >= 0 and part.start >= 0 else -1
            if not (start >= 0 and part.text.startswith(one.text, start)):
                start = part.text.find(one.text)
            if start >= 0:
                begin = len(part.text[:start].encode("utf-16-le")) // 2
                return paragraphs[part.iri], begin, begin + len(one.text.encode("utf-16-le")) // 2
    return -1, 0, 0

"""From a reading to the quads of its graph: only here an act becomes statements.

The same reading gives the same lines, byte for byte: there is no time stamp, no blank node, no
counter but the ranks in a paragraph. What has no place in the graph raises, and is never left out
in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from ..extract.model import (
    Act,
    Addressee,
    Citation,
    Content,
    ContentKind,
    Modality,
    Obligation,
    Qualifier,
    Reading,
    Target,
    Time,
    TimeKind,
)
from ..extract.obligations import obligations
from ..extract.version import hash_files, rules_version
from ..ontology.vocabulary import CITO, OG, SKOS, Concept, concepts
from . import iri
from .actors import add_actor
from .nodes import (
    Names,
    add_anchor,
    add_document,
    add_heading,
    add_instrument,
    add_mention,
    add_paragraph,
    add_provenance,
    headings_of,
)
from .nquads import Quads, day, decimal, duration

_CONTENTS: Mapping[ContentKind, str] = {
    ContentKind.ACTION: OG.Action,
    ContentKind.PROPOSITION: OG.Proposition,
    ContentKind.OBJECT: OG.Object,
}
_TIMES: Mapping[TimeKind, str] = {
    TimeKind.DEADLINE: OG.Deadline,
    TimeKind.RECURRENCE: OG.Recurrence,
    TimeKind.PERIOD: OG.Period,
    TimeKind.START: OG.Start,
}
_OBLIGATIONS: Mapping[Modality, str] = {
    Modality.DUTY: OG.Duty,
    Modality.RECOMMENDATION: OG.Recommendation,
    Modality.PERMISSION: OG.Permission,
    Modality.PROHIBITION: OG.Prohibition,
    Modality.EXEMPTION: OG.Exemption,
}
_Anchored = Act | Addressee | Citation | Content | Qualifier | Target | Time
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MODULES = tuple(
    f"{name}.py" for name in ("actors", "build", "iri", "nodes", "nquads", "things", "translation", "votes")
)


@cache
def builder_version() -> str:
    """The version of the modules that write a reading as a graph: sixteen hex digits."""
    folder = files(__package__)
    return hash_files([(name, folder.joinpath(name)) for name in _MODULES])


def nquads(reading: Reading, *, rules: str = "", builder: str = "") -> Iterator[str]:
    """The graph of a reading, as lines of N-Quads.

    Args:
        reading: What was read in a document.
        rules: Version of the rules that it was read with; of the present ones where empty.
        builder: Version of the builder; the present one where empty.

    Returns:
        Lines, each ending in a line feed, sorted, none twice. What the document says is in the
        graph that is named by it. What the things are that it speaks of, which other documents
        may say too, is in the graph of shared things.

    Raises:
        ValueError: The reading contradicts itself, or holds what the vocabulary has no term for.
    """
    names = Names(reading)
    document = reading.document
    out = Quads(names.document, document.language)
    add_document(out, names, reading)
    add_provenance(out, document, rules or rules_version(), builder or builder_version())
    for line in reading.stale:  # which makes it differ from what is unchanged, so that it is read again
        out.string(f"{names.document}/reading", OG.staleCorrection, line)
    for position, paragraph in enumerate(document.paragraphs, start=1):
        add_paragraph(out, names, document, paragraph, position)
    for rank, heading in enumerate(headings_of(document), start=1):
        add_heading(out, names, heading, rank)
    for actor in reading.actors:
        add_actor(out, actor)
    described: set[str] = set()
    for instrument in reading.instruments:
        name = names.instrument(instrument.key)
        if name not in described:  # two spellings of a name are one instrument, by the first
            add_instrument(out, instrument, document.symbol)
        described.add(name)
    for mention in reading.mentions:
        add_mention(out, names, mention)
    acts = (*reading.acts, *reading.reported)
    iris = [iri.act_iri(document.symbol, act) for act in acts]
    if len(set(iris)) < len(iris):
        twice = sorted(one for one in set(iris) if iris.count(one) > 1)
        raise ValueError(f"two acts with the one identifier {twice[0]}")
    for act, me in zip(acts, iris, strict=True):
        _add_act(out, names, act, me)
        if not act.reported and document.kind != "draft":
            _add_plain(out, names, act)
    for obligation in obligations(reading):
        _add_obligation(out, names, obligation)
    return iter(out)


def _add_act(out: Quads, names: Names, act: Act, me: str) -> None:
    out.classes(me, OG.ReportedAct if act.reported else OG.Act, OG.SpeechAct)
    if act.reported:
        out.words(me, OG.reportedWords, act.reported)
        for instrument in names.told(act):
            out.link(me, OG.reportedFrom, instrument)
    out.link(me, OG.inDocument, names.document)
    out.link(me, OG.inParagraph, names.paragraph(act.paragraph))
    verb = concepts("verb").get(iri.verb_key(act.act))
    if verb is None:  # no verb of the lexicon: the reader says so in a doubt, the graph keeps it
        verb = Concept(iri.verb_iri(act.act), act.act)
        out.shared.classes(verb.iri, SKOS.Concept)
        out.shared.words(verb.iri, SKOS.prefLabel, verb.label)
    out.link(me, OG.verb, verb.iri)
    out.words(me, OG.verbText, act.verb)
    out.link(me, OG.illocution, _concept("verb-kind", act.kind).iri)
    out.link(me, OG.force, _concept("force", act.force).iri)
    out.link(me, OG.issuer, names.actor(act.issuer))
    for key in act.authority:
        out.link(me, OG.actsUnder, names.instrument(key))
    out.string(me, OG.rule, act.rule)
    out.string(me, OG.reviewedBy, act.reviewed)
    _add_certainty(out, me, act.certainty, *act.doubts)
    _add_words(out, names, me, act)
    for number, addressee in enumerate(act.addressees, start=1):
        node = f"{me}/addressee/{number}"
        out.link(me, OG.addressing, node)
        out.classes(node, OG.Addressing)
        for key in addressee.actors:
            out.link(node, OG.actor, names.actor(key))
            out.link(me, OG.addressee, names.actor(key))
        out.string(node, OG.via, addressee.via)
        _add_certainty(out, node, addressee.certainty, addressee.doubt)
        _add_words(out, names, node, addressee)
    for number, target in enumerate(act.targets, start=1):
        node = f"{me}/target/{number}"
        out.link(me, OG.targeting, node)
        out.classes(node, OG.Targeting)
        for key in target.actors:
            out.link(node, OG.actor, names.actor(key))
            out.link(me, OG.target, names.actor(key))
        _add_words(out, names, node, target)
    for number, content in enumerate(act.contents, start=1):
        node = f"{me}/content/{number}"
        out.link(me, OG.content, node)
        out.classes(node, _CONTENTS[content.kind], OG.Content)
        out.link(node, OG.inParagraph, names.paragraph(content.paragraph))
        _add_words(out, names, node, content)
    for number, time in enumerate(act.times, start=1):
        _add_time(out, names, me, f"{me}/time/{number}", time)
    for number, qualifier in enumerate(act.qualifiers, start=1):
        node = f"{me}/qualifier/{number}"
        out.words(me, OG.qualifier, qualifier.text)
        out.link(me, OG.qualification, node)
        out.classes(node, OG.Qualification)
        _add_words(out, names, node, qualifier)
    for number, citation in enumerate(act.citations, start=1):
        node = f"{me}/citation/{number}"
        instrument = names.instrument(citation.instrument)
        use = _concept("use", citation.use)
        out.link(me, OG.citation, node)
        out.classes(node, OG.Citation)
        out.link(node, OG.instrument, instrument)
        out.link(node, OG.use, use.iri)
        _add_certainty(out, node, citation.certainty, citation.doubt)
        _add_words(out, names, node, citation)
        out.link(me, use.relation, instrument)
        out.link(me, CITO.cites, instrument)


def _add_time(out: Quads, names: Names, act: str, me: str, time: Time) -> None:
    out.link(act, OG.time, me)
    out.classes(me, _TIMES[time.what], OG.Time)
    _add_words(out, names, me, time)
    if time.iso:
        out.string(me, OG.iso, time.iso)
        out.value(me, OG.duration, duration(time.iso))
        if _DAY.fullmatch(time.iso):
            out.value(me, OG.date, day(date.fromisoformat(time.iso)))
    if time.due is not None:  # of a start: the day that it works out to, by which nothing is due
        out.value(me, OG.due if time.what is TimeKind.DEADLINE else OG.date, day(time.due))
    out.value(me, OG.until, None if time.until is None else day(time.until))
    out.words(me, OG.event, time.event)


def _add_plain(out: Quads, names: Names, act: Act) -> None:
    """States what the act amounts to: the issuer asks the addressee, blames the target.

    The act of a draft was never done, and that of another text not here: neither is stated.
    """
    issuer = names.actor(act.issuer)
    verb = concepts("verb").get(iri.verb_key(act.act), Concept("", ""))
    addresses = verb.relation if verb.relation and not verb.blames else OG.addresses
    blames = verb.relation if verb.blames else OG.blames
    for addressee in act.addressees:
        for key in addressee.actors:
            out.link(issuer, addresses, names.actor(key))
    for target in act.targets:
        for key in target.actors:
            out.link(issuer, blames, names.actor(key))


def _add_obligation(out: Quads, names: Names, obligation: Obligation) -> None:
    act = obligation.act
    arising = iri.act_iri(names.symbol, act)
    me = f"{arising}/obligation/{obligation.id.rpartition('/')[2]}"
    out.classes(me, _OBLIGATIONS[obligation.modality], OG.Obligation)
    out.link(me, OG.arisesFrom, arising)
    out.link(me, OG.inDocument, names.document)
    out.link(me, OG.inParagraph, names.paragraph(obligation.action.paragraph))
    out.link(me, OG.issuer, names.actor(act.issuer))
    out.link(me, OG.bearer, names.actor(obligation.bearer))
    out.string(me, OG.via, obligation.via)
    out.link(me, OG.action, f"{arising}/content/{_rank(obligation.action, act.contents)}")
    out.link(me, OG.force, _concept("force", act.force).iri)
    for time in obligation.times:
        out.link(me, OG.time, f"{arising}/time/{_rank(time, act.times)}")
        if time.due is not None and time.what is TimeKind.DEADLINE:
            out.value(me, OG.due, day(time.due))
        out.value(me, OG.until, None if time.until is None else day(time.until))
    for qualifier in obligation.qualifiers:
        out.words(me, OG.qualifier, qualifier.text)


def _rank(one: Content | Time, all: tuple[Content, ...] | tuple[Time, ...]) -> int:
    """The rank of this very value: two pieces of an act may be equal, at two places."""
    return next(number for number, other in enumerate(all, start=1) if other is one)


def _concept(scheme: str, key: str) -> Concept:
    found = concepts(scheme).get(key)
    if found is None:
        raise ValueError(f"no concept {key!r} in the scheme {scheme!r}")
    return found


def _add_certainty(out: Quads, me: str, certainty: float, *doubts: str) -> None:
    if not 0 <= certainty <= 1:
        raise ValueError(f"a certainty is from 0 to 1, not {certainty}: {me}")
    out.value(me, OG.certainty, decimal(certainty))
    for doubt in doubts:
        out.string(me, OG.doubt, doubt)


def _add_words(out: Quads, names: Names, me: str, part: _Anchored) -> None:
    out.words(me, OG.text, part.text)
    add_anchor(out, names, me, part.span, part.text)

"""The acts of the sample, paragraph by paragraph."""

from __future__ import annotations

from datetime import date

from obligraph.extract.model import Act, ContentKind, Force, Modality, Target, Time, TimeKind, VerbKind

from .sample_parts import Parts

_ACTION, _PROPOSITION, _THING = ContentKind.ACTION, ContentKind.PROPOSITION, ContentKind.OBJECT
_DIRECTIVE, _ASSERTIVE, _EXPRESSIVE = VerbKind.DIRECTIVE, VerbKind.ASSERTIVE, VerbKind.EXPRESSIVE
_BRIGADE = "the Saltmarsh Brigade"


def acts(make: Parts) -> tuple[Act, ...]:
    """All of them, in the order of the text."""
    return tuple(
        act for part in (_preamble, _blame, _appeal, _decision, _request, _end) for act in part(make)
    )


def _preamble(make: Parts) -> tuple[Act, ...]:
    """Recalling, and the power it acts under."""
    return (
        make.act(
            "PP1/act/1",
            "Recalling",
            "recall",
            _ASSERTIVE,
            Force.STATEMENT,
            "Safe Harbours",
            contents=[
                make.content("PP1", _THING, "its resolution 8990 (2029) and the Convention on Safe Harbours"),
            ],
            citations=[
                make.citation("PP1", "resolution 8990 (2029)", "S/RES/8990(2029)", "recalls"),
                make.citation("PP1", "Convention on Safe Harbours", "Convention on Safe Harbours", "recalls"),
            ],
        ),
        make.act(
            "PP2/act/1",
            "Recalling",
            "recall",
            _ASSERTIVE,
            Force.STATEMENT,
            "leave the harbour",
            contents=[make.content("PP2", _THING, "resolution 8991 (2029)")],
            citations=[make.citation("PP2", "resolution 8991 (2029)", "S/RES/8991(2029)", "recalls")],
        ),
        make.act(
            "PP3/act/1",
            "Acting under",
            "act under",
            VerbKind.DECLARATIVE,
            Force.STATEMENT,
            "United Nations",
            contents=[make.content("PP3", _THING, "Chapter VII of the Charter of the United Nations")],
            citations=[
                make.citation(
                    "PP3",
                    "Chapter VII of the Charter of the United Nations",
                    "Charter of the United Nations, Chapter VII",
                    "pursuant-to",
                )
            ],
        ),
    )


def _blame(make: Parts) -> tuple[Act, ...]:
    """A target, and a proposition."""
    return (
        make.act(
            "OP1/act/1",
            "Condemns in the strongest terms",
            "condemn",
            _EXPRESSIVE,
            Force.STATEMENT,
            "Brigade",
            contents=[make.content("OP1", _THING, f"the seizure of lighthouses by {_BRIGADE}")],
            targets=[Target(("saltmarsh-brigade",), make.find("OP1", _BRIGADE), _BRIGADE)],
        ),
        make.act(
            "OP1/act/2",
            "stresses",
            "stress",
            _ASSERTIVE,
            Force.STATEMENT,
            "all States",
            contents=[
                make.content(
                    "OP1",
                    _PROPOSITION,
                    "that safe passage “by day and by night” concerns all States",
                )
            ],
        ),
    )


def _appeal(make: Parts) -> tuple[Act, ...]:
    """Lettered items with a wrap-up, and a member singled out."""
    return (
        make.act(
            "OP2/act/1",
            "Calls upon",
            "call upon",
            _DIRECTIVE,
            Force.APPEAL,
            "coastal States",
            addressees=[
                make.addressee("OP2", "Member States", "member-states"),
                make.addressee("OP2", "coastal States", "coastal-states", via="including"),
            ],
            contents=[
                make.content(
                    "OP2(a)",
                    _ACTION,
                    "To keep their lighthouses lit at night, as appropriate",
                    Modality.RECOMMENDATION,
                ),
                make.content(
                    "OP2(b)",
                    _ACTION,
                    "To inform the Secretary-General every six months",
                    Modality.RECOMMENDATION,
                ),
            ],
            times=[
                Time(TimeKind.RECURRENCE, make.find("OP2(b)", "every six months"), "every six months", "P6M")
            ],
            qualifiers=[
                make.qualifier("OP2(a)", "as appropriate"),
                make.qualifier("OP2", "in accordance with article 15 of the Convention on Safe Harbours"),
            ],
            citations=[
                make.citation(
                    "OP2",
                    "article 15 of the Convention on Safe Harbours",
                    "Convention on Safe Harbours, article 15",
                    "in-accordance-with",
                )
            ],
        ),
        make.act(
            "OP2(b)/act/1",
            "encourages",
            "encourage",
            _DIRECTIVE,
            Force.ENCOURAGEMENT,
            "join them",
            addressees=[make.addressee("OP2(b)", "the Harbour Council", "harbour-council")],
            contents=[make.content("OP2(b)", _ACTION, "to join them", Modality.RECOMMENDATION)],
        ),
    )


def _decision(make: Parts) -> tuple[Act, ...]:
    """A prohibition for a time, and a permission."""
    return (
        make.act(
            "OP3/act/1",
            "Decides",
            "decide",
            _DIRECTIVE,
            Force.DECISION,
            "1 May 2030",
            addressees=[make.addressee("OP3", "all States", "all-states")],
            contents=[
                make.content(
                    "OP3",
                    _ACTION,
                    f"shall not sell lamp oil to {_BRIGADE} for a period of twelve months, "
                    "which shall begin on 1 May 2030",
                    Modality.PROHIBITION,
                )
            ],
            times=[
                Time(
                    TimeKind.PERIOD,
                    make.find("OP3", "for a period of twelve months"),
                    "for a period of twelve months",
                    "P12M",
                    until=date(2031, 5, 1),
                ),
                Time(
                    TimeKind.START,
                    make.find("OP3", "which shall begin on 1 May 2030"),
                    "which shall begin on 1 May 2030",
                    "2030-05-01",
                ),
            ],
        ),
        make.act(
            "OP3/act/2",
            "authorizes",
            "authorize",
            _DIRECTIVE,
            Force.DECISION,
            "inspect vessels",
            addressees=[make.addressee("OP3", "the Harbour Council", "harbour-council")],
            contents=[make.content("OP3", _ACTION, "to inspect vessels", Modality.PERMISSION)],
        ),
    )


def _request(make: Parts) -> tuple[Act, ...]:
    """Two bodies, named and then meant by a pronoun, and deadlines."""
    return (
        make.act(
            "OP4/act/1",
            "Requests",
            "request",
            _DIRECTIVE,
            Force.REQUEST,
            "30 June 2030",
            addressees=[
                make.addressee("OP4", "the Counter-Terrorism Committee Executive Directorate (CTED)", "cted"),
                make.addressee("OP4", "UNODC", "unodc"),
            ],
            contents=[
                make.content("OP4", _ACTION, "to assess the measures in paragraph 3 above", Modality.DUTY),
                make.content("OP4", _ACTION, "to report by 30 June 2030", Modality.DUTY),
            ],
            times=[
                Time(
                    TimeKind.DEADLINE,
                    make.find("OP4", "by 30 June 2030"),
                    "by 30 June 2030",
                    "2030-06-30",
                    due=date(2030, 6, 30),
                )
            ],
            qualifiers=[make.qualifier("OP4", "within their existing mandates")],
            citations=[make.citation("OP4", "paragraph 3 above", "#OP3", "cites")],
        ),
        make.act(
            "OP4/act/2",
            "invites",
            "invite",
            _DIRECTIVE,
            Force.ENCOURAGEMENT,
            "resolution 8990 (2029)",
            addressees=[
                make.addressee(
                    "OP4", "them", "cted", "unodc", certainty=0.75, doubt="pronoun: nearest addressees taken"
                )
            ],
            contents=[
                make.content(
                    "OP4",
                    _ACTION,
                    "to publish the findings within 90 days after the lifting of the measures",
                    Modality.RECOMMENDATION,
                )
            ],
            times=[
                Time(
                    TimeKind.DEADLINE,
                    make.find("OP4", "within 90 days after the lifting of the measures"),
                    "within 90 days after the lifting of the measures",
                    "P90D",
                    event="the lifting of the measures",
                )
            ],
            citations=[make.citation("OP4", "resolution 8990 (2029)", "S/RES/8990(2029)", "pursuant-to")],
        ),
    )


def _end(make: Parts) -> tuple[Act, ...]:
    """What the body does itself."""
    return (
        make.act(
            "OP5/act/1",
            "Decides",
            "remain seized",
            VerbKind.COMMISSIVE,
            Force.STATEMENT,
            "of the matter",
            contents=[make.content("OP5", _ACTION, "to remain seized of the matter", Modality.DUTY)],
        ),
    )


def reported_acts(make: Parts) -> tuple[Act, ...]:
    """The act that is only reported."""
    return (
        make.act(
            "PP2/reported/1",
            "demands",
            "demand",
            _DIRECTIVE,
            Force.DEMAND,
            "leave the harbour",
            addressees=[make.addressee("PP2", _BRIGADE, "saltmarsh-brigade")],
            contents=[make.content("PP2", _ACTION, "leave the harbour", Modality.DUTY)],
            reported="S/RES/8991(2029)",
            certainty=0.9,
            doubts=("told of another instrument",),
        ),
    )

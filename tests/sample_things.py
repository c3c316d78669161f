"""Who and what the sample names, and where."""

from __future__ import annotations

from obligraph.extract.model import Actor, Instrument, MentionKind

from .sample_text import SYMBOL

_actor, _instrument = MentionKind.ACTOR, MentionKind.INSTRUMENT

#: The kind, the paragraph, the words, the key.
MENTIONS: tuple[tuple[MentionKind, str, str, str], ...] = (
    (_instrument, "PP1", "resolution 8990 (2029)", "S/RES/8990(2029)"),
    (_instrument, "PP1", "Convention on Safe Harbours", "Convention on Safe Harbours"),
    (_instrument, "PP2", "resolution 8991 (2029)", "S/RES/8991(2029)"),
    (_actor, "PP2", "Saltmarsh Brigade", "saltmarsh-brigade"),
    (
        _instrument,
        "PP3",
        "Chapter VII of the Charter of the United Nations",
        "Charter of the United Nations, Chapter VII",
    ),
    (_actor, "OP1", "Saltmarsh Brigade", "saltmarsh-brigade"),
    (_actor, "OP2", "Member States", "member-states"),
    (_actor, "OP2", "coastal States", "coastal-states"),
    (_actor, "OP2(b)", "Secretary-General", "secretary-general"),
    (_actor, "OP2(b)", "Harbour Council", "harbour-council"),
    (
        _instrument,
        "OP2",
        "article 15 of the Convention on Safe Harbours",
        "Convention on Safe Harbours, article 15",
    ),
    (_actor, "OP3", "all States", "all-states"),
    (_actor, "OP3", "Saltmarsh Brigade", "saltmarsh-brigade"),
    (_actor, "OP3", "Harbour Council", "harbour-council"),
    (_actor, "OP4", "Counter-Terrorism Committee Executive Directorate (CTED)", "cted"),
    (_actor, "OP4", "UNODC", "unodc"),
    (_instrument, "OP4", "paragraph 3 above", "#OP3"),
    (_instrument, "OP4", "resolution 8990 (2029)", "S/RES/8990(2029)"),
)
ACTORS = (
    Actor("all-states", "all States", "group-of-states"),
    Actor("coastal-states", "coastal States", "group-of-states", known=False),
    Actor("cted", "CTED", "office", "Counter-Terrorism Committee Executive Directorate", "unsc"),
    Actor("harbour-council", "Harbour Council", "unknown", known=False),
    Actor("member-states", "Member States", "group-of-states"),
    Actor("saltmarsh-brigade", "Saltmarsh Brigade", "armed-group", known=False),
    Actor("secretary-general", "Secretary-General", "role"),
    Actor("unodc", "UNODC", "office", "United Nations Office on Drugs and Crime"),
    Actor("unsc", "Security Council", "organ", "United Nations Security Council"),
)
INSTRUMENTS = (
    Instrument("#OP3", "paragraph", SYMBOL, "paragraph 3"),
    Instrument(
        "Charter of the United Nations, Chapter VII",
        "charter",
        "Charter of the United Nations",
        "Chapter VII",
    ),
    Instrument("Convention on Safe Harbours", "treaty"),
    Instrument(
        "Convention on Safe Harbours, article 15",
        "treaty",
        "Convention on Safe Harbours",
        "article 15",
    ),
    Instrument("S/RES/8990(2029)", "resolution"),
    Instrument("S/RES/8991(2029)", "resolution"),
)

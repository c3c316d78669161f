"""The closed vocabulary: every term that a graph may hold, and nothing else.

A term is an attribute of its namespace and is its IRI as a string: ``OG.addressee``. A term that
is misspelt, or that the ontology lacks, raises. No RDF library is imported for it, since that
costs more than reading a resolution; the tests hold it equal to the terms in the ``.ttl`` files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

DATA = "https://w3id.org/obligraph/"
"""What the IRIs of all things begin with."""

ONTOLOGY = DATA + "ontology"
"""IRI of the ontology, and of the named graph that a store keeps it in."""

THINGS = DATA + "things"
"""IRI of the named graph that says what actors, instruments and other shared things are."""

DESCRIPTIONS = DATA + "descriptions"
"""IRI of the named graph that says which document gives which description of a shared thing."""


class Terms:
    """A namespace that has these terms and no others."""

    def __init__(self, base: str, names: str) -> None:
        self._base = base
        self._names = frozenset(names.split())
        # Loops over all that a graph says ask for terms: each is made once.
        self.__dict__.update({name: base + name for name in self._names})

    def __getattr__(self, name: str) -> str:
        raise AttributeError(f"no term {name!r} in {self._base}")

    def __iter__(self) -> Iterator[str]:
        return (self._base + name for name in sorted(self._names))

    def __str__(self) -> str:
        return self._base


OG = Terms(
    ONTOLOGY + "#",
    """
    Act Action Actor Addressing Citation Content Deadline Draft Duty Exemption Heading Instrument
    Object Obligation Paragraph Period Permission Prohibition Proposition Qualification Recommendation
    Recurrence ReportedAct Resolution SpeechAct Start Statement Targeting Time Translation Vote
    acronym action actor actorKind actsUnder addressee addresses addressing agenda anchor arisesFrom
    ballot bearer blames builderVersion certainty chapterVII citation content date demonym describes
    doubt draft draftDate due duration end ended established establishedBy event fileName force
    format formerName fullName fullText illocution inDocument inParagraph instrument instrumentKind
    iso isoAlpha2 isoAlpha3 isoAlpha4 issuer known label m49 meeting membership mentions number
    paragraphKind parent polarity position qualification qualifier rank relation reportedFrom
    reportedWords reviewSha256 reviewedBy rule rulesVersion sanctionsListNumber scheme sha256
    sourceElement sourceUri sponsor staleCorrection start statements target targeting text thing
    time translation until use verb verbForce verbKind verbText version via vote voter wrapUp
    wrapUpEnd wrapUpStart year
    """,
)
"""Terms of our own, but for the property of each verb, which ``verbs`` has."""

CITO = Terms(
    "http://purl.org/spar/cito/",
    "cites citesAsAuthority citesAsRelated citesAsSourceDocument citesForInformation updates",
)
DCTERMS = Terms(
    "http://purl.org/dc/terms/", "creator description identifier language license source subject title"
)
ELI = Terms(
    "http://data.europa.eu/eli/ontology#",
    "LegalExpression LegalResource cites date_document is_part_of passed_by realizes",
)
OA = Terms(
    "http://www.w3.org/ns/oa#",
    "SpecificResource TextPositionSelector TextQuoteSelector end exact hasSelector hasSource start",
)
ORG = Terms(
    "http://www.w3.org/ns/org#",
    "FormalOrganization Membership Organization OrganizationalUnit Post hasMember member organization postIn "
    "subOrganizationOf",
)
PROV = Terms(
    "http://www.w3.org/ns/prov#",
    "Activity Entity SoftwareAgent used wasAssociatedWith wasDerivedFrom wasGeneratedBy",
)
RDF = Terms("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type")
SKOS = Terms(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme altLabel broadMatch closeMatch definition exactMatch example hiddenLabel inScheme "
    "prefLabel scopeNote",
)
XSD = Terms("http://www.w3.org/2001/XMLSchema#", "boolean date decimal duration gYear integer string")

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "og": str(OG),
        "data": DATA,
        "actor": DATA + "actor/",
        "verb": DATA + "verb/",
        "force": DATA + "force/",
        "cito": str(CITO),
        "dcterms": str(DCTERMS),
        "eli": str(ELI),
        "oa": str(OA),
        "org": str(ORG),
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": str(SKOS),
        "xsd": str(XSD),
    }
)
"""Prefixes that queries and files use."""

SCHEMES = (
    "actor-kind",
    "force",
    "instrument-kind",
    "paragraph-kind",
    "polarity",
    "use",
    "verb",
    "verb-kind",
)
"""The concept schemes; each is the first part of the IRIs of its concepts."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a scheme.

    Attributes:
        iri: Its IRI.
        label: Its preferred label: ``call upon``.
        relation: Of a verb or a use of a citation: IRI of the property that says it in one
            triple. Else empty.
        blames: Of a verb: whether that property stands beneath ``og:blames``.
    """

    iri: str
    label: str
    relation: str = ""
    blames: bool = False


def turtle_files() -> tuple[Traversable, ...]:
    """The files of the ontology and its concept schemes: what a store keeps beside the data."""
    vocabularies = [file for file in files(f"{__package__}.vocab").iterdir() if file.name.endswith(".ttl")]
    return (
        files(__package__).joinpath("obligraph.ttl"),
        *sorted(vocabularies, key=lambda file: file.name),
    )


def actor_files() -> tuple[Traversable, ...]:
    """The files of the authority file, one for each sort of actor. They are no part of the ontology."""
    found = [file for file in files(f"{__package__}.vocab.actors").iterdir() if file.name.endswith(".ttl")]
    return tuple(sorted(found, key=lambda file: file.name))


def shapes_file() -> Traversable:
    """The file of the shapes, which are no part of the ontology and of no store."""
    return files(__package__).joinpath("shapes.ttl")


@cache
def concepts(scheme: str) -> Mapping[str, Concept]:
    """The concepts of a scheme, by the last part of their IRI.

    Args:
        scheme: One of ``SCHEMES``.

    Raises:
        KeyError: There is no such scheme.
    """
    return _all_concepts()[scheme]


@cache
def declared() -> frozenset[str]:
    """The IRI of every class, property and concept that the ontology or a scheme declares."""
    from pyoxigraph import NamedNode, RdfFormat, parse

    return frozenset(
        triple.subject.value
        for file in turtle_files()
        for triple in parse(file.read_bytes(), format=RdfFormat.TURTLE)
        if triple.predicate.value == RDF.type and isinstance(triple.subject, NamedNode)
    )


@cache
def _all_concepts() -> Mapping[str, Mapping[str, Concept]]:
    from pyoxigraph import RdfFormat, parse

    blaming: set[str] = set()
    found: dict[str, dict[str, str]] = {}
    for file in turtle_files():
        for triple in parse(file.read_bytes(), format=RdfFormat.TURTLE):
            subject, predicate = triple.subject.value, triple.predicate.value
            found.setdefault(subject, {})[predicate] = triple.object.value
            if predicate.endswith("#subPropertyOf") and triple.object.value == OG.blames:
                blaming.add(subject)
    schemes: dict[str, dict[str, Concept]] = {scheme: {} for scheme in SCHEMES}
    for iri, about in found.items():
        if SKOS.inScheme in about:
            scheme = about[SKOS.inScheme].removeprefix(DATA)
            relation = about.get(OG.relation, "")
            schemes[scheme][iri.removeprefix(f"{DATA}{scheme}/")] = Concept(
                iri, about[SKOS.prefLabel], relation, relation in blaming | {OG.blames}
            )
    return MappingProxyType({name: MappingProxyType(rows) for name, rows in schemes.items()})

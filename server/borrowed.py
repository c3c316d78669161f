"""Other vocabularies' terms, as people read them: the store has labels of our own terms alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..ontology.vocabulary import CITO, DCTERMS, ELI, OA, ORG, PREFIXES, PROV, RDF, SKOS
from ..queries.prefixes import shortened

_OWL, _RDFS = PREFIXES["owl"], PREFIXES["rdfs"]

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        CITO.cites: "cites",
        CITO.citesAsAuthority: "cites as authority",
        CITO.citesAsRelated: "cites as related",
        CITO.citesAsSourceDocument: "cites as its source",
        CITO.citesForInformation: "cites for information",
        CITO.updates: "updates",
        DCTERMS.creator: "made by",
        DCTERMS.description: "description",
        DCTERMS.identifier: "identifier",
        DCTERMS.language: "language",
        DCTERMS.license: "licence",
        DCTERMS.source: "source",
        DCTERMS.subject: "subject",
        DCTERMS.title: "title",
        ELI.LegalExpression: "text of a legal document",
        ELI.LegalResource: "legal document",
        ELI.cites: "cites",
        ELI.date_document: "date of the document",
        ELI.is_part_of: "part of",
        ELI.passed_by: "adopted by",
        ELI.realizes: "text of",
        OA.SpecificResource: "passage",
        OA.TextPositionSelector: "place in a text",
        OA.TextQuoteSelector: "quotation",
        OA.end: "end",
        OA.exact: "the words",
        OA.hasSelector: "found by",
        OA.hasSource: "in the text",
        OA.start: "start",
        ORG.FormalOrganization: "formal organization",
        ORG.Membership: "membership",
        ORG.Organization: "organization",
        ORG.OrganizationalUnit: "unit of an organization",
        ORG.Post: "post",
        ORG.hasMember: "has as a member",
        ORG.member: "member",
        ORG.organization: "organization",
        ORG.postIn: "post in",
        ORG.subOrganizationOf: "part of",
        PROV.Activity: "activity",
        PROV.Entity: "what was made or used",
        PROV.SoftwareAgent: "program",
        PROV.used: "used",
        PROV.wasAssociatedWith: "done by",
        PROV.wasDerivedFrom: "made from",
        PROV.wasGeneratedBy: "made in",
        RDF.type: "is a",
        SKOS.Concept: "concept",
        SKOS.ConceptScheme: "list of concepts",
        SKOS.altLabel: "also called",
        SKOS.broadMatch: "elsewhere a kind of",
        SKOS.closeMatch: "nearly the same as elsewhere",
        SKOS.definition: "meaning",
        SKOS.exactMatch: "the same as elsewhere",
        SKOS.example: "such as",
        SKOS.hiddenLabel: "also found as",
        SKOS.inScheme: "in the list",
        SKOS.prefLabel: "called",
        SKOS.scopeNote: "note",
        f"{_OWL}Class": "class",
        f"{_OWL}DatatypeProperty": "property of a value",
        f"{_OWL}ObjectProperty": "property",
        f"{_OWL}Ontology": "ontology",
        f"{_RDFS}comment": "note",
        f"{_RDFS}domain": "said of",
        f"{_RDFS}label": "called",
        f"{_RDFS}range": "leads to",
        f"{_RDFS}seeAlso": "see also",
        f"{_RDFS}subClassOf": "a kind of",
        f"{_RDFS}subPropertyOf": "implies",
    }
)
#: What would say the contrary if it were read from the thing that it leads to.
_INWARD: Mapping[str, str] = MappingProxyType(
    {
        DCTERMS.source: "source of",
        DCTERMS.subject: "subject of",
        ELI.cites: "texts that cite it",
        ELI.is_part_of: "its parts",
        ELI.passed_by: "has adopted",
        ELI.realizes: "its texts",
        CITO.cites: "acts that cite it",
        CITO.citesAsAuthority: "cited as authority by",
        CITO.citesAsRelated: "cited as related by",
        CITO.citesAsSourceDocument: "cited as its source by",
        CITO.citesForInformation: "cited for information by",
        CITO.updates: "updated by",
        OA.hasSource: "passages of it",
        ORG.hasMember: "member of",
        ORG.postIn: "its posts",
        ORG.subOrganizationOf: "its parts",
        PROV.used: "used in",
        PROV.wasAssociatedWith: "has done",
        PROV.wasDerivedFrom: "what was made from it",
        PROV.wasGeneratedBy: "what was made in it",
        RDF.type: "things of this kind",
        SKOS.inScheme: "its concepts",
        f"{_RDFS}domain": "its properties",
        f"{_RDFS}range": "what leads to such things",
        f"{_RDFS}subClassOf": "its kinds",
        f"{_RDFS}subPropertyOf": "implied by",
    }
)


def label_of(iri: str, inward: bool = False) -> str:
    """What a term, or a thing, that the store has no label of is called on a page.

    Args:
        iri: Of a class, a property or a thing.
        inward: Whether it is a property read from the thing that it leads to.

    Returns:
        Words for a borrowed term; else the IRI, without brackets, as short as it can be written.
    """
    words = _INWARD.get(iri, "") if inward else ""
    return words or _LABELS.get(iri, "") or shortened(iri).strip("<>")

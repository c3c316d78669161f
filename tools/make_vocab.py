"""Writes ontology/vocab/verbs.ttl from the verb lexicon: `make vocab`.

Each act of the lexicon becomes a concept of the scheme of verbs and a property beneath
og:addresses, or beneath og:blames where the verb blames somebody. Where the ontology has a term of
that name already, the verb makes do with og:addresses or og:blames itself.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LEXICON = ROOT / "extract" / "data" / "verbs.toml"
ONTOLOGY = ROOT / "ontology" / "obligraph.ttl"
TARGET = ROOT / "ontology" / "vocab" / "verbs.ttl"

_HEAD = """\
# The verbs of acts, and the property of each. Written by tools/make_vocab.py from the verb
# lexicon: change it there.

@prefix og:      <https://w3id.org/obligraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl:     <http://www.w3.org/2002/07/owl#> .
@prefix rdfs:    <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos:    <http://www.w3.org/2004/02/skos/core#> .
@prefix :        <https://w3id.org/obligraph/verb/> .

<https://w3id.org/obligraph/verb> a skos:ConceptScheme ;
    dcterms:title "verbs"@en ;
    skos:definition "The verbs by which a body performs an act, in their dictionary form."@en .
"""

_CONCEPT = """
:{key} a skos:Concept ;
    skos:inScheme <https://w3id.org/obligraph/verb> ;
    skos:prefLabel "{act}"@en ;
    skos:definition "What a body does whose words are a form of “{act}”."@en ;
    skos:example "{example}" ;
    og:relation og:{property} .
"""

_PROPERTY = """
og:{property} a owl:ObjectProperty ;
    rdfs:label "{third}"@en ;
    skos:definition "{meaning}"@en ;
    rdfs:subPropertyOf og:{above} .
"""

_MEANINGS = {
    "addresses": "One actor addresses another in an act whose verb is “{act}”.",
    "blames": "One actor blames another in an act whose verb is “{act}”.",
}


def third_person(act: str) -> str:
    """The third person singular of a dictionary form: ``call upon`` gives ``calls upon``."""
    verb, space, rest = act.partition(" ")
    irregular = {"be": "is", "have": "has"}
    if verb in irregular:
        third = irregular[verb]
    elif re.search(r"(?:s|sh|ch|x|z|o)$", verb):
        third = verb + "es"
    elif re.search(r"[^aeiou]y$", verb):
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    return third + space + rest


def property_name(act: str) -> str:
    """The name of an act's property: ``call upon`` gives ``callsUpon``."""
    first, *rest = re.findall(r"[A-Za-z0-9]+", third_person(act))
    return first.lower() + "".join(word.capitalize() for word in rest)


def render(rows: Iterable[Mapping[str, Any]]) -> str:
    """The scheme of verbs as Turtle.

    Args:
        rows: Rows of the verb lexicon; several may share an act.

    Returns:
        Turtle, sorted by act.
    """
    first: dict[str, Mapping[str, Any]] = {}
    blaming: set[str] = set()
    for row in rows:
        first.setdefault(row["act"], row)
        if row.get("blames"):
            blaming.add(row["act"])
    taken = set(re.findall(r"^og:(\w+) a ", ONTOLOGY.read_text(encoding="utf-8"), re.MULTILINE))
    entries = [_HEAD]
    for act, row in sorted(first.items()):
        above = "blames" if act in blaming else "addresses"
        name = property_name(act)
        entries.append(
            _CONCEPT.format(
                key=re.sub(r"[^a-z0-9]+", "-", act.lower()),
                act=act,
                example=row["examples"][0].replace("\\", "\\\\").replace('"', '\\"'),
                property=above if name in taken else name,
            )
        )
        if name not in taken:
            entries.append(
                _PROPERTY.format(
                    property=name,
                    third=third_person(act),
                    meaning=_MEANINGS[above].format(act=act),
                    above=above,
                )
            )
    return "".join(entries)


def rows() -> list[dict[str, Any]]:
    """The rows of the verb lexicon."""
    with LEXICON.open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["verb"]
    return found


if __name__ == "__main__":
    TARGET.write_text(render(rows()), encoding="utf-8")
    print(f"{TARGET.name} written", file=sys.stderr)

"""Writes ontology/vocab/verbs.ttl from the verb lexicon: `make vocab`.

Each act of the lexicon becomes a concept of the scheme of verbs, with the forms that it is found in
as further labels, and a property beneath og:addresses, or beneath og:blames where the verb blames
somebody. Where the ontology has a term of that name already, the verb makes do with og:addresses or
og:blames itself.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
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
@prefix force:   <https://w3id.org/obligraph/force/> .
@prefix kind:    <https://w3id.org/obligraph/verb-kind/> .
@prefix polar:   <https://w3id.org/obligraph/polarity/> .
@prefix :        <https://w3id.org/obligraph/verb/> .

<https://w3id.org/obligraph/verb> a skos:ConceptScheme ;
    dcterms:title "verbs"@en ;
    skos:definition "The verbs by which a body performs an act, in their dictionary form."@en .
"""

_CONCEPT = """
:{key} a skos:Concept ;
    skos:inScheme <https://w3id.org/obligraph/verb> ;
    skos:prefLabel "{act}"@en ;{labels}
    skos:definition "What a body does whose words are a form of “{act}”."@en ;
    skos:example "{example}" ;
    og:verbForce force:{force} ;
    og:verbKind kind:{kind} ;
    og:polarity polar:{polarity} ;
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
    words: list[str] = re.findall(r"[A-Za-z0-9]+", third_person(act))
    first, *rest = words
    return first.lower() + "".join(word.capitalize() for word in rest)


def forms(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The forms that an act is found in, but for its dictionary form, sorted.

    Args:
        rows: Its rows: "calls", "calling" and "called" with the tail "upon" give "calls upon" and so on.
    """
    found: set[str] = set()
    for row in rows:
        expressed = row["act"].startswith("express ") and "nouns" in row
        if row.get("nouns") and not expressed:
            continue  # "reiterates its demand": the noun is the act's, not the verb's
        tails = row["nouns"] if expressed else row.get("tails", [""])
        if any(words.startswith("to ") for words in row.get("before", [])):
            tails = row["before"]  # "decides" is no form of "remain seized" without it
        heads = [head for form in ("third", "participle", "past", "adjective") for head in row.get(form, [])]
        found.update(f"{head} {tail}".strip() for head in heads for tail in tails)
        found.discard(row["act"])
    return sorted(found)


def _listed(predicate: str, labels: Sequence[str]) -> str:
    """The rest of a statement with several labels in English, on a line of its own; empty for none."""
    listed = " , ".join(f'"{label}"@en' for label in labels)
    return f"\n    {predicate} {listed} ;" if listed else ""


def render(rows: Iterable[Mapping[str, Any]]) -> str:
    """The scheme of verbs as Turtle.

    Args:
        rows: Rows of the verb lexicon; several may share an act.

    Returns:
        Turtle, sorted by act.
    """
    varieties: dict[str, list[Mapping[str, Any]]] = {}
    blaming: set[str] = set()
    for row in rows:
        varieties.setdefault(row["act"], []).append(row)
        if row.get("blames"):
            blaming.add(row["act"])
    taken = set(re.findall(r"^og:(\w+) a ", ONTOLOGY.read_text(encoding="utf-8"), re.MULTILINE))
    entries = [_HEAD]
    for act, own in sorted(varieties.items()):
        row = own[0]  # the plain one; the others add words that change force or kind
        above = "blames" if act in blaming else "addresses"
        name = property_name(act)
        entries.append(
            _CONCEPT.format(
                key=re.sub(r"[^a-z0-9]+", "-", act.lower()),
                act=act,
                labels=_listed("skos:altLabel", forms(own)),
                force=row.get("force", "statement"),
                kind=row.get("kind", "assertive"),
                polarity=row.get("polarity", "neutral"),
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

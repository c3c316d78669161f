"""Findings as a validation report of SHACL (https://www.w3.org/TR/shacl/#validation-report), in Turtle.

It is written finding by finding, so that its length costs no memory. A finding of a check that SHACL
cannot express names the check in the place of a component of SHACL's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from ..ontology.vocabulary import DATA
from .validate import Finding

_HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n"


def report(findings: Iterable[Finding]) -> Iterator[str]:
    """Writes a report.

    Args:
        findings: What was found.

    Yields:
        Pieces of Turtle.
    """
    yield _HEAD
    conforms = True
    for finding in findings:
        conforms = False
        rows = [
            "a sh:ValidationResult",
            f"sh:focusNode {NamedNode(finding.where)}",
            *([f"sh:resultPath {NamedNode(finding.path)}"] if finding.path else []),
            *([f"sh:value {finding.value}"] if finding.value else []),
            "sh:resultSeverity sh:Violation",
            f"sh:sourceConstraintComponent {_component(finding)}",
            *([f"sh:sourceShape {NamedNode(f'{DATA}shape/{finding.rule}')}"] if finding.constraint else []),
            f"sh:resultMessage {Literal(f'{finding.what} ({finding.why})', language='en')}",
        ]
        yield "".join(("_:report sh:result [\n    ", " ;\n    ".join(rows), " ] .\n\n"))
    yield f"_:report a sh:ValidationReport ;\n    sh:conforms {'true' if conforms else 'false'} .\n"


def _component(finding: Finding) -> str:
    kind = finding.constraint
    if kind:
        return f"sh:{kind[0].upper()}{kind[1:]}ConstraintComponent"
    return str(NamedNode(f"{DATA}check/{finding.rule}"))

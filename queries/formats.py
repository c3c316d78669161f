"""Answers as text: a table to read, CSV, TSV, JSON, XML, Markdown; triples as Turtle and other RDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from .prefixes import OTHERS, PREFIXES, shortened
from .run import Answer, Table, Triples
from .table import clean, lay_out

if TYPE_CHECKING:
    from .parameters import Term


def formatted(answer: Answer, kind: str, width: int = 100) -> str:
    """The answer as text that ends with a line end.

    Args:
        answer: What a query found.
        kind: A key of ``FORMATS``.
        width: Columns to lay a table out in.

    Raises:
        UsageError: A format of RDF is asked of a query that makes no triples.
    """
    return FORMATS[kind](answer, width)


def default(answer: Answer) -> str:
    """The format where the user asks for none: Turtle for triples, a table for all else."""
    return "turtle" if isinstance(answer, Triples) else "table"


def _as_table(answer: Answer) -> Table:
    """Any answer as rows."""
    from pyoxigraph import Literal

    if isinstance(answer, Table):
        return answer
    if isinstance(answer, Triples):
        rows = tuple((t.subject, t.predicate, t.object) for t in answer.triples)
        return Table(("subject", "predicate", "object"), rows)
    return Table(("answer",), ((Literal(answer),),))


def _table(answer: Answer, width: int) -> str:
    table = _as_table(answer)
    cells = [[shown(term) for term in row] for row in table.rows]
    if not cells:
        return "nothing found\n"
    numeric = [all(_is_number(row[i]) for row in table.rows) for i in range(len(table.columns))]
    return lay_out(table.columns, cells, numeric, width)


def _markdown(answer: Answer, _: int) -> str:
    table = _as_table(answer)
    lines = [
        f"| {' | '.join(table.columns)} |",
        f"|{'|'.join(' --- ' for _ in table.columns)}|",
        *(f"| {' | '.join(_escaped(shown(term)) for term in row)} |" for row in table.rows),
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Text that Markdown takes for nothing but text."""
    for character in "\\`*_[]<>|#":
        text = text.replace(character, f"\\{character}")
    return text


def _csv(answer: Answer, _: int) -> str:
    """CSV as in SPARQL 1.1 Query Results CSV and TSV Formats, section 3, but with plain line ends."""
    import csv
    import io

    table = _as_table(answer)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_lexical(term) for term in row] for row in table.rows)
    return stream.getvalue()


def _tsv(answer: Answer, _: int) -> str:
    """TSV as in SPARQL 1.1 Query Results CSV and TSV Formats, section 4: terms as in Turtle."""
    table = _as_table(answer)
    lines = ["\t".join(f"?{column}" for column in table.columns)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _json(answer: Answer, _: int) -> str:
    """SPARQL 1.1 Query Results JSON Format."""
    import json

    if isinstance(answer, bool):
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    table = _as_table(answer)
    rows = (
        json.dumps(
            {c: _binding(t) for c, t in zip(table.columns, row, strict=True) if t is not None},
            ensure_ascii=False,
        )
        for row in table.rows
    )
    columns = json.dumps(list(table.columns), ensure_ascii=False)
    bindings = ",\n".join(rows)
    head = f' "head": {{\n  "vars": {columns}\n }},\n'
    return f'{{\n{head} "results": {{"bindings": [\n{bindings}\n]}}\n}}\n'


def _xml(answer: Answer, _: int) -> str:
    """SPARQL Query Results XML Format (Second Edition)."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
    if isinstance(answer, bool):
        return f"{head}<head/>\n<boolean>{str(answer).lower()}</boolean>\n</sparql>\n"
    from xml.sax.saxutils import quoteattr

    table = _as_table(answer)
    names = [quoteattr(column) for column in table.columns]
    lines = [f"{head}<head>{''.join(f'<variable name={name}/>' for name in names)}</head>\n<results>"]
    for row in table.rows:
        cells = (
            f"<binding name={name}>{_element(term)}</binding>"
            for name, term in zip(names, row, strict=True)
            if term is not None
        )
        lines.append(f"<result>{''.join(cells)}</result>")
    return "\n".join(lines) + "\n</results>\n</sparql>\n"


#: Characters that XML 1.0 has no way to write (section 2.2).
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _element(term: Term) -> str:
    """A term as an element of the XML results format."""
    from xml.sax.saxutils import escape, quoteattr

    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if not isinstance(term, Literal):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return f"<triple>{''.join(f'<{k}>{_element(v)}</{k}>' for k, v in parts.items())}</triple>"
    about = ""
    if term.language:
        about = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype.value != f"{PREFIXES['xsd']}string":
        about = f" datatype={quoteattr(term.datatype.value)}"
    words = escape(_NO_XML.sub("\ufffd", term.value), {"\r": "&#13;"})
    return f"<literal{about}>{words}</literal>"


def _binding(term: Term) -> dict[str, Any]:
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _binding(part) for name, part in parts.items()}}
    found: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != f"{PREFIXES['xsd']}string":
        found["datatype"] = term.datatype.value
    return found


def _rdf(name: str) -> Callable[[Answer, int], str]:
    """Writes triples in a format of RDF, by its name in the store's library."""

    def write(answer: Answer, _: int) -> str:
        from pyoxigraph import RdfFormat, serialize

        if not isinstance(answer, Triples):
            raise UsageError(
                f"{name.lower().replace('_', '')} is for queries that make triples",
                remedy="use CONSTRUCT, or another output type",
            )
        chosen: RdfFormat = getattr(RdfFormat, name)
        prefixes = _declared(answer) if name in ("TURTLE", "RDF_XML") else None
        text = serialize(answer.triples, format=chosen, prefixes=prefixes)
        lines = text.decode().split("\n") if text else []
        head = sum(line.startswith("@prefix ") for line in lines[: len(prefixes or ())])
        return "\n".join(sorted(lines[:head]) + lines[head:])  # the prefixes come in no fixed order

    return write


def _declared(answer: Triples) -> dict[str, str]:
    """The usual prefixes, and those of other ontologies that the triples use."""
    from pyoxigraph import NamedNode

    others = {
        prefix: namespace
        for prefix, namespace in OTHERS.items()
        if any(
            isinstance(term, NamedNode) and term.value.startswith(namespace)
            for triple in answer.triples
            for term in (triple.predicate, triple.object)
        )
    }
    return {**PREFIXES, **others}


def shown(term: Term | None) -> str:
    """A term as people read it: no datatype, no language, IRIs shortened; on one line."""
    from pyoxigraph import Literal, NamedNode

    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return shortened(term.value)
    return clean(term.value if isinstance(term, Literal) else str(term))


def _lexical(term: Term | None) -> str:
    from pyoxigraph import Literal, NamedNode

    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _is_number(term: Term | None) -> bool:
    from pyoxigraph import Literal

    names = ("integer", "decimal", "double", "float")
    return term is None or (
        isinstance(term, Literal) and term.datatype.value.removeprefix(PREFIXES["xsd"]) in names
    )


#: How to write an answer, by the name of the format.
FORMATS: Mapping[str, Callable[[Answer, int], str]] = MappingProxyType(
    {
        "csv": _csv,
        "json": _json,
        "jsonld": _rdf("JSON_LD"),
        "markdown": _markdown,
        "ntriples": _rdf("N_TRIPLES"),
        "rdfxml": _rdf("RDF_XML"),
        "table": _table,
        "tsv": _tsv,
        "turtle": _rdf("TURTLE"),
        "xml": _xml,
    }
)

#: Endings of files' names that ask for a format.
ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "csv",
        ".json": "json",
        ".jsonld": "jsonld",
        ".md": "markdown",
        ".nt": "ntriples",
        ".rdf": "rdfxml",
        ".srx": "xml",
        ".tsv": "tsv",
        ".ttl": "turtle",
        ".txt": "table",
    }
)

"""Each named query gives the known answer on the sample; no query reaches beyond the store."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from obligraph.errors import QueryError, UsageError
from obligraph.extract.model import Force
from obligraph.graph.store import Store, open_store
from obligraph.ontology.vocabulary import PREFIXES
from obligraph.queries.formats import FORMATS, OF_TRIPLES, default, formatted, shown
from obligraph.queries.library import Query, library, named, parse
from obligraph.queries.parameters import FORCES, KINDS
from obligraph.queries.prefixes import shortened
from obligraph.queries.run import Answer, Table, Triples, run

from .samples import sample_reading

SYMBOL = "S/RES/9001(2030)"
CHAPTER = "Charter of the United Nations, Chapter VII"
SALE = (
    "shall not sell lamp oil to the Saltmarsh Brigade for a period of twelve months, "
    "which shall begin on 1 May 2030"
)
PUBLISH = "to publish the findings within 90 days after the lifting of the measures"
SEIZURE = "the seizure of lighthouses by the Saltmarsh Brigade"


@pytest.fixture(scope="module")
def store() -> Store:
    store = open_store("memory", create=True)
    store.put(sample_reading())
    return store


def ask(store: Store, name: str, **given: str) -> list[tuple[str, ...]]:
    """The answer of a named query, its head first."""
    return texts(run(store, named(name), given))


def texts(answer: Answer) -> list[tuple[str, ...]]:
    assert isinstance(answer, Table)
    return [answer.columns, *(tuple(shown(cell) for cell in row) for row in answer.rows)]


def own(text: str) -> Query:
    """A query of the user's own."""
    return parse("-", text)


#: For each query: parameters, head, rows. They were read off the sample's words by hand.
ANSWERS: dict[str, tuple[dict[str, str], tuple[str, ...], list[tuple[str, ...]]]] = {
    "in-other-languages": (
        {"document": SYMBOL},
        ("symbol", "paragraph", "in", "words", "english"),
        [],  # the sample is in English alone
    ),
    "obligations-of": (
        {"actor": "cted"},
        ("document", "paragraph", "verb", "modality", "action", "due", "limits", "via"),
        [
            (
                SYMBOL,
                "OP4",
                "Requests",
                "duty",
                "to assess the measures in paragraph 3 above",
                "",
                "within their existing mandates",
                "",
            ),
            (
                SYMBOL,
                "OP4",
                "Requests",
                "duty",
                "to report by 30 June 2030",
                "2030-06-30",
                "within their existing mandates",
                "",
            ),
            (SYMBOL, "OP4", "invites", "recommendation", PUBLISH, "", "", ""),
        ],
    ),
    "who-asks-whom": (
        {"actor": "harbour-council"},
        ("asks", "asked", "verb", "force", "acts", "documents"),
        [
            ("Security Council", "Harbour Council", "authorize", "decision", "1", "1"),
            ("Security Council", "Harbour Council", "encourage", "encouragement", "1", "1"),
        ],
    ),
    "who-condemns-whom": (
        {},
        ("document", "paragraph", "condemns", "verb", "condemned", "what"),
        [
            (
                SYMBOL,
                "OP1",
                "Security Council",
                "Condemns in the strongest terms",
                "Saltmarsh Brigade",
                SEIZURE,
            )
        ],
    ),
    "due": (
        {"from": "2030-06-30", "to": "2030-06-30"},
        ("due", "who", "action", "words", "document", "paragraph"),
        [
            ("2030-06-30", "CTED", "to report by 30 June 2030", "by 30 June 2030", SYMBOL, "OP4"),
            ("2030-06-30", "UNODC", "to report by 30 June 2030", "by 30 June 2030", SYMBOL, "OP4"),
        ],
    ),
    "instruments-cited": (
        {"document": SYMBOL},
        ("instrument", "use", "acts", "documents"),
        [
            (CHAPTER, "pursuant to", "1", "1"),
            ("Convention on Safe Harbours", "recalls", "1", "1"),
            ("Convention on Safe Harbours, article 15", "in accordance with", "1", "1"),
            ("S/RES/8990(2029)", "pursuant to", "1", "1"),
            ("S/RES/8990(2029)", "recalls", "1", "1"),
            ("S/RES/8991(2029)", "recalls", "1", "1"),
            (f"{SYMBOL}, paragraph 3", "cites", "1", "1"),
        ],
    ),
    "citing": (
        {"instrument": "convention on safe harbours"},
        ("document", "paragraph", "verb", "use", "cited", "words"),
        [
            (
                SYMBOL,
                "PP1",
                "Recalling",
                "recalls",
                "Convention on Safe Harbours",
                "Convention on Safe Harbours",
            ),
            (
                SYMBOL,
                "OP2",
                "Calls upon",
                "in accordance with",
                "Convention on Safe Harbours, article 15",
                "article 15 of the Convention on Safe Harbours",
            ),
        ],
    ),
    "acts-by-force": (
        {},
        ("force", "acts", "documents"),
        [
            ("decision", "2", "1"),
            ("request", "1", "1"),
            ("appeal", "1", "1"),
            ("encouragement", "2", "1"),
            ("statement", "6", "1"),
        ],
    ),
    "acts-by-verb": (
        {},
        ("verb", "force", "acts"),
        [
            ("recall", "statement", "2"),
            ("act under", "statement", "1"),
            ("authorize", "decision", "1"),
            ("call upon", "appeal", "1"),
            ("condemn", "statement", "1"),
            ("decide", "decision", "1"),
            ("encourage", "encouragement", "1"),
            ("invite", "encouragement", "1"),
            ("remain seized", "statement", "1"),
            ("request", "request", "1"),
            ("stress", "statement", "1"),
        ],
    ),
    "actors-by-obligations": (
        {},
        ("actor", "key", "obligations", "duties", "recommended", "permitted", "forbidden"),
        [
            ("CTED", "cted", "3", "2", "1", "0", "0"),
            ("UNODC", "unodc", "3", "2", "1", "0", "0"),
            ("Harbour Council", "harbour-council", "2", "0", "1", "1", "0"),
            ("Member States", "member-states", "2", "0", "2", "0", "0"),
            ("coastal States", "coastal-states", "2", "0", "2", "0", "0"),
            ("all States", "all-states", "1", "0", "0", "0", "1"),
        ],
    ),
    "clause": (
        {"document": "s/res/9001 (2030)", "label": "op2"},
        ("paragraph", "text"),
        [
            ("OP2", "Calls upon Member States, including coastal States:"),
            ("OP2(a)", "To keep their lighthouses lit at night, as appropriate;"),
            (
                "OP2(b)",
                "To inform the Secretary-General every six months, and encourages the Harbour Council to "
                "join them;",
            ),
            ("OP2", "in accordance with article 15 of the Convention on Safe Harbours;"),
        ],
    ),
    "reporting-cycles": (
        {},
        ("who", "every", "words", "action", "document", "paragraph"),
        [
            (
                who,
                "P6M",
                "every six months",
                "To inform the Secretary-General every six months",
                SYMBOL,
                "OP2(b)",
            )
            for who in ("Member States", "coastal States")
        ],
    ),
    "mandates-that-end": (
        {"to": "2031-05-01"},
        ("until", "words", "verb", "what", "document", "paragraph"),
        [
            (
                "2031-05-01",
                "for a period of twelve months",
                "Decides",
                f"Decides that all States {SALE}",
                SYMBOL,
                "OP3",
            )
        ],
    ),
    "prohibitions": (
        {},
        ("who", "verb", "action", "document", "paragraph"),
        [("all States", "Decides", SALE, SYMBOL, "OP3")],
    ),
    "chapter-vii-duties": (
        {"actor": "all States"},
        ("who", "modality", "verb", "action", "under", "document", "paragraph"),
        [("all States", "prohibition", "Decides", SALE, CHAPTER, SYMBOL, "OP3")],
    ),
    "co-addressed": (
        {"actor": "CTED"},
        ("one", "other", "acts", "documents"),
        [("CTED", "UNODC", "2", "1")],
    ),
    "unresolved-actors": (
        {},
        ("name", "key", "addressed", "targeted", "paragraphs"),
        [
            ("Harbour Council", "harbour-council", "2", "0", "2"),
            ("coastal States", "coastal-states", "1", "0", "1"),
            ("Saltmarsh Brigade", "saltmarsh-brigade", "0", "1", "3"),
        ],
    ),
    "verbs-by-year": (
        {"verb": "call upon"},
        ("year", "act", "acts", "documents"),
        [("2030", "call upon", "1", "1")],
    ),
    "acts-of": (
        {"document": SYMBOL},
        ("paragraph", "verb", "force", "addressees", "words"),
        [
            (label, verb, force, addressees, "…")
            for label, verb, force, addressees in (
                ("PP1", "Recalling", "statement", ""),
                ("PP2", "Recalling", "statement", ""),
                ("PP3", "Acting under", "statement", ""),
                ("OP1", "Condemns in the strongest terms", "statement", ""),
                ("OP1", "stresses", "statement", ""),
                ("OP2", "Calls upon", "appeal", "Member States, coastal States"),
                ("OP2(b)", "encourages", "encouragement", "Harbour Council"),
                ("OP3", "Decides", "decision", "all States"),
                ("OP3", "authorizes", "decision", "Harbour Council"),
                ("OP4", "Requests", "request", "CTED, UNODC"),
                ("OP4", "invites", "encouragement", "CTED, UNODC"),
                ("OP5", "Decides", "statement", ""),
            )
        ],
    ),
    "doubts": (
        {},
        ("certainty", "what", "doubt", "text", "symbol", "paragraph"),
        [("0.75", "addressee", "pronoun: nearest addressees taken", "them", SYMBOL, "OP4")],
    ),
    "reviewed": (  # nobody has reviewed the sample; test_review asks where somebody has
        {},
        ("symbol", "paragraph", "verb", "act", "rule", "reader"),
        [],
    ),
    "counts": (
        {},
        ("what", "count"),
        [
            ("documents", "1"),
            ("paragraphs", "10"),
            ("acts", "12"),
            ("obligations", "13"),
            ("actors asked", "6"),
            ("actors condemned", "1"),
            ("instruments cited", "6"),
        ],
    ),
}


#: Those that answer with rows; the others, which make triples, are tested with what they are mapped to.
TABLES = sorted(name for name in library() if not name.startswith("as-"))


def test_every_query_of_the_library_has_an_answer_here() -> None:
    assert set(ANSWERS) == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_named_query_gives_the_known_answer(store: Store, name: str) -> None:
    given, head, rows = ANSWERS[name]
    found = ask(store, name, **given)
    if name == "acts-of":  # the words of the acts are the sample's own
        found = [found[0], *((*row[:-1], "…") for row in found[1:])]
    assert found == [head, *rows]


def test_what_two_documents_say_of_an_actor_does_not_count_twice() -> None:
    reading = sample_reading()
    second = replace(reading, document=replace(reading.document, symbol="S/RES/9003(2030)"))
    with open_store("memory", create=True) as store:
        store.put(reading)
        store.put(second)
        asked = ("Security Council", "CTED", "request", "request", "2", "2")
        assert asked in ask(store, "who-asks-whom")
        assert ask(store, "actors-by-obligations")[1] == ("CTED", "cted", "6", "4", "2", "0", "0")
        assert ask(store, "acts-by-verb")[1] == ("recall", "statement", "4")
        assert ask(store, "acts-by-verb", document=SYMBOL)[1] == ("recall", "statement", "2")
        assert len(ask(store, "obligations-of", actor="cted")) == 1 + 2 * 3
        assert len(ask(store, "who-condemns-whom")) == 1 + 2
        assert ("documents", "2") in ask(store, "counts") and ("acts", "24") in ask(store, "counts")


@pytest.mark.parametrize("name", sorted(library()))
def test_a_named_query_says_what_it_answers(name: str) -> None:
    query = named(name)
    assert query.title and query.description.endswith(".")
    for parameter in query.parameters:
        assert parameter.kind in KINDS
        assert f"?{parameter.name}" in query.text
    if name in TABLES:
        assert "ORDER BY" in query.text, "an answer in no order is another one each time"


@pytest.mark.parametrize(
    ("name", "given", "count", "why"),
    [
        ("due", {"from": "2030-07-01"}, 0, "it is due before"),
        ("due", {"to": "2030-06-29"}, 0, "it is due after"),
        ("due", {}, 2, "no bounds, everything"),
        ("mandates-that-end", {"from": "2031-05-02"}, 0, "it ends before"),
        ("mandates-that-end", {"from": "2031-05-01"}, 1, "the first day counts"),
        ("who-asks-whom", {}, 9, "no actor, everybody"),
        ("obligations-of", {"actor": "cted", "force": "encouragement"}, 1, "only the invitation"),
        ("obligations-of", {"actor": "CTED", "force": "Request"}, 2, "case does not count"),
        ("obligations-of", {"actor": "Counter-Terrorism Committee Executive Directorate"}, 3, "full name"),
        ("obligations-of", {"actor": "the UNODC"}, 3, "nor does an article"),
        ("citing", {"instrument": "S/RES/8990(2029)"}, 2, "recalled, and acted pursuant to"),
        ("citing", {"instrument": '") || true || ("'}, 0, "a value is a value and never SPARQL"),
        ("clause", {"document": SYMBOL, "label": "OP"}, 0, "OP is no label, and no part of one"),
        ("co-addressed", {}, 4, "each pair, from both sides"),
        ("verbs-by-year", {}, 11, "every verb of the sample"),
    ],
)
def test_parameters_narrow_the_answer(
    store: Store, name: str, given: dict[str, str], count: int, why: str
) -> None:
    assert len(ask(store, name, **given)) - 1 == count, why


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("obligations-of", {}, "needs the parameter actor"),
        ("obligations-of", {"actor": "ctde"}, "no actor of this store is called “ctde”; did you mean cted"),
        ("obligations-of", {"actor": " "}, "parameter actor is empty"),
        (
            "obligations-of",
            {"actor": "cted", "who": "x"},
            "no parameter “who”; its parameters are: actor",
        ),
        ("obligations-of", {"actor": "cted", "force": "mild"}, "“mild” is no force; give one of decision"),
        ("acts-by-force", {"actor": "cted"}, "has no parameter “actor”; its parameters are: none"),
        ("due", {"from": "tomorrow"}, "“tomorrow” is no date; give a day, such as 2017-12-31"),
        ("due", {"from": "2030-02-30"}, "“2030-02-30” is no date"),
        ("due", {"from": "2030-W01-1"}, "“2030-W01-1” is no date"),
        (
            "acts-of",
            {"document": "S/RES/9002(2030)"},
            "no document S/RES/9002(2030); did you mean S/",
        ),
        ("verbs-by-year", {"verb": "frobnicate"}, "has no act “frobnicate”"),
    ],
)
def test_a_wrong_parameter_is_one_line_that_helps(
    store: Store, name: str, given: dict[str, str], says: str
) -> None:
    with pytest.raises(QueryError) as caught:
        ask(store, name, **given)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_query_of_ones_own_may_have_parameters(store: Store) -> None:
    query = own(
        "# Long paragraphs\n#\n# Parameters:\n#   least (integer, default 100): characters\n"
        "#   kind (iri, optional): only this kind\n"
        "SELECT ?label ?least ?kind { ?p og:label ?label ; og:text ?t ; og:paragraphKind ?kind "
        "FILTER(STRLEN(?t) >= ?least) }"
    )
    assert texts(run(store, query)) == [("label",), ("OP1",), ("OP3",), ("OP4",), ("PP2",)]
    assert texts(run(store, query, {"least": "90"}))[1:] == [
        ("OP1",),
        ("OP2(b)",),
        ("OP3",),
        ("OP4",),
        ("PP2",),
    ]
    preambular = {"kind": "data:paragraph-kind/preambular", "least": "90"}
    assert texts(run(store, query, preambular)) == [("label",), ("PP2",)]
    with pytest.raises(QueryError, match="“many” is no integer"):
        run(store, query, {"least": "many"})


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("# T\n# Parameters:\n# actor: who", "line 3: not a parameter"),
        ("# T\n# Parameters:\n# a (string, required): x\n# a (string, required): y", "a is declared twice"),
        ("# T\n# Parameters:\n# a (colour, required): x", "of an unknown kind, “colour”"),
    ],
)
def test_a_malformed_header_is_refused(store: Store, header: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, own(f"{header}\nSELECT ?a {{ ?a a og:Act }}"), {"a": "x"})
    assert says in str(caught.value)


WHERE = "{?x ?y ?z}}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"SELECT ?x {{ SERVICE <http://localhost/> {WHERE}", "as everybody writes it"),
        (f"SELECT ?x {{ service silent <http://localhost/> {WHERE}", "small letters, silent"),
        (f"SELECT ?x {{ SERVICE<http://localhost/>{WHERE}", "no spaces"),
        (f"SELECT ?x {{ SERVICESILENT<http://localhost/>{WHERE}", "no spaces at all"),
        (f"SELECT ?x {{ SERVICE # <\n # {{ \n <http://localhost/> # \n {WHERE}", "comments between"),
        (
            f"SELECT ?x {{ SERVICE # c\r<http://localhost/> {WHERE}",
            "a carriage return ends a comment",
        ),
        (f"SELECT ?x {{ VALUES ?e {{ <http://localhost/> }} SERVICE ?e {WHERE}", "a variable"),
        (f"PREFIX e: <http://localhost/> SELECT ?x {{ SERVICE e:x {WHERE}", "a prefix"),
        (f"PREFIX e: <http://localhost/> SELECT ?x {{ SERVICEe:x {WHERE}", "a prefix without a space"),
        (f"PREFIX : <http://localhost/> SELECT ?x {{ SERVICE : {WHERE}", "an empty prefix"),
        (f"PREFIX : <http://localhost/> SELECT ?x {{ SERVICE :a\\#b {WHERE}", "an escaped sign"),
        (f"SELECT ?x {{ ?a ?b 1SERVICE <http://localhost/> {WHERE}", "after a number"),
        (f"SELECT ?x {{ ?a ?b ?c.SERVICE <http://localhost/> {WHERE}", "after a full stop"),
        (
            f"SELECT ?x {{ FILTER(?a<?b#'>'''\n) SERVICE <http://localhost/> {WHERE} #'''",
            "hidden",
        ),
        (f"BASE <http://localhost/> SELECT ?x {{ SERVICE <x> {WHERE}", "a relative address"),
        ("SELECT ?x FROM <file:///etc/hosts> { ?x ?y ?z }", "a file as a graph"),
        ("SELECT ?x FROM NAMED <FILE:/etc/hosts> { GRAPH ?g { ?x ?y ?z } }", "a file as a named graph"),
    ],
)
def test_what_reaches_beyond_the_store_is_refused(store: Store, text: str, why: str) -> None:
    with pytest.raises(QueryError, match=r"is refused: a query (asks|reads).*; take the"):
        run(store, own(text))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT ?service ?x { ?x og:label ?service }", "a variable is no service"),
        ("SELECT ?myservice ?x { ?x og:label ?myservice }", "nor is the end of its name"),
        ("SELECT ?x { ?x og:text ?t FILTER(CONTAINS(?t, 'service')) }", "nor a word in a string"),
        ('SELECT ?x { ?x og:text "military service personnel"@en }', "nor a phrase"),
        ("SELECT ?x { ?x og:text ?t } # SERVICE <http://localhost/> is refused", "nor a comment"),
        (f"SELECT ?x FROM <https://w3id.org/obligraph/{SYMBOL}> {{ ?x a og:Act }}", "a graph of the store"),
    ],
)
def test_what_only_looks_alike_is_answered(store: Store, text: str, why: str) -> None:
    assert isinstance(run(store, own(text)), Table), why


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?x {\n ?x a og:Act", "query, line 2, column 13: not SPARQL: it ends too early; see "),
        ("SELECT ?x { ?x a foo:Bar }", "line 1, column 18: the prefix “foo:” is not declared; declare it"),
        ("SELECT ?x { ?x a og:Act ) }", "line 1, column 25: not SPARQL from “) }” on"),
        (
            "SELECT ?x {\n?x a og:Act\nFILTER(?x > ) }",
            "line 3, column 1: not SPARQL from “FILTER(?x > ) }” on",
        ),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y }", "The SELECT contains a variable that is unbound"),
        ("hello", "line 1, column 1: not SPARQL from “hello” on"),
        ("INSERT DATA { og:a og:b og:c }", "INSERT is refused: a query only reads"),
        ("# c\nPREFIX a: <b:c>\nDELETE WHERE { ?a ?b ?c }", "DELETE is refused"),
        ("load <file:///etc/hosts>", "LOAD is refused"),
        ("DROP ALL", "DROP is refused"),
    ],
)
def test_a_wrong_query_is_one_line_with_its_place(store: Store, text: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, own(text))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_rows_come_sorted_where_the_query_asks_for_no_order(store: Store) -> None:
    rows = texts(run(store, own("SELECT ?l { ?p og:label ?l }")))[1:]
    assert rows == sorted(rows) and len(rows) == 10


def test_a_query_that_asks_for_an_order_keeps_it(store: Store) -> None:
    rows = texts(run(store, own("SELECT ?l { ?p og:label ?l } ORDER BY DESC(?l)")))[1:]
    assert rows == sorted(rows, reverse=True)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="did you mean obligations-of"):
        named("obligation-of")


def test_the_forces_are_those_of_the_model() -> None:
    assert tuple(force.value for force in Force) == FORCES


SELECT = "SELECT ?label ?n ?none { VALUES (?label ?n) { ('a|b' 1) ('c\"d'@en 2) } } ORDER BY ?n"
CONSTRUCT = "CONSTRUCT { ?a og:label ?l } WHERE { ?a og:label ?l . FILTER(?l IN ('OP2(a)', 'OP5')) }"


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        ("csv", 'label,n,none\na|b,1,\n"c""d",2,\n', "quoted where needed, empty where nothing is"),
        (
            "tsv",
            "?label\t?n\t?none\n"
            '"a|b"\t"1"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n'
            '"c\\"d"@en\t"2"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n',
            "terms as in Turtle",
        ),
        (
            "markdown",
            '| label | n | none |\n| --- | --- | --- |\n| a\\|b | 1 |  |\n| c"d | 2 |  |\n',
            "escaped",
        ),
        ("table", 'label  n  none\n─────  ─  ────\na|b    1\nc"d    2\n', "aligned"),
    ],
)
def test_rows_in_every_format(store: Store, kind: str, text: str, why: str) -> None:
    assert formatted(run(store, own(SELECT)), kind) == text, why


def test_json_is_that_of_sparql_results(store: Store) -> None:
    found = json.loads(formatted(run(store, own(SELECT)), "json"))
    assert found["head"] == {"vars": ["label", "n", "none"]}
    assert found["results"]["bindings"] == [
        {
            "label": {"type": "literal", "value": "a|b"},
            "n": {"type": "literal", "value": "1", "datatype": f"{PREFIXES['xsd']}integer"},
        },
        {
            "label": {"type": "literal", "value": 'c"d', "xml:lang": "en"},
            "n": {"type": "literal", "value": "2", "datatype": f"{PREFIXES['xsd']}integer"},
        },
    ]


def test_a_yes_or_no_in_every_format(store: Store) -> None:
    yes = run(store, own("ASK { ?a a og:Act }"))
    assert yes is True
    assert json.loads(formatted(yes, "json")) == {"head": {}, "boolean": True}
    assert formatted(yes, "csv") == "answer\ntrue\n"


def test_triples_are_turtle_or_rows(store: Store) -> None:
    answer = run(store, own(CONSTRUCT))
    assert isinstance(answer, Triples) and default(answer) == "turtle"
    assert 'og:label "OP2(a)"' in formatted(answer, "turtle")
    rows = list(csv.reader(io.StringIO(formatted(answer, "csv"))))
    assert rows[0] == ["subject", "predicate", "object"]
    assert [row[2] for row in rows[1:]] == ["OP2(a)", "OP5"]


@pytest.mark.parametrize("kind", sorted(OF_TRIPLES))
def test_rdf_is_for_triples_only(store: Store, kind: str) -> None:
    with pytest.raises(UsageError, match="CONSTRUCT"):
        formatted(run(store, own(SELECT)), kind)


@pytest.mark.parametrize("kind", sorted(set(FORMATS) - OF_TRIPLES))
def test_nothing_found_is_no_error(store: Store, kind: str) -> None:
    assert formatted(run(store, own("SELECT ?a { ?a a og:Nothing }")), kind)


@pytest.mark.parametrize(
    ("iri", "text"),
    [
        (f"https://w3id.org/obligraph/{SYMBOL}/OP4/act/1", f"{SYMBOL}/OP4/act/1"),
        ("https://w3id.org/obligraph/actor/cted", "actor/cted"),
        ("https://w3id.org/obligraph/ontology#Act", "og:Act"),
        ("http://www.w3.org/2004/02/skos/core#prefLabel", "skos:prefLabel"),
        ("http://example.org/x", "<http://example.org/x>"),
        ("https://w3id.org/obligraph/", "<https://w3id.org/obligraph/>"),
    ],
)
def test_iris_are_shortened_for_people(iri: str, text: str) -> None:
    assert shortened(iri) == text

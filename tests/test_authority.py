"""The authority file: every example means its row, and no name means two."""

from __future__ import annotations

import re

import pytest
from obligraph.errors import LexiconError
from obligraph.extract.actors.authority import load_authority
from obligraph.extract.actors.derived import BetweenRow, DerivedRow, OfficeRow, StandingRow, derive, hold
from obligraph.extract.actors.heads import WordRow, is_head, load_heads, load_weak
from obligraph.extract.actors.names import weak_length
from obligraph.extract.actors.rows import ActorRow, load_actors, parse_actors
from obligraph.extract.lexicon import load_rows

AUTHORITY = load_authority()
ROWS = load_actors()
KINDS = {
    "organ",
    "committee",
    "mission",
    "office",
    "agency",
    "role",
    "state",
    "group-of-states",
    "organization",
    "armed-group",
    "group",
}


def key_of(phrase: str) -> str | None:
    actor = AUTHORITY.named(phrase)
    return actor.key if actor else None


def test_examples_mean_their_row() -> None:
    # "the Committee established pursuant to resolution 661 (1990)" is for the finder to resolve.
    wrong = {
        example: (row.key, key_of(example))
        for row in ROWS
        for example in row.examples
        if " resolution" not in example and key_of(example) != row.key
    }
    assert wrong == {}


def test_every_name_of_a_row_leads_to_it() -> None:
    wrong = {
        name: row.key
        for row in ROWS
        for name in filter(None, (row.name, row.full_name, *row.aliases))
        if getattr(AUTHORITY.lookup(name), "key", None) != row.key
    }
    assert wrong == {}


def test_rows_are_well_formed() -> None:
    keys = {row.key for row in ROWS}
    assert len(AUTHORITY.actors) == len(keys) >= 600
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", key) for key in keys)
    assert {row.key: row.parent for row in ROWS if row.parent and row.parent not in keys} == {}
    assert {row.kind for row in ROWS} == KINDS


def test_nobody_is_part_of_himself() -> None:
    above = {row.key: row.parent for row in ROWS}
    for key in above:
        chain = [key]
        while (parent := above[chain[-1]]) != "":
            assert parent not in chain, [*chain, parent]
            chain.append(parent)


def test_a_name_of_two_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from obligraph.extract.actors import authority

    row = ActorRow("one", "Joint Board", "organization", ("the Joint Board",))
    twin = ActorRow("two", "joint board", "organization", ("the joint board",))
    monkeypatch.setattr(authority, "load_actors", lambda: (row, twin))
    with pytest.raises(LexiconError, match="claimed by one"):
        load_authority.__wrapped__()


PREFIXES = """\
@base <https://w3id.org/obligraph/> . @prefix : <actor/> . @prefix og: <ontology#> .
@prefix kind: <actor-kind/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
"""
BLOCK = (
    ':joint-board og:actorKind kind:organ ; skos:prefLabel "Joint Board"@en ; skos:example "the Joint Board" '
)


def test_a_block_becomes_a_row() -> None:
    turtle = f"""{PREFIXES}{BLOCK} , "the JB" ; og:fullName "Joint Board of Examiners"@en ;
        og:acronym "JB" ; og:formerName "Old Board"@en ; skos:altLabel "Board"@en ;
        skos:hiddenLabel "Joint Bord"@en ; og:establishedBy <S/RES/9(1946)> , <A/RES/1(I)> ;
        org:subOrganizationOf :unsc ; og:demonym "Boardian"@en ; org:postIn :un ."""
    assert list(parse_actors(turtle.encode(), "x.ttl")) == [
        ActorRow(
            "joint-board",
            "Joint Board",
            "organ",
            ("the Joint Board", "the JB"),
            "Joint Board of Examiners",
            "unsc",
            ("JB", "Old Board", "Board", "Joint Bord"),
            ("9",),
            ("Boardian",),
        )
    ]


@pytest.mark.parametrize(
    ("turtle", "says", "why"),
    [
        (BLOCK, "not valid Turtle", "no full stop"),
        (BLOCK.replace('skos:example "the Joint Board"', "a og:Actor") + ".", "no examples", "shows nothing"),
        (BLOCK.replace("skos:prefLabel", "skos:altLabel") + ".", "0 values of core#prefLabel", "no name"),
        (BLOCK + '; skos:prefLabel "JB"@en .', "2 values of core#prefLabel", "two usual names"),
        (BLOCK.replace("og:actorKind kind:organ ;", "") + ".", "0 values of ontology#actorKind", "no kind"),
    ],
)
def test_a_bad_block_is_refused_by_name(turtle: str, says: str, why: str) -> None:
    with pytest.raises(LexiconError) as caught:
        list(parse_actors((PREFIXES + turtle).encode(), "x.ttl"))
    assert says in str(caught.value), why
    assert str(caught.value).startswith("x.ttl"), why


NAMED = [
    # phrase, key, why
    (
        "all relevant Member States",
        "member-states",
        "determiners and weak adjectives do not change who is meant",
    ),
    ("MEMBER STATES", "member-states", "groups count in any case"),
    ("States concerned", "states", "nor do words like concerned behind the noun"),
    (
        "the Counter-Terrorism Committee Executive Directorate (CTED)",
        "cted",
        "a bracketed acronym may follow",
    ),
    ("the Security‑Council", None, "a hyphen that no name has makes another name"),
    ("the Secretary‑General", "secretary-general", "hard hyphens are hyphens"),
    ("Lord's Resistance Army", "lra", "straight apostrophes are apostrophes"),
    ("chad", None, "a single word that is a name counts only as written"),
    ("Zaire", "drc", "former names of a State that goes on"),
    ("the Union of Soviet Socialist Republics", "soviet-union", "a State that has ended is itself"),
    ("the Libyan Government", "government-of-libya", "an adjective and a noun"),
    ("the Government of the Libyan Arab Jamahiriya", "government-of-libya", "a former formal name"),
    ("the South Sudanese authorities", "government-of-south-sudan", "an adjective of two words"),
    ("Chad’s authorities", "government-of-chad", "a possessive"),
    ("the Ivorian political leaders", "political-actors-in-cote-d-ivoire", "a noun of two words"),
    ("all Yemenis", "people-of-yemen", "a people by its adjective's plural"),
    ("the parties", "the-parties", "the parties to something are not all parties"),
    ("all the parties", "all-parties", "but all of them are"),
    ("the UN Special Envoy for Yemen", "se-yemen", "of the United Nations or not"),
    ("regional and sub-regional organisations", "regional-organizations", "spellings"),
    ("the Secretary General", "secretary-general", "and hyphens"),
    ("table tennis", None, "no actor"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("phrase", "key", "why"), NAMED)
def test_named(phrase: str, key: str | None, why: str) -> None:
    assert key_of(phrase) == key, why


def test_a_derived_actor_is_known_and_belongs_to_its_state() -> None:
    actor = AUTHORITY.named("the Congolese authorities")
    assert actor is not None
    assert (actor.name, actor.known) == ("Government of the Congo", True)
    assert actor.parent in AUTHORITY.demonyms["Congolese"]


@pytest.mark.parametrize(
    "row", load_rows("actors_derived.toml", "derived", DerivedRow), ids=lambda row: row.key
)
def test_examples_of_derived_rows(row: DerivedRow) -> None:
    for example in row.examples:
        actor = AUTHORITY.named(example)
        assert actor is not None, example
        state = AUTHORITY.actors.get(actor.parent)
        # A row of the file may have the derived name; it then keeps its own key.
        assert state is None or actor in (derive(row, state), AUTHORITY.actors.get(actor.key)), example


@pytest.mark.parametrize(
    "row", load_rows("actors_derived.toml", "office", OfficeRow), ids=lambda row: row.name
)
def test_an_office_is_named_after_its_body(row: OfficeRow) -> None:
    body = AUTHORITY.actors["committee-661"]
    actor = hold(row, body)
    assert actor.name == f"{row.name} of the 661 Committee"
    assert actor.parent == body.key
    assert all(any(word in example for word in row.words) for example in row.examples)


@pytest.mark.parametrize(
    "row", load_rows("actors_derived.toml", "standing", StandingRow), ids=lambda row: row.word
)
def test_standing_descriptions_mean_a_row(row: StandingRow) -> None:
    assert row.key in AUTHORITY.actors
    assert all(row.word in example for example in row.examples)


@pytest.mark.parametrize(
    "row", load_rows("actors_derived.toml", "between", BetweenRow), ids=lambda row: row.word
)
def test_words_between_do_not_change_who_is_meant(row: BetweenRow) -> None:
    assert getattr(AUTHORITY.named(row.examples[-1]), "parent", ""), row.examples


def test_heads_stand_in_their_examples() -> None:
    rows = load_rows("heads.toml", "head", WordRow)
    assert all(is_head(row.word) for row in rows)
    assert [row for row in rows for e in row.examples if row.word not in re.split(r"[^\w-]+", e)] == []


def test_weak_words_begin_their_examples() -> None:
    rows = load_rows("heads.toml", "weak", WordRow)
    assert [row for row in rows for e in row.examples if weak_length(e) < len(row.word)] == []


def test_heads_with_a_capital_count_only_so() -> None:
    assert "Force" in load_heads()
    assert is_head("Force") and not is_head("force")
    assert is_head("Parties") and is_head("parties")
    assert not load_weak() & load_heads()

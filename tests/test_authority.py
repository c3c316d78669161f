"""The authority file: every example means its row, and no name means two."""

from __future__ import annotations

import re

import pytest
from obligraph.errors import LexiconError
from obligraph.extract.actors.authority import FILES, ActorRow, StateRow, load_authority
from obligraph.extract.actors.derived import BetweenRow, DerivedRow, OfficeRow, StandingRow, derive, hold
from obligraph.extract.actors.heads import WordRow, is_head, load_heads, load_weak
from obligraph.extract.actors.names import weak_length
from obligraph.extract.lexicon import load_rows

AUTHORITY = load_authority()
ROWS: list[ActorRow] = [row for file in FILES for row in load_rows(file, "actor", ActorRow)]
STATES = load_rows("actors_states.toml", "state", StateRow)
ALL: list[ActorRow | StateRow] = [*ROWS, *STATES]
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
        for row in ALL
        for example in row.examples
        if " resolution" not in example and key_of(example) != row.key
    }
    assert wrong == {}


def test_every_name_of_a_row_leads_to_it() -> None:
    wrong = {
        name: row.key
        for row in ALL
        for name in filter(None, (row.name, row.full_name, *row.aliases))
        if getattr(AUTHORITY.lookup(name), "key", None) != row.key
    }
    assert wrong == {}


def test_rows_are_well_formed() -> None:
    keys = {row.key for row in ALL}
    assert len(AUTHORITY.actors) == len(keys) >= 600
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", key) for key in keys)
    assert {row.key: row.parent for row in ROWS if row.parent and row.parent not in keys} == {}
    assert {row.kind for row in ROWS} | {"state"} == KINDS


def test_a_name_of_two_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from obligraph.extract.actors import authority

    row = ActorRow("one", "Joint Board", "organization", ("the Joint Board",))
    twin = ActorRow("two", "joint board", "organization", ("the joint board",))
    monkeypatch.setattr(authority, "FILES", ("one.toml",))
    monkeypatch.setattr(
        authority, "load_rows", lambda file, table, kind: (row, twin) if table == "actor" else STATES
    )
    with pytest.raises(LexiconError, match="claimed by one"):
        load_authority.__wrapped__()


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

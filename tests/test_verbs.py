"""The verb lexicon reads its own examples, and groups end where they should."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.acts.groups import group_at, modifier_at, modifier_before, skip_modifiers
from obligraph.extract.acts.misprints import corrections
from obligraph.extract.acts.verbs import Complement, Modifier, Verb, WordList, lexicon, split
from obligraph.extract.lexicon import load_rows
from obligraph.extract.model import Force, VerbKind

ROWS = load_rows("verbs.toml", "verb", Verb)


def _words(text: str) -> list[str]:
    for mark in ",;:.":
        text = text.replace(mark, f" {mark} ")
    return list(split(text))


def _group(text: str) -> tuple[str, str, str]:
    """Act, printed group and what hangs on it, of the group behind the leading adverbs."""
    words = _words(text)
    start = 0
    while (behind := skip_modifiers(words, start, len(words))) > start or words[start] == ",":
        start = behind + (words[behind] == ",")
    group = group_at(words, start, len(words))
    if group is None:
        return ("", "", "")
    return (group.verb.act, " ".join(words[group.start : group.end]), " ".join(words[group.rest :]))


@pytest.mark.parametrize(("row", "example"), [(row, e) for row in ROWS for e in row.examples])
def test_each_example_is_read_by_its_row(row: Verb, example: str) -> None:
    words = _words(example)
    start = 0
    while (behind := skip_modifiers(words, start, len(words))) > start or words[start] == ",":
        start = behind + (words[behind] == ",")
    group = group_at(words, start, len(words))
    assert group is not None
    assert group.verb.id == row.id


def test_rows_have_a_form_and_sound_marks() -> None:
    for row in ROWS:
        forms = {
            name: words
            for name in ("third", "participle", "past", "adjective")
            if (words := getattr(row, name))
        }
        assert forms, row.id
        assert set(row.shy) | set(row.lead) <= set(forms), row.id


def test_what_is_asked_has_an_addressee_and_what_blames_is_negative() -> None:
    for row in ROWS:
        if row.kind is VerbKind.DIRECTIVE and row.act != "call attention to":
            assert row.complement is Complement.ADDRESSEE, row.id
            assert row.force is not Force.STATEMENT, row.id
        if row.blames:
            assert row.polarity == "negative", row.id


def test_modifiers_show_what_they_are_for() -> None:
    for modifier in load_rows("modifiers.toml", "modifier", Modifier):
        for example in modifier.examples:
            assert any(phrase in example.lower() for phrase in modifier.phrases), modifier.id
    for table in ("intensity", "manner"):
        for row in load_rows("modifiers.toml", table, WordList):
            for example in row.examples:
                assert set(row.words) & set(example.lower().split()), row.id


@pytest.mark.parametrize(
    ("text", "act", "printed", "rest", "why"),
    [
        ("Requests the Panel", "request", "requests", "the panel", "a bare verb"),
        ("Calls again upon all", "call upon", "calls again upon", "all", "an adverb inside the group"),
        ("calls in this regard for aid", "call for", "calls in this regard for", "aid", "a phrase inside it"),
        ("calls on them", "call upon", "calls on", "them", "on and upon are one act"),
        (
            "Calls, with a view to peace, upon all",
            "call upon",
            "calls , with a view to peace , upon",
            "all",
            "any words may be set off inside it",
        ),
        ("Calls all sides to stop", "call upon", "calls", "all sides to stop", "the particle is left out"),
        (
            "Takes note with appreciation of it",
            "take note of",
            "takes note with appreciation of",
            "it",
            "manner before the particle",
        ),
        (
            "Taking note that aid came",
            "take note of",
            "taking note",
            "that aid came",
            "no particle before that",
        ),
        (
            "Taking further note of it",
            "take note of",
            "taking further note of",
            "it",
            "adverb before the noun",
        ),
        (
            "Condemns in the strongest terms all",
            "condemn",
            "condemns in the strongest terms",
            "all",
            "terms belong to the verb",
        ),
        (
            "Noting with deep concern and dismay it",
            "note",
            "noting with deep concern and dismay",
            "it",
            "two nouns of manner",
        ),
        ("Welcomes further talks", "welcome", "welcomes", "further talks", "further goes with the noun"),
        ("Decides further that", "decide", "decides further", "that", "further goes with the verb"),
        ("Decides, in this regard, that", "decide", "decides , in this regard", "that", "a set-off phrase"),
        (
            "Expresses further its intention to",
            "express intention",
            "expresses further its intention",
            "to",
            "the noun names the act",
        ),
        (
            "Expressing serious and urgent concern about it",
            "express concern",
            "expressing serious and urgent concern",
            "it",
            "the preposition links, and is no part of it",
        ),
        (
            "expresses solidarity with and compassion for all",
            "express solidarity",
            "expresses solidarity with and compassion for",
            "all",
            "two feelings, one verb",
        ),
        ("Expresses the need for calm", "express", "expresses", "the need for calm", "no known noun"),
        (
            "Reiterates its demand that",
            "reiterate",
            "reiterates its demand",
            "that",
            "the demand has an addressee",
        ),
        (
            "Reiterates the request of the envoy",
            "reiterate",
            "reiterates",
            "the request of the envoy",
            "somebody else's request",
        ),
        ("Having also heard the envoy", "hear", "having also heard", "the envoy", "told before acting"),
        (
            "Being further deeply concerned at it",
            "be concerned",
            "being further deeply concerned",
            "it",
            "a state of mind with being",
        ),
        (
            "Remaining deeply concerned at it",
            "remain concerned",
            "remaining deeply concerned",
            "it",
            "remaining makes another act",
        ),
        (
            "Decides to remain actively seized of it",
            "remain seized",
            "decides",
            "to remain actively seized of it",
            "printed: Decides; what it decides is its content",
        ),
        (
            "Remains seized of the matter",
            "remain seized",
            "remains seized of",
            "the matter",
            "the same by itself",
        ),
        ("Continues to urge all", "urge", "continues to urge", "all", "the act goes on"),
        (
            "Continuing to be gravely concerned at it",
            "be concerned",
            "continuing to be gravely concerned",
            "it",
            "so does a state",
        ),
        ("Continues to follow it", "continue", "continues", "to follow it", "no act of its own goes on"),
        ("Acting under Chapter VII", "act under", "acting under", "chapter vii", "the Charter is named"),
        ("Acting under orders", "", "", "", "anybody may act under orders"),
        ("Re-emphasizes that", "re-emphasize", "re - emphasizes", "that", "a hyphen is a word of its own"),
        ("Pursuant to it", "", "", "", "no verb at all"),
    ],
)
def test_extent_of_groups(text: str, act: str, printed: str, rest: str, why: str) -> None:
    assert _group(text) == (act, printed, rest), why


@pytest.mark.parametrize(
    ("word", "found", "why"),
    [
        ("reguests", "requests", "one letter changed"),
        ("recaliing", "recalling", "the same inside"),
        ("welcomin", "welcoming", "one letter lost"),
        ("decidess", "decides", "one letter too many"),
        ("recogmisimg", "", "two letters are wrong"),
        ("nothing", "", "a word of its own"),
        ("pays", "", "too short to tell"),
        ("7equests", "", "no word"),
    ],
)
def test_misprints(word: str, found: str, why: str) -> None:
    assert (found in corrections(word)) if found else not corrections(word), why


FILLERS = ["also", "further", ",", ";", "and", "its", "deep", "concern", "of", "in", "this", "regard", "to"]
VOCABULARY = sorted({*lexicon().triggers, *FILLERS})


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12), st.data())
def test_groups_stay_within_the_words(words: list[str], data: st.DataObject) -> None:
    i = data.draw(st.integers(0, len(words) - 1))
    group = group_at(words, i, len(words))
    if group:
        assert i == group.start < group.end <= group.rest <= len(words)
    assert i <= modifier_at(words, i, len(words)) <= len(words)
    assert 0 <= modifier_before(words, i, 0) <= i

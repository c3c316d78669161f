"""Instruments with a name: those of the table, and those read by their form."""

from __future__ import annotations

import pytest
from obligraph.extract.instruments.titles import find_titles
from obligraph.extract.instruments.treaties import Head, Named, heads, named_instruments


def names(text: str) -> list[str]:
    return [title.key for title in find_titles(text, 0, len(text)) if not title.bare]


@pytest.mark.parametrize("row", named_instruments(), ids=lambda row: row.name[:40])
def test_each_row_is_found_by_its_examples_its_name_and_its_aliases(row: Named) -> None:
    for example in (*row.examples, row.name, *row.aliases):
        assert row.name in names(f"Recalling the {example},"), example


@pytest.mark.parametrize("row", heads(), ids=lambda row: row.word)
def test_each_head_word_heads_its_examples(row: Head) -> None:
    for example in row.examples:
        assert len(names(f"Welcoming {example}.")) == 1, example


@pytest.mark.parametrize(
    ("text", "keys", "why"),
    [
        (
            "the Rome Statute",
            ["Rome Statute of the International Criminal Court"],
            "an alias gives the full name",
        ),
        (
            "UNITED NATIONS CONVENTION AGAINST CORRUPTION",
            ["United Nations Convention against Corruption"],
            "case does not matter",
        ),
        ("the convention on cluster munitions", [], "but a name begins with a capital"),
        (
            "the Non‑Proliferation Treaty",
            ["Treaty on the Non-Proliferation of Nuclear Weapons"],
            "nor hyphens",
        ),
        ("an npt of parties", [], "an abbreviation stands in capitals"),
        ("the Lagos Peace Accord", ["Lagos Peace Accord"], "unlisted, with modifiers"),
        ("the Protocol on Wealth Sharing", ["Protocol on Wealth Sharing"], "unlisted, with a title"),
        (
            "the Protocol to Deter, Detect and Punish Poaching in the Sahel of 3 May",
            ["Protocol to Deter, Detect and Punish Poaching in the Sahel"],
            "a list in a title; the date is no part of it",
        ),
        (
            "the Agreement between the Government of Freedonia and the Movement for Sylvania on Border Posts",
            ["Agreement between the Government of Freedonia and the Movement for Sylvania on Border Posts"],
            "two parties in a title",
        ),
        (
            "the Convention on Lakes and the Protocol on Rivers",
            ["Convention on Lakes", "Protocol on Rivers"],
            "'and the' begins another instrument",
        ),
        (
            "the Withdrawal of Forces Agreement",
            ["Withdrawal of Forces Agreement"],
            "'of' among the modifiers",
        ),
        ("the N’Gaoundéré Declaration", ["N’Gaoundéré Declaration"], "an apostrophe in a name"),
        ("the Government of National Accord", [], "an actor"),
        ("the Lagos Agreement Monitoring Committee", [], "a body named after its agreement"),
        ("the May Agreement", [], "a month is no name"),
        ("the Strategy and its Framework", [], "common nouns with a capital"),
        ("a plan and a strategy for the region", [], "common nouns"),
        ("Welcoming Joint Communiqués on trade", [], "several of a sort"),
        ("the Joint Declaration of 11 May", ["Joint Declaration"], "that one"),
        ("the Lagos Cease-fire Agreement", ["Lagos Cease-fire Agreement"], "a word in two halves"),
        (
            "the Agreement on Humanitarian Cease-fire in Freedonia",
            ["Agreement on Humanitarian Cease-fire in Freedonia"],
            "also behind the head",
        ),
        (
            "the Accord between the Lakes People’s Movement and Sylvania’s forces",
            ["Accord between the Lakes People’s Movement and Sylvania"],
            "a genitive is inside a name if the name goes on",
        ),
        (
            "the Lakes Strategic Framework to the Security Council",
            ["Lakes Strategic Framework"],
            "whom it goes to is no title",
        ),
        ("the Protocol to the Pact on Lakes", ["Protocol to the Pact on Lakes"], "what it belongs to is"),
        ("the Common Foreign and Security Policy and Zero-Tolerance Policy", [], "fields of politics"),
        (
            "the Lagos, Accra and Lomé Conference Communiqués",
            ["Lagos Conference Communiqué", "Accra Conference Communiqué", "Lomé Conference Communiqué"],
            "several share the words for what they are",
        ),
        (
            "the Linas-Marcoussis and Accra III Agreements",
            ["Linas-Marcoussis Agreement", "Accra III Agreement"],
            "a name of the table is found so, too",
        ),
        (
            "the Trade and Cooperation Agreements",
            ["Trade and Cooperation Agreements"],
            "no names of places",
        ),
        ("the LRB and Lagos Accords", ["Lagos Accords"], "an abbreviation is nobody's place"),
        (
            "the Joint Communiqué of 3 May 2004",
            ["Joint Communiqué of 3 May 2004"],
            "common words: the date alone tells which it is",
        ),
        (
            "the Joint Declaration adopted on 12 June 2031",
            ["Joint Declaration adopted on 12 June 2031"],
            "as printed",
        ),
        ("the leaders’ Joint Statement of 4 May 2016", ["Joint Statement of 4 May 2016"], "whoever made it"),
        (
            "the Joint Statement and the Joint Communiqués of 3 May 2004",
            [],
            "without a date it is any, and so are several",
        ),
        (
            "the Lakes Peace and Security Council Communiqué of 3 May 2004",
            ["Lakes Peace and Security Council Communiqué of 3 May 2004"],
            "a body issues many",
        ),
        ("the Lagos Communiqué of 3 May 2004", ["Lagos Communiqué"], "a place has one"),
        (
            "the N’Djamena Declaration of 3 May 2004",
            ["N’Djamena Declaration"],
            "one letter abbreviates nobody",
        ),
        (
            "the National Police (NP) Reform Plan",
            ["National Police (NP) Reform Plan"],
            "an abbreviation in brackets inside a name",
        ),
        (
            "the Lakes High-Level Panel (LA-HLP) Roadmap",
            ["Lakes High-Level Panel (LA-HLP) Roadmap"],
            "right before the head, and with a hyphen",
        ),
        ("the parties (all of them) Accord", [], "no abbreviation"),
        (
            "the National Strategy and Action Plan for Preventing Violent Extremism",
            ["National Strategy and Action Plan for Preventing Violent Extremism"],
            "two heads of one name",
        ),
        (
            "the Lagos Accord and the Action Plan for Lakes",
            ["Lagos Accord", "Action Plan for Lakes"],
            "each with its own article: two names",
        ),
        (
            "the Lagos Strategy on Lakes and Rivers Parity Strategy",
            ["Lagos Strategy on Lakes", "Rivers Parity Strategy"],
            "a name ends before another with its own head",
        ),
        ("the National Defence Plan and a Plan", [], "common words make no name"),
        (
            "the Peace and Reconciliation Agreement for Freedonia",
            ["Peace and Reconciliation Agreement for Freedonia"],
            "'Peace' alone is no head, though 'Peace Plan' is",
        ),
        (
            "the Strategy for Fishery and Development for the Lakes",
            [],
            "nor is 'Development'; but a common noun makes no name",
        ),
        (
            "the Lagos Strategy for Fishery and Development for the Lakes",
            ["Lagos Strategy for Fishery and Development for the Lakes"],
            "which this one has",
        ),
        (
            "the Lagos Agreement of 4 May 1994 on voluntary return of refugees (S/1994/1),",
            ["Lagos Agreement of 4 May 1994 on voluntary return of refugees"],
            "a date inside a name",
        ),
        (
            "the Lagos Agreement of 4 May 1994 on a Ceasefire and Border Posts and calls on all",
            ["Lagos Agreement of 4 May 1994 on a Ceasefire and Border Posts"],
            "which ends before another verb",
        ),
        (
            "the Lagos Agreement of 4 May 1994, on the sharing of wells, and its annexes",
            ["Lagos Agreement of 4 May 1994, on the sharing of wells"],
            "a comma behind the date",
        ),
        ("the Lagos Agreement of 4 May 1994 in full", ["Lagos Agreement"], "at its end it is no part"),
        (
            "the Agreement between Freedonia and Sylvania on 8 May 2031 on the question of the Lakes",
            ["Agreement between Freedonia and Sylvania on 8 May 2031 on the question of the Lakes"],
            "parties, a date and a question",
        ),
        (
            "the Agreements between the Board and the Governments of Freedonia and Sylvania",
            [],
            "several have no name",
        ),
        (
            "the Treaty concerning the founding of the Duchy of Freedonia, which",
            ["Treaty concerning the founding of the Duchy of Freedonia"],
            "a subject in small letters, behind the head word alone",
        ),
        ("the Agreement on the basis of a report", [], "no subject"),
        (
            "Thanks all. 1. Welcomes Supplementary Agreements between nobody",
            ["Supplementary Agreements"],
            "a verb at the head of a paragraph is no part of a name",
        ),
        ("all parties to the Agreement on border posts", ["Agreement on border posts"], "a subject"),
        ("the Communiqué on the second round of talks", [], "what is only told of has no name"),
        (
            "the “Declaration on Wells and the Structure and Principles of the Lakes Process” (Lagos",
            ["Declaration on Wells and the Structure and Principles of the Lakes Process"],
            "all that stands in quotation marks",
        ),
        (
            "the “Agreement on the ways out of a crisis”",
            ["Agreement on the ways out of a crisis"],
            "in small letters, too",
        ),
        ("to conclude a Peace Agreement for", [], "any of a sort"),
        (
            "Welcoming the signing on 4 May 1999 by all of a Peace Agreement, and",
            ["Peace Agreement"],
            "one that was made",
        ),
        ("a Peace Agreement between the two", ["Peace Agreement"], "or whose parties are told"),
        ("the Status of Forces Agreements", [], "each host has one"),
        ("the Status of Forces Agreement", ["Status of Forces Agreement"], "the one of this mission"),
        ("the Force’s Status of Forces Agreement", ["Status of Forces Agreement"], "whose it is"),
        (
            "the 23 January 2014 Withdrawal of Troops Agreement",
            ["Withdrawal of Troops Agreement"],
            "a date before a name introduces it, too",
        ),
        (
            "the Dar-es-Salaam Truce Agreement and the Côte d’Ivoire Relief Plan",
            ["Dar-es-Salaam Truce Agreement", "Côte d’Ivoire Relief Plan"],
            "small letters inside a name",
        ),
        (
            "the National Action Plan on Assembly resolution 9025 (2018)",
            [],
            "the resolution has a number, the plan no name",
        ),
        (
            "the Lagos Strategy for Peace in the Lakes region and others",
            ["Lagos Strategy for Peace in the Lakes region"],
            "a region, printed small",
        ),
        (
            "the Lagos Framework for the Implementation of Agenda 2063",
            ["Lagos Framework for the Implementation of Agenda 2063"],
            "a number in a name",
        ),
        (
            "the Relief Plan of Action for COVID-19",
            ["Relief Plan of Action for COVID-19"],
            "a number behind a hyphen",
        ),
    ],
)
def test_names_are_read(text: str, keys: list[str], why: str) -> None:
    assert names(text) == keys, why


def test_a_head_word_alone_only_points_back() -> None:
    (title,) = find_titles("the Convention", 0, 14)
    assert title.bare and title.head == "Convention"


def test_names_and_aliases_belong_to_one_row_each() -> None:
    seen: dict[str, str] = {}
    for row in named_instruments():
        for name in (row.name, *row.aliases):
            assert seen.setdefault(name.casefold(), row.name) == row.name, name

"""Addressees: several in a list, and those singled out of a group."""

import pytest

from .clauses import acts_of

CASES = [
    ("Encourages the WHO and UNICEF to help", ["the WHO", "UNICEF"], "an acronym that reads like a pronoun"),
    (
        "Calls on President Anna Berg, former Vice President Ben Cole and all parties to talk",
        ["President Anna Berg", "former Vice President Ben Cole", "all parties"],
        "so they are told apart in a list",
    ),
    (
        "Calls upon States, in cooperation with the industry, the insurers and the Organization to advise",
        ["States"],
        "a list of partners goes on up to the infinitive",
    ),
    (
        "Urges all the above-mentioned bodies, in particular UNODC, to help",
        ["all the above-mentioned bodies", "UNODC"],
        "those singled out are told apart from several named before",
    ),
    (
        "Urges the President of Lebanon and Lebanese leaders to talk",
        ["the President of Lebanon", "Lebanese leaders"],
        "a State and an adjective are no two States before one noun",
    ),
    (
        "Requests UNIFIL, within existing resources, Member States and other parties to help",
        ["UNIFIL", "Member States", "other parties"],
        "a list goes on behind an aside that names nobody",
    ),
    (
        "Requests UNIFIL, with assistance, as appropriate, from all United Nations entities, offices "
        "and agencies, to help",
        ["UNIFIL"],
        "an aside in an aside ends neither",
    ),
    (
        "Calls upon Iraq and all partners, including private companies, involved in the reform, to comply",
        ["Iraq", "all partners", "private companies"],
        "a participle behind a member goes with the whole list",
    ),
    (
        "Requests the Secretary-General to review the list, including the dead, and entities confirmed to "
        "have ceased to exist",
        ["the Secretary-General"],
        "what is told of somebody is not asked of them",
    ),
    (
        "Urges all States, including Eritrea, and the parties, ensure cooperation with the Panel",
        ["all States", "Eritrea", "the parties"],
        "a verb that lacks its 'to', behind the comma that ends a list",
    ),
    (
        "Urges all Burundian parties and candidates to respect the code",
        ["all Burundian parties", "candidates"],
        "those who stand for office",
    ),
    (
        "Urges States and international and regional organizations to cooperate",
        ["States", "international and regional organizations"],
        "one 'and' joins actors, the other adjectives",
    ),
    (
        "Encourages UNODC and other relevant United Nations entities, including UNHCR, to assist",
        ["UNODC", "other relevant United Nations entities", "UNHCR"],
        "a member singled out is an addressee too",
    ),
    (
        "Encourages all leaders of the existing and emerging member states to help",
        ["all leaders of the existing and emerging member states"],
        "an adjective that ends a part needs the noun behind the 'and'",
    ),
    (
        "Encourages the Federal and regional administrations, civil society and the Somali public to help",
        ["the Federal and regional administrations", "civil society", "the Somali public"],
        "nouns of those who are asked",
    ),
    (
        "Calls upon all armed groups, their supporters, and other political actors to talk",
        ["all armed groups", "their supporters", "other political actors"],
        "whose supporters they are does not hide them",
    ),
    (
        "Calls on the forces to stop and on all other parties to cease violence",
        ["the forces", "all other parties"],
        "'and on' names others who are asked something else",
    ),
    (
        "Calls upon States, most notably the international shipping community, to help",
        ["States", "the international shipping community"],
        "'most notably' singles out",
    ),
    (
        "Urges all parties in the conflict, including the Geneva Conventions and the Regulations, to stop",
        ["all parties in the conflict"],
        "an instrument is nobody",
    ),
    (
        "Encourages States, such as States of residence, nationality, location or incorporation, to notify",
        ["States", "States of residence, nationality, location or incorporation"],
        "bare nouns go on from 'of residence'",
    ),
    (
        "Calls upon all States and interested organizations, including the IMO, to assist",
        ["all States", "interested organizations", "the IMO"],
        "an adjective before its noun",
    ),
    (
        "Calls upon States, including States of nationality of victims and perpetrators of piracy and robbery"
        ", and other States with jurisdiction under international law and national legislation, to cooperate",
        [
            "States",
            "States of nationality of victims and perpetrators of piracy and robbery",
            "other States with jurisdiction under international law and national legislation",
        ],
        "what is coordinated inside a phrase is no member of the list",
    ),
    (
        "Urges relevant entities, including but not limited to the Department of Peace Operations, to report",
        ["relevant entities", "the Department of Peace Operations"],
        "'but not limited to' singles out as well",
    ),
    (
        "Appeals to all Member States and to ail humanitarian organizations to contribute",
        ["all Member States", "ail humanitarian organizations"],
        "scans misread 'all'",
    ),
    (
        "Encourages bilateral, regional and international partners to support the fund",
        ["bilateral, regional and international partners"],
        "adjectives in a list",
    ),
    (
        "Encourages public and private institutions to cooperate",
        ["public and private institutions"],
        "an adjective needs its noun",
    ),
    (
        "Encourages the Somali public and the regional administrations to cooperate",
        ["the Somali public", "the regional administrations"],
        "but is a noun before a phrase with its own article",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_who_is_asked_in_a_list(clause: str, expected: list[str], why: str) -> None:
    act = acts_of(clause)[0]
    assert [a.text for a in act.addressees] == expected, why


def test_members_singled_out_are_marked() -> None:
    (act,) = acts_of(
        "Urges all States, especially States of the region, and regional organizations, to cooperate"
    )
    assert [a.via for a in act.addressees][:2] == ["", "including"]

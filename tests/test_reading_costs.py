"""What reading a clause costs: a clause twice as long takes twice the work, whatever it repeats."""

from .clauses import acts_of


def test_parts_of_parts_are_read_to_any_depth() -> None:
    (act,) = acts_of("Requests all " + "parts of " * 2000 + "the Government to report")
    assert act.contents[-1].text.endswith("to report")
    (act,) = acts_of("Requests all parts of the Government to report")
    assert [asked.text for asked in act.addressees] == ["all parts of the Government"]

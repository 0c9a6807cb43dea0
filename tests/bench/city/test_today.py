"""Test the rules of the ways of today, with which the program is compared."""

import random
from datetime import timedelta

from alerts.branch import Branch
from alerts.report import ReportKind
from bench.city.assumptions import ASSUMED
from bench.city.today import area_chats, letters, no_system
from tests.bench.city.town import Town, shop, told

HERE = shop(1)
SHOPS = [
    HERE,
    shop(2, east=4_990),
    shop(3, east=5_010),
    shop(4, Branch.OPTICIAN, east=100),
    shop(5, east=200, area=1),
]


def test_without_a_system_nobody_is_told() -> None:
    assert [] == no_system([told(HERE)], Town(SHOPS), ASSUMED, random.Random(1))


def test_a_letter_goes_to_the_same_branch_in_five_kilometres_days_after_a_robbery() -> None:
    """A robbery gives a letter to jewellers within 5 km, of other areas too, after days; scouts give none."""
    reports = [told(HERE, kind=ReportKind.ROBBERY), told(HERE, number=9)]

    (letter,) = letters(reports, Town(SHOPS), ASSUMED, random.Random(1))

    assert frozenset({1, 2, 5}) == letter.readers
    assert timedelta(days=1) <= letter.at - reports[0].at <= timedelta(days=3)
    assert (1, frozenset({1})) == (letter.crew, letter.sources)


def test_an_area_chat_forwards_every_report_to_the_others_of_the_area() -> None:
    """Each report, about harmless people too, reaches the other shops of that area at once, whatever their branch."""
    reports = [told(HERE), told(HERE, crew=None, number=9), told(HERE, kind=ReportKind.ROBBERY, number=10)]

    messages = area_chats(reports, Town(SHOPS), ASSUMED, random.Random(1))

    assert [frozenset({2, 3, 4})] * 3 == [one.readers for one in messages]
    assert [1, None, 1] == [one.crew for one in messages]
    assert {timedelta(minutes=1)} == {one.at - reports[0].at for one in messages}

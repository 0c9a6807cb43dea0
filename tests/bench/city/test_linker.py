"""Test that reports of the city are put together by the program's own search, and whom its notice reaches."""

from dataclasses import replace
from datetime import timedelta

from alerts.branch import Branch
from alerts.report import ReportContent, Signal
from bench.city.linker import PatternLinker, target_of_pattern
from bench.city.region import Shop
from bench.city.shops import Told
from tests.bench.city.town import shop, told

ALIKE = ReportContent(
    signals=frozenset({Signal.TESTING_DOOR, Signal.PHOTOS, Signal.ROUTE_CHECK}),
    persons="3",
    clothing="rode jas, groene broek",
    vehicle="witte bestelbus",
)
SHOPS = [shop(number, east=1_000 * number) for number in range(1, 5)]


def _seen(at_shop: Shop, day: int, content: ReportContent = ALIKE) -> Told:
    one = told(at_shop, after=timedelta(days=day), number=100 * day + at_shop.number)
    return replace(one, report=replace(one.report, content=content))


def test_three_shops_that_saw_the_same_people_are_a_pattern() -> None:
    """The third report gives the pattern of all three; the first two give none."""
    reports, linker = [_seen(one, day) for day, one in enumerate(SHOPS[:3])], PatternLinker()

    assert [[], [], reports] == [list(linker.add(one)) for one in reports]


def test_one_shop_that_reports_thrice_is_no_pattern() -> None:
    linker = PatternLinker()

    assert [[], [], []] == [list(linker.add(_seen(SHOPS[0], day))) for day in range(3)]


def test_reports_of_other_weeks_are_no_pattern() -> None:
    """Reports ten days apart are not put together."""
    linker = PatternLinker()

    assert [[], [], []] == [list(linker.add(_seen(one, 10 * day))) for day, one in enumerate(SHOPS[:3])]


def test_the_notice_of_a_pattern_reaches_ten_kilometres_around_its_middle() -> None:
    """What is filled in reaches jewellers and those alike within 10 km of the report in the middle."""
    target = target_of_pattern([_seen(one, day) for day, one in enumerate(SHOPS[:3])])

    assert target.area.centre == SHOPS[1].place
    assert 10_000 == target.area.radius_m
    assert {Branch.JEWELLER, Branch.OPTICIAN} <= target.branches
    assert Branch.SUPERMARKET not in target.branches

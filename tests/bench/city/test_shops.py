"""Test what the shops of the simulated city report."""

import random

from alerts.report import ReportKind
from bench.city.crews import Year, simulate_year
from bench.city.region import Region
from bench.city.shops import Told, tell
from tests.bench.city.town import NOON, SMALL


def _year() -> Year:
    return simulate_year(Region(SMALL, random.Random(1)), SMALL, NOON, random.Random(1))


def _told(p: float) -> list[Told]:
    return tell(_year(), p, SMALL, random.Random(2))


def test_shops_that_notice_nothing_report_robberies_only() -> None:
    """With p = 0 no visit is reported, and every robbery is."""
    told = _told(0)

    assert {ReportKind.ROBBERY} == {one.report.kind for one in told}
    assert len(_year().robberies) == len(told)


def test_shops_that_notice_all_report_all() -> None:
    """With p = 1 there is a report of each visit and of each robbery, each about who it was."""
    year, told = _year(), _told(1)

    assert len(year.visits) + len(year.robberies) == len(told)
    crews = [*(one.crew for one in year.visits), *(one.crew for one in year.robberies)]
    assert sorted(map(str, crews)) == sorted(str(one.crew) for one in told)


def test_shops_that_notice_more_make_the_same_reports_and_more() -> None:
    """The reports with a low p are among those with a higher one, word for word."""
    few, many = _told(0.2), _told(0.4)

    assert [one for one in many if one.report.id in {each.report.id for each in few}] == few
    assert len(few) < len(many)


def test_a_report_comes_after_what_it_tells_of_and_in_the_order_of_time() -> None:
    """Reports are later than the visit or robbery, and stand in the order in which they come in."""
    told = _told(0.5)

    assert all(one.report.occurred_at is not None and one.report.occurred_at < one.at for one in told)
    assert sorted(one.at for one in told) == [one.at for one in told]


def test_a_report_says_some_of_what_was_seen_in_words() -> None:
    """Clothing and vehicle are typed, as shops do, and each is left out of some reports."""
    contents = [one.report.content for one in _told(1)]

    assert "zwarte jas, grijze broek" in {one.clothing for one in contents}
    assert "grijze auto" in {one.vehicle for one in contents}
    assert {None, "1", "2", "3", "4_plus"} == {one.persons for one in contents}
    assert None in {one.clothing for one in contents}

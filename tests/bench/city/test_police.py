"""Test what the police of the simulated city send, by the program's own defaults and targeting."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.branch import Branch
from alerts.report import ReportKind
from bench.city.assumptions import ASSUMED, Assumptions
from bench.city.message import Message
from bench.city.police import crew_of, send_notices
from bench.city.shops import Told
from tests.bench.city.town import Town, shop, told

SENT = replace(ASSUMED, real_sent=1, harmless_sent=1)
UNSENT = replace(ASSUMED, real_sent=0, harmless_sent=0, follow_up_sent=0)
HERE = shop(1)
SHOPS = [
    HERE,
    shop(2, east=4_990),
    shop(3, east=5_010),
    shop(4, Branch.OPTICIAN, east=100),
    shop(5, Branch.SUPERMARKET, east=100),
    shop(6, east=9_000),
]


class _Linker:
    """Links each report with all before it, from so many on."""

    def __init__(self, least: int | None = None) -> None:
        self._least, self._told = least, list[Told]()

    def add(self, one: Told) -> Sequence[Told]:
        self._told.append(one)
        return list(self._told) if self._least is not None and len(self._told) >= self._least else []


def _sent(reports: Sequence[Told], assumed: Assumptions, linker: _Linker | None = None) -> list[Message]:
    return send_notices(reports, Town(SHOPS), assumed, random.Random(1), linker or _Linker())


def test_a_robbery_is_always_sent_to_its_branch_and_those_alike_in_five_kilometres() -> None:
    """The program's defaults reach jewellers and opticians within 5 km; the supermarket next door gets nothing."""
    (notice,) = _sent([told(HERE, kind=ReportKind.ROBBERY)], UNSENT)

    assert frozenset({1, 2, 4}) == notice.readers
    assert (1, frozenset({1})) == (notice.crew, notice.sources)


def test_a_robbery_is_followed_up_after_a_week_for_its_branch_in_ten_kilometres() -> None:
    """The follow-up goes to jewellers only, farther away than the first notice, in the morning a week later or after
    that."""
    first, second = _sent([told(HERE, kind=ReportKind.ROBBERY)], replace(UNSENT, follow_up_sent=1))

    assert frozenset({1, 2, 3, 6}) == second.readers
    assert (first.crew, first.sources) == (second.crew, second.sources)
    assert second.at >= first.at.replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=7)


@pytest.mark.parametrize(
    ("crew", "assumed", "count"),
    [
        pytest.param(1, SENT, 1, id="of a crew, always sent"),
        pytest.param(1, replace(SENT, real_sent=0), 0, id="of a crew, never sent"),
        pytest.param(None, SENT, 1, id="of harmless people, always sent"),
        pytest.param(None, replace(SENT, harmless_sent=0), 0, id="of harmless people, never sent"),
    ],
)
def test_a_lone_report_is_sent_as_often_as_assumed(crew: int | None, assumed: Assumptions, count: int) -> None:
    notices = _sent([told(HERE, crew=crew)], assumed)

    assert [crew] * count == [one.crew for one in notices]


def test_a_pattern_is_sent_once_and_further_than_a_report() -> None:
    """A pattern of three reports gives one notice, within 10 km; a fourth report that joins gives no second one."""
    reports = [told(one, after=timedelta(hours=number)) for number, one in enumerate(SHOPS[:4])]

    (notice,) = _sent(reports, UNSENT, _Linker(3))

    assert {1, 2, 3, 4, 6} <= notice.readers
    assert frozenset({1, 2, 3}) == notice.sources
    assert reports[2].at <= notice.at


def test_a_report_of_a_pattern_is_not_judged_alone() -> None:
    """Where police send every lone report, the one that completes a pattern gives the pattern's notice only."""
    reports = [told(one, after=timedelta(hours=number)) for number, one in enumerate(SHOPS[:3])]

    assert [frozenset({1}), frozenset({2}), frozenset({1, 2, 3})] == [
        one.sources for one in _sent(reports, SENT, _Linker(3))
    ]


@pytest.mark.parametrize(
    ("crews", "crew"),
    [
        pytest.param([1, 1, 1], 1, id="all of one crew"),
        pytest.param([1, 1, None], 1, id="two of three"),
        pytest.param([1, 1, None, None], 1, id="half"),
        pytest.param([1, 1, None, None, None], None, id="less than half"),
        pytest.param([1, None, None], None, id="one alone"),
        pytest.param([None, None, None], None, id="harmless people"),
        pytest.param([1, 2, 3], None, id="three crews"),
    ],
)
def test_a_pattern_is_about_the_crew_of_half_of_its_reports(crews: list[int | None], crew: int | None) -> None:
    assert crew == crew_of([told(HERE, crew=one) for one in crews])

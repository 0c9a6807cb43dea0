"""Test that the benchmark of warnings still runs, and that its assumptions stand on the page."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bench.city.assumptions import ASSUMED
from bench.city.life import live
from bench.warning import bench_warning
from tests.bench.city.town import SMALL

PAGE = Path(__file__).parents[2] / "docs" / "warning.md"


def test_two_small_cities_are_told_in_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The benchmark prints each figure for each p beside each way of today, and its spread."""
    bench_warning(tmp_path, cities=2, assumed=SMALL)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    cases = [f"p={p}, {name}" for p in ("0.05", "0.2", "0.4") for name in _NAMES]
    assert cases == list(dict.fromkeys(one["case"] for one in lines if one["peer"]))
    for case in cases:
        assert ["no system", "letter", "area chat"] == [one["peer"] for one in lines if one["case"] == case]
        assert 1 == sum(one["case"] == f"{case}, standard deviation over the cities" for one in lines)


_NAMES = ("warned before", "notices per shop and month", "about a real crew")


def test_the_same_city_lives_the_same_year_again() -> None:
    """The figures depend on seed and p alone."""
    assert live(1, 0.2, SMALL) == live(1, 0.2, SMALL)


def test_nobody_is_warned_where_nobody_reports_and_crews_rob_once() -> None:
    """With p = 0 the only reports are of robberies; none of those crews robs again, so that nobody had been warned."""
    lived = live(1, 0, replace(SMALL, goes_on=0))

    assert {0.0} == {one.warned for one in lived.values()}


def test_most_are_warned_where_all_report_and_police_send_all() -> None:
    """With p = 1 and police who send each report of a crew at once, most robberies had been warned of."""
    lived = live(1, 1, replace(SMALL, real_sent=1, other_notice_after=0.1))

    assert lived["Wees Alert"].warned > 0.8
    assert lived["no system"].warned == 0


def test_the_page_has_every_assumption() -> None:
    """docs/warning.md has each value with its unit and reason, as the code has them."""
    page = PAGE.read_text("utf-8").splitlines()

    for name, value, unit, why in ASSUMED.rows():
        assert f"| `{name}` | {value} {unit} | {why} |" in page

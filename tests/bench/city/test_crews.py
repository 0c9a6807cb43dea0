"""Test what crews and harmless people of the simulated city do."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from bench.city.assumptions import Assumptions
from bench.city.crews import Year, simulate_year
from bench.city.region import Region
from tests.bench.city.town import NOON, SMALL

ALONE = replace(SMALL, goes_on=0, harmless=0)


def _year(assumed: Assumptions = ALONE, *, seed: int = 1) -> Year:
    return simulate_year(Region(assumed, random.Random(seed)), assumed, NOON, random.Random(seed))


@pytest.mark.parametrize("seed", range(5))
def test_a_crew_scouts_some_shops_and_then_robs_one_of_them(seed: int) -> None:
    """A crew looks at three to eight shops, and twice at the one that it robs, an hour after its last look or later."""
    year = _year(seed=seed)

    for robbery in year.robberies:
        visits = [one for one in year.visits if one.crew == robbery.crew]
        shops = [one.shop.number for one in visits]
        assert ALONE.fewest_scouted <= len(set(shops)) <= ALONE.most_scouted
        assert {1: len(set(shops)) - 1, 2: 1} == {n: [shops.count(one) for one in set(shops)].count(n) for n in (1, 2)}
        assert 2 == shops.count(robbery.shop.number)
        assert robbery.at - max(one.at for one in visits) >= timedelta(hours=1)
    assert len(year.robberies) > 30


def test_the_shops_that_a_crew_scouts_are_near_one_another_and_mostly_of_a_branch() -> None:
    """Scouted shops lie within twice the distance that a crew roams, and four of five are of one branch."""
    assumed = replace(ALONE, roams_m=1_500, side_km=12)
    year = _year(assumed)

    of_one, scouted = 0, 0
    for crew in {one.crew for one in year.visits}:
        shops = {one.shop for one in year.visits if one.crew == crew}
        spread = max(one.east for one in shops) - min(one.east for one in shops)
        assert spread <= 2 * assumed.roams_m
        branches = [one.branch for one in shops]
        of_one += max(branches.count(one) for one in branches)
        scouted += len(shops)
    assert 0.5 < of_one / scouted < 1


def test_crews_go_on_as_often_as_assumed() -> None:
    """A crew robs once when none goes on, and as often in total as the table says when some do."""
    once, again = _year(), _year(replace(ALONE, goes_on=0.5))

    assert len({one.crew for one in once.robberies}) == len(once.robberies)
    assert len({one.crew for one in again.robberies}) < len(again.robberies)
    assert 25 <= len(again.robberies) <= 55


def test_harmless_people_come_as_often_as_assumed() -> None:
    """The visits of harmless people are a number for each shop and month, spread over the year and over the shops."""
    year = _year(replace(SMALL, robberies=0, harmless=0.5))

    assert round(0.5 * SMALL.shops * 12) == len(year.visits)
    assert {None} == {one.crew for one in year.visits}
    assert len({one.shop.number for one in year.visits}) > SMALL.shops * 0.9


def test_the_same_seed_gives_the_same_year() -> None:
    """A year depends on its seed alone."""
    assert _year(SMALL, seed=3) == _year(SMALL, seed=3)
    assert _year(SMALL, seed=3) != _year(SMALL, seed=4)

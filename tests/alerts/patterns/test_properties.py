"""What holds for every set of reports: no order of arrival, and nothing unrelated, changes a pattern."""

from datetime import timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from alerts.ids import MemberId, PremisesId, ReportId
from alerts.patterns import Cluster, Rules, Sighting, Window, search, search_around
from alerts.patterns.traits import COLUMN_WEIGHTS, rows_of
from alerts.reading import Colour, VehicleClass
from alerts.report import Signal
from tests.alerts.patterns.seen import MONDAY, at_metres, seen

RULES = Rules()


@st.composite
def sightings(draw: st.DrawFn, *, most: int = 12) -> list[Sighting]:
    """Draw reports of a few shops and owners in some days and kilometres, many of them alike."""
    found = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        shop = draw(st.integers(1, 9))
        found.append(
            seen(
                number,
                metres=draw(st.sampled_from((0, 900, 2_400, 4_999, 7_000))),
                day=draw(st.sampled_from((0, 1, 3, 6.5, 8))),
                premises=PremisesId(shop),
                people=frozenset({MemberId(draw(st.sampled_from((shop, 1))))}),
                signals=draw(st.frozensets(st.sampled_from(list(Signal)[:4]), max_size=3)),
                persons=draw(st.sampled_from((None, "1", "2", "unknown"))),
                vehicle=draw(st.sampled_from((None, VehicleClass.VAN, VehicleClass.CAR))),
                vehicle_colour=draw(st.sampled_from((None, Colour.GREY, Colour.SILVER, Colour.RED))),
                clothing=draw(st.frozensets(st.sampled_from((Colour.BLACK, Colour.RED)), max_size=2)),
            )
        )
    return found


def as_sets(clusters: list[Cluster]) -> list[set[ReportId]]:
    return [{one.report for one in cluster.sightings} for cluster in clusters]


@given(st.data())
def test_the_order_of_arrival_does_not_matter(data: st.DataObject) -> None:
    reports = data.draw(sightings())
    window = Window()
    window.take_in(data.draw(st.permutations(reports)))
    assert search(reports) == search(reports[::-1]) == window.clusters()


@given(sightings())
def test_a_new_report_finds_what_a_search_in_full_finds_of_it(reports: list[Sighting]) -> None:
    for number, new in enumerate(reports):
        here = reports[: number + 1]
        wanted = [one for one in search(here) if new in one.sightings]
        assert search_around(new, here[:number]) == wanted


@given(sightings(), st.integers(0, 3))
def test_an_unrelated_report_changes_nothing(reports: list[Sighting], which: int) -> None:
    """It is too far, too late, tells nothing, or comes from a shop of the same owner."""
    other = (
        seen(100, metres=60_000),
        seen(100, day=30),
        seen(100, signals=frozenset(), time_band=None),
        seen(100, people=frozenset(MemberId(number) for number in range(12))),
    )[which]
    assert search([*reports, other]) == search(reports)


@given(sightings())
def test_another_report_never_makes_a_cluster_smaller(reports: list[Sighting]) -> None:
    if reports:
        before, after = as_sets(search(reports[:-1])), as_sets(search(reports))
        assert all(any(one <= other for other in after) for one in before)


@given(sightings())
def test_every_report_of_a_cluster_stands_in_a_trio_within_the_bounds(reports: list[Sighting]) -> None:
    for cluster in search(reports):
        supported: set[ReportId] = set()
        for trio in combinations(cluster.sightings, 3):
            pairs = list(combinations(trio, 2))
            if all(are_near(*pair) and pair[0].is_of_other(pair[1]) for pair in pairs):
                supported |= {one.report for one in trio}
        assert supported == {one.report for one in cluster.sightings}


@given(sightings())
def test_a_score_is_the_same_both_ways(reports: list[Sighting]) -> None:
    rows = rows_of(reports)
    scores = (rows * COLUMN_WEIGHTS) @ rows.T
    assert (scores == scores.T).all()


def are_near(one: Sighting, other: Sighting) -> bool:
    is_soon = abs(one.at - other.at) <= RULES.within
    return is_soon and one.point.squared_chord(other.point) <= RULES.radius_m**2


def test_the_bounds_of_these_reports_are_tried() -> None:
    """The drawn distances and days lie on both sides of the bounds."""
    assert (
        at_metres(0).squared_chord(at_metres(4_999)) <= RULES.radius_m**2 < at_metres(0).squared_chord(at_metres(7_000))
    )
    assert timedelta(days=6.5) < RULES.within < timedelta(days=8)
    assert MONDAY.tzinfo is not None

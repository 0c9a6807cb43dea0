"""What is compared of a report: its fields, and the vehicle and colours that its words tell."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import MemberId, PremisesId, ReportId
from alerts.patterns import Sighting, may_be_compared, sighting_of
from alerts.point import point_at
from alerts.premises import Premises
from alerts.reading import Colour, VehicleClass
from alerts.report import Outcome, Report, ReportContent, ReportKind, ReportState, Signal
from alerts.tally import HourBand

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
POINT = point_at(51.93, 4.58)
SHOP = Premises(
    id=PremisesId(4),
    branch=Branch.JEWELLER,
    pc4="2903",
    pc6="2903AB",
    point=POINT,
    point_source=None,
    name="Goud",
    house_number="1",
    needs_check=False,
    verified_at=NOON,
    closed_at=None,
    version=1,
)


def report(**content: Any) -> Report:
    return Report(
        id=ReportId(7),
        number="M-2026-0007",
        kind=ReportKind.RECONNAISSANCE,
        state=ReportState.RECEIVED,
        content=ReportContent(**content),
        place=Place("2903", "2903AB", POINT),
        member_id=MemberId(2),
        premises_id=SHOP.id,
        is_confirmed=True,
        occurred_at=None,
        created_at=NOON,
        version=1,
    )


def described(told: Report, *additions: str) -> Sighting:
    return sighting_of(told, SHOP.branch, [MemberId(1)], AMSTERDAM, additions=additions)


def test_the_fields_of_a_report_are_compared() -> None:
    told = report(signals=frozenset({Signal.PHOTOS}), persons="2", approach="as_customer", vehicle="scooter")
    assert described(told) == Sighting(
        report=told.id,
        premises=SHOP.id,
        people=frozenset({MemberId(1), MemberId(2)}),
        point=POINT,
        at=NOON,
        kind=ReportKind.RECONNAISSANCE,
        branch=Branch.JEWELLER,
        signals=frozenset({Signal.PHOTOS}),
        persons="2",
        vehicle=VehicleClass.SCOOTER,
        approach="as_customer",
        time_band=HourBand.H12,
    )


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ({"vehicle": "grijze bestelbus"}, (VehicleClass.VAN, Colour.GREY)),
        ({"vehicle": "on_foot"}, (None, None)),
        ({"what": "Ze reden weg in een zwarte Golf."}, (VehicleClass.CAR, Colour.BLACK)),
        ({"vehicle": "car", "what": "Ze reden weg op een blauwe scooter."}, (VehicleClass.CAR, None)),
        ({"what": "Een rode auto en een witte bestelbus reden langs."}, (None, None)),
        ({"what": "Geen auto gezien."}, (None, None)),
    ],
)
def test_the_vehicle_is_read_from_what_was_typed(content: dict[str, str], wanted: tuple[object, object]) -> None:
    seen = described(report(**content))
    assert (seen.vehicle, seen.vehicle_colour) == wanted


def test_an_addition_tells_more() -> None:
    seen = described(report(what="Twee mannen maakten foto's."), "Ze kwamen met een witte bestelbus.", "Een rode pet.")
    assert (seen.vehicle, seen.vehicle_colour) == (VehicleClass.VAN, Colour.WHITE)
    assert seen.clothing == {Colour.RED}


def test_only_the_colours_of_clothing_are_kept() -> None:
    assert described(report(clothing="zwarte jas, groene pet, spijkerbroek")).clothing == {Colour.BLACK, Colour.GREEN}


def test_a_part_of_a_day_is_no_time() -> None:
    told = replace(report(time_of_day="evening"), occurred_at=NOON.replace(hour=19))
    assert described(told).time_band is None
    assert described(replace(report(), occurred_at=NOON.replace(hour=19))).time_band is HourBand.H20


def test_only_reports_of_verified_shops_by_somebody_known_are_compared() -> None:
    usual = report()
    assert may_be_compared(usual, SHOP)
    assert not may_be_compared(usual, None)
    assert not may_be_compared(usual, replace(SHOP, verified_at=None))
    assert not may_be_compared(usual, replace(SHOP, closed_at=NOON))
    assert not may_be_compared(replace(usual, is_confirmed=False), SHOP)
    assert not may_be_compared(replace(usual, member_id=None), SHOP)
    assert not may_be_compared(replace(usual, place=Place("2903")), SHOP)
    assert not may_be_compared(replace(usual, main_id=ReportId(3)), SHOP)  # the same event as another report


@pytest.mark.parametrize("outcome", [Outcome.UNFOUNDED, Outcome.DUPLICATE, Outcome.WITHDRAWN])
def test_what_came_to_nothing_is_not_compared(outcome: Outcome) -> None:
    assert not may_be_compared(replace(report(), state=ReportState.CLOSED, outcome=outcome), SHOP)


@pytest.mark.parametrize("outcome", [Outcome.HANDLED, Outcome.ESCALATED, Outcome.LINKED])
def test_what_was_closed_otherwise_is(outcome: Outcome) -> None:
    assert may_be_compared(replace(report(), state=ReportState.CLOSED, outcome=outcome), SHOP)

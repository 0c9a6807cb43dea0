"""Tests of the postcode table, facts, and the audit record."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from math import isqrt
from typing import Any

import pytest

from alerts.audit import AuditEvent
from alerts.member import Member
from alerts.place_names import named_id
from alerts.point import Point, point_at
from alerts.ports import Storage
from alerts.postcode import Pc4Place

CAPELLE = Pc4Place("2903", "Capelle aan den IJssel", point_at(51.9299, 4.5776), "Capelle aan den IJssel")
ROTTERDAM = Pc4Place("3011", "Rotterdam", point_at(51.9217, 4.4878))
UTRECHT = Pc4Place("3511", "Utrecht", point_at(52.0929, 5.1180), "Utrecht")


async def test_a_postcode_is_looked_up(storage: Storage) -> None:
    """A postcode is looked up in the table, and an import replaces the whole table."""
    async with storage.transaction() as uow:
        assert await uow.postcodes.count() == 0
        assert await uow.postcodes.nearest(CAPELLE.point) is None
        await uow.postcodes.replace_all([UTRECHT])
        await uow.postcodes.replace_all([CAPELLE, ROTTERDAM])
        assert await uow.postcodes.count() == 2
        assert await uow.postcodes.get("3011") == ROTTERDAM
        assert await uow.postcodes.get("3511") is None
        await uow.postcodes.replace_all([])
        assert await uow.postcodes.count() == 0


async def test_municipalities_are_those_of_their_postcodes(storage: Storage) -> None:
    """The municipalities are those of the table's postcodes; a row without one has its place's name."""
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all([CAPELLE, ROTTERDAM, UTRECHT])
        found = await uow.postcodes.municipalities("2903", "3011")
        assert ["Capelle aan den IJssel", "Rotterdam"] == [one.name for one in found]
        assert [] == await uow.postcodes.municipalities("2904", "3010")
        assert [["2903"], ["3011"], []] == [
            await uow.postcodes.pc4s_of(named_id(name)) for name in ("Capelle aan den IJssel", "Rotterdam", "Delft")
        ]


async def test_the_nearest_postcode_is_found_by_its_point(storage: Storage) -> None:
    """The nearest postcode to a point is found: a point in Schiedam is nearest to one of Rotterdam."""
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all([CAPELLE, UTRECHT, ROTTERDAM])
        assert await uow.postcodes.nearest(point_at(51.9167, 4.4)) == ROTTERDAM
        assert await uow.postcodes.nearest(point_at(52.2, 5.3)) == UTRECHT


@pytest.mark.parametrize(("beyond", "found"), [(0, [CAPELLE, ROTTERDAM]), (-1, [CAPELLE])])
async def test_postcodes_within_a_radius_come_nearest_first(
    storage: Storage, beyond: int, found: list[Pc4Place]
) -> None:
    """Postcodes within a radius are listed nearest first, including its edge, to the metre."""
    start = Point(CAPELLE.point.x + 10, CAPELLE.point.y, CAPELLE.point.z)
    edge = isqrt(start.squared_chord(ROTTERDAM.point)) + 1
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all([UTRECHT, ROTTERDAM, CAPELLE])
        assert await uow.postcodes.within(start, edge + beyond) == found


async def test_a_fact_is_remembered_by_name(storage: Storage) -> None:
    """A fact is stored by name, and the last value counts."""
    async with storage.transaction() as uow:
        assert await uow.facts.get("username") is None
        await uow.facts.put("username", "oud")
        await uow.facts.put("username", "nieuw")
        assert await uow.facts.get("username") == "nieuw"


async def test_the_audit_record_grows(
    storage: Storage,
    now: datetime,
    new_member: Callable[..., Awaitable[Member]],
    query: Callable[[str], list[Any]],
) -> None:
    """The audit record stores events in order, with who did them, if anybody."""
    member = await new_member()
    async with storage.transaction() as uow:
        await uow.audit.append(AuditEvent("approved", "alert", 3, member.id, {"version": 2}), now)
        await uow.audit.append(AuditEvent("ended", "alert", 3), now)
    rows = query("SELECT actor_id, action, entity, entity_id, CAST(payload AS TEXT) FROM audit ORDER BY id")
    assert rows == [
        (member.id, "approved", "alert", 3, '{"version": 2}'),
        (None, "ended", "alert", 3, "{}"),
    ]

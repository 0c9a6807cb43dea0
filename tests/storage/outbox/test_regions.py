"""Tests of the fan-out to a region: shops are found by an index of their branch, and the region follows its
municipality."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa

from alerts.alert import AlertContent
from alerts.branch import Branch
from alerts.ids import MunicipalityId
from alerts.member import Member
from alerts.municipality import KnownMunicipality
from alerts.point import Point
from alerts.ports import Storage
from alerts.postcode import Pc4Place
from alerts.region import COUNTRY
from alerts.role import Scope, municipality_scope, parse_scope
from alerts.targeting import target_of
from alerts.tlp import Tlp
from storage import targeting
from storage.tables import alerts
from tests.storage.raw import make_raw_engine

Query = Callable[[str], list[Any]]
NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Any]]
CAPELLE = municipality_scope(MunicipalityId("0502"), "Capelle")
SHOPS = 6_000  # of which one in sixty is a jeweller, and one in sixty has that branch added
MANY = "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < {0}) "


async def _crowd(url: str, storage: Storage) -> None:
    """Insert many shops of bakers all over, with few jewellers among them."""
    async with storage.transaction() as uow:
        row = Pc4Place("2903", "Capelle", Point(1, 2, 3), "Capelle", "0502")
        await uow.postcodes.replace_all([row, replace(row, pc4="1000", municipality="Elders", code="0600")])
    engine, many = make_raw_engine(url), MANY.format(SHOPS)
    filled = (
        "INSERT INTO members (id, language, muted, created_at) {0}"
        " SELECT 1000 + i, 'nl', '', '2026-01-01 00:00:00' FROM s",
        "INSERT INTO premises (id, branch, pc4, verified_at, needs_check, created_at, version) {0} SELECT i,"
        " CASE WHEN i % 60 = 0 THEN 'jeweller' ELSE 'bakery' END, CASE WHEN i % 2 = 0 THEN '2903' ELSE '1000' END,"
        " '2026-01-01 00:00:00', FALSE, '2026-01-01 00:00:00', 1 FROM s",
        "INSERT INTO premises_members (premises_id, member_id, is_owner, extras_up_to, joined_at) {0}"
        " SELECT i, 1000 + i, TRUE, 'TLP:AMBER', '2026-01-01 00:00:00' FROM s",
        "INSERT INTO premises_member_branches (premises_id, member_id, branch) {0}"
        " SELECT i, 1000 + i, CASE WHEN i % 60 = 1 THEN 'jeweller' ELSE 'hotel' END FROM s",
    )
    async with engine.begin() as connection:
        for statement in filled:
            into, _, rows = statement.partition("{0}")
            await connection.exec_driver_sql(f"{into}{many}{rows.strip()}")
        await connection.exec_driver_sql("ANALYZE")
    await engine.dispose()


async def _plans(url: str, content: AlertContent, now: datetime) -> tuple[list[str], int]:
    """Return the plans of the ways in which the alert concerns members, and how many rows they find."""
    engine = make_raw_engine(url)
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    plans, found = [], 0
    try:
        async with engine.connect() as connection:
            for way in targeting.ways(targeting.from_values(target_of(content), now), None):
                found += len((await connection.execute(way)).all())
                asked = way.compile(dialect=engine.dialect, compile_kwargs={"literal_binds": True})
                rows = (await connection.exec_driver_sql(f"{explain} {asked}")).all()
                plans.append("\n".join(str(row[-1]) for row in rows))
    finally:
        await engine.dispose()
    return plans, found


@pytest.mark.parametrize(
    ("region", "found"),
    [(COUNTRY, 200), (parse_scope("2900-2999"), 100), (CAPELLE, 100)],
    ids=["country", "postcodes", "municipality"],
)
async def test_shops_are_found_by_their_branch(
    storage: Storage, url: str, now: datetime, content: AlertContent, region: Scope, found: int
) -> None:
    """In a region only shops of the branch are read, and those whose members added it: no plan reads all premises."""
    await _crowd(url, storage)
    wanted = replace(content, region=region, branches=frozenset({Branch.JEWELLER}), tlp=Tlp.GREEN)
    plans, rows = await _plans(url, wanted, now)
    assert found == rows
    own, added = plans
    assert "ix_premises_branch_pc4" in own, own
    assert "ix_premises_member_branches_branch" in added, added
    for plan in plans:
        assert not [one for one in ("SCAN premises", "Seq Scan on premises ") if one in plan.replace("\n", " \n")], plan


async def test_a_region_follows_its_municipality(
    storage: Storage, url: str, now: datetime, content: AlertContent, new_member: NewMember
) -> None:
    """When what identifies a municipality changes, the notices for all of it follow, in their columns and in what they
    say."""
    author, new = await new_member(), KnownMunicipality(MunicipalityId("9502"), "Capelle (Zuid-Holland)")
    async with storage.transaction() as uow:
        kept = await uow.alerts.add(author.id, replace(content, region=CAPELLE), now)
        other = await uow.alerts.add(author.id, replace(content, region=COUNTRY), now)
        await uow.municipalities.identify(MunicipalityId("0502"), new)
    async with storage.reading() as uow:
        region = (await uow.alerts.get(kept.id)).content.region
        assert region is not None
        assert (new.id, new.name) == (region.municipality, region.name)
        assert COUNTRY == (await uow.alerts.get(other.id)).content.region
    engine = make_raw_engine(url)
    async with engine.connect() as connection:
        columns = sa.select(alerts.c.region_kind, alerts.c.region_municipality_id).order_by(alerts.c.id)
        assert [("municipality", "9502"), ("national", None)] == [
            tuple(row) for row in await connection.execute(columns)
        ]
    await engine.dispose()


async def test_a_shop_of_two_municipalities_gets_what_is_for_its_own(
    storage: Storage, now: datetime, content: AlertContent, new_member: NewMember, new_shop: NewShop
) -> None:
    """Where a PC4 lies in two municipalities its shop gets the notice of the one in which it lies, by its full postcode
    or as its owner chose; and of both until that is known."""
    here, other = MunicipalityId("0502"), MunicipalityId("0599")
    row = Pc4Place("2903", "Capelle", Point(1, 2, 3), "Capelle", here)
    beside = replace(row, municipality="Rotterdam", code=other)
    told: dict[str, dict[str, Any]] = {
        "open": {"pc6": None},
        "letters": {"pc6": "2903ZZ"},
        "chosen": {"pc6": None, "municipality": here},
        "gone": {"pc6": None, "municipality": MunicipalityId("0001")},
        "elsewhere": {"pc4": "1000", "pc6": None, "municipality": here},
    }
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all([row, beside], {"2903ZZ": 1})
    shops = {name: (await new_shop(await new_member(), **facts)).premises.id for name, facts in told.items()}

    async def reached(municipality: MunicipalityId) -> set[str]:
        to = replace(content, region=municipality_scope(municipality, ""), branches=frozenset({Branch.JEWELLER}))
        async with storage.transaction() as uow:
            found = targeting.ways(targeting.from_values(target_of(to), now), None)
            rows = [row for way in found for row in await uow.alerts._transaction.rows(way)]  # type: ignore[attr-defined]
        return {name for name, shop in shops.items() if shop in {row.premises_id for row in rows}}

    assert {"open", "chosen", "gone"} == await reached(here)
    assert {"open", "letters", "gone"} == await reached(other)

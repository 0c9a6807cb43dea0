"""Tests of areas without coordinators: shops whose reports reach nobody, and roles that cover nothing."""

import pytest

from alerts.branch import Branch
from alerts.ids import MunicipalityId
from alerts.member import Language
from alerts.point import point_at
from alerts.ports import UnitOfWork
from alerts.postcode import Pc4Place
from alerts.premises import NewPremises
from alerts.role import Role, parse_scope
from alerts.services.scope.find_coverage_gaps import Uncovered, roles_without_ground, uncovered_shops, unsettled_shops
from bot.cli.doctor import ground_findings
from tests.bot.town import TABLE, Town

HERE, THERE = MunicipalityId("0402"), MunicipalityId("0417")


async def _shop(
    uow: UnitOfWork, town: Town, pc4: str | None, pc6: str | None = None, *, chose: MunicipalityId | None = None
) -> None:
    now = town.clock.now()
    shop = await uow.premises.add(NewPremises(Branch.BAKERY, pc4, pc6, None, None, municipality=chose), now)
    ref = f"shop{shop.id}"
    member = await uow.members.add(channel="telegram", ref=ref, language=Language.DUTCH, now=now)
    await uow.premises.join(shop.id, member.id, is_owner=True, now=now)


async def _uncovered(town: Town) -> Uncovered:
    async with town.storage.reading() as uow:
        return await uncovered_shops(uow, town.clock.now())


async def _two_municipalities(uow: UnitOfWork) -> None:
    """Load a table with one PC4 in two municipalities, of which some PC6s are known."""
    point = point_at(52.2386, 5.1823)
    rows = [Pc4Place("1222", name, point, name, code) for name, code in (("Hilversum", HERE), ("Laren", THERE))]
    rest = [Pc4Place(pc4, place, point_at(lat, lon)) for pc4, lat, lon, place in TABLE]
    await uow.postcodes.replace_all([*rows, *rest], {"1222AB": 0, "1222AC": 1})


async def test_shops_are_counted_where_nobody_sees_their_reports(town: Town) -> None:
    """Shops are counted by PC4 where nobody sees their reports; a role that only verifies does not count, and a shop
    without people is left out."""
    async with town.storage.transaction() as uow:
        for pc4 in ("2903", "2903", "2922", "3011", "9999", None):
            await _shop(uow, town, pc4)
        await uow.premises.add(NewPremises(Branch.BAKERY, "3011", None, None, None), town.clock.now())
    await town.coordinator(1, Role.ADMINISTRATOR, "national")
    await town.coordinator(2, Role.SAFETY_DIRECTOR, "national")
    assert (6, 6) == ((found := await _uncovered(town)).shops, found.of)
    await town.coordinator(3, Role.CITY_MARSHAL, "2903")
    await town.coordinator(4, Role.POLICE, "municipality:Rotterdam")
    assert Uncovered(3, 6, ((None, 1), ("2922", 1), ("9999", 1))) == await _uncovered(town)
    await town.coordinator(5, Role.POLICE, "national")
    assert Uncovered(0, 6, ()) == await _uncovered(town)


@pytest.mark.parametrize(
    ("role", "uncovered"),
    [("municipality:0402 Hilversum", 2), ("municipality:0417 Laren", 2), ("1222", 0)],
)
async def test_a_shop_counts_in_its_own_municipality(town: Town, role: str, uncovered: int) -> None:
    """A shop counts in the municipality of its choice, otherwise of its PC6; without either in each of those of its
    PC4."""
    async with town.storage.transaction() as uow:
        await _two_municipalities(uow)
        for pc6 in ("1222AB", "1222AC", "1222AD"):
            await _shop(uow, town, "1222", pc6)
        for chose in (HERE, THERE):
            await _shop(uow, town, "1222", "1222AD", chose=chose)
    await town.coordinator(1, Role.POLICE, role)
    assert (uncovered, 5) == ((found := await _uncovered(town)).shops, found.of)
    async with town.storage.reading() as uow:
        assert 1 == await unsettled_shops(uow)


async def test_the_doctor_names_what_nobody_covers(town: Town) -> None:
    """The doctor prints a line for roles, a line for shops, and what to do."""
    async with town.storage.transaction() as uow:
        await _shop(uow, town, "2922")
        member = (await uow.members.add(channel="telegram", ref="9", language=Language.DUTCH, now=town.clock.now())).id
        for scope in ("municipality:Nergens", "2903"):
            await uow.roles.grant(
                member=member,
                role=Role.POLICE,
                scope=parse_scope(scope),
                label=None,
                granted_by=None,
                now=town.clock.now(),
            )
        assert ["Nergens"] == [one.scope.name for one in await roles_without_ground(uow, town.clock.now())]
        scopes, coverage, places = await ground_findings(uow, town.clock.now())
    assert ("scopes", False) == scopes[:2]
    assert ("places", True) == places[:2]
    assert "(police), municipality:Nergens" in scopes[2]
    assert ("coverage", False) == coverage[:2]
    assert "1 of 1 shops" in coverage[2]
    assert "2922 (1)" in coverage[2]

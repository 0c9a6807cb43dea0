"""Tests of the parts of a PC4, and of municipalities by what identifies them."""

from dataclasses import replace
from datetime import datetime

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import MunicipalityId
from alerts.member import Language
from alerts.municipality import FormerMunicipality, KnownMunicipality, Municipality
from alerts.point import point_at
from alerts.ports import Storage
from alerts.postcode import Pc4Place
from alerts.premises import NewPremises
from alerts.role import Role, municipality_scope

HILVERSUM = Pc4Place("1222", "Hilversum", point_at(52.2386, 5.1823), "Hilversum", "0402", "Noord-Holland")
LAREN = Pc4Place("1222", "Laren", point_at(52.2400, 5.1900), "Laren", "0417", "Noord-Holland")
VILLAGE = Pc4Place("1251", "Laren", point_at(52.2560, 5.2240), "Laren", "0417", "Noord-Holland")


async def test_a_pc4_has_parts_in_their_order(storage: Storage) -> None:
    """The parts of a PC4 come in their order, each with its municipality; a PC6 tells which part, where the table has
    it."""
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all([LAREN, VILLAGE, HILVERSUM], {"1222AB": 1, "1222AC": 0})
        assert [LAREN, HILVERSUM] == await uow.postcodes.parts("1222")
        assert LAREN == await uow.postcodes.get("1222")
        assert ["0417", "0402"] == [one.municipality_id for one in await uow.postcodes.parts("1222")]
        assert [HILVERSUM, LAREN, None] == [await uow.postcodes.of_pc6(pc6) for pc6 in ("1222AB", "1222AC", "1222AD")]
        assert (2, {"1222", "1251"}) == (await uow.postcodes.count(), await uow.postcodes.pc4s())
        assert [["1222"], ["1222", "1251"], []] == [
            await uow.postcodes.pc4s_of(MunicipalityId(code)) for code in ("0402", "0417", "0418")
        ]
        assert [["0402", "0417"], ["0402", "0417"], []] == [
            await uow.postcodes.beside(MunicipalityId(code)) for code in ("0402", "0417", "0418")
        ]
        assert ["Hilversum", "Laren"] == [one.name for one in await uow.postcodes.municipalities("1222", "1222")]
        assert {("1222", "0402"), ("1222", "0417"), ("1251", "0417")} == set(await uow.postcodes.grounds())
        parts = (("1222", "0417", LAREN.point), ("1222", "0402", HILVERSUM.point), ("1251", "0417", VILLAGE.point))
        assert list(parts) == await uow.postcodes.points()
        assert [HILVERSUM, LAREN] == await uow.postcodes.within(HILVERSUM.point, 600)
        await uow.postcodes.replace_all([VILLAGE])
        assert [] == await uow.postcodes.parts("1222")
        assert await uow.postcodes.of_pc6("1222AB") is None


async def test_a_municipality_that_gets_a_code_keeps_what_is_its(storage: Storage) -> None:
    """When a municipality gets a code its settings follow; a setting of the new identity stays."""
    old, new = MunicipalityId("laren"), KnownMunicipality(MunicipalityId("0417"), "Laren (Noord-Holland)")
    async with storage.transaction() as uow:
        await uow.municipalities.save(Municipality("Laren", sole_on_duty=True))
        await uow.municipalities.identify(old, new)
        assert Municipality("Laren (Noord-Holland)", True, code=new.id) == await uow.municipalities.get(new.id)
        assert Municipality("laren") == await uow.municipalities.get(old)
        await uow.municipalities.save(Municipality("Laren", sole_on_duty=False))
        await uow.municipalities.identify(old, new)
        assert (await uow.municipalities.get(new.id)).sole_on_duty
        assert ["Laren", "Laren (Noord-Holland)"] == [one.name for one in await uow.municipalities.all_set()]


async def test_names_from_before_are_kept(storage: Storage) -> None:
    """Names from before are listed once, with each municipality that has some of their area."""
    former = [FormerMunicipality("Binnenmaas", MunicipalityId(code)) for code in ("1963", "1964", "1963")]
    async with storage.transaction() as uow:
        await uow.postcodes.replace_former(former)
        assert former[:2] == await uow.postcodes.former_municipalities()
        await uow.postcodes.replace_former([])
        assert [] == await uow.postcodes.former_municipalities()


async def test_roles_are_kept_by_the_code_of_their_municipality(storage: Storage, now: datetime) -> None:
    """Roles store the code of their municipality; when its identity changes, its roles and shops follow."""
    old, new = MunicipalityId("laren"), KnownMunicipality(MunicipalityId("0417"), "Laren (Noord-Holland)")
    async with storage.transaction() as uow:
        member = await uow.members.add(channel="telegram", ref="1", language=Language.DUTCH, now=now)
        scope = municipality_scope(old, "Laren")
        grant = await uow.roles.grant(
            member=member.id, role=Role.POLICE, scope=scope, label=None, granted_by=None, now=now
        )
        told = NewPremises(Branch.BAKERY, "1222", None, None, None, municipality=old)
        shop = await uow.premises.add(told, now)
        assert [KnownMunicipality(old, "Laren")] == await uow.roles.municipalities()
        await uow.municipalities.identify(old, new)
        assert [new] == await uow.roles.municipalities()
        kept = (await uow.roles.get(grant.id)).scope
        assert (municipality_scope(new.id, "Laren"), new.name) == (kept, kept.name)
        assert Place("1222", municipality=new.id) == (await uow.premises.get(shop.id)).place


async def test_shops_are_counted_by_place(storage: Storage, now: datetime) -> None:
    """Shops are counted by PC4, and by part where it has several; closed and empty shops are left out."""
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all([HILVERSUM, LAREN, VILLAGE])
        member = await uow.members.add(channel="telegram", ref="1", language=Language.DUTCH, now=now)
        for pc4, pc6, municipality in (
            ("1222", "1222AB", None),
            ("1222", "1222AB", None),
            ("1222", "1222AB", "0417"),
            ("1222", None, None),
            ("1251", "1251AB", None),
            ("1251", "1251AC", "0417"),
            (None, None, None),
        ):
            chosen = MunicipalityId(municipality) if municipality else None
            shop = await uow.premises.add(NewPremises(Branch.BAKERY, pc4, pc6, None, None, municipality=chosen), now)
            await uow.premises.join(shop.id, member.id, is_owner=True, now=now)
        await uow.premises.add(NewPremises(Branch.BAKERY, "1251", None, None, None), now)
        await uow.premises.save(replace(shop, closed_at=now))
        assert {
            Place("1222", "1222AB"): 2,
            Place("1222", "1222AB", municipality=MunicipalityId("0417")): 1,
            Place("1222"): 1,
            Place("1251"): 2,
        } == dict(await uow.premises.count_by_place())

"""Tests of an import's effect on roles, links, groups, settings and templates that are stored by place."""

import json
from datetime import timedelta

import pytest

from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.errors import TableShrinks
from alerts.grant_request import GrantKind, NewGrantRequest
from alerts.ids import MemberId, MunicipalityId
from alerts.kvo_group import NewKvoGroup
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.point import point_at
from alerts.ports import UnitOfWork
from alerts.postcode import Pc4Place
from alerts.postcode_table import PostcodeTable
from alerts.premises import NewPremises
from alerts.role import Role, Scope, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from alerts.services.permission.locate_matter import located
from alerts.services.place.import_postcodes import Imported, import_postcodes
from alerts.services.role.confirm_grant import look_after_grants
from alerts.services.scope.find_lost_ground import Holder, LostGround
from alerts.services.scope.find_scope import find_municipality
from bot.cli.lost_ground import ground_lines
from bot.logs import log_recorded, set_up_logs
from tests.bot.recorded import recorded
from tests.bot.town import TABLE, Town

CODES = {"Capelle aan den IJssel": "0502", "Krimpen aan den IJssel": "0542", "Rotterdam": "0599"}


async def test_an_import_says_one_number_of_postcodes(
    town: Town, capsys: pytest.CaptureFixture[str], own_logs: None
) -> None:
    """An import reports the number of the table's PC4s, whatever the number of their parts, and leaves out counts of
    0."""
    set_up_logs("json", "info")
    parts = [*_rows(), Pc4Place("2904", "Nieuwerkerk", point_at(51.94, 4.6), "Zuidplas", "1892")]
    assert Imported(4, ()) == await _import(town, *parts)
    [row] = await recorded(town, "postcodes")
    log_recorded(AuditEvent(row.action, row.entity, row.entity_id, row.actor_id, row.details or {}))
    line = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert ("postcodes.imported", 4) == (line["event"], line["postcodes"])
    assert {"event", "level", "timestamp", "postcodes", "lost", "identified", "losers"} == set(line)


def _rows(**called: str) -> list[Pc4Place]:
    """Return the rows of the town's table with codes; `called` assigns a PC4 (`pc2904`) to another municipality."""
    rows = []
    for pc4, lat, lon, place in TABLE:
        municipality = called.get(f"pc{pc4}", place)
        rows.append(Pc4Place(pc4, place, point_at(lat, lon), municipality, CODES.get(municipality, "1999")))
    return rows


async def _import(town: Town, *rows: Pc4Place) -> Imported:
    return await import_postcodes(town.storage, PostcodeTable(rows), town.clock.now(), is_forced=True)


async def _member(uow: UnitOfWork, town: Town, ref: str = "9") -> MemberId:
    """Return a new member."""
    return (await uow.members.add(channel="telegram", ref=ref, language=Language.DUTCH, now=town.clock.now())).id


async def _scopes(town: Town) -> set[str]:
    async with town.storage.reading() as uow:
        return {str(one.scope) for one in await uow.roles.active(town.clock.now())}


async def test_a_table_with_codes_changes_nobody_s_ground(town: Town) -> None:
    """A table with codes converts roles, links, settings and shops from names to codes, and reports no loss."""
    await town.coordinator(1, Role.POLICE, "municipality:Capelle aan den IJssel")
    async with town.storage.transaction() as uow:
        scope = parse_scope("municipality:Rotterdam")
        await create_role_invite(uow, Role.CITY_MARSHAL, scope, now=town.clock.now())
        await uow.municipalities.save(Municipality("Rotterdam", sole_on_duty=True, labels={Role.POLICE: "wijkteam"}))
        told = NewPremises(
            Branch.JEWELLER, "2903", None, None, None, municipality=MunicipalityId("capelle-aan-den-ijssel")
        )
        shop = await uow.premises.add(told, town.clock.now())
    done = await _import(town, *_rows())
    assert Imported(4, ()) == done
    assert {"municipality:0502 Capelle aan den IJssel"} == await _scopes(town)
    async with town.storage.reading() as uow:
        rotterdam = await uow.municipalities.get(MunicipalityId("0599"))
        assert (True, {Role.POLICE: "wijkteam"}) == (rotterdam.sole_on_duty, rotterdam.labels)
        assert ["municipality:0599 Rotterdam"] == [
            str(one.scope) for one in await uow.invites.open_for_roles(town.clock.now())
        ]
        assert "0502" == (await uow.premises.get(shop.id)).place.municipality
    assert Imported(4, ()) == await _import(town, *_rows())


async def test_a_merger_is_told_and_the_old_name_leads_to_the_new_one(town: Town) -> None:
    """After a merger the old name leads to the new one, nobody's area grows, and what covers nothing is listed with the
    area's new municipality."""
    await _import(town, *_rows())
    await town.coordinator(1, Role.POLICE, "municipality:0542 Krimpen aan den IJssel")
    await town.coordinator(2, Role.POLICE, "municipality:0502 Capelle aan den IJssel")
    await town.coordinator(3, Role.POLICE, "2900-2999")
    async with town.storage.transaction() as uow:
        await uow.municipalities.save(Municipality("Krimpen aan den IJssel", True, code=MunicipalityId("0542")))
    done = await _import(town, *_rows(pc2922="IJsselstad", pc2904="IJsselstad"))
    lost = {(one.holder, one.is_all, one.now) for one in done.lost}
    assert {
        (Holder.ROLE, True, ("IJsselstad",)),
        (Holder.ROLE, False, ("IJsselstad",)),
        (Holder.SETTINGS, True, ("IJsselstad",)),
    } == lost
    async with town.storage.reading() as uow:
        for name in ("krimpen a/d ijssel", "IJsselstad", "ysselstad"):
            assert "1999" == (await find_municipality(uow, name)).id
    again = await _import(town, *_rows(pc2922="Nieuwstad", pc2904="Nieuwstad"))
    assert {"0542"} <= {one.what.partition(":")[2][:4] for one in again.lost}
    async with town.storage.reading() as uow:
        assert "Nieuwstad" == (await find_municipality(uow, "Krimpen aan den IJssel")).name


@pytest.mark.parametrize(
    ("scope", "is_lost"), [("2922", True), ("2900-2921", False), ("national", False), ("municipality:Nergens", True)]
)
async def test_roles_that_cover_nothing_are_listed(town: Town, scope: str, is_lost: bool) -> None:
    """Roles that cover nothing are listed, whether or not they covered anything before."""
    async with town.storage.transaction() as uow:
        member = await _member(uow, town)
        await uow.roles.grant(
            member=member, role=Role.POLICE, scope=parse_scope(scope), label=None, granted_by=None, now=town.clock.now()
        )
    done = await _import(town, *[row for row in _rows() if row.pc4 != "2922"])
    assert is_lost == any(one.holder is Holder.ROLE and one.is_all for one in done.lost)


async def test_groups_and_links_that_lost_ground_are_listed(town: Town) -> None:
    """Groups and links that lost all or a part of their area are listed, each with a line that says what to do."""
    async with town.storage.transaction() as uow:
        member = await _member(uow, town)
        for name, codes in (("Hoofdweg", {"2922AB"}), ("Koperwiek", {"2903", "2922"}), ("Rond", {"2903AB"})):
            await uow.kvo_groups.add(NewKvoGroup(name, frozenset(codes), frozenset()), member, town.clock.now())
        await create_role_invite(uow, Role.POLICE, parse_scope("2922"), now=town.clock.now())
    done = await _import(town, *[row for row in _rows() if row.pc4 != "2922"])
    assert [(Holder.INVITE, True), (Holder.SETTINGS, True), (Holder.GROUP, True), (Holder.GROUP, False)] == [
        (one.holder, one.is_all) for one in done.lost
    ]
    first, *rest = ground_lines(done.lost)
    assert "4 cover less than before, or nothing:" == first
    assert "(Koperwiek): covers less than before; change its postcodes with /groepen" in rest[3]
    town.clock.pass_by(days=8)
    assert 3 == len((await _import(town, *[row for row in _rows() if row.pc4 != "2922"])).lost)


def test_nothing_is_said_where_nothing_is_lost() -> None:
    """An import without a loss reports none; a loss is reported with the new municipality, where it is known."""
    assert [] == list(ground_lines([]))
    (_, line) = ground_lines([LostGround(Holder.SETTINGS, "Krimpen", is_all=True, now=("IJsselstad",))])
    assert "settings Krimpen: covers nothing any more (the rest lies in IJsselstad now)" in line


async def test_an_import_that_is_refused_changes_nothing(town: Town) -> None:
    """A refused import changes neither the table nor what is stored by place."""
    before = await _scopes(town)
    with pytest.raises(TableShrinks):
        await import_postcodes(town.storage, PostcodeTable(_rows()[:1]), town.clock.now() + timedelta(days=1))
    async with town.storage.reading() as uow:
        assert 4 == await uow.postcodes.count()
        assert "Rotterdam" == (await find_municipality(uow, "rotterdam")).name
    assert before == await _scopes(town)


async def test_namesakes_read_nothing_of_one_another(town: Town) -> None:
    """A role for one of two municipalities with one name does not cover the other, although the table has only
    names."""
    await _import(
        town,
        Pc4Place("2201", "Noordwijk", point_at(52.2322, 4.4445)),
        Pc4Place("9824", "Noordwijk", point_at(53.1684, 6.2553)),
    )
    async with town.storage.reading() as uow:
        south = Scope(kind=parse_scope("municipality:x").kind, municipality=MunicipalityId("noordwijk@2201"))
        assert [True, False] == [south.covers(await located(uow, Place(pc4))) for pc4 in ("2201", "9824")]


async def test_a_role_for_a_name_of_several_is_settled_by_a_table_with_codes(town: Town) -> None:
    """A table with codes settles a role for a shared name when only one of them is a municipality; until then it covers
    none."""
    await _import(
        town,
        Pc4Place("2201", "Noordwijk", point_at(52.2322, 4.4445)),
        Pc4Place("9824", "Noordwijk", point_at(53.1684, 6.2553)),
    )
    async with town.storage.transaction() as uow:
        member = await _member(uow, town)
        scope = parse_scope("municipality:Noordwijk")
        await uow.roles.grant(
            member=member, role=Role.POLICE, scope=scope, label=None, granted_by=None, now=town.clock.now()
        )
        assert not any([scope.covers(await located(uow, Place(pc4))) for pc4 in ("2201", "9824")])
    done = await _import(
        town,
        Pc4Place("2201", "Noordwijk", point_at(52.2322, 4.4445), "Noordwijk", "0575"),
        Pc4Place("9824", "Noordwijk", point_at(53.1684, 6.2553), "Westerkwartier", "1969"),
    )
    assert {"municipality:0575 Noordwijk"} == await _scopes(town)
    assert not any(one.holder is Holder.ROLE for one in done.lost)


async def test_a_name_that_two_have_afterwards_is_given_to_neither(town: Town) -> None:
    """When two municipalities have some of the area of a name, its roles go to neither."""
    points = {"1251": point_at(52.2560, 5.2240), "1252": point_at(52.2570, 5.2300)}
    await _import(town, *(Pc4Place(pc4, "Laren", point) for pc4, point in points.items()))
    await town.coordinator(1, Role.POLICE, "municipality:Laren")
    one, other = (
        Pc4Place(pc4, "Laren", point, "Laren", code, province)
        for (pc4, point), code, province in zip(
            points.items(), ("0417", "0418"), ("Noord-Holland", "Utrecht"), strict=True
        )
    )
    done = await _import(town, one, other)
    assert {"municipality:Laren"} == await _scopes(town)
    assert [("Laren (Noord-Holland)", "Laren (Utrecht)")] == [
        lost.now for lost in done.lost if lost.holder is Holder.ROLE and lost.is_all
    ]


@pytest.mark.parametrize(("name", "is_left"), [("Krimpen aan den IJssel", True), ("IJsselstad", False)])
async def test_a_grant_that_waits_follows_its_municipality(town: Town, name: str, is_left: bool) -> None:
    """A role that waits for confirmation gets its municipality's code; when the municipality is gone, the request
    lapses."""
    national = parse_scope("national")
    async with town.storage.transaction() as uow:
        giver, member = await _member(uow, town), await _member(uow, town, "10")
        await uow.roles.grant(
            member=giver, role=Role.ADMINISTRATOR, scope=national, label=None, granted_by=None, now=town.clock.now()
        )
        scope = parse_scope("municipality:Krimpen aan den IJssel")
        new = NewGrantRequest(GrantKind.ROLE, member, giver, Role.POLICE, scope)
        request = await uow.grant_requests.add(new, town.clock.now())
    await _import(town, *_rows(pc2922=name))
    async with town.storage.transaction() as uow:
        code = "0542" if is_left else "krimpen-aan-den-ijssel"
        assert code == (await uow.grant_requests.get(request.id)).scope.municipality
        await look_after_grants(uow, town.clock.now())
        assert is_left == ((await uow.grant_requests.get(request.id)).decision is None)

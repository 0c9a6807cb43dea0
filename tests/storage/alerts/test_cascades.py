"""Tests of cascades on both databases: what is stored, what is due, what is outdated, and what retention leaves."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.cascade import DEFAULT_TABLE, Addressee, Call, Cascade, CascadeStep, Stage, begun
from alerts.ids import MunicipalityId
from alerts.incident import Incident, NewIncident
from alerts.member import Member
from alerts.municipality import Municipality
from alerts.ports import Storage, UnitOfWork
from alerts.retention import Kind
from alerts.role import Function, Role

NewMember = Callable[..., Awaitable[Member]]


async def _incident(uow: UnitOfWork, number: int, now: datetime) -> Incident:
    return await uow.incidents.add(
        NewIncident(IncidentKind.ROBBERY, Place("2903"), None, None), f"I-2026-000{number}", now
    )


async def _begun(uow: UnitOfWork, number: int, now: datetime) -> Cascade:
    incident = await _incident(uow, number, now)
    cascade = begun(incident.id, DEFAULT_TABLE, await uow.cascades.facts_version(incident.id), now)
    await uow.cascades.save(cascade)
    return cascade


async def test_a_cascade_is_read_as_it_was_saved(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Steps, calls and times come back, those that were added and changed since too; an incident without one has
    none."""
    member, other = await new_member(), await new_member()
    async with storage.transaction() as uow:
        first = await _begun(uow, 1, now)
        bare = await _incident(uow, 2, now)
        assert await uow.cascades.find(bare.id) is None
        assert first == await uow.cascades.find(first.incident_id)
        called = replace(first, calls=(Call(0, member.id, now),)).with_stage(0, Stage.CALLED, now)
        await uow.cascades.save(called)
        late = now + timedelta(minutes=1)
        seen = replace(called, calls=(*called.calls, Call(1, other.id, late, is_deputy=True)))
        seen = seen.with_stage(1, Stage.DEPUTIES, late).seen_by(member.id, late, is_taken=True)
        await uow.cascades.save(replace(seen, ended_at=late, told=7))
    async with storage.reading() as uow:
        assert replace(seen, ended_at=late, told=7) == await uow.cascades.find(first.incident_id)


async def test_what_is_due_comes_first(storage: Storage, now: datetime) -> None:
    """A cascade is due at its moment and not before, and never once it has ended."""
    async with storage.transaction() as uow:
        early, later = await _begun(uow, 1, now), await _begun(uow, 2, now + timedelta(seconds=1))
        assert [early.incident_id] == await uow.cascades.due(now, 5)
        both = await uow.cascades.due(now + timedelta(seconds=1), 5)
        assert [early.incident_id, later.incident_id] == both
        assert [early.incident_id] == await uow.cascades.due(now + timedelta(seconds=1), 1)
        await uow.cascades.save(replace(early, ended_at=now))
        assert [later.incident_id] == await uow.cascades.due(now + timedelta(days=1), 5)


async def test_cards_are_outdated_once_the_facts_changed(storage: Storage, now: datetime) -> None:
    """A change of the incident counts, until it was told; not of one that ended or began long ago."""
    async with storage.transaction() as uow:
        cascade = await _begun(uow, 1, now)
        assert [] == await uow.cascades.outdated(now, 5)
        incident = await uow.incidents.get(cascade.incident_id)
        await uow.incidents.save(replace(incident, kind=IncidentKind.ROBBERY_ATTEMPT))
        assert [incident.id] == await uow.cascades.outdated(now, 5)
        assert [] == await uow.cascades.outdated(now + timedelta(seconds=1), 5)
        await uow.cascades.save(replace(cascade, told=await uow.cascades.facts_version(incident.id)))
        assert [] == await uow.cascades.outdated(now, 5)
        await uow.cascades.save(replace(cascade, told=0, ended_at=now))
        assert [] == await uow.cascades.outdated(now, 5)


async def test_a_municipality_keeps_its_own_table(storage: Storage, now: datetime) -> None:
    """Its table is stored with functions and order; without one the plan's counts."""
    table = (
        CascadeStep(Addressee(Role.MUNICIPALITY), minutes=3),
        CascadeStep(Addressee(Role.CITY_MARSHAL, Function.AFTERCARE_COORDINATOR), after=0, minutes=0, only_p1=True),
    )
    async with storage.transaction() as uow:
        await uow.municipalities.save(Municipality("Capelle", code=MunicipalityId("0502"), own_cascade=table))
        assert table == (await uow.municipalities.get(MunicipalityId("0502"))).cascade
        assert DEFAULT_TABLE == (await uow.municipalities.get(MunicipalityId("0599"))).cascade


async def test_retention_leaves_no_persons(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """With an incident go those who were called; its cascade has ended, and the steps stay."""
    member = await new_member()
    async with storage.transaction() as uow:
        first = await _begun(uow, 1, now)
        await uow.cascades.save(replace(first, calls=(Call(0, member.id, now),)).with_stage(0, Stage.CALLED, now))
        await uow.expired.remove(Kind.INCIDENTS, [first.incident_id], now)
        left = await uow.cascades.find(first.incident_id)
    assert left is not None
    assert ((), Stage.CALLED) == (left.calls, left.steps[0].stage)
    assert left.ended_at is not None

"""Tests of tasks on both databases: who may make and change them, reminders, and what becomes of them when owners
leave."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.area import Place
from alerts.audit import AuditFilter
from alerts.errors import Conflict, IllegalTransition, InvalidText, NotAllowed, NotFound, Rejected
from alerts.ids import IncidentId, MemberId, TaskId
from alerts.incident import Incident, IncidentState
from alerts.member import Member
from alerts.ports import Storage, UnitOfWork
from alerts.report import NewReport, ReportContent, ReportKind
from alerts.retention import Kind
from alerts.role import Actor, Grant, Role, parse_scope
from alerts.services.privacy.erase_member import erase_member
from alerts.services.report.submit_report import submit_report
from alerts.services.role.end_grant import end_grant
from alerts.services.task.change_task import finish_task, give_task, move_task
from alerts.services.task.find_tasks import own_tasks, possible_owners, task_in_scope
from alerts.services.task.make_task import make_task
from alerts.services.task.remind_due import has_reminders_due, remind_due
from alerts.services.task.return_tasks import has_tasks_to_return, return_tasks
from alerts.task import NewTask, Task, TaskReminder, TaskSource

NewMember = Callable[..., Awaitable[Member]]
ZONE = ZoneInfo("Europe/Amsterdam")
HERE = Place("2903", "2903AB", None)
DUE = date(2026, 1, 20)  # now is the fourteenth


@dataclass(frozen=True)
class World:
    """An incident, and coordinators of its place: a marshal, an officer, and somebody of the municipality; and an
    officer of elsewhere."""

    incident: Incident
    marshal: Actor
    officer: Actor
    civil: Actor
    elsewhere: Actor


async def granted(uow: UnitOfWork, member: Member, role: Role, scope: str, now: datetime) -> Actor:
    """Return the member with this role."""
    await uow.roles.grant(member=member.id, role=role, scope=parse_scope(scope), label=None, granted_by=None, now=now)
    return await actor_of(uow, member.id)


async def actor_of(uow: UnitOfWork, member: MemberId) -> Actor:
    """Return the member with their roles as they are stored."""
    return Actor(await uow.members.get(member), tuple(await uow.roles.of_member(member)))


async def robbed(uow: UnitOfWork, member: Member, now: datetime, place: Place = HERE) -> Incident:
    """Return the incident of a robbery that this member reported."""
    told = NewReport(ReportKind.ROBBERY, ReportContent(), place, member.id, None, is_confirmed=True)
    report = await submit_report(uow, told, now, zone=ZONE)
    assert report.incident_id is not None
    return await uow.incidents.get(report.incident_id)


@pytest.fixture
async def world(storage: Storage, now: datetime, new_member: NewMember) -> World:
    """Return the incident and the people."""
    people = [await new_member() for _ in range(5)]
    async with storage.transaction() as uow:
        await granted(uow, people[4], Role.SAFETY_DIRECTOR, "national", now)
        incident = await robbed(uow, people[4], now)
        return World(
            incident,
            await granted(uow, people[0], Role.CITY_MARSHAL, "2900-2999", now),
            await granted(uow, people[1], Role.POLICE, "2900-2999", now),
            await granted(uow, people[2], Role.MUNICIPALITY, "2903", now),
            await granted(uow, people[3], Role.POLICE, "3000-3099", now),
        )


def new_task(incident: IncidentId, owner: Actor, *, due: date = DUE, title: str = "Laat de camera nakijken") -> NewTask:
    """Return a finding of the scan for this owner."""
    return NewTask(incident, title, owner.member.id, due, TaskSource.SCAN, is_public_space=True)


async def made(uow: UnitOfWork, world: World, owner: Actor, now: datetime, **more: object) -> Task:
    """Return a task that the marshal made for this owner."""
    return await make_task(uow, world.marshal, new_task(world.incident.id, owner, **more), now)  # type: ignore[arg-type]


async def told(uow: UnitOfWork, actor: Actor, key: str) -> bool:
    """Whether a notice with this key is queued for them."""
    return await uow.deliveries.by_key(f"{key}:{actor.member.address.id}") is not None


async def grant_of(uow: UnitOfWork, actor: Actor) -> Grant:
    """Return the only role of this person."""
    [grant] = await uow.roles.of_member(actor.member.id)
    return grant


async def test_a_task_is_stored_and_its_owner_told(storage: Storage, now: datetime, world: World) -> None:
    """A task is read again as it was made, on the list of its owner, who is told; whoever makes one for themself is
    not."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.civil, now)
        own = await made(uow, world, world.marshal, now, title="Bel de buurman  terug")
    async with storage.reading() as uow:
        assert task == await uow.tasks.get(task.id)
        assert (TaskSource.SCAN, True, 1) == (task.source, task.is_public_space, task.version)
        assert "Bel de buurman terug" == own.title
        assert [task] == await own_tasks(uow, world.civil, now)
        assert [task, own] == await uow.tasks.of_incidents([world.incident.id])
        assert await told(uow, world.civil, f"task-given:{task.id}:1")
        assert not await told(uow, world.marshal, f"task-given:{own.id}:1")
        [row] = await uow.audit.latest(AuditFilter(entity_id=task.id, action="task.made"), before=None, limit=2)
        assert (world.marshal.member.id, world.civil.member.id) == (row.actor_id, (row.details or {})["member"])
        with pytest.raises(NotFound):
            await uow.tasks.get(TaskId(99))


async def test_the_guard_reads_what_is_typed(storage: Storage, now: datetime, world: World) -> None:
    """A licence plate in a title or in the evidence is refused, and nothing of it is stored; so is no text."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.marshal, now)
        for typed in ("Zoek auto 12-ABC-3", " ", "x" * 200):
            with pytest.raises(InvalidText):
                await made(uow, world, world.marshal, now, title=typed)
        with pytest.raises(InvalidText):
            await finish_task(uow, world.marshal, task.id, "Gezien: 12-ABC-3", version=1, now=now)
    async with storage.reading() as uow:
        assert [task] == await uow.tasks.of_incidents([world.incident.id])


async def test_who_is_elsewhere_finds_and_gets_nothing(storage: Storage, now: datetime, world: World) -> None:
    """A coordinator of elsewhere cannot make, read or have a task here; the answer is that there is none."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.officer, now)
        with pytest.raises(NotFound):
            await task_in_scope(uow, world.elsewhere, task.id, now)
        with pytest.raises(NotFound):
            await make_task(uow, world.elsewhere, new_task(world.incident.id, world.elsewhere), now)
        with pytest.raises(Rejected):
            await made(uow, world, world.elsewhere, now)
        assert world.elsewhere.member.id not in await possible_owners(uow, world.incident, now)
        stranger = Actor(world.civil.member, ())
        with pytest.raises(NotAllowed):
            await own_tasks(uow, stranger, now)
        with pytest.raises(InvalidText):
            await made(uow, world, world.officer, now, due=date(2026, 1, 13))


async def _killed(storage: Storage, at: datetime) -> None:
    """Remind, and fail before the commit."""
    async with storage.transaction() as uow:
        await remind_due(uow, at)
        raise ZeroDivisionError


async def test_nobody_gets_a_task_of_what_turned_out_otherwise(storage: Storage, now: datetime, world: World) -> None:
    """An incident that was refuted gets no tasks, and those it had are on nobody's list and remind nobody."""
    async with storage.transaction() as uow:
        await made(uow, world, world.civil, now, due=date(2026, 1, 15))
        await uow.incidents.save(replace(world.incident, state=IncidentState.REFUTED))
        with pytest.raises(IllegalTransition):
            await made(uow, world, world.civil, now)
        assert [] == await own_tasks(uow, world.civil, now)
        assert not await has_reminders_due(uow, now)


async def test_a_task_goes_to_another_who_is_told(storage: Storage, now: datetime, world: World) -> None:
    """The owner gives a task away: the new owner is told, the giver is not. When another gives it, who had it is."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.civil, now)
        given = await give_task(uow, world.civil, task.id, world.officer.member.id, version=1, now=now)
        assert (world.officer.member.id, 2) == (given.owner_id, given.version)
        assert await told(uow, world.officer, f"task-given:{task.id}:2")
        assert not await told(uow, world.civil, f"task-gone:{task.id}:2")
        back = await give_task(uow, world.marshal, task.id, world.civil.member.id, version=2, now=now)
        assert await told(uow, world.officer, f"task-gone:{task.id}:3")
        assert [back] == await own_tasks(uow, world.civil, now)
        assert [] == await own_tasks(uow, world.officer, now)


async def test_only_who_has_made_or_leads_it_changes_a_task(storage: Storage, now: datetime, world: World) -> None:
    """Somebody of the municipality cannot touch the officer's task; an old version changes nothing."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.officer, now)
        with pytest.raises(NotAllowed, match="others-task"):
            await give_task(uow, world.civil, task.id, world.civil.member.id, version=1, now=now)
        with pytest.raises(Rejected):
            await give_task(uow, world.marshal, task.id, world.elsewhere.member.id, version=1, now=now)
        moved = await move_task(uow, world.marshal, task.id, DUE + timedelta(days=9), version=1, now=now)
        assert await told(uow, world.officer, f"task-moved:{task.id}:2")
        with pytest.raises(Conflict):
            await finish_task(uow, world.officer, task.id, "Hangt", version=1, now=now)
        done = await finish_task(uow, world.officer, task.id, "De camera hangt.", version=moved.version, now=now)
        assert (now, world.officer.member.id, "De camera hangt.") == (done.done_at, done.done_by, done.evidence)
        assert await told(uow, world.marshal, f"task-done:{task.id}:3")
        with pytest.raises(IllegalTransition):
            await move_task(uow, world.marshal, task.id, DUE, version=3, now=now)
        assert [done] == await uow.tasks.of_incidents([world.incident.id])
        assert [] == await own_tasks(uow, world.officer, now)


async def test_owners_are_reminded_once_before_and_once_after(storage: Storage, now: datetime, world: World) -> None:
    """One reminder goes out on the day before, by day, and one when it is late, however often the tick runs; a tick
    that is rolled back leaves it due."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.civil, now)
    for hours, told_soon, told_late in (
        (4 * 24, False, False),
        (5 * 24, True, False),
        (5 * 24 + 12, True, False),  # at night nobody is told
        (7 * 24 - 15, True, False),
        (7 * 24, True, True),
        (8 * 24, True, True),
    ):
        at = now + timedelta(hours=hours)
        if hours == 5 * 24:  # killed before its commit
            with pytest.raises(ZeroDivisionError):
                await _killed(storage, at)
        for _ in range(2):
            async with storage.transaction() as uow:
                if await has_reminders_due(uow, at):
                    await remind_due(uow, at)
        async with storage.reading() as uow:
            assert told_soon is await told(uow, world.civil, f"task-soon:{task.id}:{DUE}"), hours
            assert told_late is await told(uow, world.civil, f"task-late:{task.id}:{DUE}"), hours
    async with storage.reading() as uow:
        assert (TaskReminder.LATE, 1) == ((late := await uow.tasks.get(task.id)).reminded, late.version)
        assert not await has_reminders_due(uow, now + timedelta(days=9))


async def test_a_task_of_who_leaves_office_goes_back(storage: Storage, now: datetime, world: World) -> None:
    """When the owner's role ends the task goes to the marshal who made it, who is told; when the marshal leaves too, to
    the police; when nobody is left, to nobody. Nothing is done twice."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.civil, now)
        for actor, heir in ((world.civil, world.marshal), (world.marshal, world.officer), (world.officer, None)):
            assert not await has_tasks_to_return(uow, now)
            await end_grant(uow, await grant_of(uow, actor), None, now)
            if heir is None:
                grants = [one for one in await uow.roles.active(now) if one.role is Role.SAFETY_DIRECTOR]
                assert grants, "the reporter may have tasks, but does not lead"
            assert await has_tasks_to_return(uow, now)
            for _ in range(2):
                await return_tasks(uow, now)
            held = await uow.tasks.get(task.id)
            assert (None if heir is None else heir.member.id) == held.owner_id
            if heir is not None:
                assert await told(uow, heir, f"task-returned:{task.id}:{held.version}")
        assert 4 == held.version
        assert not await has_tasks_to_return(uow, now)


async def test_a_task_goes_back_to_who_made_it(
    storage: Storage, now: datetime, world: World, new_member: NewMember
) -> None:
    """Of several marshals the one who made the task gets it back, also when another is longer in office."""
    newer = await new_member()
    async with storage.transaction() as uow:
        maker = await granted(uow, newer, Role.CITY_MARSHAL, "2903", now)
        task = await make_task(uow, maker, new_task(world.incident.id, world.civil), now)
        await end_grant(uow, await grant_of(uow, world.civil), None, now)
        await return_tasks(uow, now)
        assert maker.member.id == (await uow.tasks.get(task.id)).owner_id


async def test_who_keeps_another_role_keeps_the_task(storage: Storage, now: datetime, world: World) -> None:
    """Who may still have tasks there by another role keeps theirs, in the version that was shown."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.civil, now)
        await granted(uow, world.civil.member, Role.CITY_MARSHAL, "2903", now)
        first = next(one for one in await uow.roles.of_member(world.civil.member.id) if one.role is Role.MUNICIPALITY)
        await end_grant(uow, first, None, now)
        assert await has_tasks_to_return(uow, now)
        await return_tasks(uow, now)
        assert task == await uow.tasks.get(task.id)
        assert not await has_tasks_to_return(uow, now)


async def test_an_erased_owner_leaves_the_task(storage: Storage, now: datetime, world: World) -> None:
    """Who erases themself leaves no task behind that nobody has: it goes to the marshal, and nothing names them."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.civil, now)
        done = await made(uow, world, world.civil, now, title="Bel de buren")
        await finish_task(uow, world.civil, done.id, "Gebeld.", version=1, now=now)
        await erase_member(uow, world.civil.member, now)
        assert (await uow.tasks.get(task.id)).owner_id is None
        await return_tasks(uow, now)
        assert world.marshal.member.id == (await uow.tasks.get(task.id)).owner_id
        assert (await uow.tasks.get(done.id)).owner_id is None


async def test_old_tasks_go(storage: Storage, now: datetime, world: World) -> None:
    """A task is removed when its time is over, and not before."""
    async with storage.transaction() as uow:
        task = await made(uow, world, world.civil, now)
        assert [] == await uow.expired.due(Kind.TASKS, now - timedelta(seconds=1), 10)
        assert [task.id] == await uow.expired.due(Kind.TASKS, now, 10)
        assert 1 == await uow.expired.count(Kind.TASKS, now)
        assert 1 == await uow.expired.remove(Kind.TASKS, [task.id], now)
        assert [] == await uow.tasks.of_incidents([world.incident.id])

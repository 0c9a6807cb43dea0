"""Tests of docs/roles.md in the console, cell by cell: what hangs on an incident, in scope and outside of it."""

import pytest

from alerts.aftercare.case import NewCase
from alerts.ids import CaseId, IncidentId
from alerts.services.cascade.begin_cascade import begin_cascade
from tests.bot.role_world import ELSEWHERE, HERE, RoleWorld, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.visitor import Visitor
from tests.roles_table import LETTERS, rows

pytestmark = pytest.mark.sweep

ROLES = [letter for letter in LETTERS if letter != "R"]  # a retailer gets no link: tests/console/pages/test_link.py


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_tasks(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """One's own tasks, the page of one, the form that makes one and the form that says that it is done."""
    world, cell = await build(town), rows()["Have tasks"].cells[letter]
    await enrolled(world.people[letter], visitor)
    is_allowed, task = cell == "●" and where == HERE, await world.task(where, letter)
    account, listed = await visitor.get("/account"), await visitor.get("/tasks")
    assert (cell == "●") == ('href="/tasks"' in account.text)
    assert is_allowed == (task.title in listed.text)
    assert is_allowed == (task.title in (await visitor.get(f"/tasks/{task.id}")).text)
    new = {"title": "Kijk de camera na", "source": "hand", "day": "2026-12-01", "member": str(world.members[letter])}
    made = await visitor.sends(account, f"/tasks/new/{task.incident_id}", **new)
    assert is_allowed == (made.status == 303)
    done = {"what": "done", "evidence": "Vitrine dicht.", "version": str(task.version)}
    assert is_allowed == ((await visitor.sends(account, f"/tasks/{task.id}", **done)).status == 303)
    async with town.storage.reading() as uow:
        assert is_allowed != (await uow.tasks.get(task.id)).is_open
        assert (2 if is_allowed else 1) == len(await uow.tasks.of_incidents([task.incident_id]))


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_aftercare(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The section on the incident's page, the form that opens a case, and reading one for a purpose."""
    world = await build(town)
    opens, reads = [
        rows()[what].cells[letter] == "●" and where == HERE for what in ("Open aftercare", "Read aftercare")
    ]
    await enrolled(world.people[letter], visitor)
    incident = await world.incident(where)
    path, account = f"/incidents/{incident.id}", await visitor.get("/account")
    await visitor.sends(account, f"{path}/read", purpose="triage")
    assert reads == ("Nazorg" in (await visitor.get(path)).text)
    opened = await visitor.sends(account, f"{path}/aftercare", how="in_person", whom="0")
    assert opens == (opened.status == 303)
    case = await _case(world, incident.id)
    told = await visitor.sends(account, f"/aftercare/{case}/read", purpose="oversight")
    assert reads == (told.status == 303)
    async with town.storage.reading() as uow:
        version = str((await uow.cases.get(case)).version)
    ended = await visitor.sends(account, f"/aftercare/{case}/change", what="end", version=version)
    assert opens == (ended.status == 303)
    async with town.storage.reading() as uow:
        assert opens != (await uow.cases.get(case)).is_open


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_the_cascade(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """Every step with its times on the incident's page, for who sees the whole of it; who was called sees it without
    those, and whoever was not called answers for nobody."""
    world, cell = await build(town), rows()["See the whole cascade"].cells[letter]
    await enrolled(world.people[letter], visitor)
    incident = await world.incident(where)
    async with town.storage.transaction() as uow:
        await begin_cascade(uow, incident, town.clock.now())
        cascade = await uow.cascades.find(incident.id)
    assert cascade is not None
    is_called = cascade.left_for(world.members[letter]) is not None
    path, account = f"/incidents/{incident.id}", await visitor.get("/account")
    await visitor.sends(account, f"{path}/read", purpose="triage")
    sees_all = cell == "●" and where == HERE
    assert sees_all == ("wacht op" in (await visitor.get(path)).text)
    await visitor.sends(account, f"{path}/cascade/take")
    async with town.storage.reading() as uow:
        after = await uow.cascades.find(incident.id)
    assert after is not None
    assert is_called == any(one.taken_at is not None for one in after.calls)


async def _case(world: RoleWorld, incident: IncidentId) -> CaseId:
    """Return the case of the incident; one of somebody else where this person may open none."""
    town, now = world.town, world.town.clock.now()
    async with town.storage.transaction() as uow:
        if found := await uow.cases.of_incidents([incident]):
            return found[0].id
        tally = await uow.cases.add_tally(None, now.date(), is_prompt=True)
        return (await uow.cases.add(NewCase(incident, None, world.members["author"], tally.id), (), now)).id

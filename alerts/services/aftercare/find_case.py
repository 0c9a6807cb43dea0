"""Find cases of aftercare: those of an incident in an actor's scope, who read them and why, and a victim's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alerts.aftercare.case import Answer, Case, CaseCall, CasePerson, CaseStep, Consent, Purpose, Question
from alerts.audit import AuditEvent, AuditFilter
from alerts.errors import NotFound
from alerts.ids import CaseId, CasePersonId, IncidentId, MemberId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.permission.check_may import check_has, check_reach

READ = "aftercare.read"
ENTITY = "aftercare"
_READERS = 50  # rows of the record that are looked at for the people of a case


@dataclass(frozen=True, slots=True)
class WholeCase:
    """A case with all that belongs to it."""

    case: Case
    incident: Incident
    people: Sequence[CasePerson]
    steps: Sequence[CaseStep]
    calls: Sequence[CaseCall]
    answers: Sequence[tuple[CasePersonId, Question, Answer]]


@dataclass(frozen=True, slots=True)
class Reading:
    """That a coordinator read a case, and why."""

    by: MemberId
    at: datetime
    purpose: Purpose


async def incident_for(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, action: Action, now: datetime
) -> Incident:
    """Return an incident at whose place the actor may do this. Raises NotAllowed without the right anywhere, and
    NotFound or OutOfReach, which read alike."""
    check_has(actor, action, now)
    incident = await uow.incidents.get(incident_id)
    await check_reach(uow, actor, action, incident.place, now)
    return incident


async def case_for(
    uow: UnitOfWork, actor: Actor, case_id: CaseId, action: Action, now: datetime
) -> tuple[Case, Incident]:
    """Return a case with its incident, where the actor may do this. Raises as `incident_for`."""
    check_has(actor, action, now)
    case = await uow.cases.get(case_id)
    return case, await incident_for(uow, actor, case.incident_id, action, now)


async def cases_of(uow: UnitOfWork, actor: Actor, incident_id: IncidentId, now: datetime) -> list[Case]:
    """Return the cases of an incident and of those that go on in it, oldest first; only that they are there counts as
    no reading. Raises as `incident_for`."""
    incident = await incident_for(uow, actor, incident_id, Action.READ_AFTERCARE, now)
    joined = await uow.incidents.joined_to(incident.id)
    return await uow.cases.of_incidents([incident.id, *(one.id for one in joined)])


async def read_case(uow: UnitOfWork, actor: Actor, case_id: CaseId, purpose: Purpose, now: datetime) -> WholeCase:
    """Return a case with all that belongs to it, and record who read it and why. Raises as `incident_for`."""
    case, incident = await case_for(uow, actor, case_id, Action.READ_AFTERCARE, now)
    told = {"purpose": purpose.value}
    await uow.audit.append(AuditEvent(READ, ENTITY, case.id, actor.member.id, told), now)
    return await whole_case(uow, case, incident)


async def whole_case(uow: UnitOfWork, case: Case, incident: Incident) -> WholeCase:
    """Return a case with all that belongs to it; the caller has checked the right."""
    people = await uow.cases.people(case.id)
    steps, calls = await uow.cases.steps(case.id), await uow.cases.calls(case.id)
    return WholeCase(case, incident, people, steps, calls, await uow.cases.answers([one.id for one in people]))


async def own_place(uow: UnitOfWork, member: MemberId, person_id: CasePersonId) -> tuple[CasePerson, Case]:
    """Return the member's own place in a case. Raises NotFound, also for somebody else's."""
    person = await uow.cases.person(person_id)
    if person.member_id != member:
        raise NotFound
    return person, await uow.cases.get(person.case_id)


async def own_places(uow: UnitOfWork, member: MemberId) -> list[tuple[CasePerson, Case]]:
    """Return the member's places in cases that have not been erased, newest first."""
    return [(one, await uow.cases.get(one.case_id)) for one in await uow.cases.people_of(member)]


async def current_place(uow: UnitOfWork, member: MemberId) -> tuple[CasePerson, Case] | None:
    """Return the member's place in a case that is open and to which they said yes; None without one."""
    places = await own_places(uow, member)
    return next(((who, case) for who, case in places if case.is_open and who.consent is Consent.YES), None)


async def readings_of(uow: UnitOfWork, case: Case) -> list[Reading]:
    """Return who read a case and why, newest first."""
    wanted = AuditFilter(frozenset({ENTITY}), case.id, action=READ)
    rows = await uow.audit.latest(wanted, before=None, limit=_READERS)
    return [
        Reading(row.actor_id, row.at, Purpose(str((row.details or {}).get("purpose"))))
        for row in rows
        if row.actor_id is not None and (row.details or {}).get("purpose") in list(Purpose)
    ]

"""Change a case of aftercare: police object or allow it again, an arrest is noted, a step is done."""

from dataclasses import replace
from datetime import datetime

from alerts.aftercare.case import Case, CaseStep
from alerts.aftercare.sequence import plan_after_arrest
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed
from alerts.ids import CaseId, CaseStepId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, is_police
from alerts.services.aftercare.find_case import ENTITY, case_for
from alerts.services.aftercare.find_keeper import find_listeners
from alerts.services.aftercare.open_case import days_at
from alerts.services.aftercare.send_steps import send_welcomes
from alerts.services.permission.check_may import check_has
from alerts.services.tell import tell


async def object_to_case(uow: UnitOfWork, actor: Actor, case_id: CaseId, *, version: int, now: datetime) -> Case:
    """Object to a case, as police: nothing is sent while that lasts. Raises NotAllowed for others, NotFound,
    OutOfReach, Conflict when it has changed since this version, and IllegalTransition when it is closed or objected
    to."""
    case, incident = await _as_police(uow, actor, case_id, now)
    if case.objected_at is not None:
        raise IllegalTransition("case-objected")
    objected = await uow.cases.save(replace(case, version=version, objected_at=now))
    await _record(uow, actor, objected, "objected", now)
    await _tell_keeper(uow, objected, incident, actor, "care-objected", now)
    return objected


async def allow_case(uow: UnitOfWork, actor: Actor, case_id: CaseId, *, version: int, now: datetime) -> Case:
    """Withdraw the objection to a case, as police; what came due meanwhile is sent, if that is less than a week ago.
    Raises as `object_to_case`."""
    case, incident = await _as_police(uow, actor, case_id, now)
    if case.objected_at is None:
        raise IllegalTransition("case-allowed")
    allowed = await uow.cases.save(replace(case, version=version, objected_at=None))
    if allowed.sends:
        await send_welcomes(uow, allowed, now)
    await _record(uow, actor, allowed, "allowed", now)
    await _tell_keeper(uow, allowed, incident, actor, "care-allowed", now)
    return allowed


async def note_arrest(uow: UnitOfWork, actor: Actor, case_id: CaseId, *, version: int, now: datetime) -> Case:
    """Note, as police, that somebody was arrested: the steps after it are added. Raises as `object_to_case`."""
    case, incident = await _as_police(uow, actor, case_id, now)
    if case.arrested_at is not None:
        raise IllegalTransition("case-arrested")
    noted = await uow.cases.save(replace(case, version=version, arrested_at=now))
    _municipality, days = await days_at(uow, incident.place)
    await uow.cases.add_steps(case.id, plan_after_arrest(now, days, uow.tallies.zone))
    await _record(uow, actor, noted, "arrested", now)
    await _tell_keeper(uow, noted, incident, actor, "care-arrested", now)
    return noted


async def finish_step(uow: UnitOfWork, actor: Actor, step_id: CaseStepId, now: datetime) -> CaseStep:
    """Note that a step of the city marshal is done. Raises NotAllowed, NotFound, OutOfReach, and IllegalTransition when
    it was done or left out before."""
    check_has(actor, Action.OPEN_AFTERCARE, now)
    step = await uow.cases.step(step_id)
    case, _incident = await case_for(uow, actor, step.case_id, Action.OPEN_AFTERCARE, now)
    case.check_is_open()
    if step.is_settled:
        raise IllegalTransition("step-done")
    done = replace(step, done_at=now, done_by=actor.member.id)
    await uow.cases.save_step(done)
    await _record(uow, actor, case, "done", now)
    return done


async def _as_police(uow: UnitOfWork, actor: Actor, case_id: CaseId, now: datetime) -> tuple[Case, Incident]:
    case, incident = await case_for(uow, actor, case_id, Action.OPEN_AFTERCARE, now)
    if not is_police(actor.grants, now):
        raise NotAllowed("case-police")
    case.check_is_open()
    return case, incident


async def _record(uow: UnitOfWork, actor: Actor, case: Case, what: str, now: datetime) -> None:
    await uow.audit.append(AuditEvent(f"aftercare.{what}", ENTITY, case.id, actor.member.id), now)


async def _tell_keeper(uow: UnitOfWork, case: Case, incident: Incident, actor: Actor, view: str, now: datetime) -> None:
    listeners = [one for one in await find_listeners(uow, case, incident.place, now) if one != actor.member.id]
    await tell(uow, listeners, Notice(view, {"case": case.id}), f"{view}:{case.id}:{case.version}", now)

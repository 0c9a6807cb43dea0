"""Ask for a person: whoever looks after the case hears at once, and everybody in scope when nobody takes it."""

from dataclasses import replace
from datetime import datetime, timedelta

from alerts.aftercare.case import CallReason, Case, CaseCall, CasePerson
from alerts.audit import AuditEvent
from alerts.delivery import Notice, Priority
from alerts.errors import IllegalTransition
from alerts.ids import CaseCallId, CasePersonId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.aftercare.find_case import ENTITY, case_for, own_place
from alerts.services.aftercare.find_keeper import find_everybody, find_listeners
from alerts.services.permission.check_may import check_has
from alerts.services.tell import tell

PASSED_ON_AFTER = timedelta(minutes=15)  # ours
AGAIN_AFTER = timedelta(minutes=1)  # ours: two taps in a row are one request
AT_ONCE = 20


async def ask_call(
    uow: UnitOfWork, member: MemberId, person_id: CasePersonId, reason: CallReason, now: datetime
) -> tuple[Case, int]:
    """Let whoever looks after a case hear at once that this person is to be called; return the case, and how many were
    told. Raises NotFound for somebody else's place."""
    person, case = await own_place(uow, member, person_id)
    earlier = [one for one in await uow.cases.calls(case.id) if one.person_id == person.id and one.taken_at is None]
    same = next((one for one in earlier if one.reason is reason and now - one.asked_at < AGAIN_AFTER), None)
    incident = await uow.incidents.get(case.incident_id)
    listeners = await find_listeners(uow, case, incident.place, now)
    if same is None:
        call = await uow.cases.add_call(person, reason, now)
        await uow.audit.append(AuditEvent("aftercare.called", ENTITY, case.id, member), now)
        await _tell(uow, call, listeners, f"care-call:{call.id}", now)
    return case, len(listeners)


async def take_call(
    uow: UnitOfWork, actor: Actor, call_id: CaseCallId, now: datetime
) -> tuple[CaseCall, CasePerson, Case]:
    """Take a call: the person who asked reads that somebody comes. Raises NotAllowed, NotFound, OutOfReach, and
    IllegalTransition when somebody took it before."""
    check_has(actor, Action.OPEN_AFTERCARE, now)
    call = await uow.cases.call(call_id)
    case, _incident = await case_for(uow, actor, call.case_id, Action.OPEN_AFTERCARE, now)
    if call.taken_at is not None:
        raise IllegalTransition("call-taken")
    taken = replace(call, taken_by=actor.member.id, taken_at=now)
    await uow.cases.save_call(taken)
    await uow.audit.append(AuditEvent("aftercare.taken", ENTITY, case.id, actor.member.id), now)
    person = await uow.cases.person(call.person_id)
    if person.member_id is not None:
        notice = Notice("care-coming", {"call": call.id})
        await tell(uow, [person.member_id], notice, f"care-coming:{call.id}", now)
    return taken, person, case


async def has_untaken_calls(uow: UnitOfWork, now: datetime) -> bool:
    """Whether somebody has asked for a person for a while, and nobody took it."""
    return bool(await uow.cases.untaken(now - PASSED_ON_AFTER, 1))


async def pass_on_calls(uow: UnitOfWork, now: datetime) -> None:
    """Tell everybody in scope of the calls that nobody took in time, once."""
    for call in await uow.cases.untaken(now - PASSED_ON_AFTER, AT_ONCE):
        incident = await uow.incidents.get((await uow.cases.get(call.case_id)).incident_id)
        everybody = await find_everybody(uow, incident.place, now)
        await uow.cases.save_call(replace(call, passed_on_at=now))
        await _tell(uow, call, everybody, f"care-call-again:{call.id}", now)


async def _tell(uow: UnitOfWork, call: CaseCall, listeners: tuple[MemberId, ...], key: str, now: datetime) -> None:
    notice = Notice("care-call", {"call": call.id})
    await tell(uow, listeners, notice, key, now, priority=Priority.P1)

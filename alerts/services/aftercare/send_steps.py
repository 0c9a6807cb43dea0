"""Send the steps of aftercare that are due: a message to its people, or a reminder to who looks after the case.

What is due is stored. A step is marked in the commit that queues its messages, and each message has an effect key of
its step and person: whatever is killed when, no step is forgotten and none is sent twice.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from alerts.aftercare.case import Case, CasePerson, CaseStep, Consent
from alerts.aftercare.sequence import LATEST, StepKind, StepOwner, is_by_day
from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.services.aftercare.find_keeper import find_listeners
from alerts.services.tell import tell

AT_ONCE = 20  # steps in one commit, so that nobody waits for it


async def has_due_steps(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a step is due, and it is day."""
    return is_by_day(now, uow.tallies.zone) and bool(await uow.cases.due_steps(now, 1))


async def send_due_steps(uow: UnitOfWork, now: datetime) -> None:
    """Send the steps that are due, by day; one that is a week late is left out."""
    if not is_by_day(now, uow.tallies.zone):
        return
    for step in await uow.cases.due_steps(now, AT_ONCE):
        case = await uow.cases.get(step.case_id)
        if step.owner is StepOwner.MARSHAL:
            await _remind(uow, case, step, "care-todo", now)
            await uow.cases.save_step(replace(step, told_at=now))
        elif step.due_at + LATEST < now and step.kind is not StepKind.CLOSING:
            await uow.cases.save_step(replace(step, is_left_out=True))
        else:
            await _send(uow, case, step, await _taking_part(uow, case), now)


async def welcome(uow: UnitOfWork, case: Case, person: CasePerson, now: datetime) -> None:
    """Send the message of the same day to somebody who has just said yes, at whatever hour that was."""
    step = next(one for one in await uow.cases.steps(case.id) if one.kind is StepKind.SAME_DAY)
    if case.sends:
        await _send(uow, case, step, [person], now)


async def send_welcomes(uow: UnitOfWork, case: Case, now: datetime) -> None:
    """Send the message of the same day to everybody who said yes while the police objected; the others have it."""
    step = next(one for one in await uow.cases.steps(case.id) if one.kind is StepKind.SAME_DAY)
    await _send(uow, case, step, await _taking_part(uow, case), now)


async def _send(uow: UnitOfWork, case: Case, step: CaseStep, people: Sequence[CasePerson], now: datetime) -> None:
    """Send a step to these people; of those without a chat the keeper hears, to call them."""
    for person in people:
        if person.member_id is None:
            await _remind(uow, case, step, "care-by-phone", now, person=person)
            continue
        notice = Notice("care-step", {"step": step.id, "person": person.id})
        await tell(uow, [person.member_id], notice, f"care-step:{step.id}:{person.id}", now, deadline=now + LATEST)
    told = replace(step, told_at=step.told_at or now, done_at=step.done_at or now)
    await uow.cases.save_step(told)


async def _remind(
    uow: UnitOfWork, case: Case, step: CaseStep, view: str, now: datetime, *, person: CasePerson | None = None
) -> None:
    incident = await uow.incidents.get(case.incident_id)
    listeners: Sequence[MemberId] = await find_listeners(uow, case, incident.place, now)
    fields: dict[str, str | int] = {"case": case.id, "step": step.id}
    key = f"{view}:{step.id}"
    if person is not None:
        fields["person"], key = person.id, f"{key}:{person.id}"
    await tell(uow, listeners, Notice(view, fields), key, now, deadline=now + LATEST)


async def _taking_part(uow: UnitOfWork, case: Case) -> list[CasePerson]:
    """Return the people of a case who said yes, without those who stopped all messages."""
    found = []
    for person in await uow.cases.people(case.id):
        if person.consent is not Consent.YES:
            continue
        has_stopped = person.member_id is not None and (await uow.members.get(person.member_id)).stopped_at is not None
        if not has_stopped:
            found.append(person)
    return found

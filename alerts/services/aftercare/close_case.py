"""Close a case of aftercare, and leave its tally."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.aftercare.case import Case, CaseState, Consent, Ending
from alerts.audit import AuditEvent
from alerts.ids import CaseId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.aftercare.find_case import ENTITY, case_for

CALLED_WITHIN = timedelta(hours=1)  # ours: a call that somebody takes by then counts as prompt
_SAYS_YES = (Consent.ASKED, Consent.YES)


async def end_case(uow: UnitOfWork, actor: Actor, case_id: CaseId, *, version: int, now: datetime) -> Case:
    """Close a case as a coordinator. Raises NotAllowed, NotFound, OutOfReach, Conflict when it has changed since this
    version, and IllegalTransition when it is closed."""
    case, _incident = await case_for(uow, actor, case_id, Action.OPEN_AFTERCARE, now)
    case.check_is_open()
    return await close_case(uow, replace(case, version=version), Ending.ENDED, now, by=actor.member.id)


async def close_case(uow: UnitOfWork, case: Case, ending: Ending, now: datetime, *, by: MemberId | None = None) -> Case:
    """Close a case and count it; nothing is sent on it any more, not even what is queued."""
    closed = await uow.cases.save(replace(case, state=CaseState.CLOSED, closed_at=now, ending=ending))
    await _count(uow, closed, ending, now)
    await uow.audit.append(AuditEvent("aftercare.closed", ENTITY, case.id, by, {"ending": ending.value}), now)
    return closed


async def close_if_nobody_is_left(uow: UnitOfWork, case: Case, now: datetime) -> Case:
    """Close a case of which nobody takes part or may still say yes; return it as it is then."""
    people = await uow.cases.people(case.id)
    if not case.is_open or any(one.consent in _SAYS_YES for one in people):
        return case
    if not people:
        return await close_case(uow, case, Ending.GONE, now)
    has_stopped = any(one.consent is Consent.STOPPED for one in people)
    return await close_case(uow, case, Ending.STOPPED if has_stopped else Ending.DECLINED, now)


async def _count(uow: UnitOfWork, case: Case, ending: Ending, now: datetime) -> None:
    if case.tally_id is None:
        return
    steps = [one for one in await uow.cases.steps(case.id) if not one.is_left_out and one.due_at <= now]
    calls = await uow.cases.calls(case.id)
    prompt = [one for one in calls if one.taken_at is not None and one.taken_at <= one.asked_at + CALLED_WITHIN]
    people = await uow.cases.people(case.id)
    answers = Counter(f"{asked}.{said}" for _, asked, said in await uow.cases.answers([one.id for one in people]))
    counted = replace(
        await uow.cases.tally(case.tally_id),
        closed_on=now.astimezone(uow.tallies.zone).date(),
        ending=ending,
        steps=len(steps) if case.sends or any(one.told_at for one in steps) else 0,
        prompt_steps=sum(one.is_prompt for one in steps),
        calls=len(calls),
        prompt_calls=len(prompt),
        answers=dict(answers),
    )
    await uow.cases.save_tally(counted)

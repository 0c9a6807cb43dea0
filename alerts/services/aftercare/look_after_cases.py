"""Look after open cases of aftercare: their keeper left office, the shop closed, its people are gone, or it is done."""

from dataclasses import replace
from datetime import datetime, timedelta

from alerts.aftercare.case import Case, CaseState, Consent, Ending, Question
from alerts.aftercare.sequence import AT_THE_SHOP, StepKind
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.incident import IncidentState
from alerts.ports import UnitOfWork
from alerts.services.aftercare.close_case import close_case, close_if_nobody_is_left
from alerts.services.aftercare.find_case import ENTITY
from alerts.services.aftercare.find_keeper import find_keeper, find_listeners, is_in_office
from alerts.services.tell import tell

ANSWERED_WITHIN = timedelta(days=7)  # ours: how long the questions at the end wait for an answer


async def has_case_news(uow: UnitOfWork, now: datetime) -> bool:
    """Whether something is to be done about an open case."""
    return any([await _needs(uow, case, now) for case in await uow.cases.open()])


async def look_after_cases(uow: UnitOfWork, now: datetime) -> None:
    """Do what is to be done about each open case."""
    for case in await uow.cases.open():
        if await _needs(uow, case, now):
            await _look_after(uow, case, now)


async def _needs(uow: UnitOfWork, case: Case, now: datetime) -> bool:
    incident = await uow.incidents.get(case.incident_id)
    is_over = incident.state is IncidentState.REFUTED or await _is_gone(uow, case) or await _is_done(uow, case, now)
    return is_over or await _has_closed(uow, case) or await _new_keeper(uow, case, now) != case.keeper_id


async def _look_after(uow: UnitOfWork, case: Case, now: datetime) -> None:
    incident = await uow.incidents.get(case.incident_id)
    if incident.state is IncidentState.REFUTED:
        await close_case(uow, case, Ending.REFUTED, now)
        return
    if await _is_gone(uow, case):
        await close_if_nobody_is_left(uow, case, now)
        return
    if await _is_done(uow, case, now):
        has_begun = case.state is CaseState.RUNNING
        await close_case(uow, case, Ending.COMPLETED if has_begun else Ending.DECLINED, now)
        return
    keeper = await _new_keeper(uow, case, now)
    if keeper != case.keeper_id:
        case = await _hand_over(uow, replace(case, keeper_id=keeper), now)
    if await _has_closed(uow, case):
        await _note_closed_shop(uow, case, now)


async def _is_gone(uow: UnitOfWork, case: Case) -> bool:
    people = await uow.cases.people(case.id)
    return not any(one.consent in (Consent.ASKED, Consent.YES) for one in people)


async def _is_done(uow: UnitOfWork, case: Case, now: datetime) -> bool:
    """Whether the last message was sent and the questions were answered, or waited long enough; or whether nobody
    said yes until the end."""
    steps = await uow.cases.steps(case.id)
    closing = next(one for one in steps if one.kind is StepKind.CLOSING)
    if case.state is CaseState.ASKED:
        return closing.due_at <= now
    if closing.told_at is None or any(one.told_at is None and not one.is_settled for one in steps):
        return False
    if closing.told_at + ANSWERED_WITHIN <= now:
        return True
    people = [one for one in await uow.cases.people(case.id) if one.consent is Consent.YES]
    asked = [one.id for one in people if one.member_id is not None]
    return bool(asked) and len(await uow.cases.answers(asked)) == len(asked) * len(Question)


async def _new_keeper(uow: UnitOfWork, case: Case, now: datetime) -> MemberId | None:
    """Return who looks after the case: its keeper while in office, else a successor."""
    place = (await uow.incidents.get(case.incident_id)).place
    if case.keeper_id is not None and await is_in_office(uow, case.keeper_id, place, now):
        return case.keeper_id
    return await find_keeper(uow, place, now, opener=None)


async def _hand_over(uow: UnitOfWork, case: Case, now: datetime) -> Case:
    saved = await uow.cases.save(case)
    await uow.audit.append(AuditEvent("aftercare.handed_over", ENTITY, case.id), now)
    if saved.keeper_id is not None:
        key = f"care-handed:{case.id}:{saved.version}"
        await tell(uow, [saved.keeper_id], Notice("care-handed", {"case": case.id}), key, now)
    if saved.sends and saved.keeper_id is not None:
        for person in await uow.cases.people(case.id):
            if person.consent is Consent.YES and person.member_id is not None:
                notice = Notice("care-new-keeper", {"person": person.id})
                key = f"care-new-keeper:{person.id}:{saved.version}"
                await tell(uow, [person.member_id], notice, key, now)
    return saved


async def _has_closed(uow: UnitOfWork, case: Case) -> bool:
    if case.premises_id is None or case.shop_closed_at is not None:
        return False
    return (await uow.premises.get(case.premises_id)).closed_at is not None


async def _note_closed_shop(uow: UnitOfWork, case: Case, now: datetime) -> None:
    """Leave out what has to be done at the shop, and say so; its people are still looked after."""
    saved = await uow.cases.save(replace(case, shop_closed_at=now))
    for step in await uow.cases.steps(case.id):
        if step.kind in AT_THE_SHOP and not step.is_settled:
            await uow.cases.save_step(replace(step, is_left_out=True))
    place = (await uow.incidents.get(case.incident_id)).place
    listeners = await find_listeners(uow, saved, place, now)
    await tell(uow, listeners, Notice("care-shop-closed", {"case": case.id}), f"care-shop-closed:{case.id}", now)

"""Answer whether one wants aftercare, as a victim; stop it at once, erase it, and answer the questions at its end."""

from dataclasses import replace
from datetime import datetime

from alerts.aftercare.case import Answer, Case, CasePerson, Consent, ConsentHow, Question
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition
from alerts.ids import CaseId, CasePersonId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.aftercare.close_case import close_if_nobody_is_left
from alerts.services.aftercare.find_case import ENTITY, case_for, own_place, own_places
from alerts.services.aftercare.find_keeper import find_listeners
from alerts.services.aftercare.open_case import begin
from alerts.services.tell import tell

_TAKES_PART = (Consent.ASKED, Consent.YES)


async def answer_case(
    uow: UnitOfWork, member: MemberId, person_id: CasePersonId, now: datetime, *, is_wanted: bool
) -> Case:
    """Store a yes or a no to the question in the chat. Raises NotFound for somebody else's, and IllegalTransition when
    that was answered, or the case has closed."""
    person, case = await own_place(uow, member, person_id)
    case.check_is_open()
    if person.consent is not Consent.ASKED:
        raise IllegalTransition("case-answered")
    consent = Consent.YES if is_wanted else Consent.NO
    said = replace(person, consent=consent, how=ConsentHow.CHAT, answered_at=now)
    await uow.cases.save_person(said)
    await uow.audit.append(AuditEvent("aftercare.answered", ENTITY, case.id, member), now)
    if is_wanted:
        return await begin(uow, case, said, now)
    return await close_if_nobody_is_left(uow, case, now)


async def stop_case(uow: UnitOfWork, member: MemberId, person_id: CasePersonId, now: datetime) -> Case:
    """End the aftercare of a member at once, whatever is under way; harmless when it has ended. Raises NotFound for
    somebody else's."""
    person, case = await own_place(uow, member, person_id)
    return await _stop(uow, person, case, member, now)


async def stop_all(uow: UnitOfWork, member: MemberId, now: datetime) -> int:
    """End the aftercare of a member in every case; return in how many."""
    places = [one for one in await own_places(uow, member) if one[0].consent in _TAKES_PART and one[1].is_open]
    for person, case in places:
        await _stop(uow, person, case, member, now)
    return len(places)


async def withdraw_consent(
    uow: UnitOfWork, actor: Actor, case_id: CaseId, person_id: CasePersonId, now: datetime
) -> Case:
    """End the aftercare of somebody who told a coordinator that they want no more. Raises as `case_for`."""
    case, _incident = await case_for(uow, actor, case_id, Action.OPEN_AFTERCARE, now)
    person = next((one for one in await uow.cases.people(case.id) if one.id == person_id), None)
    if person is None:
        raise IllegalTransition("case-answered")
    return await _stop(uow, person, case, actor.member.id, now)


async def erase_own(uow: UnitOfWork, member: MemberId, person_id: CasePersonId, now: datetime) -> None:
    """Erase what is kept of a member in a case. Raises NotFound for somebody else's."""
    person, case = await own_place(uow, member, person_id)
    await uow.cases.remove_person(person.id)
    await uow.audit.append(AuditEvent("aftercare.erased", ENTITY, case.id, member), now)
    await close_if_nobody_is_left(uow, case, now)


async def answer_question(
    uow: UnitOfWork, member: MemberId, person_id: CasePersonId, question: Question, answer: Answer, now: datetime
) -> Question | None:
    """Store an answer at the end of a case; return the next question, None after the last. Raises NotFound for somebody
    else's, and IllegalTransition when they stopped or the case has closed."""
    person, case = await own_place(uow, member, person_id)
    case.check_is_open()
    if person.consent is not Consent.YES:
        raise IllegalTransition("case-stopped")
    await uow.cases.answer(person.id, question, answer)
    answered = {asked for _, asked, _ in await uow.cases.answers([person.id])}
    return next((one for one in Question if one not in answered), None)


async def _stop(uow: UnitOfWork, person: CasePerson, case: Case, by: MemberId, now: datetime) -> Case:
    if person.consent not in _TAKES_PART:
        return case
    consent = Consent.STOPPED if person.consent is Consent.YES else Consent.NO
    await uow.cases.save_person(replace(person, consent=consent, answered_at=now))
    await uow.audit.append(AuditEvent("aftercare.stopped", ENTITY, case.id, by), now)
    if case.is_open:
        incident = await uow.incidents.get(case.incident_id)
        listeners = [one for one in await find_listeners(uow, case, incident.place, now) if one != by]
        await tell(uow, listeners, Notice("care-stopped", {"case": case.id}), f"care-stopped:{person.id}", now)
    return await close_if_nobody_is_left(uow, case, now)

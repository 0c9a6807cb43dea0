"""Open a case of aftercare, with the consent of people of the shop: asked in the chat, or noted as it was given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.aftercare.case import (
    Case,
    CasePerson,
    CaseState,
    Consent,
    ConsentHow,
    NewCase,
)
from alerts.aftercare.sequence import StepKind, plan
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotFound
from alerts.ids import CaseId, CasePersonId, IncidentId, MemberId, MunicipalityId
from alerts.incident import Incident, IncidentState
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Role
from alerts.services.aftercare.find_case import ENTITY, case_for, cases_of, incident_for
from alerts.services.aftercare.find_keeper import find_keeper, find_police
from alerts.services.aftercare.send_steps import welcome
from alerts.services.permission.find_reachable import with_open_chat
from alerts.services.permission.locate_matter import municipalities_of
from alerts.services.tell import tell

NOBODY = CasePersonId(0)
PROMPT = timedelta(days=1)  # ours: the plan has the city marshal come to the shop at once (sources/004)


async def open_case(
    uow: UnitOfWork,
    actor: Actor,
    incident_id: IncidentId,
    how: ConsentHow,
    *,
    whom: MemberId | None = None,
    now: datetime,
) -> Case:
    """Open the case of an incident.

    In the chat everybody of the shop is asked; else `whom` said yes (None: somebody without a chat). Raises NotAllowed,
    NotFound, OutOfReach, and IllegalTransition when there is an open case, when the incident was refuted or goes on in
    another one, or when nobody of the shop can be asked in the chat.
    """
    incident = await incident_for(uow, actor, incident_id, Action.OPEN_AFTERCARE, now)
    if incident.state in (IncidentState.REFUTED, IncidentState.JOINED):
        raise IllegalTransition(f"incident-{incident.state}")
    if any(one.is_open for one in await cases_of(uow, actor, incident_id, now)):
        raise IllegalTransition("case-open")
    asked = await people_to_ask(uow, incident)
    if how is ConsentHow.CHAT and not asked:
        raise IllegalTransition("case-nobody")
    case = await _store(uow, actor, incident, now)
    if how is ConsentHow.CHAT:
        await ask_people(uow, case, asked, now)
    else:
        case = await note_consent(uow, actor, case.id, how, whom=whom, now=now)
    if not any(one.role is Role.POLICE and one.is_active(now) for one in actor.grants):
        police = await find_police(uow, incident.place, now)
        await tell(uow, police, Notice("care-opened", {"case": case.id}), f"care-opened:{case.id}", now)
    return case


async def people_to_ask(uow: UnitOfWork, incident: Incident) -> list[MemberId]:
    """Return the people of the shop of an incident who can be asked in the chat, owners first."""
    if incident.premises_id is None:
        return []
    people = [one.member_id for one in await uow.premises.members_of(incident.premises_id)]
    return list(await with_open_chat(uow, people))


async def ask_people(uow: UnitOfWork, case: Case, people: Iterable[MemberId], now: datetime) -> None:
    """Ask each of these people whether they want aftercare."""
    for member in people:
        new = CasePerson(NOBODY, case.id, member, Consent.ASKED, now)
        person = await uow.cases.add_person(new)
        notice = Notice("care-ask", {"person": person.id})
        await tell(uow, [member], notice, f"care-ask:{person.id}", now)


async def ask_the_others(uow: UnitOfWork, actor: Actor, case_id: CaseId, now: datetime) -> int:
    """Ask the people of the shop who have not been asked yet; return how many. Raises as `open_case`."""
    case, incident = await case_for(uow, actor, case_id, Action.OPEN_AFTERCARE, now)
    case.check_is_open()
    known = {one.member_id for one in await uow.cases.people(case.id)}
    others = [one for one in await people_to_ask(uow, incident) if one not in known]
    await ask_people(uow, case, others, now)
    return len(others)


async def note_consent(
    uow: UnitOfWork,
    actor: Actor,
    case_id: CaseId,
    how: ConsentHow,
    *,
    whom: MemberId | None,
    now: datetime,
) -> Case:
    """Store that somebody said yes to a coordinator; return the case, which runs from then on.

    `whom`: somebody of the shop, who was asked in the chat or not; None: somebody without a chat. Raises as
    `open_case`, and IllegalTransition when that person answered before.
    """
    case, incident = await case_for(uow, actor, case_id, Action.OPEN_AFTERCARE, now)
    case.check_is_open()
    if how is ConsentHow.CHAT or (whom is not None and whom not in await people_to_ask(uow, incident)):
        raise NotFound
    people = await uow.cases.people(case.id)
    asked = next((one for one in people if whom is not None and one.member_id == whom), None)
    if asked is not None and asked.consent is not Consent.ASKED:
        raise IllegalTransition("case-answered")
    person = asked or await uow.cases.add_person(CasePerson(NOBODY, case.id, whom, Consent.ASKED, now))
    noted = replace(person, consent=Consent.YES, how=how, noted_by=actor.member.id, answered_at=now)
    await uow.cases.save_person(noted)
    await uow.audit.append(AuditEvent("aftercare.noted", ENTITY, case.id, actor.member.id, {"how": how.value}), now)
    return await begin(uow, case, noted, now)


async def begin(uow: UnitOfWork, case: Case, person: CasePerson, now: datetime) -> Case:
    """Let a case run, as this person said yes, and send them what the others have had on the same day."""
    running = case if case.state is CaseState.RUNNING else await uow.cases.save(replace(case, state=CaseState.RUNNING))
    await welcome(uow, running, person, now)
    return running


async def days_at(uow: UnitOfWork, place: Place) -> tuple[MunicipalityId | None, Mapping[StepKind, int]]:
    """Return the municipality of a place, and the days that it chose for steps."""
    found: Sequence[MunicipalityId] = sorted(await municipalities_of(uow, place))
    if not found:
        return None, {}
    return found[0], (await uow.municipalities.get(found[0])).aftercare_days


async def _store(uow: UnitOfWork, actor: Actor, incident: Incident, now: datetime) -> Case:
    zone = uow.tallies.zone
    municipality, days = await days_at(uow, incident.place)
    is_prompt = now - incident.happened_at <= PROMPT
    tally = await uow.cases.add_tally(municipality, now.astimezone(zone).date(), is_prompt=is_prompt)
    new = NewCase(incident.id, incident.premises_id, actor.member.id, tally.id)
    case = await uow.cases.add(new, plan(incident.happened_at, now, days, zone), now)
    keeper = await find_keeper(uow, incident.place, now, opener=actor.member.id)
    if keeper != case.keeper_id:
        case = await uow.cases.save(replace(case, keeper_id=keeper))
    await uow.audit.append(AuditEvent("aftercare.opened", ENTITY, case.id, actor.member.id), now)
    return case

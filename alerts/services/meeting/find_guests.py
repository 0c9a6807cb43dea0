"""Find who can be invited to a meeting: coordinators who can have its tasks, and for a visit the victims who said yes
to aftercare."""

from datetime import datetime

from alerts.aftercare.case import Consent
from alerts.ids import MemberId
from alerts.incident import Incident
from alerts.meeting import MeetingKind
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.permission.check_may import is_allowed
from alerts.services.task.find_tasks import possible_owners, with_joined


async def possible_guests(
    uow: UnitOfWork, actor: Actor, incident: Incident, kind: MeetingKind, now: datetime
) -> dict[MemberId, bool]:
    """Return who can be invited, and whether each is a victim. Victims are for a visit only, and for an actor who may
    read the aftercare of the incident."""
    found = dict.fromkeys(await possible_owners(uow, incident, now), False)
    if kind is MeetingKind.VISIT and await is_allowed(uow, actor.member.id, Action.READ_AFTERCARE, incident.place, now):
        found |= {one: True for one in await victims_of(uow, incident) if one not in found}
    return found


async def victims_of(uow: UnitOfWork, incident: Incident) -> list[MemberId]:
    """Return the members who said yes to aftercare after this incident, and did not stop; none while police object or
    once the case is closed."""
    cases = await uow.cases.of_incidents(await with_joined(uow, incident))
    people = [
        person
        for case in cases
        if case.is_open and case.objected_at is None
        for person in await uow.cases.people(case.id)
    ]
    return [one.member_id for one in people if one.consent is Consent.YES and one.member_id is not None]

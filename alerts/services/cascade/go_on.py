"""Let a cascade go on: call who is due, remind who said nothing, then the deputies, then whoever waits for them.

What is due is stored. A step, its messages and the next moment are one commit, and each message has an effect key of
its own: whatever is killed when, nobody is forgotten and nobody hears twice.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from alerts.alert_defaults import usual_severity
from alerts.cascade import Call, Cascade, Move, Stage
from alerts.delivery import Notice, Priority
from alerts.ids import MemberId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.services.cascade.find_addressees import find_addressees
from alerts.services.cascade.renew_cards import CARD, card_key, renew_cards
from alerts.services.tell import tell
from alerts.severity import Severity

AT_ONCE = 20  # cascades in one commit
FOLLOWED = timedelta(days=7)  # ours: so long the cards follow what becomes known


async def has_cascades_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a cascade goes on now, or its cards show what is no longer so."""
    return bool(await uow.cascades.due(now, 1) or await uow.cascades.outdated(now - FOLLOWED, 1))


async def go_on(uow: UnitOfWork, now: datetime) -> None:
    """Let each cascade that is due go on, and bring the cards up to date of those whose facts changed."""
    for number in await uow.cascades.due(now, AT_ONCE):
        cascade = await uow.cascades.find(number)
        assert cascade is not None, "it is due"
        await advance(uow, cascade, await uow.incidents.get(number), now)
    for number in await uow.cascades.outdated(now - FOLLOWED, AT_ONCE):
        cascade = await uow.cascades.find(number)
        assert cascade is not None, "it is outdated"
        known = await uow.cascades.facts_version(number)
        await uow.cascades.save(replace(cascade, told=known))
        await renew_cards(uow, cascade, f"facts-{known}", now)


async def advance(uow: UnitOfWork, cascade: Cascade, incident: Incident, now: datetime) -> Cascade:
    """Do all that is due in a cascade now, and store it."""
    while (move := cascade.next_move(now)) is not None:
        cascade = await _make(uow, cascade, incident, move, now)
    await uow.cascades.save(cascade)
    return cascade


async def _make(uow: UnitOfWork, cascade: Cascade, incident: Incident, move: Move, now: datetime) -> Cascade:
    match move.stage:
        case Stage.CALLED:
            return await _call(uow, cascade, incident, move.place, now)
        case Stage.REMINDED:
            await _remind(uow, cascade, incident, move.place, now)
        case Stage.DEPUTIES:
            return await _call_deputies(uow, cascade, incident, move.place, now)
    return cascade.with_stage(move.place, move.stage, now)


async def _call(uow: UnitOfWork, cascade: Cascade, incident: Incident, place: int, now: datetime) -> Cascade:
    """Call the first people of a step. Whoever said *Gezien* for another step did so for this one too."""
    step = cascade.steps[place].step
    if step.only_p1 and usual_severity(incident.kind, incident.happened_at, now) is not Severity.P1:
        return cascade.with_stage(place, Stage.NOT_NEEDED, now)
    found = await find_addressees(uow, step.addressee, incident.place, now)
    if not found.first:
        return cascade.with_stage(place, Stage.SKIPPED, now)
    called = await _send(uow, cascade, incident, place, found.first, now)
    if step.minutes == 0:
        return called.with_stage(place, Stage.COPIED, now)
    after = called.with_stage(place, Stage.CALLED, now)
    is_seen = any(one.seen_at is not None for one in after.of(place))
    return after.with_stage(place, Stage.SEEN, now) if is_seen else after


async def _call_deputies(uow: UnitOfWork, cascade: Cascade, incident: Incident, place: int, now: datetime) -> Cascade:
    """Call the deputies of a step, and the holders who are not on duty; without any, the step is passed."""
    found = await find_addressees(uow, cascade.steps[place].step.addressee, incident.place, now)
    called = {one.member_id for one in cascade.of(place)}
    people = tuple(one for one in (*found.next, *found.first) if one not in called)
    if not people:
        return cascade.with_stage(place, Stage.PASSED, now)
    after = await _send(uow, cascade, incident, place, people, now, are_deputies=True)
    is_seen = any(one.seen_at is not None for one in after.of(place))
    return after.with_stage(place, Stage.SEEN if is_seen else Stage.DEPUTIES, now)


async def _send(
    uow: UnitOfWork,
    cascade: Cascade,
    incident: Incident,
    place: int,
    people: tuple[MemberId, ...],
    now: datetime,
    *,
    are_deputies: bool = False,
) -> Cascade:
    """Send the card to these people, once to each in the whole cascade, and note that they were called."""
    await tell(uow, people, Notice(CARD, {"incident": incident.id}), card_key(incident.id), now, priority=Priority.P1)
    earlier = {one.member_id: one for one in cascade.calls}
    new = [
        Call(
            place,
            member,
            now,
            are_deputies,
            earlier[member].seen_at if member in earlier else None,
            earlier[member].taken_at if member in earlier else None,
        )
        for member in people
    ]
    return replace(cascade, calls=(*cascade.calls, *new))


async def _remind(uow: UnitOfWork, cascade: Cascade, incident: Incident, place: int, now: datetime) -> None:
    """Remind those of a step who said nothing; once in a cascade, also who stands in two steps."""
    silent = [one.member_id for one in cascade.of(place) if one.seen_at is None]
    notice = Notice("cascade-reminder", {"incident": incident.id})
    await tell(uow, silent, notice, f"cascade-reminder:{incident.id}", now, priority=Priority.P1)

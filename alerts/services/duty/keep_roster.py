"""Keep a duty roster: begin one, add and end shifts, hand a shift over on one day, exchange two, or cancel one.

A roster with gaps or double shifts is stored as it is; `read_week` says what is wrong with it. Whoever gets or loses a
shift by somebody else's hand is told.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.duty_roster import MOST_WEEKS, ONCE, Duty, NewShift, Roster, Shift, ShiftChange, Span, duties_in
from alerts.errors import Conflict, InvalidShift, NotAllowed, NotFound
from alerts.ids import MemberId, RosterId, ShiftId
from alerts.ports import UnitOfWork
from alerts.role import Actor, Scope
from alerts.services.duty.read_roster import READS, duty_on, people_for, roster_for, scopes_without
from alerts.services.permission.check_may import check_has
from alerts.services.tell import tell

FARTHEST_AHEAD = timedelta(days=366)  # ours: a first day beyond this is a mistake


@dataclass(frozen=True, slots=True)
class OnDay:
    """A shift on one day, as somebody saw it: who had it then (None: it was cancelled)."""

    shift_id: ShiftId
    day: date
    member_id: MemberId | None


async def begin_roster(uow: UnitOfWork, actor: Actor, scope: Scope, now: datetime) -> Roster:
    """Begin the roster of one of the coordinator's own scopes; return the one that is there already. Raises
    NotAllowed."""
    check_has(actor, READS, now)
    kept = next((one for one in await uow.rosters.all() if one.scope == scope), None)
    if kept is not None:
        return await roster_for(uow, actor, kept.id, now)
    if scope not in await scopes_without(uow, actor, now):
        raise NotAllowed("outside-scope")
    roster = await uow.rosters.add(scope, now)
    await _record(uow, "begun", roster.id, actor, now, {"scope": str(scope)})
    return roster


async def add_shift(uow: UnitOfWork, actor: Actor, new: NewShift, now: datetime) -> Shift:
    """Put a shift on a roster. Raises NotAllowed, NotFound, OutOfReach, and InvalidShift for people who may not stand
    on it, a rhythm that there is not, or days that are past or in the wrong order."""
    roster = await roster_for(uow, actor, new.roster_id, now)
    await check_shift(uow, roster, new, now)
    shift = await uow.rosters.add_shift(new, now)
    await _record(uow, "shift_added", roster.id, actor, now, {"shift": shift.id, "member": shift.member_id})
    await _tell(uow, actor, shift, shift.first_on, {shift.member_id}, "roster-got", now)
    return shift


async def check_shift(uow: UnitOfWork, roster: Roster, new: NewShift, now: datetime) -> None:
    """Raise InvalidShift as `add_shift` does."""
    today = now.astimezone(uow.rosters.zone).date()
    people = await people_for(uow, roster, now)
    if new.member_id not in people or (new.deputy_id is not None and new.deputy_id not in people):
        raise InvalidShift("people")
    if new.deputy_id == new.member_id:
        raise InvalidShift("deputy")
    if not ONCE <= new.every <= MOST_WEEKS:
        raise InvalidShift("rhythm")
    if not today <= new.first_on <= today + FARTHEST_AHEAD:
        raise InvalidShift("day")
    if new.last_on is not None and new.last_on < new.first_on:
        raise InvalidShift("last")


async def end_shift(
    uow: UnitOfWork, actor: Actor, shift_id: ShiftId, day: date, *, version: int, now: datetime
) -> Roster:
    """End a shift from this day on; what is past stays. Raises NotAllowed, NotFound, OutOfReach, and Conflict when it
    changed since it was shown."""
    shift = await uow.rosters.shift(shift_id)
    roster = await roster_for(uow, actor, shift.roster_id, now)
    if shift.version != version:
        raise Conflict
    last = max(day, now.astimezone(uow.rosters.zone).date()) - timedelta(days=1)
    if last < shift.first_on:
        await uow.rosters.remove_shift(shift_id)
    else:
        await uow.rosters.save_shift(replace(shift, last_on=last))
    await _record(uow, "shift_ended", roster.id, actor, now, {"shift": shift.id, "member": shift.member_id})
    await _tell(uow, actor, shift, day, {shift.member_id}, "roster-lost", now)
    return roster


async def hand_over(uow: UnitOfWork, actor: Actor, seen: OnDay, member: MemberId | None, now: datetime) -> Roster:
    """Give a shift on one day to somebody else; None cancels it. Raises NotAllowed, NotFound, OutOfReach, InvalidShift
    for somebody who may not stand on the roster, and Conflict when somebody else has it by now."""
    roster, duty = await _duty(uow, actor, seen, now)
    if member is not None and member not in await people_for(uow, roster, now):
        raise InvalidShift("people")
    await _put(uow, actor, duty, member, now)
    return roster


async def exchange(uow: UnitOfWork, actor: Actor, one: OnDay, other: OnDay, now: datetime) -> Roster:
    """Exchange two shifts on a roster, each on one day: who had the one has the other. Raises as `hand_over`."""
    roster, first = await _duty(uow, actor, one, now)
    its_roster, second = await _duty(uow, actor, other, now)
    if roster.id != its_roster.id or first.member_id is None or second.member_id is None:
        raise InvalidShift("swap")
    people = await people_for(uow, roster, now)
    if first.member_id == second.member_id or not {first.member_id, second.member_id} <= set(people):
        raise InvalidShift("swap")
    await _put(uow, actor, first, second.member_id, now)
    await _put(uow, actor, second, first.member_id, now)
    return roster


async def _duty(uow: UnitOfWork, actor: Actor, seen: OnDay, now: datetime) -> tuple[Roster, Duty]:
    shift = await uow.rosters.shift(seen.shift_id)
    roster = await roster_for(uow, actor, shift.roster_id, now)
    duty = await duty_on(uow, roster, seen.shift_id, seen.day)
    if duty is None:
        raise NotFound
    if duty.member_id != seen.member_id:
        raise Conflict
    if duty.span.ends <= now:
        raise InvalidShift("day")
    return roster, duty


async def _put(uow: UnitOfWork, actor: Actor, duty: Duty, member: MemberId | None, now: datetime) -> None:
    """Store who has a duty, and tell whoever gets or loses it."""
    shift = duty.shift
    if member == shift.member_id:
        await uow.rosters.remove_change(shift.id, duty.day)
    else:
        await uow.rosters.put_change(ShiftChange(shift.id, duty.day, member))
    details: dict[str, str | int] = {"shift": shift.id, "day": duty.day.isoformat()}
    if member is not None:
        details["member"] = member
    step = "shift_given" if member is not None else "shift_cancelled"
    await _record(uow, step, shift.roster_id, actor, now, details)
    if member is not None:
        await _tell(uow, actor, shift, duty.day, {member}, "roster-got", now, once=True)
    if duty.member_id is not None and duty.member_id != member:
        await _tell(uow, actor, shift, duty.day, {duty.member_id}, "roster-lost", now, once=True)


async def _record(
    uow: UnitOfWork, step: str, roster: RosterId, actor: Actor, now: datetime, details: dict[str, str | int]
) -> None:
    await uow.audit.append(AuditEvent(f"roster.{step}", "roster", roster, actor.member.id, details), now)


async def _tell(
    uow: UnitOfWork,
    actor: Actor,
    shift: Shift,
    day: date,
    members: Collection[MemberId],
    view: str,
    now: datetime,
    *,
    once: bool = False,
) -> None:
    """Tell these members, without the actor, that they have or lose a shift from this day on; `once`: on it alone."""
    others = [one for one in members if one != actor.member.id]
    span = span_on(shift, day, uow)
    if span is None:
        return
    fields: dict[str, str | int] = {
        "roster": shift.roster_id,
        "begins": int(span.begins.timestamp()),
        "ends": int(span.ends.timestamp()),
        "every": ONCE if once else shift.every,
    }
    key = f"{view}:{shift.id}:{day}:{int(now.timestamp())}"
    await tell(uow, others, Notice(view, fields), key, now)


def span_on(shift: Shift, day: date, uow: UnitOfWork) -> Span | None:
    """Return when a shift begins and ends on a day; for a day on which it does not fall: on the first after it. None
    when there is none within its longest rhythm."""
    zone = uow.rosters.zone
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone)
    ahead = Span(noon - timedelta(hours=12), noon + timedelta(weeks=MOST_WEEKS + 1))
    found = [one for one in duties_in([replace(shift, last_on=None)], [], ahead, zone) if one.day >= day]
    return found[0].span if found else None

"""Read a duty roster: a week of it, what is wrong with that week, and who may stand on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from alerts.duty_roster import DAYS_OF_WEEK, SHOWN_AHEAD, Duty, Roster, Span, doubles, gaps, week_span
from alerts.errors import OutOfReach
from alerts.ids import MemberId, RosterId, ShiftId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Scope
from alerts.services.duty.find_on_duty import duties_of
from alerts.services.permission.check_may import check_has
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.scope.cover_scope import covers_scope, may_in_all_of

READS = Action.SEE_REPORTS  # who deals with reports keeps the roster


@dataclass(frozen=True, slots=True)
class Week:
    """A local week of a roster. Gaps and double shifts are those from now on; `gone` are people on it who can no longer
    deal with its reports, or cannot be reached."""

    roster: Roster
    monday: date
    duties: tuple[Duty, ...]
    gaps: tuple[Span, ...]
    doubles: tuple[Span, ...]
    gone: frozenset[MemberId]

    def on(self, day: date) -> tuple[Duty, ...]:
        """Return the duties that begin on this day."""
        return tuple(one for one in self.duties if one.day == day)


async def rosters_for(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Roster]:
    """Return the rosters that this coordinator keeps: those of which the whole scope is theirs. Raises NotAllowed."""
    check_has(actor, READS, now)
    return [one for one in await uow.rosters.all() if await may_in_all_of(uow, actor, READS, one.scope, now)]


async def scopes_without(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Scope]:
    """Return the coordinator's own scopes of which there is no roster yet."""
    kept = {one.scope for one in await uow.rosters.all()}
    own = dict.fromkeys(one.scope for one in actor.grants if one.is_active(now) and READS in one.actions)
    return [one for one in own if one not in kept]


async def roster_for(uow: UnitOfWork, actor: Actor, roster_id: RosterId, now: datetime) -> Roster:
    """Return a roster that this coordinator keeps. Raises NotAllowed, NotFound, OutOfReach."""
    check_has(actor, READS, now)
    roster = await uow.rosters.get(roster_id)
    if not await may_in_all_of(uow, actor, READS, roster.scope, now):
        raise OutOfReach("outside-scope")
    return roster


async def read_week(uow: UnitOfWork, roster: Roster, monday: date, now: datetime) -> Week:
    """Return the week that begins on this Monday."""
    span = week_span(monday, uow.rosters.zone)
    duties = await duties_of(uow, [roster], span)
    people = set(await people_for(uow, roster, now))
    held = [one for one in duties if one.member_id in people]
    ahead = Span(max(span.begins, now), span.ends)
    is_over = ahead.begins >= ahead.ends
    within = [one for one in held if one.span.ends > ahead.begins]
    named = {one for duty in duties for one in (duty.member_id, duty.deputy_id) if one is not None}
    return Week(
        roster,
        monday,
        tuple(duties),
        () if is_over else tuple(gaps(within, ahead)),
        () if is_over else tuple(doubles(within, ahead)),
        frozenset(named - people),
    )


async def people_for(uow: UnitOfWork, roster: Roster, now: datetime) -> tuple[MemberId, ...]:
    """Return who may stand on a roster: holders and deputies of roles that deal with reports in all of its scope and
    who can be reached, longest in office first."""
    able = [
        one
        for one in await uow.roles.active(now)
        if READS in one.actions and await covers_scope(uow, one.scope, roster.scope)
    ]
    return await able_to_answer(uow, [*(one.member_id for one in able), *(one.deputy_id for one in able)], None)


async def duty_on(uow: UnitOfWork, roster: Roster, shift_id: ShiftId, day: date) -> Duty | None:
    """Return the duty of a shift of this roster on a day; None when there is none."""
    zone = uow.rosters.zone
    span = week_span(day, zone)  # from that day on
    return next(
        (one for one in await duties_of(uow, [roster], span) if (one.shift.id, one.day) == (shift_id, day)), None
    )


async def own_duties(uow: UnitOfWork, member: MemberId, now: datetime) -> list[tuple[Roster, Duty]]:
    """Return the duties of a member on every roster, also those as a deputy, from yesterday on, as far as calendars
    show them; only on rosters whose reports they may still deal with."""
    begins = now - timedelta(days=1)
    rosters = {one.id: one for one in await uow.rosters.all()}
    shifts = await uow.rosters.shifts_of(member, begins.astimezone(uow.rosters.zone).date() - timedelta(days=1))
    own = [rosters[number] for number in dict.fromkeys(one.roster_id for one in shifts)]
    allowed = [one for one in own if member in await people_for(uow, one, now)]
    duties = await duties_of(uow, allowed, Span(begins, now + SHOWN_AHEAD))
    return [(rosters[one.shift.roster_id], one) for one in duties if member in (one.member_id, one.deputy_id)]


def week_days(monday: date) -> Sequence[date]:
    """Return the days of a week."""
    return [monday + timedelta(days=n) for n in range(DAYS_OF_WEEK)]

"""Find who is on duty at a place, and who is next on its rosters."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from alerts.area import Place
from alerts.duty_roster import Duty, Roster, Span, duties_in, next_duties, on_duty
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.permission.locate_matter import located

LOOKS_AHEAD = timedelta(days=7)  # a later shift is not the next one


async def find_on_duty(
    uow: UnitOfWork, place: Place, besides: MemberId | None, now: datetime, *, with_deputies: bool = False
) -> tuple[MemberId, ...]:
    """Return who is on duty at a place by its rosters, and may deal with reports there and be reached; never `besides`.

    Empty where no roster is kept, and where nobody is on duty. `with_deputies`: their deputies too.
    """
    duties = on_duty(await _duties_at(uow, place, now), now)
    people: list[MemberId | None] = [one.member_id for one in duties]
    if with_deputies:
        people += [one.deputy_id for one in duties]
    return await _able(uow, people, place, besides, now)


async def find_next(uow: UnitOfWork, place: Place, besides: MemberId | None, now: datetime) -> tuple[MemberId, ...]:
    """Return who is next on the rosters of a place: the deputies of who is on duty, or where these cannot be reached
    whoever has the next shift."""
    duties = await _duties_at(uow, place, now)
    present = on_duty(duties, now)
    at_it = {one.member_id for one in present}
    deputies = await _able(uow, [one.deputy_id for one in present], place, besides, now)
    later = [one.member_id for one in next_duties(duties, now)]
    found = deputies or await _able(uow, later, place, besides, now)
    return tuple(one for one in found if one not in at_it)


async def rosters_at(uow: UnitOfWork, place: Place) -> list[Roster]:
    """Return the rosters whose scope covers a place."""
    rosters = await uow.rosters.all()
    matter = await located(uow, place) if rosters else None
    return [one for one in rosters if matter is not None and one.scope.covers(matter)]


async def duties_of(uow: UnitOfWork, rosters: Sequence[Roster], span: Span) -> list[Duty]:
    """Return the duties of these rosters of which any part lies in the span, the earliest first."""
    zone = uow.rosters.zone
    first = span.begins.astimezone(zone).date() - timedelta(days=1)
    last = span.ends.astimezone(zone).date()
    shifts = await uow.rosters.shifts([one.id for one in rosters], first, last)
    changes = await uow.rosters.changes([one.id for one in shifts], first, last)
    return duties_in(shifts, changes, span, zone)


async def _duties_at(uow: UnitOfWork, place: Place, now: datetime) -> list[Duty]:
    rosters = await rosters_at(uow, place)
    return await duties_of(uow, rosters, Span(now, now + LOOKS_AHEAD)) if rosters else []


async def _able(
    uow: UnitOfWork, people: Sequence[MemberId | None], place: Place, besides: MemberId | None, now: datetime
) -> tuple[MemberId, ...]:
    able = await able_to_answer(uow, people, besides)
    return tuple([one for one in able if await is_allowed(uow, one, Action.SEE_REPORTS, place, now)])

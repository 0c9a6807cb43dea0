"""A shift on a day: somebody else has it, it is exchanged, cancelled or as usual again, or it ends."""

from datetime import date, timedelta

from aiohttp import web

from alerts.duty_roster import ONCE, Duty, Roster, Span, monday_of
from alerts.errors import Conflict, InvalidShift, NotFound, Rejected
from alerts.ids import MemberId, ShiftId
from alerts.ports import UnitOfWork
from alerts.services.duty.find_on_duty import duties_of
from alerts.services.duty.keep_roster import OnDay, end_shift, exchange, hand_over
from alerts.services.duty.read_roster import duty_on, read_week, roster_for
from console.choice import Choice
from console.form_numbers import number_in
from console.pages.roster.rosters import path_of
from console.pages.roster.views import DutyView
from console.pages.roster.week import ONE, person_choices, to_week, which_roster
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.rosters import duty_words, person_on, span_words

SWAPS_WITHIN = timedelta(weeks=5)


async def show_duty(request: web.Request) -> web.StreamResponse:
    """Show the shift on that day with what can be done about it."""
    return respond(request, await _view(request))


async def change(request: web.Request) -> web.StreamResponse:
    """Change the shift on that day as the form says, and show its week; where a colleague was first, show that."""
    site = request.app[SITE]
    try:
        async with site.storage.transaction() as uow:
            await _duty(request, uow)
            roster = await _changed(request, uow)
    except (InvalidShift, Conflict) as error:
        await note_refusal(request, error)
        t = phrases_of(request)
        is_late = isinstance(error, Conflict)
        problem = t("console-roster-late") if is_late else t(error.text_id) if isinstance(error, Rejected) else Html("")
        return respond(request, await _view(request, problem), status=409 if is_late else 422)
    site.after_commit()
    return to_week(roster.id, monday_of(_day(request)), "&kept")


async def _changed(request: web.Request, uow: UnitOfWork) -> Roster:
    form, actor, now = await request.post(), person(request).actor, request.app[SITE].clock.now()
    had = number_in(form.get("had"))
    shift, day = _shift(request), _day(request)
    seen = OnDay(shift, day, MemberId(had) if had else None)
    match form.get("what"):
        case "hand_over":
            return await hand_over(uow, actor, seen, MemberId(number_in(form.get("member"))), now)
        case "exchange":
            return await exchange(uow, actor, seen, await _other(uow, str(form.get("other", "")), request), now)
        case "cancel":
            return await hand_over(uow, actor, seen, None, now)
        case "restore":
            return await hand_over(uow, actor, seen, (await uow.rosters.shift(shift)).member_id, now)
        case "end":
            return await end_shift(uow, actor, shift, day, version=number_in(form.get("version")), now=now)
        case _:
            raise NotFound


async def _other(uow: UnitOfWork, chosen: str, request: web.Request) -> OnDay:
    """Return the shift on a day that was chosen, with who had it on the page (`12.2026-11-23.4`)."""
    shift, _, rest = chosen.partition(".")
    day, _, had = rest.partition(".")
    try:
        return OnDay(ShiftId(number_in(shift)), date.fromisoformat(day), MemberId(number_in(had)))
    except ValueError as error:
        raise InvalidShift("swap") from error


async def _duty(request: web.Request, uow: UnitOfWork) -> tuple[Roster, Duty]:
    """Return the roster and the shift on the day of the address. Raises NotFound where it does not fall on that
    day."""
    roster = await roster_for(uow, person(request).actor, which_roster(request), request.app[SITE].clock.now())
    duty = await duty_on(uow, roster, _shift(request), _day(request))
    if duty is None:
        raise NotFound
    return roster, duty


async def _view(request: web.Request, problem: Html | None = None) -> DutyView:
    site, t, me = request.app[SITE], phrases_of(request), person(request).member.id
    now = site.clock.now()
    async with site.storage.reading() as uow:
        roster, duty = await _duty(request, uow)
        week = await read_week(uow, roster, monday_of(duty.day), now)
        ahead = await duties_of(uow, [roster], Span(now, now + SWAPS_WITHIN))
        theirs = [one for one in ahead if one.member_id not in (None, duty.member_id)]
        others = [
            Choice(
                f"{one.shift.id}.{one.day}.{one.member_id}",
                t.plain(
                    "change-shift",
                    when=span_words(one.span, t, site.zone),
                    who=await person_on(uow, one.member_id, t, me) if one.member_id else "",
                ),
            )
            for one in theirs
        ]
        return DutyView(
            path=f"{path_of(roster.id)}/shifts/{duty.shift.id}/{duty.day}",
            back=f"{path_of(roster.id)}?week={week.monday}",
            when=span_words(duty.span, t, site.zone),
            who=await duty_words(uow, duty, week, t, me),
            had=str(duty.member_id or 0),
            version=duty.shift.version,
            people=await person_choices(request, uow, roster, 0, without=duty.member_id),
            others=tuple(others) if duty.member_id is not None else (),
            may_cancel=duty.member_id is not None,
            may_restore=duty.is_changed,
            is_once=duty.shift.every == ONCE,
            problem=problem,
        )


def _shift(request: web.Request) -> ShiftId:
    return ShiftId(int(request.match_info["shift"]))


def _day(request: web.Request) -> date:
    try:
        return date.fromisoformat(request.match_info["day"])
    except ValueError as error:
        raise NotFound from error


_ON_DAY = f"{ONE}/shifts/{{shift:[0-9]{{1,18}}}}/{{day:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}}}"
ROUTES = (web.get(_ON_DAY, signed_in(show_duty)), web.post(_ON_DAY, signed_in(change)))

"""A week of a roster as a table, with what is wrong with it, and the form of a new shift."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from aiohttp import web

from alerts.duty_roster import DAYS_OF_WEEK, MOST_WEEKS, ONCE, Duty, NewShift, Roster, monday_of
from alerts.errors import InvalidShift, InvalidText, Rejected
from alerts.ids import MemberId, RosterId
from alerts.ports import UnitOfWork
from alerts.services.duty.keep_roster import add_shift, check_shift
from alerts.services.duty.read_roster import Week, people_for, read_week, roster_for, week_days
from console.choice import Choice
from console.form_numbers import number_in
from console.pages.roster.rosters import PATH, path_of
from console.pages.roster.views import DayRow, DutyLine, ShiftForm, WeekView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.roles import scope_words
from texts.rosters import day_words, duty_words, fault_words, hours_words, person_on

FARTHEST_WEEKS = 104
# Which field a refusal of the whole shift is about.
_FIELD = {"people": "member", "deputy": "deputy", "rhythm": "every", "day": "day", "last": "last"}


@dataclass(slots=True)
class _Typed:
    """A new shift as it was sent, and what is wrong with it, by field."""

    day: str = ""
    begins: str = ""
    ends: str = ""
    last: str = ""
    member: int = 0
    deputy: int = 0
    every: int = 1
    wrong: dict[str, Rejected] = field(default_factory=dict)


async def show_week(request: web.Request) -> web.StreamResponse:
    """Show the week that the address names; this one for anything else."""
    async with request.app[SITE].storage.reading() as uow:
        roster = await _roster(request, uow)
        monday = _monday(request)
        return respond(request, await _view(request, uow, roster, monday, _Typed(day=_first_day(request, monday))))


async def add(request: web.Request) -> web.StreamResponse:
    """Put a shift on the roster and show its week; where something is wrong the form comes back with it."""
    site, form, now = request.app[SITE], await request.post(), request.app[SITE].clock.now()
    told = {name: str(form.get(name, "")).strip() for name in ("day", "begins", "ends", "last")}
    numbers = {name: number_in(form.get(name)) for name in ("member", "deputy")}
    every = str(form.get("every", ""))
    typed = _Typed(**told, **numbers, every=int(every) if every in _RHYTHMS else -1)  # type: ignore[arg-type]
    async with site.storage.transaction() as uow:
        roster = await _roster(request, uow)
        new = _read(typed, roster)
        try:
            if new is not None:
                await check_shift(uow, roster, new, now)
        except InvalidShift as error:
            typed.wrong[_FIELD[error.reason]] = error
        if new is not None and not typed.wrong:
            await add_shift(uow, person(request).actor, new, now)
    if new is None or typed.wrong:
        return await _show_wrong(request, typed)
    site.after_commit()
    return to_week(roster.id, monday_of(new.first_on), "&kept")


def to_week(roster: RosterId, monday: date, more: str = "") -> web.Response:
    """Lead to a week of a roster."""
    return web.Response(status=303, headers={"Location": f"{path_of(roster)}?week={monday}{more}"})


def which_roster(request: web.Request) -> RosterId:
    """Return the number of the roster in the address."""
    return RosterId(int(request.match_info["roster"]))


async def person_choices(
    request: web.Request, uow: UnitOfWork, roster: Roster, chosen: int, *, without: MemberId | None = None
) -> tuple[Choice, ...]:
    """Return who may stand on the roster, the reader first."""
    t, me = phrases_of(request), person(request).member.id
    people = [one for one in await people_for(uow, roster, request.app[SITE].clock.now()) if one != without]
    ordered = [*(one for one in people if one == me), *(one for one in people if one != me)]
    return tuple([Choice(str(one), await person_on(uow, one, t, me), one == chosen) for one in ordered])


def _read(typed: _Typed, roster: Roster) -> NewShift | None:
    """Read every field, so that all that is wrong is told at once; None where something is."""
    day, last = _date(typed, "day"), _date(typed, "last") if typed.last else None
    begins, ends = _time(typed, "begins"), _time(typed, "ends")
    if typed.wrong or day is None or begins is None or ends is None:
        return None
    deputy = MemberId(typed.deputy) if typed.deputy else None
    return NewShift(roster.id, MemberId(typed.member), deputy, day, typed.every, begins, ends, last)


def _date(typed: _Typed, name: str) -> date | None:
    try:
        return date.fromisoformat(getattr(typed, name))
    except ValueError:
        typed.wrong[name] = InvalidText("no-day")
        return None


def _time(typed: _Typed, name: str) -> time | None:
    try:
        found = time.fromisoformat(getattr(typed, name))
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None:
        typed.wrong[name] = InvalidText("no-times")
        return None
    return found.replace(second=0, microsecond=0)


async def _show_wrong(request: web.Request, typed: _Typed) -> web.StreamResponse:
    for error in typed.wrong.values():
        await note_refusal(request, error)
    async with request.app[SITE].storage.reading() as uow:
        roster = await _roster(request, uow)
        return respond(request, await _view(request, uow, roster, _monday(request), typed), status=422)


async def _roster(request: web.Request, uow: UnitOfWork) -> Roster:
    return await roster_for(uow, person(request).actor, which_roster(request), request.app[SITE].clock.now())


def _monday(request: web.Request) -> date:
    this = monday_of(_today(request))
    try:
        monday = monday_of(date.fromisoformat(request.query.get("week", "")))
    except (ValueError, OverflowError):
        return this
    return monday if abs((monday - this).days) <= FARTHEST_WEEKS * DAYS_OF_WEEK else this


def _today(request: web.Request) -> date:
    site = request.app[SITE]
    return site.clock.now().astimezone(site.zone).date()


def _first_day(request: web.Request, monday: date) -> str:
    """Return the first day of the week on which a shift can begin, as a browser's field has it."""
    return max(monday, _today(request)).isoformat()


async def _view(request: web.Request, uow: UnitOfWork, roster: Roster, monday: date, typed: _Typed) -> WeekView:
    site, t = request.app[SITE], phrases_of(request)
    week, path = await read_week(uow, roster, monday, site.clock.now()), path_of(roster.id)
    scope, step = scope_words(roster.scope, t), timedelta(days=DAYS_OF_WEEK)
    return WeekView(
        path=path,
        scope=scope,
        title=t("console-roster-week", scope=scope, first=day_words(monday, t)),
        earlier=f"{path}?week={monday - step}",
        later=f"{path}?week={monday + step}",
        days=tuple([await _day(request, uow, week, one) for one in week_days(monday)]),
        faults=tuple(fault_words(week, t, site.zone)),
        has_gap=bool(week.gaps),
        is_empty=not week.duties,
        form=await _form(request, uow, roster, typed),
        is_kept="kept" in request.query,
    )


async def _day(request: web.Request, uow: UnitOfWork, week: Week, day: date) -> DayRow:
    lines = [await _line(request, uow, week, one) for one in week.on(day)]
    return DayRow(day_words(day, phrases_of(request)), day.isoformat(), day == _today(request), tuple(lines))


async def _line(request: web.Request, uow: UnitOfWork, week: Week, duty: Duty) -> DutyLine:
    site, t = request.app[SITE], phrases_of(request)
    is_over = duty.span.ends <= site.clock.now()
    path = f"{path_of(week.roster.id)}/shifts/{duty.shift.id}/{duty.day}"
    who = await duty_words(uow, duty, week, t, person(request).member.id)
    return DutyLine(hours_words(duty.span, site.zone), who, "" if is_over else path)


async def _form(request: web.Request, uow: UnitOfWork, roster: Roster, typed: _Typed) -> ShiftForm:
    t = phrases_of(request)
    nobody = Choice("0", t.plain("shift-no-deputy"), not typed.deputy)
    told: Mapping[str, Html] = {name: t(error.text_id, **error.fields) for name, error in typed.wrong.items()}
    return ShiftForm(
        day=typed.day,
        begins=typed.begins,
        ends=typed.ends,
        last=typed.last,
        people=await person_choices(request, uow, roster, typed.member),
        deputies=(nobody, *await person_choices(request, uow, roster, typed.deputy)),
        rhythms=tuple(Choice(one, t.plain(f"shift-every-{one}"), one == str(typed.every)) for one in _RHYTHMS),
        wrong=told,
    )


_RHYTHMS = (*(str(one) for one in range(1, MOST_WEEKS + 1)), str(ONCE))
ONE = f"{PATH}/{{roster:[0-9]{{1,18}}}}"
ROUTES = (web.get(ONE, signed_in(show_week)), web.post(f"{ONE}/shifts", signed_in(add)))

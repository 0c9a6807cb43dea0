"""A new meeting about an incident: what kind, when, where, and who is invited."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp import web

from alerts.errors import InvalidText, Rejected
from alerts.ids import IncidentId, MemberId
from alerts.meeting import PLACE_LENGTH, MeetingKind, NewMeeting, check_start
from alerts.ports import UnitOfWork
from alerts.services.meeting.find_guests import possible_guests
from alerts.services.meeting.plan_meeting import check_place, plan_meeting
from alerts.services.task.find_tasks import incident_for_tasks
from console.choice import Choice
from console.form_numbers import id_in
from console.pages.meetings.meeting import PATH, moment_in
from console.pages.meetings.views import NewMeetingView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.meetings import guest_words
from texts.tasks import incident_words


@dataclass(slots=True)
class _Typed:
    """A new meeting as it was sent, and what is wrong with it, by field."""

    kind: str = MeetingKind.VISIT
    day: str = ""
    clock: str = ""
    place: str = ""
    guests: tuple[int, ...] = ()
    wrong: dict[str, Rejected] = field(default_factory=dict)


async def show_form(request: web.Request) -> web.StreamResponse:
    """Show the form."""
    async with request.app[SITE].storage.reading() as uow:
        return respond(request, await _view(request, uow, _Typed()))


async def plan(request: web.Request) -> web.StreamResponse:
    """Plan the meeting and show it; where something is wrong the form comes back with all of it."""
    site, form = request.app[SITE], await request.post()
    told = {name: str(form.get(name, "")).strip() for name in ("kind", "day", "clock", "place")}
    typed = _Typed(**told, guests=tuple(id_in(one) for one in form.getall("guest", [])))  # type: ignore[arg-type]
    async with site.storage.transaction() as uow:
        new = await _read(request, uow, typed)
        guests = [MemberId(one) for one in typed.guests]
        actor = person(request).actor
        meeting = None if typed.wrong else await plan_meeting(uow, actor, new, guests, site.clock.now())
    if meeting is None:
        for error in typed.wrong.values():
            await note_refusal(request, error)
        async with site.storage.reading() as uow:
            return respond(request, await _view(request, uow, typed), status=422)
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{PATH}/{meeting.id}"})


async def _read(request: web.Request, uow: UnitOfWork, typed: _Typed) -> NewMeeting:
    """Read every field, so that all that is wrong is told at once."""
    site, now = request.app[SITE], request.app[SITE].clock.now()
    incident = await incident_for_tasks(uow, person(request).actor, _which(request), now)
    starts_at, kind = datetime.min.replace(tzinfo=UTC), MeetingKind.VISIT
    if typed.kind in set(MeetingKind):
        kind = MeetingKind(typed.kind)
    else:
        typed.wrong["kind"] = InvalidText("tap-a-button")
    try:
        starts_at = moment_in(site, typed.day, typed.clock)
        check_start(starts_at, now)
    except InvalidText as error:
        typed.wrong["day"] = error
    try:
        await check_place(typed.place)
    except InvalidText as error:
        typed.wrong["place"] = error
    if not typed.guests:
        typed.wrong["guests"] = InvalidText("no-guests")
    elif not set(typed.guests) <= set(await possible_guests(uow, person(request).actor, incident, kind, now)):
        typed.wrong["guests"] = Rejected("meeting-guest")
    return NewMeeting(incident.id, kind, starts_at, typed.place)


async def _view(request: web.Request, uow: UnitOfWork, typed: _Typed) -> NewMeetingView:
    visitor, t, now = person(request), phrases_of(request), request.app[SITE].clock.now()
    incident = await incident_for_tasks(uow, visitor.actor, _which(request), now)
    people = await possible_guests(uow, visitor.actor, incident, MeetingKind.VISIT, now)
    me = visitor.member.id
    words = [(one, await guest_words(uow, one, is_victim, t, me)) for one, is_victim in people.items()]
    return NewMeetingView(
        path=f"{PATH}/new/{incident.id}",
        incident=f"/incidents/{incident.id}",
        about=incident_words(incident, t),
        kinds=tuple(Choice(one, t.plain(f"meeting-kind-{one}"), one == typed.kind) for one in MeetingKind),
        day=typed.day,
        clock=typed.clock,
        place=typed.place,
        most=PLACE_LENGTH,
        people=tuple(Choice(str(one), told, one in typed.guests) for one, told in words),
        wrong={name: t(error.text_id, **error.fields) for name, error in typed.wrong.items()},
    )


def _which(request: web.Request) -> IncidentId:
    return IncidentId(int(request.match_info["incident"]))


_NEW = f"{PATH}/new/{{incident:[1-9][0-9]{{0,17}}}}"
ROUTES = (web.get(_NEW, signed_in(show_form)), web.post(_NEW, signed_in(plan)))

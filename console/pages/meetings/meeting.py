"""One meeting: a guest answers, who planned it changes it or calls it off, and it is a calendar file."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from aiohttp import web

from alerts.errors import Conflict, IllegalTransition, InvalidText, NotFound, Rejected
from alerts.ids import MeetingId
from alerts.meeting import PLACE_LENGTH, Answer
from alerts.ports import UnitOfWork
from alerts.role import may
from alerts.services.meeting.answer_meeting import answer_meeting
from alerts.services.meeting.change_meeting import cancel_meeting, change_meeting
from alerts.services.meeting.find_meetings import may_arrange, meeting_to_read
from alerts.services.permission.locate_matter import located
from alerts.services.task.find_tasks import HAVES
from console.form_numbers import number_in
from console.message_html import for_browsers
from console.pages.meetings.views import MeetingView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE, Site
from texts.html import Html
from texts.meeting_calendar import calendar_file, file_name
from texts.meetings import guest_lines, meeting_words

PATH = "/meetings"
_DOES = ("yes", "no", "move", "cancel")


async def show_meeting(request: web.Request) -> web.StreamResponse:
    """Show the meeting."""
    async with request.app[SITE].storage.reading() as uow:
        return respond(request, await _view(request, uow, {}))


async def change(request: web.Request) -> web.StreamResponse:
    """Answer, change or call off as the form says; what is wrong is said beside its field, and nothing typed is
    lost."""
    site, form = request.app[SITE], await request.post()
    what = str(form.get("what", ""))
    if what not in _DOES:
        raise NotFound
    try:
        async with site.storage.transaction() as uow:
            await _changed(request, uow, what)
    except (InvalidText, Conflict, IllegalTransition) as error:
        return await _show_wrong(request, error)
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{PATH}/{_which(request)}"})


async def send_file(request: web.Request) -> web.StreamResponse:
    """Send the meeting as a calendar file."""
    site, t, now = request.app[SITE], phrases_of(request), request.app[SITE].clock.now()
    async with site.storage.reading() as uow:
        meeting, _ = await meeting_to_read(uow, person(request).actor, _which(request), now)
    headers = {"Content-Disposition": f'attachment; filename="{file_name(meeting, t)}"'}
    body = calendar_file(meeting, t, now)
    return web.Response(body=body, content_type="text/calendar", charset="utf-8", headers=headers)


def moment_in(site: Site, day: str, clock: str) -> datetime:
    """Return the moment (UTC) in two fields of a browser. Raises InvalidText."""
    try:
        told = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock))
    except ValueError as error:
        raise InvalidText("no-meeting-moment") from error
    if told.tzinfo is not None:
        raise InvalidText("no-meeting-moment")
    return told.replace(tzinfo=site.zone).astimezone(UTC)


async def _changed(request: web.Request, uow: UnitOfWork, what: str) -> None:
    site, form, visitor = request.app[SITE], await request.post(), person(request)
    number, version, now = _which(request), number_in(form.get("version")), site.clock.now()
    if what in set(Answer):
        await answer_meeting(uow, visitor.member.id, number, Answer(what), now)
    elif what == "cancel":
        await cancel_meeting(uow, visitor.actor, number, version=version, now=now)
    else:
        starts_at = moment_in(site, str(form.get("day", "")), str(form.get("clock", "")))
        place = str(form.get("place", ""))
        await change_meeting(uow, visitor.actor, number, starts_at=starts_at, place=place, version=version, now=now)


async def _show_wrong(request: web.Request, error: Rejected | Conflict) -> web.StreamResponse:
    await note_refusal(request, error)
    t = phrases_of(request)
    told = t(error.text_id, **error.fields) if isinstance(error, Rejected) else t("conflict")
    is_late = not isinstance(error, InvalidText)
    field = "day" if isinstance(error, InvalidText) and error.reason == "no-meeting-moment" else "place"
    async with request.app[SITE].storage.reading() as uow:
        view = await _view(request, uow, {} if is_late else {field: told}, told if is_late else None)
    return respond(request, view, status=409 if is_late else 422)


async def _view(
    request: web.Request, uow: UnitOfWork, wrong: Mapping[str, Html], problem: Html | None = None
) -> MeetingView:
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now, me = site.clock.now(), visitor.member.id
    meeting, incident = await meeting_to_read(uow, visitor.actor, _which(request), now)
    guests = await uow.meetings.guests(meeting.id)
    own = next((one for one in guests if one.member_id == me), None)
    sees = may(visitor.grants, HAVES, await located(uow, incident.place), now=now)
    is_ahead = not meeting.is_cancelled and meeting.ends_at > now
    local = meeting.starts_at.astimezone(site.zone)
    form = await request.post() if request.method == "POST" else {}
    said = {Answer.YES: "meeting-you-come", Answer.NO: "meeting-you-stay"}
    return MeetingView(
        path=f"{PATH}/{meeting.id}",
        incident=f"/incidents/{incident.id}" if sees else "",
        title=t.plain(f"meeting-kind-{meeting.kind}"),
        words=for_browsers(meeting_words(meeting, t, site.zone)),
        guests=await guest_lines(uow, guests, t, me) if sees else (),
        own=t(said[own.answer]) if own is not None and own.answer is not None else Html(""),
        may_answer=own is not None and is_ahead,
        may_arrange=is_ahead and sees and await may_arrange(uow, visitor.actor, meeting, incident, now),
        version=meeting.version,
        day=str(form.get("day", local.date().isoformat())),
        clock=str(form.get("clock", f"{local:%H:%M}")),
        place=str(form.get("place", meeting.place)),
        most=PLACE_LENGTH,
        wrong=wrong,
        problem=problem,
    )


def _which(request: web.Request) -> MeetingId:
    return MeetingId(int(request.match_info["meeting"]))


_ONE = f"{PATH}/{{meeting:[1-9][0-9]{{0,17}}}}"
ROUTES = (
    web.get(_ONE, signed_in(show_meeting)),
    web.post(_ONE, signed_in(change)),
    web.get(f"{_ONE}/calendar.ics", signed_in(send_file)),
)

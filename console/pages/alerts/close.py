"""Ending and retracting a notice: why, the preview, and sending it or asking for approval."""

from dataclasses import replace

from aiohttp import web

from alerts.alert import Alert, RevisionKind
from alerts.closing_note import NOTE_LENGTH, NOTES
from alerts.errors import Conflict, IllegalTransition, InvalidText, OutOfReach, Rejected
from alerts.services.alert.change_alert import (
    as_closed,
    close_alert,
    closes_at_once,
    may_close,
    newest_number,
    next_revision,
)
from alerts.services.alert.find_changeable import find_changeable, find_proposable
from alerts.services.approval.find_approvers import find_approvers
from alerts.typed_text import checked, tidied
from console.choice import Choice
from console.form_numbers import id_in
from console.guard_marks import marked
from console.message_html import for_browsers
from console.pages.alerts.alerts import ONE, alert_of
from console.pages.alerts.change_views import ChangeView, Field, Preview
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import lines
from texts.recipients import who_sends

WAYS = {"end": RevisionKind.ALL_CLEAR, "retract": RevisionKind.RETRACTION}


async def show_closing(request: web.Request) -> web.StreamResponse:
    """Show the form that asks why."""
    site, kind = request.app[SITE], _kind(request)
    async with site.storage.reading() as uow:
        alert = await find_changeable(uow, person(request).actor, alert_of(request), kind, site.clock.now())
        revision = await newest_number(uow, alert.id)
    return respond(request, _form(request, alert, revision, "", ""))


async def close(request: web.Request) -> web.StreamResponse:
    """Take a step: back to the question, the preview, or sending. Who comes after a colleague sees what changed."""
    form = await request.post()
    ready, typed = str(form.get("ready", "")), str(form.get("note", ""))
    try:
        return await _take(request, ready, typed)
    except (IllegalTransition, Conflict) as error:
        await note_refusal(request, error)
        return await _show_overtaken(request, ready, typed)


async def _take(request: web.Request, ready: str, typed: str) -> web.StreamResponse:
    site, kind, given = request.app[SITE], _kind(request), await request.post()
    revision = id_in(given.get("revision"))
    async with site.storage.reading() as uow:
        alert = await find_changeable(uow, person(request).actor, alert_of(request), kind, site.clock.now())
        if await newest_number(uow, alert.id) != revision:
            raise IllegalTransition("alert-changed")
    step = given.get("step")
    if step not in ("preview", "send"):
        return respond(request, _form(request, alert, revision, ready, typed))
    try:
        note = ready if ready in NOTES[kind] else await checked(tidied(typed), NOTE_LENGTH)
    except InvalidText as error:
        await note_refusal(request, error)
        return respond(request, _form(request, alert, revision, ready, typed, error), status=422)
    form = _form(request, alert, revision, ready, typed)
    if step == "send":
        return await _send(request, alert, form, note)
    return respond(request, await _with_preview(request, alert, form, note))


async def _send(request: web.Request, alert: Alert, form: ChangeView, note: str) -> web.StreamResponse:
    """Send what closes the notice with a fresh passkey, or ask for approval where police must agree first."""
    site, actor, kind = request.app[SITE], person(request).actor, _kind(request)
    now, me = site.clock.now(), actor.member.id
    async with site.storage.reading() as uow:
        is_confirmed = await closes_at_once(uow, alert, me, kind, now)
    try:
        if is_confirmed:
            await require_fresh(request)
        async with site.storage.transaction() as uow:
            found = await find_changeable(uow, actor, alert.id, kind, now)
            if not is_confirmed and await closes_at_once(uow, found, me, kind, now):
                raise Rejected("fresh-passkey")  # they became police of the place a moment ago
            await close_alert(uow, found.id, form.revision, me, kind, now, note=note)
    except (IllegalTransition, OutOfReach):
        raise
    except Rejected as error:
        await note_refusal(request, error)
        told = phrases_of(request)(error.text_id, **error.fields)
        shown = await _with_preview(request, alert, form, note)
        return respond(request, replace(shown, problem=told), status=422)
    site.after_commit()
    return web.Response(status=303, headers={"Location": form.back})


async def _with_preview(request: web.Request, alert: Alert, form: ChangeView, note: str) -> ChangeView:
    site, t, kind, me = request.app[SITE], phrases_of(request), _kind(request), person(request).member.id
    now = site.clock.now()
    async with site.storage.reading() as uow:
        asked = await as_closed(uow, alert, me, now, note=note)
        revision = await next_revision(uow, asked, kind)
        received = await uow.deliveries.received(alert.id)
        is_theirs = await may_close(uow, alert, me, now)
        is_at_once = await closes_at_once(uow, alert, me, kind, now)
        approvers = await find_approvers(uow, asked, now)
        decides = t("console-change-at-once") if is_at_once else who_sends(approvers, t)
        preview = Preview(
            text=for_browsers(await site.write_text(uow, revision, received.nearest_m, t)),
            reaches=lines(
                t("change-reaches", count=received.count),
                t("closing-everywhere") if is_at_once and not is_theirs else "",
            ),
            decides=decides,
            send=t.plain("alert-send" if is_at_once else "alert-ask-approval"),
            confirm=await confirmation_options(request, uow) if is_at_once else "",
            can_send=is_at_once or bool(approvers.others),
        )
    return replace(form, preview=preview)


async def _show_overtaken(request: web.Request, ready: str, typed: str) -> web.StreamResponse:
    """Show what a colleague sent meanwhile, with what was chosen and typed; without a form if the notice is over."""
    site, t, kind = request.app[SITE], phrases_of(request), _kind(request)
    async with site.storage.reading() as uow:
        alert = await find_proposable(uow, person(request).actor, alert_of(request), site.clock.now(), kind=kind)
        texts = [one.revision for one in await uow.alerts.texts_of(alert.id)]
        newest = for_browsers(await site.write_text(uow, texts[-1], None, t))
    form = _form(request, alert, texts[-1].number, ready, typed)
    if not alert.can_be_changed(kind):
        lost = (("note", typed),) if typed else ()
        closed = replace(form, fields=(), typed=lost, problem=t("too-late-change"), newest=newest)
        return respond(request, closed, status=409)
    return respond(request, replace(form, problem=t("console-change-overtaken"), newest=newest), status=409)


def _form(
    request: web.Request, alert: Alert, revision: int, ready: str, typed: str, error: Rejected | None = None
) -> ChangeView:
    t, kind, way = phrases_of(request), _kind(request), request.match_info["way"]
    listed = [*((one, t.plain(f"choice-{kind}-{one}")) for one in NOTES[kind]), ("", t.plain("console-comment-own"))]
    chosen = ready if ready in NOTES[kind] or typed else NOTES[kind][0]
    why = Field(
        "ready", t.plain("console-comment-ready"), ready, tuple(Choice(*one, one[0] == chosen) for one in listed)
    )
    own = Field(
        name="note",
        label=t.plain(f"console-change-note-{kind}"),
        value=typed,
        wrong=t(error.text_id, **error.fields) if error is not None else None,
        passages=marked(error) if error is not None else (),
    )
    return ChangeView(
        number=alert.number or "",
        path=f"/alerts/{alert.id}/{way}",
        back=f"/alerts/{alert.id}",
        title=t(f"console-change-title-{kind}", number=alert.number or ""),
        explained=t(f"console-change-explained-{kind}"),
        revision=revision,
        fields=(why, own),
        typed=(("ready", ready), ("note", typed)),
    )


def _kind(request: web.Request) -> RevisionKind:
    return WAYS[request.match_info["way"]]


_WAY = f"{ONE}/{{way:end|retract}}"
ROUTES = (web.get(_WAY, signed_in(show_closing)), web.post(_WAY, signed_in(close)))

"""Correcting, updating and extending a notice: the form with its present words, the preview, and sending it or asking
for approval."""

from dataclasses import replace

from aiohttp import web

from alerts.alert import Alert, RevisionKind, corrected
from alerts.approval_comment import REASON_LENGTH, REASONS
from alerts.errors import Conflict, IllegalTransition, InvalidText, LabelTooNarrow, OutOfReach, Rejected
from alerts.ports import UnitOfWork
from alerts.services.alert.change_alert import (
    correct_alert,
    extends_at_once,
    kind_of_change,
    newest_number,
    next_revision,
)
from alerts.services.alert.find_changeable import find_changeable, find_proposable, own_returned
from alerts.services.approval.find_approvers import Approvers, find_approvers
from alerts.services.approval.find_grounds import all_grounds, usual_grounds
from alerts.tlp_rules import check_tlp
from alerts.typed_text import checked, tidied
from console.choice import Choice
from console.form_numbers import id_in
from console.guard_marks import marked
from console.message_html import for_browsers
from console.pages.alerts.alerts import ONE, PATHS, alert_of
from console.pages.alerts.change_views import ChangeView, Field, Preview
from console.pages.alerts.correction_fields import NAMES, Read, Typed, merged, read_fields, typed_of
from console.pages.alerts.correction_form import form_of
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.recipients import who_sends

WAYS = {PATHS[kind]: kind for kind in RevisionKind if kind.replaces}


async def show_correction(request: web.Request) -> web.StreamResponse:
    """Show the form with the present words, or with those of one's own request that was given back."""
    site, actor = request.app[SITE], person(request).actor
    async with site.storage.reading() as uow:
        alert = await find_changeable(uow, actor, alert_of(request), _kind(request), site.clock.now())
        revision, content = await newest_number(uow, alert.id), alert.content
        if again := request.query.get("again"):
            returned = await own_returned(uow, actor, alert, id_in(again))
            content = corrected(content, returned.content or content)
    return respond(request, form_of(request, alert, revision, typed_of(content, site.zone), _kind(request)))


async def correct(request: web.Request) -> web.StreamResponse:
    """Take a step: back to the fields, the preview, or sending. Who comes after a colleague sees what changed."""
    form = await request.post()
    typed = {name: str(form.get(name, "")) for name in NAMES}
    revision, step = id_in(form.get("revision")), str(form.get("step", ""))
    try:
        return await _take(request, typed, revision, step)
    except (IllegalTransition, Conflict) as error:
        await note_refusal(request, error)
        return await _show_overtaken(request, typed, revision)


async def _take(request: web.Request, typed: Typed, revision: int, step: str) -> web.StreamResponse:
    site, t = request.app[SITE], phrases_of(request)
    now = site.clock.now()
    async with site.storage.reading() as uow:
        alert = await find_changeable(uow, person(request).actor, alert_of(request), _kind(request), now)
        if await newest_number(uow, alert.id) != revision:
            raise IllegalTransition("alert-changed")
    typed = _whole(request, typed, alert)
    form = form_of(request, alert, revision, typed, _kind(request))
    if step not in ("preview", "send"):
        return respond(request, form)
    read = await read_fields(typed, alert.content, now, site.zone)
    _check_label(read)
    if _kind(request) is RevisionKind.EXTENSION and read.content.until <= alert.content.until:
        read.wrong.setdefault("until", InvalidText("extension-earlier"))
    if read.wrong:
        for error in read.wrong.values():
            await note_refusal(request, error)
        return respond(request, form_of(request, alert, revision, typed, _kind(request), wrong=read.wrong), status=422)
    if read.content == alert.content:
        return respond(request, replace(form, problem=t("console-change-nothing")), status=422)
    asked = replace(alert, content=read.content, author_id=person(request).member.id)
    if step == "send":
        return await _send(request, asked, form)
    return respond(request, await _with_preview(request, asked, form))


def _whole(request: web.Request, typed: Typed, alert: Alert) -> Typed:
    """Return all fields: the form of an extension has the end alone, and the rest stays as it is."""
    if _kind(request) is not RevisionKind.EXTENSION:
        return typed
    return {**typed_of(alert.content, request.app[SITE].zone), "until": typed["until"]}


def _check_label(read: Read) -> None:
    """Note what is wrong when the label, which is fixed, does not go with the severity."""
    try:
        check_tlp(read.content)
    except LabelTooNarrow as error:
        read.wrong.setdefault("severity", error)


async def _send(request: web.Request, asked: Alert, form: ChangeView) -> web.StreamResponse:
    """Send the change with a fresh passkey where nobody else approves it; else ask for approval."""
    site, actor, given = request.app[SITE], person(request).actor, await request.post()
    now, begun = site.clock.now(), _kind(request)
    async with site.storage.reading() as uow:
        is_at_once = await _is_at_once(request, uow, asked)
        is_alone = not is_at_once and _is_alone(await find_approvers(uow, asked, now))
    try:
        reason = await _reason(str(given.get("ready", "")), str(given.get("reason", ""))) if is_alone else None
        if is_alone or is_at_once:
            await require_fresh(request)
        async with site.storage.transaction() as uow:
            alert = await find_changeable(uow, actor, asked.id, begun, now)
            if not is_at_once and await _is_at_once(request, uow, asked):
                raise Rejected("fresh-passkey")  # they became police of the place a moment ago
            grounds, me = str(given.get("grounds", "")) or None, actor.member.id
            await correct_alert(
                uow, alert.id, form.revision, me, asked.content, now, kind=begun, reason=reason, grounds=grounds
            )
    except (IllegalTransition, OutOfReach):
        raise
    except Rejected as error:
        await note_refusal(request, error)
        return respond(request, await _with_preview(request, asked, form, error), status=422)
    site.after_commit()
    return web.Response(status=303, headers={"Location": form.back})


async def _reason(ready: str, typed: str) -> str:
    """Return the reason for sending alone. Raises InvalidText."""
    return ready if ready in REASONS else await checked(tidied(typed), REASON_LENGTH)


async def _with_preview(
    request: web.Request, asked: Alert, form: ChangeView, error: Rejected | None = None
) -> ChangeView:
    """Return the form with its preview; an error about the typed reason stands beside that field."""
    site, t = request.app[SITE], phrases_of(request)
    async with site.storage.reading() as uow:
        received = await uow.deliveries.received(asked.id)
        said = await uow.alerts.get(asked.id)
        kind = kind_of_change(said.content, asked.content, _kind(request))
        revision = await next_revision(uow, asked, kind)
        is_at_once = await _is_at_once(request, uow, asked)
        approvers = await find_approvers(uow, asked, site.clock.now())
        is_alone = not is_at_once and _is_alone(approvers)
        preview = Preview(
            text=for_browsers(await site.write_text(uow, revision, received.nearest_m, t)),
            reaches=t("change-reaches", count=received.count),
            decides=t("console-change-at-once") if is_at_once else who_sends(approvers, t),
            send=t.plain("alert-send" if is_alone or is_at_once else "alert-ask-approval"),
            confirm=await confirmation_options(request, uow) if is_at_once else "",
            can_send=is_at_once or approvers.refusal() is None,
        )
        if is_alone:
            preview = await _alone(request, uow, asked, preview, error)
    told = t(error.text_id, **error.fields) if error is not None and not isinstance(error, InvalidText) else None
    return replace(form, preview=preview, problem=told)


async def _alone(
    request: web.Request, uow: UnitOfWork, asked: Alert, preview: Preview, error: Rejected | None
) -> Preview:
    """Add what only who sends alone is asked: the reason, the grounds, and the passkey."""
    t, given = phrases_of(request), await request.post()
    usual, ready = await usual_grounds(uow, asked.id), str(given.get("ready", REASONS[0]))
    is_wrong = isinstance(error, InvalidText)
    own = Field(
        name="reason",
        label=t.plain("console-change-reason"),
        value=str(given.get("reason", "")),
        wrong=t(error.text_id, **error.fields) if error is not None and is_wrong else None,
        passages=marked(error) if error is not None else (),
    )
    listed = [*((one, t.plain(f"alert-reason-{one}")) for one in REASONS), ("", t.plain("console-comment-own"))]
    return replace(
        preview,
        is_alone=True,
        reasons=tuple(Choice(key, label, key == ready) for key, label in listed),
        reason=own,
        grounds=tuple(Choice(one.key, one.label, one.key == usual.key) for one in await all_grounds(uow)),
        confirm=await confirmation_options(request, uow),
    )


async def _is_at_once(request: web.Request, uow: UnitOfWork, asked: Alert) -> bool:
    """Whether the change is an extension that goes out without being asked for."""
    said, now = await uow.alerts.get(asked.id), request.app[SITE].clock.now()
    kind = kind_of_change(said.content, asked.content, _kind(request))
    return await extends_at_once(uow, said, person(request).member.id, kind, now)


def _is_alone(approvers: Approvers) -> bool:
    return not approvers.others and approvers.is_sole_on_duty


async def _show_overtaken(request: web.Request, typed: Typed, revision: int) -> web.StreamResponse:
    """Show what a colleague sent meanwhile beside what was typed; fields that were not touched have the newest."""
    site, t = request.app[SITE], phrases_of(request)
    async with site.storage.reading() as uow:
        alert = await find_proposable(uow, person(request).actor, alert_of(request), site.clock.now())
        texts = [one.revision for one in await uow.alerts.texts_of(alert.id)]
        newest = for_browsers(await site.write_text(uow, texts[-1], None, t))
    if not alert.can_be_changed(_kind(request)):
        return respond(request, _closed(request, alert, typed, newest), status=409)
    typed = _whole(request, typed, alert)
    began = next((one.content for one in texts if one.number == revision), texts[0].content)
    fields, otherwise = merged(typed, began, alert.content, site.zone)
    theirs = {name: value for name, value in typed_of(alert.content, site.zone).items() if name in otherwise}
    form = form_of(request, alert, texts[-1].number, fields, _kind(request), theirs=theirs)
    return respond(request, replace(form, problem=t("console-change-overtaken"), newest=newest), status=409)


def _closed(request: web.Request, alert: Alert, typed: Typed, newest: Html) -> ChangeView:
    """Return a page without a form, with the words that were typed, as the notice is over."""
    t = phrases_of(request)
    form = form_of(request, alert, 0, typed, _kind(request))
    typed_words = (("what", typed["what"]),)
    return replace(form, fields=(), more=(), typed=typed_words, problem=t("too-late-change"), newest=newest)


def _kind(request: web.Request) -> RevisionKind:
    return WAYS[request.match_info["way"]]


_WAY = f"{ONE}/{{way:{'|'.join(WAYS)}}}"
ROUTES = (
    web.get(_WAY, signed_in(show_correction)),
    web.post(_WAY, signed_in(correct)),
)

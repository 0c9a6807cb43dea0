"""A new notice: a sentence fills the fields, the fields are checked together, and a colleague is asked to approve it.

The form carries a mark of the content that its drafter saw: only what was seen is submitted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from alerts.alert import Alert, AlertState
from alerts.alert_form import AlertForm
from alerts.approval_comment import REASON_LENGTH, REASONS
from alerts.errors import Conflict, IllegalTransition, NotFound, OutOfReach, Rejected
from alerts.example_text import check_filled
from alerts.ids import AlertId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.alert.compose_alert import discard_alert, own_draft
from alerts.services.alert.store_form import keep_beside, put_aside, store_form
from alerts.services.alert.submit_alert import submit_alert, withdraw_alert
from alerts.services.approval.find_approvers import find_approvers
from alerts.services.permission.check_may import check_has
from alerts.services.template.make_template import make_template
from alerts.typed_text import checked, tidied
from console.pages.compose.checks import Check
from console.pages.compose.fields import Fields, fields_of_form
from console.pages.compose.opening import ALERT, KEPT, RECORDED, SOURCES, Opened, open_source
from console.pages.compose.page import compose_view, submitted_view
from console.pages.compose.preview import mark_of
from console.rendering import phrases_of, respond
from console.security.confirmation import require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE

READ, CHECK, PREVIEW, SAVE, ASK, TEMPLATE = "read", "check", "preview", "save", "ask", "template"
PRACTISES = "practises"  # the box that says that nothing happened
STORES = (PREVIEW, SAVE, ASK, TEMPLATE)


@dataclass(frozen=True, slots=True)
class Posted:
    """A form that was sent: what it was opened from, its fields, and the form that they make."""

    opened: Opened
    fields: Fields
    form: AlertForm
    check: Check


async def show_new(request: web.Request) -> web.StreamResponse:
    """Show an empty form, or one that begins with a report or with earlier words."""
    told = {name: request.query.get(name, "") for name in SOURCES if name not in (ALERT, KEPT)}
    return await _show(request, told)


async def show_kept(request: web.Request) -> web.StreamResponse:
    """Show a form that was put aside."""
    return await _show(request, {KEPT: request.match_info["number"]})


async def show_alert(request: web.Request) -> web.StreamResponse:
    """Show one's own numbered draft; or what became of it."""
    site, number = request.app[SITE], AlertId(int(request.match_info["number"]))
    _check_drafter(request)
    async with site.storage.reading() as uow:
        alert = await uow.alerts.get(number)
        if alert.author_id != person(request).member.id or alert.content.is_tip:
            raise OutOfReach("own-draft-only")
        if alert.state is not AlertState.DRAFT:
            return respond(request, await submitted_view(request, uow, alert))
    return await _show(request, {ALERT: str(number)})


async def _show(request: web.Request, told: Mapping[str, str]) -> web.StreamResponse:
    _check_drafter(request)
    site, actor = request.app[SITE], person(request).actor
    now = site.clock.now()
    async with site.storage.transaction() as uow:  # reading a report is recorded
        opened = await open_source(told, uow, actor, now, phrases_of(request))
        fields = fields_of_form(opened.form, site.zone)
        view = await compose_view(request, uow, opened, fields, opened.form, {})
    return respond(request, view)


async def send(request: web.Request) -> web.StreamResponse:
    """Take the form: read its words, check it, or store it and ask for approval. What is wrong stands beside its field,
    with everything that was typed."""
    _check_drafter(request)
    fields = Fields.sent(await request.post())
    do = fields.get("do")
    posted = await _checked(request, fields, do)
    problems = posted.check.wrong if do in (READ, CHECK) else {**posted.check.missing, **posted.check.wrong}
    if do == SAVE and not posted.check.wrong and _is_put_aside(posted):
        return await _put_aside(request, posted)
    for error in posted.check.wrong.values():
        if do != CHECK:
            await note_refusal(request, error)
    if problems or do not in STORES:
        return await _again(request, posted, problems, status=422 if problems and do != CHECK else 200)
    try:
        return await _store(request, posted, do)
    except Rejected as error:
        if isinstance(error, OutOfReach):
            raise
        await note_refusal(request, error)
        name = "words" if error.reason == "placeholder-open" else ""
        return await _again(request, posted, {name: error}, status=409)


def _check_drafter(request: web.Request) -> None:
    check_has(person(request).actor, Action.DRAFT_ALERT, request.app[SITE].clock.now())


async def _checked(request: web.Request, fields: Fields, do: str) -> Posted:
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    now, is_read = site.clock.now(), any(fields.get(one) for one in RECORDED)
    async with site.storage.transaction() if is_read else site.storage.reading() as uow:
        check = Check(uow, actor, t, now, site.zone)
        try:
            opened = await open_source(fields.one, uow, actor, now, t)
        except IllegalTransition as error:  # what was typed begins a new notice
            check.wrong[""] = error
            opened = await open_source({}, uow, actor, now, t)
        if do == READ:
            form = await check.read(fields, opened.form)
        else:
            form = await check.form(fields, opened.form, keeps=do in (SAVE, ASK, TEMPLATE))
    return Posted(opened, fields, form, check)


def _is_put_aside(posted: Posted) -> bool:
    """Whether the form cannot be a numbered draft yet."""
    return bool(posted.check.missing) and ALERT not in posted.opened.source


async def _put_aside(request: web.Request, posted: Posted) -> web.StreamResponse:
    site = request.app[SITE]
    async with site.storage.transaction() as uow:
        kept = await put_aside(posted.form, uow, person(request).actor, site.clock.now())
    return _to(f"/compose/kept/{kept}?kept=1")


async def _store(request: web.Request, posted: Posted, do: str) -> web.StreamResponse:
    """Store the form as a numbered draft; if its drafter saw just this, submit it or keep it as a template."""
    site, actor, form = request.app[SITE], person(request).actor, posted.form
    now = site.clock.now()
    async with site.storage.transaction() as uow:
        await _check_version(uow, posted)
        alert = await store_form(form, uow, actor, now, zone=site.zone)
        await keep_beside(alert, form.changed(alert_id=alert.id, version=alert.version, kept_id=None), uow, now)
        page = f"/compose/{alert.id}"
        if do not in (ASK, TEMPLATE):
            return _to(f"{page}?{'kept=1' if do == SAVE else 'seen=1'}#preview")
        if posted.fields.get("seen") != mark_of(alert.content):
            return _to(f"{page}?look=1#preview")
        check_filled(alert.content.what)
        if do == TEMPLATE:
            _, asked = await make_template(uow, alert.content, actor.member.id, now)
            page = f"/templates?kept={asked}"
        elif form.is_drill and not posted.fields.get(PRACTISES):
            raise Rejected("drill-confirm")
        elif await _is_alone(uow, alert, now):
            return _to(f"{page}#alone")
        else:
            await submit_alert(uow, alert.id, alert.version, actor.member.id, now)
    site.after_commit()
    return _to(page)


async def _is_alone(uow: UnitOfWork, alert: Alert, now: datetime) -> bool:
    """Whether the drafter may send it alone, as nobody else is there to ask."""
    approvers = await find_approvers(uow, alert, now)
    return approvers.is_sole_on_duty and not approvers.others


async def _check_version(uow: UnitOfWork, posted: Posted) -> None:
    """Raise Rejected when the draft was changed elsewhere since this form was shown."""
    if posted.form.alert_id is not None and posted.fields.get("version") != str(posted.form.version):
        raise Rejected("compose-changed")


async def _again(
    request: web.Request, posted: Posted, problems: Mapping[str, Rejected], *, status: int
) -> web.StreamResponse:
    """Show the form again, with everything that was typed in fields that are wrong or not understood."""
    site = request.app[SITE]
    async with site.storage.reading() as uow:
        view = await compose_view(request, uow, posted.opened, posted.fields, posted.form, problems)
    return respond(request, view, status=status)


async def send_alone(request: web.Request) -> web.StreamResponse:
    """Send one's own stored draft alone, with a reason, where nobody else is on duty. Needs a fresh passkey."""
    _check_drafter(request)
    await require_fresh(request)
    site, me, form = request.app[SITE], person(request).member.id, await request.post()
    number, version = AlertId(int(request.match_info["number"])), str(form.get("version", ""))
    ready = str(form.get("ready", ""))
    reason = ready if ready in REASONS else await checked(tidied(str(form.get("reason", ""))), REASON_LENGTH)
    async with site.storage.transaction() as uow:
        alert = await own_draft(uow, number, me)
        if version != str(alert.version):
            raise Conflict
        if alert.content.is_drill and not form.get(PRACTISES):
            raise Rejected("drill-confirm")
        await submit_alert(
            uow,
            number,
            alert.version,
            me,
            site.clock.now(),
            reason=reason,
            grounds=str(form.get("grounds", "")) or None,
        )
    site.after_commit()
    return _to(f"/compose/{number}")


async def withdraw(request: web.Request) -> web.StreamResponse:
    """Withdraw one's own request for approval: it becomes a draft again."""
    _check_drafter(request)
    site, number = request.app[SITE], AlertId(int(request.match_info["number"]))
    version = str((await request.post()).get("version", ""))
    if not (version.isascii() and version.isdigit() and len(version) < 10):
        raise NotFound
    async with site.storage.transaction() as uow:
        await withdraw_alert(uow, number, int(version), person(request).member.id, site.clock.now())
    site.after_commit()
    return _to(f"/compose/{number}")


async def discard(request: web.Request) -> web.StreamResponse:
    """Throw away one's own numbered draft."""
    _check_drafter(request)
    site, number = request.app[SITE], AlertId(int(request.match_info["number"]))
    async with site.storage.transaction() as uow:
        await discard_alert(uow, number, person(request).member.id, site.clock.now())
    site.after_commit()
    return _to("/compose")


async def discard_kept(request: web.Request) -> web.StreamResponse:
    """Throw away a form that was put aside. Raises NotFound for somebody else's."""
    _check_drafter(request)
    site, me, number = request.app[SITE], person(request).member.id, int(request.match_info["number"])
    async with site.storage.transaction() as uow:
        await uow.kept_forms.get(number, me)
        await uow.kept_forms.forget(number, me)
    return _to("/compose")


def _to(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})


_NUMBER = r"{number:[1-9][0-9]{0,17}}"
ROUTES = (
    web.get("/compose", signed_in(show_new)),
    web.post("/compose", signed_in(send)),
    web.get(f"/compose/kept/{_NUMBER}", signed_in(show_kept)),
    web.post(f"/compose/kept/{_NUMBER}/discard", signed_in(discard_kept)),
    web.get(f"/compose/{_NUMBER}", signed_in(show_alert)),
    web.post(f"/compose/{_NUMBER}/send", signed_in(send_alone)),
    web.post(f"/compose/{_NUMBER}/withdraw", signed_in(withdraw)),
    web.post(f"/compose/{_NUMBER}/discard", signed_in(discard)),
)

"""Templates: approve a colleague's, and send one in two steps, by the use cases of the chat."""

from aiohttp import web

from alerts.alert import Alert
from alerts.errors import NotFound
from alerts.ids import AlertId, TemplateId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.alert.compose_alert import discard_alert, own_draft
from alerts.services.alert.publish_alert import copies_of
from alerts.services.approval.find_grounds import all_grounds
from alerts.services.permission.check_may import check_has
from alerts.services.template.make_template import approve_template, check_keeper, end_template, templates_for
from alerts.services.template.send_template import ready_template, send_template
from alerts.targeting import target_of
from alerts.template import Template
from console.choice import Choice
from console.form_numbers import number_in
from console.message_html import for_browsers
from console.pages.templates.views import ReadyView, TemplateCard, TemplatesView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.sessions import person, signed_in
from console.site import SITE


async def show_templates(request: web.Request) -> web.StreamResponse:
    """Show each template in this person's scope with what can be done with it."""
    _check(request)
    site, me = request.app[SITE], person(request).member.id
    async with site.storage.reading() as uow:
        found = await templates_for(uow, me, site.clock.now())
        cards = tuple([await _card(request, uow, one) for one in found])
        grounds = tuple(Choice(one.key, one.label) for one in await all_grounds(uow))
        confirm = await confirmation_options(request, uow)
    kept = request.query.get("kept", "")
    return respond(request, TemplatesView(cards, grounds, confirm, number_in(kept) if kept else None))


async def _card(request: web.Request, uow: UnitOfWork, template: Template) -> TemplateCard:
    site, me = request.app[SITE], person(request).member.id
    card = await site.write_template(uow, template, phrases_of(request), me)
    assert card.notice is not None, "a template has a notice"
    return TemplateCard(
        path=f"/templates/{template.id}",
        version=template.version,
        head=for_browsers(card.head),
        notice=for_browsers(card.notice),
        is_usable=template.can_be_sent(site.clock.now()),
        is_approvable=template.approved_at is None and template.author_id != me,
    )


async def approve(request: web.Request) -> web.StreamResponse:
    """Approve a colleague's template on the chosen grounds. Needs a fresh passkey."""
    _check(request)
    await require_fresh(request)
    site, form = request.app[SITE], await request.post()
    grounds = str(form.get("grounds", "")) or None
    async with site.storage.transaction() as uow:
        now, version = site.clock.now(), _number(str(form.get("version", "")))
        await approve_template(uow, _template(request), version, person(request).member.id, now, grounds=grounds)
    site.after_commit()
    return _to("/templates")


async def end(request: web.Request) -> web.StreamResponse:
    """End a template: it cannot be sent any more."""
    _check(request)
    site = request.app[SITE]
    async with site.storage.transaction() as uow:
        await end_template(uow, _template(request), person(request).member.id, site.clock.now())
    site.after_commit()
    return _to("/templates")


async def use(request: web.Request) -> web.StreamResponse:
    """Make a numbered draft of the template, to look at before it is sent."""
    _check(request)
    site, template = request.app[SITE], _template(request)
    async with site.storage.transaction() as uow:
        alert = await ready_template(uow, template, person(request).member.id, site.clock.now(), zone=site.zone)
    return _to(f"/templates/{template}/{alert.id}")


async def show_ready(request: web.Request) -> web.StreamResponse:
    """Show the numbered draft of a template as it will arrive, and how many get it."""
    _check(request)
    site, me, t = request.app[SITE], person(request).member.id, phrases_of(request)
    now, template = site.clock.now(), _template(request)
    async with site.storage.reading() as uow:
        await check_keeper(uow, (await uow.templates.get(template)).content, me, now)
        alert = await own_draft(uow, _alert(request), me)
        reach = await uow.deliveries.reach(target_of(alert.content), await copies_of(uow, alert, now), now=now)
        card = await site.write_draft(uow, alert, reach.nearest_m, t, me)
        confirm = await confirmation_options(request, uow)
    path = f"/templates/{template}/{alert.id}"
    view = ReadyView(
        path=f"{path}/send",
        drop=f"{path}/drop",
        number=alert.number or "",
        version=alert.version,
        notice=for_browsers(card.notice),
        rest=for_browsers(card.rest),
        told=t("template-ready", number=alert.number or "", count=reach.members),
        confirm=confirm,
    )
    return respond(request, view)


async def send(request: web.Request) -> web.StreamResponse:
    """Send the draft of a template. Needs a fresh passkey."""
    _check(request)
    await require_fresh(request)
    site, version = request.app[SITE], _number(str((await request.post()).get("version", "")))
    async with site.storage.transaction() as uow:
        now, me = site.clock.now(), person(request).member.id
        alert, _ = await send_template(uow, _template(request), _alert(request), version, me, now)
    site.after_commit()
    return _sent(alert)


async def drop(request: web.Request) -> web.StreamResponse:
    """Throw the draft of a template away."""
    _check(request)
    site = request.app[SITE]
    async with site.storage.transaction() as uow:
        await discard_alert(uow, _alert(request), person(request).member.id, site.clock.now())
    site.after_commit()
    return _to("/templates")


def _check(request: web.Request) -> None:
    check_has(person(request).actor, Action.APPROVE_ALERT, request.app[SITE].clock.now())


def _template(request: web.Request) -> TemplateId:
    return TemplateId(int(request.match_info["template"]))


def _alert(request: web.Request) -> AlertId:
    return AlertId(int(request.match_info["alert"]))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise NotFound
    return int(text)


def _sent(alert: Alert) -> web.Response:
    return _to(f"/compose/{alert.id}")


def _to(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})


_ONE = r"/templates/{template:[1-9][0-9]{0,17}}"
_READY = f"{_ONE}/{{alert:[1-9][0-9]{{0,17}}}}"
ROUTES = (
    web.get("/templates", signed_in(show_templates)),
    web.post(f"{_ONE}/approve", signed_in(approve)),
    web.post(f"{_ONE}/end", signed_in(end)),
    web.post(f"{_ONE}/use", signed_in(use)),
    web.get(_READY, signed_in(show_ready)),
    web.post(f"{_READY}/send", signed_in(send)),
    web.post(f"{_READY}/drop", signed_in(drop)),
)

"""The preview of a notice: the message as it arrives, who gets it, and who sends it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from aiohttp import web

from alerts.alert import Alert, AlertContent, AlertState
from alerts.alert_form import AlertForm
from alerts.ids import AlertId, MemberId
from alerts.ports import Reach, UnitOfWork
from alerts.services.alert.dry_run_alert import glance_at
from alerts.services.alert.find_sender import find_sender
from alerts.services.alert.publish_alert import chats_reached, copies_of
from alerts.services.approval.find_approvers import find_approvers
from alerts.targeting import target_of
from console.message_html import for_browsers
from console.pages.compose.views import Preview
from console.rendering import phrases_of
from console.security.sessions import person
from console.site import SITE
from texts.dry_run import glance_words
from texts.html import Html, lines
from texts.phrases import Phrases
from texts.recipients import chats_words, reached_words, who_sends
from texts.regions import audience_words


async def preview_of(
    request: web.Request, uow: UnitOfWork, form: AlertForm, stored: Alert | None, nameable: Mapping[int, str]
) -> Preview | None:
    """Return the preview of a form; None while something is missing. Nothing is stored."""
    if form.missing is not None or (form.is_for_group and form.kvo_group_id is None):
        return None
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now = site.clock.now()
    content = form.content()
    me, number = visitor.member.id, t.plain("template-number")
    alert = stored or Alert(AlertId(0), number, AlertState.DRAFT, content, me, 0, now)
    alert = replace(alert, content=replace(content, sender=await find_sender(uow, me, content, now)))
    copies = await copies_of(uow, alert, now)
    reach = await uow.deliveries.reach(target_of(alert.content), copies, now=now)
    shown = await site.write_draft(uow, alert, reach.nearest_m, t, me)
    approvers = await find_approvers(uow, alert, now)
    group = form.groups.get(form.kvo_group_id or 0)
    chats = await chats_reached(uow, alert.content)
    also = ", ".join(nameable[one] for one in sorted(form.named) if one in nameable)
    return Preview(
        notice=for_browsers(shown.notice),
        rest=for_browsers(shown.rest),
        recipients=lines(
            t("alert-only-group", name=group) if group else "",
            audience_words(content, t),
            reached_words(reach, t, is_around=content.region is None),
            *(_by_ring(reach, t) if content.region is None else ()),
            chats_words(len(chats), alert.content.tlp, t),
            t("named-too", tlp=alert.content.tlp, who=also) if also else "",
        ),
        dry_run=await _glance(request, uow, alert, copies),
        who=who_sends(approvers, t),
        seen=mark_of(alert.content),
        is_sole=approvers.is_sole_on_duty and not approvers.others,
    )


async def _glance(request: web.Request, uow: UnitOfWork, alert: Alert, copies: Sequence[MemberId]) -> Html:
    """Say in one line how a stored draft would arrive now; nothing while somebody types, as it counts them all."""
    if request.method != "GET" or not alert.id:
        return Html("")
    site = request.app[SITE]
    return glance_words(await glance_at(uow, alert, copies, site.clock.now(), zone=site.zone), phrases_of(request))


def _by_ring(reach: Reach, t: Phrases) -> list[Html]:
    """Say how many people each ring around the place adds."""
    counts = [(one.within_m, one.members) for one in reach.by_ring]
    return [
        t("console-compose-beyond", count=count)
        if metres is None
        else t("console-compose-ring", km=metres // 1_000, count=count)
        for metres, count in counts
    ]


def mark_of(content: AlertContent) -> str:
    """Return a mark of all that a drafter decides, which differs for every other content."""
    decided = (
        content.kind,
        content.what,
        content.place,
        content.place_words,
        content.reach_m,
        sorted(content.branches),
        content.severity,
        content.tlp,
        content.until.timestamp(),
        content.occurred_at.timestamp() if content.occurred_at else None,
        content.time_of_day,
        sorted(content.mo.items()),
        content.kvo_group_id,
        str(content.region or ""),
        sorted(content.named),
    )
    return sha256(repr(decided).encode()).hexdigest()[:32]

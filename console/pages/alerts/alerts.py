"""Running notices: the list of those that this person may read, the page of one, and stopping its sending."""

import re
from dataclasses import replace
from datetime import datetime

from aiohttp import web

from alerts.alert import Alert, AlertState, Approval, RevisionKind, SentText
from alerts.errors import IllegalTransition, NotFound
from alerts.ids import AlertId
from alerts.ports import Sending, UnitOfWork
from alerts.role import Action, may
from alerts.services.alert.find_changeable import is_own_returned
from alerts.services.alert.find_running import Key, Running, find_running, find_sent
from alerts.services.alert.see_alert import is_unseen
from alerts.services.alert.stop_sending import StillSending, still_sending, stop_sending
from alerts.services.permission.check_may import check_has
from alerts.severity import Severity
from console.message_html import for_browsers
from console.moments import told
from console.pages.alerts.counts import counted_words, counts_of
from console.pages.alerts.effects import effect_shown
from console.pages.alerts.views import AlertsView, AlertView, Change, Line, Stoppable, StopView, TextShown
from console.pages.map.small import small_map
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.phrases import Phrases
from texts.places import where
from texts.regions import audience_words
from texts.roles import function_words
from texts.senders import sender_words
from texts.times_and_distances import duration

PAGE = 50
PATHS = {
    RevisionKind.CORRECTION: "correct",
    RevisionKind.UPDATE: "update",
    RevisionKind.EXTENSION: "extend",
    RevisionKind.ALL_CLEAR: "end",
    RevisionKind.RETRACTION: "retract",
}
_AFTER = re.compile(r"(P[1-4])-([1-9][0-9]{0,17})")


async def show_alerts(request: web.Request) -> web.StreamResponse:
    """Show a page of what is live, and to an administrator what is still being sent."""
    site, actor, after = request.app[SITE], person(request).actor, _after(request)
    now = site.clock.now()
    may_stop = may(actor.grants, Action.STOP_SENDING, None, now=now)
    may_read = may(actor.grants, Action.READ_ALERTS, None, now=now)
    if not may_stop:
        check_has(actor, Action.READ_ALERTS, now)
    view = AlertsView(PAGE, is_first=after is None)
    async with site.storage.reading() as uow:
        if may_read:
            page = await find_running(uow, actor, now, most=PAGE, after=after)
            following = "/alerts?after={}-{}".format(*page.following) if page.following else ""
            view = replace(view, running=await _lines(request, uow, page.running), following=following)
        if may_stop:
            view = replace(view, stoppable=tuple(_stoppable(one) for one in await still_sending(uow, actor, now)))
    return respond(request, view)


async def show_alert(request: web.Request) -> web.StreamResponse:
    """Show a notice that was sent: its texts, who got it, and what may be done with it. Who got it in
    the chat has seen it by this."""
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    now = site.clock.now()
    async with site.storage.reading() as uow:
        found = await find_sent(uow, actor, alert_of(request), now)
        thread = tuple([await _shown(request, uow, one) for one in await uow.alerts.texts_of(found.alert.id)])
        latest = await uow.alerts.latest_approval(found.alert.id)
        is_asked = latest is not None and latest.is_change and latest.decision is None
        is_returned = latest is not None and is_own_returned(latest, found.alert, actor.member.id)
        counts = await counts_of(uow, found.alert, t, now) if found.may_propose else None
        effect = await effect_shown(uow, found.alert, t) if found.may_propose else None
        is_new = await is_unseen(uow, found.alert.id, actor.member.id)
        content = found.alert.content
        drawn = await small_map(
            request,
            uow,
            content.place,
            reach_m=content.reach_m,
            group=content.kvo_group_id,
            region=content.region,
        )
    alert = found.alert
    if is_new:
        async with site.storage.transaction() as uow:
            await uow.alerts.mark_seen(alert.id, actor.member.id, now)
    is_live = alert.state is AlertState.LIVE and content.until > now
    state = alert.state if is_live or alert.state is not AlertState.LIVE else AlertState.ENDED
    view = AlertView(
        live=f"alert-{alert.id}",
        number=alert.number or "",
        kind=t(f"kind-{content.kind}"),
        state=t(f"console-alert-state-{state}"),
        severity=t(f"severity-{content.severity}"),
        label=t(f"tlp-{content.tlp.name.lower()}"),
        place=where(content, t),
        audience=audience_words(content, t),
        until=told(content.until, t, site.zone, now) if is_live else None,
        left=_left(alert, t, now) if is_live else None,
        ended=None if is_live else told(alert.ended_at or content.until, t, site.zone, now),
        is_waiting=is_asked and found.may_propose,
        returned=_again(latest) if latest and is_returned else "",
        thread=thread,
        counts=counts,
        effect=effect,
        changes=tuple(_change(alert.id, kind, t) for kind in found.changes),
        map=drawn,
    )
    return respond(request, view)


async def ask_stop(request: web.Request) -> web.StreamResponse:
    """Ask to confirm that this notice is sent no further. Raises IllegalTransition if all of it was sent."""
    site, actor = request.app[SITE], person(request).actor
    now = site.clock.now()
    check_has(actor, Action.STOP_SENDING, now)
    async with site.storage.reading() as uow:
        found = [one for one in await still_sending(uow, actor, now) if one.alert.id == alert_of(request)]
    if not found:
        raise IllegalTransition("all-sent")
    [one] = found
    return respond(request, StopView(one.alert.number or "", f"/alerts/{one.alert.id}/stop", one.waiting))


async def stop(request: web.Request) -> web.StreamResponse:
    """Cancel the deliveries of this notice that still wait."""
    site, actor = request.app[SITE], person(request).actor
    async with site.storage.transaction() as uow:
        await stop_sending(uow, actor, alert_of(request), site.clock.now())
    site.after_commit()
    return web.Response(status=303, headers={"Location": "/alerts"})


def alert_of(request: web.Request) -> AlertId:
    """Return the id in the path."""
    return AlertId(int(request.match_info["alert"]))


def _after(request: web.Request) -> Key | None:
    given = request.query.get("after")
    if given is None:
        return None
    found = _AFTER.fullmatch(given)
    if found is None:
        raise NotFound
    return Severity(found[1]), AlertId(int(found[2]))


async def _lines(request: web.Request, uow: UnitOfWork, running: tuple[Running, ...]) -> tuple[Line, ...]:
    """Return the lines of a page; how far the sending is, and whether a change waits, only for who may propose one."""
    theirs = [one.alert.id for one in running if one.may_propose]
    sending = await uow.deliveries.sending_of(theirs)
    waiting = {one.alert_id for one in await uow.alerts.undecided() if one.is_change} & set(theirs)
    return tuple(_line(request, one, sending.get(one.alert.id), is_waiting=one.alert.id in waiting) for one in running)


def _line(request: web.Request, one: Running, sending: Sending | None, *, is_waiting: bool) -> Line:
    site, t, alert, content = request.app[SITE], phrases_of(request), one.alert, one.alert.content
    now = site.clock.now()
    return Line(
        path=f"/alerts/{alert.id}",
        number=alert.number or "",
        kind=t(f"kind-{content.kind}"),
        severity=t(f"severity-{content.severity}"),
        label=content.tlp.value,
        place=where(content, t),
        until=told(content.until, t, site.zone, now),
        left=_left(alert, t, now),
        counted=counted_words(sending, t) if sending is not None else Html(""),
        is_waiting=is_waiting,
        is_acute=content.severity is Severity.P1,
    )


def _left(alert: Alert, t: Phrases, now: datetime) -> Html:
    return t("console-alert-left", duration=duration(alert.content.until - now, t))


def _stoppable(one: StillSending) -> Stoppable:
    return Stoppable(f"/alerts/{one.alert.id}/stop", one.alert.number or "", one.waiting)


async def _shown(request: web.Request, uow: UnitOfWork, one: SentText) -> TextShown:
    site, t = request.app[SITE], phrases_of(request)
    sender = sender_words(one.revision.content, t, is_short=True)
    if not sender:  # it is from before senders were kept
        sender = Html("") + await function_words(uow, await uow.roles.of_member(one.sent_by), t)
    return TextShown(
        kind=t(f"console-text-{one.revision.kind}"),
        sent=told(one.sent_at, t, site.zone, site.clock.now()),
        sender=sender,
        text=for_browsers(await site.write_text(uow, one.revision, None, t)),
    )


def _change(alert: AlertId, kind: RevisionKind, t: Phrases) -> Change:
    verb = "allclear" if kind is RevisionKind.ALL_CLEAR else PATHS[kind]
    return Change(_path(alert, kind), t(f"change-{verb}"), kind is RevisionKind.RETRACTION)


def _again(returned: Approval) -> str:
    return f"{_path(returned.alert_id, returned.revision_kind)}?again={returned.alert_version}"


def _path(alert: AlertId, kind: RevisionKind) -> str:
    return f"/alerts/{alert}/{PATHS[kind]}"


ONE = r"/alerts/{alert:[1-9][0-9]{0,17}}"
ROUTES = (
    web.get("/alerts", signed_in(show_alerts)),
    web.get(ONE, signed_in(show_alert)),
    web.get(f"{ONE}/stop", signed_in(ask_stop)),
    web.post(f"{ONE}/stop", signed_in(stop)),
)

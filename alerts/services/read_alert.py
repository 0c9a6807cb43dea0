"""Read an alert by the link under one line about it: as it reads now, for whom it concerns."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Revision
from alerts.egress import admits_coordinator
from alerts.errors import NotAllowed, NotFound
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant, may
from alerts.services.find_coordinators import alert_matter, located
from alerts.services.publish_alert import copies_of
from alerts.severity import Route


async def read_alert(
    uow: UnitOfWork, alert_id: AlertId, member: MemberId, now: datetime
) -> tuple[Revision, int | None]:
    """The newest text, with the metres from the member's nearest shop (None: a coordinator).

    Raises NotFound for what was never sent, NotAllowed with why it is not for this member.
    """
    alert = await uow.alerts.get(alert_id)
    newest = await uow.alerts.latest_revision(alert_id)
    if newest is None:
        raise NotFound
    if alert.state is AlertState.RETRACTED:
        raise NotAllowed("alert-retracted", number=newest.alert_number)
    if alert.state is not AlertState.LIVE or alert.content.until <= now:
        raise NotAllowed("alert-over", number=newest.alert_number)
    for revision, metres in await uow.alerts.live_for(member, now):
        if revision.alert_id == alert_id:
            return revision, metres
    if member in await copies_of(uow, alert, now):
        return newest, None
    if await may_read_in_office(uow, alert, member, await uow.roles.of_member(member), now):
        return newest, None
    raise await _why_not(uow, alert, member)


async def may_read_in_office(
    uow: UnitOfWork, alert: Alert, member: MemberId, grants: Iterable[Grant], now: datetime
) -> bool:
    """Whether one of these roles lets the member read it: in its scope, or with a copy that was sent, and as far as the
    label admits that role. Who wrote it counts as named, and for no longer than the role lasts."""
    matter = await located(uow, alert_matter(alert.content))
    content = replace(alert.content, named=alert.content.named | {alert.author_id})
    admitted = [one for one in grants if one.is_active(now) and admits_coordinator(content, member, one)]
    if may(admitted, Action.READ_ALERTS, matter, now=now):
        return True
    return bool(admitted) and await uow.deliveries.addressed_to(alert.id, member)


async def _why_not(uow: UnitOfWork, alert: Alert, member: MemberId) -> NotAllowed:
    tlp, number = alert.content.tlp, alert.number or ""
    if not tlp.admits(Route.CONCERNED):
        return NotAllowed("alert-coordinators", number=number, tlp=tlp)
    followings = await uow.premises.followings(member)
    if not followings:
        return NotAllowed("start-first")
    if not tlp.admits(Route.EVERYBODY) and not any(one.premises.is_verified for one in followings):
        return NotAllowed("alert-unverified", number=number, tlp=tlp)
    return NotAllowed("alert-elsewhere")

"""Read an alert by the link under a one-line notice: the newest text, for who is concerned."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Revision
from alerts.errors import NotAllowed, NotFound, OutOfReach
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.region import touches
from alerts.role import Action, Grant, Matter
from alerts.services.alert.publish_alert import copies_of
from alerts.services.permission.locate_matter import alert_matter, located
from alerts.tlp_rules import admits_coordinator


async def read_alert(
    uow: UnitOfWork, alert_id: AlertId, member: MemberId, now: datetime
) -> tuple[Revision, int | None]:
    """Return the newest text, with the metres from the member's nearest shop (None: a coordinator).

    Raises NotFound for an alert that was never sent, OutOfReach for who is not concerned, and NotAllowed, saying
    whether it ended or was retracted, for who received it or may read it.
    """
    alert = await uow.alerts.get(alert_id)
    newest = await uow.alerts.latest_revision(alert_id)
    if newest is None:
        raise NotFound
    is_live = alert.state is AlertState.LIVE and alert.content.until > now
    for revision, metres in await uow.alerts.live_for(member, now) if is_live else ():
        if revision.alert_id == alert_id:
            return revision, metres
    if not await _is_told(uow, alert, member, now, is_live=is_live):
        raise OutOfReach("alert-elsewhere")
    if is_live:
        return newest, None
    reason = "alert-retracted" if alert.state is AlertState.RETRACTED else "alert-over"
    raise NotAllowed(reason, number=newest.alert_number)


async def may_read_in_office(
    uow: UnitOfWork, alert: Alert, member: MemberId, grants: Iterable[Grant], now: datetime
) -> bool:
    """Whether one of these roles lets the member read the alert: in its scope or with a copy that was sent, and as far
    as the label admits that role. The author counts as named while the role lasts."""
    return await may_read_there(uow, alert, await located(uow, alert_matter(alert.content)), member, grants, now)


async def may_read_there(
    uow: UnitOfWork, alert: Alert, matter: Matter, member: MemberId, grants: Iterable[Grant], now: datetime
) -> bool:
    """Whether one of these roles lets the member read the alert, of which the matter was located already. An alert to a
    region is read by whoever has some of it in scope."""
    content = replace(alert.content, named=alert.content.named | {alert.author_id})
    admitted = [one for one in grants if one.is_active(now) and admits_coordinator(content, member, one)]
    readers = [one for one in admitted if Action.READ_ALERTS in one.actions]
    if any(one.scope.covers(matter) or touches(one.scope, matter) for one in readers):
        return True
    return bool(admitted) and await uow.deliveries.addressed_to(alert.id, member)


async def _is_told(uow: UnitOfWork, alert: Alert, member: MemberId, now: datetime, *, is_live: bool) -> bool:
    """Whether this member may read the alert by a role, or, once it is over, because it was sent to them."""
    if not is_live and await uow.deliveries.addressed_to(alert.id, member):
        return True
    if member in await copies_of(uow, alert, now):
        return True
    return await may_read_in_office(uow, alert, member, await uow.roles.of_member(member), now)

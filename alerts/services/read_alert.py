"""Read an alert by the link under one line about it: as it reads now, for whom it concerns."""

from datetime import datetime

from alerts.alert import Alert, AlertState, Revision
from alerts.errors import NotAllowed, NotFound
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.check_may import is_allowed
from alerts.services.find_coordinators import alert_matter
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
    if member == alert.author_id or member in await copies_of(uow, alert, now):
        return newest, None
    if await is_allowed(uow, member, Action.READ_ALERTS, alert_matter(alert.content), now):
        return newest, None
    raise await _why_not(uow, alert, member)


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

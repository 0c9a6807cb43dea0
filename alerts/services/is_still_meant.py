"""Whether somebody to whom an alert was addressed may still read it, at the moment of sending."""

from datetime import datetime

from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.publish_alert import copies_of


async def is_still_meant(uow: UnitOfWork, alert_id: AlertId, member: MemberId, now: datetime) -> bool:
    """By one of the member's shops as it is now, or by a role that still covers the alert."""
    if any(revision.alert_id == alert_id for revision, _ in await uow.alerts.live_for(member, now)):
        return True
    return member in await copies_of(uow, await uow.alerts.get(alert_id), now)

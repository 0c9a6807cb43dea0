"""Remind those who have not seen a P1 or P2, once."""

from datetime import datetime, timedelta

from alerts.alert import Alert
from alerts.delivery import NewDelivery, Notice, OnUnknown, Priority
from alerts.policies import is_night
from alerts.ports import UnitOfWork
from alerts.severity import Severity

VIEW = "unread"
AFTER = {Severity.P1: timedelta(minutes=10), Severity.P2: timedelta(hours=3)}
LATEST = timedelta(hours=10)  # after it was due; later it reminds of nothing any more
# Behind the notices of its own severity: a reminder delays none.
_PRIORITY = {Severity.P1: Priority.P2, Severity.P2: Priority.P3}


async def has_unread_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether readers of an alert are to be reminded."""
    return any(_is_due(one, now, uow) for one in await uow.alerts.unreminded(now))


async def remind_unread(uow: UnitOfWork, now: datetime) -> None:
    """Remind everybody who got the alert and has not seen it. At night a P2 waits for the morning, and a P1 reminds
    only who lets it sound then."""
    at_night = is_night(now, uow.tallies.zone)
    for alert in await uow.alerts.unreminded(now):
        if not _is_due(alert, now, uow):
            continue
        await uow.alerts.mark_readers_reminded(alert.id, now)
        unread = await uow.deliveries.unread(alert.id, now)
        rows = [
            NewDelivery(
                effect_key=f"unread:{alert.id}:{one.address_id}",
                address_id=one.address_id,
                notice=Notice(VIEW, {"alert": alert.id}),
                deadline=alert.content.until,
                priority=Priority.P4 if alert.content.is_drill else _PRIORITY[alert.content.severity],
                on_unknown=OnUnknown.GIVE_UP,
                alert_id=alert.id,
                target=one.delivery_id,
            )
            for one in unread
            if one.hears_p1 or not at_night
        ]
        await uow.deliveries.enqueue(rows, now)


def _is_due(alert: Alert, now: datetime, uow: UnitOfWork) -> bool:
    severity = alert.content.severity
    if alert.sent_at is None or severity not in AFTER:
        return False
    due = alert.sent_at + AFTER[severity]
    waits = severity is Severity.P2 and is_night(now, uow.tallies.zone)
    return due <= now < due + LATEST and not waits

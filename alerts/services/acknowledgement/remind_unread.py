"""Remind those who have not seen a P1 or P2, once, so long after it arrived at them."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from alerts.delivery import NewDelivery, Notice, OnUnknown, Priority
from alerts.policies import is_night
from alerts.ports import ReadersToRemind, UnitOfWork
from alerts.severity import Severity

VIEW = "unread"
AFTER = {Severity.P1: timedelta(minutes=10), Severity.P2: timedelta(hours=3)}
LATEST = timedelta(hours=10)  # after it was due; later it reminds of nothing any more
# Between two looks at one alert: each reads all its deliveries, of which some arrive late.
_EVERY = {Severity.P1: timedelta(minutes=1), Severity.P2: timedelta(minutes=15)}
# Behind the notices of its own severity: a reminder delays none.
_PRIORITY = {Severity.P1: Priority.P2, Severity.P2: Priority.P3}


async def has_unread_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether it is time to look whom to remind of an alert."""
    return bool(await _due(uow, now))


async def remind_unread(uow: UnitOfWork, now: datetime) -> None:
    """Remind everybody at whom the alert arrived so long ago and who has not seen it. At night a P2 waits for the
    morning, and a P1 reminds only who lets it sound then."""
    at_night = is_night(now, uow.tallies.zone)
    for one in await _due(uow, now):
        until = now - AFTER[one.severity]
        looked_until = until - LATEST if one.reminded_at is None else one.reminded_at - AFTER[one.severity]
        unread = await uow.deliveries.unread(one.alert_id, now, since=max(looked_until, until - LATEST), until=until)
        await uow.alerts.mark_readers_reminded(one.alert_id, now)
        rows = [
            NewDelivery(
                effect_key=f"unread:{one.alert_id}:{reader.address_id}",
                address_id=reader.address_id,
                notice=Notice(VIEW, {"alert": one.alert_id}),
                deadline=one.until,
                priority=Priority.P4 if one.is_drill else _PRIORITY[one.severity],
                on_unknown=OnUnknown.GIVE_UP,
                alert_id=one.alert_id,
                target=reader.delivery_id,
            )
            for reader in unread
            if reader.hears_p1 or not at_night
        ]
        await uow.deliveries.enqueue(rows, now)


async def _due(uow: UnitOfWork, now: datetime) -> list[ReadersToRemind]:
    return [
        one
        for severity in _severities(now, uow)
        for one in await uow.alerts.with_readers_to_remind(
            severity, sent_before=now - AFTER[severity], reminded_before=now - _EVERY[severity], now=now
        )
    ]


def _severities(now: datetime, uow: UnitOfWork) -> Iterator[Severity]:
    yield Severity.P1
    if not is_night(now, uow.tallies.zone):
        yield Severity.P2

"""Report progress: the author's one message keeps counting, and a final report follows when all is settled."""

from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert
from alerts.delivery import DeliveryState, NewDelivery, Notice, OnUnknown, Operation, Priority
from alerts.ids import AlertId
from alerts.ports import DeliveryCount, UnitOfWork
from alerts.services.publish_alert import progress_key
from alerts.services.tell import tell


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an alert has come: by state, by reason where it did not arrive, and how many pressed Gezien."""

    sent: int
    waiting: int
    paused: int
    unknown: int
    failed: tuple[DeliveryCount, ...]
    skipped: tuple[DeliveryCount, ...]
    seen: int

    @property
    def key(self) -> str:
        """Changes whenever something was counted."""
        settled = (self.sent, self.paused, self.unknown, _sum(self.failed), _sum(self.skipped), self.seen)
        return ":".join(str(count) for count in settled)

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits any more, members' pauses aside."""
        return self.waiting == 0


async def progress_of(uow: UnitOfWork, alert: AlertId) -> Progress:
    """Count an alert's deliveries."""
    counts = await uow.deliveries.counts(alert)

    def in_state(*states: DeliveryState) -> tuple[DeliveryCount, ...]:
        return tuple(one for one in counts if one.state in states)

    is_open = in_state(DeliveryState.QUEUED, DeliveryState.SENDING)
    paused = sum(one.count for one in is_open if one.reason == "paused")
    return Progress(
        sent=_sum(in_state(DeliveryState.SENT)),
        waiting=_sum(is_open) - paused,
        paused=paused,
        unknown=_sum(in_state(DeliveryState.UNKNOWN)),
        failed=in_state(DeliveryState.FAILED),
        skipped=in_state(DeliveryState.SKIPPED),
        seen=await uow.alerts.seen_count(alert),
    )


async def report_progress(uow: UnitOfWork, now: datetime) -> None:
    """For each live alert: renew the counting message if something changed, and close with a report."""
    for alert in await uow.alerts.live_by_place(now):
        progress = await progress_of(uow, alert.id)
        await _renew(uow, alert, progress, now)
        if progress.is_settled:
            notice = Notice("alert-report", {"alert": alert.id})
            await tell(uow, [alert.author_id], notice, f"report:{alert.id}", now, alert=alert.id)


async def _renew(uow: UnitOfWork, alert: Alert, progress: Progress, now: datetime) -> None:
    author = await uow.members.get(alert.author_id)
    counting = await uow.deliveries.by_key(f"{progress_key(alert)}:{author.address.id}")
    if counting is None or counting[1] is not DeliveryState.SENT:
        return
    renewed = NewDelivery(
        effect_key=f"{progress_key(alert)}:{progress.key}",
        address_id=author.address.id,
        notice=Notice("progress", {"alert": alert.id}),
        deadline=alert.content.until,
        operation=Operation.EDIT,
        on_unknown=OnUnknown.GIVE_UP,
        priority=Priority.BACKGROUND,
        alert_id=alert.id,
        target=counting[0],
    )
    await uow.deliveries.enqueue([renewed], now)


def _sum(counts: tuple[DeliveryCount, ...]) -> int:
    return sum(one.count for one in counts)

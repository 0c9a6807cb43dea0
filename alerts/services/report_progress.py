"""Report progress: the author's one message keeps counting, and a final report follows when all is settled."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.alert import Alert
from alerts.delivery import OPEN_STATES, DeliveryState, NewDelivery, Notice, OnUnknown, Operation, Priority
from alerts.ids import AlertId
from alerts.ports import DeliveryCount, UnitOfWork
from alerts.services.publish_alert import progress_key


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


async def has_news(uow: UnitOfWork, now: datetime) -> bool:
    """Whether anything was counted since it was last told."""
    for alert in await uow.alerts.live_by_place(now):
        for row in await _news(uow, alert):
            if await uow.deliveries.by_key(row.effect_key) is None:
                return True
    return False


async def report_progress(uow: UnitOfWork, now: datetime) -> None:
    """For each live alert: renew the counting message if something changed, and close with a report."""
    for alert in await uow.alerts.live_by_place(now):
        await uow.deliveries.enqueue(await _news(uow, alert), now)


async def _news(uow: UnitOfWork, alert: Alert) -> list[NewDelivery]:
    """What the author should have been told by now; the effect keys say what was told already."""
    progress, author = await progress_of(uow, alert.id), await uow.members.get(alert.author_id)
    row = NewDelivery(
        effect_key=f"{progress_key(alert)}:{progress.key}",
        address_id=author.address.id,
        notice=Notice("progress", {"alert": alert.id}),
        deadline=alert.content.until,
        alert_id=alert.id,
    )
    news = []
    counting = await uow.deliveries.by_key(f"{progress_key(alert)}:{author.address.id}")
    if counting is not None and counting[1] is DeliveryState.SENT:
        renewed = replace(row, operation=Operation.EDIT, target=counting[0], on_unknown=OnUnknown.GIVE_UP)
        news.append(replace(renewed, priority=Priority.BACKGROUND))
    is_counting = counting is None or counting[1] not in OPEN_STATES  # the report comes below it
    if progress.is_settled and is_counting:
        notice = Notice("alert-report", {"alert": alert.id})
        news.append(replace(row, effect_key=f"report:{alert.id}", notice=notice))
    return news


def _sum(counts: tuple[DeliveryCount, ...]) -> int:
    return sum(one.count for one in counts)

"""Counts of a notice: by state and reason as the progress message in the chat counts them, and over time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from alerts.alert import Alert
from alerts.ports import DeliveryCount, Sending, UnitOfWork
from alerts.services.alert.report_progress import ChangeProgress, Progress, progress_of
from console.pages.alerts.views import Bar, Counts, RingRow, Row
from texts.html import Html
from texts.phrases import Phrases
from texts.ring_progress import ring_names
from texts.times_and_distances import duration

# After how long the arrivals are counted.
_STEPS = tuple(
    timedelta(seconds=seconds)
    for seconds in (10, 30, 60, 120, 300, 600, 1_800, 3_600, 3 * 3_600, 12 * 3_600, 24 * 3_600, 72 * 3_600)
)
_MINUTE = timedelta(minutes=1)


async def counts_of(uow: UnitOfWork, alert: Alert, t: Phrases, now: datetime) -> Counts:
    """Count an alert that was sent."""
    progress = await progress_of(uow, alert.id)
    rings = (RingRow(ring_names(one, t), one.sent, one.seen, one.acted) for one in progress.rings)
    return Counts(_rows(progress, t), await _bars(uow, alert, t, now), tuple(rings))


def _rows(progress: Progress, t: Phrases) -> tuple[Row, ...]:
    always = {"sent": progress.sent, "seen": progress.seen, "waiting": progress.waiting}
    sometimes = {
        "held": progress.held,
        "unknown": progress.unknown,
        "chats-sent": progress.chats_sent,
        "chats-waiting": progress.chats_waiting,
        "chats-unknown": progress.chats_unknown,
        "chats-missed": progress.chats_missed,
    }
    return (
        *(Row(t(f"console-count-{name}"), count) for name, count in always.items()),
        *_reasons("failed", progress.failed, t),
        *_reasons("skipped", progress.skipped, t),
        *(Row(t(f"console-count-{name}"), count) for name, count in sometimes.items() if count),
        *(row for one in progress.changes for row in _changed(one, t)),
    )


def _reasons(state: str, counted: Iterable[DeliveryCount], t: Phrases) -> list[Row]:
    return [Row(t(f"console-count-{state}", reason=t(f"reason-{one.reason}")), one.count) for one in counted]


def _changed(one: ChangeProgress, t: Phrases) -> list[Row]:
    kind = t(f"console-text-{one.kind}")
    counted = {"sent": one.sent, "waiting": one.waiting, "unknown": one.unknown}
    return [
        Row(t(f"console-count-change-{name}", kind=kind), count)
        for name, count in counted.items()
        if count or name == "sent"
    ]


async def _bars(uow: UnitOfWork, alert: Alert, t: Phrases, now: datetime) -> tuple[Bar, ...]:
    """Return how many had the first text after each step, until all had it who have it now."""
    if alert.sent_at is None:
        return ()
    passed = [step for step in _STEPS if alert.sent_at + step < now]
    *arrived, total = await uow.deliveries.arrived_by(alert.id, [*(alert.sent_at + step for step in passed), now])
    if not total:
        return ()
    needed = next((index for index, count in enumerate(arrived) if count == total), len(arrived))
    steps = [(_after(step, t), count) for step, count in zip(passed, arrived, strict=True)][: needed + 1]
    shown = steps if needed < len(arrived) else [*steps, (t.plain("console-chart-now"), total)]
    return tuple(Bar(label, count, round(100 * count / total)) for label, count in shown)


def _after(step: timedelta, t: Phrases) -> str:
    if step < _MINUTE:
        return t.plain("console-chart-seconds", count=step.seconds)
    return duration(step, t)


def counted_words(sending: Sending, t: Phrases) -> Html:
    """Say in a line how far the sending is."""
    if not sending.waiting:
        return t("console-running-sent", sent=sending.sent)
    return t("console-running-sending", sent=sending.sent, waiting=sending.waiting)

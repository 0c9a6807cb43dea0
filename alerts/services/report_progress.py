"""Report progress: the author's one message keeps counting, and a final report follows when all is settled.

The button under an alert in a group's chat counts along.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from alerts.alert import Alert, AlertState, RevisionKind
from alerts.audit import AuditEvent
from alerts.delivery import OPEN_STATES, DeliveryState, NewDelivery, Notice, OnUnknown, Operation, Priority
from alerts.ids import AlertId
from alerts.ports import DeliveryCount, InChat, UnitOfWork
from alerts.services.publish_alert import progress_key
from alerts.services.tell import KEPT_TRYING


@dataclass(frozen=True, slots=True)
class ChangeProgress:
    """How far a later text of an alert has come, with everybody; `waiting`: those aside whose pause holds it."""

    revision: int
    kind: RevisionKind
    sent: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an alert has come: by state, by reason where it did not arrive, and how many pressed Gezien.

    The first text is counted by person, and apart from them by group chat; later texts follow in `changes`.
    """

    sent: int
    waiting: int
    paused: int
    unknown: int
    failed: tuple[DeliveryCount, ...]
    skipped: tuple[DeliveryCount, ...]
    seen: int
    chats_sent: int = 0
    chats_waiting: int = 0
    chats_missed: int = 0
    changes: tuple[ChangeProgress, ...] = ()

    @property
    def key(self) -> str:
        """Changes whenever something was counted."""
        settled = (self.sent, self.paused, self.unknown, _sum(self.failed), _sum(self.skipped), self.seen)
        changes = (count for one in self.changes for count in (one.revision, one.sent, one.waiting))
        return ":".join(str(count) for count in (*settled, self.chats_sent, self.chats_missed, *changes))

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits any more, members' pauses aside."""
        return self.waiting + self.chats_waiting + sum(one.waiting for one in self.changes) == 0


async def progress_of(uow: UnitOfWork, alert: AlertId) -> Progress:
    """Count an alert's deliveries."""
    counts = await uow.deliveries.counts(alert)
    first = [one for one in counts if one.revision == 1 and not one.is_chat]
    chats = [one for one in counts if one.revision == 1 and one.is_chat]
    chats_sent, chats_waiting = _in_state(chats, DeliveryState.SENT), _in_state(chats, *OPEN_STATES)
    return Progress(
        sent=_sum(_in_state(first, DeliveryState.SENT)),
        waiting=_waiting(first),
        paused=_sum(_in_state(counts, *OPEN_STATES)) - _waiting(counts),
        unknown=_sum(_in_state(first, DeliveryState.UNKNOWN)),
        failed=_in_state(first, DeliveryState.FAILED),
        skipped=_in_state(first, DeliveryState.SKIPPED),
        seen=await uow.alerts.seen_count(alert),
        chats_sent=_sum(chats_sent),
        chats_waiting=_sum(chats_waiting),
        chats_missed=_sum(chats) - _sum(chats_sent) - _sum(chats_waiting),
        changes=_changes(counts),
    )


def _changes(counts: Iterable[DeliveryCount]) -> tuple[ChangeProgress, ...]:
    later = [one for one in counts if one.revision > 1]
    return tuple(
        ChangeProgress(
            revision,
            kind,
            sent=_sum(one for one in _in_state(later, DeliveryState.SENT) if one.revision == revision),
            waiting=_waiting(one for one in later if one.revision == revision),
        )
        for revision, kind in sorted({(one.revision, one.kind) for one in later})
    )


async def may_have_news(uow: UnitOfWork, _now: datetime) -> bool:
    """Whether there is anything to count."""
    return bool(await uow.deliveries.to_recount())


async def report_progress(uow: UnitOfWork, now: datetime) -> None:
    """For each alert that counts and of which something changed: renew what counts, and close with a report."""
    changed = await uow.deliveries.to_recount()
    for alert in await _counting(uow, now):
        if alert.id in changed:
            await _report(uow, alert, now)
    await uow.deliveries.mark_counted(changed)


async def _report(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    news = await _news(uow, alert)
    report = next((row for row in news if row.effect_key == _report_key(alert)), None)
    is_new = report is not None and await uow.deliveries.by_key(report.effect_key) is None
    await uow.deliveries.enqueue(news, now)
    if is_new:
        await _record(uow, alert, now)


async def _record(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    progress = await progress_of(uow, alert.id)
    counts = {
        "sent": progress.sent,
        "unknown": progress.unknown,
        "failed": _sum(progress.failed),
        "skipped": _sum(progress.skipped),
    }
    await uow.audit.append(AuditEvent("alert.delivered", "alert", alert.id, None, counts), now)


def _report_key(alert: Alert) -> str:
    return f"report:{alert.id}"


async def _counting(uow: UnitOfWork, now: datetime) -> list[Alert]:
    """Those that are live, and those of which somebody said that they are not, for as long as that is being sent."""
    return [*await uow.alerts.live_by_place(now), *await uow.alerts.closed_since(now - KEPT_TRYING)]


async def _news(uow: UnitOfWork, alert: Alert) -> list[NewDelivery]:
    chats = await uow.deliveries.in_chats(alert.id) if alert.state is AlertState.LIVE else []
    return [
        *await _to_author(uow, alert),
        *(_recounted(alert, one) for one in chats if one.seen and not one.is_changing),
    ]


async def _to_author(uow: UnitOfWork, alert: Alert) -> list[NewDelivery]:
    """What the author should have been told by now; the effect keys say what was told already."""
    progress, author = await progress_of(uow, alert.id), await uow.members.get(alert.author_id)
    row = NewDelivery(
        effect_key=f"{progress_key(alert)}:{progress.key}",
        address_id=author.address.id,
        notice=Notice("progress", {"alert": alert.id}),
        deadline=alert.content.until if alert.ended_at is None else alert.ended_at + KEPT_TRYING,
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
        news.append(replace(row, effect_key=_report_key(alert), notice=notice))
    return news


def _recounted(alert: Alert, one: InChat) -> NewDelivery:
    """The same text with the new count under it."""
    fields = {"revision": one.revision_id, "is_one_line": int(one.is_one_line), "seen": one.seen}
    return NewDelivery(
        effect_key=f"seen-in-chat:{one.id}:{one.seen}",
        address_id=one.address_id,
        notice=Notice("alert-in-chat", fields),
        deadline=alert.content.until,
        operation=Operation.EDIT,
        on_unknown=OnUnknown.GIVE_UP,
        priority=Priority.BACKGROUND,
        alert_id=alert.id,
        target=one.id,
    )


def _in_state(counts: Iterable[DeliveryCount], *states: DeliveryState) -> tuple[DeliveryCount, ...]:
    return tuple(one for one in counts if one.state in states)


def _waiting(counts: Iterable[DeliveryCount]) -> int:
    return _sum(one for one in _in_state(counts, *OPEN_STATES) if one.reason != "paused")


def _sum(counts: Iterable[DeliveryCount]) -> int:
    return sum(one.count for one in counts)

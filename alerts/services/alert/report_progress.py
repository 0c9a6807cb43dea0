"""Report progress: update the author's counting message, and send a final report when every delivery is settled.

The button under an alert in a group's chat shows the count as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from alerts.acknowledgement import RingProgress, without_small
from alerts.alert import Alert, AlertState, RevisionKind
from alerts.audit import AuditEvent
from alerts.delivery import (
    CHAT_REFUSED,
    HELD,
    OPEN_STATES,
    DeliveryState,
    NewDelivery,
    Notice,
    OnUnknown,
    Operation,
    Priority,
)
from alerts.ids import AddressId, AlertId, DeliveryId
from alerts.ports import DeliveryCount, InChat, UnitOfWork
from alerts.services.alert.publish_alert import progress_key
from alerts.services.tell import KEPT_TRYING

MOST_RINGED = 10_000  # rings are read from every delivery: while more are out, that would hold up what still goes


@dataclass(frozen=True, slots=True)
class ChangeProgress:
    """Delivery counts of one later text of an alert, to all recipients; `waiting` leaves out what waits as
    its reader chose."""

    revision: int
    kind: RevisionKind
    sent: int
    waiting: int
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Delivery counts of an alert: by state, by reason where it did not arrive, and how many pressed Gelezen.

    The first text is counted by person, and separately by group chat; later texts follow in `changes`. `rings`: how far
    it is in each ring; of a large sending only once all is delivered.
    """

    sent: int
    waiting: int
    held: int
    unknown: int
    failed: tuple[DeliveryCount, ...]
    skipped: tuple[DeliveryCount, ...]
    seen: int
    chats_sent: int = 0
    chats_waiting: int = 0
    chats_missed: int = 0
    chats_unknown: int = 0
    changes: tuple[ChangeProgress, ...] = ()
    rings: tuple[RingProgress, ...] = ()

    @property
    def key(self) -> str:
        """A key that differs whenever one of the counts does."""
        settled = (self.sent, self.held, self.unknown, _sum(self.failed), _sum(self.skipped), self.seen)
        changes = (count for one in self.changes for count in (one.revision, one.sent, one.waiting, one.unknown))
        chats = (self.chats_sent, self.chats_missed, self.chats_unknown)
        rings = (count for one in self.rings for count in (one.sent, one.seen, one.acted))
        return ":".join(str(count) for count in (*settled, *chats, *changes, *rings))

    @property
    def is_settled(self) -> bool:
        """Whether no delivery waits any more, apart from those that wait as their readers chose."""
        return self.waiting + self.chats_waiting + sum(one.waiting for one in self.changes) == 0


async def progress_of(uow: UnitOfWork, alert: AlertId) -> Progress:
    """Count an alert's deliveries."""
    counts = await uow.deliveries.counts(alert)
    first = [one for one in counts if one.revision == 1 and not one.is_chat]
    chats = [one for one in counts if one.revision == 1 and one.is_chat]
    chats_sent = _in_state(chats, DeliveryState.SENT)
    chats_waiting = tuple(one for one in _in_state(chats, *OPEN_STATES) if one.reason != CHAT_REFUSED)
    chats_unknown = _in_state(chats, DeliveryState.UNKNOWN)
    counted = Progress(
        sent=_sum(_in_state(first, DeliveryState.SENT)),
        waiting=_waiting(first),
        held=_sum(_in_state(counts, *OPEN_STATES)) - _waiting(counts),
        unknown=_sum(_in_state(first, DeliveryState.UNKNOWN)),
        failed=_in_state(first, DeliveryState.FAILED),
        skipped=_in_state(first, DeliveryState.SKIPPED),
        seen=await uow.alerts.seen_count(alert),
        chats_sent=_sum(chats_sent),
        chats_waiting=_sum(chats_waiting),
        chats_missed=_sum(chats) - _sum(chats_sent) - _sum(chats_waiting) - _sum(chats_unknown),
        chats_unknown=_sum(chats_unknown),
        changes=_changes(counts),
    )
    if counted.sent > MOST_RINGED and not counted.is_settled:
        return counted
    return replace(counted, rings=tuple(without_small(await uow.acknowledgements.by_ring(alert))))


def _changes(counts: Iterable[DeliveryCount]) -> tuple[ChangeProgress, ...]:
    later = [one for one in counts if one.revision > 1]
    return tuple(
        _change([one for one in later if one.revision == revision], revision, kind)
        for revision, kind in sorted({(one.revision, one.kind) for one in later})
    )


def _change(counts: Sequence[DeliveryCount], revision: int, kind: RevisionKind) -> ChangeProgress:
    sent, unknown = _in_state(counts, DeliveryState.SENT), _in_state(counts, DeliveryState.UNKNOWN)
    return ChangeProgress(revision, kind, sent=_sum(sent), waiting=_waiting(counts), unknown=_sum(unknown))


async def may_have_news(uow: UnitOfWork, _now: datetime) -> bool:
    """Whether deliveries changed since the last count."""
    return bool(await uow.deliveries.to_recount())


async def report_progress(uow: UnitOfWork, now: datetime) -> None:
    """Update the progress of each alert that is still counted and changed, and close it with a report once settled."""
    changed = await uow.deliveries.to_recount()
    for alert in await _counting(uow, now):
        if alert.id in changed:
            await _report(uow, alert, now)
    await uow.deliveries.mark_counted(changed)


async def _report(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    news = await _news(uow, alert)
    report = next((row for row in news if row.effect_key == _report_key(alert)), None)
    await uow.deliveries.enqueue(news, now)
    if report is not None:
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
    """Alerts that are counted: live ones, and those closed recently enough that the closing may still be under way."""
    return [*await uow.alerts.live_by_place(now), *await uow.alerts.closed_since(now - KEPT_TRYING)]


async def _news(uow: UnitOfWork, alert: Alert) -> list[NewDelivery]:
    chats = await uow.deliveries.in_chats(alert.id) if alert.state is AlertState.LIVE else []
    return [
        *await _to_author(uow, alert),
        *(_recounted(alert, one) for one in chats if one.seen and not one.is_changing),
    ]


async def _to_author(uow: UnitOfWork, alert: Alert) -> list[NewDelivery]:
    """Return the messages that the author should have by now; the effect keys leave out what was sent already.

    While one edit of the progress message waits, no second one is queued: the edit is rendered when it is sent, with
    the counts of that moment, and once it is settled the alert is counted again. The report is one line, an answer to
    the progress message; where that did not arrive, the report is a progress message itself.
    """
    progress, author = await progress_of(uow, alert.id), await uow.members.get(alert.author_id)
    counting = await uow.deliveries.by_key(f"{progress_key(alert)}:{author.address.id}")
    is_over = progress.is_settled and (counting is None or counting[1] not in OPEN_STATES)
    is_due = is_over and await uow.deliveries.by_key(_report_key(alert)) is None
    card = await progress_card(uow, alert)
    news = []
    if card is not None and not await uow.deliveries.is_changing(card):
        edit = _renewed(alert, card, author.address.id, progress.key)
        news.append(replace(edit, priority=Priority.PERSON if is_due else Priority.BACKGROUND))  # the line comes after
    if is_due:
        report = NewDelivery(
            effect_key=_report_key(alert),
            address_id=author.address.id,
            notice=Notice("alert-report", {"alert": alert.id}),
            deadline=_deadline(alert),
            alert_id=alert.id,
            target=card,
        )
        news.append(report)
    return news


async def progress_card(uow: UnitOfWork, alert: Alert) -> DeliveryId | None:
    """Return the delivery of the author's progress message; None if it did not arrive."""
    author = await uow.members.get(alert.author_id)
    counting = await uow.deliveries.by_key(f"{progress_key(alert)}:{author.address.id}")
    return counting[0] if counting is not None and counting[1] is DeliveryState.SENT else None


async def close_progress_card(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    """Queue the last edit of the progress message of an alert that has ended, if the message arrived: it loses the
    buttons of a live alert."""
    card = await progress_card(uow, alert)
    if card is not None:
        author = await uow.members.get(alert.author_id)
        await uow.deliveries.enqueue([_renewed(alert, card, author.address.id, "ended")], now)


def _renewed(alert: Alert, card: DeliveryId, address: AddressId, key: str) -> NewDelivery:
    return NewDelivery(
        effect_key=f"{progress_key(alert)}:{key}",
        address_id=address,
        notice=Notice("progress", {"alert": alert.id}),
        deadline=_deadline(alert),
        operation=Operation.EDIT,
        on_unknown=OnUnknown.GIVE_UP,
        alert_id=alert.id,
        target=card,
    )


def _deadline(alert: Alert) -> datetime:
    return alert.content.until if alert.ended_at is None else alert.ended_at + KEPT_TRYING


def _recounted(alert: Alert, one: InChat) -> NewDelivery:
    """Edit the alert in this chat: the same text with the new count under it."""
    fields = {"revision": one.revision_id, "is_one_line": int(one.is_one_line), "seen": one.seen}
    fields["group"] = one.kvo_group_id
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
    return _sum(one for one in _in_state(counts, *OPEN_STATES) if one.reason not in (*HELD, CHAT_REFUSED))


def _sum(counts: Iterable[DeliveryCount]) -> int:
    return sum(one.count for one in counts)

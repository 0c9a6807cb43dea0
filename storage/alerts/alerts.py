"""Alerts in SQL: their content, state, numbers and lists, and who has seen them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import Alert, AlertContent, AlertState, Approval, ApprovalKind, Revision, RevisionKind, SentText
from alerts.delivery import ReachedShop
from alerts.errors import Conflict, NotFound
from alerts.ids import AddressId, AlertId, ApprovalId, MemberId, RevisionId, TemplateId
from alerts.ports import ReadersToRemind, SentFilter
from alerts.severity import Severity
from storage.alerts import acknowledgements, approvals, live_alerts, revisions
from storage.database.transactions import Transaction, insert
from storage.key_values import count_up
from storage.outbox import fan_out, recounts
from storage.tables import addresses, alert_branches, deliveries, seen, seen_counts
from storage.tables import alerts as stored
from storage.tables import revisions as texts
from storage.tables.places import place_values, region_values

_ENDINGS = [one for one in RevisionKind if one.ends]

_by_id = sa.select(stored).where(stored.c.id == sa.bindparam("alert"))


class SqlAlerts:
    """`alerts.ports.Alerts` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, author: MemberId, content: AlertContent, now: datetime) -> Alert:
        """Store a new alert, as a draft."""
        new = sa.insert(stored).values(
            state=AlertState.DRAFT, version=1, author_id=author, created_at=now, **_said(content)
        )
        alert = _alert(await self._transaction.one(new.returning(*stored.c)))
        await self._replace_branches(alert)
        return alert

    async def get(self, alert: AlertId) -> Alert:
        """The alert with this id. Raises NotFound."""
        return _alert(await self._transaction.one(_by_id, {"alert": alert}))

    async def save(self, alert: Alert) -> Alert:
        """Store state, content, number and times; return the alert with its next version. Raises Conflict when the
        version is not current any more, NotFound when there is no such alert."""
        current = sa.update(stored).where(stored.c.id == alert.id, stored.c.version == alert.version)
        values = {
            "state": alert.state,
            "number": alert.number,
            "sent_at": alert.sent_at,
            "ended_at": alert.ended_at,
            "version": alert.version + 1,
            **_said(alert.content),
        }
        row = await self._transaction.first(current.values(values).returning(*stored.c))
        if row is None:
            await self.get(alert.id)
            raise Conflict
        await self._replace_branches(alert)
        return _alert(row)

    async def _replace_branches(self, alert: Alert) -> None:
        await self._transaction.execute(sa.delete(alert_branches).where(alert_branches.c.alert_id == alert.id))
        if alert.content.branches:
            rows = [{"alert_id": alert.id, "branch": branch} for branch in sorted(alert.content.branches)]
            await self._transaction.execute(sa.insert(alert_branches), rows)

    async def next_number(self, year: int, *, is_drill: bool = False) -> str:
        """Take the next alert number of the year, as `2026-0001`; of a drill `OEFENING-2026-0001`."""
        name, series = ("drills", "OEFENING-") if is_drill else ("alerts", "")
        return f"{series}{year}-{await count_up(self._transaction, f'{name}-{year}'):04d}"

    async def by_number(self, number: str) -> AlertId | None:
        """The id of the alert with this number, if there is one."""
        row = await self._transaction.first(sa.select(stored.c.id).where(stored.c.number == number))
        return None if row is None else AlertId(row.id)

    async def remove_draft(self, alert: AlertId) -> None:
        """Erase a draft that has no number. Raises Conflict for any other alert, NotFound when there is none."""
        draft = sa.delete(stored).where(
            stored.c.id == alert, stored.c.state == AlertState.DRAFT, stored.c.number.is_(None)
        )
        if not await self._transaction.changed(draft):
            await self.get(alert)
            raise Conflict
        self._transaction.erase()

    async def drafts_of(self, member: MemberId) -> list[Alert]:
        """The drafts that this member wrote, newest first."""
        mine = sa.select(stored).where(stored.c.author_id == member, stored.c.state == AlertState.DRAFT)
        return await self._all(mine.order_by(stored.c.id.desc()))

    async def pending(self) -> list[Alert]:
        """The alerts that wait for approval, oldest first."""
        return await self._all(sa.select(stored).where(stored.c.state == AlertState.PENDING).order_by(stored.c.id))

    async def due_to_end(self, now: datetime) -> list[Alert]:
        """The live alerts whose `until` has passed, the earliest first."""
        due = sa.select(stored).where(stored.c.state == AlertState.LIVE, stored.c.until <= now)
        return await self._all(due.order_by(stored.c.until, stored.c.id))

    async def live_by_place(self, now: datetime) -> list[Alert]:
        """Every live alert, newest first; the caller checks the scope."""
        return await self._all(sa.select(stored).where(*_is_live(now)).order_by(stored.c.id.desc()))

    async def live_by_urgency(
        self, now: datetime, limit: int, *, after: tuple[Severity, AlertId] | None = None
    ) -> list[Alert]:
        """Up to `limit` live alerts, the most urgent first and of those the newest; only those that follow `after` in
        this order, if it is given."""
        live = sa.select(stored).where(*_is_live(now))
        if after is not None:
            severity, alert = after
            is_older = sa.and_(stored.c.severity == severity, stored.c.id < alert)
            live = live.where(sa.or_(stored.c.severity > severity, is_older))
        return await self._all(live.order_by(stored.c.severity, stored.c.id.desc()).limit(limit))

    async def closed_since(self, since: datetime) -> list[Alert]:
        """The alerts that somebody ended or retracted after this moment, newest first."""
        said = sa.exists().where(texts.c.alert_id == stored.c.id, texts.c.kind.in_(_ENDINGS))
        closed = sa.select(stored).where(stored.c.ended_at > since, said)
        return await self._all(closed.order_by(stored.c.id.desc()))

    async def sent_before(self, alert: AlertId | None, limit: int, which: SentFilter) -> list[Alert]:
        """Up to `limit` such alerts that were sent, the newest first: those older than this one (None: from the newest
        on)."""
        sent, to = sa.select(stored).where(stored.c.sent_at.is_not(None)), which.to
        if which.number:
            sent = sent.where(stored.c.number.endswith(which.number, autoescape=True))
        if which.since is not None:
            sent = sent.where(stored.c.sent_at >= which.since)
        if which.until is not None:
            sent = sent.where(stored.c.sent_at < which.until)
        if alert is not None:
            sent = sent.where(stored.c.id < alert)
        if to is not None:
            theirs = sa.select(addresses.c.id).where(addresses.c.member_id == to)
            sent = sent.where(fan_out.went_to(deliveries.c.address_id.in_(theirs)))
        return await self._all(sent.order_by(stored.c.id.desc()).limit(limit))

    async def sent_since(self, since: datetime) -> list[Alert]:
        """The alerts that went out at this moment or later and were not retracted, oldest first."""
        standing = stored.c.state.in_((AlertState.LIVE, AlertState.ENDED))
        sent = sa.select(stored).where(stored.c.sent_at >= since, standing)
        return await self._all(sent.order_by(stored.c.sent_at, stored.c.id))

    async def _all(self, alerts: sa.Select[Any]) -> list[Alert]:
        return [_alert(row) for row in await self._transaction.rows(alerts)]

    async def live_for(self, member: MemberId, now: datetime) -> list[tuple[Revision, int | None]]:
        """The latest revision of each live alert that concerns the member, newest alert first, with the distance in
        metres to the member's nearest premises (None: not known)."""
        return await live_alerts.of_member(self._transaction, member, now)

    async def concerned(
        self, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
    ) -> set[tuple[AlertId, MemberId]]:
        """Those of the pairs whose alert is live and concerns the member by one of their shops, by the rule of
        `live_for`."""
        return await live_alerts.concerned(self._transaction, pairs, now)

    async def shops_reached(
        self, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
    ) -> dict[tuple[AlertId, MemberId], tuple[ReachedShop, ...]]:
        """The shops by which each live alert concerns the member, nearest first; only for members with several."""
        return await live_alerts.shops_reached(self._transaction, pairs, now)

    async def add_revision(
        self, alert: Alert, kind: RevisionKind, approval: ApprovalId, by: MemberId, now: datetime
    ) -> Revision:
        """Store the alert's present content as its next revision. Raises Conflict for an alert without a number."""
        return await revisions.add(self._transaction, alert, kind, approval=approval, by=by, now=now)

    async def revision(self, revision: RevisionId) -> Revision:
        """The revision with this id. Raises NotFound."""
        return await revisions.get(self._transaction, revision)

    async def revision_by(self, approval: ApprovalId) -> Revision:
        """The revision that this approval let out. Raises NotFound."""
        return await revisions.by_approval(self._transaction, approval)

    async def revision_before(self, revision: Revision) -> Revision | None:
        """The newest revision of the same alert with a lower number; None for the first."""
        return await revisions.before(self._transaction, revision)

    async def latest_revision(self, alert: AlertId) -> Revision | None:
        """The newest revision of the alert; None when nothing was sent."""
        return next(iter(await revisions.latest(self._transaction, alert)), None)

    async def texts_of(self, alert: AlertId) -> list[SentText]:
        """Every text of the alert that was sent, the first one first."""
        return await revisions.sent(self._transaction, alert)

    async def request_approval(
        self,
        alert: Alert,
        kind: ApprovalKind,
        by: MemberId,
        reason: str | None,
        now: datetime,
        *,
        revision_kind: RevisionKind = RevisionKind.FIRST,
        content: AlertContent | None = None,
        template: TemplateId | None = None,
    ) -> Approval:
        """Store a request to approve this version of the alert. Raises Conflict when there is one already."""
        asked = {
            "kind": kind,
            "requested_by": by,
            "reason": reason,
            "revision_kind": revision_kind,
            "content": content,
            "template_id": template,
        }
        return await approvals.request(self._transaction, alert, now, **asked)

    async def approval_of(self, alert: AlertId, version: int) -> Approval | None:
        """The approval request for this version of the alert."""
        return await approvals.of_version(self._transaction, alert, version)

    async def latest_approval(self, alert: AlertId) -> Approval | None:
        """The newest approval request for any version of the alert."""
        return await approvals.latest(self._transaction, alert)

    async def latest_approved(self, alert: AlertId) -> Approval | None:
        """The newest approval request of the alert that was approved."""
        return await approvals.latest_approved(self._transaction, alert)

    async def first_approved(self, alert: AlertId) -> Approval | None:
        """The oldest approval request of the alert that was approved: the first text went out by it."""
        return await approvals.first_approved(self._transaction, alert)

    async def unreviewed(self) -> list[Approval]:
        """The approvals by which a text left without a second pair of eyes, and which nobody has reviewed since, oldest
        first."""
        return await approvals.unreviewed(self._transaction)

    async def review(self, approval: Approval) -> None:
        """Store who reviewed the approval afterwards, when, and their objection. Raises Conflict when it was reviewed
        already."""
        await approvals.review(self._transaction, approval)

    async def undecided(self) -> list[Approval]:
        """The undecided approval requests for the current version of an alert, the longest waiting first."""
        return await approvals.undecided(self._transaction)

    async def decide(self, approval: Approval) -> None:
        """Store the decision on an approval request, with its comment. Raises Conflict when it was decided already."""
        await approvals.decide(self._transaction, approval)

    async def mark_reminded(self, approval: ApprovalId, now: datetime) -> None:
        """Note that the approvers were reminded of the request."""
        await approvals.mark(self._transaction, approval, reminded_at=now)

    async def mark_escalated(self, approval: ApprovalId, now: datetime) -> None:
        """Note that the request was escalated: the deputies were asked, or the requester was told that nobody
        responds."""
        await approvals.mark(self._transaction, approval, escalated_at=now)

    async def with_readers_to_remind(
        self, severity: Severity, *, sent_before: datetime, reminded_before: datetime, now: datetime
    ) -> list[ReadersToRemind]:
        """The live alerts of this severity that were sent and whose readers were last reminded so long ago."""
        of = (stored.c.severity == severity, stored.c.sent_at <= sent_before)
        is_due = sa.or_(stored.c.reminded_at.is_(None), stored.c.reminded_at <= reminded_before)
        found = sa.select(stored.c.id, stored.c.until, stored.c.is_drill, stored.c.reminded_at).where(
            *_is_live(now), *of, is_due
        )
        rows = await self._transaction.rows(found.order_by(stored.c.id))
        return [ReadersToRemind(AlertId(row.id), severity, row.until, row.is_drill, row.reminded_at) for row in rows]

    async def mark_readers_reminded(self, alert: AlertId, now: datetime) -> None:
        """Note that the readers of the alert were reminded, as far as it had arrived at them in time."""
        await self._transaction.execute(sa.update(stored).where(stored.c.id == alert).values(reminded_at=now))

    async def mark_seen(
        self, alert: AlertId, member: MemberId, now: datetime, *, chat: AddressId | None = None
    ) -> bool:
        """Note that the member has seen the alert, in private or in this group's chat; return whether that is new.
        Raises NotFound when the alert was not sent there."""
        if not await fan_out.was_addressed(self._transaction, alert, member, chat=chat):
            raise NotFound
        ring = acknowledgements.ring_of_member(alert, member)
        pressed = insert(seen).values(alert_id=alert, member_id=member, chat_id=chat, at=now, ring=ring)
        new = pressed.on_conflict_do_nothing()
        is_new = await self._transaction.changed(new) > 0
        if is_new:
            await recounts.mark(self._transaction, alert)
        return is_new

    async def has_seen(self, alert: AlertId, member: MemberId) -> bool:
        """Whether the member pressed Gelezen (seen) under the alert."""
        pressed = sa.select(seen.c.alert_id).where(seen.c.alert_id == alert, seen.c.member_id == member)
        return await self._transaction.first(pressed) is not None

    async def seen_count(self, alert: AlertId) -> int:
        """How many members pressed Gelezen (seen) under the alert."""
        count = sa.select(sa.func.count().label("n")).select_from(seen).where(seen.c.alert_id == alert)
        earlier = sa.select(sa.func.sum(seen_counts.c.count).label("n")).where(seen_counts.c.alert_id == alert)
        return int((await self._transaction.one(count)).n) + int((await self._transaction.one(earlier)).n or 0)


def _is_live(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return stored.c.state == AlertState.LIVE, stored.c.until > now


def _said(content: AlertContent) -> dict[str, Any]:
    return {
        "content": content,
        "kind": content.kind,
        "severity": content.severity,
        "tlp": content.tlp,
        "is_drill": content.is_drill,
        **place_values(content.place),
        "reach_m": content.reach_m,
        "kvo_group_id": content.kvo_group_id,
        **region_values(content.region),
        "until": content.until,
    }


def _alert(row: sa.Row[Any]) -> Alert:
    return Alert(
        id=row.id,
        number=row.number,
        state=row.state,
        content=row.content,
        author_id=row.author_id,
        version=row.version,
        created_at=row.created_at,
        sent_at=row.sent_at,
        ended_at=row.ended_at,
    )

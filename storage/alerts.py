"""Alerts: their content, state, numbers and lists, and who has seen them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import Alert, AlertContent, AlertState, Approval, ApprovalKind, Revision, RevisionKind
from alerts.errors import Conflict, NotFound
from alerts.ids import AddressId, AlertId, ApprovalId, MemberId, RevisionId, TemplateId
from storage import approvals, live_alerts, recipients, recounts, revisions
from storage.counters import count_up
from storage.dialects import insert
from storage.engine import Transaction
from storage.places import place_values
from storage.tables import alert_branches, seen, seen_counts
from storage.tables import alerts as stored
from storage.tables import revisions as texts

_ENDINGS = [one for one in RevisionKind if one.ends]


class SqlAlerts:
    """`alerts.ports.Alerts` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, author: MemberId, content: AlertContent, now: datetime) -> Alert:
        """A new draft."""
        new = sa.insert(stored).values(
            state=AlertState.DRAFT, version=1, author_id=author, created_at=now, **_said(content)
        )
        alert = _alert(await self._transaction.one(new.returning(*stored.c)))
        await self._replace_branches(alert)
        return alert

    async def get(self, alert: AlertId) -> Alert:
        """One alert."""
        return _alert(await self._transaction.one(sa.select(stored).where(stored.c.id == alert)))

    async def save(self, alert: Alert) -> Alert:
        """Store state, content, number and times if the version is still current; return it with the next version."""
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

    async def next_number(self, year: int) -> str:
        """The next number of the year, as `2026-0001`."""
        return f"{year}-{await count_up(self._transaction, f'alerts-{year}'):04d}"

    async def by_number(self, number: str) -> AlertId | None:
        """The alert with this number."""
        row = await self._transaction.first(sa.select(stored.c.id).where(stored.c.number == number))
        return None if row is None else AlertId(row.id)

    async def remove_draft(self, alert: AlertId) -> None:
        """Erase a draft that has no number. Raises Conflict for any other alert."""
        draft = sa.delete(stored).where(
            stored.c.id == alert, stored.c.state == AlertState.DRAFT, stored.c.number.is_(None)
        )
        if not await self._transaction.changed(draft):
            await self.get(alert)
            raise Conflict
        self._transaction.erase()

    async def drafts_of(self, member: MemberId) -> list[Alert]:
        """Drafts of a member, newest first."""
        mine = sa.select(stored).where(stored.c.author_id == member, stored.c.state == AlertState.DRAFT)
        return await self._all(mine.order_by(stored.c.id.desc()))

    async def pending(self) -> list[Alert]:
        """All that wait for approval, oldest first."""
        return await self._all(sa.select(stored).where(stored.c.state == AlertState.PENDING).order_by(stored.c.id))

    async def due_to_end(self, now: datetime) -> list[Alert]:
        """Live alerts whose time has come, the earliest first."""
        due = sa.select(stored).where(stored.c.state == AlertState.LIVE, stored.c.until <= now)
        return await self._all(due.order_by(stored.c.until, stored.c.id))

    async def live_by_place(self, now: datetime) -> list[Alert]:
        """Every live alert, newest first; the caller asks the scope."""
        return await self._all(sa.select(stored).where(*_is_live(now)).order_by(stored.c.id.desc()))

    async def closed_since(self, since: datetime) -> list[Alert]:
        """Alerts that somebody ended or retracted after that, newest first."""
        said = sa.exists().where(texts.c.alert_id == stored.c.id, texts.c.kind.in_(_ENDINGS))
        closed = sa.select(stored).where(stored.c.ended_at > since, said)
        return await self._all(closed.order_by(stored.c.id.desc()))

    async def _all(self, alerts: sa.Select[Any]) -> list[Alert]:
        return [_alert(row) for row in await self._transaction.rows(alerts)]

    async def live_for(self, member: MemberId, now: datetime) -> list[tuple[Revision, int | None]]:
        """The latest revision of each live alert that concerns the member, newest alert first, with metres."""
        return await live_alerts.of_member(self._transaction, member, now)

    async def concerned(
        self, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
    ) -> set[tuple[AlertId, MemberId]]:
        """Those pairs of which the alert is live and concerns the member by a shop."""
        return await live_alerts.concerned(self._transaction, pairs, now)

    async def add_revision(
        self, alert: Alert, kind: RevisionKind, approval: ApprovalId, by: MemberId, now: datetime
    ) -> Revision:
        """The alert's content, fixed, with the next revision number. Raises Conflict for an alert without a number."""
        return await revisions.add(self._transaction, alert, kind, approval=approval, by=by, now=now)

    async def revision(self, revision: RevisionId) -> Revision:
        """One revision."""
        return await revisions.get(self._transaction, revision)

    async def revision_by(self, approval: ApprovalId) -> Revision:
        """The text that left by this approval. Raises NotFound."""
        return await revisions.by_approval(self._transaction, approval)

    async def latest_revision(self, alert: AlertId) -> Revision | None:
        """The newest text sent."""
        return next(iter(await revisions.latest(self._transaction, alert)), None)

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
        """Ask for the approval of this version. Raises Conflict when that was done already."""
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
        """The request for this version of the alert."""
        return await approvals.of_version(self._transaction, alert, version)

    async def latest_approval(self, alert: AlertId) -> Approval | None:
        """The newest request for any version of the alert."""
        return await approvals.latest(self._transaction, alert)

    async def latest_approved(self, alert: AlertId) -> Approval | None:
        """The newest request for any version of the alert that was approved."""
        return await approvals.latest_approved(self._transaction, alert)

    async def unreviewed(self) -> list[Approval]:
        """What went out without other eyes and was not looked at afterwards, the oldest first."""
        return await approvals.unreviewed(self._transaction)

    async def review(self, approval: Approval) -> None:
        """Store who looked at it afterwards. Raises Conflict when somebody did already."""
        await approvals.review(self._transaction, approval)

    async def undecided(self) -> list[Approval]:
        """Requests for alerts as they are now that nobody has decided on, the longest waiting first."""
        return await approvals.undecided(self._transaction)

    async def decide(self, approval: Approval) -> None:
        """Store the decision with its comment. Raises Conflict when there is one already."""
        await approvals.decide(self._transaction, approval)

    async def mark_reminded(self, approval: ApprovalId, now: datetime) -> None:
        """The approvers were asked once more."""
        await approvals.mark(self._transaction, approval, reminded_at=now)

    async def mark_escalated(self, approval: ApprovalId, now: datetime) -> None:
        """Their deputies were asked, or who asked was told that nobody looks."""
        await approvals.mark(self._transaction, approval, escalated_at=now)

    async def mark_seen(
        self, alert: AlertId, member: MemberId, now: datetime, *, chat: AddressId | None = None
    ) -> bool:
        """The member has seen it, in private or in this group's chat; whether that is new. Raises NotFound if it was
        not sent there."""
        if not await recipients.was_addressed(self._transaction, alert, member, chat=chat):
            raise NotFound
        new = insert(seen).values(alert_id=alert, member_id=member, chat_id=chat, at=now).on_conflict_do_nothing()
        is_new = await self._transaction.changed(new) > 0
        if is_new:
            await recounts.mark(self._transaction, alert)
        return is_new

    async def seen_count(self, alert: AlertId) -> int:
        """How many members pressed Gezien."""
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

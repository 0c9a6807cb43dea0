"""What is past its time: rows become counts, words become nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import AlertState
from alerts.delivery import OPEN_STATES
from alerts.report import ReportState
from alerts.retention import Kind, emptied
from storage import spent
from storage import tables as t
from storage.dialects import insert
from storage.engine import Transaction

_NO_POINT = {"pc6": None, "x": None, "y": None, "z": None}
_SEEN_AT_ONCE = 1_000
_UNSENT = (AlertState.DRAFT, AlertState.PENDING)


class SqlExpired:
    """`alerts.ports.Expired` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def due(self, kind: Kind, before: datetime, limit: int) -> Sequence[int]:
        """The numbers of up to so many; of what was seen those of the alerts."""
        number, conditions = _due(kind, before)
        wanted = sa.select(number.label("number")).where(*conditions).distinct().order_by(number).limit(limit)
        return [row.number for row in await self._transaction.rows(wanted)]

    async def remove(self, kind: Kind, numbers: Sequence[int], now: datetime) -> int:
        """Leave of these what may be left."""
        self._transaction.erase()
        match kind:
            case Kind.DELIVERIES:
                return await self._count_deliveries(numbers)
            case Kind.SEEN:
                return await self._count_seen(numbers)
            case Kind.REPORTS:
                return await self._empty_reports(numbers, now)
            case Kind.SHOPS:
                return await self._transaction.changed(empty_shops(numbers))
            case Kind.UNCLAIMED:
                return await self._close_unclaimed(numbers, now)
            case Kind.FORMS:
                forms = sa.update(t.kept_forms).where(t.kept_forms.c.id.in_(numbers), t.kept_forms.c.draft.is_not(None))
                return await self._transaction.changed(forms.values(draft=None))
            case Kind.ALERTS:
                return await self._empty_alerts(numbers, now)

    async def forget_leftovers(self, now: datetime) -> int:
        """Chats that are not closed any more, albums that were answered, and what counts no more of who was erased."""
        return sum([await self._transaction.changed(sa.delete(table).where(old)) for table, old in _leftovers(now)])

    async def count_leftovers(self, now: datetime) -> int:
        """The same, which stay."""
        found = [sa.select(sa.func.count().label("n")).select_from(table).where(old) for table, old in _leftovers(now)]
        return sum([int((await self._transaction.one(one)).n) for one in found])

    async def _count_deliveries(self, numbers: Sequence[int]) -> int:
        rows = t.deliveries.c.id.in_(numbers)
        by = (
            t.deliveries.c.alert_id,
            t.deliveries.c.revision_id,
            t.addresses.c.kvo_group_id.is_not(None).label("is_chat"),
            t.deliveries.c.state,
            t.deliveries.c.reason,
        )
        counted = sa.select(*by, sa.func.count().label("count")).join_from(t.deliveries, t.addresses)
        texts = counted.where(rows, t.deliveries.c.revision_id.is_not(None)).group_by(*by)
        new = insert(t.delivery_counts).from_select([column.name for column in t.delivery_counts.c], texts)
        key = list(t.delivery_counts.primary_key)
        more = {"count": t.delivery_counts.c.count + new.excluded.count}
        await self._transaction.execute(new.on_conflict_do_update(index_elements=key, set_=more))
        return await self._transaction.changed(sa.delete(t.deliveries).where(rows))

    async def _count_seen(self, alerts: Sequence[int]) -> int:
        """Up to so many rows: an alert may have been seen by everybody."""
        first = sa.select(t.seen).where(t.seen.c.alert_id.in_(alerts)).order_by(t.seen.c.alert_id, t.seen.c.member_id)
        rows = await self._transaction.rows(first.limit(_SEEN_AT_ONCE))
        counted = Counter((row.alert_id, row.chat_id) for row in rows)
        left = [{"alert_id": alert, "chat_id": chat, "count": n} for (alert, chat), n in counted.items()]
        if left:
            await self._transaction.execute(sa.insert(t.seen_counts), left)
        for alert in {row.alert_id for row in rows}:
            by = t.seen.c.member_id.in_([row.member_id for row in rows if row.alert_id == alert])
            await self._transaction.execute(sa.delete(t.seen).where(t.seen.c.alert_id == alert, by))
        return len(rows)

    async def _empty_reports(self, numbers: Sequence[int], now: datetime) -> int:
        """One that nobody dealt with in all that time is closed."""
        nothing: dict[str, Any] = {
            **dict.fromkeys(("member_id", "premises_id", "taken_by")),
            **_NO_POINT,
            "content": {},
            "state": ReportState.CLOSED,
            "closed_at": sa.func.coalesce(t.reports.c.closed_at, now),
            "version": t.reports.c.version + 1,
            "emptied_at": now,
        }
        events = sa.update(t.report_events).where(t.report_events.c.report_id.in_(numbers))
        await self._transaction.execute(events.values(actor_id=None, comment=None))
        return await self._transaction.changed(sa.update(t.reports).where(t.reports.c.id.in_(numbers)).values(nothing))

    async def _close_unclaimed(self, numbers: Sequence[int], now: datetime) -> int:
        """Unless there is a link again since they were found, or somebody came."""
        still = sa.select(t.premises.c.id).where(t.premises.c.id.in_(numbers), *_unclaimed(now))
        left = [row.id for row in await self._transaction.rows(still)]
        closed = {"closed_at": now, "version": t.premises.c.version + 1}
        return await self._transaction.changed(empty_shops(left).values(closed))

    async def _empty_alerts(self, numbers: Sequence[int], now: datetime) -> int:
        """With every text that was sent or asked for. What was never sent never will be."""
        for table in (t.alerts, t.revisions, t.approvals):
            which = table.c.id if table is t.alerts else table.c.alert_id
            said = sa.select(table.c.id, table.c.content).where(which.in_(numbers), table.c.content.is_not(None))
            rows = [{"which": row.id, "left": emptied(row.content)} for row in await self._transaction.rows(said)]
            left = sa.update(table).where(table.c.id == sa.bindparam("which"))
            if rows:
                content = sa.bindparam("left", type_=table.c.content.type)
                await self._transaction.execute(left.values(content=content), rows)
        told = sa.update(t.approvals).where(t.approvals.c.alert_id.in_(numbers))
        await self._transaction.execute(told.values(reason=None, comment=None, objection=None))
        these = sa.update(t.alerts).where(t.alerts.c.id.in_(numbers))
        unsent = {"state": AlertState.RETRACTED, "ended_at": now, "version": t.alerts.c.version + 1}
        await self._transaction.execute(these.where(t.alerts.c.state.in_(_UNSENT)).values(unsent))
        return await self._transaction.changed(these.values(**_NO_POINT, emptied_at=now))


def _leftovers(now: datetime) -> tuple[tuple[sa.Table, sa.ColumnElement[bool]], ...]:
    return (t.closures, t.closures.c.until <= now), (
        t.facts,
        sa.or_(t.facts.c.name.startswith("album:"), spent.is_over(now)),
    )


def empty_shops(numbers: Sequence[int]) -> sa.Update:
    """Of a shop that is closed only the branch and the PC4 stay."""
    nothing = {"name": None, "name_key": None, "house_number": None, **_NO_POINT}
    return sa.update(t.premises).where(t.premises.c.id.in_(numbers)).values(nothing)


def _unclaimed(before: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    """Open shops with links that all stopped working by then, and without people."""
    members, ended = t.premises_members, sa.func.coalesce(t.invites.c.revoked_at, t.invites.c.expires_at)
    invited = sa.select(t.invites.c.premises_id).where(t.invites.c.premises_id.is_not(None))
    over = invited.group_by(t.invites.c.premises_id).having(sa.func.max(ended) <= before)
    has_people = sa.exists().where(members.c.premises_id == t.premises.c.id, members.c.left_at.is_(None))
    return t.premises.c.id.in_(over), t.premises.c.closed_at.is_(None), ~has_people


def _due(kind: Kind, before: datetime) -> tuple[sa.ColumnElement[int], tuple[sa.ColumnElement[bool], ...]]:
    ended = sa.select(t.alerts.c.id).where(t.alerts.c.ended_at <= before)
    match kind:
        case Kind.DELIVERIES:
            unsent = sa.select(t.alerts.c.id).where(t.alerts.c.sent_at.is_(None), t.alerts.c.ended_at.is_(None))
            of_none = sa.or_(t.deliveries.c.alert_id.is_(None), t.deliveries.c.alert_id.in_(unsent))
            is_old = sa.or_(t.deliveries.c.alert_id.in_(ended), sa.and_(of_none, t.deliveries.c.settled_at <= before))
            return t.deliveries.c.id, (t.deliveries.c.state.not_in(OPEN_STATES), is_old)
        case Kind.SEEN:
            return t.seen.c.alert_id, (t.seen.c.alert_id.in_(ended),)
        case Kind.REPORTS:
            return t.reports.c.id, (t.reports.c.emptied_at.is_(None), t.reports.c.created_at <= before)
        case Kind.SHOPS:
            told = (t.premises.c[name].is_not(None) for name in ("name", "house_number", "pc6", "x"))
            return t.premises.c.id, (t.premises.c.closed_at <= before, sa.or_(*told))
        case Kind.UNCLAIMED:
            return t.premises.c.id, _unclaimed(before)
        case Kind.FORMS:
            return t.kept_forms.c.id, (t.kept_forms.c.draft.is_not(None), t.kept_forms.c.kept_at <= before)
        case Kind.ALERTS:
            is_over = sa.or_(
                t.alerts.c.ended_at <= before, sa.and_(t.alerts.c.sent_at.is_(None), t.alerts.c.created_at <= before)
            )
            return t.alerts.c.id, (t.alerts.c.emptied_at.is_(None), is_over)

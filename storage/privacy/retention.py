"""Retention in SQL: what is past its time is found, and rows become counts or lose their words."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from alerts.alert import AlertState
from alerts.delivery import OPEN_STATES
from alerts.duty_roster import KEPT, ONCE
from alerts.incident import IncidentFilter, IncidentState
from alerts.mo_record import MoSource
from alerts.report import ReportState
from alerts.retention import Kind, emptied
from alerts.tally import TallySubject
from storage import tables as t
from storage.alerts import mo_register
from storage.alerts.patterns import forget_reports
from storage.alerts.tallies import is_source
from storage.database.transactions import Transaction, insert
from storage.people import accounts
from storage.privacy import used_quotas, withdrawn_verifications

_NO_POINT = {"pc6": None, "x": None, "y": None, "z": None, "municipality_id": None}
_SEEN_AT_ONCE = 1_000
_RECORDED_AS = {TallySubject.NOTICE: MoSource.NOTICE, TallySubject.REPORT: MoSource.INCIDENT}
_TEXTS_KEPT = timedelta(days=365)  # of outcomes, after another took their place; ours: as long as notices
_MAILS_KEPT = timedelta(days=30)  # ours: as long as deliveries in the chat
_UNDERTAKEN = {Kind.TASKS: t.tasks, Kind.MEETINGS: t.meetings, Kind.VISITS: t.neighbour_visits}
_UNSENT = (AlertState.DRAFT, AlertState.PENDING)


class SqlRetention:
    """`alerts.ports.Expired` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def due(self, kind: Kind, before: datetime, limit: int) -> Sequence[int]:
        """Up to `limit` ids of records of this kind from `before` or earlier, in order. For Gelezen they are ids of
        alerts."""
        return sorted(row.number for row in await self._transaction.rows(wanted(kind, before, limit)))

    async def count(self, kind: Kind, before: datetime) -> int:
        """How many ids `due` would find without a limit."""
        number, conditions = _due(kind, before)
        counted = sa.func.count(number.distinct()) if kind is Kind.SEEN else sa.func.count(number)
        return int((await self._transaction.one(sa.select(counted.label("n")).where(*conditions))).n)

    async def remove(self, kind: Kind, numbers: Sequence[int], now: datetime) -> int:
        """Reduce these records to what may be kept; return the number of rows removed or emptied. Gelezen may take
        several calls."""
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
            case Kind.INCIDENTS:
                return await self._empty_incidents(numbers, now)
            case Kind.TASKS | Kind.MEETINGS | Kind.VISITS:
                table = _UNDERTAKEN[kind]
                return await self._transaction.changed(sa.delete(table).where(table.c.id.in_(numbers)))
            case Kind.CASES:
                return await self._transaction.changed(sa.delete(t.cases).where(t.cases.c.id.in_(numbers)))
            case Kind.CASE_TALLIES:
                return await self._transaction.changed(
                    sa.delete(t.case_tallies).where(t.case_tallies.c.id.in_(numbers))
                )
            case Kind.TALLIES:
                return await self._transaction.changed(sa.delete(t.tallies).where(t.tallies.c.id.in_(numbers)))
            case Kind.MO_RECORDS:
                return await self._transaction.changed(sa.delete(t.mo_records).where(t.mo_records.c.id.in_(numbers)))

    async def forget_leftovers(self, now: datetime) -> int:
        """Remove what is over: closures, notes of albums that were answered, links and sessions of the console, marks
        of erased people and withdrawn verifications that no longer count, and texts of outcomes that were replaced and
        measures that were taken long ago; return how many rows."""
        return sum([await self._transaction.changed(sa.delete(table).where(old)) for table, old in _leftovers(now)])

    async def count_leftovers(self, now: datetime) -> int:
        """How many rows `forget_leftovers` would remove."""
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
        """Turn up to _SEEN_AT_ONCE presses of Gelezen into counts: an alert may have been seen by everybody."""
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
        """Empty these reports; one that nobody dealt with in all that time is closed."""
        nothing: dict[str, Any] = {
            **dict.fromkeys(("member_id", "premises_id", "taken_by")),
            **_NO_POINT,
            "content": {},
            "state": ReportState.CLOSED,
            "closed_at": sa.func.coalesce(t.reports.c.closed_at, now),
            "version": t.reports.c.version + 1,
            "emptied_at": now,
        }
        await self._forget_sources(TallySubject.REPORT, numbers)
        asked = sa.delete(t.report_feedback).where(t.report_feedback.c.report_id.in_(numbers))
        await self._transaction.execute(asked)
        await forget_reports(self._transaction, t.reports.c.id.in_(numbers))
        await self._transaction.execute(sa.delete(t.report_clocks).where(t.report_clocks.c.report_id.in_(numbers)))
        events = sa.update(t.report_events).where(t.report_events.c.report_id.in_(numbers))
        await self._transaction.execute(events.values(actor_id=None, comment=None))
        return await self._transaction.changed(sa.update(t.reports).where(t.reports.c.id.in_(numbers)).values(nothing))

    async def _forget_sources(self, subject: TallySubject, numbers: Sequence[int]) -> None:
        """Forget which tallies and MO records were left of these: from now on nothing leads from one to the other."""
        await self._transaction.execute(sa.delete(t.tally_sources).where(is_source(subject, numbers)))
        of_these = mo_register.is_of(_RECORDED_AS[subject], numbers)
        await self._transaction.execute(sa.delete(t.mo_sources).where(of_these))

    async def _close_unclaimed(self, numbers: Sequence[int], now: datetime) -> int:
        """Close these shops, unless there is a working link again since they were found, or somebody joined."""
        still = sa.select(t.premises.c.id).where(t.premises.c.id.in_(numbers), *_unclaimed(now))
        left = [row.id for row in await self._transaction.rows(still)]
        closed = {"closed_at": now, "version": t.premises.c.version + 1}
        return await self._transaction.changed(empty_shops(left).values(closed))

    async def _empty_alerts(self, numbers: Sequence[int], now: datetime) -> int:
        """Empty these alerts, with every text that was sent or asked for. One that was never sent is retracted: it
        never will be."""
        await self._forget_sources(TallySubject.NOTICE, numbers)
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

    async def _empty_incidents(self, numbers: Sequence[int], now: datetime) -> int:
        """Empty these incidents; one that is still open is closed."""
        nothing = {"premises_id": None, **_NO_POINT, "version": t.incidents.c.version + 1, "emptied_at": now}
        these = sa.update(t.incidents).where(t.incidents.c.id.in_(numbers))
        is_open = t.incidents.c.state.in_([state for state in IncidentState if state in IncidentFilter().states])
        await self._transaction.execute(these.where(is_open).values(state=IncidentState.CLOSED, closed_at=now))
        events = sa.update(t.incident_events).where(t.incident_events.c.incident_id.in_(numbers))
        await self._transaction.execute(events.values(actor_id=None, comment=None))
        calls = t.cascade_calls
        await self._transaction.execute(sa.delete(calls).where(calls.c.incident_id.in_(numbers)))
        running = sa.update(t.cascades).where(t.cascades.c.incident_id.in_(numbers), t.cascades.c.ended_at.is_(None))
        await self._transaction.execute(running.values(ended_at=now, due_at=None))
        return await self._transaction.changed(these.values(nothing))


def wanted(kind: Kind, before: datetime, limit: int) -> sa.Select[int]:
    """Select up to `limit` ids that are due; not sorted, except for Gelezen: sorting them all first would hold them in
    memory."""
    number, conditions = _due(kind, before)
    found = sa.select(number.label("number")).where(*conditions).limit(limit)
    return found.distinct().order_by(number) if kind is Kind.SEEN else found  # its index has them in order


def _leftovers(now: datetime) -> tuple[tuple[sa.Table, sa.ColumnElement[bool]], ...]:
    past = (now - KEPT).date()
    last_day = sa.case((t.shifts.c.every == ONCE, t.shifts.c.first_on), else_=t.shifts.c.last_on)
    notes = sa.or_(t.facts.c.name.startswith("album:"), used_quotas.is_over(now), withdrawn_verifications.is_over(now))
    return (
        (t.closures, t.closures.c.until <= now),
        (t.facts, notes),
        (t.console_links, t.console_links.c.expires_at <= now),
        (t.sessions, accounts.is_over(now)),
        (t.used_challenges, t.used_challenges.c.expires_at <= now),
        (t.outcome_texts, _is_replaced(now - _TEXTS_KEPT)),
        (t.channel_deliveries, t.channel_deliveries.c.created_at <= now - _MAILS_KEPT),
        (t.acknowledgements, t.acknowledgements.c.day < (now - _TEXTS_KEPT).date()),
        (t.sent_pictures, t.sent_pictures.c.created_at < now - _TEXTS_KEPT),
        (t.shift_changes, t.shift_changes.c.day < past),
        (t.shifts, last_day < past),
    )


def _is_replaced(before: datetime) -> sa.ColumnElement[bool]:
    """Match texts of outcomes in whose place another came before this moment."""
    texts, newer = t.outcome_texts, t.outcome_texts.alias()
    alike = (texts.c[name].is_not_distinct_from(newer.c[name]) for name in ("municipality_id", "outcome", "kind"))
    return sa.exists().where(newer.c.id > texts.c.id, newer.c.created_at <= before, *alike)


def empty_shops(numbers: Sequence[int]) -> sa.Update:
    """Make the statement that empties closed shops: only the branch and the PC4 stay."""
    nothing = {"name": None, "name_key": None, "house_number": None, **_NO_POINT}
    return sa.update(t.premises).where(t.premises.c.id.in_(numbers)).values(nothing)


def _unclaimed(before: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    """Match open shops without people, whose links all stopped working by then."""
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
        case Kind.INCIDENTS:
            return t.incidents.c.id, (t.incidents.c.emptied_at.is_(None), t.incidents.c.created_at <= before)
        case Kind.TASKS | Kind.VISITS:
            table = _UNDERTAKEN[kind]
            return table.c.id, (table.c.created_at <= before,)
        case Kind.MEETINGS:
            return t.meetings.c.id, (t.meetings.c.starts_at <= before,)
        case Kind.CASES:
            return t.cases.c.id, (t.cases.c.closed_at <= before,)
        case Kind.CASE_TALLIES:
            of_case = sa.exists().where(t.cases.c.tally_id == t.case_tallies.c.id)
            return t.case_tallies.c.id, (t.case_tallies.c.opened_on < before.date(), ~of_case)
        case Kind.TALLIES:
            return t.tallies.c.id, (t.tallies.c.day < before.date(),)
        case Kind.MO_RECORDS:
            return t.mo_records.c.id, (t.mo_records.c.day < before.date(),)

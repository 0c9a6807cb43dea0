"""The access export: every record about a person, read by the list of `storage.privacy.personal_columns`. Behind
`SqlPersonalData`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import sqlalchemy as sa

from alerts.audit import PERSON_DETAILS
from alerts.ids import MemberId
from alerts.ports.personal_data import Record
from storage import tables as t
from storage.audit import tells_of
from storage.database.transactions import Transaction
from storage.people.invites import mark_of
from storage.privacy.personal_columns import TRACES, Key, Trace

ME, ANOTHER = "me", "another person"
WITHHELD = "falls under the label of an alert, or is about a report of somebody else"
_PERSONS = (t.members, t.addresses)
_MAY_LEAVE = "may_leave"
# Records that belong to shown rows: name, column to match, the record and column with its values, what to show.
_DETAILS = (
    (
        "premises",
        t.premises.c.id,
        "memberships",
        "premises_id",
        ("id", "branch", "pc4", "pc6", "municipality_id", "name", "house_number", "opening_hours", "open_on_holidays"),
    ),
    ("areas", t.areas.c.id, "followed_areas", "area_id", ("id", "kind", "pc4", "pc6", "radius_m", "x", "y", "z")),
    ("area_codes", t.area_codes.c.area_id, "followed_areas", "area_id", ("area_id", "code")),
    ("report_signals", t.report_signals.c.report_id, "reports", "id", ("report_id", "signal")),
    ("report_additions", t.report_events.c.report_id, "reports", "id", ("report_id", "kind", "at")),
    ("aftercare_steps", t.case_steps.c.case_id, "aftercare", "case_id", ("case_id", "kind", "due_at", "told_at")),
    ("aftercare_calls", t.case_calls.c.person_id, "aftercare", "id", ("person_id", "reason", "asked_at", "taken_at")),
    ("aftercare_answers", t.case_answers.c.person_id, "aftercare", "id", ("person_id", "question", "answer")),
    ("alert_numbers", t.alerts.c.id, "deliveries", "alert_id", ("id", "number")),
)
_VERIFICATION = ("verified_at", "closed_at", "created_at")
RECORDS = (*dict.fromkeys(trace.record for trace in TRACES), *(detail[0] for detail in _DETAILS), "audit_about")


async def export_of(transaction: Transaction, member: MemberId) -> Mapping[str, list[Record]]:
    """Every record about the member, by its name."""
    where = await keys_of(transaction, member)
    found: dict[str, list[Record]] = {}
    for trace in TRACES:
        may_leave = sa.true() if trace.may_leave is None else trace.may_leave
        wanted = sa.select(*_shown(trace), may_leave.label(_MAY_LEAVE))
        rows = await transaction.rows(wanted.where(is_of(trace.column, where[trace.key])))
        found[trace.record] = [_record(row, trace, member) for row in rows]
    for record, column, of, by, names in _DETAILS:
        ids = {row[by] for row in found[of] if row[by] is not None}
        shown = (*names, *_VERIFICATION) if record == "premises" else names
        rows = await transaction.rows(sa.select(*(column.table.c[name] for name in shown)).where(column.in_(ids)))
        found[record] = [{name: plain(value) for name, value in row._mapping.items()} for row in rows]
    found["audit_about"] = await _audit_about(transaction, member)
    return found


async def keys_of(transaction: Transaction, member: MemberId) -> Mapping[Key, Sequence[Any]]:
    """The values by which each kind of column leads to this member."""
    rows = await transaction.rows(sa.select(t.addresses).where(t.addresses.c.member_id == member))
    return {
        Key.MEMBER: [member],
        Key.ADDRESS: [row.id for row in rows],
        Key.REF: [row.ref for row in rows],
        Key.MARK: [await mark_of(transaction, row.channel, row.ref) for row in rows],
    }


def is_of(column: sa.Column[Any], keys: Sequence[Any]) -> sa.ColumnElement[bool]:
    """Match rows that lead to one of these. Deliveries and Gelezen, the two large tables, are searched by alert, as
    their indexes begin with it."""
    mine = column.in_(keys)
    if column.table not in (t.deliveries, t.seen):
        return mine
    alert = column.table.c.alert_id
    of_any = sa.and_(alert.in_(sa.select(t.alerts.c.id)), mine)
    return of_any if not alert.nullable else sa.or_(of_any, sa.and_(alert.is_(None), mine))


async def _audit_about(transaction: Transaction, member: MemberId) -> list[Record]:
    about = sa.select(t.audit.c.id, t.audit.c.at, t.audit.c.action).where(tells_of(member)).order_by(t.audit.c.id)
    return [{name: plain(value) for name, value in row._mapping.items()} for row in await transaction.rows(about)]


def _shown(trace: Trace) -> list[sa.Column[Any]]:
    table = trace.column.table
    return [column for column in table.c if trace.shows is None or column.name in trace.shows]


def _record(row: sa.Row[Any], trace: Trace, member: MemberId) -> Record:
    shown = {}
    for column in _shown(trace):
        value = row._mapping[column]
        if _leads_to_people(column) and value is not None and column is not trace.column:
            value = ME if value == member else ANOTHER
        if column.name in trace.words and value is not None and not row._mapping[_MAY_LEAVE]:
            value = WITHHELD
        shown[column.name] = plain(value) if column is not t.audit.c.payload else _of_me(value, member)
    return shown


def _of_me(details: Mapping[str, Any] | None, member: MemberId) -> Record | None:
    """The details of a recorded step, without the member ids of other people."""
    if details is None:
        return None
    others = {name: ME if details[name] == member else ANOTHER for name in PERSON_DETAILS if name in details}
    return {**details, **others}


def _leads_to_people(column: sa.Column[Any]) -> bool:
    return any(key.column.table in _PERSONS for key in column.foreign_keys)


def plain(value: Any) -> Any:
    """The value as JSON has it."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case Enum():
            return value.value
        case frozenset() | set():
            return sorted(plain(one) for one in value)
        case _:
            return value

"""The append-only record."""

import json
from datetime import UTC, datetime
from itertools import takewhile
from typing import Any

import sqlalchemy as sa

from alerts.audit import (
    FORGOTTEN,
    GENESIS,
    IN_A_ROLE,
    IN_A_ROLE_TO,
    PERSON,
    PERSON_DETAILS,
    PRUNED,
    AuditEvent,
    AuditFilter,
    AuditRow,
    Head,
    Pruned,
    accounted_for,
    digest_of,
    hash_of,
    new_salt,
)
from alerts.ids import MemberId
from storage.engine import Transaction
from storage.tables import alerts, audit, audit_checkpoint, invites, premises, refusals

_UNREADABLE = datetime(1, 1, 1, tzinfo=UTC)
# As they lie there: what somebody put in their place must not end the reading.
_at = sa.type_coerce(audit.c.at, sa.String()).label("at")
_payload = sa.type_coerce(audit.c.payload, sa.Text()).label("payload")
_raw = sa.select(*(c for c in audit.c if c.name not in ("at", "payload")), _at, _payload)
_IS_IN_A_ROLE = sa.or_(audit.c.entity.in_(sorted(IN_A_ROLE_TO)), audit.c.action.in_(sorted(IN_A_ROLE)))
_newest = sa.select(audit.c.id, audit.c.hash, audit.c.at).order_by(audit.c.id.desc()).limit(1)


class SqlAudit:
    """`alerts.ports.Audit` in SQL. Writers queue, so the last row is still the last when the next one is added."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._last: Head | None = None
        self.appended: list[AuditEvent] = []

    async def append(self, event: AuditEvent, now: datetime) -> None:
        """Add one row."""
        last = self._last or await self.head() or await self.checkpoint()
        sequence, before = (last.sequence + 1, last.hash) if last else (1, GENESIS)
        salt = new_salt()
        digest = digest_of(event, salt)
        self._last = Head(sequence, hash_of(sequence, now, event, digest=digest, prev_hash=before), now)
        row = sa.insert(audit).values(
            id=sequence,
            at=now,
            actor_id=event.actor_id,
            action=event.action,
            entity=event.entity,
            entity_id=event.entity_id,
            payload=dict(event.details),
            salt=salt,
            digest=digest,
            prev_hash=before,
            hash=self._last.hash,
        )
        await self._transaction.execute(row)
        self.appended.append(event)

    async def head(self) -> Head | None:
        """The newest row."""
        row = await self._transaction.first(_newest)
        return None if row is None else Head(row.id, row.hash or "", row.at)

    async def checkpoint(self) -> Head | None:
        """The newest row that was pruned."""
        row = await self._transaction.first(sa.select(audit_checkpoint).order_by(audit_checkpoint.c.sequence.desc()))
        return None if row is None else Head(row.sequence, row.hash, row.at)

    async def must_have_rows(self) -> bool:
        """None of these tables is ever emptied of its rows."""
        found = [sa.select(sa.exists().select_from(table).label("any")) for table in (invites, premises, alerts)]
        return any([(await self._transaction.one(one)).any for one in found])

    async def page(self, after: int, limit: int) -> list[AuditRow]:
        """In order of their numbers."""
        wanted = _raw.where(audit.c.id > after).order_by(audit.c.id).limit(limit)
        return [_read(row) for row in await self._transaction.rows(wanted)]

    async def latest(self, wanted: AuditFilter, *, before: int | None, limit: int) -> list[AuditRow]:
        """Newest first."""
        rows = _raw.where(*_conditions(wanted)).order_by(audit.c.id.desc()).limit(limit)
        if before is not None:
            rows = rows.where(audit.c.id < before)
        return [_read(row) for row in await self._transaction.rows(rows)]

    async def times_of(
        self, action: str, since: datetime, *, by: MemberId | None = None, about: tuple[str, int] | None = None
    ) -> list[datetime]:
        """By the index of persons, or that of things."""
        wanted = [audit.c.action == action, audit.c.at > since]
        if by is not None:
            wanted.append(audit.c.actor_id == by)
        if about is not None:
            wanted += [audit.c.entity == about[0], audit.c.entity_id == about[1]]
        found = sa.select(audit.c.at).where(*wanted).order_by(audit.c.id.desc())
        return [row.at for row in await self._transaction.rows(found)]

    async def count(self, action: str, since: datetime, until: datetime) -> int:
        """Rows are numbered as time goes: from the newest back, nothing older is looked at."""
        first, last = await self._last_by(since), await self._last_by(until)
        done = sa.select(sa.func.count().label("n")).where(audit.c.id > first, audit.c.id <= last)
        return int((await self._transaction.one(done.where(audit.c.action == action))).n)

    async def _last_by(self, moment: datetime) -> int:
        by_then = sa.select(audit.c.id).where(audit.c.at <= moment).order_by(audit.c.id.desc()).limit(1)
        row = await self._transaction.first(by_then)
        return 0 if row is None else int(row.id)

    async def forget(self, member: MemberId, now: datetime) -> int:
        """In one statement; the log is emptied of what it was."""
        count = await self._transaction.changed(
            sa.update(audit)
            .where(audit.c.salt.is_not(None), _names(member), ~_IS_IN_A_ROLE)
            .values(
                payload=None,
                salt=None,
                actor_id=None,
                entity_id=sa.case((audit.c.entity == PERSON, 0), else_=audit.c.entity_id),
            )
        )
        await self._transaction.execute(sa.delete(refusals).where(refusals.c.person == member))
        self._transaction.erase()
        if count:
            await self.append(AuditEvent(FORGOTTEN, "audit", 0, None, {"rows": count}), now)
        return count

    async def count_old(self, before: datetime) -> int:
        """Up to the first that is not older, or the newest."""
        ids = sa.select(audit.c.id)
        first = await self._transaction.first(ids.where(audit.c.at >= before).order_by(audit.c.id).limit(1))
        stays = (await self._transaction.one(sa.select(sa.func.max(audit.c.id).label("newest")))).newest or 0
        old = sa.select(sa.func.count().label("n")).where(audit.c.id < (stays if first is None else first.id))
        return int((await self._transaction.one(old.select_from(audit))).n)

    async def prune(self, before: datetime, limit: int) -> Pruned | None:
        """What stays is not looked at."""
        stays = sa.select(sa.func.max(audit.c.id)).scalar_subquery()
        first = sa.select(audit.c.id, audit.c.hash, audit.c.at).where(audit.c.id < stays).order_by(audit.c.id)
        old = list(takewhile(lambda row: row.at < before, await self._transaction.rows(first.limit(limit))))
        if not old:
            return None
        last = Head(old[-1].id, old[-1].hash or "", old[-1].at)
        erased = await self._erased(last)
        return Pruned(last, await self._remove(last), erased)

    async def _erased(self, last: Head) -> int:
        """`Pruned.erased`, up to this row."""
        going = audit.c.id <= last.sequence
        empty = await self._transaction.one(sa.select(sa.func.count().label("n")).where(going, audit.c.salt.is_(None)))
        told = await self._transaction.rows(_raw.where(going, audit.c.action.in_((FORGOTTEN, PRUNED))))
        return int(empty.n) - sum(accounted_for(row.action, row.details) for row in map(_read, told))

    async def _remove(self, last: Head) -> int:
        await self._transaction.execute(sa.delete(audit_checkpoint))
        kept = sa.insert(audit_checkpoint).values(sequence=last.sequence, hash=last.hash, at=last.at)
        await self._transaction.execute(kept)
        self._transaction.erase()
        return await self._transaction.changed(sa.delete(audit).where(audit.c.id <= last.sequence))


def _names(member: MemberId) -> sa.ColumnElement[bool]:
    return sa.or_(audit.c.actor_id == member, tells_of(member))


def tells_of(member: MemberId) -> sa.ColumnElement[bool]:
    """Rows about somebody, also those that say so in their details."""
    told = [sa.cast(audit.c.payload[key].as_string(), sa.String) == str(member) for key in PERSON_DETAILS]
    return sa.or_(_is_about(member), *told)


def _is_about(member: MemberId) -> sa.ColumnElement[bool]:
    return sa.and_(audit.c.entity == PERSON, audit.c.entity_id == member)


def _conditions(wanted: AuditFilter) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if wanted.entities is not None:
        found.append(audit.c.entity.in_(sorted(wanted.entities)))
    if wanted.entity_id is not None:
        found.append(audit.c.entity_id == wanted.entity_id)
    if wanted.person is not None:
        found.append(sa.or_(audit.c.actor_id == wanted.person, _is_about(wanted.person)))
    if wanted.action is not None:
        found.append(audit.c.action == wanted.action)
    return found


def _read(row: Any) -> AuditRow:
    """What is no time or no JSON becomes what was never stored, so that it is found to be changed."""
    try:
        at = row.at if isinstance(row.at, datetime) else datetime.fromisoformat(row.at)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
        details = json.loads(row.payload) if isinstance(row.payload, str) else row.payload
    except (ValueError, TypeError):
        at, details = _UNREADABLE, None
    return AuditRow(
        sequence=row.id,
        at=at,
        action=row.action,
        entity=row.entity,
        entity_id=row.entity_id,
        actor_id=row.actor_id,
        details=details if isinstance(details, dict) else None,
        salt=row.salt,
        digest=row.digest,
        prev_hash=row.prev_hash,
        hash=row.hash,
    )

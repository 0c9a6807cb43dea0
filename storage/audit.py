"""The append-only audit record in SQL: a chain of hashes, pruned from its beginning."""

import json
from datetime import UTC, datetime, timedelta
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
from alerts.ids import MemberId, RoleId
from storage.database.transactions import Transaction
from storage.tables import alerts, audit, audit_checkpoint, invites, premises, refusals

_UNREADABLE = datetime(1, 1, 1, tzinfo=UTC)
# Read as raw text: a value that somebody tampered with must not stop the reading.
_at = sa.type_coerce(audit.c.at, sa.String()).label("at")
_payload = sa.type_coerce(audit.c.payload, sa.Text()).label("payload")
_raw = sa.select(*(c for c in audit.c if c.name not in ("at", "payload")), _at, _payload)
_IS_IN_A_ROLE = sa.or_(audit.c.entity.in_(sorted(IN_A_ROLE_TO)), audit.c.action.in_(sorted(IN_A_ROLE)))
_newest = sa.select(audit.c.id, audit.c.hash, audit.c.at).order_by(audit.c.id.desc()).limit(1)

_new = sa.insert(audit)
_last_by = sa.select(audit.c.id).where(audit.c.at <= sa.bindparam("moment")).order_by(audit.c.id.desc()).limit(1)


class SqlAudit:
    """`alerts.ports.Audit` in SQL. Writers take turns, so the last row is still the last when the next one is added."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._last: Head | None = None
        self.appended: list[AuditEvent] = []

    async def append(self, event: AuditEvent, now: datetime) -> None:
        """Add one row at the end."""
        last = self._last or await self.head() or await self.checkpoint()
        sequence, before = (last.sequence + 1, last.hash) if last else (1, GENESIS)
        salt = new_salt()
        digest = digest_of(event, salt)
        self._last = Head(sequence, hash_of(sequence, now, event, digest=digest, prev_hash=before), now)
        row = {
            "id": sequence,
            "at": now,
            "actor_id": event.actor_id,
            "action": event.action,
            "entity": event.entity,
            "entity_id": event.entity_id,
            "payload": dict(event.details),
            "salt": salt,
            "digest": digest,
            "prev_hash": before,
            "hash": self._last.hash,
        }
        await self._transaction.execute(_new, row)
        self.appended.append(event)

    async def head(self) -> Head | None:
        """The newest row; None when there are none."""
        row = await self._transaction.first(_newest)
        return None if row is None else Head(row.id, row.hash or "", row.at)

    async def checkpoint(self) -> Head | None:
        """The newest row that was pruned; None when none was."""
        row = await self._transaction.first(sa.select(audit_checkpoint).order_by(audit_checkpoint.c.sequence.desc()))
        return None if row is None else Head(row.sequence, row.hash, row.at)

    async def must_have_rows(self) -> bool:
        """Whether there is a link, a shop or an alert, whose creation is always recorded. None of these tables is ever
        emptied of its rows."""
        found = [sa.select(sa.exists().select_from(table).label("any")) for table in (invites, premises, alerts)]
        return any([(await self._transaction.one(one)).any for one in found])

    async def page(self, after: int, limit: int) -> list[AuditRow]:
        """Up to `limit` rows after this number, in order. A row that cannot be read is returned with values that cannot
        match its hash."""
        wanted = _raw.where(audit.c.id > after).order_by(audit.c.id).limit(limit)
        return [_read(row) for row in await self._transaction.rows(wanted)]

    async def latest(self, wanted: AuditFilter, *, before: int | None, limit: int) -> list[AuditRow]:
        """Up to `limit` rows that the filter wants, newest first; only those before this number, if it is given."""
        rows = _raw.where(*_conditions(wanted)).order_by(audit.c.id.desc()).limit(limit)
        if before is not None:
            rows = rows.where(audit.c.id < before)
        if wanted.since is not None:
            rows = rows.where(audit.c.id > await self._last_by(wanted.since))
        if wanted.until is not None:
            rows = rows.where(audit.c.id <= await self._last_by(wanted.until))
        return [_read(row) for row in await self._transaction.rows(rows)]

    async def times_of(
        self, action: str, since: datetime, *, by: MemberId | None = None, about: tuple[str, int] | None = None
    ) -> list[datetime]:
        """When this action was recorded after `since`, newest first: by this person, or about this entity with its id.
        An index finds them by person or by entity."""
        wanted = [audit.c.action == action, audit.c.at > since]
        if by is not None:
            wanted.append(audit.c.actor_id == by)
        if about is not None:
            wanted += [audit.c.entity == about[0], audit.c.entity_id == about[1]]
        found = sa.select(audit.c.at).where(*wanted).order_by(audit.c.id.desc())
        return [row.at for row in await self._transaction.rows(found)]

    async def deputies_ended(self, since: datetime) -> list[tuple[RoleId, MemberId]]:
        """Who stopped being the deputy of which role at this moment or later, oldest first. Erased rows, which name
        nobody, are left out."""
        first = await self._last_by(since - timedelta(microseconds=1))
        about_roles = (audit.c.entity == "role", audit.c.action == "deputy.ended", audit.c.id > first)
        ended = sa.select(audit).where(*about_roles).order_by(audit.c.id)
        found = [_read(row) for row in await self._transaction.rows(ended)]
        return [
            (RoleId(one.entity_id), MemberId(int(one.details["deputy"])))
            for one in found
            if one.details and "deputy" in one.details
        ]

    async def count(self, action: str, since: datetime, until: datetime) -> int:
        """How many times the action was recorded after `since` and until `until`, the latter included. Rows are
        numbered in order of time, so older ones are not read."""
        first, last = await self._last_by(since), await self._last_by(until)
        done = sa.select(sa.func.count().label("n")).where(audit.c.id > first, audit.c.id <= last)
        return int((await self._transaction.one(done.where(audit.c.action == action))).n)

    async def _last_by(self, moment: datetime) -> int:
        row = await self._transaction.first(_last_by, {"moment": moment})
        return 0 if row is None else int(row.id)

    async def forget(self, member: MemberId, now: datetime) -> int:
        """Erase the content of every row by or about the member; return how many. The chain of hashes holds without it.
        The write-ahead log is emptied afterwards."""
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
        """Count the rows before the first that is not older than this moment; never the newest row."""
        ids = sa.select(audit.c.id)
        first = await self._transaction.first(ids.where(audit.c.at >= before).order_by(audit.c.id).limit(1))
        stays = (await self._transaction.one(sa.select(sa.func.max(audit.c.id).label("newest")))).newest or 0
        old = sa.select(sa.func.count().label("n")).where(audit.c.id < (stays if first is None else first.id))
        return int((await self._transaction.one(old.select_from(audit))).n)

    async def prune(self, before: datetime, limit: int) -> Pruned | None:
        """Remove up to `limit` rows from the beginning, up to the first that is not older; never the newest row."""
        stays = sa.select(sa.func.max(audit.c.id)).scalar_subquery()
        first = sa.select(audit.c.id, audit.c.hash, audit.c.at).where(audit.c.id < stays).order_by(audit.c.id)
        old = list(takewhile(lambda row: row.at < before, await self._transaction.rows(first.limit(limit))))
        if not old:
            return None
        last = _read(await self._transaction.one(_raw.where(audit.c.id == old[-1].id)))
        erased = await self._erased(last.head)
        return Pruned(last, await self._remove(last.head), erased)

    async def _erased(self, last: Head) -> int:
        """Compute `Pruned.erased` for the rows up to this one."""
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
    """Match rows about this person, also those that name the person in their details."""
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
    """Read a row as it is stored. A time or JSON that cannot be read becomes a value that was never stored, so that the
    check of the chain finds it."""
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

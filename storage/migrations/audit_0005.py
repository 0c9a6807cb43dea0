"""What revision 0005 does to the audit record: chains the rows that are there, and guards them from then on.

Frozen as it was: what the record is like later is not for this revision.
"""

import json
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any

import sqlalchemy as sa
from alembic import op

_AUDIT = sa.table(
    "audit",
    sa.column("id", sa.BigInteger()),
    sa.column("at", sa.DateTime(timezone=True)),
    *(sa.column(name) for name in ("actor_id", "action", "entity", "entity_id")),
    sa.column("payload", sa.JSON(none_as_null=True)),
    *(sa.column(name) for name in ("salt", "digest", "prev_hash", "hash")),
)
_AT_ONCE = 2_000
_LINKS = ("salt", "digest", "prev_hash", "hash")


def chain_audit() -> None:
    """Rows that were there before the chain are chained as they are, and a row behind them says so."""
    connection, last, before = op.get_bind(), 0, "0" * 64
    # One statement for many rows: the driver sends all their values at once, and waits once for the answer.
    chain = sa.update(_AUDIT).where(_AUDIT.c.id == sa.bindparam("row"))
    chain = chain.values({name: sa.bindparam(f"new_{name}") for name in _LINKS})
    while True:
        wanted = sa.select(_AUDIT).where(_AUDIT.c.id > last).order_by(_AUDIT.c.id).limit(_AT_ONCE)
        rows = connection.execute(wanted).all()
        if not rows:
            break
        linked = list[dict[str, Any]]()
        for row in rows:
            values = _links(row._mapping, before)
            linked.append({"row": row.id, **{f"new_{name}": values[name] for name in _LINKS}})
            last, before = row.id, values["hash"]
        connection.execute(chain, linked)
    if last:
        told = {"at": datetime.now(UTC), "action": "audit.chained", "entity": "audit", "entity_id": 0, "actor_id": None}
        marker = {"id": last + 1, **told, "payload": {"through": last}}
        connection.execute(sa.insert(_AUDIT).values(**marker, **_links(marker, before)))


def _links(row: Any, before: str) -> dict[str, str]:
    at = row["at"] if row["at"].tzinfo else row["at"].replace(tzinfo=UTC)
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    is_person = row["entity"] == "member"
    person, thing = (row["entity_id"], None) if is_person else (None, row["entity_id"])
    salt = token_hex(16)
    digest = _hashed(salt, row["actor_id"], person, row["payload"])
    linked = _hashed(row["id"], moment, row["action"], row["entity"], thing, digest, before)
    return {"salt": salt, "digest": digest, "prev_hash": before, "hash": linked}


def _hashed(*parts: object) -> str:
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


_SQLITE = (
    """CREATE TRIGGER audit_keeps_facts BEFORE UPDATE ON audit
WHEN NOT (
    NEW.id IS OLD.id AND NEW.at IS OLD.at AND NEW.action IS OLD.action AND NEW.entity IS OLD.entity
    AND (NEW.entity_id IS OLD.entity_id OR (OLD.entity = 'member' AND NEW.entity_id = 0))
    AND NEW.digest IS OLD.digest AND NEW.prev_hash IS OLD.prev_hash AND NEW.hash IS OLD.hash
    AND NEW.payload IS NULL AND NEW.salt IS NULL AND NEW.actor_id IS NULL
)
BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END""",
    """CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit
WHEN OLD.id > coalesce((SELECT max(sequence) FROM audit_checkpoint), 0)
BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END""",
)
_POSTGRESQL = (
    """CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.id, NEW.at, NEW.action, NEW.entity, NEW.digest, NEW.prev_hash, NEW.hash)
            IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.action, OLD.entity, OLD.digest, OLD.prev_hash, OLD.hash)
            AND (NEW.entity_id = OLD.entity_id OR (OLD.entity = 'member' AND NEW.entity_id = 0))
            AND NEW.payload IS NULL AND NEW.salt IS NULL AND NEW.actor_id IS NULL
        THEN RETURN NEW; END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF OLD.id <= (SELECT max(sequence) FROM audit_checkpoint) THEN RETURN OLD; END IF;
    END IF;
    RAISE EXCEPTION 'the audit record is append-only';
END $$""",
    """CREATE TRIGGER audit_keeps_rows BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION audit_is_kept()""",
    """CREATE TRIGGER audit_keeps_all BEFORE TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()""",
)
GUARDS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}

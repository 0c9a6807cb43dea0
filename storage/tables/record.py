"""Tables of the audit record. The database itself refuses every change but the erasure of content, and pruning."""

from sqlalchemy import DDL, BigInteger, Column, Index, Integer, String, event

from storage.tables.columns import json
from storage.tables.schema import entity, link, moment, table

# Append-only. The chain: `digest` is of the salted payload, `hash` of this row's facts, its digest and the last hash.
audit = entity(
    "audit",
    moment("at"),
    link("actor_id", "members", optional=True),
    Column("action", String, nullable=False),
    Column("entity", String, nullable=False),
    Column("entity_id", BigInteger, nullable=False),
    Column("payload", json()),
    Column("salt", String),
    Column("digest", String),
    Column("prev_hash", String),
    Column("hash", String),
    Index(None, "entity", "entity_id"),
    Index(None, "actor_id"),
)

# One row: the last one that was pruned. Rows up to it may be deleted.
audit_checkpoint = table(
    "audit_checkpoint",
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", String, nullable=False),
    moment("at"),
)

refusals = table(
    "refusals",
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    moment("since"),
    Column("count", Integer, nullable=False),
)

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

for _dialect, _statements in (("sqlite", _SQLITE), ("postgresql", _POSTGRESQL)):
    for _statement in _statements:
        _guard = DDL(_statement)  # type: ignore[no-untyped-call]  # SQLAlchemy does not say what it takes
        event.listen(audit, "after_create", _guard.execute_if(dialect=_dialect))

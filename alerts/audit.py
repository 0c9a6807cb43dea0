"""Audit: who did what to what, append-only, and the chain by which a change of it is found.

The hash of a row covers its facts, the digest of its content and the hash of the row before. The digest covers the
content (who, and the details) with a salt of the row's own: without salt and content nobody can tell any more whom a
row was about, and the chain still holds.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from alerts.ids import MemberId

GENESIS = "0" * 64  # what the first row follows
PERSON = "member"  # an entity whose id is content: it can be erased
PERSON_DETAILS = ("member", "deputy")  # details that hold the id of a person; an erasure looks for them

# What is done in a role: it stays whole when somebody is erased, and their number leads to nobody.
IN_A_ROLE_TO = frozenset({"alert", "template", "kvo_group", "role", "municipality", "audit"})  # whatever it is
IN_A_ROLE = frozenset(
    {
        *("report.read", "report.taken", "report.drafted", "report.reopened", "report.closed"),
        *("premises.verified", "premises.unverified", "role.granted"),
    }
)

FORGOTTEN = "audit.forgotten"  # rows of somebody lost their content: `rows` says how many
PRUNED = "audit.pruned"  # rows are gone up to the checkpoint: `through`, `hash`, `rows`, `erased` (see `Pruned`)
CHAINED = "audit.chained"  # rows up to `through` were there before there was a chain


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One step worth remembering; `details` hold ids and keys, never texts or personal data.

    A person in the details stands under one of `PERSON_DETAILS`.
    """

    action: str
    entity: str
    entity_id: int
    actor_id: MemberId | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """A row by which the record can be held to its word: its number, its hash, and when it was written."""

    sequence: int
    hash: str
    at: datetime

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash} {self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A row as it is stored. Without `salt` its content was erased: no details, no actor, and 0 for a person."""

    sequence: int
    at: datetime
    action: str
    entity: str
    entity_id: int
    actor_id: MemberId | None
    details: Mapping[str, str | int] | None
    salt: str | None
    digest: str | None
    prev_hash: str | None
    hash: str | None

    @property
    def head(self) -> Head:
        """This row as the newest one."""
        return Head(self.sequence, self.hash or "", self.at)


@dataclass(frozen=True, slots=True)
class Pruned:
    """Rows that went from the beginning: the last of them, and how many. `erased`: how many of those had no content,
    less those for which a row that went too accounted; what is left still accounts for so many too much."""

    through: Head
    rows: int
    erased: int


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which rows somebody wants to read; None asks for nothing. `person` is who did it or to whom it was done."""

    entities: frozenset[str] | None = None
    entity_id: int | None = None
    person: MemberId | None = None
    action: str | None = None


def accounted_for(action: str, details: Mapping[str, str | int] | None) -> int:
    """For how many rows without content this row accounts; less than 0 where it says that so many are gone."""
    sign, name = {FORGOTTEN: (1, "rows"), PRUNED: (-1, "erased")}.get(action, (0, ""))
    told = (details or {}).get(name, 0)
    return sign * told if isinstance(told, int) else 0


def new_salt() -> str:
    """128 bits of chance."""
    return secrets.token_hex(16)


def digest_of(event: AuditEvent, salt: str) -> str:
    """Of what can be erased: who did it, to whom if it was to a person, and the details."""
    person = event.entity_id if event.entity == PERSON else None
    return _hashed(salt, event.actor_id, person, dict(event.details))


def hash_of(sequence: int, at: datetime, event: AuditEvent, *, digest: str, prev_hash: str) -> str:
    """Of what stays: number, time (UTC, microseconds), action, thing, digest, and the row before."""
    thing = None if event.entity == PERSON else event.entity_id
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return _hashed(sequence, moment, event.action, event.entity, thing, digest, prev_hash)


def _hashed(*parts: object) -> str:
    told = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()

"""Audit: an append-only record of who did what to what, chained by hashes so that changes to it are detected.

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

GENESIS = "0" * 64  # the previous hash of the first row
PERSON = "member"  # an entity whose id is content: it can be erased
PERSON_DETAILS = ("member", "deputy")  # details that hold the id of a person; an erasure looks for them

# Actions in a role: their rows stay whole when somebody is erased, as the member's number then leads to nobody.
IN_A_ROLE_TO = frozenset(
    {
        "alert",
        "template",
        "kvo_group",
        "role",
        "municipality",
        "measure",
        "audit",
        "sending",
        "pattern",
        "roster",
        "task",
    }
)  # every action on these entities
IN_A_ROLE = frozenset(
    {
        *("report.read", "report.taken", "report.drafted", "report.reopened", "report.asked"),
        *("report.closed", "report.joined", "report.released"),
        *("aftercare.opened", "aftercare.noted", "aftercare.objected", "aftercare.allowed", "aftercare.arrested"),
        *("aftercare.done", "aftercare.read", "aftercare.taken"),
        *("incident.read", "incident.confirmed", "incident.corrected", "incident.refuted"),
        *("incident.joined", "incident.took_in", "incident.frozen", "incident.released", "incident.closed"),
        *("meeting.planned", "meeting.moved", "meeting.cancelled", "visit.planned", "visit.made"),
        *("incident.seen", "incident.taken_on"),
        *("premises.verified", "premises.unverified", "premises.people_allowed", "premises.people_vouched"),
        *("role.granted", "role.asked", "role.confirmed", "role.refused"),
    }
)

FORGOTTEN = "audit.forgotten"  # an erasure took the content of so many `rows`
PRUNED = "audit.pruned"  # rows up to a checkpoint were removed: `through`, `hash`, `rows`, `erased` (see `Pruned`)
CHAINED = "audit.chained"  # rows up to `through` are older than the chain


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """A step to record; `details` hold ids and keys, never texts or personal data. (Why somebody exports the record is
    a text, which has passed the guard.)

    A person in the details stands under one of `PERSON_DETAILS`.
    """

    action: str
    entity: str
    entity_id: int
    actor_id: MemberId | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """The number, hash and time of the newest row, kept elsewhere to verify the record against."""

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
        """Return the head of a record that ends with this row."""
        return Head(self.sequence, self.hash or "", self.at)


@dataclass(frozen=True, slots=True)
class Pruned:
    """The rows that a pruning removed from the beginning: the last of them as it was, and how many.

    `erased`: how many of the removed rows had no content, less the number that removed erasures accounted for. The
    erasures that are left account for that many rows too many.
    """

    last: AuditRow
    rows: int
    erased: int

    @property
    def details(self) -> dict[str, str | int]:
        """Return the details of the row that records the pruning. They allow recomputing the hash of the last removed
        row, which proves its age; they do not tell who did it or to whom."""
        last = self.last
        return {
            "through": last.sequence,
            "hash": last.hash or "",
            "rows": self.rows,
            "erased": self.erased,
            "at": last.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "action": last.action,
            "entity": last.entity,
            "thing": 0 if last.entity == PERSON else last.entity_id,
            "digest": last.digest or "",
            "before": last.prev_hash or "",
        }


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """The rows that a reader wants; None does not restrict. `person` is who did it or to whom it was done; `since` and
    `until` are the moments between which it was done, the latter included."""

    entities: frozenset[str] | None = None
    entity_id: int | None = None
    person: MemberId | None = None
    action: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def may_be_erased(action: str, entity: str) -> bool:
    """Whether erasing a person erases the content of such a row: not if it was done in a role, or to the record
    itself."""
    return entity not in IN_A_ROLE_TO and action not in IN_A_ROLE


def pruned_at(details: Mapping[str, str | int]) -> datetime | None:
    """Return when the last row that a pruning removed was written, if its hash proves it; else None."""
    try:
        at = datetime.fromisoformat(str(details["at"]))
        event = AuditEvent(str(details["action"]), str(details["entity"]), int(details["thing"]))
        digest, before = str(details["digest"]), str(details["before"])
        shown = hash_of(int(details["through"]), at, event, digest=digest, prev_hash=before)
    except (KeyError, ValueError):
        return None
    return at if at.tzinfo is not None and shown == details.get("hash") else None


def accounted_for(action: str, details: Mapping[str, str | int] | None) -> int:
    """Return for how many rows without content this row accounts; negative where it says that so many were removed."""
    sign, name = {FORGOTTEN: (1, "rows"), PRUNED: (-1, "erased")}.get(action, (0, ""))
    told = (details or {}).get(name, 0)
    return sign * told if isinstance(told, int) else 0


def new_salt() -> str:
    """Return 128 random bits in hexadecimal."""
    return secrets.token_hex(16)


def digest_of(event: AuditEvent, salt: str) -> str:
    """Return the salted hash of what can be erased: the actor, a person it was done to, and the details."""
    person = event.entity_id if event.entity == PERSON else None
    return _hashed(salt, event.actor_id, person, dict(event.details))


def hash_of(sequence: int, at: datetime, event: AuditEvent, *, digest: str, prev_hash: str) -> str:
    """Return the hash of what stays: number, time (UTC, microseconds), action, entity, digest, and the row before."""
    thing = None if event.entity == PERSON else event.entity_id
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return _hashed(sequence, moment, event.action, event.entity, thing, digest, prev_hash)


def _hashed(*parts: object) -> str:
    told = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()

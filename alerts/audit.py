"""Audit: who did what to what, append-only."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from alerts.ids import MemberId


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One step worth remembering; `details` hold ids and keys, never texts or personal data."""

    action: str
    entity: str
    entity_id: int
    actor_id: MemberId | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)

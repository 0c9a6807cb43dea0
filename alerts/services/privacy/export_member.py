"""Export a member: everything that is held on one person, for that person (GDPR, articles 15 and 20)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.audit import AuditEvent
from alerts.errors import LimitReached
from alerts.member import Member
from alerts.ports import Record, UnitOfWork

SCHEMA = 1  # increased when programs that read the file have to change
MOST_A_DAY = 3  # ours: enough for who lost the file


@dataclass(frozen=True, slots=True)
class Export:
    """The data that is held on one member: lists of rows by the name of the record, as JSON has them."""

    made_at: datetime
    records: Mapping[str, list[Record]]

    def as_json(self) -> bytes:
        """Return everything as a file: keys in English, times in UTC."""
        made_at = self.made_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        whole = {"program": "wees-alert", "schema": SCHEMA, "made_at": made_at, "records": dict(self.records)}
        return json.dumps(whole, ensure_ascii=False, indent=2).encode()


async def export_member(uow: UnitOfWork, member: Member, now: datetime) -> Export:
    """Collect everything that is held on the member. Raises LimitReached after too many exports in a day."""
    if await uow.personal.exported_since(member.id, now - timedelta(days=1)) >= MOST_A_DAY:
        raise LimitReached("exports", most=MOST_A_DAY)
    await uow.audit.append(AuditEvent("data.exported", "member", member.id, member.id), now)
    return Export(now, await uow.personal.export_of(member.id))

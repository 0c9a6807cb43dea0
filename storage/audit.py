"""The append-only record."""

from datetime import datetime

import sqlalchemy as sa

from alerts.audit import AuditEvent
from storage.engine import Transaction
from storage.tables import audit


class SqlAudit:
    """`alerts.ports.Audit` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self.appended: list[AuditEvent] = []

    async def append(self, event: AuditEvent, now: datetime) -> None:
        """Add one row."""
        row = sa.insert(audit).values(
            at=now,
            actor_id=event.actor_id,
            action=event.action,
            entity=event.entity,
            entity_id=event.entity_id,
            payload=dict(event.details),
        )
        await self._transaction.execute(row)
        self.appended.append(event)

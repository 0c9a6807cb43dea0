"""Import postcodes: where each PC4 lies, and so in whose scope."""

from collections.abc import Sequence
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ports import Storage
from alerts.postcode import Pc4Place


async def import_postcodes(storage: Storage, rows: Sequence[Pc4Place], now: datetime) -> None:
    """In place of the whole table."""
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all(rows)
        await uow.audit.append(AuditEvent("postcodes.imported", "postcodes", 0, None, {"rows": len(rows)}), now)

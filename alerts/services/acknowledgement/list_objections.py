"""List what the policies held back or dropped for a member lately, and why."""

from datetime import datetime, timedelta

from alerts.delivery import Objected
from alerts.ids import MemberId
from alerts.ports import UnitOfWork

LATELY = timedelta(days=7)
MOST = 15  # of one screen


async def list_objections(uow: UnitOfWork, member: MemberId, now: datetime) -> list[Objected]:
    """Return the newest of the last seven days, at most one more than `MOST`."""
    return await uow.deliveries.objected(member, now - LATELY, MOST + 1)

"""Expect an effect: note, in the transaction that sends a notice, when it will be counted what happened after it."""

from datetime import datetime

from alerts.alert import Alert
from alerts.effect import due_at, has_effect
from alerts.ports import UnitOfWork


async def expect_effect(uow: UnitOfWork, live: Alert, now: datetime) -> None:
    """Note when the days after this notice, which is sent now, are over; nothing for a drill or a tip."""
    if has_effect(live):
        await uow.effects.expect(live.id, due_at(now, uow.tallies.zone))

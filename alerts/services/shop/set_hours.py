"""Set the opening hours of a shop, by its owner."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ids import MemberId, PremisesId
from alerts.opening_hours import OpeningHours
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.services.shop.find_premises import owned_premises


async def set_hours(
    uow: UnitOfWork,
    member: MemberId,
    premises: PremisesId,
    hours: OpeningHours | None,
    *,
    opens_on_holidays: bool,
    version: int,
    now: datetime,
) -> Premises:
    """Store the hours, or forget them (None); the verification stays, and what waits for opening time is asked again.
    Raises as `owned_premises`."""
    await owned_premises(uow, member, premises, version=version)
    saved = await uow.premises.set_hours(premises, version, hours, opens_on_holidays=opens_on_holidays)
    for one in await uow.premises.members_of(premises):
        await uow.deliveries.release_held(one.member_id, now)
    details = {"is_told": hours is not None}
    await uow.audit.append(AuditEvent("premises.hours", "premises", premises, member, details), now)
    return saved

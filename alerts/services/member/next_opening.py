"""Find when the first of a member's shops opens."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.ids import MemberId
from alerts.ports import UnitOfWork


async def next_opening(uow: UnitOfWork, member: MemberId, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when the first of the member's shops opens; None while one is open, and where of one no hours are known
    or none opens within two weeks: nothing is held back on a guess."""
    shops = [one.premises for one in await uow.premises.followings(member)]
    opens = [shop.hours.opens_at(now, zone, shop.is_closed_on) for shop in shops if shop.hours is not None]
    found = [one for one in opens if one is not None]
    return min(found) if found and len(found) == len(shops) and min(found) > now else None

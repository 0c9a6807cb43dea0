"""Send digests: P3 and P4 of a day in one message, at the hour that a member chose.

What a policy dropped for the digest stands in the queue with that reason until it stood in one; the digest and that
mark are one commit, so that after a stop of any length each notice stands in one digest.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.alert import AlertState
from alerts.delivery import ForDigest, Notice, OnUnknown, Priority
from alerts.ids import AddressId, AlertId
from alerts.ports import UnitOfWork
from alerts.services.tell import tell

MOST = 15  # notices in one digest; more would be too long for a message
LASTS = timedelta(hours=20)  # a digest that comes later is overtaken by the next one


async def has_digests_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether somebody's hour has come and something waits for it."""
    return any(_is_due(one, now, uow.tallies.zone) for one in await uow.deliveries.for_digest())


async def send_digests(uow: UnitOfWork, now: datetime) -> None:
    """Queue a digest for each member whose hour has come, with what is still live, newest first."""
    for one in await uow.deliveries.for_digest():
        if _is_due(one, now, uow.tallies.zone):
            await uow.deliveries.mark_digested(one.address_id)
            live = await _live(uow, one.alerts)
            if live and (await uow.members.get(one.member_id)).stopped_at is None:
                fields: dict[str, str | int] = {
                    "alerts": ",".join(map(str, live[:MOST])),
                    "more": max(0, len(live) - MOST),
                }
                await tell(
                    uow,
                    [one.member_id],
                    Notice("digest", fields),
                    f"digest:{max(one.alerts)}",
                    now,
                    priority=Priority.P4,
                    on_unknown=OnUnknown.GIVE_UP,
                    deadline=now + LASTS,
                )


async def count_singles(uow: UnitOfWork, address: AddressId, now: datetime, zone: ZoneInfo) -> int:
    """Count the P3 and P4 that came to an address by themselves since midnight."""
    midnight = datetime.combine(now.astimezone(zone).date(), time(0), zone)
    return await uow.deliveries.count_singles(address, midnight)


def _is_due(one: ForDigest, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the hour has come since the first of the notices was put aside; at once when the digest was turned
    off."""
    if one.digest_hour is None:
        return True
    local = one.since.astimezone(zone)
    hour = datetime.combine(local.date(), time(one.digest_hour), zone)
    return now >= (hour if hour > one.since else datetime.combine(local.date() + timedelta(days=1), hour.timetz()))


async def _live(uow: UnitOfWork, found: Sequence[AlertId]) -> list[AlertId]:
    newest_first = sorted(set(found), reverse=True)
    return [one for one in newest_first if (await uow.alerts.get(one)).state is AlertState.LIVE]

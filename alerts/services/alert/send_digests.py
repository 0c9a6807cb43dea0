"""Send digests: P3 and P4 of a day in one message, at the hour that a member chose.

What a policy dropped for the digest stands in the queue with that reason until it stood in one; the digest and that
mark are one commit, so that after a stop of any length each notice stands in one digest.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.alert import AlertState
from alerts.delivery import Notice, OnUnknown, Priority
from alerts.ids import AddressId, AlertId
from alerts.ports import UnitOfWork
from alerts.services.member.choose_settings import DIGEST_HOURS
from alerts.services.tell import tell

MOST = 15  # notices in one digest; more would be too long for a message
MOST_AT_ONCE = 500  # members of one run, so that no writer waits long
LASTS = timedelta(hours=20)  # a digest that comes later is overtaken by the next one


async def has_digests_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether somebody's hour has come and something waits for it."""
    return await uow.deliveries.has_for_digest(_last_hours(now, uow.tallies.zone))


async def send_digests(uow: UnitOfWork, now: datetime) -> None:
    """Queue a digest for each member whose hour has come, with what is still live, newest first; the next run has the
    members beyond `MOST_AT_ONCE`."""
    for one in await uow.deliveries.for_digest(_last_hours(now, uow.tallies.zone), MOST_AT_ONCE):
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


def _last_hours(now: datetime, zone: ZoneInfo) -> dict[int, datetime]:
    """Return when it was last each of the hours at which digests go."""
    today = now.astimezone(zone).date()
    found = {}
    for hour in DIGEST_HOURS:
        at = datetime.combine(today, time(hour), zone)
        found[hour] = at if at <= now else datetime.combine(today - timedelta(days=1), time(hour), zone)
    return found


async def _live(uow: UnitOfWork, found: Sequence[AlertId]) -> list[AlertId]:
    newest_first = sorted(set(found), reverse=True)
    return [one for one in newest_first if (await uow.alerts.get(one)).state is AlertState.LIVE]

"""What was put aside for the digests of members, what came to them by itself, and what they have not seen. Behind
`SqlDeliveries`."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from alerts.delivery import DIGESTED, FOR_DIGEST, PRIORITY_OF, DeliveryState, ForDigest, Unread
from alerts.ids import AddressId, AlertId, DeliveryId, MemberId
from storage.database.transactions import Transaction
from storage.outbox.dry_run import first_texts
from storage.tables import addresses, deliveries, members, seen

_is_aside = sa.text("deliveries.reason = 'digest'")  # written as in the partial index of what waits for a digest
_aside = deliveries.join(addresses).join(members)
_PRIORITIES = tuple(PRIORITY_OF[one] for one in FOR_DIGEST)


def _is_due(hours: Mapping[int, datetime]) -> sa.ColumnElement[bool]:
    """Match what was put aside before the last such hour, and all of whoever turned the digest off."""
    at_hour = (
        sa.and_(members.c.digest_hour == hour, deliveries.c.settled_at < last) for hour, last in sorted(hours.items())
    )
    return sa.or_(members.c.digest_hour.is_(None), *at_hour)


async def has_for_digest(transaction: Transaction, hours: Mapping[int, datetime]) -> bool:
    """Whether something waits for a digest that is due."""
    found = sa.select(deliveries.c.id).select_from(_aside).where(_is_aside, _is_due(hours)).limit(1)
    return await transaction.first(found) is not None


async def for_digest(transaction: Transaction, hours: Mapping[int, datetime], most: int) -> list[ForDigest]:
    """What was put aside for the members whose digest is due, at most so many members."""
    whose = sa.select(deliveries.c.address_id).select_from(_aside).where(_is_aside, _is_due(hours)).distinct()
    of_them = (
        sa.select(addresses.c.member_id, deliveries.c.address_id, deliveries.c.alert_id)
        .select_from(deliveries.join(addresses))
        .where(_is_aside, deliveries.c.address_id.in_(whose.order_by(deliveries.c.address_id).limit(most)))
        .order_by(deliveries.c.address_id, deliveries.c.id)
    )
    found: dict[AddressId, ForDigest] = {}
    for row in await transaction.rows(of_them):
        earlier = found.get(row.address_id)
        alerts = (*(earlier.alerts if earlier else ()), AlertId(row.alert_id))
        found[row.address_id] = ForDigest(MemberId(row.member_id), row.address_id, alerts)
    return list(found.values())


async def mark_digested(transaction: Transaction, address: AddressId) -> None:
    """Note that what was put aside for this address stood in a digest."""
    marked = sa.update(deliveries).where(deliveries.c.address_id == address, sa.text("reason = 'digest'"))
    await transaction.execute(marked.values(reason=DIGESTED))


async def count_singles(transaction: Transaction, address: AddressId, since: datetime) -> int:
    """Count the first texts of P3 and P4 that came to an address since then."""
    counted = (
        sa.select(sa.func.count())
        .select_from(deliveries)
        .where(
            deliveries.c.address_id == address,
            deliveries.c.revision_number == 1,
            deliveries.c.state == DeliveryState.SENT,
            deliveries.c.priority.in_(_PRIORITIES),
            deliveries.c.settled_at >= since,
        )
    )
    return int((await transaction.one(counted))[0])


async def unread(
    transaction: Transaction, alert: AlertId, now: datetime, *, since: datetime, until: datetime
) -> list[Unread]:
    """The first texts of the alert that arrived after `since` and up to `until` at members who have not seen it and
    have no pause now."""
    pressed = sa.exists().where(seen.c.alert_id == alert, seen.c.member_id == addresses.c.member_id)
    found = (
        sa.select(
            deliveries.c.id, deliveries.c.address_id, sa.func.coalesce(members.c.p1_at_night, sa.true()).label("hears")
        )
        .select_from(deliveries.join(addresses).join(members))
        .where(
            deliveries.c.alert_id == alert,
            *first_texts(DeliveryState.SENT),
            deliveries.c.settled_at > since,
            deliveries.c.settled_at <= until,
            sa.or_(members.c.paused_until.is_(None), members.c.paused_until <= now),
            ~pressed,
        )
        .order_by(deliveries.c.id)
    )
    rows = await transaction.rows(found)
    return [Unread(DeliveryId(row.id), AddressId(row.address_id), bool(row.hears)) for row in rows]

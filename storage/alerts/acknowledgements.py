"""Acknowledgements in SQL."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from alerts.acknowledgement import Acknowledgement, RingProgress
from alerts.delivery import DeliveryState
from alerts.dry_run import Ring
from alerts.ids import AlertId, MemberId, PremisesId
from alerts.opening_hours import Shift
from storage.database.transactions import Transaction, insert
from storage.outbox import recounts
from storage.outbox.dry_run import first_texts, ring_of
from storage.tables import acknowledgements as stored
from storage.tables import addresses, alerts, deliveries, seen

_chats = sa.select(addresses.c.id).where(addresses.c.kvo_group_id.is_not(None))  # few, and without a distance
_sent = (
    sa.select(ring_of(deliveries.c.distance_sq).label("ring"), sa.func.count().label("people"))
    .where(
        deliveries.c.alert_id == sa.bindparam("alert"),
        *first_texts(DeliveryState.SENT),
        deliveries.c.address_id.not_in(_chats),
    )
    .group_by(sa.text("ring"))
)
_seen = (
    sa.select(seen.c.ring, sa.func.count().label("people"))
    .where(seen.c.alert_id == sa.bindparam("alert"), seen.c.ring.is_not(None))
    .group_by(seen.c.ring)
)
_acted = (
    sa.select(stored.c.ring, sa.func.count(sa.distinct(stored.c.premises_id)).label("acted"))
    .where(stored.c.alert_id == sa.bindparam("alert"))
    .group_by(stored.c.ring)
)


class SqlAcknowledgements:
    """`alerts.ports.Acknowledgements` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def measures(self, alert: AlertId, premises: PremisesId, day: date, shift: Shift) -> tuple[str, ...]:
        """The measures that the shop took after the notice in that shift."""
        row = await self._transaction.first(sa.select(stored.c.measures).where(*_is(alert, premises, day, shift)))
        return () if row is None else tuple(row.measures)

    async def put(self, told: Acknowledgement) -> None:
        """Store what the shop took in that shift, in place of what stood there; without measures nothing stays. The
        notice is counted again."""
        of = _is(told.alert_id, told.premises_id, told.day, told.shift)
        await self._transaction.execute(sa.delete(stored).where(*of))
        if told.measures:
            new = insert(stored).values(
                alert_id=told.alert_id,
                premises_id=told.premises_id,
                day=told.day,
                shift=told.shift,
                ring=told.ring,
                measures=list(told.measures),
            )
            await self._transaction.execute(new)
        await recounts.mark(self._transaction, told.alert_id)

    async def seconds_to_seen(self, alert: AlertId) -> list[int]:
        """How many seconds after the sending each person saw the notice, the fastest first."""
        of_alert = sa.select(seen.c.at, alerts.c.sent_at).join(alerts).where(seen.c.alert_id == alert)
        rows = await self._transaction.rows(of_alert.order_by(seen.c.at))
        return [int((row.at - row.sent_at).total_seconds()) for row in rows]

    async def by_ring(self, alert: AlertId) -> Sequence[RingProgress]:
        """How far the notice is in each ring where somebody has it, the nearest first."""
        sent, has_seen = [
            {Ring(row.ring): row.people for row in await self._transaction.execute(one, {"alert": alert})}
            for one in (_sent, _seen)
        ]
        acted = {row.ring: row.acted for row in await self._transaction.execute(_acted, {"alert": alert})}
        return [
            RingProgress((ring,), sent.get(ring, 0), has_seen.get(ring, 0), acted.get(ring, 0))
            for ring in Ring
            if ring in sent or ring in acted
        ]


def ring_of_member(alert: AlertId, member: MemberId) -> sa.ScalarSelect[str]:
    """Select the ring of the member to whom the first text of the alert went in private; NULL for anybody else."""
    theirs = sa.select(addresses.c.id).where(addresses.c.member_id == member)
    went = first_texts(DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNKNOWN)
    of_member = sa.select(deliveries.c.distance_sq).where(
        deliveries.c.alert_id == alert, deliveries.c.address_id.in_(theirs), *went
    )
    nearest = of_member.order_by(deliveries.c.distance_sq).limit(1).subquery()
    return sa.select(ring_of(nearest.c.distance_sq)).scalar_subquery()


def _is(alert: AlertId, premises: PremisesId, day: date, shift: Shift) -> tuple[sa.ColumnElement[bool], ...]:
    return stored.c.alert_id == alert, stored.c.premises_id == premises, stored.c.day == day, stored.c.shift == shift

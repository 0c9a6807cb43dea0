"""Counts for a dry run: recipients who are alike, how many notices they had, and which live ones they have. Counted by
the database, without a row coming into Python."""

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa

from alerts.alert import AlertState
from alerts.delivery import FOR_DIGEST, SHOWN, DeliveryState
from alerts.dry_run import MOST_HAD, RING_M, WEEK, Crowd, Had, Objection, Ring
from alerts.ids import AlertId, MemberId
from alerts.quiet_hours import QuietHours
from alerts.severity import Severity
from alerts.targeting import Target
from storage.database.transactions import Transaction
from storage.outbox.fan_out import by_nearest_shop, everybody
from storage.tables import FARTHEST, addresses, alerts, deliveries, members

_COUNTED = (DeliveryState.SENT, DeliveryState.UNKNOWN)  # an unknown one probably arrived


class SqlDryRuns:
    """`alerts.ports.DryRuns` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def who_wait(
        self, target: Target, coordinators: Sequence[MemberId], severity: Severity, now: datetime
    ) -> list[MemberId]:
        """The recipients who want such a notice only while a shop of theirs is open."""
        people = await _people(self._transaction, target, coordinators, now)
        waits = sa.type_coerce(members.c.at_opening, sa.String()).contains(severity.value)
        found = sa.select(members.c.id).join(people, people.c.member_id == members.c.id).where(waits)
        return [MemberId(row.id) for row in await self._transaction.rows(found)]

    async def quiet_hours(self, target: Target, coordinators: Sequence[MemberId], now: datetime) -> list[QuietHours]:
        """The different quiet hours that the recipients have."""
        people = await _people(self._transaction, target, coordinators, now)
        found = sa.select(members.c.quiet_hours).join(people, people.c.member_id == members.c.id)
        rows = await self._transaction.rows(found.where(members.c.quiet_hours.is_not(None)).distinct())
        return [row.quiet_hours for row in rows]

    async def crowds(
        self,
        target: Target,
        coordinators: Sequence[MemberId],
        severity: Severity,
        now: datetime,
        *,
        closed: Collection[MemberId] = (),
        quiet: Collection[QuietHours] = (),
        waiting: Collection[QuietHours] = (),
    ) -> list[Crowd]:
        """Count the recipients by branch, ring, the policy that would object, whether a P1 sounds at night, and whether
        they have quiet hours now."""
        people = await _people(self._transaction, target, coordinators, now)
        gathers = members.c.digest_hour.is_not(None) if severity in FOR_DIGEST else sa.false()
        is_muted = sa.type_coerce(members.c.muted, sa.String()).contains(severity.value)
        columns = {
            "branch": people.c.branch,
            "ring": ring_of(people.c.distance_sq),
            "objection": sa.case(
                (~addresses.c.is_active, Objection.UNREACHABLE.value),
                (is_muted, Objection.MUTED.value),
                (members.c.paused_until > now, Objection.PAUSED.value),
                (sa.and_(gathers, members.c.most_singles == 0), Objection.DIGEST.value),
                (members.c.id.in_(closed), Objection.CLOSED.value),
                (members.c.quiet_hours.in_(waiting), Objection.QUIET.value),
                else_=None,
            ),
            "hears_p1": sa.func.coalesce(members.c.p1_at_night, sa.true()),
            "is_quiet": sa.func.coalesce(members.c.quiet_hours.in_(quiet), sa.false()),
        }
        each = sa.select(*(column.label(name) for name, column in columns.items())).select_from(
            people.join(members, members.c.id == people.c.member_id).join(
                addresses, addresses.c.id == people.c.address_id
            )
        )
        alike = each.subquery()
        counted = sa.select(*alike.c, sa.func.count().label("members")).group_by(*alike.c)
        return [
            Crowd(
                row.branch,
                Ring(row.ring),
                None if row.objection is None else Objection(row.objection),
                bool(row.hears_p1),
                row.members,
                bool(row.is_quiet),
            )
            for row in await self._transaction.rows(counted)
        ]

    async def had_lately(self, target: Target, coordinators: Sequence[MemberId], now: datetime) -> dict[Had, int]:
        """Count the recipients by how many notices they had in the seven days before."""
        people = await _people(self._transaction, target, coordinators, now)
        lately = sa.select(alerts.c.id).where(alerts.c.sent_at >= now - WEEK, alerts.c.is_drill.is_(False))
        had = (
            sa.select(deliveries.c.address_id, sa.func.count().label("notices"))
            .where(deliveries.c.alert_id.in_(lately), *first_texts(*_COUNTED))
            .group_by(deliveries.c.address_id)
            .subquery()
        )
        notices = sa.func.coalesce(had.c.notices, 0)
        share = sa.case(*((notices <= most, one.value) for one, most in MOST_HAD.items()), else_=Had.MANY.value)
        each = (
            sa.select(share.label("had"))
            .select_from(people.outerjoin(had, had.c.address_id == people.c.address_id))
            .subquery()
        )
        counted = sa.select(each.c.had, sa.func.count().label("members")).group_by(each.c.had)
        found = {Had(row.had): row.members for row in await self._transaction.rows(counted)}
        return {one: found[one] for one in Had if one in found}

    async def who_have(
        self, target: Target, coordinators: Sequence[MemberId], live: Collection[AlertId], now: datetime
    ) -> dict[AlertId, int]:
        """Count the recipients who have each of these live alerts; those of which nobody has one are left out."""
        if not live:
            return {}
        people = await _people(self._transaction, target, coordinators, now)
        is_live = sa.select(alerts.c.id).where(alerts.c.id.in_(sorted(live)), alerts.c.state == AlertState.LIVE)
        theirs = deliveries.c.address_id.in_(sa.select(people.c.address_id))  # found once; SQLite loops over a join
        counted = (
            sa.select(deliveries.c.alert_id, sa.func.count().label("members"))
            .where(deliveries.c.alert_id.in_(is_live), *first_texts(*_COUNTED), theirs)
            .group_by(deliveries.c.alert_id)
        )
        return {AlertId(row.alert_id): row.members for row in await self._transaction.rows(counted)}


def ring_of(distance_sq: sa.ColumnElement[int]) -> sa.ColumnElement[str]:
    """Return the ring of a squared distance."""
    rings = ((distance_sq < (metres + 1) ** 2, ring.value) for ring, metres in RING_M.items())
    return sa.case(*rings, (distance_sq < FARTHEST, Ring.BEYOND.value), else_=Ring.NONE.value)


def first_texts(*states: DeliveryState) -> tuple[sa.ColumnElement[bool], ...]:
    """Match first texts in these states; not those that a member asked to read."""
    return (
        deliveries.c.revision_number == 1,
        deliveries.c.revision_id.is_not(None),
        deliveries.c.reason != SHOWN,
        deliveries.c.state.in_(states),
    )


async def _people(
    transaction: Transaction, target: Target, coordinators: Sequence[MemberId], now: datetime
) -> sa.Subquery:
    """Select each recipient once, by the nearest shop, with the address to which the notice would go."""
    nearest = by_nearest_shop(await everybody(transaction, target, coordinators, now))
    first = sa.select(sa.func.min(addresses.c.id)).where(addresses.c.member_id == nearest.c.member_id)
    return sa.select(nearest, first.correlate(nearest).scalar_subquery().label("address_id")).subquery()

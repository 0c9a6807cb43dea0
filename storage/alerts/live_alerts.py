"""Live alerts, and the members whom they concern by their shops as they are now. Behind `SqlAlerts`."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from alerts.alert import AlertState, Revision
from alerts.delivery import ReachedShop
from alerts.ids import AlertId, MemberId
from storage import targeting
from storage.alerts import revisions
from storage.database.id_lists import ByIds
from storage.database.transactions import Transaction
from storage.tables import alerts, premises
from storage.tables import premises_members as belonging
from storage.tables.places import metres_of

# Statements are built once: building them takes longer than running them.
_is_live = (alerts.c.state == AlertState.LIVE, alerts.c.until > sa.bindparam("now"))
_of_one = targeting.alerts_for(belonging.c.member_id == sa.bindparam("member"), *_is_live).subquery()
_OF_MEMBER = sa.select(_of_one.c.alert_id, sa.func.min(_of_one.c.distance_sq).label("sq")).group_by(_of_one.c.alert_id)
_CONCERNED = ByIds(
    lambda among: targeting.alerts_for(among(belonging.c.member_id, "members"), among(alerts.c.id, "alerts"), *_is_live)
)
_SEVERAL = ByIds(
    lambda among: (
        sa.select(belonging.c.member_id)
        .join(premises, premises.c.id == belonging.c.premises_id)
        .where(among(belonging.c.member_id, "members"), belonging.c.left_at.is_(None), premises.c.closed_at.is_(None))
        .group_by(belonging.c.member_id)
        .having(sa.func.count() > 1)
    )
)
_SHOPS = ByIds(
    lambda among: (
        targeting.alerts_for(among(belonging.c.member_id, "members"), among(alerts.c.id, "alerts"), *_is_live)
        .add_columns(premises.c.name, alerts.c.region_kind)
        .order_by("distance_sq", "premises_id")
    )
)


async def of_member(transaction: Transaction, member: MemberId, now: datetime) -> list[tuple[Revision, int | None]]:
    """The latest revision of each live alert that concerns the member, newest alert first, with the distance in metres
    to the member's nearest premises (None: not known)."""
    found = await transaction.execute(_OF_MEMBER, {"member": member, "now": now})
    metres = {row.alert_id: metres_of(row.sq) for row in found}
    return [(revision, metres[revision.alert_id]) for revision in await revisions.latest(transaction, *metres)]


async def concerned(
    transaction: Transaction, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
) -> set[tuple[AlertId, MemberId]]:
    """Those of the pairs whose alert is live and concerns the member by one of their shops."""
    if not pairs:
        return set()
    asked = {"members": list({one for _, one in pairs}), "alerts": list({one for one, _ in pairs}), "now": now}
    found = await transaction.execute(_CONCERNED.on(transaction), asked)
    return {(row.alert_id, row.member_id) for row in found} & set(pairs)


async def shops_reached(
    transaction: Transaction, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
) -> dict[tuple[AlertId, MemberId], tuple[ReachedShop, ...]]:
    """The shops by which each live alert concerns the member, nearest first; only for members with several shops."""
    if not pairs:
        return {}
    among = {"members": list({one for _, one in pairs})}
    several = [row.member_id for row in await transaction.execute(_SEVERAL.on(transaction), among)]
    if not several:
        return {}
    asked = {"members": several, "alerts": list({one for one, _ in pairs}), "now": now}
    found: dict[tuple[AlertId, MemberId], tuple[ReachedShop, ...]] = {}
    for row in await transaction.execute(_SHOPS.on(transaction), asked):
        pair = (AlertId(row.alert_id), MemberId(row.member_id))
        if pair in pairs:
            metres = metres_of(row.distance_sq) if row.region_kind is None else None
            found[pair] = (*found.get(pair, ()), ReachedShop(row.name, row.branch, metres))
    return found

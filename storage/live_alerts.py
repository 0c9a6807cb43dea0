"""Live alerts, and the members whom they concern by their shops as they are now. Behind `SqlAlerts`."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from alerts.alert import AlertState, Revision
from alerts.ids import AlertId, MemberId
from storage import revisions, targeting
from storage.distances import metres_of
from storage.engine import Transaction
from storage.tables import alerts
from storage.tables import premises_members as belonging

# Built once: to write down what they say takes longer than to run them.
_is_live = (alerts.c.state == AlertState.LIVE, alerts.c.until > sa.bindparam("now"))
_of_one = targeting.alerts_for(belonging.c.member_id == sa.bindparam("member"), *_is_live).subquery()
_OF_MEMBER = sa.select(_of_one.c.alert_id, sa.func.min(_of_one.c.distance_sq).label("sq")).group_by(_of_one.c.alert_id)
_CONCERNED = targeting.alerts_for(
    belonging.c.member_id.in_(sa.bindparam("members", expanding=True)),
    alerts.c.id.in_(sa.bindparam("alerts", expanding=True)),
    *_is_live,
)


async def of_member(transaction: Transaction, member: MemberId, now: datetime) -> list[tuple[Revision, int | None]]:
    """The latest revision of each that concerns the member, newest alert first, with metres."""
    found = await transaction.execute(_OF_MEMBER, {"member": member, "now": now})
    metres = {row.alert_id: metres_of(row.sq) for row in found}
    return [(revision, metres[revision.alert_id]) for revision in await revisions.latest(transaction, *metres)]


async def concerned(
    transaction: Transaction, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
) -> set[tuple[AlertId, MemberId]]:
    """Those pairs of which the alert is live and concerns the member."""
    if not pairs:
        return set()
    asked = {"members": {member for _, member in pairs}, "alerts": {alert for alert, _ in pairs}, "now": now}
    found = await transaction.execute(_CONCERNED, asked)
    return {(row.alert_id, row.member_id) for row in found} & set(pairs)

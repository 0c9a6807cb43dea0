"""Whether those to whom alerts were addressed may still read them, at the moment of sending."""

from collections.abc import Collection
from datetime import datetime

from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.publish_alert import copies_of


async def still_meant(
    uow: UnitOfWork, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
) -> set[tuple[AlertId, MemberId]]:
    """Those pairs of which the member may: by a shop as it is now, or by a role that still covers the alert."""
    meant = await uow.alerts.concerned(pairs, now)
    others = set(pairs) - meant
    for alert in {alert for alert, _ in others}:
        copies = await copies_of(uow, await uow.alerts.get(alert), now)
        meant |= {(alert, member) for member in copies} & others
    return meant

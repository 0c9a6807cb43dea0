"""Whether those to whom alerts were addressed may still read them, at the moment of sending."""

from collections.abc import Collection
from datetime import datetime

from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.publish_alert import copies_of
from alerts.services.read_alert import may_read_in_office


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


async def still_in_office(
    uow: UnitOfWork, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
) -> set[tuple[AlertId, MemberId]]:
    """Those pairs of which the member reads the alert by a role that lasts."""
    alerts = {alert: await uow.alerts.get(alert) for alert in {alert for alert, _ in pairs}}
    grants = {member: await uow.roles.of_member(member) for member in {member for _, member in pairs}}
    return {
        (alert, member)
        for alert, member in pairs
        if await may_read_in_office(uow, alerts[alert], member, grants[member], now)
    }

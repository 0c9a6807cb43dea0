"""Check at the moment of sending whether those to whom alerts are addressed may still read them."""

from collections.abc import Collection
from datetime import datetime

from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.alert.publish_alert import copies_of
from alerts.services.alert.read_alert import may_read_in_office


async def still_meant(
    uow: UnitOfWork, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
) -> set[tuple[AlertId, MemberId]]:
    """Return the pairs whose member may still read the alert: by a shop as it is now, or by a role that covers it."""
    meant = await uow.alerts.concerned(pairs, now)
    others = set(pairs) - meant
    for alert in {alert for alert, _ in others}:
        copies = await copies_of(uow, await uow.alerts.get(alert), now)
        meant |= {(alert, member) for member in copies} & others
    return meant


async def still_in_office(
    uow: UnitOfWork, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
) -> set[tuple[AlertId, MemberId]]:
    """Return the pairs whose member may read the alert by a role that is still in force."""
    alerts = {alert: await uow.alerts.get(alert) for alert in {alert for alert, _ in pairs}}
    grants = {member: await uow.roles.of_member(member) for member in {member for _, member in pairs}}
    return {
        (alert, member)
        for alert, member in pairs
        if await may_read_in_office(uow, alerts[alert], member, grants[member], now)
    }

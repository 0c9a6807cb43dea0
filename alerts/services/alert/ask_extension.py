"""Ask the sender of an alert, once and an hour before its end, whether it is to last longer."""

from datetime import datetime, timedelta

from alerts.alert import Alert
from alerts.delivery import Notice, OnUnknown
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.tell import tell

ASKED_BEFORE = timedelta(hours=1)


async def has_ending_soon(uow: UnitOfWork, now: datetime) -> bool:
    """Whether an alert ends soon and nobody was asked yet."""
    return bool(await _to_ask(uow, now))


async def ask_extensions(uow: UnitOfWork, now: datetime) -> None:
    """Ask about each alert that ends soon: its author, or the police of the place when the author has left."""
    for alert in await _to_ask(uow, now):
        notice, key, until = Notice("alert-ends-soon", {"alert": alert.id}), _key(alert), alert.content.until
        asked = await _whom(uow, alert, now)
        await tell(uow, asked, notice, key, now, alert=alert.id, on_unknown=OnUnknown.GIVE_UP, deadline=until)


async def _to_ask(uow: UnitOfWork, now: datetime) -> list[Alert]:
    """Return the alerts that end within the hour, and about which nobody was asked. What lasts no longer than that is
    not asked about: its sender has just chosen the end."""
    found = [
        one
        for one in await uow.alerts.due_to_end(now + ASKED_BEFORE)
        if now < one.content.until
        and not one.content.is_tip
        and one.sent_at is not None
        and one.sent_at + ASKED_BEFORE <= now
    ]
    known = {one.notice.fields["alert"] for one in await uow.deliveries.cards([_key(alert) for alert in found])}
    return [one for one in found if one.id not in known]


async def _whom(uow: UnitOfWork, alert: Alert, now: datetime) -> list[MemberId]:
    matter = alert_matter(alert.content)
    if await is_allowed(uow, alert.author_id, Action.DRAFT_ALERT, matter, now):
        return [alert.author_id]
    return await find_coordinators(uow, Action.APPROVE_ALERT, matter, now)


def _key(alert: Alert) -> str:
    """Return the key of the question, which differs for each end that the alert gets."""
    return f"ends-soon:{alert.id}:{alert.content.until:%Y%m%d%H%M}"

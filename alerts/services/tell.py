"""Tell members something reliably: queue a notice for each in the outbox."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from alerts.delivery import NewDelivery, Notice, OnUnknown, Priority
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork

KEPT_TRYING = timedelta(days=3)  # a receipt or a request that arrives later than this is of no use any more


async def tell(
    uow: UnitOfWork,
    members: Iterable[MemberId],
    notice: Notice,
    key: str,
    now: datetime,
    *,
    alert: AlertId | None = None,
    priority: Priority = Priority.PERSON,
    on_unknown: OnUnknown = OnUnknown.RESEND,
    deadline: datetime | None = None,
) -> None:
    """Queue the notice for each member, once per key and address. Who has no chat finds in the console what waits, and
    gets none."""
    found = [await uow.members.get(member) for member in dict.fromkeys(members)]
    addresses = [one.address for one in found if not one.is_in_console_only]
    rows = [
        NewDelivery(
            effect_key=f"{key}:{address.id}",
            address_id=address.id,
            notice=notice,
            deadline=deadline or now + KEPT_TRYING,
            priority=priority,
            on_unknown=on_unknown,
            alert_id=alert,
        )
        for address in addresses
    ]
    await uow.deliveries.enqueue(rows, now)

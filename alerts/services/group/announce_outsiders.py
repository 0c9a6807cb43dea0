"""Name outsiders: tell managers who belongs to no verified shop of a KVO group any more but may still sit in its
chat."""

from collections.abc import Iterable
from datetime import datetime

from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.services.group.find_managers import managers_to_tell
from alerts.services.tell import tell


async def announce_outsiders(uow: UnitOfWork, premises: Premises, people: Iterable[MemberId], now: datetime) -> None:
    """Tell the managers of each group with a chat about the people of this shop who do not belong to the group by
    another.

    A bot cannot see who is in a chat, and ours has no right to remove anybody.
    """
    for group in await uow.kvo_groups.holding(premises.place, premises.branch):
        outsiders = [one for one in people if group.is_tied and not await uow.kvo_groups.belongs(group.id, one)]
        managers = await managers_to_tell(uow, group, now) if outsiders else []
        for one in outsiders:
            notice = Notice("outsider", {"group": group.id, "member": one})
            key = f"outsider:{group.id}:{one}:{int(now.timestamp())}"
            await tell(uow, [manager for manager in managers if manager != one], notice, key, now)

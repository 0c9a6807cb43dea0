"""Announce a sign-up: the coordinators of its place hear that somebody can be verified."""

from datetime import datetime

from alerts.delivery import Notice
from alerts.ids import PremisesId
from alerts.limits import Flood
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.find_coordinators import find_coordinators, shop_matter
from alerts.services.tell import tell
from alerts.services.watch_floods import watch


async def announce_signup(uow: UnitOfWork, premises: Premises, now: datetime) -> int:
    """Tell them, once for each version of the facts; return how many they are. Nobody is asked about their own shop.

    Once a day at most, however often the facts change: the notice shows them as they are when it is sent, and again
    when it is pressed. In a flood the shop waits in the list, and that is said once.
    """
    if premises.is_verified or not premises.can_be_verified:
        return 0
    own = {following.member_id for following in await uow.premises.members_of(premises.id)}
    able = await find_coordinators(
        uow, Action.HEAR_SIGNUPS, await shop_matter(uow, premises.place, premises.branch), now
    )
    coordinators = [member for member in able if member not in own]
    flood = await watch(uow, Flood.SIGNUPS, now)
    if flood:
        await tell(uow, coordinators, Notice("signups-many", {}), f"signups-many:{flood}", now)
        return len(coordinators)
    key = f"signup:{premises.id}:{await _announcement(uow, premises, now)}"
    await tell(uow, coordinators, Notice("signup", {"premises": premises.id}), key, now)
    return len(coordinators)


async def begin_signup_anew(uow: UnitOfWork, premises: PremisesId) -> None:
    """The verification was lost, so what was announced before it does not count."""
    await uow.facts.put(_last(premises), "")


async def _announcement(uow: UnitOfWork, premises: Premises, now: datetime) -> str:
    """`VERSION@DAY`: the last one, while nothing has changed since or the day is not over; else a new one."""
    last = await uow.facts.get(_last(premises.id)) or ""
    version, day = str(premises.version), f"{now:%Y%m%d}"
    if version == last.partition("@")[0] or day == last.partition("@")[2]:
        return last
    await uow.facts.put(_last(premises.id), f"{version}@{day}")
    return f"{version}@{day}"


def _last(premises: PremisesId) -> str:
    return f"signup:{premises}"

"""Announce a sign-up: ask the coordinators of its place to verify it, and update their cards with the result."""

from datetime import datetime

from alerts.delivery import NewDelivery, Notice, Operation
from alerts.ids import PremisesId
from alerts.limits import Flood
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.limits.watch_floods import watch
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.tell import KEPT_TRYING, tell

_CARDS = ("signup", "shop-lapsed", "shop-vouched")  # views, and the beginnings of the effect keys of cards with buttons


async def announce_signup(uow: UnitOfWork, premises: Premises, now: datetime) -> int:
    """Ask the coordinators once for each version of the facts; return how many. Nobody is asked about their own shop.

    They are asked once a day at most, however often the facts change: the notice shows them as they are when it is
    sent, and again when a button is pressed. In a flood the shop waits in the list, and that is told once.
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


async def renew_signup_cards(uow: UnitOfWork, premises: Premises, now: datetime) -> None:
    """Edit every card about this shop in place, once for each version: it was verified, lost its verification, or was
    closed. (A change while it waits is told when a coordinator presses to verify it.)"""
    cards = await uow.deliveries.cards([f"{view}:{premises.id}" for view in _CARDS])
    rows = [
        NewDelivery(
            effect_key=f"signup-renewed:{card.id}:{premises.version}",
            address_id=card.address_id,
            notice=card.notice,
            deadline=now + KEPT_TRYING,
            operation=Operation.EDIT,
            target=card.id,
        )
        for card in cards
    ]
    await uow.deliveries.enqueue(rows, now)


async def begin_signup_anew(uow: UnitOfWork, premises: PremisesId) -> None:
    """Forget the last announcement, so that a shop that lost its verification is announced again."""
    await uow.facts.put(_last(premises), "")


async def _announcement(uow: UnitOfWork, premises: Premises, now: datetime) -> str:
    """Return the `VERSION@DAY` of the last announcement while nothing has changed since or the day is not over; else
    store and return a new one."""
    last = await uow.facts.get(_last(premises.id)) or ""
    version, day = str(premises.version), f"{now:%Y%m%d}"
    if version == last.partition("@")[0] or day == last.partition("@")[2]:
        return last
    await uow.facts.put(_last(premises.id), f"{version}@{day}")
    return f"{version}@{day}"


def _last(premises: PremisesId) -> str:
    return f"signup:{premises}"

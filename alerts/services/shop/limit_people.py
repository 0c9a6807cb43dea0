"""Limit the people of a shop: beyond a number a coordinator has to allow more, and unusual growth is reported."""

from datetime import datetime, timedelta

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed
from alerts.ids import MemberId, PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import MOST_PEOPLE, Premises
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has, check_reach, is_allowed
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.tell import tell

FACT = "people_per_shop"  # the fact that stores the setting for all processes
GROWTH = 4  # ours: new people within a day that are reported; a shop seldom hires so many
DAY = timedelta(days=1)
LOOKED_AT = 500  # shops of a scope examined for one list: those with most people


async def most_people(uow: UnitOfWork, premises: Premises) -> int:
    """Return how many people may belong to the shop: what a coordinator allowed, or the setting if that is more."""
    return max(premises.people_allowed or 0, int(await uow.facts.get(FACT) or MOST_PEOPLE))


async def has_room(uow: UnitOfWork, premises: Premises, now: datetime) -> bool:
    """Whether one more person may join. If not, its owners and the coordinators, who can allow more, are told once a
    day."""
    people = await uow.premises.members_of(premises.id)
    if len(people) < await most_people(uow, premises):
        return True
    key = f"{premises.id}:{now:%Y%m%d}"
    owners = [one.member_id for one in people if one.is_owner]
    await tell(uow, owners, Notice("shop-full", {"premises": premises.id}), f"shop-full:{key}", now)
    await _tell_coordinators(uow, premises, f"shop-crowd:full:{key}", now)
    return False


async def watch_growth(uow: UnitOfWork, premises: Premises, now: datetime) -> None:
    """Tell the coordinators, once a day, when a verified shop has unusually many new people."""
    if premises.is_verified and await uow.premises.count_joined(premises.id, now - DAY) >= GROWTH:
        await _tell_coordinators(uow, premises, f"shop-crowd:grows:{premises.id}:{now:%Y%m%d}", now)


async def shop_for(uow: UnitOfWork, actor: Actor, premises_id: PremisesId, now: datetime) -> Premises:
    """Return an open shop of others that the actor might verify. Raises NotAllowed, OutOfReach, and IllegalTransition
    when it is closed."""
    check_has(actor, Action.VERIFY_PREMISES, now)
    premises = await uow.premises.get(premises_id)
    await check_reach(uow, actor, Action.VERIFY_PREMISES, await shop_matter(uow, premises.place, premises.branch), now)
    if premises.closed_at is not None:
        raise IllegalTransition("closed")
    if any(one.member_id == actor.member.id for one in await uow.premises.members_of(premises_id)):
        raise NotAllowed("own-shop")
    return premises


async def allow_more(uow: UnitOfWork, actor: Actor, premises_id: PremisesId, most: int, now: datetime) -> Premises:
    """Allow so many people, as the card offered; the owners are told. Raises as `shop_for`, and IllegalTransition when
    as many are allowed already."""
    premises = await shop_for(uow, actor, premises_id, now)
    allowed = await most_people(uow, premises)
    if not allowed < most <= allowed + MOST_PEOPLE:
        raise IllegalTransition("people")
    await uow.premises.allow_people(premises_id, most)
    event = AuditEvent("premises.people_allowed", "premises", premises_id, actor.member.id, {"most": most})
    await uow.audit.append(event, now)
    owners = [one.member_id for one in await uow.premises.members_of(premises_id) if one.is_owner]
    notice = Notice("shop-room", {"premises": premises_id, "most": most})
    await tell(uow, owners, notice, f"shop-room:{premises_id}:{most}", now)
    return await uow.premises.get(premises_id)


async def vouch_for_people(uow: UnitOfWork, actor: Actor, premises_id: PremisesId, now: datetime) -> Premises:
    """Vouch for the new people of a shop, who get from now on what the shop gets. Raises as `shop_for`, and
    IllegalTransition when nobody is new there."""
    premises = await shop_for(uow, actor, premises_id, now)
    new = [one.member_id for one in await uow.premises.members_of(premises_id) if one.is_new(now)]
    if not new:
        raise IllegalTransition("vouched")
    await uow.premises.vouch_for_people(premises_id)
    event = AuditEvent("premises.people_vouched", "premises", premises_id, actor.member.id, {"people": len(new)})
    await uow.audit.append(event, now)
    notice = Notice("people-vouched", {"premises": premises_id})
    await tell(uow, new, notice, f"people-vouched:{premises_id}:{int(now.timestamp())}", now)
    return premises


async def crowded_shops(uow: UnitOfWork, actor: MemberId, now: datetime) -> list[tuple[Premises, int]]:
    """Return verified shops in this coordinator's scope with more than one person, those with most people first."""
    held = [one for one in await uow.roles.of_member(actor) if may([one], Action.VERIFY_PREMISES, None, now=now)]
    found = []
    for premises, people in await uow.premises.crowded(1, [one.scope for one in held], LOOKED_AT):
        matter = await shop_matter(uow, premises.place, premises.branch)
        if await is_allowed(uow, actor, Action.VERIFY_PREMISES, matter, now):
            found.append((premises, people))
    return found


async def _tell_coordinators(uow: UnitOfWork, premises: Premises, key: str, now: datetime) -> None:
    matter = await shop_matter(uow, premises.place, premises.branch)
    own = {one.member_id for one in await uow.premises.members_of(premises.id)}
    coordinators = [one for one in await find_coordinators(uow, Action.HEAR_SIGNUPS, matter, now) if one not in own]
    await tell(uow, coordinators, Notice("shop-crowd", {"premises": premises.id}), key, now)

"""Verify premises: a coordinator in scope vouches for a shop, and its people are told."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import Conflict, IllegalTransition, NotAllowed
from alerts.ids import MemberId, PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import Premises, Verification
from alerts.role import Action, Actor
from alerts.services.permission.check_may import check_has, check_reach, is_allowed
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.shop.announce_signup import renew_signup_cards
from alerts.services.shop.find_twin import Twin, find_twin
from alerts.services.tell import tell


async def verify_premises(
    uow: UnitOfWork,
    actor: Actor,
    premises_id: PremisesId,
    *,
    version: int,
    shown: Twin | None,
    now: datetime,
) -> Premises:
    """Verify the shop as it was shown, with the twin that was `shown` beside it; return it.

    Raises NotAllowed; IllegalTransition when it is verified already or closed; Conflict when its facts have changed
    since they were shown, or another twin has come to light.
    """
    check_has(actor, Action.VERIFY_PREMISES, now)
    premises = await uow.premises.get(premises_id)
    matter = await shop_matter(uow, premises.place, premises.branch)
    await check_reach(uow, actor, Action.VERIFY_PREMISES, matter, now)
    if premises.closed_at is not None:
        raise IllegalTransition("closed")
    if premises.is_verified:
        raise IllegalTransition("verified")
    if premises.version != version or not premises.can_be_verified:
        raise Conflict
    if await find_twin(uow, premises, now) not in (None, shown):
        raise Conflict
    if any(one.member_id == actor.member.id for one in await uow.premises.members_of(premises_id)):
        raise NotAllowed("own-shop")
    verified = await uow.premises.verify(premises_id, version, Verification.VOUCH, actor.member.id, now)
    await uow.audit.append(AuditEvent("premises.verified", "premises", premises_id, actor.member.id), now)
    await tell_verified(uow, verified, now)
    await renew_signup_cards(uow, verified, now)
    await tell_coordinators(uow, verified, actor.member.id, now)
    return verified


async def tell_coordinators(uow: UnitOfWork, premises: Premises, by: MemberId, now: datetime) -> None:
    """Tell the coordinators of the place that somebody verified a shop who gets no sign-ups there: an administrator has
    no case content, and a shop of a second account would have some."""
    matter = await shop_matter(uow, premises.place, premises.branch)
    able = await find_coordinators(uow, Action.HEAR_SIGNUPS, matter, now)
    if await is_allowed(uow, by, Action.HEAR_SIGNUPS, matter, now):
        return
    people = {following.member_id for following in await uow.premises.members_of(premises.id)}
    notice = Notice("shop-vouched", {"premises": premises.id})
    key = f"shop-vouched:{premises.id}:{premises.version}"
    await tell(uow, [one for one in able if one not in people], notice, key, now)


async def tell_verified(uow: UnitOfWork, premises: Premises, now: datetime) -> None:
    """Tell all people of the shop that it is verified."""
    people = [following.member_id for following in await uow.premises.members_of(premises.id)]
    notice = Notice("verified", {"premises": premises.id})
    await tell(uow, people, notice, f"verified:{premises.id}:{premises.version}", now)

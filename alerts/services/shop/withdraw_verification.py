"""Withdraw a verification that was a mistaken tap, or came by a link in the wrong hands."""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.role import Action, Actor
from alerts.services.group.announce_outsiders import announce_outsiders
from alerts.services.permission.check_may import check_has, check_reach
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.shop.announce_signup import begin_signup_anew, renew_signup_cards
from alerts.services.shop.revoke_links import revoke_for_shop
from alerts.services.tell import tell


async def verified_premises(
    uow: UnitOfWork, actor: Actor, premises_id: PremisesId, *, version: int, now: datetime
) -> Premises:
    """Return a verified shop that the actor might have verified. Raises NotAllowed; IllegalTransition when it is not
    verified (any more) or closed; Conflict when it has changed since it was shown."""
    check_has(actor, Action.VERIFY_PREMISES, now)
    premises = await uow.premises.get(premises_id)
    matter = await shop_matter(uow, premises.place, premises.branch)
    await check_reach(uow, actor, Action.VERIFY_PREMISES, matter, now)
    if premises.closed_at is not None:
        raise IllegalTransition("closed")
    if not premises.is_verified:
        raise IllegalTransition("not-verified")
    if premises.version != version:
        raise Conflict
    return premises


async def withdraw_verification(
    uow: UnitOfWork, actor: Actor, premises_id: PremisesId, *, version: int, now: datetime
) -> Premises:
    """Withdraw the verification, revoke the shop's open links and tell its people. Raises as `verified_premises`
    does."""
    verified = await verified_premises(uow, actor, premises_id, version=version, now=now)
    withdrawn = await uow.premises.save(replace(verified, verified_at=None))
    await uow.audit.append(AuditEvent("premises.unverified", "premises", premises_id, actor.member.id), now)
    await uow.personal.mark_withdrawn(withdrawn, now)
    await revoke_for_shop(uow, premises_id, actor.member.id, now)
    await begin_signup_anew(uow, premises_id)
    await renew_signup_cards(uow, withdrawn, now)
    people = [following.member_id for following in await uow.premises.members_of(premises_id)]
    notice = Notice("unverified", {"premises": premises_id})
    await tell(uow, people, notice, f"unverified:{premises_id}:{withdrawn.version}", now)
    await announce_outsiders(uow, withdrawn, people, now)
    return withdrawn

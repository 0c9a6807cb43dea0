"""Withdraw a verification: a mistaken tap, or a link that came into the wrong hands."""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.role import Action, Actor
from alerts.services.announce_signup import begin_signup_anew
from alerts.services.check_may import check_may
from alerts.services.find_coordinators import shop_matter
from alerts.services.name_outsider import name_outsiders
from alerts.services.revoke_invite import revoke_for_shop
from alerts.services.tell import tell


async def verified_premises(
    uow: UnitOfWork, actor: Actor, premises_id: PremisesId, *, version: int, now: datetime
) -> Premises:
    """A verified shop that the actor might have verified. Raises NotAllowed; IllegalTransition when it is not verified
    (any more) or closed; Conflict when it has changed since it was shown."""
    premises = await uow.premises.get(premises_id)
    matter = await shop_matter(uow, premises.place, premises.branch)
    await check_may(uow, actor, Action.VERIFY_PREMISES, matter, now)
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
    """Verified no longer, and nobody can come to it by a link that was open; its people hear it. Raises as above."""
    verified = await verified_premises(uow, actor, premises_id, version=version, now=now)
    withdrawn = await uow.premises.save(replace(verified, verified_at=None))
    await uow.audit.append(AuditEvent("premises.unverified", "premises", premises_id, actor.member.id), now)
    await revoke_for_shop(uow, premises_id, actor.member.id, now)
    await begin_signup_anew(uow, premises_id)
    people = [following.member_id for following in await uow.premises.members_of(premises_id)]
    notice = Notice("unverified", {"premises": premises_id})
    await tell(uow, people, notice, f"unverified:{premises_id}:{withdrawn.version}", now)
    await name_outsiders(uow, withdrawn, people, now)
    return withdrawn

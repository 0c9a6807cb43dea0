"""Verify premises: a coordinator in scope vouches for a shop, and its people hear it."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import Conflict, IllegalTransition, NotAllowed
from alerts.ids import PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import Premises, Verification
from alerts.role import Action, Actor
from alerts.services.check_may import check_may
from alerts.services.find_coordinators import shop_matter
from alerts.services.find_twin import Twin, find_twin
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
    """The shop, verified as it was shown, with the twin that was `shown` beside it.

    Raises NotAllowed; IllegalTransition when it was done already or the shop is closed; Conflict when its facts have
    changed since they were shown, or a twin has come to light.
    """
    premises = await uow.premises.get(premises_id)
    matter = await shop_matter(uow, premises.place, premises.branch)
    await check_may(uow, actor, Action.VERIFY_PREMISES, matter, now)
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
    return verified


async def tell_verified(uow: UnitOfWork, premises: Premises, now: datetime) -> None:
    """Everybody of the shop hears that it is verified."""
    people = [following.member_id for following in await uow.premises.members_of(premises.id)]
    notice = Notice("verified", {"premises": premises.id})
    await tell(uow, people, notice, f"verified:{premises.id}:{premises.version}", now)

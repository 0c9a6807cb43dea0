"""Subscribe: a member adds a shop, which is not verified yet."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.errors import LimitReached
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import NewPremises, Premises
from alerts.services.limits.check_quota import check_signup_quota

MOST_PREMISES = 20  # ours: a chain's area manager has more than one shop, a mischief-maker has hundreds


async def check_room(uow: UnitOfWork, member: Member, now: datetime) -> None:
    """Raise LimitReached when the member has as many shops as are allowed, or added as many as one may within a
    time."""
    if len(await uow.premises.followings(member.id)) >= MOST_PREMISES:
        raise LimitReached("premises", most=str(MOST_PREMISES))
    await check_signup_quota(uow, member.id, now)


async def subscribe(uow: UnitOfWork, member: Member, new: NewPremises, now: datetime) -> Premises:
    """Add the premises, with the member as its owner, and return them. Raises LimitReached."""
    await check_room(uow, member, now)
    premises = await uow.premises.add(new, now)
    await uow.premises.join(premises.id, member.id, is_owner=True, now=now)
    await uow.audit.append(AuditEvent("premises.added", "premises", premises.id, member.id), now)
    return premises

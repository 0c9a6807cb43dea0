"""Announce a sign-up: the coordinators of its place hear that somebody can be verified."""

from datetime import datetime

from alerts.delivery import Notice
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.find_coordinators import find_coordinators
from alerts.services.tell import tell


async def announce_signup(uow: UnitOfWork, premises: Premises, now: datetime) -> int:
    """Tell them, once for each version of the facts; return how many they are. Nobody is asked about their own shop."""
    if premises.is_verified or not premises.can_be_verified:
        return 0
    own = {following.member_id for following in await uow.premises.members_of(premises.id)}
    able = await find_coordinators(uow, Action.VERIFY_PREMISES, premises.place, now)
    coordinators = [member for member in able if member not in own]
    notice = Notice("signup", {"premises": premises.id})
    await tell(uow, coordinators, notice, f"signup:{premises.id}:{premises.version}", now)
    return len(coordinators)

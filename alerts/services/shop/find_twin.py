"""Find twins: other entries of what looks like the same shop. One of them may be an imposter's."""

from datetime import datetime
from enum import StrEnum

from alerts.ports import UnitOfWork
from alerts.premises import Premises


class Twin(StrEnum):
    """Kinds of twins of a shop, the strongest first."""

    VERIFIED = "verified"
    INVITED = "invited"  # by a link that somebody can still use
    SIGNED_UP = "signed-up"


async def find_twin(uow: UnitOfWork, premises: Premises, now: datetime) -> Twin | None:
    """Return the strongest kind of twin, for who has to decide whether to vouch for this shop; None without one."""
    found = {await _kind(uow, one, now) for one in await uow.premises.twins(premises)}
    return next((twin for twin in Twin if twin in found), None)


async def _kind(uow: UnitOfWork, twin: Premises, now: datetime) -> Twin | None:
    if twin.is_verified:
        return Twin.VERIFIED
    if await uow.premises.members_of(twin.id):
        return Twin.SIGNED_UP
    return Twin.INVITED if await uow.invites.open_for(twin.id, now) else None

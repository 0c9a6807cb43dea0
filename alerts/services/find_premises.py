"""Find a shop as one of its own people, before anything is changed there."""

from alerts.errors import IllegalTransition, NotAllowed
from alerts.ids import MemberId, PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import Following


async def own_premises(
    uow: UnitOfWork, member: MemberId, premises: PremisesId, *, version: int | None = None
) -> Following:
    """The member's place at this open shop. Raises NotAllowed when it is not theirs (any more), IllegalTransition when
    what they looked at has changed since."""
    for following in await uow.premises.followings(member):
        if following.premises.id == premises:
            if version is not None and version != following.premises.version:
                raise IllegalTransition("premises")
            return following
    raise NotAllowed("other-premises")


async def owned_premises(
    uow: UnitOfWork, member: MemberId, premises: PremisesId, *, version: int | None = None
) -> Following:
    """The same for an owner. Raises NotAllowed for a colleague."""
    following = await own_premises(uow, member, premises, version=version)
    if not following.is_owner:
        raise NotAllowed("owner-only")
    return following

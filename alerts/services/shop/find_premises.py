"""Find a shop as one of its own people, before anything is changed there."""

from alerts.errors import IllegalTransition, NotAllowed, OutOfReach
from alerts.ids import MemberId, PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import Following


async def own_premises(
    uow: UnitOfWork, member: MemberId, premises: PremisesId, *, version: int | None = None
) -> Following:
    """Return the member's place at this open shop. Raises OutOfReach when it is not theirs (any more),
    IllegalTransition when it has changed since `version`."""
    for following in await uow.premises.followings(member):
        if following.premises.id == premises:
            if version is not None and version != following.premises.version:
                raise IllegalTransition("premises")
            return following
    raise OutOfReach("other-premises")


async def owned_premises(
    uow: UnitOfWork, member: MemberId, premises: PremisesId, *, version: int | None = None
) -> Following:
    """Return the owner's place at this open shop. Raises as `own_premises`, and NotAllowed for a colleague."""
    following = await own_premises(uow, member, premises, version=version)
    if not following.is_owner:
        raise NotAllowed("owner-only")
    return following

"""List shops in parts: those of others that a coordinator may verify, whether they are verified or wait for it."""

from datetime import datetime

from alerts.ports import UnitOfWork
from alerts.premises import Premises, ShopFilter, ShopMark
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has
from alerts.services.permission.reach import Reach

PAGE = 50


async def list_shops(
    uow: UnitOfWork, actor: Actor, wanted: ShopFilter, now: datetime, *, after: ShopMark | None = None
) -> tuple[list[Premises], ShopMark | None]:
    """Return one page of the shops that fit the filter, and where the next page begins (None: this is the last one).

    The actor's own are left out, as a colleague decides about these. Raises NotAllowed.
    """
    check_has(actor, Action.VERIFY_PREMISES, now)
    scopes = [one.scope for one in actor.grants if may([one], Action.VERIFY_PREMISES, None, now=now)]
    reach = Reach(uow, actor, Action.VERIFY_PREMISES, now)
    own = {one.premises.id for one in await uow.premises.followings(actor.member.id)}
    found: list[Premises] = []
    while len(found) <= PAGE:
        batch = await uow.premises.page(wanted, scopes, after=after, limit=PAGE + 1)
        for premises in batch:
            if premises.id not in own and await reach.covers_shop(premises.place, premises.branch):
                found.append(premises)
        if len(batch) <= PAGE:
            break
        after = wanted.mark(batch[-1])
    return found[:PAGE], wanted.mark(found[PAGE - 1]) if len(found) > PAGE else None

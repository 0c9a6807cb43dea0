"""Announce that a shop changed its place, branch, name or number, and so is not what somebody vouched for."""

from datetime import datetime

from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.group.announce_outsiders import announce_outsiders
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.shop.announce_signup import announce_signup, begin_signup_anew, renew_signup_cards
from alerts.services.shop.revoke_links import revoke_for_shop
from alerts.services.tell import tell


async def announce_change(uow: UnitOfWork, before: Premises, after: Premises, by: MemberId, now: datetime) -> int:
    """Tell the shop's people and revoke its links. If it was verified, also tell the coordinators who could have
    vouched for it and the managers of the KVO groups that it was in. Ask those who may vouch for it now; return how
    many."""
    links = await revoke_for_shop(uow, after.id, by, now)
    people = [following.member_id for following in await uow.premises.members_of(after.id)]
    facts = {"premises": after.id, "lost": int(before.is_verified), "links": links}
    await tell(uow, people, Notice("moved", facts), f"moved:{after.id}:{after.version}", now)
    if before.is_verified:
        await begin_signup_anew(uow, after.id)
        await renew_signup_cards(uow, after, now)
        matter = await shop_matter(uow, before.place, before.branch)
        coordinators = await find_coordinators(uow, Action.HEAR_SIGNUPS, matter, now)
        was = {"was": before.pc6 or before.pc4 or "", "number": before.house_number or ""}
        others = [one for one in coordinators if one not in people]
        notice = Notice("shop-moved", {"premises": after.id, **was})
        await tell(uow, others, notice, f"shop-moved:{after.id}:{after.version}", now)
        await announce_outsiders(uow, before, people, now)
    return await announce_signup(uow, after, now)

"""Move premises: another postcode, point or branch, so what was vouched for is no longer so."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import NewPremises, Premises
from alerts.role import Action
from alerts.services.announce_signup import announce_signup, begin_signup_anew
from alerts.services.find_coordinators import find_coordinators, shop_matter
from alerts.services.find_premises import own_premises
from alerts.services.revoke_invite import revoke_for_shop
from alerts.services.tell import tell


@dataclass(frozen=True, slots=True)
class Moved:
    """The shop now; whether anything changed, and whether a verification was lost by it."""

    premises: Premises
    is_changed: bool
    lost_verification: bool


async def move_premises(
    uow: UnitOfWork, member: Member, premises_id: PremisesId, *, version: int, to: NewPremises, now: datetime
) -> Moved:
    """Change place or branch (name and house number of `to` are not looked at; another address drops the number).

    Its people hear it, and so do the coordinators who could have vouched for it; links to it do not work any more.
    Raises NotAllowed, IllegalTransition.
    """
    before = (await own_premises(uow, member.id, premises_id, version=version)).premises
    has_moved = (before.pc4, before.pc6, before.point) != (to.pc4, to.pc6, to.point)
    if not has_moved and before.branch is to.branch:
        return Moved(before, is_changed=False, lost_verification=False)
    after = await uow.premises.save(
        replace(
            before,
            branch=to.branch,
            pc4=to.pc4,
            pc6=to.pc6,
            point=to.point,
            point_source=to.point_source,
            needs_check=to.needs_check,
            house_number=None if before.pc6 != to.pc6 else before.house_number,
            verified_at=None,
        )
    )
    await uow.audit.append(AuditEvent("premises.moved", "premises", after.id, member.id), now)
    links = await revoke_for_shop(uow, after.id, member.id, now)
    await _tell(uow, before, after, now, links=links)
    return Moved(after, is_changed=True, lost_verification=before.is_verified)


async def _tell(uow: UnitOfWork, before: Premises, after: Premises, now: datetime, *, links: int) -> None:
    people = [following.member_id for following in await uow.premises.members_of(after.id)]
    facts = {"premises": after.id, "lost": int(before.is_verified), "links": links}
    await tell(uow, people, Notice("moved", facts), f"moved:{after.id}:{after.version}", now)
    if before.is_verified:
        await begin_signup_anew(uow, after.id)
        matter = await shop_matter(uow, before.place, before.branch)
        coordinators = await find_coordinators(uow, Action.HEAR_SIGNUPS, matter, now)
        notice = Notice("shop-moved", {"premises": after.id, "was": before.pc6 or before.pc4 or ""})
        others = [one for one in coordinators if one not in people]
        await tell(uow, others, notice, f"shop-moved:{after.id}:{after.version}", now)
    await announce_signup(uow, after, now)

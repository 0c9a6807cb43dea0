"""Ask to join a shop that exists already; its owner admits or refuses the person."""

from datetime import datetime, timedelta

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition
from alerts.ids import MemberId, PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.services.limits.check_quota import check_join_quota
from alerts.services.shop.find_premises import own_premises, owned_premises
from alerts.services.shop.leave_premises import leave_premises
from alerts.services.shop.limit_people import has_room, watch_growth
from alerts.services.tell import tell

ASK_AGAIN = timedelta(days=1)  # after this the same person may ask the same shop, with another entry
_CLOSED = ""


async def ask_to_join(
    uow: UnitOfWork, member: Member, duplicate_id: PremisesId, existing_id: PremisesId, *, now: datetime
) -> None:
    """Ask the owners of the existing shop, once a day for one person. Raises NotAllowed; IllegalTransition when the two
    are not the same shop (any more) or it was asked before; LimitReached when too many ask there."""
    duplicate = (await own_premises(uow, member.id, duplicate_id)).premises
    same = (
        await uow.premises.same_shop(duplicate.pc6, duplicate.branch, duplicate.name, duplicate_id)
        if duplicate.pc6 and duplicate.name
        else None
    )
    if same is None or same.id != existing_id:
        raise IllegalTransition("premises")
    asked = await uow.facts.get(_request(duplicate_id, member.id))
    if asked is not None:
        raise IllegalTransition("join-refused" if asked == _CLOSED else "join-asked")
    of_the_shop = ("premises", existing_id)
    if await uow.audit.times_of("join.asked", now - ASK_AGAIN, by=member.id, about=of_the_shop):
        raise IllegalTransition("join-asked-today")
    await check_join_quota(uow, existing_id, now)
    await uow.facts.put(_request(duplicate_id, member.id), str(existing_id))
    await uow.audit.append(AuditEvent("join.asked", "premises", existing_id, member.id), now)
    owners = [one.member_id for one in await uow.premises.members_of(existing_id) if one.is_owner]
    notice = Notice("join-wanted", {"premises": existing_id, "member": member.id, "duplicate": duplicate_id})
    await tell(uow, owners, notice, f"join-wanted:{existing_id}:{duplicate_id}:{member.id}", now)


async def admit(
    uow: UnitOfWork, owner: Member, existing_id: PremisesId, *, member: MemberId, duplicate: PremisesId, now: datetime
) -> Premises | None:
    """Join the person to the existing shop and take them out of the duplicate. Returns None when the shop is full;
    those who can allow more people are told. Raises NotAllowed, IllegalTransition."""
    if not await has_room(uow, (await owned_premises(uow, owner.id, existing_id)).premises, now):
        return None
    existing = await _settle(uow, owner, existing_id, member=member, duplicate=duplicate)
    await uow.premises.join(existing_id, member, is_owner=False, now=now)
    await leave_premises(uow, await uow.members.get(member), duplicate, now)
    await uow.audit.append(AuditEvent("premises.joined", "premises", existing_id, owner.id, {"member": member}), now)
    notice = Notice("admitted", {"premises": existing_id})
    await tell(uow, [member], notice, f"admitted:{existing_id}:{duplicate}:{member}", now)
    await watch_growth(uow, existing, now)
    return existing


async def refuse(
    uow: UnitOfWork, owner: Member, existing_id: PremisesId, *, member: MemberId, duplicate: PremisesId, now: datetime
) -> Premises:
    """Refuse the person, who keeps the own entry, which a coordinator may verify. Raises NotAllowed,
    IllegalTransition."""
    existing = await _settle(uow, owner, existing_id, member=member, duplicate=duplicate)
    await uow.audit.append(AuditEvent("join.refused", "premises", existing_id, owner.id, {"member": member}), now)
    notice = Notice("refused", {"premises": duplicate})
    await tell(uow, [member], notice, f"refused:{existing_id}:{duplicate}:{member}", now)
    return existing


async def _settle(
    uow: UnitOfWork, owner: Member, existing_id: PremisesId, *, member: MemberId, duplicate: PremisesId
) -> Premises:
    """Close the request after checking that it was made: the data of a button prove nothing."""
    existing = (await owned_premises(uow, owner.id, existing_id)).premises
    if await uow.facts.get(_request(duplicate, member)) != str(existing_id):
        raise IllegalTransition("join")
    await uow.facts.put(_request(duplicate, member), _CLOSED)
    if all(one.premises.id != duplicate for one in await uow.premises.followings(member)):
        raise IllegalTransition("join")
    return existing


def _request(duplicate: PremisesId, member: MemberId) -> str:
    return f"join:{duplicate}:{member}"

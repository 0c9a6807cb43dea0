"""Leave premises: one of its people leaves, an owner hands it over, and the last one out closes it."""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition
from alerts.ids import MemberId, PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import Following, Premises
from alerts.services.group.announce_outsiders import announce_outsiders
from alerts.services.shop.announce_signup import announce_signup, begin_signup_anew, renew_signup_cards
from alerts.services.shop.find_premises import own_premises
from alerts.services.shop.revoke_links import revoke_for_shop
from alerts.services.tell import tell


async def leave_premises(
    uow: UnitOfWork,
    member: Member,
    premises_id: PremisesId,
    now: datetime,
    *,
    heir: MemberId | None = None,
    stays_open: bool = False,
    tells_groups: bool = False,
) -> None:
    """Remove the member from the shop, and revoke the links that they made for it.

    An owner is followed by the heir, or by who is there longest; with `tells_groups` the managers of its KVO groups are
    told whom to look for in the chat. Raises OutOfReach, and IllegalTransition when the heir left or, with
    `stays_open`, when nobody is left to keep it open.
    """
    premises = (await own_premises(uow, member.id, premises_id)).premises
    rest = [one for one in await uow.premises.members_of(premises_id) if one.member_id != member.id]
    if (stays_open and not rest) or (heir is not None and all(one.member_id != heir for one in rest)):
        raise IllegalTransition("premises")
    await uow.premises.leave(premises_id, member.id, now)
    await uow.audit.append(AuditEvent("premises.left", "premises", premises_id, member.id), now)
    if tells_groups and premises.is_verified:
        await announce_outsiders(uow, premises, [member.id], now)
    if not rest:
        await revoke_for_shop(uow, premises_id, member.id, now)
        closed = await uow.premises.save(replace(premises, closed_at=now))
        await renew_signup_cards(uow, closed, now)
        await uow.audit.append(AuditEvent("premises.closed", "premises", premises_id, member.id), now)
        return
    await revoke_for_shop(uow, premises_id, member.id, now, made_by=member.id)
    if not any(one.is_owner for one in rest):
        await hand_over(uow, premises, heir or longest_there(rest), member.id, now)


def longest_there(people: list[Following]) -> MemberId:
    """Return the person who joined first."""
    return min(people, key=lambda one: (one.joined_at, one.member_id)).member_id


async def hand_over(uow: UnitOfWork, premises: Premises, heir: MemberId, by: MemberId | None, now: datetime) -> None:
    """Make one of its people the owner, and tell them; `by` is None when no owner could be asked any more.

    A verification vouches for the owner, so the shop loses it until a coordinator knows the new one.
    """
    await uow.premises.join(premises.id, heir, is_owner=True, now=now)
    await uow.audit.append(AuditEvent("premises.handed_over", "premises", premises.id, by, {"member": heir}), now)
    notice = Notice("handed-over", {"premises": premises.id, "unreached": int(by is None)})
    await tell(uow, [heir], notice, f"handed-over:{premises.id}:{heir}:{int(now.timestamp())}", now)
    if premises.is_verified:
        await _drop_verification(uow, premises.id, by, now)


async def _drop_verification(uow: UnitOfWork, premises_id: PremisesId, by: MemberId | None, now: datetime) -> None:
    """Drop the verification: revoke all links, tell the shop's people and ask its coordinators anew."""
    dropped = await uow.premises.save(replace(await uow.premises.get(premises_id), verified_at=None))
    await revoke_for_shop(uow, premises_id, by, now)
    await begin_signup_anew(uow, premises_id)
    await renew_signup_cards(uow, dropped, now)
    people = [one.member_id for one in await uow.premises.members_of(premises_id)]
    notice = Notice("owner-changed", {"premises": premises_id})
    await tell(uow, people, notice, f"owner-changed:{premises_id}:{dropped.version}", now)
    await announce_signup(uow, dropped, now)
    await announce_outsiders(uow, dropped, people, now)

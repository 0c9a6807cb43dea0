"""Attest premises: every half year an owner confirms with one tap that a shop is still as it was verified.

Where no owner can be written to any more, a colleague becomes one, and a coordinator vouches for the shop anew. A shop
that was asked twice without an answer loses its verification until a coordinator vouches for it again.
"""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import Conflict, IllegalTransition
from alerts.ids import MemberId, PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import ATTEST_AGAIN, ATTEST_EVERY, MOST_ASKINGS, Premises
from alerts.role import Action
from alerts.services.group.announce_outsiders import announce_outsiders
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.shop.announce_signup import begin_signup_anew, renew_signup_cards
from alerts.services.shop.find_premises import owned_premises
from alerts.services.shop.leave_premises import hand_over, longest_there
from alerts.services.tell import tell

AT_ONCE = 100  # shops in one transaction, so that nobody waits for it


async def has_due_attestations(uow: UnitOfWork, now: datetime) -> bool:
    """Whether an owner has to be asked, or did not answer in time."""
    return bool(await uow.premises.due_for_attesting(now, 1))


async def ask_attestations(uow: UnitOfWork, now: datetime) -> None:
    """Ask the owners of shops that are due; drop the verification where they were asked often enough."""
    for premises in await uow.premises.due_for_attesting(now, AT_ONCE):
        if premises.askings < MOST_ASKINGS:
            await _ask(uow, premises, now)
        else:
            await _lapse(uow, premises, now)


async def attest(uow: UnitOfWork, member: Member, premises_id: PremisesId, *, version: int, now: datetime) -> Premises:
    """Confirm that the shop is as it was shown. Raises NotAllowed; IllegalTransition when it is not asked (any more) or
    too late; Conflict when the facts have changed since they were shown."""
    premises = (await owned_premises(uow, member.id, premises_id)).premises
    if not premises.is_verified:
        raise IllegalTransition("attest-lapsed")
    if not premises.askings:
        raise IllegalTransition("attest-done")
    if premises.version != version:
        raise Conflict
    attested = await uow.premises.expect_attestation(premises_id, now + ATTEST_EVERY, 0)
    await uow.audit.append(AuditEvent("premises.attested", "premises", premises_id, member.id), now)
    return attested


async def _ask(uow: UnitOfWork, premises: Premises, now: datetime) -> None:
    if await _takes_over(uow, premises, now):
        return  # a coordinator decides whether to vouch for the new owner
    asked = await uow.premises.expect_attestation(premises.id, now + ATTEST_AGAIN, premises.askings + 1)
    event = AuditEvent("premises.attestation_asked", "premises", premises.id, None, {"asking": asked.askings})
    await uow.audit.append(event, now)
    owners = [one.member_id for one in await uow.premises.members_of(premises.id) if one.is_owner]
    key = f"attest:{premises.id}:{int(now.timestamp())}"
    await tell(uow, owners, Notice("attest", {"premises": premises.id}), key, now)


async def _takes_over(uow: UnitOfWork, premises: Premises, now: datetime) -> bool:
    """Hand the shop over to who is there longest, as if the owner had left, when no owner can be written to any more;
    whether that was done."""
    people = await uow.premises.members_of(premises.id)
    within_reach = [one for one in people if (await uow.members.get(one.member_id)).address.is_active]
    if not within_reach or any(one.is_owner for one in within_reach):
        return False
    await hand_over(uow, premises, longest_there(within_reach), None, now)
    return True


async def _lapse(uow: UnitOfWork, premises: Premises, now: datetime) -> None:
    lapsed = await uow.premises.save(replace(premises, verified_at=None))
    await uow.audit.append(AuditEvent("premises.lapsed", "premises", premises.id), now)
    people = [one.member_id for one in await uow.premises.members_of(premises.id)]
    key = f"lapsed:{premises.id}:{lapsed.version}"
    await tell(uow, people, Notice("lapsed", {"premises": premises.id}), key, now)
    await begin_signup_anew(uow, premises.id)
    await renew_signup_cards(uow, lapsed, now)
    coordinators = [one for one in await _who_verify(uow, lapsed, now) if one not in people]
    await tell(uow, coordinators, Notice("shop-lapsed", {"premises": premises.id}), f"shop-{key}", now)
    await announce_outsiders(uow, lapsed, people, now)


async def _who_verify(uow: UnitOfWork, premises: Premises, now: datetime) -> list[MemberId]:
    matter = await shop_matter(uow, premises.place, premises.branch)
    return await find_coordinators(uow, Action.HEAR_SIGNUPS, matter, now)

"""Describe premises: store name, house number and what else tells a coordinator which shop it is."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.ids import PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import PointSource, Premises
from alerts.services.shop.announce_change import announce_change
from alerts.services.shop.announce_signup import announce_signup
from alerts.services.shop.find_premises import owned_premises
from alerts.shop_name import house_number as checked_number
from alerts.shop_name import shop_name


@dataclass(frozen=True, slots=True)
class Description:
    """The facts that were told. None leaves a fact as it is; `pc6` and `location` only fill what was not known yet."""

    name: str | None = None
    house_number: str | None = None
    pc6: Place | None = None
    location: Place | None = None
    needs_check: bool = False


@dataclass(frozen=True, slots=True)
class Described:
    """The shop after the change, how many coordinators were asked to verify it, another entry that looks the same, and
    whether it lost its verification."""

    premises: Premises
    coordinators: int
    same_shop: Premises | None
    lost_verification: bool


async def describe_premises(
    uow: UnitOfWork, member: Member, premises_id: PremisesId, told: Description, now: datetime
) -> Described:
    """Store what an owner told. A verified shop with another name or number loses its verification, as nobody vouched
    for that yet. Raises InvalidText, NotAllowed."""
    before = (await owned_premises(uow, member.id, premises_id)).premises
    after = _filled(
        replace(
            before,
            name=shop_name(told.name) if told.name is not None else before.name,
            house_number=checked_number(told.house_number) if told.house_number is not None else before.house_number,
        ),
        told,
    )
    is_another = (before.called, before.house_number) != (after.called, after.house_number)
    loses = before.is_verified and is_another
    if after != before:
        after = await uow.premises.save(replace(after, verified_at=None) if loses else after)
        action = "premises.renamed" if loses else "premises.described"
        await uow.audit.append(AuditEvent(action, "premises", after.id, member.id), now)
    if loses:
        coordinators = await announce_change(uow, before, after, member.id, now)
    else:
        coordinators = await announce_signup(uow, after, now)
    return Described(after, coordinators, await _same_shop(uow, member, after), lost_verification=loses)


def _filled(premises: Premises, told: Description) -> Premises:
    """Fill in a postcode and a point that were missing, for an unverified shop only, as both decide what a shop
    gets."""
    if premises.is_verified:
        return premises
    if told.pc6 is not None and premises.pc6 is None:
        needs_check = premises.needs_check or told.needs_check
        premises = replace(premises, pc4=told.pc6.pc4, pc6=told.pc6.pc6, municipality=told.pc6.municipality)
        premises = replace(premises, needs_check=needs_check)
        if premises.point is None and told.pc6.point is not None:
            premises = replace(premises, point=told.pc6.point, point_source=PointSource.PC4)
    if told.location is not None and premises.point is None:
        premises = replace(premises, point=told.location.point, point_source=PointSource.LOCATION)
    return premises


async def _same_shop(uow: UnitOfWork, member: Member, premises: Premises) -> Premises | None:
    """Return somebody else's entry of this shop, or None."""
    if premises.is_verified or not premises.pc6 or not premises.name:
        return None
    same = await uow.premises.same_shop(premises.pc6, premises.branch, premises.name, premises.id)
    people = await uow.premises.members_of(same.id) if same else []
    return None if any(one.member_id == member.id for one in people) else same

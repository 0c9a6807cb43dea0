"""Explain why a member got an alert: by which of their shops, or by their office."""

from dataclasses import dataclass
from enum import StrEnum
from math import isqrt

from alerts.alert import Alert
from alerts.area import is_within
from alerts.errors import OutOfReach
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.premises import Following, Premises
from alerts.role import Matter
from alerts.services.permission.locate_matter import municipalities_of
from alerts.targeting import Target, target_of


class Cause(StrEnum):
    """The causes for which somebody gets an alert, in the order in which they are told."""

    REACH = "reach"  # it reaches the shop, and is for its branch
    BRANCH = "branch"  # it reaches the shop, and is for a branch that the member added
    WIDER = "wider"  # it happened within the wider radius that the member chose
    AREA = "area"  # it happened in another area that the member follows
    OFFICE = "office"  # a copy for a coordinator, or asked for


@dataclass(frozen=True, slots=True)
class Why:
    """Why an alert came: the cause, and of a shop which, and how far from it."""

    cause: Cause
    shop: Premises | None = None
    metres: int | None = None


async def explain_alert(uow: UnitOfWork, member: MemberId, alert_id: AlertId) -> tuple[Alert, list[Why]]:
    """Return the alert with the causes as they are now, a shop each, the nearest first. Raises OutOfReach for somebody
    who never got it."""
    if not await uow.deliveries.addressed_to(alert_id, member):
        raise OutOfReach("not-received")
    alert = await uow.alerts.get(alert_id)
    target, followed = target_of(alert.content), await uow.members.followed_areas(member)
    in_area = any(one.area.covers(target.place) for one in followed)
    found = [await _by_shop(uow, target, one, in_area=in_area) for one in await uow.premises.followings(member)]
    told = sorted((one for one in found if one is not None), key=lambda one: (one.metres is None, one.metres or 0))
    return alert, told or [Why(Cause.OFFICE)]


async def _by_shop(uow: UnitOfWork, target: Target, one: Following, *, in_area: bool) -> Why | None:
    shop = one.premises
    there, here = target.place.point, shop.point
    metres = None if there is None or here is None else isqrt(there.squared_chord(here))
    is_own = not target.branches or shop.branch in target.branches
    if await _is_reached(uow, target, shop):
        return Why(Cause.REACH if is_own else Cause.BRANCH, shop, metres)
    if one.wider_m is not None and is_within(target.place, shop.place, one.wider_m):
        return Why(Cause.WIDER, shop, metres)
    return Why(Cause.AREA, shop, metres) if in_area else None


async def _is_reached(uow: UnitOfWork, target: Target, shop: Premises) -> bool:
    if target.region is not None:
        return target.region.covers(Matter(shop.place, frozenset(await municipalities_of(uow, shop.place))))
    groups = frozenset(one.id for one in await uow.kvo_groups.holding(shop.place, shop.branch))
    return target.area.covers(shop.place, groups)

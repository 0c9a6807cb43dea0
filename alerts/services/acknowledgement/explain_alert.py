"""Explain why a member got an alert: by which of their shops, or by their office."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert
from alerts.area import Area, metres_between
from alerts.errors import OutOfReach
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.premises import Following, Premises
from alerts.role import Grant
from alerts.services.alert.publish_alert import grants_touched
from alerts.services.permission.locate_matter import municipalities_of
from alerts.targeting import Candidate, Cause, cause_of, target_of
from alerts.tlp_rules import admits_coordinator


@dataclass(frozen=True, slots=True)
class Why:
    """Why an alert came: by which shop, for which cause, how far from it, and in which other area (by the words with
    which the member follows it)."""

    cause: Cause
    following: Following
    metres: int | None
    area: str = ""

    @property
    def shop(self) -> Premises:
        """The shop."""
        return self.following.premises


async def explain_alert(uow: UnitOfWork, member: MemberId, alert_id: AlertId) -> tuple[Alert, list[Why]]:
    """Return the alert with the causes as they are now, a shop each, the nearest first; none where it was a copy for a
    role (`roles_behind`), or asked for. Raises OutOfReach for somebody who never got it."""
    if not await uow.deliveries.addressed_to(alert_id, member):
        raise OutOfReach("not-received")
    alert = await uow.alerts.get(alert_id)
    target, followed = target_of(alert.content), await uow.members.followed_areas(member)
    area = next((one.words for one in followed if one.area.covers(target.place)), "")
    found = []
    for one in await uow.premises.followings(member):
        cause = cause_of(target, await _candidate(uow, one, [area.area for area in followed]))
        if cause is not None:
            metres = metres_between(target.place, one.premises.place)
            found.append(Why(cause, one, metres, area if cause is Cause.AREA else ""))
    return alert, sorted(found, key=lambda why: (why.metres is None, why.metres or 0))


async def roles_behind(uow: UnitOfWork, member: MemberId, alert: Alert, now: datetime) -> list[Grant]:
    """Return the member's roles by which they get a copy of the alert."""
    touched = await grants_touched(uow, alert.content, now) if not alert.content.is_tip else []
    return [one for one in touched if one.member_id == member and admits_coordinator(alert.content, member, one)]


async def _candidate(uow: UnitOfWork, one: Following, followed: Iterable[Area]) -> Candidate:
    shop = one.premises
    return Candidate(
        place=shop.place,
        branch=shop.branch,
        is_verified=shop.is_verified,
        wider_m=one.wider_m,
        extra_branches=one.extra_branches,
        extras_up_to=one.extras_up_to,
        followed=tuple(followed),
        kvo_groups=frozenset(group.id for group in await uow.kvo_groups.holding(shop.place, shop.branch)),
        municipalities=frozenset(await municipalities_of(uow, shop.place)),
    )

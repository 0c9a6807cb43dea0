"""Explain why a member got an alert: by which of their shops, or by their office."""

from collections.abc import Iterable
from dataclasses import dataclass

from alerts.alert import Alert
from alerts.area import Area, metres_between
from alerts.errors import OutOfReach
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.premises import Following, Premises
from alerts.services.permission.locate_matter import municipalities_of
from alerts.targeting import Candidate, Cause, cause_of, target_of


@dataclass(frozen=True, slots=True)
class Why:
    """Why an alert came: by which shop, for which cause, and how far from it."""

    cause: Cause
    following: Following
    metres: int | None

    @property
    def shop(self) -> Premises:
        """The shop."""
        return self.following.premises


async def explain_alert(uow: UnitOfWork, member: MemberId, alert_id: AlertId) -> tuple[Alert, list[Why]]:
    """Return the alert with the causes as they are now, a shop each, the nearest first; none where it was a copy for an
    office, or asked for. Raises OutOfReach for somebody who never got it."""
    if not await uow.deliveries.addressed_to(alert_id, member):
        raise OutOfReach("not-received")
    alert = await uow.alerts.get(alert_id)
    target, followed = target_of(alert.content), [one.area for one in await uow.members.followed_areas(member)]
    found = []
    for one in await uow.premises.followings(member):
        cause = cause_of(target, await _candidate(uow, one, followed))
        if cause is not None:
            found.append(Why(cause, one, metres_between(target.place, one.premises.place)))
    return alert, sorted(found, key=lambda why: (why.metres is None, why.metres or 0))


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

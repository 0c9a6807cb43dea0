"""Find approvers: who is asked to look at an alert, who after them, and whether its author is the only police."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, may
from alerts.services.find_coordinators import alert_matter, located


@dataclass(frozen=True, slots=True)
class Approvers:
    """Who may approve an alert besides its author: those who are asked at once, and the deputies who are asked when
    they do not answer. `is_sole_on_duty`: the author alone could send it."""

    others: tuple[MemberId, ...]
    deputies: tuple[MemberId, ...]
    is_sole_on_duty: bool


async def find_approvers(uow: UnitOfWork, alert: Alert, now: datetime) -> Approvers:
    """Police in whose scope the place of the incident lies (DESIGN: the place decides who approves).

    Who blocked the bot or stopped cannot answer, so does not count. Where no other holder of a role can be asked, the
    deputies are asked at once. Only a holder can be alone on duty: nobody approves their own words as a deputy.
    """
    matter = await located(uow, alert_matter(alert.content))
    grants = [one for one in await uow.roles.active(now) if may([one], Action.APPROVE_ALERT, matter, now=now)]
    holders = await able_to_answer(uow, (one.member_id for one in grants), alert.author_id)
    deputies = await able_to_answer(uow, (one.deputy_id for one in grants), alert.author_id)
    others = holders or deputies
    is_holder = any(one.member_id == alert.author_id for one in grants)
    later = tuple(one for one in deputies if one not in others)
    return Approvers(others, later, is_sole_on_duty=is_holder and not others)


async def able_to_answer(
    uow: UnitOfWork, candidates: Iterable[MemberId | None], besides: MemberId | None
) -> tuple[MemberId, ...]:
    """Those of them who did not block the bot or stop, besides this one."""
    wanted = [one for one in dict.fromkeys(candidates) if one is not None and one != besides]
    members = [await uow.members.get(one) for one in wanted]
    return tuple(one.id for one in members if one.address.is_active and one.stopped_at is None)

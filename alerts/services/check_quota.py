"""Check that a member has not done more than one may in this time."""

from datetime import datetime, timedelta
from math import ceil

from alerts.errors import LimitReached
from alerts.ids import MemberId, PremisesId
from alerts.limits import ADDED, HOUR, INVITES, JOIN_REQUESTS, REPORTED, REPORTS, SIGNUPS, Quotas, free_at, longest
from alerts.ports import UnitOfWork

_STEP = timedelta(minutes=5)


async def check_report_quota(uow: UnitOfWork, member: MemberId, now: datetime, quotas: Quotas = REPORTS) -> None:
    """Raise LimitReached, with how long it takes until it is possible again."""
    since = now - longest(quotas)
    times = await uow.reports.times_of(member, since)
    _check("reports", free_at(quotas, await _and_before(uow, REPORTED, member, since, times), now), now)


async def check_invite_quota(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Raise LimitReached, with how long it takes until it is possible again."""
    times = await uow.invites.times_of(member, now - longest(INVITES))
    _check("invites", free_at(INVITES, times, now), now)


async def check_signup_quota(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Of the shops that a member added, those that were left again too. Raise LimitReached, as above."""
    since = now - longest(SIGNUPS)
    times = await uow.audit.times_of(ADDED, since, by=member)
    _check("signups", free_at(SIGNUPS, await _and_before(uow, ADDED, member, since, times), now), now)


async def check_join_quota(uow: UnitOfWork, premises: PremisesId, now: datetime) -> None:
    """Of what this shop's owners were asked, by whomever, also who was erased since. Raise LimitReached, as above."""
    times = await uow.audit.times_of("join.asked", now - longest(JOIN_REQUESTS), about=("premises", premises))
    _check("joins", free_at(JOIN_REQUESTS, times, now), now)


async def _and_before(
    uow: UnitOfWork, action: str, member: MemberId, since: datetime, times: list[datetime]
) -> list[datetime]:
    """With what they did before an erasure, as that would be the way round; newest first."""
    return sorted([*times, *await uow.personal.spent(action, member, since)], reverse=True)


def _check(what: str, free: datetime | None, now: datetime) -> None:
    """Up to an hour in steps of five minutes, then in whole hours; never less than it takes."""
    if free is None:
        return
    if free - now <= HOUR:
        raise LimitReached(what, minutes=str(ceil((free - now) / _STEP) * 5))
    raise LimitReached(f"{what}-hours", hours=str(ceil((free - now) / HOUR)))

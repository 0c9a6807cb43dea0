"""Check that a member stays within the quotas."""

from datetime import datetime, timedelta
from math import ceil

from alerts.errors import LimitReached
from alerts.ids import MemberId, PremisesId
from alerts.limits import (
    ADDED,
    CONSOLE_LINKS,
    FAILED_SIGN_INS,
    HOUR,
    INVITES,
    JOIN_REQUESTS,
    LINES,
    REPORTED,
    REPORTS,
    ROBBERIES,
    SIGNUPS,
    Quotas,
    free_at,
    longest,
)
from alerts.ports import UnitOfWork

_STEP = timedelta(minutes=5)


async def check_report_quota(uow: UnitOfWork, member: MemberId, now: datetime, quotas: Quotas = REPORTS) -> None:
    """Raise LimitReached, with the time until one more report is allowed."""
    since = now - longest(quotas)
    times = await uow.reports.times_of(member, since)
    _check("reports", free_at(quotas, await _and_before(uow, REPORTED, member, since, times), now), now)


def check_robbery_quota(times: list[datetime], now: datetime) -> None:
    """Raise LimitReached, with the time until the member may report one more robbery with taps, after robberies that
    they reported at these times (newest first)."""
    _check("reports", free_at(ROBBERIES, times, now), now)


async def check_invite_quota(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Raise LimitReached, with the time until one more invitation is allowed."""
    times = await uow.invites.times_of(member, now - longest(INVITES))
    _check("invites", free_at(INVITES, times, now), now)


async def check_signup_quota(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Raise LimitReached, with the time until the member may add one more shop; shops that were left again count."""
    since = now - longest(SIGNUPS)
    times = await uow.audit.times_of(ADDED, since, by=member)
    _check("signups", free_at(SIGNUPS, await _and_before(uow, ADDED, member, since, times), now), now)


async def check_join_quota(uow: UnitOfWork, premises: PremisesId, now: datetime) -> None:
    """Raise LimitReached, with the time until this shop's owners may be asked again, by whomever; requests of erased
    members count."""
    times = await uow.audit.times_of("join.asked", now - longest(JOIN_REQUESTS), about=("premises", premises))
    _check("joins", free_at(JOIN_REQUESTS, times, now), now)


async def check_line_quota(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Raise LimitReached, with the time until the member may write to a colleague about a draft once more."""
    times = await uow.audit.times_of("alert.line", now - longest(LINES), by=member)
    _check("lines", free_at(LINES, times, now), now)


async def check_console_link_quota(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Raise LimitReached, with the time until the member may ask for one more link to the console."""
    times = await uow.audit.times_of("account.linked", now - longest(CONSOLE_LINKS), by=member)
    _check("console-links", free_at(CONSOLE_LINKS, times, now), now)


async def check_sign_in_quota(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Raise LimitReached after too many failures with the member's passkeys, with the time until the next try."""
    times = await uow.audit.times_of("account.failed", now - longest(FAILED_SIGN_INS), by=member)
    _check("sign-ins", free_at(FAILED_SIGN_INS, times, now), now)


async def _and_before(
    uow: UnitOfWork, action: str, member: MemberId, since: datetime, times: list[datetime]
) -> list[datetime]:
    """Add what the member did before an erasure, which would else reset the quota; newest first."""
    return sorted([*times, *await uow.personal.used_quotas(action, member, since)], reverse=True)


def _check(what: str, free: datetime | None, now: datetime) -> None:
    """Raise LimitReached unless `free` is None. The time is rounded up: to five minutes within an hour, else to
    hours."""
    if free is None:
        return
    if free - now <= HOUR:
        raise LimitReached(what, minutes=str(ceil((free - now) / _STEP) * 5))
    raise LimitReached(f"{what}-hours", hours=str(ceil((free - now) / HOUR)))

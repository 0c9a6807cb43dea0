"""Choose quiet hours, and which notices wait for their end."""

from collections.abc import Set
from dataclasses import replace
from datetime import datetime

from alerts.errors import NotFound
from alerts.member import Member
from alerts.opening_hours import OpeningHours
from alerts.ports import UnitOfWork
from alerts.quiet_hours import CHOOSABLE, QuietHours
from alerts.severity import Severity


async def choose_quiet_hours(
    uow: UnitOfWork, member: Member, hours: OpeningHours | None, waits: Set[Severity], *, now: datetime
) -> Member:
    """Set the quiet hours, in which `waits` wait beside P3 and P4; None for none. A P1 comes at once again, as letting
    it wait is a choice of its own (`toggle_waiting`)."""
    quiet = None if hours is None else QuietHours(hours)
    if quiet is not None:
        quiet = replace(quiet, waits=quiet.waits | waits)
    return await _keep(uow, replace(member, quiet=quiet), now)


async def toggle_waiting(uow: UnitOfWork, member: Member, severity: Severity, *, now: datetime) -> Member:
    """Let P1 or P2 wait for the end of the quiet hours, or come at once, also what waits already. Raises NotFound for
    the others, which always wait, and without quiet hours."""
    if member.quiet is None or severity not in CHOOSABLE:
        raise NotFound
    return await _keep(uow, replace(member, quiet=member.quiet.toggled(severity)), now)


async def _keep(uow: UnitOfWork, member: Member, now: datetime) -> Member:
    await uow.members.save(member)
    await uow.deliveries.release_held(member.id, now)
    return member

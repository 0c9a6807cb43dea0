"""Set the clock of a report: start it when the report waits for a coordinator, and let it stand while a question to the
reporter is open."""

from datetime import datetime

from alerts.area import Place
from alerts.ids import MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.report_clock import DEFAULT_MINUTES, Stage, Urgency, begun, urgency_of
from alerts.role import is_police
from alerts.services.duty.find_on_duty import find_on_duty
from alerts.services.permission.locate_matter import located


async def begin_clock(
    uow: UnitOfWork, report: Report, everyone: tuple[MemberId, ...], now: datetime
) -> tuple[MemberId, ...]:
    """Start the clock of a report that waits from now on, in place of an earlier one; return who hears of it first.

    That is who is on duty by the roster of its place, for a robbery with their deputies; and `everyone` in scope where
    nobody is, or where the municipality lets such a report wait for nobody. Of a robbery, who is on duty without being
    police hears by the cascade, unless `everyone` is without police too.
    """
    urgency = urgency_of(report.kind, report.occurred_at, report.created_at)
    first = await find_on_duty(uow, report.place, report.member_id, now, with_deputies=report.kind.is_robbery)
    if report.kind.is_robbery:
        police = [one for one in first if is_police(await uow.roles.of_member(one), now)]
        first = tuple(one for one in first if one in everyone or one in police)
    minutes = await minutes_at(uow, report.place, urgency)
    clock = begun(report.id, minutes, now, has_duty=bool(first))
    await uow.report_clocks.put(clock)
    return first if clock.stage is Stage.DUTY else everyone


async def minutes_at(uow: UnitOfWork, place: Place, urgency: Urgency) -> int:
    """Return how many minutes a report of this urgency waits untaken at a place: the fewest of the municipalities in
    which it may lie."""
    municipalities = [await uow.municipalities.get(one) for one in (await located(uow, place)).municipalities]
    return min((one.minutes_for(urgency) for one in municipalities), default=DEFAULT_MINUTES[urgency])


async def hold_clock(uow: UnitOfWork, report: ReportId, now: datetime) -> None:
    """Let the clock of a report stand, as the reporter was asked something; without effect where none runs."""
    clock = await uow.report_clocks.get(report)
    if clock is not None:
        await uow.report_clocks.put(clock.held(now))


async def release_clock(uow: UnitOfWork, report: ReportId, now: datetime) -> None:
    """Let the clock of a report run on; without effect where none stands."""
    clock = await uow.report_clocks.get(report)
    if clock is not None:
        await uow.report_clocks.put(clock.released(now))

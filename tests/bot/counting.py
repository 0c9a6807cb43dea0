"""Tallies of reports and notices in a town, for the tests of figures."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.ids import AlertId, KvoGroupId, ReportId
from alerts.tally import Ground, HourBand, Tally, TallyOutcome, TallySubject
from tests.bot.town import Town

_numbers = count(1_000_000)


async def closed_in(
    town: Town,
    pc4: str,
    day: date,
    many: int,
    *,
    kind: IncidentKind = IncidentKind.ROBBERY,
    outcome: TallyOutcome = TallyOutcome.HANDLED,
    in_time: bool = True,
    is_satisfied: bool | None = None,
    group: KvoGroupId | None = None,
) -> None:
    """Leave tallies of so many closed reports in this PC4, with those that it had before."""
    async with town.storage.transaction() as uow:
        row = await uow.postcodes.get(pc4)
        ground = Ground(pc4, None if row is None else row.municipality_id, group)
        tally = Tally(
            *(TallySubject.REPORT, day, HourBand.H12, kind, outcome, frozenset(), ground), answered_in_time=in_time
        )
        alike = (ground, kind, outcome, in_time, is_satisfied)
        counts = await uow.tallies.counts(TallySubject.REPORT, day, day)
        there = [
            one.count
            for one in counts
            if alike == (one.ground, one.kind, one.outcome, one.answered_in_time, one.is_satisfied)
        ]
        for _ in range(many - sum(there)):
            number = ReportId(next(_numbers))
            await uow.tallies.put(tally, number)
            if is_satisfied is not None:
                await uow.tallies.mark_satisfied(number, is_satisfied=is_satisfied)


async def dealt_with(
    town: Town,
    places: Iterable[tuple[str, date]],
    *,
    kind: IncidentKind = IncidentKind.ROBBERY,
    branch: Branch | None = Branch.JEWELLER,
    outcome: TallyOutcome = TallyOutcome.HANDLED,
) -> None:
    """Leave a tally of a report in each of these PC4s, on its day."""
    branches = frozenset[Branch]() if branch is None else frozenset({branch})
    async with town.storage.transaction() as uow:
        for pc4, day in places:
            tally = Tally(TallySubject.REPORT, day, None, kind, outcome, branches, Ground(pc4))
            await uow.tallies.put(tally, ReportId(next(_numbers)))


async def sent_in(
    town: Town,
    pc4: str,
    day: date,
    many: int,
    *branches: Branch,
    kind: IncidentKind = IncidentKind.ROBBERY,
    outcome: TallyOutcome = TallyOutcome.SENT,
) -> None:
    """Leave tallies of so many notices in this PC4, for these branches (none: for all)."""
    async with town.storage.transaction() as uow:
        row = await uow.postcodes.get(pc4)
        ground = Ground(pc4, None if row is None else row.municipality_id)
        tally = Tally(TallySubject.NOTICE, day, HourBand.H12, kind, outcome, frozenset(branches), ground)
        for _ in range(many):
            await uow.tallies.put(tally, AlertId(next(_numbers)))

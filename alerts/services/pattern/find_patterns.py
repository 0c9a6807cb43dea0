"""Find patterns: compare each report that was made or changed with those around it.

The number of the last step that was looked at is stored in the commit of what came of it, so that a restart leaves none
out and does nothing twice. Reading and comparing happen outside of transactions and of the event loop.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.guard.off_loop import off_loop
from alerts.ids import ReportId
from alerts.patterns import Cluster, PatternState, Rules, Sighting, may_be_compared, search, search_around, sighting_of
from alerts.ports import Storage, UnitOfWork
from alerts.ports.patterns import Step
from alerts.report import Report, ReportStep
from alerts.services.pattern.tell_police import tell_police

LAST_FACT = "patterns_last_step"
_AT_ONCE = 100  # steps read at a time
_SHARED = 2  # a cluster that has so many reports of a pattern goes on with it


@dataclass(frozen=True, slots=True)
class _Looked:
    """What came of looking at a report: what it says, and the clusters that hold it."""

    sighting: Sighting
    clusters: tuple[Cluster, ...]


async def find_patterns(storage: Storage, rules: Rules, now: datetime) -> None:
    """Look at every report with a step since the last time, in order, and at patterns that lost a report."""
    while steps := await _next_steps(storage):
        last = {step.report: step.number for step in steps}
        for report, number in sorted(last.items(), key=lambda one: one[1]):
            looked = await _look(storage, report, rules, now)
            if looked is not None or number == steps[-1].number:
                await _store(storage, looked, number, now)
    await _mend_withered(storage, rules, now)


async def _store(storage: Storage, looked: _Looked | None, number: int, now: datetime) -> None:
    """Store what came of looking at a report, and that everything up to this step was looked at."""
    async with storage.transaction() as uow:
        if looked is not None and await _comparable(uow, looked.sighting.report) is not None:
            await uow.patterns.keep(looked.sighting)
            for cluster in looked.clusters:
                await _join(uow, cluster, now)
        await uow.facts.put(LAST_FACT, str(number))


async def _next_steps(storage: Storage) -> list[Step]:
    async with storage.reading() as uow:
        last = int(await uow.facts.get(LAST_FACT) or 0)
        return await uow.patterns.steps(last, _AT_ONCE)


async def _look(storage: Storage, number: ReportId, rules: Rules, now: datetime) -> _Looked | None:
    """Compare a report; None when it is not compared, or too old for anything new to join it."""
    async with storage.reading() as uow:
        report = await _comparable(uow, number)
        if report is None or report.premises_id is None or report.created_at < now - rules.within:
            return None
        shop, owners = await uow.premises.get(report.premises_id), await uow.patterns.owners(report.premises_id)
        events, zone = await uow.reports.events(number), uow.tallies.zone
    additions = [one.comment for one in events if one.step is ReportStep.ADDED and one.comment]
    sighting = await off_loop(sighting_of, report, shop.branch, owners, zone, additions=additions)
    async with storage.reading() as uow:
        around = await uow.patterns.near(
            sighting.point, sighting.at, metres=2 * rules.radius_m, within=2 * rules.within
        )
    others = [one for one in around if one.report != number]
    here = rules.among(sum(_is_here(sighting, one, rules) for one in others))
    return _Looked(sighting, tuple(await off_loop(search_around, sighting, others, here)))


async def _comparable(uow: UnitOfWork, number: ReportId) -> Report | None:
    """Return the report if it takes part in patterns."""
    report = await uow.reports.get(number)
    shop = await uow.premises.get(report.premises_id) if report.premises_id is not None else None
    return report if may_be_compared(report, shop) else None


def _is_here(sighting: Sighting, other: Sighting, rules: Rules) -> bool:
    is_soon = abs(sighting.at - other.at) <= rules.within
    return is_soon and sighting.point.squared_chord(other.point) <= rules.radius_m**2


async def _join(uow: UnitOfWork, cluster: Cluster, now: datetime) -> None:
    """Make a pattern of a cluster, or add what is new in it to the pattern that it goes on with; police are told."""
    reports = {one.report for one in cluster.sightings}
    held = [one for one in await uow.patterns.holding(reports) if len(reports & set(one.reports)) >= _SHARED]
    if not held:
        pattern = await uow.patterns.add(reports, now)
        await uow.audit.append(AuditEvent("pattern.found", "pattern", pattern.id, None, {"reports": len(reports)}), now)
        await tell_police(uow, pattern, now)
        return
    first, *others = held
    joined = reports.union(*(one.reports for one in held))
    if joined == set(first.reports):
        return
    for other in others:
        await uow.patterns.remove(other.id)
    grown = replace(first, state=PatternState.OPEN, reports=tuple(sorted(joined)), changed_at=now)
    pattern = await uow.patterns.save(grown)
    await uow.audit.append(AuditEvent("pattern.joined", "pattern", pattern.id, None, {"reports": len(joined)}), now)
    await tell_police(uow, pattern, now)


async def _mend_withered(storage: Storage, rules: Rules, now: datetime) -> None:
    """Take reports that may not be compared any more out of patterns; what is no pattern without them is removed."""
    async with storage.reading() as uow:
        if not await uow.patterns.withered():
            return
    async with storage.transaction() as uow:
        for pattern in await uow.patterns.withered():
            left = await uow.patterns.sightings(pattern.reports)
            if await off_loop(search, left, rules):
                kept = tuple(sorted(one.report for one in left))
                await uow.patterns.save(replace(pattern, reports=kept, changed_at=now))
                event = AuditEvent("pattern.shrunk", "pattern", pattern.id, None, {"reports": len(kept)})
            else:
                await uow.patterns.remove(pattern.id)
                event = AuditEvent("pattern.dissolved", "pattern", pattern.id)
            await uow.audit.append(event, now)

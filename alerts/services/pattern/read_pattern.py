"""Read patterns, as police whose scope has one of the reports; who reads which is in the audit record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from alerts.errors import NotFound, OutOfReach
from alerts.ids import PatternId, ReportId
from alerts.patterns import LEAST, Explanation, Pattern, PatternState, Sighting, explain
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.role import Action, Actor
from alerts.services.audit.record_reading import record_reading
from alerts.services.permission.check_may import check_has
from alerts.services.permission.reach import Reach


@dataclass(frozen=True, slots=True)
class SeenPattern:
    """A pattern as one person may see it: the reports within their scope, oldest first, and how many lie elsewhere."""

    pattern: Pattern
    sightings: tuple[Sighting, ...]
    reports: Mapping[ReportId, Report]
    elsewhere: int

    @property
    def explanation(self) -> Explanation:
        """Why the reports within the scope may belong together, and what does not fit."""
        return explain(self.sightings)

    @property
    def count(self) -> int:
        """How many reports the pattern has."""
        return len(self.sightings) + self.elsewhere


async def pattern_in_scope(uow: UnitOfWork, actor: Actor, pattern_id: PatternId, now: datetime) -> SeenPattern:
    """Return a pattern. Raises NotAllowed, OutOfReach, and NotFound for one that was dissolved meanwhile."""
    check_has(actor, Action.SEE_PATTERNS, now)
    pattern = await uow.patterns.get(pattern_id)
    seen = await _seen(uow, pattern, Reach(uow, actor, Action.SEE_PATTERNS, now))
    if not seen.count:
        raise NotFound
    if not seen.sightings:
        raise OutOfReach("outside-scope")
    return seen


async def patterns_in_scope(
    uow: UnitOfWork, actor: Actor, now: datetime, *, state: PatternState = PatternState.OPEN
) -> list[SeenPattern]:
    """Return the patterns in this state with a report in the scope, the last changed first. Raises NotAllowed."""
    check_has(actor, Action.SEE_PATTERNS, now)
    reach = Reach(uow, actor, Action.SEE_PATTERNS, now)
    seen = [await _seen(uow, pattern, reach) for pattern in await uow.patterns.all(state)]
    return [one for one in seen if one.sightings]


async def read_pattern(uow: UnitOfWork, actor: Actor, pattern_id: PatternId, now: datetime) -> SeenPattern:
    """Return a pattern and record that this person read it, once in a working day. Raises as `pattern_in_scope`."""
    seen = await pattern_in_scope(uow, actor, pattern_id, now)
    await record_reading(uow, actor, "pattern", pattern_id, now)
    return seen


async def _seen(uow: UnitOfWork, pattern: Pattern, reach: Reach) -> SeenPattern:
    """Return what this reach shows of a pattern; nothing of one that lost so many reports that it is none any more."""
    sightings = await uow.patterns.sightings(pattern.reports)
    if len({one.premises for one in sightings}) < LEAST:
        return SeenPattern(pattern, (), {}, 0)
    reports = {one.report: await uow.reports.get(one.report) for one in sightings}
    shown = tuple([one for one in sightings if await reach.covers_place(reports[one.report].place)])
    return SeenPattern(pattern, shown, {one.report: reports[one.report] for one in shown}, len(sightings) - len(shown))

"""Measure rings: once a night, what the robberies that were dealt with say about near repeats, for each branch.

Only tallies are compared: they outlive reports, and all have their place by PC4. With the points that reports have for
ninety days the newest incidents would be nearer to each other than the same ones a year ago, which looks like near
repeats.
"""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime

from pydantic import TypeAdapter

from alerts.alert_defaults import usual_branches
from alerts.branch import Branch
from alerts.effect import ROBBERIES
from alerts.near_repeat.ring import Finding, Incident, measure
from alerts.point import Point
from alerts.ports import Storage, UnitOfWork
from alerts.retention import next_round
from alerts.tally import HAPPENED

MOST = 2_000  # the newest; a test of so many takes 0.7 s
FINDINGS_FACT, DUE_FACT = "near_repeats", "near_repeats_due_at"
_ALL = ""  # the key of all branches together

_stored = TypeAdapter(dict[str, Finding])


async def are_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether the time for the next measurement has come, also while nothing ran."""
    due_at = await uow.facts.get(DUE_FACT)
    return due_at is None or datetime.fromisoformat(due_at) <= now


async def measure_rings(storage: Storage, now: datetime) -> None:
    """Measure every branch with those alike, and all together, in a thread beside the event loop; store what was found
    and when to measure again."""
    async with storage.reading() as uow:
        incidents = await _incidents(uow, now)
    findings = await asyncio.to_thread(_findings, incidents)
    async with storage.transaction() as uow:
        await uow.facts.put(FINDINGS_FACT, _stored.dump_json(findings).decode())
        await uow.facts.put(DUE_FACT, next_round(now).isoformat())


async def finding_for(uow: UnitOfWork, branch: Branch | None) -> Finding | None:
    """Return what was found for this branch and those alike (None: for all together); None before the first
    measurement."""
    text = await uow.facts.get(FINDINGS_FACT)
    return None if text is None else _stored.validate_json(text).get(_ALL if branch is None else branch)


async def _incidents(uow: UnitOfWork, now: datetime) -> Sequence[Incident]:
    today = now.astimezone(uow.tallies.zone).date()
    tallies = await uow.tallies.placed(ROBBERIES, HAPPENED, date.min, today, limit=MOST)
    points: dict[str, Point] = {}
    for pc4, _, point in await uow.postcodes.points():
        points.setdefault(pc4, point)
    return [Incident(one.pc4, points[one.pc4], one.day, one.branches) for one in tallies if one.pc4 in points]


def _findings(incidents: Sequence[Incident]) -> dict[str, Finding]:
    by_branches: dict[frozenset[Branch], Finding] = {frozenset(): measure(incidents)}
    found = {_ALL: by_branches[frozenset()]}
    for branch in Branch:
        alike = usual_branches(ROBBERIES[0], frozenset({branch}))
        if alike not in by_branches:
            by_branches[alike] = measure([one for one in incidents if one.branches & alike])
        found[branch.value] = by_branches[alike]
    return found

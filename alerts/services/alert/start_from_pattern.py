"""Start a notice from a pattern: a P3 with what several of its reports tell, to be checked and changed."""

from collections.abc import Callable
from datetime import datetime

from alerts.alert_form import F
from alerts.found_place import PlaceFound
from alerts.patterns import Proposal, propose_notice
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.alert.find_audience import with_audiences
from alerts.services.pattern.read_pattern import SeenPattern

DescriptionOf = Callable[[Proposal], tuple[str | None, str | None]]
"""What puts the vehicle and the clothing of a proposal in words."""


async def start_from_pattern(
    empty: F, seen: SeenPattern, uow: UnitOfWork, actor: Actor, now: datetime, *, words: DescriptionOf
) -> F:
    """Return the empty form filled from the reports of a pattern that this person may see; these are linked to the
    notice once it has a number. Raises NotAllowed."""
    proposal = propose_notice(seen.sightings)
    vehicle, clothing = words(proposal)
    mo = {"offender_count": proposal.persons, "approach": proposal.approach}
    report = seen.reports[proposal.centre.report]
    form = empty.changed(
        is_short=True,
        kind=proposal.kind,
        signals=proposal.signals,
        clothing=clothing,
        vehicle=vehicle,
        hit=proposal.hit,
        heard_at=proposal.last_at,
        occurred_at=proposal.last_at,
        severity=proposal.severity,
        mo={field: value for field, value in mo.items() if value is not None},
        place=PlaceFound(report.place, report.content.place_words),
        pattern_reports=frozenset(int(one) for one in seen.reports),
    )
    return await with_audiences(form, report.place, uow, actor, now)

"""Source trust (betrouwbaarheid van de bron): what police may know of who reported, in counts and never as a score."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.report import Outcome, Report


@dataclass(frozen=True, slots=True)
class SourceTrust:
    """What is known of a report's source: since when a coordinator vouches for the shop (None: nobody does), how the
    earlier reports of the same person ended, how many of these are open, and how many reports they made on that day."""

    verified_since: datetime | None
    outcomes: Mapping[Outcome, int]
    still_open: int
    on_that_day: int


def trust_of(report: Report, own: Iterable[Report], verified_since: datetime | None, zone: ZoneInfo) -> SourceTrust:
    """Return what the reports of one person tell about the source of this one, which is among them."""
    reports = list(own)
    earlier = [one for one in reports if one.id < report.id]
    ended = Counter(one.outcome for one in earlier if one.outcome is not None)
    day = report.created_at.astimezone(zone).date()
    return SourceTrust(
        verified_since,
        {outcome: ended[outcome] for outcome in Outcome if ended[outcome]},
        sum(one.is_open for one in earlier),
        sum(one.created_at.astimezone(zone).date() == day for one in reports),
    )

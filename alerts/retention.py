"""Retention: how long each kind of record is kept, and what is left of it afterwards."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from alerts.alert import AlertContent
from alerts.area import Place

HOUR = time(3)  # UTC: few people write then
STEP = 500  # rows in one transaction: some 20 ms


class Kind(StrEnum):
    """What is removed in its time, in this order."""

    DELIVERIES = "deliveries"  # rows become counts, so long after the alert ended
    SEEN = "seen"  # the same of Gezien
    REPORTS = "reports"  # so long after they were made: kind, signals, PC4 and times are left
    SHOPS = "shops"  # so long after they closed, as reports of them: branch and PC4 are left
    UNCLAIMED = "unclaimed"  # so long after its last link stopped working: the same of a shop to which nobody came
    FORMS = "forms"  # so long after they were put aside, as reports from which they may be begun: nothing is left
    ALERTS = "alerts"  # so long after they ended: number, kind, severity, PC4 and times are left


@dataclass(frozen=True, slots=True)
class Retention:
    """How long each is kept."""

    alerts: timedelta = timedelta(days=365)
    reports: timedelta = timedelta(days=90)
    deliveries: timedelta = timedelta(days=30)
    audit: timedelta = timedelta(days=365)

    def limit_of(self, kind: Kind, now: datetime) -> datetime:
        """What is from then, or older, is removed."""
        match kind:
            case Kind.DELIVERIES | Kind.SEEN:
                return now - self.deliveries
            case Kind.REPORTS | Kind.SHOPS | Kind.UNCLAIMED | Kind.FORMS:
                return now - self.reports
            case Kind.ALERTS:
                return now - self.alerts


def next_round(now: datetime) -> datetime:
    """When it is to be looked at again: the next night."""
    today = now.replace(hour=HOUR.hour, minute=HOUR.minute, second=0, microsecond=0)
    return today if now < today else today + timedelta(days=1)


def emptied(content: AlertContent) -> AlertContent:
    """What is left of what an alert said: enough to count it. What is not named here is gone."""
    return AlertContent(
        kind=content.kind,
        what="",
        place=Place(content.place.pc4, None, None),
        place_words="",
        reach_m=content.reach_m,
        branches=content.branches,
        severity=content.severity,
        tlp=content.tlp,
        until=content.until,
        occurred_at=content.occurred_at,
        is_drill=content.is_drill,
        kvo_group_id=content.kvo_group_id,
    )

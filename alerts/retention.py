"""Retention: how long each kind of record is kept, and what is left of it afterwards."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from alerts.alert import AlertContent
from alerts.area import Place

HOUR = time(3)  # UTC: few people write then
STEP = 500  # rows in one transaction: some 20 ms


class Kind(StrEnum):
    """The kinds of records that are removed in time, in this order."""

    DELIVERIES = "deliveries"  # counted from the end of the alert; rows become counts
    SEEN = "seen"  # presses of Gelezen: as deliveries
    REPORTS = "reports"  # counted from when they were made; kind, signals, PC4 and times are left
    SHOPS = "shops"  # closed shops: kept as long as reports; branch and PC4 are left
    UNCLAIMED = "unclaimed"  # shops that nobody joined, from the end of their last link: as closed shops
    FORMS = "forms"  # forms put aside: kept as long as reports, which may begin with them; nothing is left
    ALERTS = "alerts"  # counted from their end; number, kind, severity, PC4 and times are left
    INCIDENTS = "incidents"  # kept as long as alerts, from when they were opened; kind, PC4 and times are left
    TASKS = "tasks"  # kept as long as alerts, from when they were made; nothing is left
    MEETINGS = "meetings"  # kept as long as reports, from when they were; nothing is left
    VISITS = "visits"  # to neighbours: as tasks
    CASES = "cases"  # cases of aftercare, counted from their closing; their tallies are left
    TALLIES = "tallies"  # counted from the day that they are about; nothing is left
    CASE_TALLIES = "case_tallies"  # kept as long as tallies, from the day that the case was opened; nothing is left
    MO_RECORDS = "mo_records"  # kept as long as tallies; the words of a notice go with the notice


@dataclass(frozen=True, slots=True)
class Retention:
    """How long each kind is kept."""

    alerts: timedelta = timedelta(days=365)
    reports: timedelta = timedelta(days=90)
    deliveries: timedelta = timedelta(days=30)
    audit: timedelta = timedelta(days=365)
    cases: timedelta = timedelta(days=30)
    tallies: timedelta = timedelta(days=1826)  # five years, of which at least one has a leap day

    def limit_of(self, kind: Kind, now: datetime) -> datetime:
        """Return the moment up to which records of this kind are removed."""
        match kind:
            case Kind.DELIVERIES | Kind.SEEN:
                return now - self.deliveries
            case Kind.REPORTS | Kind.SHOPS | Kind.UNCLAIMED | Kind.FORMS | Kind.MEETINGS:
                return now - self.reports
            case Kind.ALERTS | Kind.INCIDENTS | Kind.TASKS | Kind.VISITS:
                return now - self.alerts
            case Kind.CASES:
                return now - self.cases
            case Kind.TALLIES | Kind.CASE_TALLIES | Kind.MO_RECORDS:
                return now - self.tallies


def next_round(now: datetime) -> datetime:
    """Return when records are removed next: at 03:00 UTC."""
    today = now.replace(hour=HOUR.hour, minute=HOUR.minute, second=0, microsecond=0)
    return today if now < today else today + timedelta(days=1)


def emptied(content: AlertContent) -> AlertContent:
    """Return what is kept of an alert's content, enough to count it; every other field is erased."""
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
        time_of_day=content.time_of_day,
        is_drill=content.is_drill,
        kvo_group_id=content.kvo_group_id,
        region=content.region,
    )

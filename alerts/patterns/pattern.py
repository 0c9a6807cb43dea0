"""Pattern (patroon): reports that look alike, as police see them and decide on them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.ids import MemberId, PatternId, ReportId


class PatternState(StrEnum):
    """The states of a pattern. A dismissed one stays away until another report joins it."""

    OPEN = "open"
    DISMISSED = "dismissed"


class DismissReason(StrEnum):
    """Why a pattern was dismissed. Nothing is typed, so that no reason tells of a person."""

    EXPLAINED = "explained"
    COINCIDENCE = "coincidence"
    TOO_LITTLE = "too_little"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Reports that may be about the same people. `reports` in the order in which they were made; `reason`,
    `dismissed_by` and `dismissed_at` tell of the last dismissal, also where another report joined since."""

    id: PatternId
    state: PatternState
    reports: tuple[ReportId, ...]
    found_at: datetime
    changed_at: datetime
    version: int
    reason: DismissReason | None = None
    dismissed_by: MemberId | None = None
    dismissed_at: datetime | None = None

"""Meeting (bijeenkomst): a visit, a scan or a meeting about an incident, at a time and a place, with who comes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.errors import IllegalTransition, InvalidText
from alerts.ids import IncidentId, MeetingId, MemberId

PLACE_LENGTH = 120  # UTF-16 units
LASTS = timedelta(hours=1)  # ours: how long a meeting takes in a calendar
FARTHEST = timedelta(days=366)  # ours: a day beyond this is a mistake


class MeetingKind(StrEnum):
    """The kinds of visits and meetings of aftercare (docs/domain.md §4)."""

    VISIT = "visit"  # of the mayor or an alderman with the city marshal
    SCAN = "scan"  # the security scan at the shop
    SHOPS = "shops"  # a meeting for the shops around
    PREVENTION = "prevention"  # a prevention visit to the neighbours


class Answer(StrEnum):
    """The answers to an invitation."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting that is not stored yet. `starts_at` is aware UTC; `place` is in words."""

    incident_id: IncidentId
    kind: MeetingKind
    starts_at: datetime
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(NewMeeting):
    """A stored meeting. `uid` is by what calendars know it; `sequence` rises with every change that they must hear
    of."""

    id: MeetingId
    uid: str
    sequence: int
    made_by: MemberId | None
    created_at: datetime
    version: int
    cancelled_at: datetime | None = None

    @property
    def ends_at(self) -> datetime:
        """When the meeting ends, for a calendar."""
        return self.starts_at + LASTS

    @property
    def is_cancelled(self) -> bool:
        """Whether the meeting was called off."""
        return self.cancelled_at is not None

    def check_is_ahead(self, now: datetime) -> None:
        """Raise IllegalTransition when the meeting was called off, or is over."""
        if self.is_cancelled:
            raise IllegalTransition("meeting-cancelled")
        if self.ends_at <= now:
            raise IllegalTransition("meeting-over")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is invited to a meeting. `is_victim`: one of the shop's people, and not a coordinator."""

    meeting_id: MeetingId
    member_id: MemberId
    is_victim: bool = False
    answer: Answer | None = None
    answered_at: datetime | None = None


def check_start(starts_at: datetime, now: datetime) -> None:
    """Raise InvalidText unless a meeting can be at this moment: later than now, within a year."""
    if not now < starts_at <= now + FARTHEST:
        raise InvalidText("no-meeting-moment")

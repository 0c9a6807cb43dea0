"""Part of the day in forms: a box beside the field for a time, for as long as that field holds the moment that stands
for a part of a day. Another time that is typed there takes its place."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.time_of_day import TimeOfDay
from console.local_time import field_value
from texts.html import Html
from texts.phrases import Phrases
from texts.times_and_distances import moment_told

PART_OF_DAY = "part_of_day"


def box_value(at: datetime | None, time_of_day: TimeOfDay | None, zone: ZoneInfo) -> str:
    """Return the value of the box: the part of the day and the local moment that stands for it; empty where a time was
    told."""
    return f"{time_of_day} {field_value(at, zone)}" if at and time_of_day else ""


def part_told(box: str, when: str) -> TimeOfDay | None:
    """Return the part of the day that a ticked box tells; None once the field for the time holds another moment."""
    part, _, at = box.partition(" ")
    return TimeOfDay(part) if part in set(TimeOfDay) and at == when and _local(at) else None


def part_words(box: str, when: str, t: Phrases, zone: ZoneInfo) -> Html:
    """Return the label of the box; empty where it tells nothing."""
    part, at = part_told(box, when), _local(when)
    if part is None or at is None:
        return Html("")
    return t("console-part-of-day", moment=moment_told(at.replace(tzinfo=zone), part, t, zone))


def _local(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None

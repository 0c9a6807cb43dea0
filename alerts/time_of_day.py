"""Time of day: the part of a day in which something happened, where no time was told."""

from enum import StrEnum


class TimeOfDay(StrEnum):
    """The parts of a day; `DAY` is some time on that day."""

    DAY = "day"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"

"""Reading (lezing): what was understood of a typed sentence, field by field, with the passages it came from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.branch import Branch
from alerts.report import ReportKind, Signal
from alerts.time_of_day import TimeOfDay

LONGEST = 1_000
"""So many characters of a text are read; what follows is not looked at."""


class ReadField(StrEnum):
    """The fields of a reading that are read from passages of the text."""

    KIND = "kind"
    OCCURRED_AT = "occurred_at"
    PERSONS = "persons"
    SIGNALS = "signals"
    APPROACH = "approach"
    WEAPON = "weapon"
    VIOLENCE = "violence"
    FACE_COVER = "face_cover"
    LOOT_TYPE = "loot_type"
    EXIT_MODE = "exit_mode"
    EXIT_DIRECTION = "exit_direction"
    VEHICLE = "vehicle"
    CLOTHING = "clothing"
    PLACE = "place"
    BRANCHES = "branches"


class VehicleClass(StrEnum):
    """The classes of vehicles."""

    CAR = "car"
    VAN = "van"
    TRUCK = "truck"
    MOTORCYCLE = "motorcycle"
    SCOOTER = "scooter"
    BICYCLE = "bicycle"


class Colour(StrEnum):
    """The colours of vehicles."""

    BLACK = "black"
    WHITE = "white"
    GREY = "grey"
    SILVER = "silver"
    RED = "red"
    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    BROWN = "brown"
    ORANGE = "orange"
    BEIGE = "beige"
    PURPLE = "purple"
    GOLD = "gold"


@dataclass(frozen=True, slots=True)
class Passage:
    """The part of the text that a field was read from (code points, end exclusive)."""

    field: ReadField
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadVehicle:
    """What was said of a vehicle; each part is None when it was not said."""

    vehicle_class: VehicleClass | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """Where it happened, as it was said: a PC4, a PC6 (`2903AB`), the official name of a town, or `is_here`: at the
    shop of whoever types."""

    pc4: str | None = None
    pc6: str | None = None
    town: str | None = None
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says. A field is None, or empty, when the text does not say it or can be read in two ways.

    `persons`, `approach`, `weapon`, `violence`, `face_cover`, `loot_type`, `exit_mode` and `exit_direction` are values
    of the MO fields (`persons` of `offender_count`). `occurred_at` is aware, in the zone that was given; with
    `time_of_day` it stands for that part of its day. `clothing` has the garments, and `exit_goal` where they went if no
    direction was told, as they were typed. `either` has the values of a field that can be read in two ways. `passages`
    stand in the order of the text. A text that is no report has no fields.
    """

    is_report: bool = False
    kind: ReportKind | None = None
    occurred_at: datetime | None = None
    time_of_day: TimeOfDay | None = None
    persons: str | None = None
    signals: frozenset[Signal] = frozenset()
    approach: str | None = None
    weapon: str | None = None
    violence: str | None = None
    face_cover: str | None = None
    loot_type: str | None = None
    exit_mode: str | None = None
    exit_direction: str | None = None
    exit_goal: str | None = None
    vehicle: ReadVehicle | None = None
    clothing: tuple[str, ...] = ()
    place: ReadPlace = ReadPlace()
    branches: frozenset[Branch] = frozenset()
    either: tuple[tuple[ReadField, tuple[str, ...]], ...] = ()
    passages: tuple[Passage, ...] = ()

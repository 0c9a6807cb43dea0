"""Area (gebied): the ground that a notice covers, or that a member follows."""

from dataclasses import dataclass, field
from enum import StrEnum
from math import isqrt

from alerts.ids import KvoGroupId, MunicipalityId
from alerts.point import Point


class AreaKind(StrEnum):
    """The ways to describe an area. A municipality is stored as the postcodes that it had when it was chosen."""

    CIRCLE = "circle"
    POSTCODES = "postcodes"
    KVO_GROUP = "kvo_group"


@dataclass(frozen=True, slots=True)
class Place:
    """A place, as far as it is known: PC4, PC6 and a point, each optional.

    `municipality` is what somebody chose when the PC4 lies in several; a PC6 in the postcode table decides before it.
    """

    pc4: str | None
    pc6: str | None = None
    point: Point | None = None
    municipality: MunicipalityId | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """An area. A circle has `centre` and `radius_m` (metres); a list has `codes` (PC4 or PC6, mixed)."""

    kind: AreaKind
    centre: Place = field(default_factory=lambda: Place(None))
    radius_m: int = 0
    codes: frozenset[str] = frozenset()
    kvo_group_id: KvoGroupId | None = None

    def covers(self, place: Place, kvo_groups: frozenset[KvoGroupId] = frozenset()) -> bool:
        """Whether the place lies inside; the edge counts. Without points a circle covers its own PC4 only."""
        match self.kind:
            case AreaKind.CIRCLE:
                return is_within(self.centre, place, self.radius_m)
            case AreaKind.POSTCODES:
                return place.pc4 in self.codes or place.pc6 in self.codes
            case AreaKind.KVO_GROUP:
                return self.kvo_group_id in kvo_groups


def circle(centre: Place, radius_m: int) -> Area:
    """Return the circle around a place, radius in metres."""
    return Area(AreaKind.CIRCLE, centre=centre, radius_m=radius_m)


def metres_between(one: Place, other: Place) -> int | None:
    """Return the distance of two places in whole metres; None where one has no point."""
    if one.point is None or other.point is None:
        return None
    return isqrt(one.point.squared_chord(other.point))


def is_within(centre: Place, place: Place, radius_m: int) -> bool:
    """Whether a place lies within so many metres of another; if one has no point, whether they share their PC4."""
    if centre.point is None or place.point is None:
        return centre.pc4 is not None and centre.pc4 == place.pc4
    return centre.point.squared_chord(place.point) <= radius_m * radius_m

"""Points on a sphere, kept as whole metres so that Python, SQLite and PostgreSQL agree exactly."""

from dataclasses import dataclass
from math import atan2, cos, hypot, radians, sin
from math import degrees as in_degrees

EARTH_RADIUS_M = 6_371_000  # mean radius (IUGG)


@dataclass(frozen=True, slots=True)
class Point:
    """A point in whole metres from the centre of the earth."""

    x: int
    y: int
    z: int

    def squared_chord(self, other: "Point") -> int:
        """Return the square of the straight distance to the other point (m²); at 10 km the chord is a millimetre
        shorter than the arc."""
        return (self.x - other.x) ** 2 + (self.y - other.y) ** 2 + (self.z - other.z) ** 2


def point_at(latitude: float, longitude: float) -> Point:
    """Return the point at these WGS 84 degrees, on a sphere."""
    phi, theta = radians(latitude), radians(longitude)
    return Point(
        round(EARTH_RADIUS_M * cos(phi) * cos(theta)),
        round(EARTH_RADIUS_M * cos(phi) * sin(theta)),
        round(EARTH_RADIUS_M * sin(phi)),
    )


def degrees(point: Point) -> tuple[float, float]:
    """Return the latitude and longitude of a point, in degrees."""
    return in_degrees(atan2(point.z, hypot(point.x, point.y))), in_degrees(atan2(point.y, point.x))

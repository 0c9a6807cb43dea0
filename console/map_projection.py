"""Map projection: Web Mercator, in units of the map. A unit is a pixel of zoom level 14; the origin is the north-west
corner of a tile, so that tiles have whole coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, cos, degrees, log, pi, radians, sinh, tan

from alerts.point import EARTH_RADIUS_M, Point, point_at
from alerts.point import degrees as degrees_of

DEEPEST = 14
TILE = 256  # pixels
LEAST_ZOOM, MOST_ZOOM = 6, 17
WEST, SOUTH, EAST, NORTH = 2.8, 50.5, 7.6, 53.9  # degrees: what a map of the Netherlands shows
PIXELS = (960, 600)  # of a map as the server draws it
_WORLD: int = TILE * 2**DEEPEST
_MARGIN = 0.12  # of the width and the height, on each side
_LEAST = 1_000  # units that a map is wide at least when it is drawn around something: some 6 km


def _world(latitude: float, longitude: float) -> tuple[float, float]:
    """Return the position in a map of the world, in units from its north-west corner."""
    phi = radians(latitude)
    x = (longitude + 180) / 360
    y = (1 - log(tan(phi) + 1 / cos(phi)) / pi) / 2
    return x * _WORLD, y * _WORLD


_COARSE = TILE * 2 ** (DEEPEST - LEAST_ZOOM)
ORIGIN_X, ORIGIN_Y = (int(one // _COARSE * _COARSE) for one in _world(NORTH, WEST))


@dataclass(frozen=True, slots=True)
class Spot:
    """A position on the map, in units to the east and to the south of its origin."""

    x: int
    y: int


def spot_of(point: Point) -> Spot:
    """Return where a point stands on the map."""
    x, y = _world(*degrees_of(point))
    return Spot(round(x) - ORIGIN_X, round(y) - ORIGIN_Y)


def point_of(spot: Spot) -> Point:
    """Return the point at a position of the map."""
    y = 1 - 2 * (spot.y + ORIGIN_Y) / _WORLD
    return point_at(degrees(atan(sinh(pi * y))), (spot.x + ORIGIN_X) / _WORLD * 360 - 180)


def units_of(metres: float, at: Point) -> int:
    """Return how many units so many metres are, at this point."""
    latitude, _ = degrees_of(at)
    return round(metres / (2 * pi * EARTH_RADIUS_M * cos(radians(latitude))) * _WORLD)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map: its north-west corner, its width and its height, in units."""

    x: int
    y: int
    width: int
    height: int

    @property
    def scale(self) -> float:
        """How many units a pixel is when the server draws this part."""
        return self.width / PIXELS[0]

    def moved(self, east: float, south: float) -> "Box":
        """Return the part so much of its own width and height further, within the map."""
        centre = Spot(self.x + round(self.width * (0.5 + east)), self.y + round(self.height * (0.5 + south)))
        return around(centre, self.width)

    def zoomed(self, factor: float) -> "Box":
        """Return the part with the same middle, so many times as wide."""
        return around(Spot(self.x + self.width // 2, self.y + self.height // 2), round(self.width * factor))


def around(centre: Spot, width: int) -> Box:
    """Return the part of the map around a position, within the map and its zoom levels."""
    width = min(max(width, _width_at(MOST_ZOOM)), COUNTRY.width)
    height = width * PIXELS[1] // PIXELS[0]
    x = min(max(centre.x, COUNTRY.x), COUNTRY.x + COUNTRY.width)
    y = min(max(centre.y, COUNTRY.y), COUNTRY.y + COUNTRY.height)
    return Box(x - width // 2, y - height // 2, width, height)


def around_all(spots: Sequence[tuple[Spot, int]]) -> Box:
    """Return the part of the map that shows all of these positions, each with so many units around it; the country when
    there are none."""
    if not spots:
        return COUNTRY
    west, east = min(spot.x - units for spot, units in spots), max(spot.x + units for spot, units in spots)
    north, south = min(spot.y - units for spot, units in spots), max(spot.y + units for spot, units in spots)
    across = max(east - west, (south - north) * PIXELS[0] / PIXELS[1])
    width = max(round(across * (1 + 2 * _MARGIN)), _LEAST)
    return around(Spot((west + east) // 2, (north + south) // 2), width)


def _width_at(zoom: int) -> int:
    return round(PIXELS[0] * 2.0 ** (DEEPEST - zoom))


def _country() -> Box:
    (west, north), (east, south) = _world(NORTH, WEST), _world(SOUTH, EAST)
    height = round(south - north)
    width = height * PIXELS[0] // PIXELS[1]
    middle = round((west + east) / 2)
    return Box(middle - width // 2 - ORIGIN_X, round(north) - ORIGIN_Y, width, height)


COUNTRY = _country()


@dataclass(frozen=True, slots=True)
class Tile:
    """A square of the background, by zoom level, column and row."""

    z: int
    x: int
    y: int

    @property
    def is_on_map(self) -> bool:
        """Whether the tile shows some of the Netherlands, at a level that the map has."""
        if not LEAST_ZOOM <= self.z <= MOST_ZOOM:
            return False
        first, last = _tile_at(NORTH, WEST, self.z), _tile_at(SOUTH, EAST, self.z)
        return first[0] <= self.x <= last[0] and first[1] <= self.y <= last[1]


def _tile_at(latitude: float, longitude: float, z: int) -> tuple[int, int]:
    x, y = _world(latitude, longitude)
    size = TILE * 2.0 ** (DEEPEST - z)
    return int(x // size), int(y // size)


def tiles_of(box: Box) -> list[tuple[Tile, Spot, int]]:
    """Return the tiles that cover a part of the map as the server draws it: each with its position and its size in
    units."""
    z = LEAST_ZOOM
    while z < DEEPEST and 2.0 ** (DEEPEST - z - 1) >= box.scale * 0.75:
        z += 1
    size = TILE * 2 ** (DEEPEST - z)
    columns = range((box.x + ORIGIN_X) // size, (box.x + box.width + ORIGIN_X) // size + 1)
    rows = range((box.y + ORIGIN_Y) // size, (box.y + box.height + ORIGIN_Y) // size + 1)
    tiles = [Tile(z, x, y) for y in rows for x in columns]
    return [(one, Spot(one.x * size - ORIGIN_X, one.y * size - ORIGIN_Y), size) for one in tiles if one.is_on_map]

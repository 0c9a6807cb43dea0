"""The scene of a map: shapes and marks in units of the map, as `layout/map.html` draws them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from alerts.point import Point
from console.map_projection import LEAST_ZOOM, MOST_ZOOM, ORIGIN_X, ORIGIN_Y, Box, Spot, spot_of, tiles_of

_GOLDEN = pi * (3 - sqrt(5))
_APART = 34  # pixels between two marks at one place


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered mark, `east` and `south` pixels beside its spot; `shape` and `tone` say what it stands for."""

    number: int
    spot: Spot
    east: int
    south: int
    path: str
    shape: str
    tone: str
    label: str


@dataclass(frozen=True, slots=True)
class Circle:
    """The ground of a notice, with its radius in units."""

    spot: Spot
    radius: int


@dataclass(frozen=True, slots=True)
class TileShown:
    """A tile of the background: where it is fetched, its spot, and its width in units."""

    path: str
    spot: Spot
    size: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn. `land`, `scope` and `grounds` are paths of dots, `pins` marks without a number; `tiles` and
    `attribution` are empty without a background, and `tile_path` is where its tiles are. `mark_size`: how many times
    as large numbered marks are, for a map that is drawn small."""

    box: Box
    land: str
    scope: str = ""
    grounds: tuple[str, ...] = ()
    circles: tuple[Circle, ...] = ()
    marks: tuple[Mark, ...] = ()
    pins: tuple[Spot, ...] = ()
    tiles: tuple[TileShown, ...] = ()
    tile_path: str = ""
    attribution: str = ""
    mark_size: float = 1
    origin_x: int = ORIGIN_X
    origin_y: int = ORIGIN_Y
    least_zoom: int = LEAST_ZOOM
    most_zoom: int = MOST_ZOOM


def dots(points: Iterable[Point]) -> str:
    """Return the path of a dot at each point; a wide line along it draws the ground around them."""
    parts, before = [], Spot(0, 0)
    for spot in (spot_of(point) for point in points):
        parts.append(f"m{spot.x - before.x} {spot.y - before.y}h0")
        before = spot
    return "".join(parts)


def tiles_shown(box: Box, path: str) -> tuple[TileShown, ...]:
    """Return the tiles of this part of the map, from this path on."""
    return tuple(TileShown(f"{path}/{one.z}/{one.x}/{one.y}", spot, size) for one, spot, size in tiles_of(box))


def spread(spots: Sequence[Spot]) -> list[tuple[int, int]]:
    """Return for each spot how many pixels its mark stands beside it: marks at one spot in a spiral, the first in the
    middle."""
    seen: Counter[Spot] = Counter()
    beside = []
    for spot in spots:
        turn, away = seen[spot] * _GOLDEN, _APART * sqrt(seen[spot])
        beside.append((round(away * cos(turn)), round(away * sin(turn))))
        seen[spot] += 1
    return beside

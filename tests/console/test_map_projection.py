"""Tests of the map's projection: positions, distances, parts of the map and the tiles that cover them."""

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.point import point_at
from console.map_projection import (
    COUNTRY,
    LEAST_ZOOM,
    MOST_ZOOM,
    PIXELS,
    Spot,
    Tile,
    around,
    around_all,
    point_of,
    spot_of,
    tiles_of,
    units_of,
)

LATITUDES, LONGITUDES = st.floats(50.7, 53.6), st.floats(3.3, 7.3)


@given(LATITUDES, LONGITUDES)
def test_a_point_is_found_again(latitude: float, longitude: float) -> None:
    """A point on the map is within ten metres of where it was drawn, and lies in the country's part of the map."""
    point = point_at(latitude, longitude)
    spot = spot_of(point)
    assert point.squared_chord(point_of(spot)) <= 100
    assert COUNTRY.x <= spot.x <= COUNTRY.x + COUNTRY.width
    assert COUNTRY.y <= spot.y <= COUNTRY.y + COUNTRY.height


def test_positions_are_those_of_web_mercator() -> None:
    """A known point stands in its known tile: Utrecht's cathedral in 8425/5405 of zoom level 14."""
    spot = spot_of(point_at(52.0907, 5.1214))
    at = [tile for tile, corner, size in tiles_of(around(spot, 960)) if _holds(corner, size, spot)]
    assert [Tile(14, 8425, 5405)] == at


def _holds(corner: Spot, size: int, spot: Spot) -> bool:
    return corner.x <= spot.x < corner.x + size and corner.y <= spot.y < corner.y + size


def test_a_distance_grows_to_the_north() -> None:
    """A kilometre has as many units as Web Mercator gives it there: a pixel of level 14 is 9.555 m at the equator."""
    for latitude in (50.8, 52.0, 53.5):
        wanted = 1_000 / (9.5546 * cos(radians(latitude)))
        assert units_of(1_000, point_at(latitude, 5.0)) == pytest.approx(wanted, abs=1)


@given(st.lists(st.tuples(LATITUDES, LONGITUDES, st.integers(0, 2_000)), max_size=5))
def test_what_is_drawn_is_in_view(told: list[tuple[float, float, int]]) -> None:
    """The part of the map around some circles shows all of them; without any it is the country."""
    spots = [(spot_of(point_at(latitude, longitude)), units) for latitude, longitude, units in told]
    box = around_all(spots)
    for spot, units in spots:
        assert box.x <= spot.x - units
        assert spot.x + units <= box.x + box.width
        assert box.y <= spot.y - units
        assert spot.y + units <= box.y + box.height
    assert spots or box == COUNTRY


def test_no_part_is_outside_the_map_or_its_levels() -> None:
    """Whatever middle and width are asked for, the middle is on the map and the width between those of its levels."""
    for middle in (Spot(0, 0), Spot(999_999, 999_999), Spot(50_000, 60_000)):
        for width in (0, 1, 5_000, 999_999):
            box = around(middle, width)
            assert COUNTRY.x <= box.x + box.width // 2 <= COUNTRY.x + COUNTRY.width
            assert COUNTRY.y <= box.y + box.height // 2 <= COUNTRY.y + COUNTRY.height
            assert PIXELS[0] * 2 ** (14 - MOST_ZOOM) <= box.width <= COUNTRY.width


@pytest.mark.parametrize("width", [200, 960, 4_000, 30_000, 200_000])
def test_tiles_cover_a_part_without_waste(width: int) -> None:
    """The tiles of a part cover its corners as far as the map goes, are some 256 pixels, and few."""
    box = around(spot_of(point_at(52.1, 5.2)), width)
    tiles = tiles_of(box)
    assert len(tiles) <= 40
    for corner in (Spot(box.x, box.y), Spot(box.x + box.width - 1, box.y + box.height - 1)):
        covered = [tile for tile, at, size in tiles if _holds(at, size, corner)]
        assert covered or width > 30_000, "beyond the map there are no tiles"
    assert all(tile.is_on_map for tile, _, _ in tiles)


@pytest.mark.parametrize(
    ("tile", "is_on_map"),
    [
        (Tile(7, 65, 42), True),
        (Tile(14, 8425, 5405), True),
        (Tile(LEAST_ZOOM - 1, 16, 10), False),
        (Tile(MOST_ZOOM + 1, 134_800, 86_530), False),
        (Tile(7, 63, 42), False),
        (Tile(7, 65, 44), False),
        (Tile(14, 0, 0), False),
    ],
)
def test_only_tiles_of_the_country_are_on_the_map(tile: Tile, is_on_map: bool) -> None:
    """A tile abroad, and one of another level, is none of the map's."""
    assert is_on_map == tile.is_on_map

"""Conversion of places and areas to columns, and back."""

from math import isqrt
from typing import Any

from sqlalchemy import Row

from alerts.area import Area, Place
from alerts.point import Point
from alerts.role import Scope
from storage.tables import FARTHEST

# Distances as they are stored: squared metres, and a number beyond all of them for 'not known'.


def metres_of(distance_sq: int) -> int | None:
    """A stored distance in whole metres, rounded down; None for FARTHEST."""
    return None if distance_sq == FARTHEST else isqrt(distance_sq)


def point_of(row: Row[Any]) -> Point | None:
    """The point in columns x, y and z; None when they are empty."""
    return None if row.x is None else Point(row.x, row.y, row.z)


def place_of(row: Row[Any]) -> Place:
    """The place in columns pc4, pc6, x, y, z and municipality_id."""
    return Place(row.pc4, row.pc6, point_of(row), row.municipality_id)


def place_values(place: Place) -> dict[str, str | int | None]:
    """The values of columns pc4, pc6, x, y, z and municipality_id."""
    return {
        "pc4": place.pc4,
        "pc6": place.pc6,
        "municipality_id": place.municipality,
        **point_values(place.point),
    }


def point_values(point: Point | None) -> dict[str, int | None]:
    """The values of columns x, y and z."""
    if point is None:
        return {"x": None, "y": None, "z": None}
    return {"x": point.x, "y": point.y, "z": point.z}


def region_values(region: Scope | None) -> dict[str, str | None]:
    """The values of columns region_kind, region_first, region_last and region_municipality_id."""
    return {
        "region_kind": None if region is None else region.kind,
        "region_first": None if region is None else region.first,
        "region_last": None if region is None else region.last,
        "region_municipality_id": None if region is None else region.municipality,
    }


def area_values(area: Area) -> dict[str, Any]:
    """The values of the columns of `areas`; the codes have a table of their own."""
    return {
        "kind": area.kind,
        "radius_m": area.radius_m,
        "kvo_group_id": area.kvo_group_id,
        **place_values(area.centre),
    }


def area_of(row: Row[Any], codes: frozenset[str]) -> Area:
    """The area in a row of `areas`."""
    return Area(row.kind, place_of(row), row.radius_m, codes, row.kvo_group_id)

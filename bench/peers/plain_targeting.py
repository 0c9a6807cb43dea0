"""Targeting in plain Python: candidates by postcode prefix, haversine distances, and one INSERT per recipient."""

import math
import sqlite3
import time
from contextlib import closing
from pathlib import Path

_CANDIDATES = """
    SELECT a.id, p.x, p.y, p.z FROM premises p
    JOIN premises_members pm ON pm.premises_id = p.id JOIN members m ON m.id = pm.member_id
    JOIN addresses a ON a.member_id = m.id
    WHERE p.pc4 LIKE ? AND p.branch = 'jeweller' AND p.verified_at IS NOT NULL AND p.closed_at IS NULL
      AND pm.left_at IS NULL AND m.stopped_at IS NULL AND a.is_active
"""
_ROW = """
    INSERT INTO deliveries (effect_key, address_id, operation, distance_sq, priority, state, reason, detail, due_at,
                            deadline, on_unknown, attempts, created_at)
    VALUES (?, ?, 'send', ?, '2-p2', 'queued', '', '', ?, ?, 'resend', 0, ?)
"""
_NOW = "2026-01-14 15:30:00.000000"
_EARTH_M = 6_371_000


def queue_plainly(database: Path, prefix: str, centre: tuple[float, float], reach_m: int) -> tuple[int, float]:
    """Return the number of queued rows, and the seconds that finding and committing them took."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        near = []
        for address, x, y, z in connection.execute(_CANDIDATES, [f"{prefix}%"]):
            metres = _haversine(centre, _degrees(x, y, z))
            if metres <= reach_m:
                near.append((metres, address))
        near.sort()
        for metres, address in near:
            values = (f"plain:{begun}:{address}", address, round(metres) ** 2, _NOW, _NOW, _NOW)
            connection.execute(_ROW, values)
        connection.execute("COMMIT")
        return len(near), time.perf_counter() - begun


def _degrees(x: int, y: int, z: int) -> tuple[float, float]:
    return math.degrees(math.asin(z / _EARTH_M)), math.degrees(math.atan2(y, x))


def _haversine(one: tuple[float, float], other: tuple[float, float]) -> float:
    north, south = math.radians(one[0]), math.radians(other[0])
    up, along = (south - north) / 2, math.radians(other[1] - one[1]) / 2
    half = math.sin(up) ** 2 + math.cos(north) * math.cos(south) * math.sin(along) ** 2
    return 2 * _EARTH_M * math.asin(math.sqrt(half))

"""The imported PC4 table."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from alerts.point import Point
from alerts.postcode import Pc4Place
from storage.engine import Transaction
from storage.places import point_values
from storage.tables import postcodes
from storage.targeting import squared_chord

_municipality = sa.func.coalesce(sa.func.nullif(postcodes.c.municipality, ""), postcodes.c.place)


class SqlPostcodes:
    """`alerts.ports.Postcodes` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, pc4: str) -> Pc4Place | None:
        """One row."""
        row = await self._transaction.first(sa.select(postcodes).where(postcodes.c.pc4 == pc4))
        return None if row is None else _pc4_place(row)

    async def count(self) -> int:
        """How many rows there are; 0 when nothing was imported."""
        return int((await self._transaction.one(sa.select(sa.func.count().label("n")).select_from(postcodes))).n)

    async def municipalities(self, first: str, last: str) -> list[str]:
        """The municipalities of these PC4s, both ends included; a row without one has its place's name."""
        within = sa.select(_municipality.label("name")).where(postcodes.c.pc4.between(first, last)).distinct()
        return sorted(row.name for row in await self._transaction.rows(within))

    async def pc4s_of(self, municipality: str) -> list[str]:
        """Its PC4s, by that name, in order; none when the table does not know it."""
        named = sa.select(postcodes.c.pc4).where(_municipality == municipality).order_by(postcodes.c.pc4)
        return [row.pc4 for row in await self._transaction.rows(named)]

    async def nearest(self, point: Point) -> Pc4Place | None:
        """The row whose point is nearest."""
        row = await self._transaction.first(_nearest_first(point).limit(1))
        return None if row is None else _pc4_place(row)

    async def within(self, point: Point, radius_m: int) -> list[Pc4Place]:
        """Rows whose point lies within so many metres, nearest first."""
        inside = (
            postcodes.c.x.between(point.x - radius_m, point.x + radius_m),
            squared_chord(postcodes.c, point) <= radius_m * radius_m,
        )
        return [_pc4_place(row) for row in await self._transaction.rows(_nearest_first(point).where(*inside))]

    async def replace_all(self, rows: Sequence[Pc4Place]) -> None:
        """The whole table anew."""
        await self._transaction.execute(sa.delete(postcodes))
        if rows:
            await self._transaction.execute(sa.insert(postcodes), [_values(row) for row in rows])


def _nearest_first(point: Point) -> sa.Select[Any]:
    return sa.select(postcodes).order_by(squared_chord(postcodes.c, point), postcodes.c.pc4)


def _values(row: Pc4Place) -> dict[str, Any]:
    return {"pc4": row.pc4, "place": row.place, "municipality": row.municipality, **point_values(row.point)}


def _pc4_place(row: sa.Row[Any]) -> Pc4Place:
    return Pc4Place(row.pc4, row.place, Point(row.x, row.y, row.z), row.municipality)

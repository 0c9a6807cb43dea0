"""The imported postcode table: the parts of each PC4, and the municipalities in which they lie."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from alerts.ids import MunicipalityId
from alerts.municipality import FormerMunicipality, KnownMunicipality
from alerts.point import Point
from alerts.postcode import Pc4Place
from alerts.postcode_table import identified
from storage.database.transactions import Transaction
from storage.tables import former_municipalities, postcode_letters, postcodes
from storage.tables.places import point_values
from storage.targeting import squared_chord

_known = sa.select(postcodes.c.municipality_id, postcodes.c.municipality_name).distinct()

_points = sa.select(postcodes.c.pc4, postcodes.c.municipality_id, postcodes.c.x, postcodes.c.y, postcodes.c.z).order_by(
    postcodes.c.pc4, postcodes.c.part
)

_parts = sa.select(postcodes).where(postcodes.c.pc4 == sa.bindparam("pc4")).order_by(postcodes.c.part)


class SqlPostcodes:
    """`alerts.ports.Postcodes` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def parts(self, pc4: str) -> list[Pc4Place]:
        """The parts of a PC4, the most important one first; none when the table does not have it."""
        return [_pc4_place(row) for row in await self._transaction.rows(_parts, {"pc4": pc4})]

    async def get(self, pc4: str) -> Pc4Place | None:
        """The first part of a PC4."""
        return next(iter(await self.parts(pc4)), None)

    async def of_pc6(self, pc6: str) -> Pc4Place | None:
        """The part in which a PC6 lies; None unless its PC4 has several parts and the table tells."""
        of_pc4 = sa.and_(postcodes.c.pc4 == pc6[:4], postcodes.c.part == postcode_letters.c.part)
        found = sa.select(postcodes).join_from(postcode_letters, postcodes, of_pc4)
        row = await self._transaction.first(found.where(postcode_letters.c.pc6 == pc6))
        return None if row is None else _pc4_place(row)

    async def count(self) -> int:
        """How many PC4s the table has; 0 when nothing was imported."""
        different = sa.func.count(postcodes.c.pc4.distinct())
        return int((await self._transaction.one(sa.select(different.label("n")))).n)

    async def pc4s(self) -> set[str]:
        """Every PC4 of the table."""
        return {row.pc4 for row in await self._transaction.rows(sa.select(postcodes.c.pc4).distinct())}

    async def municipalities(self, first: str = "0000", last: str = "9999") -> list[KnownMunicipality]:
        """The municipalities of the PC4s from `first` to `last`, both included, by name."""
        within = _known.where(postcodes.c.pc4.between(first, last))
        return sorted(map(_municipality, await self._transaction.rows(within)), key=lambda one: (one.name, one.id))

    async def municipality(self, municipality: MunicipalityId) -> KnownMunicipality | None:
        """The municipality with this id; None when the table does not have it."""
        row = await self._transaction.first(_known.where(postcodes.c.municipality_id == municipality))
        return None if row is None else _municipality(row)

    async def former_municipalities(self) -> list[FormerMunicipality]:
        """The former names of municipalities, each with a municipality of now."""
        found = sa.select(former_municipalities).order_by(*former_municipalities.c)
        return [FormerMunicipality(row.name, row.municipality_id) for row in await self._transaction.rows(found)]

    async def pc4s_of(self, municipality: MunicipalityId) -> list[str]:
        """The PC4s of a municipality, in order; none when the table does not have it."""
        its = sa.select(postcodes.c.pc4).where(postcodes.c.municipality_id == municipality).distinct()
        return [row.pc4 for row in await self._transaction.rows(its.order_by(postcodes.c.pc4))]

    async def beside(self, municipality: MunicipalityId) -> list[MunicipalityId]:
        """The municipality, and each in which one of its PC4s lies too, in order; none when the table does not have
        it."""
        its = sa.select(postcodes.c.pc4).where(postcodes.c.municipality_id == municipality)
        found = sa.select(postcodes.c.municipality_id).where(postcodes.c.pc4.in_(its)).distinct()
        rows = await self._transaction.rows(found.order_by(postcodes.c.municipality_id))
        return [row.municipality_id for row in rows]

    async def grounds(self) -> list[tuple[str, MunicipalityId]]:
        """Every pair of a PC4 and a municipality in which it lies."""
        each = sa.select(postcodes.c.pc4, postcodes.c.municipality_id).distinct()
        return [(row.pc4, row.municipality_id) for row in await self._transaction.rows(each)]

    async def points(self) -> list[tuple[str, MunicipalityId, Point]]:
        """The PC4, the municipality and the point of every part of the table, by PC4; of one PC4 the most important
        first."""
        rows = await self._transaction.rows(_points)
        return [(row.pc4, row.municipality_id, Point(row.x, row.y, row.z)) for row in rows]

    async def nearest(self, point: Point) -> Pc4Place | None:
        """The part whose point is nearest to this one; None when the table is empty."""
        row = await self._transaction.first(_nearest_first(point).limit(1))
        return None if row is None else _pc4_place(row)

    async def within(self, point: Point, radius_m: int) -> list[Pc4Place]:
        """The parts whose point lies within so many metres, nearest first."""
        inside = (
            postcodes.c.x.between(point.x - radius_m, point.x + radius_m),
            squared_chord(postcodes.c, point) <= radius_m * radius_m,
        )
        return [_pc4_place(row) for row in await self._transaction.rows(_nearest_first(point).where(*inside))]

    async def replace_all(self, rows: Sequence[Pc4Place], letters: Mapping[str, int] | None = None) -> None:
        """Replace the whole table; rows of one PC4 are its parts, `letters` tells in which part a PC6 lies."""
        await self._transaction.execute(sa.delete(postcode_letters))
        await self._transaction.execute(sa.delete(postcodes))
        if rows:
            await self._transaction.execute(sa.insert(postcodes), list(_values(identified(rows))))
        if letters:
            lettered = [{"pc6": pc6, "part": part} for pc6, part in letters.items()]
            await self._transaction.execute(sa.insert(postcode_letters), lettered)

    async def replace_former(self, former: Sequence[FormerMunicipality]) -> None:
        """Replace all former names of municipalities."""
        await self._transaction.execute(sa.delete(former_municipalities))
        rows = [{"name": one.name, "municipality_id": one.now} for one in dict.fromkeys(former)]
        if rows:
            await self._transaction.execute(sa.insert(former_municipalities), rows)


def _nearest_first(point: Point) -> sa.Select[Any]:
    return sa.select(postcodes).order_by(squared_chord(postcodes.c, point), postcodes.c.pc4, postcodes.c.part)


def _values(rows: Sequence[Pc4Place]) -> Iterator[dict[str, Any]]:
    parts: Counter[str] = Counter()
    for row in rows:
        yield {
            "pc4": row.pc4,
            "part": parts[row.pc4],
            "place": row.place,
            "municipality": row.municipality,
            "code": row.code,
            "province": row.province,
            "municipality_id": row.municipality_id,
            "municipality_name": row.municipality_name,
            **point_values(row.point),
        }
        parts[row.pc4] += 1


def _pc4_place(row: sa.Row[Any]) -> Pc4Place:
    return Pc4Place(
        pc4=row.pc4,
        place=row.place,
        point=Point(row.x, row.y, row.z),
        municipality=row.municipality,
        code=row.code,
        province=row.province,
        municipality_id=row.municipality_id,
        municipality_name=row.municipality_name,
    )


def _municipality(row: sa.Row[Any]) -> KnownMunicipality:
    return KnownMunicipality(row.municipality_id, row.municipality_name)

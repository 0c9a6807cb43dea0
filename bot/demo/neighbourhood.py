"""A made-up neighbourhood around Capelle aan den IJssel: two hundred shops and about where their postcodes lie.

Nothing in it is real (README.md beside this file); the points are approximate and for the demo only. Who lies in
reach is computed here once more in plain degrees and kilometres, so that the story does not check the bot by itself.
"""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from alerts.branch import Branch
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.point import Point
from alerts.ports import Storage, UnitOfWork
from alerts.postcode import Pc4Place
from alerts.premises import NewPremises, PointSource, Verification
from bot.conversation.chat import CHANNEL
from bot.imports.postcode_table import read_postcodes

POSTCODES = Path(__file__).with_name("postcodes.csv")
SHOPS = Path(__file__).with_name("neighbourhood.csv")
FIRST_USER = 7_000_001  # the shops' people on the stand-in, in the order of the file
EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop and its person's id on the stand-in."""

    user_id: int
    name: str
    branch: Branch
    pc6: str
    house_number: str
    is_verified: bool

    @property
    def pc4(self) -> str:
        """The four digits of the postcode."""
        return self.pc6[:4]


@cache
def shops() -> tuple[Shop, ...]:
    """Return all shops, in the order of the file."""
    with SHOPS.open(encoding="utf-8", newline="") as file:
        return tuple(
            Shop(
                FIRST_USER + number,
                row["name"],
                Branch(row["branch"]),
                row["pc6"],
                row["house_number"],
                row["verified"] == "yes",
            )
            for number, row in enumerate(csv.DictReader(file))
        )


@cache
def degrees() -> Mapping[str, tuple[float, float]]:
    """Return latitude and longitude of each PC4 (degrees)."""
    with POSTCODES.open(encoding="utf-8", newline="") as file:
        return {row["pc4"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)}


def kilometres(one: str, other: str) -> float:
    """Return the great-circle distance between two PC4s (haversine)."""
    (lat1, lon1), (lat2, lon2) = degrees()[one], degrees()[other]
    north, east = radians(lat2 - lat1), radians(lon2 - lon1)
    half = sin(north / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))


def concerned(pc4: str, within_km: float, branches: Collection[Branch]) -> list[Shop]:
    """List the verified shops of these branches within so many kilometres, nearest first."""
    found = [
        shop
        for shop in shops()
        if shop.is_verified and shop.branch in branches and kilometres(pc4, shop.pc4) <= within_km
    ]
    return sorted(found, key=lambda shop: kilometres(pc4, shop.pc4))


async def seed(storage: Storage, now: datetime, language: Language = Language.DUTCH) -> None:
    """Insert postcodes, shops and their people, who read this language, into the database, in one transaction."""
    rows = (await read_postcodes(str(POSTCODES))).rows
    points = {row.pc4: row.point for row in rows}
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all(rows)
        await let_police_send_alone(uow, rows)
        for shop in shops():
            await _settle(uow, shop, points[shop.pc4], now, language)


async def let_police_send_alone(uow: UnitOfWork, rows: Collection[Pc4Place]) -> None:
    """Set in every municipality of the table that the only police on duty may send alone, as the story needs."""
    for name in {row.municipality or row.place for row in rows}:
        await uow.municipalities.save(Municipality(name, sole_on_duty=True))


async def _settle(uow: UnitOfWork, shop: Shop, point: Point, now: datetime, language: Language) -> None:
    member = await uow.members.add(channel=CHANNEL, ref=str(shop.user_id), language=language, now=now)
    new = NewPremises(
        branch=shop.branch,
        pc4=shop.pc4,
        pc6=shop.pc6,
        point=point,
        point_source=PointSource.PC4,
        name=shop.name,
        house_number=shop.house_number,
    )
    premises = await uow.premises.add(new, now)
    await uow.premises.join(premises.id, member.id, is_owner=True, now=now)
    if shop.is_verified:
        await uow.premises.verify(premises.id, premises.version, Verification.VOUCH, None, now)

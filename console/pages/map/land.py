"""The land of maps: the postcode table as points, and their path, which are the same for everybody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web

from alerts.ports import UnitOfWork
from alerts.services.alert.find_on_map import PointTable, read_points
from console.pages.map.scene import dots

KEPT = timedelta(minutes=5)  # after an import, maps have the new table within this time


@dataclass(frozen=True, slots=True)
class Land:
    """The table as it was read, and the path of a dot at each of its PC4s."""

    table: PointTable
    path: str


class KnownLand:
    """The land as it was read last; reading it takes longer than all the rest of a map."""

    def __init__(self) -> None:
        self._land: Land | None = None
        self._until: datetime | None = None

    async def get(self, uow: UnitOfWork, now: datetime) -> Land:
        """Return the land, read in these five minutes."""
        if self._land is None or self._until is None or now >= self._until:
            table = await read_points(uow)
            self._land, self._until = Land(table, dots(table.points)), now + KEPT
        return self._land


LAND = web.AppKey("land", KnownLand)

"""Where something is, from what somebody typed or shared: used by every form that asks for a place."""

from dataclasses import dataclass
from enum import StrEnum

from alerts.area import Place
from alerts.errors import InvalidPostcode
from alerts.point import Point, point_at
from alerts.postcode import Pc4Place, looks_like_post_boxes, parse_pc4, parse_postcode, shown
from alerts.premises import PointSource
from bot.form import Answer, Shared, Typed
from bot.scene import Scene

NEAR_M = 10_000  # from a shared location to the nearest PC4 point; farther is outside the Netherlands, or at sea
_SOUTH, _NORTH, _WEST, _EAST = 50.7, 53.6, 3.3, 7.3  # degrees around the European Netherlands, without a table


class Doubt(StrEnum):
    """Why a well-formed place deserves a second question; there is none where no table is loaded."""

    UNKNOWN = "unknown"
    POST_BOXES = "post-boxes"


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place with its words for people (`Capelle aan den IJssel`; the PC4 where no table knows it).

    `source` says where the point came from; it is None without a point. Fits a field of a Draft.
    """

    place: Place
    words: str
    source: PointSource | None = None
    doubt: Doubt | None = None

    @property
    def code(self) -> str:
        """The postcode as people write it (`2903 AB`, `2903`); empty for a location without a table."""
        return shown(self.place.pc6) if self.place.pc6 else self.place.pc4 or ""


async def place_of(answer: Answer, scene: Scene, *, allow_pc4: bool = False) -> PlaceFound:
    """The place in an answer: a typed PC6 (or only a PC4 where that is allowed), or a shared location.

    Raises InvalidPostcode with the sentence that fits. A well-formed postcode that the table does not have is returned
    with a `doubt`: the form decides whether to ask on. A location has the PC4 of the nearest point and no PC6.
    """
    match answer:
        case Shared():
            return await _located(answer, scene)
        case Typed():
            pc4 = parse_pc4(answer.text) if allow_pc4 else None
            pc6 = None if pc4 and len("".join(answer.text.split())) == 4 else parse_postcode(answer.text)
            return await _written(pc6[:4] if pc6 else pc4 or "", pc6, scene)
        case _:
            raise InvalidPostcode("not-a-postcode")


async def _written(pc4: str, pc6: str | None, scene: Scene) -> PlaceFound:
    row = await scene.uow.postcodes.get(pc4)
    if row is not None:
        return PlaceFound(Place(pc4, pc6, row.point), row.place, PointSource.PC4)
    if await scene.uow.postcodes.count() == 0:
        return PlaceFound(Place(pc4, pc6), pc4)
    doubt = Doubt.POST_BOXES if looks_like_post_boxes(pc4) else Doubt.UNKNOWN
    return PlaceFound(Place(pc4, pc6), pc4, doubt=doubt)


async def _located(shared: Shared, scene: Scene) -> PlaceFound:
    point = point_at(shared.latitude, shared.longitude)
    row = await scene.uow.postcodes.nearest(point)
    if not _is_near(point, row, shared):
        raise InvalidPostcode("outside-netherlands")
    return PlaceFound(Place(row.pc4 if row else None, None, point), row.place if row else "", PointSource.LOCATION)


def _is_near(point: Point, row: Pc4Place | None, shared: Shared) -> bool:
    if row is None:
        return _SOUTH <= shared.latitude <= _NORTH and _WEST <= shared.longitude <= _EAST
    return point.squared_chord(row.point) <= NEAR_M * NEAR_M

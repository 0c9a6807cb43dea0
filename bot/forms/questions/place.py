"""The place in a typed or shared answer, for every form that asks for a place."""

from dataclasses import dataclass, replace
from enum import StrEnum

from alerts.area import Place
from alerts.errors import InvalidPostcode
from alerts.point import Point, point_at
from alerts.postcode import Pc4Place, looks_like_post_boxes, only_pc4, parse_postcode, shown
from alerts.postcode_table import is_ambiguous
from alerts.premises import PointSource
from alerts.services.permission.locate_matter import municipalities_of
from bot.conversation.form import Answer, Shared, Typed
from bot.conversation.request import Request

NEAR_M = 10_000  # from a shared location to the nearest PC4 point; farther is outside the Netherlands, or at sea
_SOUTH, _NORTH, _WEST, _EAST = 50.7, 53.6, 3.3, 7.3  # degrees around the European Netherlands, without a table


class Doubt(StrEnum):
    """Why a well-formed place deserves a second question; there is none where no table is loaded.

    `SEVERAL`: the postcode lies in several municipalities, or in places far apart; until one of them is chosen the
    point is that of the first.
    """

    UNKNOWN = "unknown"
    POST_BOXES = "post-boxes"
    SEVERAL = "several"


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


def is_of_several(found: PlaceFound | None) -> bool:
    """Tell whether the person must choose between several places."""
    return found is not None and found.doubt is Doubt.SEVERAL


async def place_of(answer: Answer, request: Request, *, allow_pc4: bool = False) -> PlaceFound:
    """The place in an answer: a typed PC6 (or only a PC4 where that is allowed), or a shared location.

    Raises InvalidPostcode with the sentence that fits. A well-formed postcode that the table does not have is returned
    with a `doubt`: the form decides whether to ask on. A location has the PC4 of the nearest point and no PC6.
    """
    match answer:
        case Shared():
            return await _located(answer, request)
        case Typed():
            return await _typed(answer.text, request, allow_pc4=allow_pc4)
        case _:
            raise InvalidPostcode("not-a-postcode")


async def _typed(text: str, request: Request, *, allow_pc4: bool) -> PlaceFound:
    try:
        pc6 = parse_postcode(text)
    except InvalidPostcode:
        pc4 = only_pc4(text) if allow_pc4 else None
        if pc4 is None:
            raise
        return await _written(pc4, None, request)
    return await _written(pc6[:4], pc6, request)


async def _written(pc4: str, pc6: str | None, request: Request) -> PlaceFound:
    part = await request.uow.postcodes.of_pc6(pc6) if pc6 else None
    parts = [part] if part else await request.uow.postcodes.parts(pc4)
    if parts:
        found = PlaceFound(Place(pc4, pc6, parts[0].point), parts[0].place, PointSource.PC4)
        return replace(found, doubt=Doubt.SEVERAL) if is_ambiguous(parts) else found
    if await request.uow.postcodes.count() == 0:
        return PlaceFound(Place(pc4, pc6), pc4)
    doubt = Doubt.POST_BOXES if looks_like_post_boxes(pc4) else Doubt.UNKNOWN
    return PlaceFound(Place(pc4, pc6), pc4, doubt=doubt)


async def _located(shared: Shared, request: Request) -> PlaceFound:
    point = point_at(shared.latitude, shared.longitude)
    row = await request.uow.postcodes.nearest(point)
    if not _is_near(point, row, shared):
        raise InvalidPostcode("outside-netherlands")
    place = Place(row.pc4 if row else None, None, point)
    found = PlaceFound(place, row.place if row else "", PointSource.LOCATION)
    is_of_several = len(await municipalities_of(request.uow, place)) > 1
    return replace(found, doubt=Doubt.SEVERAL) if is_of_several else found


def _is_near(point: Point, row: Pc4Place | None, shared: Shared) -> bool:
    if row is None:
        return _SOUTH <= shared.latitude <= _NORTH and _WEST <= shared.longitude <= _EAST
    return point.squared_chord(row.point) <= NEAR_M * NEAR_M

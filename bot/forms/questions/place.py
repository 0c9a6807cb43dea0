"""The place in a typed or shared answer, for every form that asks for a place."""

from dataclasses import replace

from alerts.area import Place
from alerts.errors import InvalidPostcode
from alerts.found_place import Doubt, PlaceFound
from alerts.point import Point, point_at
from alerts.postcode import Pc4Place
from alerts.premises import PointSource
from alerts.services.permission.locate_matter import municipalities_of
from alerts.services.place.find_place import find_place
from bot.conversation.form import Answer, Shared, Typed
from bot.conversation.request import Request

NEAR_M = 10_000  # from a shared location to the nearest PC4 point; farther is outside the Netherlands, or at sea
_SOUTH, _NORTH, _WEST, _EAST = 50.7, 53.6, 3.3, 7.3  # degrees around the European Netherlands, without a table


async def place_of(answer: Answer, request: Request, *, allow_pc4: bool = False) -> PlaceFound:
    """The place in an answer: a typed PC6 (or only a PC4 where that is allowed), or a shared location.

    Raises InvalidPostcode with the sentence that fits. A well-formed postcode that the table does not have is returned
    with a `doubt`: the form decides whether to ask on. A location has the PC4 of the nearest point and no PC6.
    """
    match answer:
        case Shared():
            return await _located(answer, request)
        case Typed():
            return await find_place(request.uow, answer.text, allow_pc4=allow_pc4)
        case _:
            raise InvalidPostcode("not-a-postcode")


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

"""Find the place of a typed postcode, and choose one where the postcode has several."""

from collections.abc import Sequence
from dataclasses import replace

from alerts.area import Place
from alerts.errors import InvalidPostcode
from alerts.found_place import Doubt, PlaceFound
from alerts.ports import UnitOfWork
from alerts.postcode import Pc4Place, looks_like_post_boxes, only_pc4, parse_postcode
from alerts.postcode_table import is_ambiguous
from alerts.premises import PointSource


async def find_place(uow: UnitOfWork, text: str, *, allow_pc4: bool = False) -> PlaceFound:
    """Return the place of a typed PC6 (or only a PC4 where that is allowed).

    Raises InvalidPostcode with the sentence that fits. A well-formed postcode that the table does not have is returned
    with a `doubt`.
    """
    try:
        pc6 = parse_postcode(text)
    except InvalidPostcode:
        pc4 = only_pc4(text) if allow_pc4 else None
        if pc4 is None:
            raise
        return await _written(uow, pc4, None)
    return await _written(uow, pc6[:4], pc6)


async def parts_of(uow: UnitOfWork, found: PlaceFound) -> Sequence[Pc4Place]:
    """Return the places of this postcode, in the order of the table."""
    return await uow.postcodes.parts(found.place.pc4 or "")


def chosen_part(found: PlaceFound, part: Pc4Place) -> PlaceFound:
    """Return the found place as the chosen part of its postcode; a shared location keeps its point."""
    point = found.place.point if found.source is PointSource.LOCATION else part.point
    place = replace(found.place, point=point, municipality=part.municipality_id)
    return PlaceFound(place, part.place, found.source)


async def _written(uow: UnitOfWork, pc4: str, pc6: str | None) -> PlaceFound:
    part = await uow.postcodes.of_pc6(pc6) if pc6 else None
    parts = [part] if part else await uow.postcodes.parts(pc4)
    if parts:
        found = PlaceFound(Place(pc4, pc6, parts[0].point), parts[0].place, PointSource.PC4)
        return replace(found, doubt=Doubt.SEVERAL) if is_ambiguous(parts) else found
    if await uow.postcodes.count() == 0:
        return PlaceFound(Place(pc4, pc6), pc4)
    doubt = Doubt.POST_BOXES if looks_like_post_boxes(pc4) else Doubt.UNKNOWN
    return PlaceFound(Place(pc4, pc6), pc4, doubt=doubt)

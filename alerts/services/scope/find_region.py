"""Find the region of a notice from what somebody wrote: a municipality, a range of postcodes, or the country."""

from alerts.place_names import spelled
from alerts.ports import UnitOfWork
from alerts.postcode import parse_postcode_range
from alerts.region import COUNTRY
from alerts.role import Scope
from alerts.services.scope.find_scope import find_area

_DUTCH = ("nederland", "heel nederland", "heel het land", "hele land", "het hele land", "landelijk")
_ENGLISH = ("netherlands", "the netherlands", "country", "the whole country", "whole country", "nationwide")
_COUNTRY = frozenset(spelled(one) for one in (*_DUTCH, *_ENGLISH))


async def find_region(uow: UnitOfWork, text: str) -> Scope:
    """Return the region that the text means. Raises InvalidText, with suggestions, for one that holds nothing."""
    if spelled(text) in _COUNTRY:
        return COUNTRY
    pc4s = parse_postcode_range(text)
    return await find_area(uow, "-".join(pc4s) if pc4s else text)

"""Find the ground on which the register is searched: around a PC4, or a municipality."""

from dataclasses import dataclass

from alerts.errors import Rejected
from alerts.ids import MunicipalityId
from alerts.place_names import spelled
from alerts.ports import UnitOfWork

AROUND_M = 5_000  # ours: as far as a notice of an incident reaches unless its drafter chooses otherwise
_OF_MUNICIPALITY = "m"


@dataclass(frozen=True, slots=True)
class SoughtGround:
    """The ground: PC4s, or a municipality, and its name; neither: anywhere."""

    pc4s: frozenset[str] | None = None
    municipality: MunicipalityId | None = None
    name: str = ""


async def find_ground(uow: UnitOfWork, key: str) -> SoughtGround:
    """Return the ground of a key: `2903` for what lies within five kilometres of that PC4, `m2903` for the municipality
    in which that PC4 lies, and an empty one for anywhere. Raises Rejected for any other."""
    if not key:
        return SoughtGround()
    pc4 = key.removeprefix(_OF_MUNICIPALITY)
    if not (len(pc4) == 4 and pc4.isascii() and pc4.isdigit()):
        raise Rejected("mo-place")
    part = await uow.postcodes.get(pc4)
    if key == pc4:
        near = [] if part is None else await uow.postcodes.within(part.point, AROUND_M)
        return SoughtGround(frozenset({pc4, *(one.pc4 for one in near)}), name=pc4)
    known = None if part is None else await uow.postcodes.municipality(part.municipality_id)
    if known is None:
        raise Rejected("mo-place")
    return SoughtGround(municipality=known.id, name=known.name)


async def ground_key(uow: UnitOfWork, typed: str) -> str:
    """Return the key of what was typed: a postcode, or the name of a municipality. Raises Rejected for anything else,
    and for a name that several municipalities have."""
    text = "".join(typed.split())
    if text[:4].isascii() and text[:4].isdigit() and len(text) in (4, 6):
        return text[:4]
    named = [one for one in await uow.postcodes.municipalities() if spelled(typed) in one.spellings] if text else []
    if len(named) != 1:
        raise Rejected("mo-place")
    return await municipality_key(uow, named[0].id)


async def municipality_key(uow: UnitOfWork, municipality: MunicipalityId) -> str:
    """Return the key of a municipality; empty where the postcode table does not have it."""
    for pc4 in await uow.postcodes.pc4s_of(municipality):
        part = await uow.postcodes.get(pc4)
        if part is not None and part.municipality_id == municipality:
            return f"{_OF_MUNICIPALITY}{pc4}"
    return ""

"""Import the postcode table, which tells where each PC4 lies and so in whose scope; report the scopes that lost
ground."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.errors import TableShrinks
from alerts.ids import MunicipalityId
from alerts.municipality import FormerMunicipality, KnownMunicipality
from alerts.place_names import spelled, without_addition
from alerts.ports import Storage, UnitOfWork
from alerts.postcode_table import PostcodeTable
from alerts.services.scope.find_lost_ground import LostGround, find_lost_ground

MOST_LOST = 0.1  # share of the old postcodes; a few are withdrawn each year
Grounds = Mapping[MunicipalityId, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of an import: how many PC4s there are now, and which scopes cover less than before, or nothing."""

    pc4s: int
    lost: tuple[LostGround, ...]


async def import_postcodes(
    storage: Storage, table: PostcodeTable, now: datetime, *, is_forced: bool = False
) -> Imported:
    """Replace the whole table in one commit; what is stored per municipality follows one that got another id.

    Raises TableShrinks, with the old table unchanged, when more than a tenth of its postcodes would be gone and the
    import is not forced: the file was cut off, or is another one than was meant.
    """
    new = {row.pc4 for row in table.rows}
    async with storage.transaction() as uow:
        old = await uow.postcodes.pc4s()
        lost = len(old - new)
        if lost > MOST_LOST * len(old) and not is_forced:
            raise TableShrinks(lost, len(old))
        before, names = await _grounds(uow), await uow.postcodes.municipalities()
        await uow.postcodes.replace_all(table.rows, table.letters)
        identified = await _identify(uow, before, names)
        await _remember_names(uow, before, names, table)
        losers = await find_lost_ground(uow, before, now)
        told = {"postcodes": len(new), "lost": lost, "identified": identified, "losers": len(losers)}
        await uow.audit.append(AuditEvent("postcodes.imported", "postcodes", 0, None, told), now)
        return Imported(len(new), tuple(losers))


async def _grounds(uow: UnitOfWork) -> Grounds:
    found: dict[MunicipalityId, set[str]] = defaultdict(set)
    for pc4, municipality in await uow.postcodes.grounds():
        found[municipality].add(pc4)
    return {municipality: frozenset(pc4s) for municipality, pc4s in found.items()}


async def _identify(uow: UnitOfWork, before: Grounds, names: list[KnownMunicipality]) -> int:
    """Move what is stored for a municipality whose id is not in the new table to the only one of the same name with
    some of the same ground (if the old table had any). Return how many were moved."""
    count = 0
    after = await _grounds(uow)
    by_name: dict[str, list[KnownMunicipality]] = defaultdict(list)
    for one in await uow.postcodes.municipalities():
        by_name[spelled(without_addition(one.name))].append(one)
    gone = {one.id: one.name for one in names} | await _kept(uow)
    for old, name in gone.items():
        if old in after:
            continue
        ground = before.get(old, frozenset())
        same = [one for one in by_name[spelled(without_addition(name))] if not ground or ground & after[one.id]]
        if len(same) == 1:
            await uow.municipalities.identify(old, same[0])
            count += 1
    return count


async def _kept(uow: UnitOfWork) -> dict[MunicipalityId, str]:
    """Municipalities that roles, links or settings name, also ones that no table knew."""
    settings = {one.id: one.name for one in await uow.municipalities.all_set()}
    return settings | {one.id: one.name for one in await uow.roles.municipalities()}


async def _remember_names(
    uow: UnitOfWork, before: Grounds, names: list[KnownMunicipality], table: PostcodeTable
) -> None:
    """Store names that are gone, with the municipalities that have their ground now; former names of the table itself
    too."""
    after = await _grounds(uow)
    of_pc4: dict[str, set[MunicipalityId]] = defaultdict(set)
    for municipality, pc4s in after.items():
        for pc4 in pc4s:
            of_pc4[pc4].add(municipality)
    known = {spelled(without_addition(one.name)) for one in await uow.postcodes.municipalities()}
    grounds = [(one.name, before.get(one.now, frozenset())) for one in await uow.postcodes.former_municipalities()]
    grounds += [(without_addition(one.name), before[one.id]) for one in names if one.id not in after]
    grounds += [(name, frozenset({pc4})) for name, pc4 in table.former]
    await uow.postcodes.replace_former(
        [
            FormerMunicipality(name, now)
            for name, ground in grounds
            if spelled(name) not in known
            for now in sorted({one for pc4 in ground for one in of_pc4[pc4]})
        ]
    )

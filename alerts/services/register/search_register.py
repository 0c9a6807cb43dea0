"""Search the MO register: the records that a reader may see, by branch, period, place and method, in pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.branch import Branch
from alerts.errors import NotFound
from alerts.ids import AlertId, MoRecordId, ReportId
from alerts.mo_record import (
    FiledRecord,
    MoFilter,
    MoMark,
    MoSource,
    ReadingShop,
    RegisterReader,
    may_read,
)
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.register.find_ground import find_ground
from alerts.tally import local_time
from alerts.tlp import Route

_BATCH = 200


class Period(StrEnum):
    """How far back the register is searched."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


_LASTS: Mapping[Period, timedelta | None] = {
    Period.MONTH: timedelta(days=31),
    Period.QUARTER: timedelta(days=92),
    Period.YEAR: timedelta(days=366),
    Period.ALL: None,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader searches for. `place` is a key of `find_ground`; empty: anywhere. `mo`: values of MO fields."""

    branch: Branch | None = None
    period: Period = Period.ALL
    place: str = ""
    mo: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A record as its reader sees it, with the town of its PC4 where that is known. As long as its notice or report is
    whole: `number` of either, and `what` the notice said; a report's words are not here, as reading them has a purpose
    that is recorded."""

    filed: FiledRecord
    town: str | None = None
    number: str | None = None
    what: str | None = None


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A page of the register, newest day first, and where the next one begins (None: this is the last one)."""

    entries: tuple[RegisterEntry, ...]
    following: MoMark | None


async def search_register(
    uow: UnitOfWork, actor: Actor, wanted: Wanted, now: datetime, *, most: int, after: MoMark | None = None
) -> RegisterPage:
    """Return up to `most` records that fit and that this person may read. Raises Rejected for a place that is not
    known."""
    reader = await _reader(uow, actor, now)
    found: list[FiledRecord] = []
    if not has_access(reader, now):
        return RegisterPage((), None)
    sought = await _filter(uow, wanted, now)
    while len(found) <= most:
        batch = await uow.mo_register.page(sought, after=after, limit=_BATCH)
        found += [one for one in batch if await _is_readable(uow, one, actor, reader, now)]
        if len(batch) < _BATCH:
            break
        after = MoMark(batch[-1].record.day, batch[-1].id)
    shown = found[:most]
    following = MoMark(shown[-1].record.day, shown[-1].id) if len(found) > most else None
    return RegisterPage(tuple([await _entry(uow, one) for one in shown]), following)


async def read_record(uow: UnitOfWork, actor: Actor, number: MoRecordId, now: datetime) -> RegisterEntry:
    """Return one record. Raises NotFound for one that is not there, and for one that is not for this person."""
    filed = await uow.mo_register.get(number)
    if not await _is_readable(uow, filed, actor, await _reader(uow, actor, now), now):
        raise NotFound
    return await _entry(uow, filed)


async def may_search(uow: UnitOfWork, actor: Actor, now: datetime) -> bool:
    """Whether there can be anything in the register for this person: by a verified shop, or a role that reads."""
    return has_access(await _reader(uow, actor, now), now)


def has_access(reader: RegisterReader, now: datetime) -> bool:
    """Whether the reader has a verified shop, or a role that reads notices or reports anywhere."""
    return bool(reader.shops) or any(
        may(reader.grants, action, None, now=now) for action in (Action.READ_ALERTS, Action.SEE_REPORTS)
    )


async def _reader(uow: UnitOfWork, actor: Actor, now: datetime) -> RegisterReader:
    shops = []
    for one in await uow.premises.followings(actor.member.id):
        if one.premises.is_verified:
            held_by = await uow.kvo_groups.holding(one.premises.place, one.premises.branch)
            branches = one.extra_branches | {one.premises.branch}
            shops.append(ReadingShop(branches, frozenset(group.id for group in held_by)))
    return RegisterReader(tuple(actor.grants), tuple(shops))


async def _is_readable(
    uow: UnitOfWork, filed: FiledRecord, actor: Actor, reader: RegisterReader, now: datetime
) -> bool:
    """Whether the record is for this person: by what `may_read` tells, or because its notice was sent to them, where
    the label admits those whom it concerns."""
    if may_read(filed.record, reader, now):
        return True
    tlp = filed.record.tlp
    if tlp is None or filed.source_id is None or not tlp.admits(Route.CONCERNED):
        return False
    return await uow.deliveries.addressed_to(AlertId(filed.source_id), actor.member.id)


async def _entry(uow: UnitOfWork, filed: FiledRecord) -> RegisterEntry:
    ground = filed.record.ground
    parts = [] if ground.pc4 is None else await uow.postcodes.parts(ground.pc4)
    there = [one for one in parts if one.municipality_id == ground.municipality]
    town = next((one.place for one in there or parts), None)
    if filed.source_id is None:
        return RegisterEntry(filed, town)
    if filed.record.source is MoSource.INCIDENT:
        return RegisterEntry(filed, town, (await uow.reports.get(ReportId(filed.source_id))).number)
    alert = await uow.alerts.get(AlertId(filed.source_id))
    return RegisterEntry(filed, town, alert.number, alert.content.what)


async def _filter(uow: UnitOfWork, wanted: Wanted, now: datetime) -> MoFilter:
    ground, lasts = await find_ground(uow, wanted.place), _LASTS[wanted.period]
    first = None if lasts is None else local_time(now - lasts, uow.tallies.zone)[0]
    return MoFilter(wanted.branch, first, None, ground.pc4s, ground.municipality, wanted.mo)

"""The MO register in SQL."""

from collections.abc import Sequence
from secrets import randbits
from typing import Any

import sqlalchemy as sa

from alerts.branch import Branch
from alerts.errors import NotFound
from alerts.ids import AlertId, MoRecordId, ReportId
from alerts.mo_record import FiledRecord, MoFilter, MoMark, MoRecord, MoSource
from alerts.modus_operandi import MO_FIELDS
from alerts.tally import Ground
from storage.database.transactions import Transaction
from storage.tables import mo_records as stored
from storage.tables import mo_sources as sources

_ID_BITS = 62  # fits a signed 64-bit column; that two of a million rows are alike: a chance of one in nine million
_FOUND = sa.select(stored, sources.c.source_id).outerjoin(sources, sources.c.record_id == stored.c.id)


class SqlMoRegister:
    """`alerts.ports.MoRegister` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, record: MoRecord, of: AlertId | ReportId) -> None:
        """Store the record of this notice or report (`record.source` says which), in place of an earlier one."""
        earlier = sa.select(sources.c.record_id).where(is_of(record.source, [of])).scalar_subquery()
        changed = sa.update(stored).where(stored.c.id == earlier).values(_values(record))
        if await self._transaction.changed(changed):
            return
        number = randbits(_ID_BITS)
        await self._transaction.execute(sa.insert(stored).values(id=number, **_values(record)))
        tie = sa.insert(sources).values(source=record.source, source_id=of, record_id=number)
        await self._transaction.execute(tie)

    async def drop(self, source: MoSource, of: AlertId | ReportId) -> None:
        """Remove the record of this notice or report; without effect when none is known."""
        those = sa.select(sources.c.record_id).where(is_of(source, [of]))
        row = await self._transaction.first(those)
        if row is not None:
            await self._transaction.execute(sa.delete(sources).where(is_of(source, [of])))
            await self._transaction.execute(sa.delete(stored).where(stored.c.id == row.record_id))

    async def page(self, wanted: MoFilter, *, after: MoMark | None, limit: int) -> Sequence[FiledRecord]:
        """Up to `limit` records that the filter wants, newest day first; only those after the mark, if it is given."""
        found = _FOUND.where(*_conditions(wanted))
        if after is not None:
            older = sa.and_(stored.c.day == after.day, stored.c.id < after.record)
            found = found.where(sa.or_(stored.c.day < after.day, older))
        ordered = found.order_by(stored.c.day.desc(), stored.c.id.desc()).limit(limit)
        return [_filed(row) for row in await self._transaction.rows(ordered)]

    async def get(self, number: MoRecordId) -> FiledRecord:
        """The record with this id. Raises NotFound."""
        row = await self._transaction.first(_FOUND.where(stored.c.id == number))
        if row is None:
            raise NotFound
        return _filed(row)


def is_of(source: MoSource, numbers: Sequence[int]) -> sa.ColumnElement[bool]:
    """Match what ties records to these notices or reports."""
    return sa.and_(sources.c.source == source, sources.c.source_id.in_(numbers))


def _conditions(wanted: MoFilter) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = [stored.c[name] == value for name, value in wanted.mo.items()]
    if wanted.branch is not None:
        found.append(_is_for(wanted.branch))
    if wanted.first is not None:
        found.append(stored.c.day >= wanted.first)
    if wanted.last is not None:
        found.append(stored.c.day <= wanted.last)
    if wanted.pc4s is not None:
        found.append(stored.c.pc4.in_(sorted(wanted.pc4s)))
    if wanted.municipality is not None:
        found.append(stored.c.municipality_id == wanted.municipality)
    return found


def _is_for(branch: Branch) -> sa.ColumnElement[bool]:
    """Match the records that are for this branch, among others or among all."""
    named = sa.literal(",") + sa.type_coerce(stored.c.branches, sa.String()) + ","
    return sa.or_(stored.c.branches == frozenset(), named.contains(f",{branch.value},", autoescape=True))


def _values(record: MoRecord) -> dict[str, Any]:
    return {
        "source": record.source,
        "day": record.day,
        "kind": record.kind,
        "tlp": record.tlp,
        "branches": record.branches,
        "pc4": record.ground.pc4,
        "municipality_id": record.ground.municipality,
        "kvo_group_id": record.ground.kvo_group_id,
        "is_for_group": record.is_for_group,
        **{name: record.mo.get(name) for name in MO_FIELDS},
    }


def _filed(row: Any) -> FiledRecord:
    known = {name: getattr(row, name) for name in MO_FIELDS}
    record = MoRecord(
        source=row.source,
        day=row.day,
        kind=row.kind,
        tlp=row.tlp,
        branches=row.branches,
        ground=Ground(row.pc4, row.municipality_id, row.kvo_group_id),
        is_for_group=row.is_for_group,
        mo={name: value for name, value in known.items() if value is not None},
    )
    return FiledRecord(MoRecordId(row.id), record, row.source_id)

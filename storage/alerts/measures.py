"""Changes of the table of measures, in SQL."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import MeasureEditId, MemberId
from alerts.measure import MeasureEdit, NewMeasureEdit
from alerts.member import Language
from storage.database.transactions import Transaction
from storage.tables import measure_edits as stored


class SqlMeasures:
    """`alerts.ports.Measures` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def edits(self) -> list[MeasureEdit]:
        """Every change, oldest first."""
        return [_edit(row) for row in await self._transaction.rows(sa.select(stored).order_by(stored.c.id))]

    async def add(self, told: NewMeasureEdit, by: MemberId, now: datetime) -> MeasureEdit:
        """Store a new change. Raises Conflict when there is one of this measure for this branch."""
        new = sa.insert(stored).values(**_values(told), version=1, changed_by=by, changed_at=now)
        return _edit(await self._transaction.one(new.returning(*stored.c)))

    async def save(self, edit: MeasureEdit, by: MemberId, now: datetime) -> MeasureEdit:
        """Store the change; return it with its next version. Raises Conflict when the version is not current any
        more."""
        current = sa.update(stored).where(stored.c.id == edit.id, stored.c.version == edit.version)
        values = {**_values(edit.told), "version": edit.version + 1, "changed_by": by, "changed_at": now}
        row = await self._transaction.first(current.values(values).returning(*stored.c))
        if row is None:
            raise Conflict
        return _edit(row)

    async def remove(self, edit: MeasureEditId, version: int) -> None:
        """Remove the change, so that the table counts again. Raises Conflict when the version is not current any
        more."""
        current = sa.delete(stored).where(stored.c.id == edit, stored.c.version == version)
        if not await self._transaction.changed(current):
            raise Conflict


def _values(told: NewMeasureEdit) -> dict[str, Any]:
    return {
        "branch": told.branch,
        "replaces": told.replaces,
        "sort": told.sort,
        "against": {name: sorted(values) for name, values in told.against.items()},
        "words": None if told.words is None else {str(language): words for language, words in told.words.items()},
        "source": told.source,
    }


def _edit(row: Any) -> MeasureEdit:
    told = NewMeasureEdit(
        branch=row.branch,
        replaces=row.replaces,
        sort=row.sort,
        words=None if row.words is None else {Language(language): words for language, words in row.words.items()},
        source=row.source,
        against={name: frozenset(values) for name, values in row.against.items()},
    )
    return MeasureEdit(MeasureEditId(row.id), told, row.version, row.changed_at)

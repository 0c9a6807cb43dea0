"""The support register in SQL."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import MemberId, MunicipalityId, SupportId
from alerts.member import Language
from alerts.support import Scheme, SchemeWords, SupportEntry
from storage.database.transactions import Transaction
from storage.tables import support_entries as stored


class SqlSupport:
    """`alerts.ports.Support` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def entries(self, municipalities: Collection[MunicipalityId]) -> list[SupportEntry]:
        """The stored entries of these municipalities and for the whole country, oldest first."""
        where = sa.or_(stored.c.municipality_id.is_(None), stored.c.municipality_id.in_(municipalities))
        found = sa.select(stored).where(where).order_by(stored.c.id)
        return [_entry(row) for row in await self._transaction.rows(found)]

    async def add(self, scheme: Scheme, by: MemberId, now: datetime) -> SupportEntry:
        """Store a new entry. Raises Conflict when there is one in the place of the same scheme of the program."""
        new = sa.insert(stored).values(**_values(scheme), version=1, changed_by=by, changed_at=now)
        return _entry(await self._transaction.one(new.returning(*stored.c)))

    async def save(self, entry: SupportId, scheme: Scheme, version: int, by: MemberId, now: datetime) -> SupportEntry:
        """Store the scheme in the entry; return it with its next version. Raises Conflict when the version is not
        current any more."""
        current = sa.update(stored).where(stored.c.id == entry, stored.c.version == version)
        values = {**_values(scheme), "version": version + 1, "changed_by": by, "changed_at": now}
        row = await self._transaction.first(current.values(values).returning(*stored.c))
        if row is None:
            raise Conflict
        return _entry(row)

    async def remove(self, entry: SupportId, version: int) -> None:
        """Remove the entry, so that the program's scheme counts again if it stood for one. Raises Conflict when the
        version is not current any more."""
        current = sa.delete(stored).where(stored.c.id == entry, stored.c.version == version)
        if not await self._transaction.changed(current):
            raise Conflict


def _values(scheme: Scheme) -> dict[str, Any]:
    words = scheme.words
    return {
        "municipality_id": scheme.municipality,
        "standard": scheme.standard,
        "words": None if words is None else {str(language): asdict(one) for language, one in words.items()},
        "link": scheme.link,
        "source": scheme.source,
        "checked_on": scheme.checked_on,
        "first": scheme.first,
        "last": scheme.last,
    }


def _entry(row: Any) -> SupportEntry:
    words = row.words
    scheme = Scheme(
        municipality=None if row.municipality_id is None else MunicipalityId(row.municipality_id),
        link=row.link,
        source=row.source,
        checked_on=row.checked_on,
        first=row.first,
        last=row.last,
        words=None if words is None else {Language(key): SchemeWords(**one) for key, one in words.items()},
        standard=row.standard,
    )
    return SupportEntry(scheme, SupportId(row.id), row.version, row.changed_at)

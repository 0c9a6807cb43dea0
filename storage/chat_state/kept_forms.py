"""Forms that members put aside half filled. Forgetting one leaves an empty row (see `storage.tables.work`)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.ids import MemberId
from alerts.ports import KeptForm
from storage.database.transactions import Transaction
from storage.tables import kept_forms as stored


class SqlKeptForms:
    """`alerts.ports.KeptForms` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def keep(self, member: MemberId, form: str, draft: Mapping[str, Any], now: datetime) -> int:
        """Store a draft; return its id."""
        new = sa.insert(stored).values(member_id=member, form=form, draft=dict(draft), kept_at=now)
        return int((await self._transaction.one(new.returning(stored.c.id))).id)

    async def of_member(self, member: MemberId, form: str) -> list[KeptForm]:
        """The member's kept drafts of this form, newest first."""
        mine = sa.select(stored).where(*_of(member), stored.c.form == form)
        return [_kept(row) for row in await self._transaction.rows(mine.order_by(stored.c.id.desc()))]

    async def get(self, kept: int, member: MemberId) -> KeptForm:
        """The member's kept draft with this id. Raises NotFound, also when it is somebody else's."""
        return _kept(await self._transaction.one(sa.select(stored).where(*_of(member), stored.c.id == kept)))

    async def forget(self, kept: int, member: MemberId) -> None:
        """Erase the draft; harmless when it is gone."""
        if await self._transaction.changed(
            sa.update(stored).where(*_of(member), stored.c.id == kept).values(draft=None)
        ):
            self._transaction.erase()


def _of(member: MemberId) -> tuple[sa.ColumnElement[bool], ...]:
    return stored.c.member_id == member, stored.c.draft.is_not(None)


def _kept(row: sa.Row[Any]) -> KeptForm:
    return KeptForm(row.id, row.form, row.draft, row.kept_at)

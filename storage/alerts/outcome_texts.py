"""Texts of outcomes in SQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.ids import MunicipalityId
from alerts.member import Language
from alerts.outcome_text import NewOutcomeText, OutcomeText, TextKey
from alerts.report import Outcome
from storage.database.transactions import Transaction
from storage.tables import outcome_texts as stored


class SqlOutcomeTexts:
    """`alerts.ports.OutcomeTexts` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, new: NewOutcomeText, now: datetime) -> OutcomeText:
        """Store a text, which is in force from now on."""
        words = {language.value: text for language, text in new.words.items()}
        values = {"municipality_id": new.key.municipality, "outcome": new.key.outcome, "kind": new.key.kind}
        row = sa.insert(stored).values(**values, words=words, author_id=new.author_id, created_at=now)
        return _text(await self._transaction.one(row.returning(*stored.c)))

    async def of_municipality(self, municipality: MunicipalityId) -> Sequence[OutcomeText]:
        """All texts of a municipality, oldest first."""
        return await self._all(stored.c.municipality_id == municipality)

    async def of_outcome(self, municipality: MunicipalityId, outcome: Outcome) -> Sequence[OutcomeText]:
        """The texts of a municipality for one outcome, oldest first."""
        return await self._all(sa.and_(stored.c.municipality_id == municipality, stored.c.outcome == outcome))

    async def newest(self, key: TextKey) -> OutcomeText | None:
        """The text in force with this key; None when none was ever stored."""
        return next(iter(await self.history(key, 1)), None)

    async def history(self, key: TextKey, limit: int) -> Sequence[OutcomeText]:
        """The texts with this key, newest first, up to `limit`."""
        those = (
            *(stored.c.municipality_id == key.municipality, stored.c.outcome == key.outcome),
            stored.c.kind.is_(None) if key.kind is None else stored.c.kind == key.kind,
        )
        found = sa.select(stored).where(*those).order_by(stored.c.id.desc()).limit(limit)
        return [_text(row) for row in await self._transaction.rows(found)]

    async def _all(self, which: sa.ColumnElement[bool]) -> list[OutcomeText]:
        return [
            _text(row) for row in await self._transaction.rows(sa.select(stored).where(which).order_by(stored.c.id))
        ]


def _text(row: sa.Row[Any]) -> OutcomeText:
    key = TextKey(row.municipality_id, row.outcome, row.kind)
    words = {Language(language): text for language, text in row.words.items()}
    return OutcomeText(row.id, key, words, row.author_id, row.created_at)

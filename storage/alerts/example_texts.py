"""Example texts of municipalities in SQL."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.example_text import ExampleContent, ExampleText
from alerts.ids import ExampleId, MemberId
from alerts.member import Language
from storage.database.transactions import Transaction
from storage.tables import example_texts as stored


class SqlExampleTexts:
    """`alerts.ports.ExampleTexts` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, content: ExampleContent, author: MemberId) -> ExampleText:
        """Store a new example."""
        new = sa.insert(stored).values(**_values(content), author_id=author, version=1)
        return _example(await self._transaction.one(new.returning(*stored.c)))

    async def get(self, example: ExampleId) -> ExampleText:
        """Return an example. Raises NotFound."""
        return _example(await self._transaction.one(sa.select(stored).where(stored.c.id == example)))

    async def save(self, example: ExampleId, content: ExampleContent, version: int) -> ExampleText:
        """Store the content; return it with its next version. Raises Conflict when the version is not current."""
        current = sa.update(stored).where(stored.c.id == example, stored.c.version == version)
        changed = current.values(**_values(content), version=version + 1).returning(*stored.c)
        row = await self._transaction.first(changed)
        if row is None:
            raise Conflict
        return _example(row)

    async def remove(self, example: ExampleId, version: int) -> None:
        """Remove an example. Raises Conflict when the version is not current."""
        current = sa.delete(stored).where(stored.c.id == example, stored.c.version == version)
        if not await self._transaction.changed(current):
            raise Conflict

    async def all(self) -> Sequence[ExampleText]:
        """Every example, newest first."""
        rows = await self._transaction.rows(sa.select(stored).order_by(stored.c.id.desc()))
        return [_example(row) for row in rows]


def _values(content: ExampleContent) -> dict[str, Any]:
    return {
        "municipality_id": content.municipality,
        "kind": content.kind,
        "branch": content.branch,
        "words": {language.value: text for language, text in content.words.items()},
    }


def _example(row: sa.Row[Any]) -> ExampleText:
    words = {Language(language): text for language, text in row.words.items()}
    content = ExampleContent(row.municipality_id, row.kind, row.branch, words)
    return ExampleText(row.id, content, row.author_id, row.version)

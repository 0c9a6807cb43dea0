"""Templates in SQL: acute notices that were approved beforehand."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import AlertContent
from alerts.errors import Conflict
from alerts.ids import MemberId, TemplateId
from alerts.retention import emptied
from alerts.template import LASTS, Template
from storage.database.transactions import Transaction
from storage.tables import alert_templates as stored


class SqlTemplates:
    """`alerts.ports.Templates` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, author: MemberId, content: AlertContent, now: datetime) -> Template:
        """Store a new template, not approved yet; it gets a date on which it ends."""
        new = sa.insert(stored).values(
            content=content, author_id=author, created_at=now, ends_at=now + LASTS, version=1
        )
        return _template(await self._transaction.one(new.returning(*stored.c)))

    async def get(self, template: TemplateId) -> Template:
        """The template with this id. Raises NotFound."""
        return _template(await self._transaction.one(sa.select(stored).where(stored.c.id == template)))

    async def all_open(self, now: datetime) -> list[Template]:
        """The templates that have not ended, oldest first; the caller checks the scope."""
        is_open = stored.c.ends_at > now
        return [
            _template(row)
            for row in await self._transaction.rows(sa.select(stored).where(is_open).order_by(stored.c.id))
        ]

    async def forget_ended(self, now: datetime) -> int:
        """Erase the words of templates that have ended; return how many still had any."""
        ended = await self._transaction.rows(sa.select(stored).where(stored.c.ends_at <= now))
        left = [(row.id, emptied(row.content)) for row in ended if emptied(row.content) != row.content]
        for template, content in left:
            self._transaction.erase()
            await self._transaction.execute(sa.update(stored).where(stored.c.id == template).values(content=content))
        return len(left)

    async def save(self, template: Template) -> Template:
        """Store the template; return it with its next version. Raises Conflict when the version is not current any
        more."""
        current = sa.update(stored).where(stored.c.id == template.id, stored.c.version == template.version)
        values = {
            "content": template.content,
            "approved_by": template.approved_by,
            "approved_at": template.approved_at,
            "grounds": template.grounds,
            "ends_at": template.ends_at,
            "version": template.version + 1,
        }
        row = await self._transaction.first(current.values(values).returning(*stored.c))
        if row is None:
            raise Conflict
        return _template(row)


def _template(row: sa.Row[Any]) -> Template:
    return Template(
        id=row.id,
        content=row.content,
        author_id=row.author_id,
        created_at=row.created_at,
        version=row.version,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        grounds=row.grounds,
        ends_at=row.ends_at,
    )

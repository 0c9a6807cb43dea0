"""What municipalities have set."""

import sqlalchemy as sa

from alerts.municipality import Municipality
from alerts.role import Role
from storage.dialects import insert
from storage.engine import Transaction
from storage.tables import municipalities


class SqlMunicipalities:
    """`alerts.ports.Municipalities` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, name: str) -> Municipality:
        """Its settings; the defaults when nobody set anything."""
        row = await self._transaction.first(sa.select(municipalities).where(municipalities.c.name == name))
        if row is None:
            return Municipality(name)
        return Municipality(row.name, row.sole_on_duty, {Role(role): label for role, label in row.labels.items()})

    async def save(self, municipality: Municipality) -> None:
        """Insert or replace."""
        values = {
            "sole_on_duty": municipality.sole_on_duty,
            "labels": {str(role): label for role, label in sorted(municipality.labels.items())},
        }
        new = insert(municipalities).values(name=municipality.name, **values)
        await self._transaction.execute(new.on_conflict_do_update(index_elements=[municipalities.c.name], set_=values))

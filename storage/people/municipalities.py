"""The settings of municipalities in SQL, and the move of all that is stored from one id of a municipality to
another."""

from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from alerts.aftercare.sequence import StepKind
from alerts.cascade import CascadeStep, read_addressee
from alerts.ids import MunicipalityId
from alerts.municipality import KnownMunicipality, Municipality
from alerts.place_names import named_id
from alerts.report_clock import Urgency
from alerts.role import Role, municipality_scope
from storage.database.transactions import Transaction, insert
from storage.tables import (
    alerts,
    areas,
    grant_requests,
    incidents,
    invites,
    municipalities,
    postcodes,
    premises,
    reports,
    roles,
    rosters,
)


class SqlMunicipalities:
    """`alerts.ports.Municipalities` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, municipality: MunicipalityId) -> Municipality:
        """The settings of a municipality, under its present name; the defaults when nothing was set."""
        named = sa.select(postcodes.c.municipality_name).where(postcodes.c.municipality_id == municipality).limit(1)
        known = await self._transaction.first(named)
        found = sa.select(municipalities).where(municipalities.c.id == municipality)
        row = await self._transaction.first(found)
        name = known.municipality_name if known else row.name if row else municipality
        code = None if named_id(name) == municipality else municipality
        if row is None:
            return Municipality(name, code=code)
        labels = {Role(role): label for role, label in row.labels.items()}
        minutes = {Urgency(urgency): count for urgency, count in row.report_minutes.items()}
        days = {StepKind(step): count for step, count in row.aftercare_days.items()}
        table = tuple([_cascade_step(one) for one in row.cascade_table])
        return Municipality(
            name,
            row.sole_on_duty,
            labels,
            code=code,
            report_minutes=minutes,
            aftercare_days=days,
            own_cascade=table,
        )

    async def all_set(self) -> list[Municipality]:
        """The municipalities that set anything, by name."""
        ids = sa.select(municipalities.c.id).order_by(municipalities.c.name, municipalities.c.id)
        return [await self.get(row.id) for row in await self._transaction.rows(ids)]

    async def save(self, municipality: Municipality) -> None:
        """Store the settings of a municipality, in place of any before."""
        values = {
            "name": municipality.name,
            "sole_on_duty": municipality.sole_on_duty,
            "labels": {str(role): label for role, label in sorted(municipality.labels.items())},
            "report_minutes": {str(urgency): count for urgency, count in sorted(municipality.report_minutes.items())},
            "aftercare_days": {str(step): count for step, count in sorted(municipality.aftercare_days.items())},
            "cascade_table": [
                {"to": str(one.addressee), "after": one.after, "minutes": one.minutes, "only_p1": one.only_p1}
                for one in municipality.own_cascade
            ],
        }
        new = insert(municipalities).values(id=municipality.id, **values)
        await self._transaction.execute(new.on_conflict_do_update(index_elements=[municipalities.c.id], set_=values))

    async def identify(self, before: MunicipalityId, now: KnownMunicipality) -> None:
        """Move whatever is stored under one id of a municipality (roles, links, settings, places) to its other id."""
        for table in (roles, invites, grant_requests, rosters):
            theirs = sa.update(table).where(table.c.scope_municipality_id == before)
            await self._transaction.execute(theirs.values(scope_municipality_id=now.id, scope_name=now.name))
        for placed in (premises, reports, alerts, incidents, areas):
            here = sa.update(placed).where(placed.c.municipality_id == before)
            await self._transaction.execute(here.values(municipality_id=now.id))
        await self._move_regions(before, now)
        is_set = sa.select(municipalities.c.id).where(municipalities.c.id == now.id)
        if await self._transaction.first(is_set) is None:
            settings = sa.update(municipalities).where(municipalities.c.id == before)
            await self._transaction.execute(settings.values(id=now.id, name=now.name))

    async def _move_regions(self, before: MunicipalityId, now: KnownMunicipality) -> None:
        """Move the notices for all of the municipality, of which the content names it too."""
        region = municipality_scope(now.id, now.name)
        rows = sa.select(alerts.c.id, alerts.c.content).where(alerts.c.region_municipality_id == before)
        for row in await self._transaction.rows(rows):
            moved = {"content": replace(row.content, region=region), "region_municipality_id": now.id}
            await self._transaction.execute(sa.update(alerts).where(alerts.c.id == row.id).values(moved))


def _cascade_step(stored: dict[str, Any]) -> CascadeStep:
    return CascadeStep(read_addressee(stored["to"]), stored["after"], stored["minutes"], stored["only_p1"])

"""Begin the cascade of an incident that police confirmed."""

from datetime import datetime

from alerts.cascade import DEFAULT_TABLE, begun
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.services.cascade.go_on import advance
from alerts.services.permission.locate_matter import part_of


async def begin_cascade(uow: UnitOfWork, incident: Incident, now: datetime) -> None:
    """Begin the cascade by the table of the municipality of the incident, and call who is first. It begins once: an
    incident that has one is left as it is."""
    if await uow.cascades.find(incident.id) is not None:
        return
    part = await part_of(uow, incident.place)
    settings = None if part is None else await uow.municipalities.get(part.municipality_id)
    table = DEFAULT_TABLE if settings is None else settings.cascade
    told = await uow.cascades.facts_version(incident.id)
    await advance(uow, begun(incident.id, table, told, now), incident, now)

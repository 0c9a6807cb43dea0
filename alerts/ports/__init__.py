"""What the domain asks of storage. One unit of work is one transaction; nothing here does I/O itself.

Repositories speak in domain values. A save with a version that is no longer current raises Conflict, a missing id
raises NotFound. Times are aware UTC.
"""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from alerts.ports.expired import Expired
from alerts.ports.groups import KvoGroups
from alerts.ports.notices import Alerts, BranchCount, Deliveries, DeliveryCount, InChat, QueueDepth, Reach, Received
from alerts.ports.people import Invites, Members, Menus, Municipalities, Postcodes, PremisesRepository, Roles
from alerts.ports.personal import PersonalData, Record
from alerts.ports.record import Audit, Refusals, Tally
from alerts.ports.reports import Reports
from alerts.ports.templates import Templates
from alerts.ports.work import (
    Closures,
    Dialogue,
    DialogueKey,
    Dialogues,
    Facts,
    KeptForm,
    KeptForms,
    RawUpdate,
    StoredUpdate,
    Updates,
)

__all__ = [
    "Alerts",
    "Audit",
    "BranchCount",
    "Closures",
    "Deliveries",
    "DeliveryCount",
    "Dialogue",
    "DialogueKey",
    "Dialogues",
    "Expired",
    "Facts",
    "InChat",
    "Invites",
    "KeptForm",
    "KeptForms",
    "KvoGroups",
    "Members",
    "Menus",
    "Municipalities",
    "PersonalData",
    "Postcodes",
    "PremisesRepository",
    "QueueDepth",
    "RawUpdate",
    "Reach",
    "Received",
    "Record",
    "Refusals",
    "Reports",
    "Roles",
    "Standing",
    "Storage",
    "StoredUpdate",
    "Tally",
    "Templates",
    "UnitOfWork",
    "Updates",
]


class UnitOfWork(Protocol):
    """One transaction with everything in it."""

    updates: Updates
    dialogues: Dialogues
    members: Members
    premises: PremisesRepository
    municipalities: Municipalities
    postcodes: Postcodes
    roles: Roles
    menus: Menus
    invites: Invites
    kvo_groups: KvoGroups
    alerts: Alerts
    templates: Templates
    deliveries: Deliveries
    reports: Reports
    kept_forms: KeptForms
    closures: Closures
    facts: Facts
    audit: Audit
    refusals: Refusals
    personal: PersonalData
    expired: Expired


@dataclass(frozen=True, slots=True)
class Standing:
    """This process among those that run the bot on one database: `alive` are all of them, this one included."""

    is_leader: bool
    alive: int


class Storage(Protocol):
    """A database that is open and migrated. `owner` is the name under which this process claims."""

    @property
    def owner(self) -> str:
        """Unique among all processes, past ones too."""

    async def stand(self) -> Standing:
        """Stay alive for others to see, lead if nobody else does, and see who is there: to be called every second.

        Raises Unavailable when the place is lost, and with it the lead; calling again takes a new one.
        """

    async def lost(self) -> None:
        """Return when the place of the last `stand` is lost."""

    def transaction(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit of work that commits at the end, or rolls back on an error; writers queue in order."""

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit of work for reads only, beside any writer."""

    async def backup(self, path: str) -> None:
        """A consistent copy in a new file."""

    async def problems(self) -> list[str]:
        """What an integrity check finds; empty when all is well."""

    async def close(self) -> None:
        """Give everything back."""

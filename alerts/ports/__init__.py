"""The ports through which the domain reaches its storage: protocols, without input or output of their own.

A unit of work is one database transaction. Repositories take and return domain values. Saving a version that is no
longer current raises Conflict, a missing id raises NotFound, a database that cannot serve now raises Unavailable. Times
are aware UTC.
"""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from alerts.ports.accounts import Accounts
from alerts.ports.acknowledgements import Acknowledgements
from alerts.ports.alerts import Alerts, ReadersToRemind, SentFilter
from alerts.ports.cascades import Cascades
from alerts.ports.cases import Cases
from alerts.ports.channels import Channels, MailAddresses
from alerts.ports.deliveries import (
    CHAT_SPACING,
    BranchCount,
    Deliveries,
    DeliveryCount,
    InChat,
    QueueDepth,
    Reach,
    Received,
    RingCount,
    Sending,
)
from alerts.ports.dry_runs import DryRuns
from alerts.ports.duty import ReportClocks, Rosters
from alerts.ports.effects import Effects
from alerts.ports.example_texts import ExampleTexts
from alerts.ports.feedbacks import Feedbacks
from alerts.ports.grants import GrantRequests
from alerts.ports.groups import KvoGroups
from alerts.ports.incidents import Incidents
from alerts.ports.measures import Measures
from alerts.ports.meetings import Meetings
from alerts.ports.mo_register import MoRegister
from alerts.ports.outcome_texts import OutcomeTexts
from alerts.ports.patterns import Patterns
from alerts.ports.people import Invites, Members, Menus, Municipalities, Postcodes, PremisesRepository, Roles
from alerts.ports.personal_data import PersonalData, Record
from alerts.ports.record import Audit, RefusalCount, Refusals
from alerts.ports.reports import Reports
from alerts.ports.retention import Expired
from alerts.ports.sent_pictures import SentPictures
from alerts.ports.support import Support
from alerts.ports.tallies import Tallies
from alerts.ports.tasks import Tasks
from alerts.ports.templates import Templates
from alerts.ports.visits import Visits
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
    "CHAT_SPACING",
    "Accounts",
    "Acknowledgements",
    "Alerts",
    "Audit",
    "BranchCount",
    "Cascades",
    "Cases",
    "Channels",
    "Closures",
    "Deliveries",
    "DeliveryCount",
    "Dialogue",
    "DialogueKey",
    "Dialogues",
    "DryRuns",
    "Effects",
    "ExampleTexts",
    "Expired",
    "Facts",
    "Feedbacks",
    "GrantRequests",
    "InChat",
    "Incidents",
    "Invites",
    "KeptForm",
    "KeptForms",
    "KvoGroups",
    "MailAddresses",
    "Measures",
    "Meetings",
    "Members",
    "Menus",
    "MoRegister",
    "Municipalities",
    "OutcomeTexts",
    "Patterns",
    "PersonalData",
    "Postcodes",
    "PremisesRepository",
    "QueueDepth",
    "RawUpdate",
    "Reach",
    "ReadersToRemind",
    "Received",
    "Record",
    "RefusalCount",
    "Refusals",
    "ReportClocks",
    "Reports",
    "RingCount",
    "Roles",
    "Rosters",
    "Sending",
    "SentFilter",
    "SentPictures",
    "Standing",
    "Storage",
    "StoredUpdate",
    "Support",
    "Tallies",
    "Tasks",
    "Templates",
    "UnitOfWork",
    "Updates",
    "Visits",
]


class UnitOfWork(Protocol):
    """One database transaction, with every repository that works in it."""

    updates: Updates
    dialogues: Dialogues
    members: Members
    premises: PremisesRepository
    municipalities: Municipalities
    postcodes: Postcodes
    roles: Roles
    grant_requests: GrantRequests
    menus: Menus
    accounts: Accounts
    invites: Invites
    kvo_groups: KvoGroups
    alerts: Alerts
    acknowledgements: Acknowledgements
    sent_pictures: SentPictures
    templates: Templates
    deliveries: Deliveries
    channels: Channels
    mail_addresses: MailAddresses
    dry_runs: DryRuns
    reports: Reports
    incidents: Incidents
    cases: Cases
    cascades: Cascades
    outcome_texts: OutcomeTexts
    example_texts: ExampleTexts
    feedbacks: Feedbacks
    patterns: Patterns
    report_clocks: ReportClocks
    rosters: Rosters
    tallies: Tallies
    effects: Effects
    mo_register: MoRegister
    measures: Measures
    support: Support
    tasks: Tasks
    meetings: Meetings
    visits: Visits
    kept_forms: KeptForms
    closures: Closures
    facts: Facts
    audit: Audit
    refusals: Refusals
    personal: PersonalData
    expired: Expired


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of this process among those that run the bot on one database; `alive` counts them all, this one
    included.

    `server_now` is the time on the database server; None for SQLite, as a file has no clock of its own.
    """

    is_leader: bool
    alive: int
    server_now: datetime | None = field(default=None, compare=False)


class Storage(Protocol):
    """A database that is open and migrated."""

    @property
    def owner(self) -> str:
        """The name under which this process claims deliveries: unique among all processes, past ones too."""

    async def heartbeat(self) -> Standing:
        """Renew this process's membership, become leader if there is none, and return its standing; call it every
        second.

        Raises Unavailable when the membership is lost, and leadership with it; calling again takes a new membership.
        """

    async def lost(self) -> None:
        """Return when the membership of the last `heartbeat` is lost; with SQLite it never is."""

    def transaction(
        self, *, is_urgent: bool = False, only_marks: bool = False
    ) -> AbstractAsyncContextManager[UnitOfWork]:
        """Open a unit of work that commits at the end of the block, or rolls back on an error.

        Writers take turns in order of arrival; one that is urgent waits for at most one other. `only_marks`: the unit
        of work only claims and settles deliveries, so that other processes may do the same beside it.
        """

    def reading(self, *, of_marks: bool = False) -> AbstractAsyncContextManager[UnitOfWork]:
        """Open a read-only unit of work, beside any writer. `of_marks`: it reads only a few deliveries and what they
        are about."""

    async def server_now(self) -> datetime | None:
        """The time on the database server; None where the database is a file."""

    async def backup(self, path: str) -> None:
        """Write a consistent copy of the database to a new file. Raises Conflict when the file exists."""

    async def give_back(self) -> None:
        """Return free pages of the database file to the disk, if there are many, in steps between which others
        write."""

    async def problems(self) -> list[str]:
        """Run an integrity check; return what it finds, empty when all is well."""

    async def close(self) -> None:
        """Wait for open transactions, then release connections, membership and ownership."""

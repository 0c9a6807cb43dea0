"""The port for the audit record, and for counts of refusals that keep anybody from filling it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from alerts.audit import AuditEvent, AuditFilter, AuditRow, Head, Pruned
from alerts.ids import MemberId, RoleId


class Audit(Protocol):
    """The append-only audit record. Rows are numbered from 1; each holds the hash of the one before."""

    async def append(self, event: AuditEvent, now: datetime) -> None:
        """Add one row at the end."""

    async def head(self) -> Head | None:
        """The newest row; None when there are none."""

    async def checkpoint(self) -> Head | None:
        """The newest row that was pruned; None when none was."""

    async def must_have_rows(self) -> bool:
        """Whether something is stored whose creation is always recorded: a link, a shop or an alert. An empty record is
        then a fault."""

    async def page(self, after: int, limit: int) -> list[AuditRow]:
        """Up to `limit` rows after this number, in order. A row that cannot be read is returned with values that cannot
        match its hash."""

    async def latest(self, wanted: AuditFilter, *, before: int | None, limit: int) -> list[AuditRow]:
        """Up to `limit` rows that the filter wants, newest first; only those before this number, if it is given."""

    async def times_of(
        self, action: str, since: datetime, *, by: MemberId | None = None, about: tuple[str, int] | None = None
    ) -> list[datetime]:
        """When this action was recorded after `since`, newest first: by this person, or about this entity with its
        id."""

    async def deputies_ended(self, since: datetime) -> list[tuple[RoleId, MemberId]]:
        """Who stopped being the deputy of which role at this moment or later, oldest first."""

    async def count(self, action: str, since: datetime, until: datetime) -> int:
        """How many times the action was recorded after `since` and until `until`, the latter included."""

    async def forget(self, member: MemberId, now: datetime) -> int:
        """Erase the content of every row by or about the member; return how many. The chain of hashes holds without it.

        What was done in a role (`alerts.audit.IN_A_ROLE`) stays, with a member id that leads to nobody. A row without
        the person's id records the erasure; whatever else is recorded about it must leave that id out too.
        """

    async def count_old(self, before: datetime) -> int:
        """How many rows `prune` would remove by this moment, without a limit."""

    async def prune(self, before: datetime, limit: int) -> Pruned | None:
        """Remove up to `limit` rows from the beginning, up to the first that is not older; never the newest row.

        The last row removed becomes the checkpoint. None: nothing was old enough.
        """


@dataclass(frozen=True, slots=True)
class RefusalCount:
    """The number of refusals of one person since a moment. `person` is the member's id; all strangers together are
    0."""

    person: int
    since: datetime
    count: int


class Refusals(Protocol):
    """Counts of recent refusals, one for each person."""

    async def get(self, person: int) -> RefusalCount | None:
        """The count of this person, if there is one."""

    async def put(self, counted: RefusalCount) -> None:
        """Insert or replace the count of a person."""

    async def begun_before(self, moment: datetime) -> Sequence[RefusalCount]:
        """The counts that began before this moment, by person."""

    async def remove(self, person: int) -> None:
        """Remove the count of this person; harmless when there is none."""

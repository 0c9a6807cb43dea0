"""The audit record, in storage, and what is counted so that nobody can fill it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from alerts.audit import AuditEvent, AuditFilter, AuditRow, Head, Pruned
from alerts.ids import MemberId


class Audit(Protocol):
    """The append-only record. Rows are numbered from 1; each is chained to the one before."""

    async def append(self, event: AuditEvent, now: datetime) -> None:
        """Add one row."""

    async def head(self) -> Head | None:
        """The newest row."""

    async def checkpoint(self) -> Head | None:
        """The newest row that was pruned."""

    async def must_have_rows(self) -> bool:
        """Whether something is stored of which the making is always in the record: a link, a shop or an alert."""

    async def page(self, after: int, limit: int) -> list[AuditRow]:
        """Rows after this one, in order. What cannot be read is given back as something that it surely was not."""

    async def latest(self, wanted: AuditFilter, *, before: int | None, limit: int) -> list[AuditRow]:
        """Rows before that one (or the newest), newest first."""

    async def times_of(
        self, action: str, since: datetime, *, by: MemberId | None = None, about: tuple[str, int] | None = None
    ) -> list[datetime]:
        """When this was done after that, newest first: by this person, or to this entity with its number."""

    async def count(self, action: str, since: datetime, until: datetime) -> int:
        """How often it was done from then until then, the second moment included, by whomever."""

    async def forget(self, member: MemberId, now: datetime) -> int:
        """Erase the content of every row that is by or about somebody; how many. The chain holds without it.

        What was done in a role (`alerts.audit.IN_A_ROLE`) stays, with the number of somebody who is nobody any more.
        That it was done is added to the record, without the person: so must be whatever else is added about it.
        """

    async def count_old(self, before: datetime) -> int:
        """How many rows prunings would remove by then."""

    async def prune(self, before: datetime, limit: int) -> Pruned | None:
        """Remove up to so many rows from the beginning, before the first that is not older; never the newest one.

        The last row removed is kept as the checkpoint. None: nothing was old enough.
        """


@dataclass(frozen=True, slots=True)
class Tally:
    """Refusals of one person since a moment. `person` is the member's id; all strangers together are 0."""

    person: int
    since: datetime
    count: int


class Refusals(Protocol):
    """How often each person was refused lately."""

    async def get(self, person: int) -> Tally | None:
        """What was counted."""

    async def put(self, tally: Tally) -> None:
        """Insert or replace."""

    async def begun_before(self, moment: datetime) -> Sequence[Tally]:
        """Those whose counting began before that."""

    async def remove(self, person: int) -> None:
        """Count no more."""

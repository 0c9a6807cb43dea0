"""The port for grants that wait for a second person to confirm them."""

from datetime import datetime
from typing import Protocol

from alerts.grant_request import GrantDecision, GrantKind, GrantRequest, NewGrantRequest
from alerts.ids import GrantRequestId, MemberId, RoleId


class GrantRequests(Protocol):
    """The repository of grant requests: what one person wants to give another, and what was decided."""

    async def add(self, new: NewGrantRequest, now: datetime) -> GrantRequest:
        """Store a new request, undecided."""

    async def get(self, request: GrantRequestId) -> GrantRequest:
        """The request with this id. Raises NotFound."""

    async def undecided(self) -> list[GrantRequest]:
        """The undecided requests, oldest first."""

    async def undecided_for(self, member: MemberId) -> list[GrantRequest]:
        """The undecided requests that would give something to this member, oldest first."""

    async def undecided_about(self, role: RoleId, kind: GrantKind) -> list[GrantRequest]:
        """The undecided requests of this kind about one role, oldest first."""

    async def recoveries_of(self, member: MemberId) -> list[GrantRequest]:
        """The requests for a new link to the console for this member, decided ones too, newest first."""

    async def mark_reminded(self, request: GrantRequestId, now: datetime) -> None:
        """Note that those who can confirm the request were reminded of it."""

    async def decide(
        self, request: GrantRequestId, decision: GrantDecision, by: MemberId | None, now: datetime
    ) -> GrantRequest:
        """Store the decision on a request; return the request. Raises Conflict when it was decided before."""

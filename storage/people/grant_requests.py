"""Grant requests in SQL: what waits for a second person to confirm it."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.grant_request import GRANT_WAITS, GrantDecision, GrantKind, GrantRequest, NewGrantRequest
from alerts.ids import GrantRequestId, MemberId, RoleId
from storage.database.transactions import Transaction
from storage.people.roles import scope_of, scope_values
from storage.tables import grant_requests


class SqlGrantRequests:
    """`alerts.ports.GrantRequests` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, new: NewGrantRequest, now: datetime) -> GrantRequest:
        """Store a new request, undecided."""
        added = sa.insert(grant_requests).values(
            kind=new.kind,
            member_id=new.member_id,
            given_by=new.given_by,
            role=new.role,
            **scope_values(new.scope),
            label=new.label,
            role_id=new.role_id,
            function=new.function,
            ends_at=new.ends_at,
            asked_at=now,
            expires_at=now + GRANT_WAITS,
        )
        return _request(await self._transaction.one(added.returning(*grant_requests.c)))

    async def get(self, request: GrantRequestId) -> GrantRequest:
        """The request with this id. Raises NotFound."""
        return _request(await self._transaction.one(sa.select(grant_requests).where(grant_requests.c.id == request)))

    async def undecided(self) -> list[GrantRequest]:
        """The undecided requests, oldest first."""
        return await self._undecided()

    async def undecided_for(self, member: MemberId) -> list[GrantRequest]:
        """The undecided requests that would give something to this member, oldest first."""
        return await self._undecided(grant_requests.c.member_id == member)

    async def undecided_about(self, role: RoleId, kind: GrantKind) -> list[GrantRequest]:
        """The undecided requests of this kind about one role, oldest first."""
        return await self._undecided(grant_requests.c.role_id == role, grant_requests.c.kind == kind)

    async def recoveries_of(self, member: MemberId) -> list[GrantRequest]:
        """The requests for a new link to the console for this member, decided ones too, newest first."""
        about = (grant_requests.c.member_id == member, grant_requests.c.kind == GrantKind.RECOVERY)
        found = sa.select(grant_requests).where(*about).order_by(grant_requests.c.id.desc())
        return [_request(row) for row in await self._transaction.rows(found)]

    async def _undecided(self, *which: sa.ColumnElement[bool]) -> list[GrantRequest]:
        found = sa.select(grant_requests).where(grant_requests.c.decision.is_(None), *which)
        return [_request(row) for row in await self._transaction.rows(found.order_by(grant_requests.c.id))]

    async def mark_reminded(self, request: GrantRequestId, now: datetime) -> None:
        """Note that those who can confirm the request were reminded of it."""
        one = sa.update(grant_requests).where(grant_requests.c.id == request)
        await self._transaction.execute(one.values(reminded_at=now))

    async def decide(
        self, request: GrantRequestId, decision: GrantDecision, by: MemberId | None, now: datetime
    ) -> GrantRequest:
        """Store the decision on a request; return the request. Raises Conflict when it was decided before."""
        undecided = sa.update(grant_requests).where(grant_requests.c.id == request, grant_requests.c.decision.is_(None))
        values = {"decision": decision, "decided_by": by, "decided_at": now}
        row = await self._transaction.first(undecided.values(**values).returning(*grant_requests.c))
        if row is None:
            raise Conflict
        return _request(row)


def _request(row: sa.Row[Any]) -> GrantRequest:
    scope = scope_of(row)
    assert scope is not None, "a role has a scope"
    return GrantRequest(
        id=row.id,
        kind=row.kind,
        member_id=row.member_id,
        given_by=row.given_by,
        role=row.role,
        scope=scope,
        label=row.label,
        role_id=row.role_id,
        ends_at=row.ends_at,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
        reminded_at=row.reminded_at,
        decision=row.decision,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        function=row.function,
    )

"""Who is a coordinator, of what."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import MemberId, RoleId
from alerts.role import Grant, Role, Scope
from storage.engine import Transaction
from storage.tables import roles


class SqlRoles:
    """`alerts.ports.Roles` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def grant(
        self,
        *,
        member: MemberId,
        role: Role,
        scope: Scope,
        label: str | None,
        granted_by: MemberId | None,
        now: datetime,
        ends_at: datetime | None = None,
    ) -> Grant:
        """Give a role, from now on."""
        new = sa.insert(roles).values(
            member_id=member,
            role=role,
            **scope_values(scope),
            label=label,
            starts_at=now,
            ends_at=ends_at,
            granted_by=granted_by,
            created_at=now,
        )
        return _grant(await self._transaction.one(new.returning(*roles.c)))

    async def of_member(self, member: MemberId) -> list[Grant]:
        """All grants of a member, ended ones too, and those of which the member is the deputy; oldest first."""
        mine = sa.or_(roles.c.member_id == member, roles.c.deputy_id == member)
        return [_grant(row) for row in await self._transaction.rows(sa.select(roles).where(mine).order_by(roles.c.id))]

    async def get(self, role: RoleId) -> Grant:
        """One grant."""
        return _grant(await self._transaction.one(sa.select(roles).where(roles.c.id == role)))

    async def set_deputy(self, role: RoleId, deputy: MemberId | None, instead_of: MemberId | None) -> None:
        """Name a deputy, or nobody. Raises Conflict when the deputy is no longer the one to be replaced."""
        as_it_was = sa.update(roles).where(roles.c.id == role, roles.c.deputy_id.is_not_distinct_from(instead_of))
        if not await self._transaction.changed(as_it_was.values(deputy_id=deputy)):
            raise Conflict

    async def end_at(self, role: RoleId, ends_at: datetime | None) -> None:
        """It ends then, or (None) on no date. Raises Conflict when its end was told already."""
        still_open = sa.update(roles).where(roles.c.id == role, roles.c.closed_at.is_(None))
        if not await self._transaction.changed(still_open.values(ends_at=ends_at)):
            raise Conflict

    async def close(self, role: RoleId, now: datetime) -> None:
        """Its end was told."""
        await self._transaction.execute(sa.update(roles).where(roles.c.id == role).values(closed_at=now))

    async def ended(self, now: datetime) -> list[Grant]:
        """Those that have ended without anybody being told, oldest first."""
        untold = sa.select(roles).where(roles.c.ends_at <= now, roles.c.closed_at.is_(None)).order_by(roles.c.id)
        return [_grant(row) for row in await self._transaction.rows(untold)]

    async def active(self, now: datetime) -> list[Grant]:
        """Every grant that is active, oldest first."""
        has_not_ended = sa.or_(roles.c.ends_at.is_(None), roles.c.ends_at > now)
        active = sa.select(roles).where(roles.c.starts_at <= now, has_not_ended).order_by(roles.c.id)
        return [_grant(row) for row in await self._transaction.rows(active)]


def scope_values(scope: Scope | None) -> dict[str, Any]:
    """The columns that begin with scope_; none for no scope."""
    if scope is None:
        return {}
    return {
        "scope_kind": scope.kind,
        "scope_first": scope.first,
        "scope_last": scope.last,
        "scope_name": scope.name,
        "scope_branch": scope.branch,
        "scope_kvo_group_id": scope.kvo_group_id,
    }


def scope_of(row: sa.Row[Any]) -> Scope | None:
    """The scope in these columns."""
    if row.scope_kind is None:
        return None
    return Scope(
        row.scope_kind, row.scope_first, row.scope_last, row.scope_name, row.scope_branch, row.scope_kvo_group_id
    )


def _grant(row: sa.Row[Any]) -> Grant:
    scope = scope_of(row)
    assert scope is not None
    return Grant(row.id, row.member_id, row.role, scope, row.label, row.starts_at, row.ends_at, row.deputy_id)

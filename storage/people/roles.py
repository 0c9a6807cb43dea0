"""Coordinators' roles in SQL: each grant is one role of one member in one scope."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import MemberId, RoleId
from alerts.municipality import KnownMunicipality
from alerts.role import Function, Grant, Role, Scope
from storage.database.transactions import Transaction
from storage.tables import grant_requests, invites, roles

_of_member = (
    sa.select(roles)
    .where(sa.or_(roles.c.member_id == sa.bindparam("member"), roles.c.deputy_id == sa.bindparam("member")))
    .order_by(roles.c.id)
)
_active = (
    sa.select(roles)
    .where(
        roles.c.starts_at <= sa.bindparam("now"),
        sa.or_(roles.c.ends_at.is_(None), roles.c.ends_at > sa.bindparam("now")),
    )
    .order_by(roles.c.id)
)


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
        confirmed_by: MemberId | None = None,
        derived_from: RoleId | None = None,
        function: Function | None = None,
    ) -> Grant:
        """Give a role, from now on; `derived_from` is the role by which it was given, and beyond which it does not
        last."""
        new = sa.insert(roles).values(
            member_id=member,
            role=role,
            **scope_values(scope),
            label=label,
            starts_at=now,
            ends_at=ends_at,
            granted_by=granted_by,
            confirmed_by=confirmed_by,
            derived_from=derived_from,
            function=function,
            created_at=now,
        )
        return _grant(await self._transaction.one(new.returning(*roles.c)))

    async def of_member(self, member: MemberId) -> list[Grant]:
        """All grants of a member, ended ones too, and those of which the member is the deputy; oldest first."""
        return [_grant(row) for row in await self._transaction.rows(_of_member, {"member": member})]

    async def get(self, role: RoleId) -> Grant:
        """The grant with this id. Raises NotFound."""
        return _grant(await self._transaction.one(sa.select(roles).where(roles.c.id == role)))

    async def set_deputy(self, role: RoleId, deputy: MemberId | None, instead_of: MemberId | None) -> None:
        """Name a deputy, or nobody. Raises Conflict when the present deputy is not `instead_of`."""
        as_it_was = sa.update(roles).where(roles.c.id == role, roles.c.deputy_id.is_not_distinct_from(instead_of))
        if not await self._transaction.changed(as_it_was.values(deputy_id=deputy)):
            raise Conflict

    async def end_at(self, role: RoleId, ends_at: datetime | None) -> None:
        """Set when the role ends; None for no date. Raises Conflict when its end was announced already."""
        still_open = sa.update(roles).where(roles.c.id == role, roles.c.closed_at.is_(None))
        if not await self._transaction.changed(still_open.values(ends_at=ends_at)):
            raise Conflict

    async def derive_from(self, role: RoleId, source: RoleId | None) -> None:
        """Make the role last no longer than this other one; None makes it independent."""
        await self._transaction.execute(sa.update(roles).where(roles.c.id == role).values(derived_from=source))

    async def derived_from(self, role: RoleId) -> list[Grant]:
        """The open roles that were given by this role, and last no longer than it, oldest first."""
        derived = sa.select(roles).where(roles.c.derived_from == role, roles.c.closed_at.is_(None)).order_by(roles.c.id)
        return [_grant(row) for row in await self._transaction.rows(derived)]

    async def outliving(self, now: datetime, week_on: datetime) -> list[Grant]:
        """The active roles that last longer than the role by which they were given; where that one has ended already,
        those that last beyond `week_on`. Oldest first."""
        source = roles.alias()
        ends_with = sa.case((source.c.ends_at <= now, week_on), else_=source.c.ends_at)
        outlives = (
            source.c.ends_at.is_not(None),
            roles.c.closed_at.is_(None),
            sa.or_(roles.c.ends_at.is_(None), sa.and_(roles.c.ends_at > now, roles.c.ends_at > ends_with)),
        )
        found = sa.select(roles).join(source, roles.c.derived_from == source.c.id).where(*outlives)
        return [_grant(row) for row in await self._transaction.rows(found.order_by(roles.c.id))]

    async def close(self, role: RoleId, now: datetime) -> None:
        """Note that the end of the role was announced."""
        await self._transaction.execute(sa.update(roles).where(roles.c.id == role).values(closed_at=now))

    async def ended(self, now: datetime) -> list[Grant]:
        """The roles that have ended and whose end was not announced yet, oldest first."""
        untold = sa.select(roles).where(roles.c.ends_at <= now, roles.c.closed_at.is_(None)).order_by(roles.c.id)
        return [_grant(row) for row in await self._transaction.rows(untold)]

    async def active(self, now: datetime) -> list[Grant]:
        """Every grant that is active, oldest first."""
        return [_grant(row) for row in await self._transaction.rows(_active, {"now": now})]

    async def municipalities(self) -> list[KnownMunicipality]:
        """The municipalities in the scopes of roles, grant requests and role links, under their stored names."""
        named = [
            sa.select(table.c.scope_municipality_id, table.c.scope_name).where(
                table.c.scope_municipality_id.is_not(None)
            )
            for table in (roles, invites, grant_requests)
        ]
        found = await self._transaction.rows(sa.union(*named))
        return [KnownMunicipality(row.scope_municipality_id, row.scope_name or "") for row in found]


def scope_values(scope: Scope | None) -> dict[str, Any]:
    """The values of the columns that begin with scope_; empty for no scope."""
    if scope is None:
        return {}
    return {
        "scope_kind": scope.kind,
        "scope_first": scope.first,
        "scope_last": scope.last,
        "scope_name": scope.name,
        "scope_municipality_id": scope.municipality,
        "scope_branch": scope.branch,
        "scope_kvo_group_id": scope.kvo_group_id,
    }


def scope_of(row: sa.Row[Any]) -> Scope | None:
    """The scope in the columns of a row that begin with scope_; None when they are empty."""
    if row.scope_kind is None:
        return None
    return Scope(
        kind=row.scope_kind,
        first=row.scope_first,
        last=row.scope_last,
        name=row.scope_name,
        branch=row.scope_branch,
        kvo_group_id=row.scope_kvo_group_id,
        municipality=row.scope_municipality_id,
    )


def _grant(row: sa.Row[Any]) -> Grant:
    scope = scope_of(row)
    assert scope is not None
    return Grant(
        id=row.id,
        member_id=row.member_id,
        role=row.role,
        scope=scope,
        label=row.label,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        deputy_id=row.deputy_id,
        granted_by=row.granted_by,
        confirmed_by=row.confirmed_by,
        derived_from=row.derived_from,
        function=row.function,
    )

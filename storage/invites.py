"""Invitations by the hash of their secret."""

from datetime import datetime

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import InviteId, MemberId, RoleId
from alerts.invite import Invite, NewInvite
from storage.engine import Transaction
from storage.roles import scope_of, scope_values
from storage.tables import invite_uses, invites


class SqlInvites:
    """`alerts.ports.Invites` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, secret_hash: str, invite: NewInvite, now: datetime) -> InviteId:
        """A new one."""
        new = sa.insert(invites).values(
            secret_hash=secret_hash,
            role=invite.role,
            **scope_values(invite.scope),
            label=invite.label,
            premises_id=invite.premises_id,
            deputy_of=invite.deputy_of,
            created_by=invite.created_by,
            max_uses=invite.max_uses,
            uses=0,
            expires_at=invite.expires_at,
            created_at=now,
        )
        return InviteId((await self._transaction.one(new.returning(invites.c.id))).id)

    async def by_hash(self, secret_hash: str) -> Invite | None:
        """The one with this secret."""
        row = await self._transaction.first(sa.select(invites).where(invites.c.secret_hash == secret_hash))
        if row is None:
            return None
        return Invite(
            id=row.id,
            role=row.role,
            scope=scope_of(row),
            label=row.label,
            premises_id=row.premises_id,
            created_by=row.created_by,
            max_uses=row.max_uses,
            uses=row.uses,
            expires_at=row.expires_at,
            revoked_at=row.revoked_at,
            deputy_of=row.deputy_of,
        )

    async def use(self, invite: InviteId, member: MemberId, now: datetime) -> None:
        """Count one use. Raises Conflict when none is left."""
        counted = sa.update(invites).where(invites.c.id == invite, invites.c.uses < invites.c.max_uses)
        if not await self._transaction.changed(counted.values(uses=invites.c.uses + 1)):
            raise Conflict
        await self._transaction.execute(sa.insert(invite_uses).values(invite_id=invite, member_id=member, at=now))

    async def revoke_for_deputies(self, role: RoleId, now: datetime) -> None:
        """Links by which somebody could still become the deputy of this role do not work any more."""
        unused = invites.c.uses < invites.c.max_uses
        open_links = sa.update(invites).where(invites.c.deputy_of == role, unused, invites.c.revoked_at.is_(None))
        await self._transaction.execute(open_links.values(revoked_at=now))

"""Invitations in SQL, by the hash of their secret, and wrong secrets by the mark of an address."""

import hmac
from datetime import datetime
from secrets import token_hex
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import InviteId, MemberId, PremisesId, RoleId
from alerts.invite import Invite, NewInvite
from storage.database.transactions import Transaction
from storage.key_values import SqlKeyValues
from storage.people.roles import scope_of, scope_values
from storage.tables import invite_failures, invite_uses, invites

_KEY = "wrong_secrets_key"


class SqlInvites:
    """`alerts.ports.Invites` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, secret_hash: str, invite: NewInvite, now: datetime) -> InviteId:
        """Store a new invitation under the hash of its secret."""
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
            role_ends_at=invite.role_ends_at,
            intended_for=invite.intended_for,
            function=invite.function,
        )
        return InviteId((await self._transaction.one(new.returning(invites.c.id))).id)

    async def by_hash(self, secret_hash: str) -> Invite | None:
        """The invitation whose secret has this hash; None when there is none."""
        row = await self._transaction.first(sa.select(invites).where(invites.c.secret_hash == secret_hash))
        return None if row is None else _invite(row)

    async def get(self, invite: InviteId) -> Invite:
        """The invitation with this id. Raises NotFound."""
        return _invite(await self._transaction.one(sa.select(invites).where(invites.c.id == invite)))

    async def open_by(self, member: MemberId, now: datetime) -> list[Invite]:
        """The invitations by this member that can still be used, newest first."""
        return await self._open(invites.c.created_by == member, now)

    async def open_for_roles(self, now: datetime) -> list[Invite]:
        """The invitations to a role that can still be used, newest first."""
        return await self._open(invites.c.role.is_not(None), now)

    async def open_for(self, premises: PremisesId, now: datetime) -> list[Invite]:
        """The invitations to this shop that can still be used, newest first."""
        return await self._open(invites.c.premises_id == premises, now)

    async def _open(self, which: sa.ColumnElement[bool], now: datetime) -> list[Invite]:
        still = (invites.c.revoked_at.is_(None), invites.c.uses < invites.c.max_uses, invites.c.expires_at > now)
        found = sa.select(invites).where(which, *still).order_by(invites.c.id.desc())
        return [_invite(row) for row in await self._transaction.rows(found)]

    async def times_of(self, member: MemberId, since: datetime) -> list[datetime]:
        """When this member made invitations after `since`, newest first."""
        own = sa.select(invites.c.created_at).where(invites.c.created_by == member, invites.c.created_at > since)
        return [row.created_at for row in await self._transaction.rows(own.order_by(invites.c.created_at.desc()))]

    async def count(self, since: datetime, until: datetime) -> int:
        """How many invitations were made after `since` and until `until`, the latter included."""
        when = (invites.c.created_at > since, invites.c.created_at <= until)
        return int((await self._transaction.one(sa.select(sa.func.count().label("many")).where(*when))).many)

    async def use(self, invite: InviteId, member: MemberId, now: datetime) -> None:
        """Count that this member used the invitation. Raises Conflict when no use is left."""
        counted = sa.update(invites).where(invites.c.id == invite, invites.c.uses < invites.c.max_uses)
        if not await self._transaction.changed(counted.values(uses=invites.c.uses + 1)):
            raise Conflict
        await self._transaction.execute(sa.insert(invite_uses).values(invite_id=invite, member_id=member, at=now))

    async def intended_for(self, member: MemberId) -> str | None:
        """For whom the newest link that the member used was meant; None when it did not say, or that is forgotten."""
        used = sa.select(invites.c.intended_for).join(invite_uses).where(invite_uses.c.member_id == member)
        row = await self._transaction.first(used.order_by(invite_uses.c.id.desc()).limit(1))
        return None if row is None else row.intended_for

    async def revoke(self, invite: InviteId, now: datetime) -> None:
        """Stop the invitation from working. Raises Conflict when it was revoked before."""
        one = sa.update(invites).where(invites.c.id == invite, invites.c.revoked_at.is_(None))
        if not await self._transaction.changed(one.values(revoked_at=now)):
            raise Conflict

    async def revoke_for_deputies(self, role: RoleId, now: datetime) -> None:
        """Revoke the invitations by which somebody could still become the deputy of this role."""
        unused = invites.c.uses < invites.c.max_uses
        open_links = sa.update(invites).where(invites.c.deputy_of == role, unused, invites.c.revoked_at.is_(None))
        await self._transaction.execute(open_links.values(revoked_at=now))

    async def note_failure(self, channel: str, ref: str, now: datetime) -> None:
        """Note that this address came with a secret that no invitation has."""
        mark = await lasting_mark(self._transaction, channel, ref)
        await self._transaction.execute(sa.insert(invite_failures).values(channel=channel, ref=mark, at=now))

    async def failures(self, channel: str, ref: str) -> list[datetime]:
        """When this address came with a wrong secret, as far as is remembered, oldest first."""
        mark = await mark_of(self._transaction, channel, ref)
        own = (invite_failures.c.channel == channel, invite_failures.c.ref == mark)
        found = sa.select(invite_failures.c.at).where(*own).order_by(invite_failures.c.at)
        return [row.at for row in await self._transaction.rows(found)]

    async def forget_failures(self, before: datetime) -> None:
        """Forget the wrong secrets from before this moment."""
        await self._transaction.execute(sa.delete(invite_failures).where(invite_failures.c.at < before))

    async def forget_intended(self, before: datetime) -> None:
        """Forget for whom the invitations from before this moment were meant."""
        named = sa.update(invites).where(invites.c.intended_for.is_not(None), invites.c.created_at < before)
        await self._transaction.execute(named.values(intended_for=None))


async def lasting_mark(transaction: Transaction, channel: str, ref: str) -> str:
    """The mark of an address; the key of marks is made if there is none yet."""
    facts = SqlKeyValues(transaction)
    if await facts.get(_KEY) is None:
        await facts.put(_KEY, token_hex(32))
    mark = await mark_of(transaction, channel, ref)
    assert mark is not None, "there is a key"
    return mark


async def mark_of(transaction: Transaction, channel: str, ref: str) -> str | None:
    """The mark of an address: a hash with a key of this database, kept in place of the address. So the address can be
    erased and whoever guesses secrets stays locked out. None: no mark was made yet."""
    key = await SqlKeyValues(transaction).get(_KEY)
    return None if key is None else hmac.new(key.encode(), f"{channel}:{ref}".encode(), "sha256").hexdigest()


def _invite(row: sa.Row[Any]) -> Invite:
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
        role_ends_at=row.role_ends_at,
        intended_for=row.intended_for,
        function=row.function,
    )

"""Accounts of the console in SQL. Links and sessions are rows for as long as they count; ended ones are removed."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.account import IDLE, LINK_LASTS, LONGEST, Identity, NewPasskey, Passkey, Session
from alerts.errors import Conflict, NotFound
from alerts.ids import IdentityId, MemberId, PasskeyId, SessionId
from storage.database.transactions import Transaction
from storage.tables import console_links, identities, passkeys, sessions, used_challenges


class SqlAccounts:
    """`alerts.ports.Accounts` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add_link(self, secret_hash: str, member: MemberId, by: MemberId | None, now: datetime) -> None:
        """Store a one-time link for this member, in place of an earlier one."""
        await self._transaction.execute(sa.delete(console_links).where(console_links.c.member_id == member))
        new = sa.insert(console_links).values(
            secret_hash=secret_hash, member_id=member, created_by=by, created_at=now, expires_at=now + LINK_LASTS
        )
        await self._transaction.execute(new)

    async def link(self, secret_hash: str, now: datetime) -> MemberId | None:
        """The member for whom this link is; None when it was used, is too old, or never was."""
        row = await self._transaction.first(sa.select(console_links.c.member_id).where(*_open(secret_hash, now)))
        return None if row is None else MemberId(row.member_id)

    async def use_link(self, secret_hash: str, now: datetime) -> MemberId | None:
        """Use up a link; return its member. None as for `link`."""
        used = sa.delete(console_links).where(*_open(secret_hash, now)).returning(console_links.c.member_id)
        rows = await self._transaction.rows(used)
        return MemberId(rows[0].member_id) if rows else None

    async def add_passkey(self, member: MemberId, passkey: NewPasskey, now: datetime) -> PasskeyId:
        """Store a passkey. Raises Conflict when the credential is known already."""
        new = sa.insert(passkeys).values(
            member_id=member,
            credential_id=passkey.credential_id,
            public_key=passkey.public_key,
            sign_count=passkey.sign_count,
            created_at=now,
        )
        return PasskeyId((await self._transaction.one(new.returning(passkeys.c.id))).id)

    async def passkey(self, credential_id: str) -> Passkey | None:
        """The passkey with this credential."""
        row = await self._transaction.first(sa.select(passkeys).where(passkeys.c.credential_id == credential_id))
        return None if row is None else _passkey(row)

    async def passkeys_of(self, member: MemberId) -> list[Passkey]:
        """The member's passkeys, oldest first."""
        own = sa.select(passkeys).where(passkeys.c.member_id == member).order_by(passkeys.c.id)
        return [_passkey(row) for row in await self._transaction.rows(own)]

    async def holders(self, members: Collection[MemberId], issuer: str = "") -> set[MemberId]:
        """Those of these members who have a passkey, or an identity of this issuer."""
        by_passkey = await self._among(passkeys.c.member_id, members)
        return by_passkey | await self._among(identities.c.member_id, members, identities.c.issuer == issuer)

    async def signed_in(self, members: Collection[MemberId], now: datetime) -> set[MemberId]:
        """Those of these members who have a live session."""
        return await self._among(sessions.c.member_id, members, ~is_over(now))

    async def _among(
        self, column: sa.Column[Any], members: Collection[MemberId], *more: sa.ColumnElement[bool]
    ) -> set[MemberId]:
        if not members:
            return set()
        found = sa.select(column.label("member_id")).where(column.in_(sorted(members)), *more).distinct()
        return {MemberId(row.member_id) for row in await self._transaction.rows(found)}

    async def note_use(self, passkey: PasskeyId, sign_count: int, now: datetime) -> None:
        """Store the passkey's counter and when it was used. Raises Conflict when it was removed."""
        used = sa.update(passkeys).where(passkeys.c.id == passkey).values(sign_count=sign_count, used_at=now)
        if not await self._transaction.changed(used):
            raise Conflict

    async def remove_passkey(self, member: MemberId, passkey: PasskeyId) -> None:
        """Remove one of the member's passkeys, and end the sessions that began with it. Raises NotFound."""
        own = sa.delete(passkeys).where(passkeys.c.id == passkey, passkeys.c.member_id == member)
        if not await self._transaction.changed(own):
            raise NotFound

    async def add_identity(self, member: MemberId, issuer: str, subject: str, now: datetime) -> Identity:
        """Store an identity. Raises Conflict when it belongs to somebody already."""
        new = sa.insert(identities).values(member_id=member, issuer=issuer, subject=subject, created_at=now)
        return _identity(await self._transaction.one(new.returning(identities)))

    async def identity(self, issuer: str, subject: str) -> Identity | None:
        """The identity with this issuer and subject."""
        known = sa.select(identities).where(identities.c.issuer == issuer, identities.c.subject == subject)
        row = await self._transaction.first(known)
        return None if row is None else _identity(row)

    async def identities_of(self, member: MemberId) -> list[Identity]:
        """The member's identities, oldest first."""
        own = sa.select(identities).where(identities.c.member_id == member).order_by(identities.c.id)
        return [_identity(row) for row in await self._transaction.rows(own)]

    async def note_sign_in(self, identity: IdentityId, now: datetime) -> None:
        """Store when the identity was used. Raises Conflict when it was removed."""
        if not await self._transaction.changed(
            sa.update(identities).where(identities.c.id == identity).values(used_at=now)
        ):
            raise Conflict

    async def remove_identity(self, member: MemberId, identity: IdentityId) -> None:
        """Remove one of the member's identities, and end the sessions that began with it. Raises NotFound."""
        own = sa.delete(identities).where(identities.c.id == identity, identities.c.member_id == member)
        if not await self._transaction.changed(own):
            raise NotFound

    async def remove_identities(self, member: MemberId) -> int:
        """Remove all identities of the member, and end the sessions that began with them; return how many there
        were."""
        return await self._transaction.changed(sa.delete(identities).where(identities.c.member_id == member))

    async def begin_session(
        self, secret_hash: str, by: Passkey | Identity, now: datetime, fresh_at: datetime | None = None
    ) -> Session:
        """Store a new session, which began with this passkey or identity. `fresh_at`: when its member proved who they
        are, by default now."""
        new = sa.insert(sessions).values(
            secret_hash=secret_hash,
            member_id=by.member_id,
            passkey_id=by.id if isinstance(by, Passkey) else None,
            identity_id=by.id if isinstance(by, Identity) else None,
            created_at=now,
            seen_at=now,
            fresh_at=fresh_at or now,
        )
        return _session(await self._transaction.one(new.returning(sessions)))

    async def begin_from_chat(self, secret_hash: str, member: MemberId, now: datetime) -> Session:
        """Store a new session of this member, which began from the chat's own app."""
        new = sa.insert(sessions).values(
            secret_hash=secret_hash, member_id=member, created_at=now, seen_at=now, fresh_at=now
        )
        return _session(await self._transaction.one(new.returning(sessions)))

    async def session(self, secret_hash: str, now: datetime) -> Session | None:
        """The session with this secret, while it is live."""
        row = await self._transaction.first(
            sa.select(sessions).where(sessions.c.secret_hash == secret_hash, ~is_over(now))
        )
        return None if row is None else _session(row)

    async def sessions_of(self, member: MemberId, now: datetime) -> list[Session]:
        """The member's live sessions, the one that was seen last first."""
        own = sa.select(sessions).where(sessions.c.member_id == member, ~is_over(now))
        rows = await self._transaction.rows(own.order_by(sessions.c.seen_at.desc(), sessions.c.id.desc()))
        return [_session(row) for row in rows]

    async def live_sessions(self, among: Collection[SessionId], now: datetime) -> set[SessionId]:
        """Those of these sessions that are live."""
        live = sa.select(sessions.c.id).where(sessions.c.id.in_(among), ~is_over(now))
        return {SessionId(row.id) for row in await self._transaction.rows(live)}

    async def note_seen(self, session: SessionId, now: datetime) -> None:
        """Note that a request came in this session; harmless when it has ended."""
        await self._transaction.execute(sa.update(sessions).where(sessions.c.id == session).values(seen_at=now))

    async def note_fresh(self, session: SessionId, now: datetime, fresh_at: datetime | None = None) -> None:
        """Note when the member proved who they are in this session, by default now. Raises Conflict when it has
        ended."""
        used = sa.update(sessions).where(sessions.c.id == session).values(fresh_at=fresh_at or now, seen_at=now)
        if not await self._transaction.changed(used):
            raise Conflict

    async def end_session(self, member: MemberId, session: SessionId) -> None:
        """End one of the member's sessions. Raises NotFound."""
        own = sa.delete(sessions).where(sessions.c.id == session, sessions.c.member_id == member)
        if not await self._transaction.changed(own):
            raise NotFound

    async def end_sessions_of_others(self, issuer: str) -> int:
        """End the sessions that began with an identity of another issuer; return how many there were."""
        others = sa.select(identities.c.id).where(identities.c.issuer != issuer)
        return await self._transaction.changed(sa.delete(sessions).where(sessions.c.identity_id.in_(others)))

    async def end_sessions(self, member: MemberId) -> int:
        """End all sessions of the member; return how many rows went."""
        return await self._transaction.changed(sa.delete(sessions).where(sessions.c.member_id == member))

    async def remove_passkeys(self, member: MemberId) -> int:
        """Remove all passkeys of the member, and end their sessions; return how many passkeys there were."""
        await self.end_sessions(member)
        return await self._transaction.changed(sa.delete(passkeys).where(passkeys.c.member_id == member))

    async def use_challenge(self, challenge_hash: str, expires_at: datetime, now: datetime) -> None:
        """Note that a challenge was answered. Raises Conflict when it was before."""
        await self._transaction.execute(sa.delete(used_challenges).where(used_challenges.c.expires_at <= now))
        known = sa.select(used_challenges).where(used_challenges.c.challenge_hash == challenge_hash)
        if await self._transaction.first(known) is not None:
            raise Conflict
        new = sa.insert(used_challenges).values(challenge_hash=challenge_hash, expires_at=expires_at)
        await self._transaction.execute(new)


def is_over(now: datetime) -> sa.ColumnElement[bool]:
    """Match the sessions that no longer count (`alerts.account.Session.is_live`)."""
    return sa.or_(sessions.c.seen_at <= now - IDLE, sessions.c.created_at <= now - LONGEST)


def _open(secret_hash: str, now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return console_links.c.secret_hash == secret_hash, console_links.c.expires_at > now


def _passkey(row: sa.Row[Any]) -> Passkey:
    return Passkey(
        id=row.id,
        member_id=row.member_id,
        credential_id=row.credential_id,
        public_key=row.public_key,
        sign_count=row.sign_count,
        created_at=row.created_at,
        used_at=row.used_at,
    )


def _identity(row: sa.Row[Any]) -> Identity:
    return Identity(
        id=row.id,
        member_id=row.member_id,
        issuer=row.issuer,
        subject=row.subject,
        created_at=row.created_at,
        used_at=row.used_at,
    )


def _session(row: sa.Row[Any]) -> Session:
    return Session(
        id=row.id,
        member_id=row.member_id,
        passkey_id=row.passkey_id,
        identity_id=row.identity_id,
        created_at=row.created_at,
        seen_at=row.seen_at,
        fresh_at=row.fresh_at,
    )

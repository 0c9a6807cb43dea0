"""The port for accounts of the console: links, passkeys, identities, sessions, and challenges that were answered."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from alerts.account import Identity, NewPasskey, Passkey, Session
from alerts.ids import IdentityId, MemberId, PasskeyId, SessionId


class Accounts(Protocol):
    """The repository of accounts. Secrets are known by their hash only."""

    async def add_link(self, secret_hash: str, member: MemberId, by: MemberId | None, now: datetime) -> None:
        """Store a one-time link for this member, in place of an earlier one."""

    async def link(self, secret_hash: str, now: datetime) -> MemberId | None:
        """The member for whom this link is; None when it was used, is too old, or never was."""

    async def use_link(self, secret_hash: str, now: datetime) -> MemberId | None:
        """Use up a link; return its member. None as for `link`."""

    async def add_passkey(self, member: MemberId, passkey: NewPasskey, now: datetime) -> PasskeyId:
        """Store a passkey. Raises Conflict when the credential is known already."""

    async def passkey(self, credential_id: str) -> Passkey | None:
        """The passkey with this credential."""

    async def passkeys_of(self, member: MemberId) -> list[Passkey]:
        """The member's passkeys, oldest first."""

    async def holders(self, members: Collection[MemberId], issuer: str = "") -> set[MemberId]:
        """Those of these members who have a passkey, or an identity of this issuer."""

    async def signed_in(self, members: Collection[MemberId], now: datetime) -> set[MemberId]:
        """Those of these members who have a live session."""

    async def note_use(self, passkey: PasskeyId, sign_count: int, now: datetime) -> None:
        """Store the passkey's counter and when it was used. Raises Conflict when it was removed."""

    async def remove_passkey(self, member: MemberId, passkey: PasskeyId) -> None:
        """Remove one of the member's passkeys, and end the sessions that began with it. Raises NotFound."""

    async def add_identity(self, member: MemberId, issuer: str, subject: str, now: datetime) -> Identity:
        """Store an identity. Raises Conflict when it belongs to somebody already."""

    async def identity(self, issuer: str, subject: str) -> Identity | None:
        """The identity with this issuer and subject."""

    async def identities_of(self, member: MemberId) -> list[Identity]:
        """The member's identities, oldest first."""

    async def note_sign_in(self, identity: IdentityId, now: datetime) -> None:
        """Store when the identity was used. Raises Conflict when it was removed."""

    async def remove_identity(self, member: MemberId, identity: IdentityId) -> None:
        """Remove one of the member's identities, and end the sessions that began with it. Raises NotFound."""

    async def remove_identities(self, member: MemberId) -> int:
        """Remove all identities of the member, and end the sessions that began with them; return how many there
        were."""

    async def begin_session(
        self, secret_hash: str, by: Passkey | Identity, now: datetime, fresh_at: datetime | None = None
    ) -> Session:
        """Store a new session, which began with this passkey or identity. `fresh_at`: when its member proved who they
        are, by default now."""

    async def begin_from_chat(self, secret_hash: str, member: MemberId, now: datetime) -> Session:
        """Store a new session of this member, which began from the chat's own app."""

    async def session(self, secret_hash: str, now: datetime) -> Session | None:
        """The session with this secret, while it is live."""

    async def sessions_of(self, member: MemberId, now: datetime) -> list[Session]:
        """The member's live sessions, the one that was seen last first."""

    async def live_sessions(self, among: Collection[SessionId], now: datetime) -> set[SessionId]:
        """Those of these sessions that are live."""

    async def note_seen(self, session: SessionId, now: datetime) -> None:
        """Note that a request came in this session; harmless when it has ended."""

    async def note_fresh(self, session: SessionId, now: datetime, fresh_at: datetime | None = None) -> None:
        """Note when the member proved who they are in this session, by default now. Raises Conflict when it has
        ended."""

    async def end_session(self, member: MemberId, session: SessionId) -> None:
        """End one of the member's sessions. Raises NotFound."""

    async def end_sessions_of_others(self, issuer: str) -> int:
        """End the sessions that began with an identity of another issuer; return how many there were."""

    async def end_sessions(self, member: MemberId) -> int:
        """End all sessions of the member; return how many rows went."""

    async def remove_passkeys(self, member: MemberId) -> int:
        """Remove all passkeys of the member, and end their sessions; return how many passkeys there were."""

    async def use_challenge(self, challenge_hash: str, expires_at: datetime, now: datetime) -> None:
        """Note that a challenge was answered. Raises Conflict when it was before."""

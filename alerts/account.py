"""Accounts of the console: the one-time link, the passkeys, the identities at a provider and the sessions of a member,
and how long each counts."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.ids import IdentityId, MemberId, PasskeyId, SessionId

ADDRESS_FACT = "console_url"  # the console's public address; empty while there is none
ISSUER_FACT = "console_issuer"  # the identity provider whose identities open the console; empty while there is none
LINK_LASTS = timedelta(hours=24)
IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
FRESH = timedelta(minutes=10)
SEEN_STEP = timedelta(minutes=1)  # how exactly the last request is known: each page would else be a write
MOST_PASSKEYS = 10
MOST_IDENTITIES = 3
_SECRET_BYTES = 16


@dataclass(frozen=True, slots=True)
class NewPasskey:
    """A passkey that was just made: the credential's id and public key (COSE), both base64url, and its counter."""

    credential_id: str
    public_key: str
    sign_count: int


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey of a member."""

    id: PasskeyId
    member_id: MemberId
    credential_id: str
    public_key: str
    sign_count: int
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity of a member at an identity provider: its issuer and the subject there, which the provider never gives
    to somebody else (OpenID Connect Core 1.0, section 2)."""

    id: IdentityId
    member_id: MemberId
    issuer: str
    subject: str
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class ProvedIdentity:
    """Who an identity provider says that somebody is, and when they proved it there."""

    issuer: str
    subject: str
    proved_at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A session of a member in the console, which began with a passkey or with an identity (with neither: from the
    chat's own app, where it reads and drafts only). `fresh_at`: when the member last used the passkey in it, or proved
    to the provider who they are."""

    id: SessionId
    member_id: MemberId
    passkey_id: PasskeyId | None
    identity_id: IdentityId | None
    created_at: datetime
    seen_at: datetime
    fresh_at: datetime

    def is_live(self, now: datetime) -> bool:
        """Whether it still counts: seen within half an hour, and begun within twelve."""
        return now < self.seen_at + IDLE and now < self.created_at + LONGEST

    @property
    def is_from_chat(self) -> bool:
        """Whether it began from the chat's own app, which says who somebody is and proves nothing more."""
        return self.passkey_id is None and self.identity_id is None

    def is_fresh(self, now: datetime) -> bool:
        """Whether the member proved who they are recently enough for what needs it; never in a session from the
        chat."""
        return not self.is_from_chat and now < self.fresh_at + FRESH


def new_session_secret() -> str:
    """Return 128 random bits for a cookie."""
    return secrets.token_urlsafe(_SECRET_BYTES)

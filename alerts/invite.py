"""Invitations: a secret in a link, stored only as its hash."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from alerts.errors import InvalidInvite
from alerts.ids import InviteId, MemberId, PremisesId, RoleId
from alerts.role import Role, Scope


@dataclass(frozen=True, slots=True)
class Invite:
    """What a link gives: a role with its scope, a place at a premises, or being the deputy of a role."""

    id: InviteId
    role: Role | None
    scope: Scope | None
    label: str | None
    premises_id: PremisesId | None
    created_by: MemberId | None
    max_uses: int
    uses: int
    expires_at: datetime
    revoked_at: datetime | None
    deputy_of: RoleId | None = None

    def check_usable(self, now: datetime) -> None:
        """Raise InvalidInvite when it is used up, expired or revoked."""
        if self.revoked_at is not None:
            raise InvalidInvite("revoked")
        if self.uses >= self.max_uses:
            raise InvalidInvite("used")
        if now >= self.expires_at:
            raise InvalidInvite("expired")


@dataclass(frozen=True, slots=True)
class NewInvite:
    """An invitation about to be made; `created_by` is None for the command line."""

    expires_at: datetime
    max_uses: int = 1
    role: Role | None = None
    scope: Scope | None = None
    label: str | None = None
    premises_id: PremisesId | None = None
    created_by: MemberId | None = None
    deputy_of: RoleId | None = None


def new_secret() -> str:
    """192 random bits as 32 characters that fit a deep link."""
    return secrets.token_urlsafe(24)


def hashed(secret: str) -> str:
    """What is stored of a secret; it is random enough to need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()

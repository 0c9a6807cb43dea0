"""Invitations: links with a secret, of which only the hash is stored."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.errors import InvalidInvite
from alerts.ids import InviteId, MemberId, PremisesId, RoleId
from alerts.role import Function, Role, Scope

LABEL_LENGTH = 40  # characters of a coordinator's label, which stands in every card that they decide on
FOR_LENGTH = 60  # characters of for whom a link is
MOST_WRONG = 5  # wrong secrets of one address within a day; after each five of them it is locked
WRONG_COUNTS = timedelta(days=1)
LOCK_LASTS = timedelta(hours=1)
SECRET_LENGTH = 32  # characters of the URL-safe base64 alphabet
_SECRET_BYTES = 24


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation to a role with its scope, to a place at a premises, or to be the deputy of a role. `intended_for`:
    for whom it is, as the maker of a link of the command line or for the console wrote."""

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
    role_ends_at: datetime | None = None
    intended_for: str | None = None
    function: Function | None = None

    @property
    def uses_left(self) -> int:
        """How many people can still use it."""
        return self.max_uses - self.uses

    def is_open(self, now: datetime) -> bool:
        """Whether somebody could still use it."""
        return self.revoked_at is None and self.uses_left > 0 and now < self.expires_at

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
    """An invitation that is not stored yet; `created_by` is None for the command line."""

    expires_at: datetime
    max_uses: int = 1
    role: Role | None = None
    scope: Scope | None = None
    label: str | None = None
    premises_id: PremisesId | None = None
    created_by: MemberId | None = None
    deputy_of: RoleId | None = None
    role_ends_at: datetime | None = None
    intended_for: str | None = None
    function: Function | None = None


def new_secret() -> str:
    """Return 192 random bits as 32 characters that fit a deep link."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def hashed(secret: str) -> str:
    """Return the hash under which a secret is stored; a secret is random enough to need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def hashed_for_console(secret: str) -> str:
    """Return the hash of a link of the console; another than that of the chat, so that neither takes the other's."""
    return hashed(f"console {secret}")


def locked_until(wrong: Sequence[datetime]) -> datetime | None:
    """Return until when an address with these wrong secrets, oldest first, can use no link; None when it was never
    locked.

    A right secret in between changes nothing. Wrong ones are not noted while it is locked, so each further five lock it
    again.
    """
    counted = [at for at in wrong if at > wrong[-1] - WRONG_COUNTS]
    return wrong[-1] + LOCK_LASTS if counted and len(counted) % MOST_WRONG == 0 else None

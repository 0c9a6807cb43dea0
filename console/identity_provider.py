"""An identity provider (OpenID Connect) as the console sees it: what one login asks there, and what came of it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from alerts.account import ProvedIdentity

LOGIN_LASTS = timedelta(minutes=10)
_SECRET_BYTES = 32  # also of the PKCE verifier, which RFC 7636 wants at least this long


class ProviderDown(Exception):
    """The provider cannot be used now: it does not answer, answers something else, or does not know this console."""


class WrongProof(Exception):
    """What came back proves nothing: it is forged, for another login or client, or too old."""


class TooWeak(WrongProof):
    """The provider did not use two factors, as far as it says."""


@dataclass(frozen=True, slots=True)
class LoginRequest:
    """One login: the secrets to which its answer is tied, when it was asked, and whether the provider must let the
    person sign in anew (`is_fresh`) rather than rely on a session there."""

    state: str
    nonce: str
    verifier: str
    asked_at: datetime
    is_fresh: bool

    def is_over(self, now: datetime) -> bool:
        """Whether its answer counts no longer."""
        return now >= self.asked_at + LOGIN_LASTS


def new_login_request(now: datetime, *, is_fresh: bool) -> LoginRequest:
    """Return a login with secrets of its own."""
    state, nonce, verifier = (secrets.token_urlsafe(_SECRET_BYTES) for _ in range(3))
    return LoginRequest(state, nonce, verifier, now, is_fresh)


class IdentityProvider(Protocol):
    """The provider of the settings. `name`: what its button says."""

    name: str
    issuer: str

    async def problem(self) -> str:
        """Return why this console cannot use the provider; empty while it can."""

    async def address(self, login: LoginRequest) -> str:
        """Return the address at the provider to which this login leads. Raises ProviderDown."""

    async def proved(self, login: LoginRequest, answer: Mapping[str, str], now: datetime) -> ProvedIdentity:
        """Return who signed in, from the parameters with which the browser came back. Raises ProviderDown, and
        WrongProof or TooWeak."""

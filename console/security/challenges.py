"""Challenges for passkeys: signed, so that none is stored before it was answered, and tied to a purpose and browser."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

LASTS = timedelta(minutes=10)
_NONCE, _TIME = 16, 8  # bytes; then 32 of the signature


class Purpose(StrEnum):
    """What the answer to a challenge is for."""

    SIGN_IN = "sign-in"
    ENROL = "enrol"
    CONFIRM = "confirm"


class WrongChallenge(ValueError):
    """The challenge is not ours, for another purpose or browser, or too old."""


@dataclass(frozen=True, slots=True)
class Challenges:
    """Makes and checks challenges. `bound_to`: the browser's form token, or what else the answer must belong to."""

    key: bytes

    def make(self, purpose: Purpose, bound_to: str, now: datetime) -> bytes:
        """Return a new challenge."""
        told = secrets.token_bytes(_NONCE) + int((now + LASTS).timestamp()).to_bytes(_TIME)
        return told + self._signed(told, purpose, bound_to)

    def check(self, challenge: bytes, purpose: Purpose, bound_to: str, now: datetime) -> datetime:
        """Return when the challenge expires. Raises WrongChallenge."""
        told, signature = challenge[: _NONCE + _TIME], challenge[_NONCE + _TIME :]
        if not hmac.compare_digest(signature, self._signed(told, purpose, bound_to)):
            raise WrongChallenge("not ours")
        expires_at = datetime.fromtimestamp(int.from_bytes(told[_NONCE:]), UTC)
        if expires_at <= now:
            raise WrongChallenge("too old")
        return expires_at

    def _signed(self, told: bytes, purpose: Purpose, bound_to: str) -> bytes:
        return hmac.new(self.key, b"\x00".join((told, purpose.encode(), bound_to.encode())), sha256).digest()

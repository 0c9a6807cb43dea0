"""The checks of an ID token (OpenID Connect Core 1.0, section 3.1.3.7), and of how somebody signed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc.errors import JoseError
from joserfc.jwt import Token

from alerts.account import LONGEST, ProvedIdentity
from console.identity_provider import LoginRequest, TooWeak, WrongProof

ALGORITHMS = frozenset({"RS256", "PS256", "ES256"})  # with a public key only: no `none`, and no shared secret
SKEW = timedelta(seconds=60)  # how far the provider's clock may be off ours
MOST_SUBJECT = 255  # characters (OpenID Connect Core 1.0, section 2)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token must say. `acr`: its class must be one of these; `amr`: all of these must be among its methods."""

    issuer: str
    client_id: str
    acr: frozenset[str]
    amr: frozenset[str]


def proved_by(
    token: Token, expected: Expected, login: LoginRequest, access_token: str | None, now: datetime
) -> ProvedIdentity:
    """Return whom a verified token is about. Raises WrongProof, and TooWeak for too few factors."""
    options = {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client_id},
    }
    params = {"nonce": login.nonce, "client_id": expected.client_id, "access_token": access_token}
    try:
        claims = CodeIDToken(token.claims, token.header, options, params)
        claims.validate(now=int(now.timestamp()), leeway=int(SKEW.total_seconds()))
    except (JoseError, ValueError, TypeError, AttributeError) as error:
        raise WrongProof(f"claims: {error}") from None
    if token.claims["aud"] not in (expected.client_id, [expected.client_id]):
        raise WrongProof("it is for others too")
    if _moment(token.claims, "iat") < login.asked_at - SKEW:
        raise WrongProof("it was issued before it was asked for")
    proved_at = _signed_in_at(token.claims, login, now)
    _check_strength(token.claims, expected)
    return ProvedIdentity(expected.issuer, _subject(token.claims), proved_at)


def _subject(claims: Mapping[str, Any]) -> str:
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= MOST_SUBJECT or not subject.isprintable():
        raise WrongProof("no subject")
    return subject


def _signed_in_at(claims: Mapping[str, Any], login: LoginRequest, now: datetime) -> datetime:
    """Return when the person signed in at the provider: for this login, where it must be fresh, else within as long as
    a session may last."""
    at = _moment(claims, "auth_time")
    if at > now + SKEW:
        raise WrongProof("signed in later than now")
    if at < (login.asked_at if login.is_fresh else now - LONGEST) - SKEW:
        raise WrongProof("signed in too long ago")
    return at


def _moment(claims: Mapping[str, Any], name: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(claims[name]), UTC)
    except (LookupError, ValueError, TypeError, OverflowError, OSError):
        raise WrongProof(f"no {name}") from None


def _check_strength(claims: Mapping[str, Any], expected: Expected) -> None:
    acr, methods = claims.get("acr"), claims.get("amr")
    used = {one for one in methods if isinstance(one, str)} if isinstance(methods, list) else set()
    if expected.acr and not (isinstance(acr, str) and acr in expected.acr):
        raise TooWeak("acr")
    if not expected.amr <= used:
        raise TooWeak("amr")

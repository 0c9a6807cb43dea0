"""Attacks with tokens of an identity provider: forged, for somebody or something else, of another time, or too weak."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from hashlib import sha256
from typing import Any

import pytest
import pytest_asyncio
from joserfc import jwt
from joserfc.jwk import RSAKey

from console.oidc.http import MOST_BYTES
from tests.bot.town import Town
from tests.console.accounts import link_of
from tests.console.stand_in import (
    ACR,
    CLIENT_SECRET,
    StandIn,
    binds,
    signs_in_by,
    standing_in,
    unsigned,
)
from tests.console.visitor import Visitor, running_console

SESSION, LOGIN = "__Host-session", "__Host-login"
Forge = Callable[[StandIn, dict[str, Any]], str]


@pytest_asyncio.fixture
async def provider(town: Town) -> AsyncIterator[StandIn]:
    """A provider that can be told to lie."""
    async with standing_in(town) as one:
        yield one


@pytest_asyncio.fixture
async def visitor(town: Town, provider: StandIn) -> AsyncIterator[Visitor]:
    """A visitor whose identity is bound already, in a browser that is not signed in."""
    async with running_console(town, provider=provider.settings) as first:
        assert 303 == (await binds(first, await link_of(await town.coordinator(1)))).status
        yield first.beside()


def _with_another_key(provider: StandIn, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": "one"}, claims, RSAKey.generate_key(2048))


def _by_a_shared_secret(secret: bytes, claims: dict[str, Any]) -> str:
    head = json.dumps({"alg": "HS256", "kid": "one"}).encode()
    told = f"{_encoded(head)}.{_encoded(json.dumps(claims).encode())}"
    return f"{told}.{_encoded(hmac.new(secret, told.encode(), sha256).digest())}"


def _encoded(part: bytes) -> str:
    return urlsafe_b64encode(part).decode().rstrip("=")


def _with_a_key_in_the_header(provider: StandIn, claims: dict[str, Any]) -> str:
    own = RSAKey.generate_key(2048)
    header = {"alg": "RS256", "kid": "one", "jwk": own.as_dict(private=False)}
    return jwt.encode(header, claims, own)


def _cut(provider: StandIn, claims: dict[str, Any]) -> str:
    return provider.signed(claims).rpartition(".")[0] + "."


def _altered(provider: StandIn, claims: dict[str, Any]) -> str:
    head, _, signature = provider.signed(claims).split(".")
    return f"{head}.{_encoded(json.dumps({**claims, 'sub': 'somebody-else'}).encode())}.{signature}"


FORGERIES: dict[str, Forge] = {
    "none": lambda _, claims: unsigned(claims),
    "another key": _with_another_key,
    "HS256 with the public key": lambda one, claims: _by_a_shared_secret(one.key.as_pem(private=False), claims),
    "HS256 with the client's secret": lambda _, claims: _by_a_shared_secret(CLIENT_SECRET.encode(), claims),
    "a key of its own in the header": _with_a_key_in_the_header,
    "no signature": _cut,
    "altered": _altered,
    "no token": lambda *_: "",
    "no object": lambda *_: "x.y.z",
    "too long": lambda *_: "x" * 40_000,
}


@pytest.mark.parametrize("how", FORGERIES)
async def test_a_token_that_the_provider_did_not_sign_is_refused(
    town: Town, visitor: Visitor, provider: StandIn, how: str
) -> None:
    """Whatever the header says, only a signature by a published key of an allowed kind counts."""
    provider.sign = lambda claims: FORGERIES[how](provider, claims)
    answer = await signs_in_by(visitor)
    assert (403, True) == (answer.status, "geen geldig antwoord" in answer.text)
    assert SESSION not in visitor.cookies


WRONG: dict[str, dict[str, Any]] = {
    "nonce of another login": {"nonce": "x"},
    "no nonce": {"nonce": None},
    "another issuer with the same subject": {"iss": "https://evil.example"},
    "the issuer with a slash": {"iss": "http://localhost:1/"},
    "another audience": {"aud": "another-client"},
    "others too": {"aud": ["wees-alert", "another-client"], "azp": "wees-alert"},
    "another party": {"azp": "another-client"},
    "no audience": {"aud": None},
    "no subject": {"sub": None},
    "an empty subject": {"sub": ""},
    "a number for a subject": {"sub": 7},
    "a long subject": {"sub": "x" * 256},
    "no end": {"exp": None},
    "no time of sign-in": {"auth_time": None},
    "a word for a time": {"auth_time": "now"},
    "a time beyond all years": {"auth_time": 10**20},
}
TIMES = {
    "expired": {"exp": -61},
    "issued before it was asked for": {"iat": -61},
    "issued later than now": {"iat": 61},
    "not valid yet": {"nbf": 61},
    "signed in later than now": {"auth_time": 61},
    "signed in yesterday": {"auth_time": -12 * 3600 - 61},
}


@pytest.mark.parametrize("how", WRONG)
async def test_a_token_for_another_purpose_is_refused(
    town: Town, visitor: Visitor, provider: StandIn, how: str
) -> None:
    """A token that the provider signed for somebody, somewhere or something else lets nobody in."""
    provider.claims = WRONG[how]
    answer = await signs_in_by(visitor)
    assert (403, True) == (answer.status, "geen geldig antwoord" in answer.text)
    assert SESSION not in visitor.cookies


@pytest.mark.parametrize("how", TIMES)
async def test_a_token_of_another_time_is_refused(town: Town, visitor: Visitor, provider: StandIn, how: str) -> None:
    """A minute is allowed for the clocks, and no second more."""
    now = int(town.clock.now().timestamp())
    provider.claims = {name: now + off for name, off in TIMES[how].items()}
    assert 403 == (await signs_in_by(visitor)).status
    provider.claims = {name: now + off + (2 if off < 0 else -2) for name, off in TIMES[how].items()}
    assert 303 == (await signs_in_by(visitor)).status


@pytest.mark.parametrize(
    "claims",
    [{"acr": None}, {"acr": "urn:example:password"}, {"acr": [ACR]}, {"amr": None}, {"amr": ["pwd"]}, {"amr": "mfa"}],
)
async def test_one_factor_is_too_little(
    town: Town, visitor: Visitor, provider: StandIn, claims: dict[str, Any]
) -> None:
    """Without the class and the methods of the settings nobody is let in, and the page says what is lacking."""
    provider.claims = claims
    answer = await signs_in_by(visitor)
    assert answer.status == 403
    assert "twee stappen" in answer.text or "geen geldig antwoord" in answer.text
    assert SESSION not in visitor.cookies


async def test_keys_are_asked_for_again_when_they_change(visitor: Visitor, provider: StandIn) -> None:
    """A token with a new key signs in at once; the old key counts no longer then."""
    assert 303 == (await signs_in_by(visitor)).status
    old, provider.key = provider.key, RSAKey.generate_key(2048, {"kid": "two"})
    assert 303 == (await signs_in_by(visitor)).status
    provider.sign = lambda claims: jwt.encode({"alg": "RS256", "kid": "one"}, claims, old)
    assert 403 == (await signs_in_by(visitor.beside())).status


async def test_unusable_keys_are_passed_over(visitor: Visitor, provider: StandIn) -> None:
    """Keys for encryption, of unknown kinds, with a shared secret or malformed do not keep the usable one from being
    used; with none left the provider is down."""
    useless: list[Any] = [
        {"kty": "oct", "k": "AAAA"},
        {"kty": "new"},
        {"kty": "RSA"},
        {"kty": "EC", "crv": "x"},
        7,
        {"use": "enc"},
    ]
    provider.published = [*useless, provider.key.as_dict(private=False)]
    assert 303 == (await signs_in_by(visitor)).status
    provider.published = useless
    provider.key = RSAKey.generate_key(2048, {"kid": "two"})
    assert 503 == (await signs_in_by(visitor)).status


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://evil.example"},
        {"issuer": None},
        {"token_endpoint": "http://evil.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": None},
        {"code_challenge_methods_supported": ["plain"]},
        {"id_token_signing_alg_values_supported": ["HS256", "none"]},
        {"token_endpoint_auth_methods_supported": ["none"]},
        {"long": "x" * MOST_BYTES},
    ],
)
async def test_a_provider_that_is_another_one_is_not_used(
    town: Town, provider: StandIn, metadata: dict[str, Any]
) -> None:
    """What it publishes must be its own, over HTTPS, short, and enough for this flow."""
    provider.metadata = metadata
    async with running_console(town, provider=provider.settings) as visitor:
        answer = await visitor.sends(await visitor.get("/sign-in"), "/sign-in/provider")
        assert (503, False) == (answer.status, LOGIN in visitor.cookies)

"""A stand-in for an identity provider that does as a test says, honest or not: real ones cannot be made to lie."""

import json
import re
import secrets
from base64 import b64decode, urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from joserfc import jwt
from joserfc.jwk import RSAKey
from pydantic import SecretStr

from bot.metrics import Meter
from bot.runtime.http_server import Listener, listening
from tests.bot.town import Town
from tests.console.visitor import Answer, Visitor
from tests.ports import HOST, free_port

CLIENT_ID, CLIENT_SECRET = "wees-alert", "geheim van de console"
ACR = "urn:example:two-factors"
Sign = Callable[[dict[str, Any]], str]


@dataclass
class StandIn:
    """The provider. `claims`, `query` and `metadata` change what it says (None leaves a value out); `sign` makes the
    token another way; `status` answers every request like that."""

    town: Town
    issuer: str
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    published: list[dict[str, Any]] | None = None
    subject: str = "0f3c"
    claims: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    sign: Sign | None = None
    status: int = 200
    asked: dict[str, str] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def settings(self) -> dict[str, object]:
        """The settings of a console that uses it."""
        return {
            "oidc_issuer": self.issuer,
            "oidc_client_id": CLIENT_ID,
            "oidc_client_secret": SecretStr(CLIENT_SECRET),
            "oidc_name": "Gemeente Capelle",
            "oidc_acr": ACR,
            "oidc_amr": "mfa",
        }

    def app(self) -> web.Application:
        """Its pages."""
        app = web.Application()
        app.add_routes(
            [
                web.get("/.well-known/openid-configuration", self._discovery),
                web.get("/keys", self._keys),
                web.get("/authorize", self._authorize),
                web.post("/token", self._token),
            ]
        )
        return app

    def signed(self, claims: dict[str, Any]) -> str:
        """Sign as it should be."""
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)

    async def _discovery(self, request: web.Request) -> web.Response:
        told = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True,
        }
        return web.json_response(_changed(told, self.metadata), status=self.status)

    async def _keys(self, request: web.Request) -> web.Response:
        keys = self.published if self.published is not None else [self.key.as_dict(private=False)]
        return web.json_response({"keys": keys}, status=self.status)

    async def _authorize(self, request: web.Request) -> web.Response:
        self.asked = dict(request.query)
        code = secrets.token_urlsafe(16)
        self.codes[code] = self.asked
        told = {"code": code, "state": self.asked["state"], "iss": self.issuer}
        back = f"{self.asked['redirect_uri']}?{urlencode(_changed(told, self.query))}"
        return web.Response(status=303, headers={"Location": back})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        given = b64decode(request.headers["Authorization"].removeprefix("Basic ")).decode()
        if given != f"{CLIENT_ID}:{CLIENT_SECRET.replace(' ', '+')}":
            return web.json_response({"error": "invalid_client"}, status=401)
        asked = self.codes.pop(str(form["code"]), None)
        challenge = urlsafe_b64encode(sha256(str(form["code_verifier"]).encode()).digest()).decode().rstrip("=")
        if asked is None or (asked["code_challenge"], asked["redirect_uri"]) != (challenge, form["redirect_uri"]):
            return web.json_response({"error": "invalid_grant"}, status=400)
        now = int(self.town.clock.now().timestamp())
        claims = {
            "iss": self.issuer,
            "sub": self.subject,
            "aud": CLIENT_ID,
            "exp": now + 300,
            "iat": now,
            "auth_time": now,
            "nonce": asked["nonce"],
            "acr": ACR,
            "amr": ["pwd", "mfa"],
        }
        token = (self.sign or self.signed)(_changed(claims, self.claims))
        return web.json_response({"id_token": token, "access_token": "x", "token_type": "Bearer"}, status=self.status)


@asynccontextmanager
async def standing_in(town: Town, issuer: str = "http://localhost:{port}") -> AsyncIterator[StandIn]:
    """Run a stand-in within the block."""
    port = free_port()
    provider = StandIn(town, issuer.replace("{port}", str(port)))
    async with listening(Listener(provider.app(), HOST, port, "port", "provider"), Meter()):
        yield provider


def unsigned(claims: dict[str, Any]) -> str:
    """Return a token that says that it needs no signature."""
    parts = [json.dumps(one).encode() for one in ({"alg": "none", "typ": "JWT"}, claims)]
    return ".".join(urlsafe_b64encode(one).decode().rstrip("=") for one in parts) + "."


def _changed(told: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**told, **changes}.items() if value is not None}


async def goes_there(visitor: Visitor, page: Answer, path: str, **fields: str) -> str:
    """Send the form that leads to the provider; return the address there."""
    answer = await visitor.sends(page, path, **fields)
    assert 200 == answer.status, answer.text
    [address] = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', answer.text)
    return unescape(address)


async def signs_in_there(visitor: Visitor, address: str) -> str:
    """Sign in at the provider, which asks nothing; return the path with which the browser comes back."""
    async with visitor.session.get(address, allow_redirects=False) as answer:
        assert 303 == answer.status, await answer.text()
        return answer.headers["Location"].removeprefix(visitor.origin)


async def signs_in_by(visitor: Visitor, back: str = "/account") -> Answer:
    """Sign in to the console by the provider."""
    address = await goes_there(visitor, await visitor.get("/sign-in"), "/sign-in/provider", back=back)
    return await visitor.get(await signs_in_there(visitor, address))


async def binds(visitor: Visitor, link: str) -> Answer:
    """Open a one-time link, and bind the identity with which one signs in at the provider."""
    address = await goes_there(visitor, await visitor.get(link), f"{link}/provider")
    return await visitor.get(await signs_in_there(visitor, address))


async def confirms(visitor: Visitor, page: Answer) -> Answer:
    """Press the button at the top of a page that needs a recent sign-in, and sign in again."""
    [back] = re.findall(r'action="/account/provider".*?name="back" value="([^"]+)"', page.text, re.DOTALL)
    address = await goes_there(visitor, page, "/account/provider", back=unescape(back))
    return await visitor.get(await signs_in_there(visitor, address))

"""The OpenID Connect client: the authorization code flow with PKCE, state and nonce, at one provider."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any
from urllib.parse import quote_plus

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from alerts.account import LONGEST, ProvedIdentity
from console.identity_provider import LoginRequest, ProviderDown, WrongProof
from console.oidc.http import ask_json
from console.oidc.id_token import Expected, proved_by
from console.oidc.keys import SigningKeys
from console.oidc.metadata import Metadata, read_metadata

RETURN_PATH = "/sign-in/return"
KEPT_SECONDS = 3600.0
MOST_CODE, MOST_TOKEN = 4096, 32_768  # characters
_BUSY = frozenset({"server_error", "temporarily_unavailable"})


@dataclass(frozen=True, slots=True)
class Client:
    """This console as the provider knows it, and the one address to which it sends browsers back."""

    id: str
    secret: str
    redirect_uri: str


class OpenIdProvider:
    """The provider of the settings. Implements `console.identity_provider.IdentityProvider`."""

    def __init__(self, name: str, client: Client, expected: Expected) -> None:
        self.name = name
        self.issuer = expected.issuer
        self._client = client
        self._expected = expected
        self._keys = SigningKeys()
        self._metadata: tuple[float, Metadata] | None = None

    async def address(self, login: LoginRequest) -> str:
        """Return the address at the provider to which this login leads. Raises ProviderDown."""
        metadata = await self._known()
        url: str = prepare_grant_uri(
            metadata.authorization_endpoint,
            self._client.id,
            "code",
            self._client.redirect_uri,
            "openid",
            login.state,
            nonce=login.nonce,
            code_challenge=create_s256_code_challenge(login.verifier),
            code_challenge_method="S256",
            max_age="0" if login.is_fresh else str(int(LONGEST.total_seconds())),
            prompt="login" if login.is_fresh else None,
            acr_values=" ".join(sorted(self._expected.acr)) or None,
        )
        return url

    async def proved(self, login: LoginRequest, answer: Mapping[str, str], now: datetime) -> ProvedIdentity:
        """Return who signed in, from the parameters with which the browser came back. Raises ProviderDown, WrongProof
        and TooWeak."""
        metadata = await self._known()
        issuer = answer.get("iss")
        if issuer != self.issuer and (issuer is not None or metadata.says_issuer):
            raise WrongProof("the answer is of another provider")
        if answer.get("error") in _BUSY:
            raise ProviderDown("it says that it is busy")
        code = answer.get("code", "")
        if "error" in answer or not 0 < len(code) <= MOST_CODE:
            raise WrongProof("the provider let nobody in")
        told = await self._exchanged(metadata, code, login.verifier)
        id_token, access_token = told.get("id_token"), told.get("access_token")
        if not isinstance(id_token, str) or len(id_token) > MOST_TOKEN:
            raise WrongProof("no ID token")
        token = await self._keys.verified(id_token, metadata.jwks_uri)
        return proved_by(token, self._expected, login, access_token if isinstance(access_token, str) else None, now)

    async def problem(self) -> str:
        """Return why this console cannot use the provider, after offering it a code that it cannot know; empty while it
        can. It says that the code is wrong only to a client that it knows, with its secret."""
        try:
            metadata = await read_metadata(self.issuer)
            await self._keys.ask(metadata.jwks_uri)
            await self._exchanged(metadata, "wees-alert-doctor", "x" * 43)
        except ProviderDown as error:
            return str(error)
        except WrongProof:
            return ""
        return "it gives tokens for any code"

    async def _known(self) -> Metadata:
        now = monotonic()
        if self._metadata is None or now >= self._metadata[0]:
            self._metadata = (now + KEPT_SECONDS, await read_metadata(self.issuer))
        return self._metadata[1]

    async def _exchanged(self, metadata: Metadata, code: str, verifier: str) -> dict[str, Any]:
        """Give the code back for tokens. Raises WrongProof when it is not (or no longer) one of this client and login,
        ProviderDown for anything else."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._client.redirect_uri,
            "code_verifier": verifier,
        }
        headers = {}
        if metadata.takes_basic:  # RFC 6749, section 2.3.1: both are form-encoded first
            login = f"{quote_plus(self._client.id)}:{quote_plus(self._client.secret)}"
            headers["Authorization"] = f"Basic {b64encode(login.encode()).decode()}"
        else:
            form |= {"client_id": self._client.id, "client_secret": self._client.secret}
        status, told = await ask_json(metadata.token_endpoint, form=form, headers=headers)
        if status == 200:
            return told
        if told.get("error") == "invalid_grant":
            raise WrongProof("the code counts not or no longer")
        if told.get("error") in ("invalid_client", "unauthorized_client"):
            raise ProviderDown("it does not know the client, or another secret of it")
        raise ProviderDown(f"it answers {status} for a code")

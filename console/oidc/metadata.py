"""What the provider publishes about itself (OpenID Connect Discovery 1.0): its addresses, and what it can do."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from console.identity_provider import ProviderDown
from console.oidc.http import ask_json
from console.oidc.id_token import ALGORITHMS

DISCOVERY = "/.well-known/openid-configuration"
BASIC, POST = "client_secret_basic", "client_secret_post"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The provider's addresses. `says_issuer`: its answers name it (RFC 9207); `takes_basic`: it takes the client's
    secret in a header, else in the form."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    says_issuer: bool
    takes_basic: bool


async def read_metadata(issuer: str) -> Metadata:
    """Ask the provider. Raises ProviderDown, also when it is another one or cannot do what is needed."""
    status, told = await ask_json(issuer.rstrip("/") + DISCOVERY)
    if status != 200:
        raise ProviderDown(f"{issuer} answers {status} for {DISCOVERY}")
    if told.get("issuer") != issuer:
        raise ProviderDown(f"{issuer} calls itself something else; the issuer must be the same to the letter")
    _check_can(told, "response_types_supported", {"code"})
    _check_can(told, "code_challenge_methods_supported", {"S256"})
    _check_can(told, "id_token_signing_alg_values_supported", ALGORITHMS)
    methods = told.get("token_endpoint_auth_methods_supported") or [BASIC]
    _check_can({"methods": methods}, "methods", {BASIC, POST})
    return Metadata(
        authorization_endpoint=_address(told, "authorization_endpoint", issuer),
        token_endpoint=_address(told, "token_endpoint", issuer),
        jwks_uri=_address(told, "jwks_uri", issuer),
        says_issuer=told.get("authorization_response_iss_parameter_supported") is True,
        takes_basic=BASIC in methods,
    )


def _check_can(told: dict[str, Any], name: str, needed: set[str] | frozenset[str]) -> None:
    """Check that the provider offers one of these; what it does not tell is left to the answers themselves."""
    offered = told.get(name)
    if isinstance(offered, list) and not needed & {one for one in offered if isinstance(one, str)}:
        raise ProviderDown(f"the provider offers none of {', '.join(sorted(needed))} ({name})")


def _address(told: dict[str, Any], name: str, issuer: str) -> str:
    """Return an address that the provider told; it has HTTPS unless all of the provider is on this machine, to try."""
    url = told.get(name)
    parts = urlsplit(url) if isinstance(url, str) else None
    ours = urlsplit(issuer)
    is_local = ours.scheme == "http" and parts is not None and (parts.scheme, parts.netloc) == ("http", ours.netloc)
    if parts is None or not isinstance(url, str) or not (is_local or (parts.scheme == "https" and parts.netloc)):
        raise ProviderDown(f"the provider's {name} is no https:// address")
    return url

"""The keys by which the provider signs: asked for when needed, kept for an hour, and asked for anew when one is new."""

from time import monotonic
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, KeySet, RSAKey
from joserfc.jwt import Token, decode

from console.identity_provider import ProviderDown, WrongProof
from console.oidc.http import ask_json
from console.oidc.id_token import ALGORITHMS

KEPT_SECONDS = 3600.0
MOST_KEYS = 50
_SHORTEST = 341  # base64url digits of the modulus of an RSA key of 2048 bits


class SigningKeys:
    """The published keys of a provider. A token with a key that is not among them has them asked for once more."""

    def __init__(self) -> None:
        self._keys = KeySet([])
        self._until = 0.0

    async def verified(self, token: str, url: str) -> Token:
        """Return the token if one of the keys at this address signed it. Raises WrongProof and ProviderDown."""
        was_known = monotonic() < self._until
        if not was_known:
            await self.ask(url)
        try:
            return _decoded(token, self._keys)
        except WrongProof:
            if not was_known:
                raise
        await self.ask(url)  # the provider may have changed its keys
        return _decoded(token, self._keys)

    async def ask(self, url: str) -> None:
        """Ask for the keys at this address. Raises ProviderDown."""
        status, told = await ask_json(url)
        found = [key for key in map(_usable, _listed(told)) if key is not None]
        if status != 200 or not found:
            raise ProviderDown("the provider publishes no key that can be used")
        self._keys, self._until = KeySet(found), monotonic() + KEPT_SECONDS


def _decoded(token: str, keys: KeySet) -> Token:
    try:
        return decode(token, keys, algorithms=sorted(ALGORITHMS))
    except (JoseError, ValueError, TypeError, LookupError, RecursionError) as error:
        raise WrongProof(f"signature: {type(error).__name__}") from None


def _listed(told: dict[str, Any]) -> list[Any]:
    listed = told.get("keys")
    return listed[:MOST_KEYS] if isinstance(listed, list) else []


def _usable(given: Any) -> Key | None:
    """Return the key if it is a public one for signatures, and long enough."""
    if not isinstance(given, dict) or given.get("use", "sig") != "sig":
        return None
    try:
        match given.get("kty"):
            case "RSA" if len(str(given.get("n", ""))) >= _SHORTEST:
                return RSAKey.import_key(given)
            case "EC":
                return ECKey.import_key(given)
    except (JoseError, ValueError, TypeError, LookupError):
        return None
    return None

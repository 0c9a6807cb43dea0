"""OpenID Connect: signing in at the provider of the settings. Loaded only where one is set."""

from collections.abc import Collection

from console.oidc.id_token import Expected
from console.oidc.provider import RETURN_PATH, Client, OpenIdProvider


def open_provider(
    issuer: str,
    client_id: str,
    client_secret: str,
    *,
    name: str,
    origin: str,
    acr: Collection[str],
    amr: Collection[str],
) -> OpenIdProvider:
    """Return the provider of this issuer, for the console at this origin. `acr`: one of these classes is needed; `amr`:
    all of these methods are."""
    client = Client(client_id, client_secret, origin + RETURN_PATH)
    return OpenIdProvider(name, client, Expected(issuer, client_id, frozenset(acr), frozenset(amr)))

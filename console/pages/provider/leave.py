"""Going to the identity provider: a page that leads there by itself.

A form that is answered by a redirect to another host breaks the policy of the page that it was on (`form-action`).
"""

from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from console.identity_provider import IdentityProvider, ProviderDown
from console.pages.provider.outcome import failed
from console.rendering import respond
from console.security.provider_login import Login, keep_login
from console.site import SITE


@dataclass(frozen=True, slots=True)
class LeaveView:
    """The provider and the address there. `kept`: a form that the browser's script carries meanwhile, sealed."""

    template: ClassVar[str] = "pages/provider/leave.html"
    name: str
    address: str
    kept: str = ""


def provider_of(request: web.Request) -> IdentityProvider:
    """Return the provider of the settings; without one the page does not exist."""
    provider = request.app[SITE].provider
    if provider is None:
        raise web.HTTPNotFound
    return provider


async def leave(request: web.Request, login: Login, kept: str = "") -> web.StreamResponse:
    """Lead to the provider, with this login in the browser's cookie."""
    provider = provider_of(request)
    try:
        address = await provider.address(login.request)
    except ProviderDown as error:
        return failed(request, "down", reason=str(error))
    response = respond(request, LeaveView(provider.name, address, kept))
    keep_login(request, response, login)
    return response

"""What a login at the identity provider came to, where nobody was let in."""

from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from console.log import logger
from console.rendering import respond
from console.site import SITE

STATUS = {"failed": 403, "weak": 403, "unknown": 403, "another": 403, "down": 503}

log = logger()


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """Why nobody was let in, and the provider."""

    template: ClassVar[str] = "pages/provider/outcome.html"
    outcome: str
    name: str


def failed(request: web.Request, outcome: str, *, reason: str = "") -> web.Response:
    """Say what the login came to, and what to do. The reason is for the log."""
    provider = request.app[SITE].provider
    assert provider is not None, "a login begins at a provider"
    log.warning("console_provider", outcome=outcome, reason=reason)
    return respond(request, OutcomeView(outcome, provider.name), status=STATUS[outcome])

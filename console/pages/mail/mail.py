"""The page behind the link in a mail: at a tap no more mail goes to that address. Mail programs press it, too."""

from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.errors import NotFound
from alerts.services.channel.stop_mail import unsubscribe
from console.rendering import respond
from console.security.form_check import FROM_MAIL
from console.site import SITE


@dataclass(frozen=True, slots=True)
class StopView:
    """Whether the mail was stopped, or is asked about."""

    template: ClassVar[str] = "pages/mail/mail.html"
    has_stopped: bool


async def ask(request: web.Request) -> web.StreamResponse:
    """Ask: to open a link stops nothing, as programs that look for viruses open it."""
    return respond(request, StopView(has_stopped=False))


async def stop(request: web.Request) -> web.StreamResponse:
    """Stop the mail; a link that is not known has the same answer."""
    site = request.app[SITE]
    with suppress(NotFound):
        async with site.storage.transaction() as uow:
            await unsubscribe(uow, request.match_info["token"], site.clock.now())
    site.after_commit()
    return respond(request, StopView(has_stopped=True))


ROUTES = (web.get(FROM_MAIL + "{token}", ask), web.post(FROM_MAIL + "{token}", stop))

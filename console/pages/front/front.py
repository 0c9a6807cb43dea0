"""The front page: what Wees Alert is, where to sign in or to go, and in which language."""

from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.member import Language
from alerts.services.member.choose_settings import choose_language as keep_choice
from console.languages import keep_language
from console.local_path import local_path
from console.rendering import respond
from console.security.sessions import visitor_of
from console.site import SITE


@dataclass(frozen=True, slots=True)
class FrontView:
    """The bot, and whether the reader is signed in already."""

    template: ClassVar[str] = "pages/front/front.html"
    bot_url: str
    bot_name: str
    is_signed_in: bool


async def show_front(request: web.Request) -> web.StreamResponse:
    """Show the front page."""
    name = request.app[SITE].bot_name
    is_signed_in = visitor_of(request) is not None
    return respond(request, FrontView(bot_url=f"https://t.me/{name}", bot_name=name, is_signed_in=is_signed_in))


async def choose_language(request: web.Request) -> web.StreamResponse:
    """Take the language that was chosen, and go back to the page where that was done. Who has no chat keeps it in every
    browser."""
    form = await request.post()
    known = {language.value: language for language in Language}
    chosen = known.get(str(form.get("language", "")))
    if chosen is None:
        raise web.HTTPBadRequest
    visitor, site = visitor_of(request), request.app[SITE]
    if visitor is not None and visitor.member.is_in_console_only:  # others choose it in the chat for themselves
        async with site.storage.transaction() as uow:
            await keep_choice(uow, visitor.member, chosen)
    response = web.Response(status=303, headers={"Location": local_path(str(form.get("back", "")))})
    keep_language(response, chosen)
    return response


ROUTES = (web.get("/", show_front), web.post("/language", choose_language))

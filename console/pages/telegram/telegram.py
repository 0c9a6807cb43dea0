"""The page that Telegram opens as a web app: its script sends on what Telegram tells it, which begins a session."""

from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.errors import Conflict, NotFound
from alerts.services.account.enter_from_chat import Entry, enter_from_chat
from console.pages.sign_in.sign_in import TODAY, begun_response
from console.rendering import respond
from console.security.confirmation import record_failure
from console.security.headers import MAY_BE_FRAMED
from console.security.init_data import WrongInitData, read_init_data
from console.site import SITE
from console.static_files import path_of

FIELD = "init_data"


@dataclass(frozen=True, slots=True)
class EntryView:
    """The script that sends the form, and whether a try just failed."""

    template: ClassVar[str] = "pages/telegram/telegram.html"
    script: str
    has_failed: bool = False


async def show_entry(request: web.Request) -> web.StreamResponse:
    """Show the page, also in a frame of Telegram Web, where it only leads to a browser's own window."""
    request[MAY_BE_FRAMED] = True
    return respond(request, EntryView(path_of("chat.js")))


async def take_entry(request: web.Request) -> web.StreamResponse:
    """Begin a session for whoever Telegram says opened the app; whatever is wrong has one answer."""
    site, given = request.app[SITE], str((await request.post()).get(FIELD, ""))
    now = site.clock.now()
    try:
        read = read_init_data(given, site.chat.key, now)
        entry = Entry(site.chat.channel, str(read.user_id), read.digest, read.expires_at)
        async with site.storage.transaction() as uow:
            begun = await enter_from_chat(uow, entry, now)
    except (WrongInitData, NotFound, Conflict):
        await record_failure(request, None)
        return respond(request, EntryView(path_of("chat.js"), has_failed=True), status=403)
    return begun_response(begun, TODAY)


ROUTES = (web.get("/telegram", show_entry), web.post("/telegram", take_entry))

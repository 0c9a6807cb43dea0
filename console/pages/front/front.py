"""The front page: what Wees Alert is, where to go, and in which language."""

from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.member import Language
from console.languages import keep_language
from console.rendering import respond
from console.site import SITE


@dataclass(frozen=True, slots=True)
class FrontView:
    """The address of the bot."""

    template: ClassVar[str] = "pages/front/front.html"
    bot_url: str
    bot_name: str


async def show_front(request: web.Request) -> web.StreamResponse:
    """Show the front page."""
    name = request.app[SITE].bot_name
    return respond(request, FrontView(bot_url=f"https://t.me/{name}", bot_name=name))


async def choose_language(request: web.Request) -> web.StreamResponse:
    """Take the language that was chosen, and go back to the page where that was done."""
    form = await request.post()
    known = {language.value: language for language in Language}
    chosen = known.get(str(form.get("language", "")))
    if chosen is None:
        raise web.HTTPBadRequest
    response = web.Response(status=303, headers={"Location": local_path(str(form.get("back", "")))})
    keep_language(response, chosen)
    return response


def local_path(given: str) -> str:
    """Return the path if it is one of the console's own, else that of the front page: a form leads nowhere else."""
    is_local = given.startswith("/") and not given.startswith(("//", "/\\")) and given.isprintable()
    return given if is_local else "/"


ROUTES = (web.get("/", show_front), web.post("/language", choose_language))

"""Sign-ups: the shops in scope that wait for somebody to verify them, with what is known of each."""

import re

from aiohttp import web

from alerts.ids import PremisesId
from alerts.premises import Premises, ShopFilter, ShopMark
from alerts.services.shop.find_twin import find_twin
from alerts.services.shop.list_shops import list_shops
from console.pages.shops.views import Line, SignupsView
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html, lines
from texts.phrases import Phrases
from texts.shops import address, name_of, signup_notes

PATH = "/signups"
SHOPS = "/shops"
_ID = re.compile(r"[1-9][0-9]{0,17}")


async def show_signups(request: web.Request) -> web.StreamResponse:
    """Show one page of the sign-ups that wait for this person."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now, behind = site.clock.now(), id_in(request.query.get("after", ""))
    after = ShopMark("", behind) if behind else None
    async with site.storage.reading() as uow:
        found, mark = await list_shops(uow, visitor.actor, ShopFilter(is_waiting=True), now, after=after)
        told = []
        for premises in found:
            notes = await signup_notes(uow, premises, await find_twin(uow, premises, now), now, t)
            told.append(line_of(premises, t, lines(t("signup-check") if premises.needs_check else "", notes)))
    onwards = f"{PATH}?after={mark.premises}" if mark else ""
    return respond(request, SignupsView(tuple(told), onwards, PATH if after else ""))


def line_of(premises: Premises, t: Phrases, notes: Html | str = "") -> Line:
    """Return the line of a shop in a list."""
    return Line(
        path=path_of(premises.id),
        name=name_of(premises, t),
        where=address(premises, t),
        branch=t.plain(f"branch-{premises.branch}"),
        is_verified=premises.is_verified,
        notes=notes,
    )


def path_of(premises: PremisesId) -> str:
    """Return where the page of a shop is."""
    return f"{SHOPS}/{premises}"


def id_in(text: str) -> PremisesId:
    """Return the id of a shop in an address; 0, which none has, for anything else."""
    return PremisesId(int(text) if _ID.fullmatch(text) else 0)


ROUTES = (web.get(PATH, signed_in(show_signups)),)

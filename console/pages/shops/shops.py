"""The search for shops within the scope: by postcode, by the beginning of the name, and by branch."""

from urllib.parse import urlencode

from aiohttp import web

from alerts.branch import Branch
from alerts.errors import InvalidPostcode
from alerts.postcode import only_pc4, parse_postcode
from alerts.premises import NAME_LENGTH, Premises, ShopFilter, ShopMark
from alerts.services.shop.list_shops import list_shops
from console.choice import Choice
from console.pages.shops.signups import SHOPS, id_in, line_of
from console.pages.shops.views import ShopsView
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.phrases import Phrases


async def show_shops(request: web.Request) -> web.StreamResponse:
    """Show one page of the shops that fit what was typed; without a word all those in scope."""
    site, visitor, t, query = request.app[SITE], person(request), phrases_of(request), request.query
    typed, name = query.get("postcode", ""), query.get("name", "")
    branch = next((one for one in Branch if one == query.get("branch")), None)
    found: list[Premises] = []
    mark: ShopMark | None = None
    wrong: Html | None = None
    after = _mark(request)
    try:
        wanted = ShopFilter(_postcode(typed), name[:NAME_LENGTH], branch)
        async with site.storage.reading() as uow:
            found, mark = await list_shops(uow, visitor.actor, wanted, site.clock.now(), after=after)
    except InvalidPostcode as error:
        wrong = t(error.text_id, **error.fields)
    chosen = {key: query[key] for key in ("postcode", "name", "branch") if query.get(key)}
    view = ShopsView(
        postcode=typed,
        name=name,
        branches=branches(t, branch),
        lines=tuple(line_of(one, t) for one in found),
        onwards=_path(chosen, key=mark.key, after=str(mark.premises)) if mark else "",
        from_start=_path(chosen) if after else "",
        wrong=wrong,
    )
    return respond(request, view)


def branches(t: Phrases, chosen: Branch | None) -> tuple[Choice, ...]:
    """Return the branches to choose from, by their words."""
    listed = [Choice(one, t.plain(f"branch-{one}"), one is chosen) for one in Branch]
    return tuple(sorted(listed, key=lambda one: one.label.casefold()))


def _postcode(typed: str) -> str:
    """Return the PC4 or PC6 in what was typed; empty for nothing. Raises InvalidPostcode."""
    if not typed.strip():
        return ""
    try:
        return parse_postcode(typed)
    except InvalidPostcode:
        pc4 = only_pc4(typed)
        if pc4 is None:
            raise
        return pc4


def _mark(request: web.Request) -> ShopMark | None:
    behind = id_in(request.query.get("after", ""))
    return ShopMark(request.query.get("key", "")[:NAME_LENGTH], behind) if behind else None


def _path(chosen: dict[str, str], **more: str) -> str:
    return f"{SHOPS}?{urlencode({**chosen, **more})}"


ROUTES = (web.get(SHOPS, signed_in(show_shops)),)

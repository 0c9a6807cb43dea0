"""The search box: what was typed leads to its page, or to a list where it may mean several things."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from aiohttp import web

from alerts.alert import Alert, ApprovalKind
from alerts.errors import NotFound, Rejected
from alerts.ids import AlertId
from alerts.ports import UnitOfWork
from alerts.premises import ShopFilter
from alerts.role import Action, may
from alerts.services.alert.decide_alert import find_undecided
from alerts.services.alert.find_running import find_sent
from alerts.services.alert.search_archive import open_archived, search_archive
from alerts.services.report.find_reports import report_in_scope
from alerts.services.shop.list_shops import list_shops
from console.pages.search.sought import Sought, sought
from console.pages.search.views import Hit, SearchView
from console.pages.shops.signups import SHOPS, line_of
from console.pages.shops.views import Line
from console.rendering import SEARCH, phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.archive import kind_names, read_sought

MOST_SHOPS = 10
MOST_TOLD = 10  # notices found by their words
_Find = Callable[[web.Request, UnitOfWork, str], Awaitable[Hit | None]]


async def search(request: web.Request) -> web.StreamResponse:
    """Lead to the only hit, or list all. What is not there and what is not for this person are one answer."""
    site = request.app[SITE]
    year = site.clock.now().astimezone(site.zone).year
    wanted = sought(request.query.get("q", ""), year)
    shops, all_shops = await _shops(request, wanted)
    numbered = await _hits(request, _alert, wanted.alert, Action.READ_ALERTS, Action.APPROVE_ALERT)
    view = SearchView(
        typed=wanted.typed,
        alerts=numbered or await _told(request, wanted),
        reports=await _hits(request, _report, wanted.report, Action.SEE_REPORTS),
        shops=shops,
        all_shops=all_shops,
    )
    if len(view.paths) == 1:
        return web.Response(status=303, headers={"Location": view.paths[0]})
    return respond(request, view)


async def _hits(request: web.Request, find: _Find, number: str, *actions: Action) -> tuple[Hit, ...]:
    """Return what has this number; a refusal is on the record as at its page."""
    if not number or not any(_may(request, one) for one in actions):
        return ()
    try:
        async with request.app[SITE].storage.reading() as uow:
            found = await find(request, uow, number)
    except (Rejected, NotFound) as error:
        await note_refusal(request, error)
        return ()
    return () if found is None else (found,)


async def _report(request: web.Request, uow: UnitOfWork, number: str) -> Hit | None:
    report_id, t = await uow.reports.by_number(number), phrases_of(request)
    if report_id is None:
        return None
    report = await report_in_scope(uow, person(request).actor, report_id, request.app[SITE].clock.now())
    place = report.place.pc4 or t.plain("place-shared")
    return Hit(f"/reports/{report_id}", report.number, t(f"kind-{report.kind}"), place)


async def _alert(request: web.Request, uow: UnitOfWork, number: str) -> Hit | None:
    alert_id, now = await uow.alerts.by_number(number), request.app[SITE].clock.now()
    if alert_id is None:
        return None
    asked = await _asked(request, uow, alert_id)
    if asked is not None:
        return asked
    found = await find_sent(uow, person(request).actor, alert_id, now)
    return _hit(request, f"/alerts/{alert_id}", found.alert)


async def _told(request: web.Request, wanted: Sought) -> tuple[Hit, ...]:
    """Return the newest notices with these words, of this branch or from these days, that this person reads."""
    if not wanted.name or wanted.alert or wanted.report or not _may(request, Action.READ_ALERTS):
        return ()
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    now = site.clock.now()
    told = read_sought(wanted.typed, t, now.astimezone(site.zone).date())
    async with site.storage.reading() as uow:
        page = await search_archive(uow, actor, told, now, kinds=kind_names(t), zone=site.zone, most=MOST_TOLD)
        reads = [one for one in page.found if (await open_archived(uow, actor, one.id, now))[1]]
    return tuple(_hit(request, f"/alerts/{one.id}", one) for one in reads)


async def _asked(request: web.Request, uow: UnitOfWork, alert_id: AlertId) -> Hit | None:
    """Return the request for approval that waits, if this person may decide on it."""
    approval, now = await uow.alerts.latest_approval(alert_id), request.app[SITE].clock.now()
    if approval is None or approval.decision is not None or approval.kind is ApprovalKind.HELD_TIP:
        return None
    version = approval.alert_version
    try:
        alert, _ = await find_undecided(uow, alert_id, version, person(request).member.id, now)
    except (Rejected, NotFound):
        return None
    return _hit(request, f"/approvals/{alert_id}/{version}", alert)


def _hit(request: web.Request, path: str, alert: Alert) -> Hit:
    t, content = phrases_of(request), alert.content
    return Hit(path, alert.number or "", t(f"kind-{content.kind}"), content.place_words)


async def _shops(request: web.Request, wanted: Sought) -> tuple[tuple[Line, ...], str]:
    """Return the first shops with this postcode, or whose name begins so, and the path of the list if there are
    more."""
    site, t = request.app[SITE], phrases_of(request)
    which = ShopFilter(wanted.postcode, wanted.name)
    if not (which.postcode or which.called) or not _may(request, Action.VERIFY_PREMISES):
        return (), ""
    async with site.storage.reading() as uow:
        found, _ = await list_shops(uow, person(request).actor, which, site.clock.now())
    chosen = {"postcode": wanted.postcode} if wanted.postcode else {"name": wanted.name}
    lines = tuple(line_of(one, t) for one in found[:MOST_SHOPS])
    return lines, f"{SHOPS}?{urlencode(chosen)}" if len(found) > MOST_SHOPS else ""


def _may(request: web.Request, action: Action) -> bool:
    return may(person(request).grants, action, None, now=request.app[SITE].clock.now())


ROUTES = (web.get(SEARCH, signed_in(search)),)

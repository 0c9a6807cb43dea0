"""Today: what waits for this person, approvals first, with how long it waits where that is known."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from aiohttp import web

from alerts.alert import ApprovalKind
from alerts.role import Action, may
from alerts.services.approval.find_waiting import find_waiting
from alerts.services.outcome.find_overdue import overdue_since
from alerts.services.prevention.find_held_tips import tips_of_others
from alerts.services.report.find_reports import free_since
from alerts.services.role.confirm_grant import grants_to_confirm
from alerts.services.shop.find_signups import find_signups
from console.pages.approvals.approvals import waiting_line
from console.pages.approvals.views import Waiting
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.phrases import Phrases
from texts.times_and_distances import duration


@dataclass(frozen=True, slots=True)
class TodayView:
    """What waits, by kind; a kind that this person may not deal with is None, or has no line. `lists` are lines with
    the paths of the pages that have the rest."""

    template: ClassVar[str] = "pages/today/today.html"
    approvals: tuple[Waiting, ...] | None
    lists: tuple[tuple[str, Html], ...]
    has_roles: bool


async def show_today(request: web.Request) -> web.StreamResponse:
    """Show what waits for this person now."""
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    now = site.clock.now()
    approvals: tuple[Waiting, ...] | None = None
    async with site.storage.reading() as uow:
        if may(actor.grants, Action.APPROVE_ALERT, None, now=now):
            asked = await find_waiting(uow, actor, now)
            whole = [one for one in asked if one[1].kind is not ApprovalKind.HELD_TIP]
            approvals = tuple(waiting_line(request, *one) for one in whole)
        tips = await tips_of_others(uow, actor, now)
        reports = await free_since(uow, actor, now)
        overdue = await overdue_since(uow, actor, now)
        may_verify = may(actor.grants, Action.VERIFY_PREMISES, None, now=now)
        grants = len(await grants_to_confirm(uow, actor.member.id, now))
        signups = len(await find_signups(uow, actor, now)) if may_verify else 0
    lists = [("/reports", _since("reports", reports, now, t))] if reports else []
    lists += [("/reports?state=triage", _since("overdue", overdue, now, t))] if overdue else []
    lists += [("/tips", _since("tips", tips, now, t))] if tips else []
    lists += [("/signups", t("console-today-signups", count=signups))] if signups else []
    lists += [("/confirmations", t("console-today-grants", count=grants))] if grants else []
    return respond(request, TodayView(approvals, tuple(lists), bool(actor.grants)))


def _since(what: str, times: list[datetime], now: datetime, t: Phrases) -> Html:
    return t(f"console-today-{what}", count=len(times), duration=duration(now - min(times), t))


ROUTES = (web.get("/today", signed_in(show_today)),)

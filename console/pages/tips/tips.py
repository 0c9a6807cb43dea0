"""The tips that are held back for this person, and one of them: it is stopped, or sent at once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from aiohttp import web

from alerts.alert import Alert
from alerts.errors import IllegalTransition
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.permission.check_may import check_has
from alerts.services.prevention.find_held_tips import HeldTip, held_tip, held_tips_for
from alerts.services.prevention.hold_tip import send_tip, stop_tip
from console.message_html import for_browsers
from console.moments import Moment, told
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html

PATH = "/tips"
Decide = Callable[[UnitOfWork, AlertId, int, MemberId, datetime], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class TipLine:
    """One tip in the list: `is_own`: this person wrote it."""

    path: str
    number: str
    asked: Moment
    is_own: bool


@dataclass(frozen=True, slots=True)
class TipsView:
    """The tips that wait, oldest first."""

    template: ClassVar[str] = "pages/tips/tips.html"
    lines: tuple[TipLine, ...]


@dataclass(frozen=True, slots=True)
class TipView:
    """One tip. `notice` is as recipients read it; without one it was decided, and `head` says how. `confirm`: what the
    browser is asked before it is sent; `problem`: why the last form changed nothing."""

    template: ClassVar[str] = "pages/tips/tip.html"
    path: str
    number: str
    head: Html
    notice: Html | None
    may_send: bool
    confirm: str
    problem: Html | None = None


async def show_tips(request: web.Request) -> web.StreamResponse:
    """Show the tips that wait and that this person may stop."""
    site, visitor = request.app[SITE], person(request)
    async with site.storage.reading() as uow:
        found = await held_tips_for(uow, visitor.actor, site.clock.now())
    return respond(request, TipsView(tuple(_line(request, one) for one in found)))


async def show_tip(request: web.Request) -> web.StreamResponse:
    """Show one tip as it will arrive, or what became of it."""
    return respond(request, await _view(request))


async def send(request: web.Request) -> web.StreamResponse:
    """Send the tip now. Needs a fresh passkey."""
    check_has(person(request).actor, Action.SEND_PREVENTION, request.app[SITE].clock.now())
    await require_fresh(request)
    return await _decided(request, send_tip)


async def stop(request: web.Request) -> web.StreamResponse:
    """Stop the tip, so that it is not sent; its writer is told."""
    return await _decided(request, stop_tip)


async def _decided(request: web.Request, decide: Decide) -> web.StreamResponse:
    """Decide, and show what became of the tip, also where somebody else was first."""
    site, actor, (alert, version) = request.app[SITE], person(request).actor, _which(request)
    now = site.clock.now()
    check_has(actor, Action.SEND_PREVENTION, now)
    try:
        async with site.storage.transaction() as uow:
            await decide(uow, alert, version, actor.member.id, now)
    except IllegalTransition as error:
        await note_refusal(request, error)
        return respond(request, await _view(request, phrases_of(request)("tip-too-late")), status=409)
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{PATH}/{alert}/{version}"})


async def _view(request: web.Request, problem: Html | None = None) -> TipView:
    site, visitor, (alert, version) = request.app[SITE], person(request), _which(request)
    async with site.storage.reading() as uow:
        tip = await held_tip(uow, visitor.actor, alert, version, site.clock.now())
        card = await site.write_card(uow, tip.alert, tip.approval, phrases_of(request), visitor.member.id)
        confirm = await confirmation_options(request, uow)
    return TipView(
        path=f"{PATH}/{alert}/{version}",
        number=_number(tip.alert),
        head=for_browsers(card.head),
        notice=None if card.notice is None else for_browsers(card.notice),
        may_send=tip.may_send,
        confirm=confirm,
        problem=problem,
    )


def _line(request: web.Request, tip: HeldTip) -> TipLine:
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    return TipLine(
        path=f"{PATH}/{tip.alert.id}/{tip.approval.alert_version}",
        number=_number(tip.alert),
        asked=told(tip.approval.requested_at, t, site.zone, site.clock.now()),
        is_own=tip.alert.author_id == visitor.member.id,
    )


def _number(alert: Alert) -> str:
    return alert.number or ""


def _which(request: web.Request) -> tuple[AlertId, int]:
    return AlertId(int(request.match_info["alert"])), int(request.match_info["version"])


_ONE = f"{PATH}/{{alert:[1-9][0-9]{{0,17}}}}/{{version:[0-9]{{1,9}}}}"
ROUTES = (
    web.get(PATH, signed_in(show_tips)),
    web.get(_ONE, signed_in(show_tip)),
    web.post(f"{_ONE}/send", signed_in(send)),
    web.post(f"{_ONE}/stop", signed_in(stop)),
)

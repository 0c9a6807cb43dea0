"""The section with the cascade of an incident, and the forms by which whoever was called answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from aiohttp import web

from alerts.cascade import Cascade
from alerts.errors import IllegalTransition
from alerts.ids import IncidentId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.cascade.acknowledge import acknowledge, take_on
from alerts.services.permission.check_may import is_allowed
from console.message_html import for_browsers
from console.pages.incidents.incidents import PATH
from console.rendering import phrases_of
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.cascade import cascade_steps, taken_words
from texts.html import Html
from texts.times_and_distances import moment

Answer = Callable[[UnitOfWork, Actor, IncidentId, datetime], Awaitable[Cascade]]


@dataclass(frozen=True, slots=True)
class CascadeSection:
    """The cascade as this reader may see it: every step for police and the safety director, else who takes it on. What
    they can still answer: `may_see` that they have seen it, `may_take` that they take it on."""

    template: ClassVar[str] = "pages/incidents/_cascade.html"
    path: str
    steps: tuple[Html, ...]
    taken: tuple[Html, ...]
    ended: Html | None
    may_see: bool
    may_take: bool


async def section(request: web.Request, uow: UnitOfWork, incident: Incident) -> CascadeSection | None:
    """Return the cascade; none before it began, and for who neither may see it whole nor was called."""
    site, t, reader = request.app[SITE], phrases_of(request), person(request).member.id
    now, cascade = site.clock.now(), await uow.cascades.find(incident.id)
    if cascade is None:
        return None
    sees_all = await is_allowed(uow, reader, Action.SEE_CASCADE, incident.place, now)
    left = cascade.left_for(reader)
    if not sees_all and left is None:
        return None
    steps = await cascade_steps(uow, incident, cascade, t, site.zone, now) if sees_all else []
    taken = {one.member_id: one for one in cascade.calls if one.taken_at is not None}.values()
    words = [] if sees_all else [await taken_words(uow, one, t, site.zone, now) for one in taken]
    ended = None if cascade.ended_at is None else moment(cascade.ended_at, t, site.zone, now)
    is_open = incident.is_open and left is not None
    return CascadeSection(
        path=f"{PATH}/{incident.id}/cascade",
        steps=tuple(for_browsers(one) for one in steps),
        taken=tuple(for_browsers(one) for one in words),
        ended=None if ended is None else t("cascade-ended", at=ended),
        may_see=is_open and left is not None and left.is_unseen,
        may_take=is_open and left is not None and left.is_free,
    )


async def see(request: web.Request) -> web.StreamResponse:
    """Note that this person has seen the incident."""
    return await _answer(request, acknowledge)


async def take(request: web.Request) -> web.StreamResponse:
    """Note that this person takes it on; where a colleague was first, their page says who."""
    return await _answer(request, take_on)


async def _answer(request: web.Request, answer: Answer) -> web.StreamResponse:
    site, number = request.app[SITE], IncidentId(int(request.match_info["incident"]))
    try:
        async with site.storage.transaction() as uow:
            await answer(uow, person(request).actor, number, site.clock.now())
    except IllegalTransition as error:
        await note_refusal(request, error)
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{PATH}/{number}"})


_ONE = f"{PATH}/{{incident:[1-9][0-9]{{0,17}}}}/cascade"
ROUTES = (web.post(f"{_ONE}/seen", signed_in(see)), web.post(f"{_ONE}/take", signed_in(take)))

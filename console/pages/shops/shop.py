"""One shop: verified, withdrawn, and its people and links looked after by the same use cases as in the chat."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlencode

from aiohttp import web

from alerts.errors import Conflict, IllegalTransition, NotFound
from alerts.ids import InviteId, PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import MOST_PEOPLE, Premises
from alerts.role import Action
from alerts.services.invite.revoke_invite import revoke_invite
from alerts.services.permission.reach import Reach
from alerts.services.shop.find_twin import Twin, find_twin
from alerts.services.shop.limit_people import allow_more, most_people, shop_for, vouch_for_people
from alerts.services.shop.verify_premises import verify_premises
from alerts.services.shop.withdraw_verification import withdraw_verification
from console.form_numbers import number_in
from console.moments import told
from console.pages.shops.signups import SHOPS, path_of
from console.pages.shops.views import Entry, Link, People, ShopView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.phrases import Phrases
from texts.shops import facts, name_of, signup_notes

WEEK = timedelta(days=7)
Act = Callable[[UnitOfWork, datetime], Awaitable[object]]


async def show_shop(request: web.Request) -> web.StreamResponse:
    """Show a shop of others that this person might verify."""
    async with request.app[SITE].storage.reading() as uow:
        return respond(request, await _view(request, uow))


async def verify(request: web.Request) -> web.StreamResponse:
    """Verify the shop as the page showed it, with the twin that it named."""
    form = await request.post()

    async def act(uow: UnitOfWork, now: datetime) -> object:
        shown = next((one for one in Twin if one == form.get("twin")), None)
        actor, version = person(request).actor, number_in(form.get("version"))
        return await verify_premises(uow, actor, _which(request), version=version, shown=shown, now=now)

    return await _done(request, act)


async def withdraw(request: web.Request) -> web.StreamResponse:
    """Withdraw the verification; the people of the shop hear it in the chat."""
    form = await request.post()

    async def act(uow: UnitOfWork, now: datetime) -> object:
        actor, version = person(request).actor, number_in(form.get("version"))
        return await withdraw_verification(uow, actor, _which(request), version=version, now=now)

    return await _done(request, act)


async def vouch(request: web.Request) -> web.StreamResponse:
    """Record that the coordinator knows the new people of the shop."""

    async def act(uow: UnitOfWork, now: datetime) -> object:
        return await vouch_for_people(uow, person(request).actor, _which(request), now)

    return await _done(request, act)


async def allow(request: web.Request) -> web.StreamResponse:
    """Raise the number of people that may belong to the shop, as the page offered."""
    form = await request.post()

    async def act(uow: UnitOfWork, now: datetime) -> object:
        return await allow_more(uow, person(request).actor, _which(request), number_in(form.get("most")), now)

    return await _done(request, act)


async def revoke(request: web.Request) -> web.StreamResponse:
    """Revoke a link that this person made for the shop."""

    async def act(uow: UnitOfWork, now: datetime) -> object:
        invite = await revoke_invite(uow, person(request).member, InviteId(int(request.match_info["link"])), now)
        if invite.premises_id != _which(request):
            raise NotFound
        return invite

    return await _done(request, act)


async def _done(request: web.Request, act: Act) -> web.StreamResponse:
    """Do it and go on to the shop; where it came too late, say why, and show how the shop is now."""
    site, t = request.app[SITE], phrases_of(request)
    now = site.clock.now()
    try:
        async with site.storage.transaction() as uow:
            await act(uow, now)
    except (IllegalTransition, Conflict) as error:
        await note_refusal(request, error)
        problem = t("console-shop-changed")
        if isinstance(error, IllegalTransition):
            problem = t(error.text_id, **error.fields)
        async with site.storage.reading() as uow:
            return respond(request, replace(await _view(request, uow), problem=problem), status=409)
    site.after_commit()
    return web.Response(status=303, headers={"Location": path_of(_which(request))})


async def _view(request: web.Request, uow: UnitOfWork) -> ShopView:
    """Return what the page of a shop shows. Raises as `shop_for`."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now = site.clock.now()
    premises = await shop_for(uow, visitor.actor, _which(request), now)
    twin = await find_twin(uow, premises, now)
    is_waiting = premises.can_be_verified and not premises.is_verified
    links = [one for one in await uow.invites.open_for(premises.id, now) if one.created_by == visitor.member.id]
    return ShopView(
        path=path_of(premises.id),
        invite=f"{SHOPS}/invite?{urlencode(_known(premises))}",
        name=name_of(premises, t),
        version=premises.version,
        facts=facts(premises, t),
        check=t("signup-check") if premises.needs_check else "",
        state=_state(premises, t),
        verified=told(premises.verified_at, t, site.zone, now) if premises.verified_at else None,
        may_verify=is_waiting,
        notes=await signup_notes(uow, premises, twin, now, t),
        twin=twin or "",
        entries=await _entries(request, uow, premises),
        people=await _people(uow, premises, now),
        links=tuple(Link(one.id, one.uses_left, told(one.expires_at, t, site.zone, now)) for one in links),
    )


async def _entries(request: web.Request, uow: UnitOfWork, premises: Premises) -> tuple[Entry, ...]:
    """Return the shop beside the others that look like it, as far as this person may verify those too."""
    t, now = phrases_of(request), request.app[SITE].clock.now()
    reach = Reach(uow, person(request).actor, Action.VERIFY_PREMISES, now)
    twins = [one for one in await uow.premises.twins(premises) if await reach.covers_shop(one.place, one.branch)]
    if not twins:
        return ()
    found = []
    for one in (premises, *twins):
        people = len(await uow.premises.members_of(one.id))
        found.append(Entry("" if one is premises else path_of(one.id), facts(one, t), _state(one, t), people))
    return tuple(found)


async def _people(uow: UnitOfWork, premises: Premises, now: datetime) -> People:
    people, most = await uow.premises.members_of(premises.id), await most_people(uow, premises)
    owners = sum(one.is_owner for one in people)
    return People(
        owners=owners,
        colleagues=len(people) - owners,
        new=sum(one.is_new(now) for one in people),
        came=await uow.premises.count_joined(premises.id, now - WEEK),
        most=most,
        allow=most + MOST_PEOPLE if len(people) >= most else 0,
    )


def _state(premises: Premises, t: Phrases) -> Html:
    if premises.is_verified:
        return t("shop-verified-short")
    return t("shop-unverified-short" if premises.can_be_verified else "console-shop-incomplete")


def _known(premises: Premises) -> dict[str, str]:
    told_facts = {
        "postcode": premises.pc6 or "",
        "number": premises.house_number or "",
        "name": premises.name or "",
        "branch": premises.branch.value,
    }
    return {name: value for name, value in told_facts.items() if value}


def _which(request: web.Request) -> PremisesId:
    return PremisesId(int(request.match_info["shop"]))


_ONE = f"{SHOPS}/{{shop:[1-9][0-9]{{0,17}}}}"
ROUTES = (
    web.get(_ONE, signed_in(show_shop)),
    web.post(f"{_ONE}/verify", signed_in(verify)),
    web.post(f"{_ONE}/withdraw", signed_in(withdraw)),
    web.post(f"{_ONE}/vouch", signed_in(vouch)),
    web.post(f"{_ONE}/allow", signed_in(allow)),
    web.post(f"{_ONE}/links/{{link:[1-9][0-9]{{0,17}}}}/revoke", signed_in(revoke)),
)

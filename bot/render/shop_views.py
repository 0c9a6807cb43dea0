"""The notices of the retailers' side: what is told for certain, written when it is sent."""

from collections.abc import Mapping
from dataclasses import replace

from alerts.ids import MemberId, PremisesId
from alerts.postcode import shown
from alerts.premises import Premises
from alerts.role import Action, Role, actions_of, parse_scope
from bot.menu import COMMANDS, main_keyboard
from bot.message import Html, Message, paragraphs
from bot.render.role import role_words
from bot.render.settings import FIRST_NIGHT_KEPT, night_question
from bot.render.shop import (
    facts,
    invite_followed_card,
    join_request,
    name_of,
    profile,
    signup_card_now,
    standing,
)
from bot.render.view import View, WriteView


async def _premises(view: View) -> Premises:
    return await view.uow.premises.get(PremisesId(view.number("premises")))


async def runs_it(view: View, premises: Premises) -> bool:
    """Whether the reader does."""
    people = await view.uow.premises.members_of(premises.id)
    return any(one.is_owner and one.member_id == view.reader for one in people)


async def _how_it_stands(view: View) -> Html:
    premises = await _premises(view)
    return standing(premises, view.t, is_owner=await runs_it(view, premises))


async def signup(view: View) -> Message:
    """To coordinators: a shop can be verified."""
    return await signup_card_now(view.uow, await _premises(view), view.now, view.t)


async def verified(view: View) -> Message:
    """To a shop's people: alerts from now on."""
    premises = await _premises(view)
    return Message(paragraphs(view.t("verified", name=name_of(premises, view.t)), view.t("verified-what")))


async def unverified(view: View) -> Message:
    """To a shop's people: a coordinator took the verification back."""
    premises = await _premises(view)
    return Message(paragraphs(view.t("unverified", name=name_of(premises, view.t)), view.t("unverified-what")))


async def invite_followed(view: View) -> Message:
    """To who made a link for a shop: it was used."""
    return invite_followed_card(await _premises(view), view.t)


async def moved(view: View) -> Message:
    """To a shop's people: another place or branch."""
    premises = await _premises(view)
    lost = view.t("moved-lost") if view.number("lost") else ""
    links = view.t("moved-links") if view.fields.get("links") else ""
    return Message(paragraphs(view.t("moved"), facts(premises, view.t), lost, links, await _how_it_stands(view)))


async def shop_moved(view: View) -> Message:
    """To coordinators of the earlier place: a verification was dropped."""
    premises, was = await _premises(view), view.text("was")
    code = shown(was) if len(was) == 6 else was or view.t.plain("shop-shared-place")
    where = f"{code} {view.fields.get('number', '')}".strip()
    return Message(paragraphs(view.t("shop-moved", was=where), facts(premises, view.t)), is_protected=True)


async def joined(view: View) -> Message:
    """To who accepted an invitation: you belong to this shop; with the question about the night for who is new."""
    premises = await _premises(view)
    told = paragraphs(view.t("joined"), facts(premises, view.t), await _how_it_stands(view))
    if not view.number("asks_night"):
        return Message(told)
    asked = night_question(view.t, FIRST_NIGHT_KEPT)
    return replace(asked, text=paragraphs(told, asked.text))


async def colleague_joined(view: View) -> Message:
    """To the owners: somebody used the link."""
    premises, member = await _premises(view), await view.uow.members.get(MemberId(view.number("member")))
    text = view.t("colleague-joined", name=name_of(premises, view.t), person=profile(member, view.t))
    return Message(text, is_protected=True)


async def join_wanted(view: View) -> Message:
    """To the owners: somebody says to work here."""
    member = await view.uow.members.get(MemberId(view.number("member")))
    return join_request(await _premises(view), member, view.number("duplicate"), view.t)


async def admitted(view: View) -> Message:
    """To who asked: you belong to the shop."""
    premises = await _premises(view)
    return Message(paragraphs(view.t("admitted"), facts(premises, view.t), await _how_it_stands(view)))


async def refused(view: View) -> Message:
    """To who asked: not there; the own entry stays."""
    premises = await _premises(view)
    return Message(paragraphs(view.t("refused", name=name_of(premises, view.t)), standing(premises, view.t)))


async def removed(view: View) -> Message:
    """To who was removed by the owner: from where, and what one can do."""
    return Message(view.t("removed", name=name_of(await _premises(view), view.t)))


async def handed_over(view: View) -> Message:
    """To who runs the shop from now on."""
    text = "handed-over-unreached" if view.fields.get("unreached") else "handed-over"
    return Message(view.t(text, name=name_of(await _premises(view), view.t)))


async def role_granted(view: View) -> Message:
    """To a new coordinator: what the role is, where, and what it can do."""
    role, scope = Role(view.text("role")), parse_scope(view.text("scope"))
    actions = actions_of(role, scope)
    menu = view.t("role-menu") if any(command.audience in actions for command in COMMANDS) else ""
    signups = view.t("role-signups", scope=scope.kind) if Action.HEAR_SIGNUPS in actions else ""
    reports = view.t("role-reports") if Action.SEE_REPORTS in actions else ""
    copies = view.t("role-copies", scope=scope.kind) if Action.RECEIVE_COPIES in actions else ""
    if not copies and Action.READ_ALERTS in actions:
        copies = view.t("role-reads")
    granted = await role_words(view.uow, role, scope, view.t)
    return Message(paragraphs(granted, menu, signups, reports, copies), main_keyboard(view.t))


SHOP_VIEWS: Mapping[str, WriteView] = {
    "signup": signup,
    "verified": verified,
    "unverified": unverified,
    "invite-followed": invite_followed,
    "moved": moved,
    "shop-moved": shop_moved,
    "joined": joined,
    "colleague-joined": colleague_joined,
    "join-wanted": join_wanted,
    "admitted": admitted,
    "refused": refused,
    "removed": removed,
    "handed-over": handed_over,
    "role-granted": role_granted,
}

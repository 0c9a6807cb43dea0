"""Notices about shops and roles that are stored with the change they report, and rendered when they are sent."""

from collections.abc import Mapping
from dataclasses import replace

from alerts.ids import MemberId, PremisesId
from alerts.postcode import shown
from alerts.premises import Premises
from alerts.role import Action, Function, Role, actions_of, parse_scope
from bot.conversation.menu import COMMANDS, main_keyboard
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.crowded_shop import newcomer_line
from bot.render.settings import FIRST_NIGHT_KEPT, night_question
from bot.render.shop import join_request, profile, runs_it, signup_notice, standing, verified_card, vouched_notice
from texts.html import Html, paragraphs
from texts.roles import RoleOffer, role_words
from texts.shops import facts, name_of


async def _premises(view: View) -> Premises:
    return await view.uow.premises.get(PremisesId(view.number("premises")))


async def _how_it_stands(view: View) -> Html:
    premises = await _premises(view)
    return standing(premises, view.t, is_owner=await runs_it(view, premises))


async def signup(view: View) -> Message:
    """Tell coordinators that a shop can be verified."""
    return await signup_notice(view)


async def verified(view: View) -> Message:
    """Tell a shop's people that it was verified, and that they get alerts from now on."""
    premises = await _premises(view)
    return Message(paragraphs(view.t("verified", name=name_of(premises, view.t)), view.t("verified-what")))


async def unverified(view: View) -> Message:
    """Tell a shop's people that a coordinator withdrew the verification."""
    premises = await _premises(view)
    return Message(paragraphs(view.t("unverified", name=name_of(premises, view.t)), view.t("unverified-what")))


async def invite_followed(view: View) -> Message:
    """Tell the person who invited a shop that the link was used."""
    return verified_card(await _premises(view), view.t, "invite-followed")


async def shop_vouched(view: View) -> Message:
    """Tell the coordinators of the place that an administrator verified a shop there."""
    return await vouched_notice(view)


async def moved(view: View) -> Message:
    """Tell a shop's people that its place or branch changed."""
    premises = await _premises(view)
    lost = view.t("moved-lost") if view.number("lost") else ""
    links = view.t("moved-links") if view.fields.get("links") else ""
    return Message(paragraphs(view.t("moved"), facts(premises, view.t), lost, links, await _how_it_stands(view)))


async def shop_moved(view: View) -> Message:
    """Tell the coordinators of the earlier place that the shop moved away and lost its verification."""
    premises, was = await _premises(view), view.text("was")
    code = shown(was) if len(was) == 6 else was or view.t.plain("shop-shared-place")
    where = f"{code} {view.fields.get('number', '')}".strip()
    return Message(paragraphs(view.t("shop-moved", was=where), facts(premises, view.t)), is_protected=True)


async def joined(view: View) -> Message:
    """Tell a new person which shop they joined; asks about alerts at night if they were not asked before."""
    premises = await _premises(view)
    first_day = await newcomer_line(premises, view)
    told = paragraphs(view.t("joined"), facts(premises, view.t), await _how_it_stands(view), first_day)
    if not view.number("asks_night"):
        return Message(told)
    asked = night_question(view.t, FIRST_NIGHT_KEPT)
    return replace(asked, text=paragraphs(told, asked.text))


async def colleague_joined(view: View) -> Message:
    """Tell the owners that somebody used the link for colleagues."""
    premises, member = await _premises(view), await view.uow.members.get(MemberId(view.number("member")))
    text = view.t("colleague-joined", name=name_of(premises, view.t), person=profile(member, view.t))
    return Message(text, is_protected=True)


async def join_wanted(view: View) -> Message:
    """Ask the owners to admit somebody who says to work there."""
    member = await view.uow.members.get(MemberId(view.number("member")))
    return join_request(await _premises(view), member, view.number("duplicate"), view.t)


async def admitted(view: View) -> Message:
    """Tell the person that an owner admitted them to the shop."""
    premises = await _premises(view)
    first_day = await newcomer_line(premises, view)
    return Message(paragraphs(view.t("admitted"), facts(premises, view.t), await _how_it_stands(view), first_day))


async def refused(view: View) -> Message:
    """Tell the person that an owner refused them; their own entry stays."""
    premises = await _premises(view)
    return Message(paragraphs(view.t("refused", name=name_of(premises, view.t)), standing(premises, view.t)))


async def removed(view: View) -> Message:
    """Tell the person that the owner removed them from the shop, and what they can do."""
    return Message(view.t("removed", name=name_of(await _premises(view), view.t)))


async def handed_over(view: View) -> Message:
    """Tell the person that they are the shop's owner from now on."""
    text = "handed-over-unreached" if view.fields.get("unreached") else "handed-over"
    return Message(view.t(text, name=name_of(await _premises(view), view.t)))


async def role_granted(view: View) -> Message:
    """Tell a new holder what the role is, where it holds, and what it allows."""
    role, scope = Role(view.text("role")), parse_scope(view.text("scope"))
    actions = actions_of(role, scope)
    menu = view.t("role-menu") if any(command.audience in actions for command in COMMANDS) else ""
    signups = view.t("role-signups", scope=scope.kind) if Action.HEAR_SIGNUPS in actions else ""
    reports = view.t("role-reports") if Action.SEE_REPORTS in actions else ""
    copies = view.t("role-copies", scope=scope.kind) if Action.RECEIVE_COPIES in actions else ""
    if not copies and Action.READ_ALERTS in actions:
        copies = view.t("role-reads")
    function = Function(view.text("function")) if "function" in view.fields else None
    manages = role is Role.KVO_MANAGER and scope.kvo_group_id is not None and function is None
    text = "role-granted-group" if manages else "role-granted"
    granted = await role_words(view.uow, RoleOffer(role, scope, function), view.t, text)
    return Message(paragraphs(granted, menu, signups, reports, copies), main_keyboard(view.t))


SHOP_VIEWS: Mapping[str, WriteView] = {
    "signup": signup,
    "verified": verified,
    "unverified": unverified,
    "invite-followed": invite_followed,
    "shop-vouched": shop_vouched,
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

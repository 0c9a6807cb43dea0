"""Deputies: the card of a role with its deputy, and the notices about deputies."""

from collections.abc import Mapping

from alerts.ids import MemberId, RoleId
from alerts.role import Grant
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.shop import person
from texts.html import lines, paragraphs
from texts.roles import role_words


async def deputy_card(grant: Grant, view: View) -> Message:
    """Render one of the reader's roles with its deputy, and the button that changes it."""
    t = view.t
    held = await role_words(view.uow, grant, t, "mine-role")
    if grant.deputy_id is None:
        add = button(t.plain("deputy-name"), "deputy-name", grant.id)
        return Message(lines(held, t("deputy-none"))).with_keyboard((add,))
    who = await person(view.uow, grant.deputy_id, t)
    drop = button(t.plain("deputy-end"), "deputy-end", f"{grant.id}.{grant.deputy_id}")
    return Message(lines(held, t("deputy-is", person=who)), is_protected=True).with_keyboard((drop,))


async def named(view: View) -> Message:
    """Tell the deputy for which role they deputise, and what that means."""
    grant = await _grant(view)
    named = await role_words(view.uow, grant, view.t, "deputy-named")
    return Message(paragraphs(named, view.t("deputy-means")))


async def joined(view: View) -> Message:
    """Tell the role's holder that somebody accepted the link."""
    grant, t = await _grant(view), view.t
    who = await person(view.uow, MemberId(view.number("deputy")), t)
    told = await role_words(view.uow, grant, t, "deputy-joined", person=who)
    return Message(paragraphs(told, t("deputy-how-to-end")), is_protected=True)


async def ended(view: View) -> Message:
    """Tell a former deputy that it ended."""
    grant = await _grant(view)
    return Message(await role_words(view.uow, grant, view.t, "deputy-ended"))


async def erased(view: View) -> Message:
    """Tell the role's holder that the deputy's account was erased."""
    grant = await _grant(view)
    return Message(await role_words(view.uow, grant, view.t, "deputy-erased"))


async def _grant(view: View) -> Grant:
    return await view.uow.roles.get(RoleId(view.number("role")))


DEPUTY_VIEWS: Mapping[str, WriteView] = {
    "deputy-named": named,
    "deputy-joined": joined,
    "deputy-ended": ended,
    "deputy-erased": erased,
}

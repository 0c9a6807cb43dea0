"""/groepen: the KVO groups that somebody manages and the actions on each. Works in private chats only."""

from telegram import Update

from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.role import Action
from alerts.services.chat.chat_trouble import try_chat_again
from alerts.services.chat.tie_chat import new_tie_code
from alerts.services.group.find_groups import find_groups, group_for
from alerts.services.group.make_group import changeable_group, close_group, may_make_groups
from bot.conversation.callbacks import button
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Message
from bot.conversation.replies import CheckChat, Edit, Replies, Say, Shown, Toast
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.group import GROUP
from bot.forms.role.group_manager import MANAGER_INVITE
from bot.handlers.matching import Handler, command, pressed
from bot.render.invitation import handed_on
from bot.render.kvo_group import group_card, how_to_tie
from texts.html import paragraphs
from texts.phrases import Phrases

AT_ONCE = MOST - 3  # beside the buttons for more, for the beginning, and for a new one
LABEL_LENGTH = 40


def handlers() -> list[Handler]:
    """List the handlers for the list, the cards, and each button of a card."""
    return [
        command("groepen", "groups", groups),
        pressed("groups", more),
        pressed("group", card),
        pressed("group-new", new),
        pressed("group-code", code),
        pressed("group-look", look),
        pressed("group-link", link),
        pressed("group-manager", manager),
        pressed("group-change", change),
        pressed("group-close", close),
        pressed("group-closed", closed),
    ]


async def groups(_update: Update, context: Context) -> Replies:
    """Show the first page of the list."""
    return [Say(await _list(context.request, 0))]


async def more(_update: Update, context: Context) -> Replies:
    """Show the page after the group that the button names, or the first page."""
    return [Edit(await _list(context.request, context.press.entity_id))]


async def card(_update: Update, context: Context) -> Replies:
    """Show the card of one group."""
    return [Edit(await _card(context.request, await _managed(context)))]


async def new(_update: Update, context: Context) -> Replies:
    """Begin the form for a new group."""
    return await dialogues.begin(GROUP.name, context.request)


async def code(_update: Update, context: Context) -> Replies:
    """Make a new code that ties a chat to the group; the earlier code stops working."""
    request, group = context.request, await _managed(context)
    return [Say(how_to_tie(await new_tie_code(request.uow, request.actor, group.id, request.now), request))]


async def look(_update: Update, context: Context) -> Replies:
    """Check how the chat is set up now."""
    request, group = context.request, await _managed(context)
    await try_chat_again(request.uow, group, request.now)
    return [CheckChat(group.id, Shown.CARD, request.person().id, request.language)]


async def link(_update: Update, context: Context) -> Replies:
    """Show the chat's join link, to hand on."""
    t, group = context.request.t, await _managed(context)
    if not group.is_tied or group.join_link is None:
        return [Toast(t.plain("group-no-link"), is_alert=True)]
    return [Say(handed_on(t("group-link-what", name=group.name, link=group.join_link), group.join_link, t))]


async def manager(_update: Update, context: Context) -> Replies:
    """Begin the form that invites a manager of the group."""
    group = await _managed(context)
    return await dialogues.begin(MANAGER_INVITE.name, context.request, str(group.id))


async def change(_update: Update, context: Context) -> Replies:
    """Begin the form that changes the group's name, postcodes or branches."""
    group = await _changeable(context)
    return await dialogues.begin(GROUP.name, context.request, str(group.id))


async def close(_update: Update, context: Context) -> Replies:
    """Ask to confirm that the group is closed."""
    t, group = context.request.t, await _changeable(context)
    yes = button(t.plain("group-close-yes"), "group-closed", group.id, group.version)
    back = button(t.plain("nav-back"), "group", group.id)
    return [Edit(Message(t("group-close-question", name=group.name)).with_keyboard((yes,), (back,)))]


async def closed(_update: Update, context: Context) -> Replies:
    """Close the group."""
    request, group = context.request, await _changeable(context)
    await close_group(request.uow, request.actor, group.id, version=context.press.version, now=request.now)
    return [Edit(Message(request.t("group-closed", name=group.name)))]


async def _managed(context: Context) -> KvoGroup:
    request, group_id = context.request, KvoGroupId(context.press.entity_id)
    return await group_for(request.uow, request.actor, Action.MANAGE_KVO_GROUP, group_id, now=request.now)


async def _changeable(context: Context) -> KvoGroup:
    request, press = context.request, context.press
    return await changeable_group(
        request.uow, request.actor, KvoGroupId(press.entity_id), version=press.version, now=request.now
    )


async def _card(request: Request, group: KvoGroup) -> Message:
    return await group_card(request.uow, request.actor, group, request.t, zone=request.zone, now=request.now)


async def _list(request: Request, behind: int) -> Message:
    t = request.t
    await request.check_may(Action.MANAGE_KVO_GROUP)
    found = await find_groups(request.uow, request.actor, Action.MANAGE_KVO_GROUP, request.now)
    makes = ((button(t.plain("group-new"), "group-new"),),) if may_make_groups(request.actor, request.now) else ()
    if not found:
        return Message(t("groups-none")).with_keyboard(*makes)
    shown = [one for one in found if one.id > behind][:AT_ONCE]
    rows = [(button(_label(one, t)[:LABEL_LENGTH], "group", one.id),) for one in shown]
    is_rest = bool(shown) and shown[-1].id < found[-1].id
    onwards = ((button(t.plain("groups-more"), "groups", shown[-1].id),),) if is_rest else ()
    back = ((button(t.plain("groups-from-start"), "groups"),),) if behind else ()
    return Message(paragraphs(t("groups-title"), t("groups-choose"))).with_keyboard(*rows, *onwards, *back, *makes)


def _label(group: KvoGroup, t: Phrases) -> str:
    return t.plain("groups-trouble", name=group.name) if group.trouble else group.name

"""/groepen: the KVO groups that somebody manages, and what can be done with each. All of it in private."""

from telegram import Update

from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.role import Action
from alerts.services.create_invite import invite_group_manager
from alerts.services.find_groups import find_groups, group_for
from alerts.services.make_group import changeable_group, close_group, may_make_groups
from alerts.services.tie_chat import new_tie_code
from bot.callbacks import button
from bot.context import Context
from bot.forms import dialogues
from bot.forms.group import GROUP
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message, paragraphs
from bot.render.invitation import handed_on, invitation
from bot.render.kvo_group import group_card, how_to_tie
from bot.replies import Edit, Look, Replies, Say, Shown, Toast
from bot.scene import Scene

AT_ONCE = 8
LABEL_LENGTH = 40


def handlers() -> list[Handler]:
    """The list, the cards, and one for each button of a card."""
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
    """All of them."""
    return [Say(await _list(context.scene, 0))]


async def more(_update: Update, context: Context) -> Replies:
    """Those behind what was shown, or from the beginning."""
    return [Edit(await _list(context.scene, context.press.entity_id))]


async def card(_update: Update, context: Context) -> Replies:
    """One group, as it is now."""
    return [Edit(await _card(context.scene, await _managed(context)))]


async def new(_update: Update, context: Context) -> Replies:
    """One more."""
    return await dialogues.begin(GROUP.name, context.scene)


async def code(_update: Update, context: Context) -> Replies:
    """A code for its chat; the earlier one works no longer."""
    scene, group = context.scene, await _managed(context)
    return [Say(how_to_tie(await new_tie_code(scene.uow, scene.actor, group.id, scene.now), scene))]


async def look(_update: Update, context: Context) -> Replies:
    """How the chat is set up now."""
    scene, group = context.scene, await _managed(context)
    return [Look(group.id, Shown.CARD, scene.person().id, scene.language)]


async def link(_update: Update, context: Context) -> Replies:
    """The way into the chat, to hand on."""
    t, group = context.scene.t, await _managed(context)
    if not group.is_tied or group.join_link is None:
        return [Toast(t.plain("group-no-link"), is_alert=True)]
    return [Say(handed_on(t("group-link-what", name=group.name, link=group.join_link), group.join_link, t))]


async def manager(_update: Update, context: Context) -> Replies:
    """A link that makes somebody its manager."""
    scene, group = context.scene, await _managed(context)
    created = await invite_group_manager(scene.uow, scene.actor, group.id, scene.now)
    return [Say(invitation(created, scene, text="group-manager-invite", name=group.name))]


async def change(_update: Update, context: Context) -> Replies:
    """Another name, ground or branches."""
    group = await _changeable(context)
    return await dialogues.begin(GROUP.name, context.scene, str(group.id))


async def close(_update: Update, context: Context) -> Replies:
    """Is that really meant?"""
    t, group = context.scene.t, await _changeable(context)
    yes = button(t.plain("group-close-yes"), "group-closed", group.id, group.version)
    back = button(t.plain("nav-back"), "group", group.id)
    return [Edit(Message(t("group-close-question", name=group.name)).with_keyboard((yes,), (back,)))]


async def closed(_update: Update, context: Context) -> Replies:
    """It is."""
    scene, group = context.scene, await _changeable(context)
    await close_group(scene.uow, scene.actor, group.id, version=context.press.version, now=scene.now)
    return [Edit(Message(scene.t("group-closed", name=group.name)))]


async def _managed(context: Context) -> KvoGroup:
    scene, group_id = context.scene, KvoGroupId(context.press.entity_id)
    return await group_for(scene.uow, scene.actor, Action.MANAGE_KVO_GROUP, group_id, now=scene.now)


async def _changeable(context: Context) -> KvoGroup:
    scene, press = context.scene, context.press
    return await changeable_group(
        scene.uow, scene.actor, KvoGroupId(press.entity_id), version=press.version, now=scene.now
    )


async def _card(scene: Scene, group: KvoGroup) -> Message:
    return await group_card(scene.uow, scene.actor, group, scene.t, zone=scene.zone, now=scene.now)


async def _list(scene: Scene, behind: int) -> Message:
    t = scene.t
    await scene.check_may(Action.MANAGE_KVO_GROUP)
    found = await find_groups(scene.uow, scene.actor, Action.MANAGE_KVO_GROUP, scene.now)
    makes = ((button(t.plain("group-new"), "group-new"),),) if may_make_groups(scene.actor, scene.now) else ()
    if not found:
        return Message(t("groups-none")).with_keyboard(*makes)
    shown = [one for one in found if one.id > behind][:AT_ONCE]
    rows = [(button(one.name[:LABEL_LENGTH], "group", one.id),) for one in shown]
    is_rest = bool(shown) and shown[-1].id < found[-1].id
    onwards = ((button(t.plain("groups-more"), "groups", shown[-1].id),),) if is_rest else ()
    back = ((button(t.plain("groups-from-start"), "groups"),),) if behind else ()
    return Message(paragraphs(t("groups-title"), t("groups-choose"))).with_keyboard(*rows, *onwards, *back, *makes)

"""In a group chat: tying it to a KVO group, its topic, its moving, and one answer to what belongs in private."""

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from alerts.errors import NotAllowed, Rejected
from alerts.ids import KvoGroupId
from alerts.role import Action
from alerts.services.find_groups import group_for
from alerts.services.keep_chat import move_chat
from alerts.services.tie_chat import choose_topic, tie_chat
from bot.context import Context
from bot.handlers.matching import TIE_COMMANDS, TO_THE_BOT, Handler, command, group_command, pressed_anywhere
from bot.message import Button, Message
from bot.replies import Look, Replies, Say, Shown
from bot.scene import Scene


def handlers() -> list[Handler]:
    """What is said to the bot in a group; everything else that is said there is no business of the bot's."""
    return [
        group_command(*TIE_COMMANDS, tie),
        CommandHandler("start", start, filters=TO_THE_BOT),
        MessageHandler(filters.ChatType.GROUPS & filters.StatusUpdate.MIGRATE, moved),
        MessageHandler(TO_THE_BOT, only_in_private),
        command(*TIE_COMMANDS, only_in_a_group),
        pressed_anywhere("look-here", look_here),
    ]


async def tie(update: Update, context: Context) -> Replies:
    """With a code: this chat is its group's. Without one: notices go to this topic."""
    scene, code = context.scene, (context.args or [""])[0]
    try:
        return await (_tie(code, scene) if code else _topic(update, scene))
    except Rejected as error:  # before anything was changed; in a group nobody else would say it
        scene.refuse(error)
        return [Say(Message(scene.t(error.text_id, **error.fields)))]


async def start(update: Update, context: Context) -> Replies:
    """The link that adds the bot to a group brings the code along."""
    return await (tie if context.args else only_in_private)(update, context)


async def _tie(code: str, scene: Scene) -> Replies:
    _check_member(scene)
    where = {"channel": scene.channel, "ref": scene.key.chat_ref}
    group = await tie_chat(scene.uow, scene.actor, code, **where, topic=scene.key.topic, now=scene.now)
    return [Look(group.id, Shown.IN_CHAT, language=scene.language)]


async def _topic(update: Update, scene: Scene) -> Replies:
    _check_member(scene)
    where = {"channel": scene.channel, "ref": scene.key.chat_ref}
    group = await choose_topic(scene.uow, scene.actor, **where, topic=scene.key.topic, now=scene.now)
    is_forum = update.effective_chat is not None and update.effective_chat.is_forum
    return [Say(Message(scene.t("group-topic-chosen" if is_forum else "group-tied", name=group.name)))]


def _check_member(scene: Scene) -> None:
    if scene.member is None:
        raise NotAllowed(Action.MANAGE_KVO_GROUP)  # and not how to become a member: that is for private


async def moved(update: Update, context: Context) -> Replies:
    """The group became a supergroup: told once in the old chat and once in the new one."""
    scene, message = context.scene, update.effective_message
    assert message is not None, "a service message is a message"
    here = str(message.chat.id)
    old = str(message.migrate_from_chat_id or here)
    new = str(message.migrate_to_chat_id or here)
    group = await move_chat(scene.uow, scene.channel, old, new, scene.now)
    return [Look(group.id)] if group is not None else []


async def look_here(_update: Update, context: Context) -> Replies:
    """A manager changed the settings and wants them looked at, in the chat itself."""
    scene = context.scene
    scene.person()
    group_id = KvoGroupId(context.press.entity_id)
    group = await group_for(scene.uow, scene.actor, Action.MANAGE_KVO_GROUP, group_id, now=scene.now)
    if group.chat is None or group.chat.ref != scene.key.chat_ref:
        raise NotAllowed("outside-scope")
    return [Look(group.id, Shown.IN_CHAT, language=scene.language)]


async def only_in_private(_update: Update, context: Context) -> Replies:
    """Where it can be done."""
    t, link = context.scene.t, f"https://t.me/{context.scene.bot_username}"
    return [Say(Message(t("group-only-private")).with_keyboard((Button(t.plain("group-to-private"), url=link),)))]


async def only_in_a_group(_update: Update, context: Context) -> Replies:
    """A code ties the chat in which it is written."""
    return [Say(Message(context.scene.t("tie-in-group")))]

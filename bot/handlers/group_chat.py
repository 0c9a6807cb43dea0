"""Commands in a group chat: tying it to a KVO group, choosing its topic, its migration, and a pointer to private
chat."""

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from alerts.errors import NotAllowed, OutOfReach, Rejected
from alerts.ids import KvoGroupId
from alerts.role import Action
from alerts.services.chat.chat_trouble import try_chat_again
from alerts.services.chat.tie_chat import choose_topic, tie_chat
from alerts.services.chat.update_chat import move_chat
from alerts.services.group.find_groups import group_for
from bot.conversation.message import Button, Message
from bot.conversation.replies import CheckChat, Replies, Say, Shown
from bot.conversation.request import Context, Request
from bot.handlers.matching import TIE_COMMANDS, TO_THE_BOT, Handler, command, group_command, pressed_anywhere

_REOPENED = filters.StatusUpdate.FORUM_TOPIC_REOPENED | filters.StatusUpdate.GENERAL_FORUM_TOPIC_UNHIDDEN


def handlers() -> list[Handler]:
    """List the handlers for messages to the bot in a group; all other group messages are ignored."""
    return [
        group_command(*TIE_COMMANDS, tie),
        CommandHandler("start", start, filters=TO_THE_BOT),
        MessageHandler(filters.ChatType.GROUPS & filters.StatusUpdate.MIGRATE, moved),
        MessageHandler(filters.ChatType.GROUPS & _REOPENED, reopened),
        MessageHandler(TO_THE_BOT, only_in_private),
        command(*TIE_COMMANDS, only_in_a_group),
        pressed_anywhere("look-here", look_here),
    ]


async def tie(update: Update, context: Context) -> Replies:
    """Tie this chat to the group of the code; without a code, choose this topic for its notices."""
    request, code = context.request, (context.args or [""])[0]
    try:
        return await (_tie(code, request) if code else _topic(update, request))
    except Rejected as error:  # raised before any change; in a group no other code would answer
        request.refuse(error)
        return [Say(Message(request.t(error.text_id, **error.fields)))]


async def start(update: Update, context: Context) -> Replies:
    """Handle the deep link that adds the bot to a group: its argument is the tie code."""
    return await (tie if context.args else only_in_private)(update, context)


async def _tie(code: str, request: Request) -> Replies:
    _check_member(request)
    where = {"channel": request.channel, "ref": request.key.chat_ref}
    group = await tie_chat(request.uow, request.actor, code, **where, topic=request.key.topic, now=request.now)
    return [CheckChat(group.id, Shown.IN_CHAT, language=request.language)]


async def _topic(update: Update, request: Request) -> Replies:
    _check_member(request)
    where = {"channel": request.channel, "ref": request.key.chat_ref}
    group = await choose_topic(request.uow, request.actor, **where, topic=request.key.topic, now=request.now)
    is_forum = update.effective_chat is not None and update.effective_chat.is_forum
    return [Say(Message(request.t("group-topic-chosen" if is_forum else "group-tied", name=group.name)))]


def _check_member(request: Request) -> None:
    if request.member is None:
        raise NotAllowed(Action.MANAGE_KVO_GROUP)  # a group gets no sign-up advice, which belongs in private


async def moved(update: Update, context: Context) -> Replies:
    """Follow a group that became a supergroup; Telegram reports this in the old and in the new chat."""
    request, message = context.request, update.effective_message
    assert message is not None, "a service message is a message"
    here = str(message.chat.id)
    old = str(message.migrate_from_chat_id or here)
    new = str(message.migrate_to_chat_id or here)
    group = await move_chat(request.uow, request.channel, old, new, request.now)
    return [CheckChat(group.id)] if group is not None else []


async def reopened(_update: Update, context: Context) -> Replies:
    """Retry queued deliveries to this chat after a topic was reopened."""
    request = context.request
    group = await request.uow.kvo_groups.by_chat(request.channel, request.key.chat_ref)
    if group is not None:
        await try_chat_again(request.uow, group, request.now)
    return []


async def look_here(_update: Update, context: Context) -> Replies:
    """Check the chat's settings again at a manager's request, and answer in the chat itself."""
    request = context.request
    request.person()
    group_id = KvoGroupId(context.press.entity_id)
    group = await group_for(request.uow, request.actor, Action.MANAGE_KVO_GROUP, group_id, now=request.now)
    if group.chat is None or group.chat.ref != request.key.chat_ref:
        raise OutOfReach("outside-scope")
    await try_chat_again(request.uow, group, request.now)
    return [CheckChat(group.id, Shown.IN_CHAT, language=request.language)]


async def only_in_private(_update: Update, context: Context) -> Replies:
    """Say that the command works in the private chat, with a link to it."""
    t, link = context.request.t, f"https://t.me/{context.request.bot_username}"
    return [Say(Message(t("group-only-private")).with_keyboard((Button(t.plain("group-to-private"), url=link),)))]


async def only_in_a_group(_update: Update, context: Context) -> Replies:
    """Say that the tie command must be sent in the group's chat."""
    return [Say(Message(context.request.t("tie-in-group")))]

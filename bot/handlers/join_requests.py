"""Join requests of a group chat: who asks to join, and a manager's answer."""

from telegram import Update
from telegram.ext import ChatJoinRequestHandler

from alerts.ids import KvoGroupId
from alerts.services.chat.enter_chat import ask_to_enter, settle_entry
from bot.conversation.callbacks import ids
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Whisper
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.render.shop import person_link


def handlers() -> list[Handler]:
    """List the handlers for the request and for its two buttons."""
    return [
        ChatJoinRequestHandler(asked),
        pressed("let-enter", let_in),
        pressed("keep-out", keep_out),
    ]


async def asked(update: Update, context: Context) -> Replies:
    """Admit a person whose shop is in the group at once; tell anybody else that a manager will decide."""
    request, join_request = context.request, update.chat_join_request
    assert join_request is not None, "the handler matches nothing else"
    group = await request.uow.kvo_groups.by_chat(request.channel, str(join_request.chat.id))
    if group is None:
        return []
    asked_at, ref = int(join_request.date.timestamp()), str(join_request.from_user.id)
    if await ask_to_enter(request.uow, group, request.member, ref=ref, asked=asked_at, now=request.now):
        return []
    return [Whisper(str(join_request.user_chat_id), Message(request.t("entry-asked", name=group.name)))]


async def let_in(_update: Update, context: Context) -> Replies:
    """Admit the person whom the manager knows."""
    return [Edit(await _settled(context, is_admitted=True))]


async def keep_out(_update: Update, context: Context) -> Replies:
    """Decline the request of a person whom the manager does not know."""
    return [Edit(await _settled(context, is_admitted=False))]


async def _settled(context: Context, *, is_admitted: bool) -> Message:
    request = context.request
    group_id, person = ids(context.press, 2)
    group = await settle_entry(
        request.uow,
        request.actor,
        KvoGroupId(group_id),
        ref=str(person),
        asked=context.press.version,
        is_admitted=is_admitted,
        now=request.now,
    )
    text = "entry-admitted" if is_admitted else "entry-declined"
    return Message(request.t(text, person=person_link(str(person), request.t), name=group.name), is_protected=True)
